package storetest

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"sync"
	"testing"

	"remit/model"
)

const noSuchID = "01JZZZZZZZZZZZZZZZZZZZZZZZ"

func empty(t *testing.T, s model.Sessions) {
	page, err := s.List(t.Context(), model.Query{})
	if err != nil || len(page.Sessions) != 0 || page.Cursor != "" {
		t.Errorf("list: got %+v, %v; want an empty page", page, err)
	}
	for _, id := range []string{noSuchID, "no id", "", "\x00", strings.Repeat("0", 1000)} {
		_, err := s.Get(t.Context(), id)
		wantKind(t, fmt.Sprintf("get %.30q", id), err, model.KindNotFound)
		_, err = s.History(t.Context(), id)
		wantKind(t, fmt.Sprintf("history of %.30q", id), err, model.KindNotFound)
		_, err = s.Find(t.Context(), id)
		wantKind(t, fmt.Sprintf("find %.30q", id), err, model.KindNotFound)
		_, err = s.Append(t.Context(), id, Answered("headcount", model.Count(1)))
		wantKind(t, fmt.Sprintf("append to %.30q", id), err, model.KindNotFound)
		wantKind(t, fmt.Sprintf("purge %.30q", id), s.Purge(t.Context(), id), model.KindNotFound)
	}
}

func events(t *testing.T, s model.Sessions) {
	made, err := s.Create(t.Context(), model.Event{
		Kind: model.EventCreated, By: "Ada", Name: "Acme", Client: "Acme Ltd", Asked: "the founders",
		SessionKind: model.Quick, Framework: &model.Ref{ID: "leadership", Version: "2", Hash: "abc"}, Parent: noSuchID,
	})
	if err != nil {
		t.Fatal(err)
	}
	if made.Name != "Acme" || made.Client != "Acme Ltd" || made.Asked != "the founders" || made.Kind != model.Quick ||
		made.Framework != (model.Ref{ID: "leadership", Version: "2", Hash: "abc"}) || made.Seq != 1 ||
		made.Parent != noSuchID || made.Created.IsZero() || !made.Updated.Equal(made.Created) || made.ID == "" {
		t.Errorf("created: %+v", made)
	}
	add(t, s, made.ID, Answered("headcount", model.Count(40)),
		model.Event{Kind: model.EventNoted, Question: "headcount", Text: "two are leaving\nsoon"})
	add(t, s, made.ID, model.Event{Kind: model.EventMoved, Question: "technology"})
	add(t, s, made.ID, model.Event{Kind: model.EventRenamed, Name: "Acme II", Client: "Acme plc"})
	after := add(t, s, made.ID, model.Event{Kind: model.EventArchived})
	if after.Name != "Acme II" || after.Parent != noSuchID || after.Client != "Acme plc" || after.Asked != "" || after.Position != "technology" ||
		!after.Archived || after.Seq != 6 || after.Answers["headcount"] != model.Count(40) ||
		after.Notes["headcount"] != "two are leaving\nsoon" {
		t.Errorf("after six events: %+v", after)
	}
	if got := get(t, s, made.ID); !reflect.DeepEqual(got, after) {
		t.Errorf("get gives\n%+v, append gave\n%+v", got, after)
	}
	if got := get(t, s, strings.ToLower(made.ID)); got.ID != made.ID {
		t.Errorf("an id in small letters gives %q", got.ID)
	}
	if unchanged := add(t, s, made.ID); !reflect.DeepEqual(unchanged, after) {
		t.Errorf("append of nothing gives %+v", unchanged)
	}
	hist := history(t, s, made.ID)
	if len(hist) != 6 || hist[0].Parent != noSuchID || hist[0].By != "Ada" || hist[2].Text != "two are leaving\nsoon" {
		t.Errorf("history: %+v", hist)
	}
}

