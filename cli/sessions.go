package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"remit/model"
)

// newSessions is remit sessions: everything that can be done to what is kept.
func newSessions(a *app) *cobra.Command {
	parent := &cobra.Command{
		Use:   "sessions",
		Short: "List, show, change, export and import saved sessions",
		Long: `Everything that can be done to saved sessions. A SESSION is named by its name, in
any case, by its id, or by the beginning of its id: at least 4 characters. A deleted
session is found by its whole id only.`,
	}
	children := []*cobra.Command{
		newSessionsList(a),
		newSessionsShow(a),
		newSessionsNew(a),
		newSessionsBranch(a),
		newSessionsCompare(a),
		newSessionsSet(a),
		newSessionsNote(a),
		newSessionsRename(a),
		newSessionsHistory(a),
	}
	for _, m := range markings() {
		children = append(children, m.command(a))
	}
	children = append(children, newSessionsPurge(a), newSessionsExport(a), newSessionsImport(a))
	return group(parent, a.completing(children...)...)
}

// report prints one clean line.
func (a *app) report(format string, args ...any) {
	fmt.Fprintln(a.out, model.Clean(fmt.Sprintf(format, args...)))
}

// newSessionsNew is remit sessions new.
func newSessionsNew(a *app) *cobra.Command {
	var b about
	quick := false
	cmd := &cobra.Command{
		Use:     "new",
		Short:   "Create a session without asking anything; prints its id",
		Example: "  id=$(remit sessions new --name Acme)\n  remit sessions set $id headcount=40 technology=support",
		Args:    arguments(0, 0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			kind := model.Interview
			if quick {
				kind = model.Quick
			}
			s, err := a.create(cmd.Context(), kind, b)
			if err != nil {
				return err
			}
			a.kept = fmt.Sprintf("Session %s was created; its id is %s.", inQuotes(s.Name), s.ID)
			a.report("%s", s.ID)
			return nil
		},
	}
	b.flags(cmd)
	cmd.Flags().BoolVar(&quick, "quick", false, "a quick check instead of an interview")
	return cmd
}

// newSessionsRename is remit sessions rename.
func newSessionsRename(a *app) *cobra.Command {
	var b about
	cmd := &cobra.Command{
		Use:   "rename SESSION [NAME]",
		Short: "Change a session's name, client or who is asked",
		Args:  arguments(1, 2),
	}
	cmd.Flags().StringVar(&b.client, "client", "", "for whom it is")
	cmd.Flags().StringVar(&b.asked, "asked", "", "who is asked")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		client, asked := cmd.Flags().Changed("client"), cmd.Flags().Changed("asked")
		if len(args) == 1 && !client && !asked {
			return misused(cmd, "", "%s: a new name is missing", cmd.CommandPath())
		}
		keep, s, err := a.findLive(cmd.Context(), args[0])
		if err != nil {
			return err
		}
		now := about{s.Name, s.Client, s.Asked}
		if len(args) == 2 {
			if now.name = args[1]; now.name == "" {
				return errBlankName()
			}
		}
		if client {
			now.client = b.client
		}
		if asked {
			now.asked = b.asked
		}
		if now, err = now.checked(); err != nil {
			return err
		}
		s, err = a.append(cmd.Context(), keep, s.ID,
			model.Event{Kind: model.EventRenamed, Name: now.name, Client: now.client, Asked: now.asked})
		if err != nil {
			return err
		}
		a.report("Renamed: %s", inQuotes(s.Name))
		a.tellArchived(s)
		return nil
	}
	return cmd
}

// newSessionsPurge is remit sessions purge.
func newSessionsPurge(a *app) *cobra.Command {
	sure := false
	cmd := &cobra.Command{
		Use:   "purge SESSION --yes",
		Short: "Remove a session for good; it cannot be restored",
		Args:  arguments(1, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			keep, s, err := a.find(cmd.Context(), args[0])
			if err != nil {
				return err
			}
			if !sure {
				return misused(cmd, fmt.Sprintf("Nothing was removed. If you are sure: remit sessions purge %s --yes", s.ID),
					"purge %s: this cannot be undone", inQuotes(s.Name))
			}
			if err := keep.Purge(cmd.Context(), s.ID); err != nil {
				return err
			}
			a.kept = fmt.Sprintf("Session %s is removed for good.", inQuotes(s.Name))
			a.report("Removed for good: %s", inQuotes(s.Name))
			return nil
		},
	}
	cmd.Flags().BoolVar(&sure, "yes", false, "yes, for good")
	return cmd
}
