package cli

import (
	"errors"
	"os"

	"github.com/spf13/cobra"

	"remit/model"
	"remit/store"
)

// newStoreCheck is remit store check.
func newStoreCheck(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "check",
		Short: "Read the whole store and list all that is wrong; changes nothing",
		Long: `Reads every record, index and page of the store, replays the history of every
session, and lists all that is wrong. It changes nothing. The exit code is 0 if the
store is sound and 65 if it is not; then it also says how much of each session can
still be read.`,
		Example: "  remit store check\n  remit store check --store backup.db",
		Args:    arguments(0, 0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			keep, err := a.bolt()
			if err != nil {
				return err
			}
			if _, err := os.Stat(keep.Path()); errors.Is(err, os.ErrNotExist) {
				return &model.Error{Kind: model.KindNotFound, What: "there is no store to check", Where: keep.Path(),
					Cure: "It is made when the first session is saved. If there should be one, correct --store or REMIT_STORE."}
			}
			if err := keep.Check(cmd.Context()); err != nil {
				return a.surveyed(cmd, keep, err)
			}
			a.report("Sound: %s", keep.Path())
			return nil
		},
	}
}

// surveyed says how much of a store that is not sound can be read, and gives the error
// that told that it is not. Where nothing can be read there is nothing to add.
func (a *app) surveyed(cmd *cobra.Command, keep *store.Bolt, unsound error) error {
	found, err := keep.Rescue(cmd.Context())
	if err != nil || len(found.Sessions) == 0 || model.KindOf(unsound) != model.KindInvalid {
		return unsound
	}
	a.report("What can be read: %s", tallyOf(found))
	if found.Whole() == len(found.Sessions) {
		return unsound
	}
	rows := [][]string{{"NAME", "CAN BE READ", "ID"}}
	for _, s := range found.Sessions {
		rows = append(rows, []string{shown(s.Name, 40), readable(s), s.ID})
	}
	columns(a.out, rows)
	a.report("To save it: remit store rescue -o FILE")
	return unsound
}
