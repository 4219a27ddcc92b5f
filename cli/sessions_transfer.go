package cli

import (
	"io"

	"github.com/spf13/cobra"

	"remit/model"
)

// The versions of the form in which sessions travel. A session travels in the
// lowest that can say what it says, so that an older remit refuses only what it
// could not read rightly.
const (
	plainTransfer  = 1
	branchTransfer = 2 // names the session that this one branched from
	editTransfer   = 3 // has edits of the matrix in its history
	costTransfer   = 4 // has figures of the company's own in its history
	newestTransfer = costTransfer
)

// transferMark is the field by which such a file is known.
const transferMark = "remit_session"

// maxTransfer bounds what import reads; a session of a thousand long notes is
// smaller.
const maxTransfer = 64 << 20

// transfer is a session on its way to another store. The events are the truth,
// the session is what they add up to, for readers who do not want to replay them.
type transfer struct {
	Schema  int           `json:"remit_session"`
	ID      string        `json:"id"`
	Session model.Session `json:"session"`
	Events  []model.Event `json:"events"`
}

// newSessionsExport is remit sessions export.
func newSessionsExport(a *app) *cobra.Command {
	var to output
	cmd := &cobra.Command{
		Use:   "export SESSION",
		Short: "Write a session with its history as JSON, for another machine or a backup",
		Args:  arguments(1, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			keep, s, err := a.find(cmd.Context(), args[0])
			if err != nil {
				return err
			}
			events, err := keep.History(cmd.Context(), s.ID)
			if err != nil {
				return err
			}
			doc := transferOf(s.ID, events)
			return to.write(a, func(w io.Writer) error { return writeJSON(w, doc) })
		},
	}
	to.flags(cmd)
	return cmd
}

// transferOf prepares a session for its way.
func transferOf(id string, events []model.Event) transfer {
	doc := transfer{plainTransfer, id, replayed(id, events), events}
	if doc.Session.Parent != "" {
		doc.Schema = branchTransfer
	}
	for _, e := range events {
		switch e.Kind {
		case model.EventEdited:
			doc.Schema = max(doc.Schema, editTransfer)
		case model.EventPriced:
			doc.Schema = costTransfer
		}
	}
	return doc
}

// replayed is what events add up to. It is what export writes, rather than the
// session that was found a moment before, so that both halves always agree.
func replayed(id string, events []model.Event) model.Session {
	s := model.Session{ID: id, Answers: model.Answers{}}
	for _, e := range events {
		s = s.Apply(e)
	}
	return s
}
