package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"remit/model"
	"remit/store"
)

// newStoreRestore is remit store restore.
func newStoreRestore(a *app) *cobra.Command {
	var try, force bool
	cmd := &cobra.Command{
		Use:   "restore BACKUP",
		Short: "Go back to a backup; the store as it is now is kept beside it",
		Long: `Puts a copy of BACKUP in the place of the store and says what that changes. BACKUP
is checked first: one that is damaged is refused. The store as it is now is kept in
the same directory, under a name with the date, so nothing is lost and you can go
back. Use --dry-run to see beforehand what would change.`,
		Example: "  remit store restore sessions-2026-11-21.db --dry-run\n  remit store restore sessions-2026-11-21.db",
		Args:    arguments(1, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if args[0] == "" || args[0] == "-" {
				return misused(cmd, "", "%s: a backup is the name of a file", cmd.CommandPath())
			}
			return a.restore(cmd, args[0], try, force)
		},
	}
	cmd.Flags().BoolVar(&try, "dry-run", false, "only say what would change")
	cmd.Flags().BoolVar(&force, "force", false, "replace a file that is no store, or one of a newer remit")
	return cmd
}

func (a *app) restore(cmd *cobra.Command, file string, try, force bool) error {
	keep, err := a.bolt()
	if err != nil {
		return err
	}
	backup, err := store.Open(file, store.Options{Now: a.env.Now})
	if err != nil {
		return err
	}
	if try {
		change, err := keep.Compare(cmd.Context(), backup)
		if err != nil {
			return err
		}
		a.tellDifference(change)
		if refused := change.Refused(); refused != nil && !force {
			return refused
		}
		a.report("Nothing was changed. To do it: the same command without --dry-run")
		return nil
	}
	done, err := keep.Restore(cmd.Context(), backup, force)
	if err != nil {
		return err
	}
	a.kept = fmt.Sprintf("The store %q was restored.", keep.Path())
	a.tellDifference(done)
	a.report("Restored: %s is now as the backup.", keep.Path())
	if done.Kept != "" {
		kept, here := shellWord(done.Kept), ""
		if cmd.Flags().Changed("store") {
			here = " --store " + shellWord(a.store)
		}
		a.report("What it was is kept in %s", done.Kept)
		a.report("To go back to that: remit store restore %s%s", kept, here)
		if len(done.OnlyHere)+len(done.NewerHere)+len(done.Apart) > 0 {
			a.report("To look into it: remit sessions list --store %s", kept)
		}
	}
	return nil
}

// tellDifference says what a backup changes, group by group.
func (a *app) tellDifference(r store.Restored) {
	if r.Unread != nil {
		a.report("Not all of the present store can be read, so this is not all that there was: %s", r.Unread.Error())
	}
	if r.None() {
		a.report("The backup holds the same %s as the store.", count(r.Same, "session", "sessions"))
		return
	}
	a.report("The same in both: %s.", count(r.Same, "session", "sessions"))
	for _, group := range []struct {
		twins []store.Twin
		what  string
		line  func(store.Twin) string
	}{
		{r.OnlyHere, "Only in the present store, not in the backup", named},
		{r.OnlyThere, "Only in the backup, so they come back", named},
		{r.NewerHere, "Went on since the backup, so they go back to what they were", grown},
		{r.NewerThere, "Further in the backup than in the present store", grown},
		{r.Apart, "Not the same history in both", grown},
	} {
		if len(group.twins) == 0 {
			continue
		}
		a.report("%s: %s.", group.what, count(len(group.twins), "session", "sessions"))
		const most = 20
		for i, twin := range group.twins {
			if i == most {
				a.report("  and %d more", len(group.twins)-most)
				break
			}
			a.report("  %s", group.line(twin))
		}
	}
}

func named(t store.Twin) string { return fmt.Sprintf("%s (%s)", inQuotes(model.Cut(t.Name, 80)), t.ID) }

func grown(t store.Twin) string {
	return fmt.Sprintf("%s: %s in the present store, %d in the backup", named(t), count(t.Here, "entry", "entries"), t.There)
}
