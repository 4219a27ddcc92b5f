package tui

import (
	"context"
	"errors"
	"slices"

	tea "charm.land/bubbletea/v2"

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
	past    []slip        // the answers of this visit that stand, oldest first
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

// keep saves d with everything that could not be saved before, and gives the answer to
// its question as it was in the store until then.
func (k *keeper) keep(d draft) (was model.Answer, err error) {
	k.drafts = append(slices.DeleteFunc(k.drafts, func(old draft) bool {
		return old.question == d.question && old.isNote == d.isNote
	}), d)
	before, err := k.append(nil)
	return before[d.question], err
}

// flush saves what is not saved yet, all or nothing.
func (k *keeper) flush() error {
	_, err := k.append(nil)
	return err
}

// moved saves which question is open.
func (k *keeper) moved(question string) error {
	_, err := k.append([]model.Event{{Kind: model.EventMoved, By: k.by, Question: question}})
	return err
}

// append saves the drafts and more of them, and gives the answers on which they were
// accepted: to bring back what an answer replaced one has to know it as it was at that
// moment, whoever gave it.
func (k *keeper) append(more []model.Event) (before model.Answers, err error) {
	var events []model.Event
	for _, d := range k.drafts {
		events = append(events, d.events(k.by)...)
	}
	events = append(events, more...)
	if len(events) == 0 {
		return k.session.Answers, nil
	}
	now := k.session
	_, err = insist(func() (tea.Cmd, error) {
		before = now.Answers
		after, err := appendAt(k.ctx, k.sessions, now, events...)
		if err == nil || errors.Is(err, model.ErrMoved) {
			now = after
		}
		return nil, err
	}, func() bool { return true })
	if k.refusal = err; err != nil {
		return before, err
	}
	for _, d := range k.drafts {
		if !d.isNote {
			k.recall(slip{now.ID, d.question, before[d.question], d.answer})
		}
	}
	k.foreign = int(now.Seq) - int(k.session.Seq) - len(events)
	k.session, k.drafts = now, nil
	return before, nil
}

// recall remembers an answer, to take it back.
func (k *keeper) recall(s slip) {
	if s.was != s.is {
		k.past = append(k.past, s)
	}
}

// standing is the answer of this visit that was saved last, if it still stands; the zero
// slip if not.
func (k *keeper) standing() slip {
	if n := len(k.past); n > 0 && k.session.Answers[k.past[n-1].question] == k.past[n-1].is {
		return k.past[n-1]
	}
	return slip{}
}