// A parent is a name and no bond: it may change, be deleted, purged or never have
// been here.
func parents(t *testing.T, s model.Sessions) {
	parent := create(t, s, "Acme")
	first := Created("Acme, what if")
	first.Parent = strings.ToLower(parent.ID)
	branch, err := s.Create(t.Context(), first)
	if err != nil || branch.Parent != parent.ID {
		t.Fatalf("create: parent %q, %v; want %q", branch.Parent, err, parent.ID)
	}
	if err := s.Purge(t.Context(), parent.ID); err != nil {
		t.Fatal(err)
	}
	after := add(t, s, branch.ID, Answered("headcount", model.Count(40)), model.Event{Kind: model.EventRenamed, Name: "Other"})
	page, err := s.List(t.Context(), model.Query{})
	if err != nil || len(page.Sessions) != 1 {
		t.Fatalf("list: %+v, %v", page, err)
	}
	for way, got := range map[string]model.Session{"append": after, "get": get(t, s, branch.ID), "list": page.Sessions[0]} {
		if got.Parent != parent.ID {
			t.Errorf("%s: parent %q, want %q", way, got.Parent, parent.ID)
		}
	}
	events := history(t, s, branch.ID)
	if err := s.Purge(t.Context(), branch.ID); err != nil {
		t.Fatal(err)
	}
	if again, err := s.Import(t.Context(), branch.ID, events); err != nil || again.Parent != parent.ID {
		t.Errorf("import: parent %q, %v; want %q", again.Parent, err, parent.ID)
	}
}

func answers(t *testing.T, s model.Sessions) {
	id := create(t, s, "Acme").ID
	given := map[string]model.Answer{
		"a": model.Choose("support"), "b": model.Count(0), "c": model.Count(-7), "d": {Kind: model.Unsure},
		"e": {Kind: model.NotApplicable}, "f": {Kind: model.Later}, "g": model.Choose("größer"),
	}
	for question, a := range given {
		add(t, s, id, Answered(question, a))
	}
	got := get(t, s, id).Answers
	if len(got) != len(given) {
		t.Errorf("got %d answers, gave %d", len(got), len(given))
	}
	for question, want := range given {
		if got[question] != want {
			t.Errorf("%s: got %+v, want %+v", question, got[question], want)
		}
	}
	add(t, s, id, Answered("a", model.Answer{}), model.Event{Kind: model.EventAnswered, Question: "b"})
	got = get(t, s, id).Answers
	if _, there := got["a"]; there {
		t.Error("the answer to a was taken back and is still there")
	}
	if _, there := got["b"]; there {
		t.Error("the answer to b was taken back and is still there")
	}
	if words := add(t, s, id, Answered("h", model.Choose("unsure"))).Answers["h"]; words.Kind != model.Unsure {
		t.Errorf("an option of the name unsure is read back as %+v", words)
	}
}

func allOrNothing(t *testing.T, s model.Sessions) {
	before := create(t, s, "Acme")
	_, err := s.Append(t.Context(), before.ID,
		Answered("headcount", model.Count(1)), Answered("", model.Count(2)), Answered("engineers", model.Count(3)))
	wantKind(t, "append with a bad event in the middle", err, model.KindUsage)
	if got := get(t, s, before.ID); !reflect.DeepEqual(got, before) {
		t.Errorf("after a refused append: %+v, want %+v", got, before)
	}
}

func refused(t *testing.T, s model.Sessions) {
	for _, first := range []model.Event{
		{}, {Kind: model.EventArchived}, {Kind: model.EventCreated, Name: "x"},
		{Kind: model.EventCreated, Name: "x", SessionKind: "party"},
		{Kind: model.EventCreated, Name: "x", SessionKind: model.Quick, Parent: "no id"},
	} {
		_, err := s.Create(t.Context(), first)
		wantKind(t, fmt.Sprintf("create from %+v", first), err, model.KindUsage)
	}
	id := create(t, s, "Acme").ID
	for _, e := range []model.Event{
		{}, {Kind: "exploded"}, Created("again"), {Kind: model.EventMoved}, {Kind: model.EventNoted, Text: "on what?"},
		Answered("two words", model.Count(1)), Answered("bell\a", model.Count(1)),
		Answered("q", model.Choose("")), Answered("q", model.Choose("\x1b[31mred")), Answered("q", model.Answer{Kind: 99}),
		{Kind: model.EventArchived, Parent: noSuchID},
		Answered(strings.Repeat("q", model.MaxName+1), model.Count(1)),
	} {
		_, err := s.Append(t.Context(), id, e)
		wantKind(t, fmt.Sprintf("append %.80s", fmt.Sprintf("%+v", e)), err, model.KindUsage)
	}
}

