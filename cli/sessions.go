package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"remit/model"
)

// newSessions is remit sessions: everything that can be done to what is kept.
func newSessions(a *app) *cobra.Command {
	return group(
		&cobra.Command{Use: "sessions", Short: "List, show, change, export and import saved sessions"},
		a.completing(
			newSessionsList(a),
			newSessionsShow(a),
			newSessionsNew(a),
			newSessionsSet(a),
			newSessionsNote(a),
			newSessionsRename(a),
			newSessionsHistory(a),
			marking(a, "archive", "Put a session away; it stays readable", model.EventArchived, "archived",
				"To bring it back: remit sessions restore %s"),
			marking(a, "restore", "Bring an archived or deleted session back", model.EventRestored, "restored", ""),
			marking(a, "delete", "Delete a session; it can be restored", model.EventDeleted, "deleted",
				"To bring it back: remit sessions restore %s"),
			newSessionsPurge(a),
			newSessionsExport(a),
			newSessionsImport(a),
		)...)
}

// marking is a command that appends one event without content.
func marking(a *app, name, short string, kind model.EventKind, done, undo string) *cobra.Command {
	return &cobra.Command{
		Use:   name + " SESSION",
		Short: short,
		Args:  arguments(1, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			s, err := a.change(cmd, args[0], model.Event{Kind: kind})
			if err != nil {
				return err
			}
			a.report("%s: %q", strings.ToUpper(done[:1])+done[1:], s.Name)
			if undo != "" {
				a.report(undo, s.ID)
			}
			return nil
		},
	}
}

// change finds a session and appends events to it.
func (a *app) change(cmd *cobra.Command, ref string, events ...model.Event) (model.Session, error) {
	keep, s, err := a.find(cmd.Context(), ref)
	if err != nil {
		return s, err
	}
	return keep.Append(cmd.Context(), s.ID, events...)
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
		keep, s, err := a.find(cmd.Context(), args[0])
		if err != nil {
			return err
		}
		e := model.Event{Kind: model.EventRenamed, Name: s.Name, Client: s.Client, Asked: s.Asked}
		if len(args) == 2 {
			e.Name = entry(args[1])
		}
		if client {
			e.Client = entry(b.client)
		}
		if asked {
			e.Asked = entry(b.asked)
		}
		if strings.TrimSpace(e.Name) == "" {
			return misused(cmd, "", "%s: a name cannot be empty", cmd.CommandPath())
		}
		if s, err = keep.Append(cmd.Context(), s.ID, e); err != nil {
			return err
		}
		a.report("Renamed: %q", s.Name)
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
					"purge %q: this cannot be undone", s.Name)
			}
			if err := keep.Purge(cmd.Context(), s.ID); err != nil {
				return err
			}
			a.report("Removed for good: %q", s.Name)
			return nil
		},
	}
	cmd.Flags().BoolVar(&sure, "yes", false, "yes, for good")
	return cmd
}
