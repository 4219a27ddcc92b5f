package cli

import (
	"bufio"
	"context"
	"errors"
	"io"
	"strings"
	"testing"

	"remit/advisor"
	"remit/model"
	"remit/store"
)

// hasty is a store in which somebody else is always quicker.
type hasty struct{ model.Sessions }

func (h hasty) AppendAt(ctx context.Context, id string, seq uint64, events ...model.Event) (model.Session, error) {
	if _, err := h.Append(ctx, id, model.Event{Kind: model.EventNoted, Question: "headcount", Text: "busy"}); err != nil {
		return model.Session{}, err
	}
	return h.Sessions.AppendAt(ctx, id, seq, events...)
}

// Who never wins the race is told so, instead of waiting for ever; the session is given as
// it was judged last.
func TestARaceThatDoesNotEndIsGivenUp(t *testing.T) {
	env, _, _ := world(t, "")
	keep := hasty{store.NewMemory(env.Now)}
	ref := advisor.Builtin().Framework().Ref
	s, err := keep.Create(t.Context(), model.Event{Kind: model.EventCreated, Name: "Acme", SessionKind: model.Interview, Framework: &ref})
	if err != nil {
		t.Fatal(err)
	}
	judged := 0
	a := &app{env: env, keeperMade: keep}
	now, saved, err := a.judgedSave(t.Context(), keep, s, func(model.Session) ([]model.Event, error) {
		judged++
		return []model.Event{{Kind: model.EventNoted, Question: "headcount", Text: "mine"}}, nil
	})
	if saved || !errors.Is(err, model.ErrMoved) || judged != mostTries {
		t.Errorf("judged %d times, saved %t, %v", judged, saved, err)
	}
	if now.Notes["headcount"] != "busy" {
		t.Errorf("the session is given as it was before: %v", now.Notes)
	}
}

// Whether there was a letter to take back is judged on the session as it is when it is
// written: one that somebody chose a moment before is taken back, and no warning denies it.
func TestALetterChosenAMomentAgoIsTakenBack(t *testing.T) {
	env, _, said := world(t, "")
	theirs := model.CellEdit{Activity: "product-technology", Role: "cfo", Letter: model.LetterI}.Event()
	keep := &overtaken{store.NewMemory(env.Now), &theirs}
	ref := advisor.Builtin().Framework().Ref
	var events []model.Event
	for q, a := range map[string]model.Answer{"headcount": model.Count(90), "technology": model.Choose("product"), "engineers": model.Count(40)} {
		events = append(events, model.Event{Kind: model.EventAnswered, Question: q, Answer: &a})
	}
	s, err := keep.Create(t.Context(), model.Event{Kind: model.EventCreated, Name: "Acme", SessionKind: model.Interview, Framework: &ref}, events...)
	if err != nil {
		t.Fatal(err)
	}
	a := &app{env: env, in: bufio.NewReader(strings.NewReader("")), out: &writer{to: io.Discard}, err: &writer{to: said}, keeperMade: keep}
	root := newRoot(a)
	root.SetArgs(strings.Fields("raci Acme --unset product-technology.cfo --set product-technology.ceo=I"))
	if err := root.ExecuteContext(t.Context()); err != nil {
		t.Fatal(err)
	}
	now, err := keep.Get(t.Context(), s.ID)
	if err != nil || len(now.Edits) != 1 || now.Edits[0].Role != "ceo" {
		t.Errorf("edits are %v, %v", now.Edits, err)
	}
	if strings.Contains(said.String(), "nothing to take back") {
		t.Errorf("it says %s", said)
	}
}
