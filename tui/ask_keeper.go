package tui

import (
	"context"
	"slices"

	"remit/model"
)

// keeper saves what is said in one session. It writes at once and returns when
// the store has acknowledged: only then may a screen say "saved". What the store
// refuses is kept here, and goes in with the next thing that is saved.
type keeper struct {
	ctx      context.Context
	sessions model.Sessions
	by       string

	session model.Session // as the store returned it last: others may have changed it meanwhile
	drafts  []draft       // said and not saved, oldest first; at most one answer and one note a question
	refusal error         // why the store did not take the drafts; nil if there are none
	foreign int           // events that others added before our last one
}

// draft is an answer or a note that was given and is not saved yet.
type draft struct {
	question string
	answer   model.Answer // the zero Answer takes an answer back
	to       string       // the question that is open afterwards; "" for the same
	note     string
	isNote   bool
}

// events says what the store is told. The open question goes in with the answer,
// so that a killed remit comes back to the very question that was on the screen.
func (d draft) events(by string) []model.Event {
	if d.isNote {
		return []model.Event{{Kind: model.EventNoted, By: by, Question: d.question, Text: d.note}}
	}
	events := []model.Event{{Kind: model.EventAnswered, By: by, Question: d.question, Answer: &d.answer}}
	if d.to != "" {
		events = append(events, model.Event{Kind: model.EventMoved, By: by, Question: d.to})
	}
	return events
}

// said is the answer to a question as the screen shows it: one that is not saved
// yet goes before the saved one.
func (k *keeper) said(question string) model.Answer {
	for _, d := range k.drafts {
		if d.question == question && !d.isNote {
			return d.answer
		}
	}
	return k.session.Answers[question]
}

// noted is the note to a question, cleaned, unsaved ones first.
func (k *keeper) noted(question string) string {
	for _, d := range k.drafts {
		if d.question == question && d.isNote {
			return d.note
		}
	}
	return model.CleanLines(k.session.Notes[question])
}

// pending reports whether what the screen shows of a question is not saved.
func (k *keeper) pending(question string) bool {
	return slices.ContainsFunc(k.drafts, func(d draft) bool { return d.question == question })
}

// keep saves d with everything that could not be saved before.
func (k *keeper) keep(d draft) error {
	k.drafts = append(slices.DeleteFunc(k.drafts, func(old draft) bool {
		return old.question == d.question && old.isNote == d.isNote
	}), d)
	return k.flush()
}

// flush saves what is not saved yet, all or nothing.
func (k *keeper) flush() error { return k.append(nil) }

// moved saves which question is open.
func (k *keeper) moved(question string) error {
	return k.append([]model.Event{{Kind: model.EventMoved, By: k.by, Question: question}})
}

func (k *keeper) append(more []model.Event) error {
	var events []model.Event
	for _, d := range k.drafts {
		events = append(events, d.events(k.by)...)
	}
	events = append(events, more...)
	if len(events) == 0 {
		return nil
	}
	s, err := k.sessions.Append(k.ctx, k.session.ID, events...)
	if k.refusal = err; err != nil {
		return err
	}
	k.foreign = int(s.Seq) - int(k.session.Seq) - len(events)
	k.session, k.drafts = s, nil
	return nil
}
