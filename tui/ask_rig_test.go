package tui

import (
	"context"
	"errors"
	"slices"
	"testing"

	tea "charm.land/bubbletea/v2"

	"remit/model"
)

// dental is a group of dental practices with 40 people, saas a software company
// with 90: the two examples that must not get the same advice.
var (
	dental = map[string]string{
		"technology": "support", "headcount": "40", "regulation": "heavy", "strategy": "balanced",
		"custom_software": "none", "engineers": "0", "priority": "efficiency", "audience": "internal",
		"it_staff": "0", "estate": "simple", "outsourcing": "most", "change": "improving",
		"seats": "0", "incumbent": "provider", "versatile_leader": "no", "friction": "low",
	}
	saas = map[string]string{
		"technology": "product", "headcount": "90", "regulation": "moderate", "strategy": "differentiation",
		"custom_software": "heavy", "engineers": "35", "priority": "revenue", "audience": "external",
		"it_staff": "2", "estate": "simple", "outsourcing": "none", "change": "improving",
		"seats": "1", "incumbent": "founder", "versatile_leader": "no", "friction": "low",
	}
)

// opened is a rig with one session open at a place.
func opened(t *testing.T, to place, kind model.SessionKind, answers map[string]string, change ...func(*Deps)) (*rig, model.Session) {
	t.Helper()
	r := newRig(t, change...)
	r.begin()
	s := filled(r, kind, answers)
	r.goTo(to, s)
	return r, s
}

// filled saves a session with these answers.
func filled(r *rig, kind model.SessionKind, answers map[string]string) model.Session {
	r.t.Helper()
	f := r.app.env.Engine.Framework()
	s, err := r.store.Create(r.t.Context(), model.Event{Kind: model.EventCreated, Name: "Harbour", SessionKind: kind, Framework: &f.Ref})
	if err != nil {
		r.t.Fatal(err)
	}
	for _, q := range f.Questions {
		word, ok := answers[q.ID]
		if !ok {
			continue
		}
		a := answerFor(r.t, &q, word)
		if s, err = r.store.Append(r.t.Context(), s.ID, model.Event{Kind: model.EventAnswered, Question: q.ID, Answer: &a}); err != nil {
			r.t.Fatal(err)
		}
	}
	return s
}

func answerFor(t *testing.T, q *model.Question, word string) model.Answer {
	t.Helper()
	a := model.Say(word)
	if a.Real() && q.Kind == model.NumberQuestion {
		n := 0
		for _, c := range word {
			n = n*10 + int(c-'0')
		}
		a = model.Count(n)
	}
	if err := q.Accept(a); err != nil {
		t.Fatal(err)
	}
	return a
}

// ask gives the interview on top, and fails if something else is.
func (r *rig) ask() *askScreen {
	r.t.Helper()
	a, ok := r.app.top().(*askScreen)
	if !ok {
		r.t.Fatalf("the top screen is %T (%s), want the interview", r.app.top(), r.app.title())
	}
	return a
}

// at gives the question that is open.
func (r *rig) at() string { return r.ask().talk.at }

// stored is the session as the store has it.
func (r *rig) stored(id string) model.Session {
	r.t.Helper()
	s, err := r.store.Get(r.t.Context(), id)
	if err != nil {
		r.t.Fatal(err)
	}
	return s
}

// keysFor are the keys that a person presses to answer the open question.
func (r *rig) keysFor(word string) []string {
	r.t.Helper()
	a := r.ask()
	q := a.talk.question()
	answer := answerFor(r.t, q, word)
	if answer.Kind == model.Number && typesNumber(q) {
		keys := []string{}
		for _, c := range word {
			keys = append(keys, string(c))
		}
		return append(keys, "enter")
	}
	i := slices.IndexFunc(a.choices, func(c choice) bool { return !c.typed && c.answer == answer })
	if i < 0 || a.choices[i].key == "" {
		r.t.Fatalf("%s has no key for %q", q.ID, word)
	}
	return []string{a.choices[i].key}
}

// say answers the open question.
func (r *rig) say(word string) {
	r.t.Helper()
	r.press(r.keysFor(word)...)
}

// sayAll answers until the interview gives way to another screen, or has
// nothing more to ask.
func (r *rig) sayAll(answers map[string]string) {
	r.t.Helper()
	for range 50 {
		a, ok := r.app.top().(*askScreen)
		if !ok || a.talk.at == "" {
			return
		}
		if word, ok := answers[a.talk.at]; ok {
			r.say(word)
		} else {
			r.press("tab")
		}
	}
	r.t.Fatal("the interview does not end")
}

// interviewed opens a place on a session with the first n questions answered.
func interviewed(r *rig, to place, n int) *rig {
	r.t.Helper()
	s := r.begin().create("A company with a long name", "Client GmbH", n)
	r.goTo(to, s)
	return r
}

// refuse makes the store refuse all further answers, and opens the interview anew
// on it.
func (r *rig) refuse() *rig {
	r.t.Helper()
	refuse := true
	refusing(&refuse)(&r.app.env.Deps)
	r.goTo(placeInterview, r.ask().talk.session)
	return r
}

// flaky is a store that refuses to write while told so.
type flaky struct {
	model.Sessions
	refuse *bool
}

func (f flaky) Create(ctx context.Context, created model.Event, more ...model.Event) (model.Session, error) {
	if *f.refuse {
		return model.Session{}, full()
	}
	return f.Sessions.Create(ctx, created, more...)
}

func (f flaky) Append(ctx context.Context, id string, events ...model.Event) (model.Session, error) {
	if *f.refuse {
		return model.Session{}, full()
	}
	return f.Sessions.Append(ctx, id, events...)
}

func (f flaky) AppendAt(ctx context.Context, id string, seq uint64, events ...model.Event) (model.Session, error) {
	if *f.refuse {
		return model.Session{}, full()
	}
	return f.Sessions.AppendAt(ctx, id, seq, events...)
}

func full() error {
	return &model.Error{
		Kind: model.KindIO, What: "save the answer", Lost: "Nothing else is lost.",
		Cure: "Free some space on the disk.", Err: errors.New("no space left on device"),
	}
}

// refusing puts a flaky store under a rig, and gives the switch.
func refusing(refuse *bool) func(*Deps) {
	return func(d *Deps) { d.Sessions = flaky{d.Sessions, refuse} }
}

// click is a click of the left button at a place in the window.
func click(x, y int) tea.Msg { return tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft} }