func cleaned(t *testing.T, s model.Sessions) {
	made, err := s.Create(t.Context(), model.Event{
		Kind: model.EventCreated, SessionKind: model.Interview, By: "\x1b[1mEve",
		Name: " Ac\x1b[2Jme\n ", Client: "C\u202eL", Asked: "a\x00b",
	})
	if err != nil {
		t.Fatal(err)
	}
	if made.Name != "Acme" || made.Client != "CL" || made.Asked != "ab" {
		t.Errorf("got name %q, client %q, asked %q", made.Name, made.Client, made.Asked)
	}
	add(t, s, made.ID, model.Event{Kind: model.EventNoted, Question: "q", Text: "one\r\ntwo\x1b]0;title\a\xff"})
	hist := history(t, s, made.ID)
	if want := "one\ntwo\uFFFD"; hist[1].Text != want {
		t.Errorf("note: got %q, want %q", hist[1].Text, want)
	}
	if hist[0].By != "Eve" {
		t.Errorf("author: got %q", hist[0].By)
	}
}

func tooLong(t *testing.T, s model.Sessions) {
	name, text := strings.Repeat("n", model.MaxName), strings.Repeat("t", model.MaxText)
	made := create(t, s, name)
	after := add(t, s, made.ID, model.Event{Kind: model.EventNoted, Question: "q", Text: text})
	if after.Name != name || after.Notes["q"] != text {
		t.Error("text of the greatest length did not come back whole")
	}
	_, err := s.Create(t.Context(), Created(name+"n"))
	wantKind(t, "create with a name too long", err, model.KindUsage)
	for _, e := range []model.Event{
		{Kind: model.EventNoted, Question: "q", Text: text + "t"},
		{Kind: model.EventRenamed, Name: name + "n"},
		{Kind: model.EventRenamed, Name: "n", Client: name + "n"},
		{Kind: model.EventRenamed, Name: "n", Asked: name + "n"},
		{Kind: model.EventArchived, By: name + "n"},
	} {
		_, err := s.Append(t.Context(), made.ID, e)
		wantKind(t, "append text too long", err, model.KindUsage)
	}
}

func ownCopy(t *testing.T, s model.Sessions) {
	answer := model.Count(40)
	given := model.Event{Kind: model.EventAnswered, Question: "headcount", Answer: &answer}
	id := create(t, s, "Acme").ID
	handed := add(t, s, id, given, model.Event{Kind: model.EventNoted, Question: "headcount", Text: "sure"})
	want := get(t, s, id)

	answer = model.Count(1)
	handed.Answers["headcount"] = model.Count(2)
	handed.Notes["headcount"] = "changed"
	got := get(t, s, id)
	got.Answers["other"] = model.Count(3)
	*history(t, s, id)[1].Answer = model.Count(4)
	history(t, s, id)[0].Framework.ID = "changed"

	if got := get(t, s, id); !reflect.DeepEqual(got, want) {
		t.Errorf("a caller changed what is stored: %+v, want %+v", got, want)
	}
	if given.Seq != 0 || !given.At.IsZero() {
		t.Errorf("append changed the caller's event: %+v", given)
	}
}

func sideBySide(t *testing.T, s model.Sessions) {
	id := create(t, s, "Acme").ID
	const writers, each = 8, 10
	var wg sync.WaitGroup
	for w := range writers {
		wg.Go(func() {
			for i := range each {
				if _, err := s.Append(t.Context(), id, Answered(fmt.Sprintf("q%d.%d", w, i), model.Count(i))); err != nil {
					t.Errorf("writer %d: %v", w, err)
				}
				if _, err := s.Get(t.Context(), id); err != nil {
					t.Errorf("reader %d: %v", w, err)
				}
			}
		})
	}
	wg.Wait()
	got := get(t, s, id)
	if len(got.Answers) != writers*each || got.Seq != writers*each+1 {
		t.Errorf("%d answers and %d events, want %d and %d", len(got.Answers), got.Seq, writers*each, writers*each+1)
	}
}

func calledOff(t *testing.T, s model.Sessions) {
	before := create(t, s, "Acme")
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := s.Append(ctx, before.ID, Answered("headcount", model.Count(1))); !errors.Is(err, context.Canceled) {
		t.Errorf("append: got %v, want %v", err, context.Canceled)
	}
	if _, err := s.Create(ctx, Created("Other")); !errors.Is(err, context.Canceled) {
		t.Errorf("create: got %v, want %v", err, context.Canceled)
	}
	if _, err := s.List(ctx, model.Query{}); !errors.Is(err, context.Canceled) {
		t.Errorf("list: got %v, want %v", err, context.Canceled)
	}
	if got := get(t, s, before.ID); !reflect.DeepEqual(got, before) {
		t.Errorf("something was written: %+v", got)
	}
}
