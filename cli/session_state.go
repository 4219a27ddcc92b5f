package cli

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"remit/model"
)

// find gives the session that a person means, and the store that has it.
func (a *app) find(ctx context.Context, ref string) (model.Sessions, model.Session, error) {
	keep, err := a.sessions()
	if err != nil {
		return nil, model.Session{}, err
	}
	s, err := keep.Find(ctx, ref)
	return keep, s, err
}

// findLive is find for those who want to change what the session says: a deleted
// one is as good as not there.
func (a *app) findLive(ctx context.Context, ref string) (model.Sessions, model.Session, error) {
	keep, s, err := a.find(ctx, ref)
	if err == nil && s.Deleted {
		err = isDeleted(s)
	}
	return keep, s, err
}

func isDeleted(s model.Session) error {
	return &model.Error{Kind: model.KindNotFound, What: "session " + inQuotes(s.Name) + " is deleted",
		Lost: "Nothing was changed.", Cure: toRestore(s)}
}

func toRestore(s model.Session) string {
	return "To bring it back: remit sessions restore " + s.ID
}

// change finds a session and appends events to it.
func (a *app) change(cmd *cobra.Command, ref string, events ...model.Event) (model.Session, error) {
	keep, s, err := a.findLive(cmd.Context(), ref)
	if err != nil {
		return s, err
	}
	return a.append(cmd.Context(), keep, s.ID, events...)
}

// append keeps events, and remembers that it did for the case that nobody can be
// told.
func (a *app) append(ctx context.Context, keep model.Sessions, id string, events ...model.Event) (model.Session, error) {
	return a.acknowledged(keep.Append(ctx, id, events...))
}

// appendAt is append to a session that nobody has changed since s was read.
func (a *app) appendAt(ctx context.Context, keep model.Sessions, s model.Session, events ...model.Event) (model.Session, error) {
	return a.acknowledged(keep.AppendAt(ctx, s.ID, s.Seq, events...))
}

func (a *app) acknowledged(s model.Session, err error) (model.Session, error) {
	if err == nil {
		a.kept = fmt.Sprintf("The change to session %s (%s) is saved.", inQuotes(s.Name), s.ID)
	}
	return s, err
}

// tellArchived says that a session which was changed is put away.
func (a *app) tellArchived(s model.Session) {
	if s.Archived {
		a.report("This session is archived. %s", toRestore(s))
	}
}

// marking is a command that appends one event without content.
type marking struct {
	name, short string
	kind        model.EventKind
	done        string
	already     func(s model.Session) string // why there is nothing to do; "" if there is
	undo        bool                         // restore undoes it
}

func markings() []marking {
	return []marking{
		{"archive", "Put a session away; it stays readable", model.EventArchived, "Archived",
			func(s model.Session) string {
				if s.Archived {
					return "Already archived"
				}
				return ""
			}, true},
		{"restore", "Bring an archived or deleted session back", model.EventRestored, "Restored",
			func(s model.Session) string {
				if !s.Archived && !s.Deleted {
					return "Neither archived nor deleted, so there is nothing to restore"
				}
				return ""
			}, false},
		{"delete", "Delete a session; it can be restored", model.EventDeleted, "Deleted",
			func(s model.Session) string {
				if s.Deleted {
					return "Already deleted"
				}
				return ""
			}, true},
	}
}

func (m marking) command(a *app) *cobra.Command {
	find := a.find
	if m.kind == model.EventArchived {
		find = a.findLive
	}
	return &cobra.Command{
		Use:   m.name + " SESSION",
		Short: m.short,
		Args:  arguments(1, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			keep, s, err := find(cmd.Context(), args[0])
			if err != nil {
				return err
			}
			done := m.already(s)
			if done == "" {
				done = m.done
				if s, err = a.append(cmd.Context(), keep, s.ID, model.Event{Kind: m.kind}); err != nil {
					return err
				}
			}
			a.report("%s: %s", done, inQuotes(s.Name))
			if m.undo {
				a.report("%s", toRestore(s))
			}
			return nil
		},
	}
}
