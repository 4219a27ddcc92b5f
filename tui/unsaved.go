package tui

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"remit/model"
)

// Unsaved is what a person said and what is not in the store at the end. It is the
// cause of the error that Run then gives, for a caller who can keep it elsewhere.
type Unsaved struct {
	Session model.Session
	Said    []model.Event // EventAnswered, EventNoted and EventEdited, oldest first; never empty
	Err     error         // what the store said last; nil if it was not asked to take it
}

// Error gives what the store said.
func (u *Unsaved) Error() string {
	if u.Err == nil {
		return "remit was ended before"
	}
	return u.Err.Error()
}

// Unwrap gives what the store said, for its kind.
func (u *Unsaved) Unwrap() error { return u.Err }

// holder is a screen that may hold what the store does not have.
type holder interface {
	flush() error // tries once more to save what the store refused
	holding() (refused, written *Unsaved)
}

// supposer is a screen, or what lies over one, on which a person tries out what need not
// be saved. Leaving it behind is no error, but worth a question.
type supposer interface {
	atStake() string // in a few words what would be lost; "" if that is nothing
}

// unsaved gives what the store refused, and the notes that were written and not
// given to it; each nil if there is nothing. One session is open at a time, so the
// screens on the stack speak of the same one.
func (a *app) unsaved() (refused, written *Unsaved) {
	for _, s := range a.stack {
		if h, ok := s.(holder); ok {
			r, w := h.holding()
			refused, written = refused.and(r), written.and(w)
		}
	}
	return refused, written
}

// and joins two, either of which may be nil.
func (u *Unsaved) and(more *Unsaved) *Unsaved {
	switch {
	case u == nil:
		return more
	case more == nil:
		return u
	}
	joined := *u
	joined.Said = append(joined.Said[:len(joined.Said):len(joined.Said)], more.Said...)
	if joined.Err == nil {
		joined.Err = more.Err
	}
	return &joined
}

// stop leaves the program. What is not saved is tried once more and then named: a
// second time in a row it is left behind. In a window too small to name it in,
// leaving is all there is; Run tells it afterwards.
func (a *app) stop() tea.Cmd {
	if a.warned || a.frame.tooSmall() {
		return tea.Quit
	}
	for _, s := range a.stack {
		if h, ok := s.(holder); ok {
			_ = h.flush() // what fails is still unsaved below
		}
	}
	behind := a.leftBehind()
	if len(behind) == 0 {
		return tea.Quit
	}
	a.warned = true
	return toast(toneWarn, "Ctrl+c again leaves without: "+strings.Join(behind, "; "))
}

// leftBehind names what leaving now would lose.
func (a *app) leftBehind() []string {
	var list []string
	refused, written := a.unsaved()
	if u := refused.and(written); u != nil {
		list = u.listed(40)
	}
	for _, s := range a.stack {
		if x, ok := s.(supposer); ok && x.atStake() != "" {
			list = append(list, x.atStake())
		}
	}
	if x, ok := a.over.(supposer); ok && x.atStake() != "" {
		list = append(list, x.atStake())
	}
	return list
}

// lost is the error for what is not saved at the end; nil if all is. left tells
// that the person was asked and left: then only what the store refused is an error.
func (a *app) lost(left bool) error {
	u, written := a.unsaved()
	if !left {
		u = u.and(written)
	}
	if u == nil {
		return nil
	}
	e := &model.Error{
		Kind: model.KindIO,
		What: fmt.Sprintf("save what was said in %s", model.Quote(sessionTitle(u.Session))),
		Lost: "Not saved:\n" + strings.Join(u.listed(1000), "\n"),
		Err:  u,
	}
	if cause, ok := asError(u.Err); ok {
		e.Cure = cause.Cure
		if cause.Kind != model.KindBug {
			e.Kind = cause.Kind
		}
	}
	return e
}

// flush tries once more to save what the store refused.
func (a *askScreen) flush() error { return a.talk.flush() }

// holding gives what was said here and is not in the store.
func (a *askScreen) holding() (refused, written *Unsaved) {
	for _, d := range a.talk.drafts {
		refused = refused.and(&Unsaved{a.talk.session, d.events("")[:1], a.talk.refusal})
	}
	n, writing := a.inner.(*noteEditor)
	for _, q := range slices.Sorted(maps.Keys(a.unsaved)) {
		if !writing || q != a.talk.at {
			written = written.and(a.written(q, a.unsaved[q]))
		}
	}
	if writing {
		if text := n.text(); text != a.talk.noted(a.talk.at) {
			written = written.and(a.written(a.talk.at, text))
		}
	}
	return refused, written
}

func (a *askScreen) written(question, note string) *Unsaved {
	return &Unsaved{a.talk.session, []model.Event{{Kind: model.EventNoted, Question: question, Text: note}}, nil}
}

// listed writes each thing as "question = value", with notes of at most so many
// bytes.
func (u *Unsaved) listed(most int) []string {
	lines := make([]string, len(u.Said))
	for i, e := range u.Said {
		switch {
		case e.Kind == model.EventNoted:
			lines[i] = fmt.Sprintf("note on %s: %s", e.Question, model.Clean(model.Cut(e.Text, most)))
		case e.Answer == nil || e.Answer.Kind == model.Unanswered:
			lines[i] = e.Question + ": answer taken back"
		default:
			lines[i] = e.Question + " = " + model.Clean(e.Answer.String())
		}
	}
	return lines
}
