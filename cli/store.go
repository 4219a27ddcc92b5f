package cli

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"remit/model"
	"remit/store"
)

// newStore is remit store: the care of the file that keeps the sessions.
func newStore(a *app) *cobra.Command {
	return group(
		&cobra.Command{Use: "store", Short: "Check, back up, restore and rescue the file that keeps the sessions"},
		newStoreCheck(a),
		newStoreBackup(a),
		newStoreRestore(a),
		newStoreCompact(a),
		newStoreRescue(a),
		newStoreImport(a),
	)
}

// newStoreBackup is remit store backup.
func newStoreBackup(a *app) *cobra.Command {
	var to output
	cmd := &cobra.Command{
		Use:   "backup FILE",
		Short: "Copy the store as it is at this moment, and check the copy",
		Long: `Copies all sessions to FILE, which is a store itself: to look into it, name it with
--store; to go back to it, use remit store restore. The copy appears whole or not at
all and is checked; a store that is damaged is copied as it is, with exit code 65.`,
		Example: "  remit store backup sessions-2026-11-21.db",
		Args:    arguments(1, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			to.alone = true
			if to.file = args[0]; !to.toFile() {
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
