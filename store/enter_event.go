package store

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"remit/model"
)

// enter is the door for all text: what passes it is clean, within bounds and in
// the one form in which it will be read back. by signs events that nobody signed.
func enter(e model.Event, by string) (model.Event, error) {
	if e.By == "" {
		e.By = by
	}
	if err := enterNames(&e); err != nil {
		return e, err
	}
	if e.Text = model.CleanLines(e.Text); len(e.Text) > model.MaxText {
		return e, fmt.Errorf("the text has %d bytes; the most is %d", len(e.Text), model.MaxText)
	}
	if e.Question != "" {
		if err := plainID("question", e.Question); err != nil {
			return e, err
		}
	}
	answer, err := enterAnswer(e.Answer)
	if err != nil {
		return e, err
	}
	e.Answer = answer
	if e.Parent, err = enterParent(e); err != nil {
		return e, err
	}
	if err := editFits(e); err != nil {
		return e, err
	}
	if err := priceFits(e); err != nil {
		return e, err
	}
	e.Letter, e.Amount = apart(e.Letter), apart(e.Amount)
	return e, kindFits(e)
}

// enterNames cleans the short texts of an event, on a framework of its own: the
// caller's stays as it is.
func enterNames(e *model.Event) error {
	type name struct {
		what string
		text *string
	}
	names := []name{{"the name", &e.Name}, {"the client", &e.Client}, {"who is asked", &e.Asked}, {"the author", &e.By}}
	if e.Framework = apart(e.Framework); e.Framework != nil {
		ref := e.Framework
		names = append(names, name{"the framework's id", &ref.ID}, name{"the framework's version", &ref.Version}, name{"the framework's hash", &ref.Hash})
	}
	for _, n := range names {
		*n.text = strings.TrimSpace(model.Clean(*n.text))
		if len(*n.text) > model.MaxName {
			return fmt.Errorf("%s has %d bytes; the most is %d", n.what, len(*n.text), model.MaxName)
		}
	}
	return nil
}

// apart gives a copy that the caller of the store cannot change afterwards.
func apart[T any](p *T) *T {
	if p == nil {
		return nil
	}
	own := *p
	return &own
}

// enterAnswer gives the answer as JSON will give it back; nil says that an answer
// is taken back.
func enterAnswer(a *model.Answer) (*model.Answer, error) {
	if a == nil || a.Kind == model.Unanswered {
		return nil, nil
	}
	same := model.Answer{Kind: a.Kind}
	switch a.Kind {
	case model.Number:
		same.Number = a.Number
	case model.Option:
		if err := plainID("option", a.Option); err != nil {
			return nil, err
		}
		same = model.Say(a.Option)
	case model.Unsure, model.NotApplicable, model.Later:
	default:
		return nil, fmt.Errorf("no answer has the kind %d", a.Kind)
	}
	return &same, nil
}

// enterParent gives the id of the session that a new one branched from as ids are
// kept; "" if there is none. The parent itself may be gone, or in another store.
func enterParent(e model.Event) (string, error) {
	if e.Parent == "" {
		return "", nil
	}
	id, ok := parseID(e.Parent)
	switch {
	case e.Kind != model.EventCreated:
		return "", errors.New("only the first event says from which session it branched")
	case !ok:
		return "", fmt.Errorf("%q, from which it branched, is not the id of a session", model.Cut(model.Clean(e.Parent), 40))
	}
	return id, nil
}

// editFits checks the cell of the matrix that an event is about. Which activities and
// roles there are is for the framework to say.
func editFits(e model.Event) error {
	cell := e.Activity != "" || e.Role != "" && e.Kind != model.EventPriced
	switch {
	case e.Kind != model.EventEdited && (cell || e.Letter != nil):
		return fmt.Errorf("only the %s event names a cell of the matrix", model.EventEdited)
	case !cell && e.Letter != nil:
		return errors.New("a letter was chosen for no cell")
	case !cell:
		return nil
	case e.Letter != nil && !slices.Contains(model.Letters(), *e.Letter):
		return fmt.Errorf("%q is no letter of the matrix", model.Cut(model.Clean(string(*e.Letter)), 40))
	}
	if err := plainID("activity", e.Activity); err != nil {
		return err
	}
	return plainID("role", e.Role)
}

// priceFits checks the figure that an event is about. Which roles there are is for the
// framework to say.
func priceFits(e model.Event) error {
	figure := e.Role != "" || e.Per != ""
	switch {
	case e.Kind != model.EventPriced && (e.Per != "" || e.Amount != nil):
		return fmt.Errorf("only the %s event has a figure", model.EventPriced)
	case e.Kind != model.EventPriced:
		return nil
	case !figure && e.Amount != nil:
		return errors.New("an amount was given for no seat")
	case !figure:
		return nil
	}
	amount := model.Amount{Low: 1, High: 1} // taking back needs none
	if e.Amount != nil {
		amount = *e.Amount
	}
	if err := (model.OwnCost{Role: e.Role, Per: e.Per, Amount: amount}).Check(); err != nil {
		return err
	}
	return plainID("role", e.Role)
}

func kindFits(e model.Event) error {
	switch e.Kind {
	case model.EventCreated:
		if e.SessionKind != model.Interview && e.SessionKind != model.Quick {
			return fmt.Errorf("%q is no kind of session; it is %s or %s",
				model.Cut(model.Clean(string(e.SessionKind)), 40), model.Interview, model.Quick)
		}
	case model.EventAnswered, model.EventNoted, model.EventMoved:
		if e.Question == "" {
			return fmt.Errorf("the %s event names no question", e.Kind)
		}
		if e.SessionKind != "" {
			return errors.New("only the first event says what kind of session it is")
		}
	case model.EventEdited, model.EventPriced, model.EventRenamed, model.EventArchived, model.EventRestored, model.EventDeleted:
		if e.SessionKind != "" {
			return errors.New("only the first event says what kind of session it is")
		}
	default:
		return fmt.Errorf("%q is no kind of event", model.Cut(model.Clean(string(e.Kind)), 40))
	}
	return nil
}

// plainID accepts any word that prints as it is. Which ids exist is for the
// framework to say.
func plainID(what, id string) error {
	switch {
	case id == "":
		return fmt.Errorf("the %s has no id", what)
	case len(id) > model.MaxName:
		return fmt.Errorf("the %s's id has %d bytes; the most is %d", what, len(id), model.MaxName)
	case model.Clean(id) != id || strings.ContainsAny(id, " \u00a0"):
		return fmt.Errorf("%q is not the id of %s %s", model.Cut(model.Clean(id), 40), article(what), what)
	}
	return nil
}

func article(noun string) string {
	if strings.ContainsRune("aeiou", rune(noun[0])) {
		return "an"
	}
	return "a"
}
