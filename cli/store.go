package cli

import (
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"remit/model"
	"remit/store"
)

// newStore is remit store: the care of the file that keeps the sessions.
func newStore(a *app) *cobra.Command {
	return group(
		&cobra.Command{Use: "store", Short: "Check and back up the file that keeps the sessions"},
		newStoreCheck(a),
		newStoreBackup(a),
	)
}

// newStoreCheck is remit store check.
func newStoreCheck(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "check",
		Short: "Read the whole store and list all that is wrong; changes nothing",
		Long: `Reads every record, index and page of the store, replays the history of every
session, and lists all that is wrong. It changes nothing. The exit code is 0 if the
store is sound and 65 if it is not.`,
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
				return err
			}
			a.report("Sound: %s", keep.Path())
			return nil
		},
	}
}

// newStoreBackup is remit store backup.
func newStoreBackup(a *app) *cobra.Command {
	var to output
	cmd := &cobra.Command{
		Use:   "backup FILE",
		Short: "Copy the store as it is at this moment, and check the copy",
		Long: `Copies all sessions to FILE, which is a store itself: to go back to it, put it
where the store was, or name it with --store. The copy appears whole or not at all
and is checked; a store that is damaged is copied as it is, with exit code 65.`,
		Example: "  remit store backup sessions-2026-11-21.db",
		Args:    arguments(1, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if to.file = args[0]; to.file == "" || to.file == "-" {
				return misused(cmd, "", "%s: a backup needs the name of a file", cmd.CommandPath())
			}
			return a.backup(cmd, to)
		},
	}
	cmd.Flags().BoolVar(&to.force, "force", false, "replace the file if it exists")
	return cmd
}

func (a *app) backup(cmd *cobra.Command, to output) error {
	keep, err := a.bolt()
	if err != nil {
		return err
	}
	var size int64
	err = to.write(a, func(w io.Writer) (err error) {
		size, err = keep.Backup(cmd.Context(), w)
		return err
	})
	if err != nil {
		return err
	}
	a.kept = fmt.Sprintf("The backup %q was made.", to.file)
	copied, err := store.Open(to.file, store.Options{Now: a.env.Now})
	if err != nil {
		return err
	}
	if err := copied.Check(cmd.Context()); err != nil {
		if model.KindOf(err) != model.KindInvalid {
			return err
		}
		return &model.Error{Kind: model.KindInvalid, What: "the copy was made, but the store is damaged, and so is the copy", Where: to.file,
			Lost: "The store was left as it is. Older backups were not touched.",
			Cure: "To see all that is wrong: remit store check"}
	}
	a.report("Backed up: %d bytes, checked. To look into it: remit sessions list --store %s", size, to.file)
	return nil
}
