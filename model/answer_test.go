package model_test

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"remit/model"
)

func TestNonAnswersAreThreeDifferentThings(t *testing.T) {
	seen := map[model.Answer]string{}
	for _, word := range []string{"unsure", "n/a", "later"} {
		a := model.Say(word)
		if other, same := seen[a]; same {
			t.Errorf("%q and %q are the same answer", word, other)
		}
		seen[a] = word
		if a.Real() || a.String() != word {
			t.Errorf("%q: real %v, written %q", word, a.Real(), a)
		}
		if a.Open() != (word != "n/a") {
			t.Errorf("%q: open %v; only a question that does not apply is closed", word, a.Open())
		}
	}
	var none model.Answer
	if none.Real() || !none.Open() || none.String() != "" {
		t.Errorf("the zero answer says something: %+v", none)
	}
}

// An answer reads back as what was written, whatever word it is.
func FuzzAnswerJSON(f *testing.F) {
	for _, s := range []string{`"product"`, `40`, `"unsure"`, `null`, `-1`, `1.5`, `"\u001b"`, `{}`, ``, `1e3`} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		var a model.Answer
		if json.Unmarshal([]byte(s), &a) != nil {
			return
		}
		b, err := json.Marshal(a)
		if err != nil {
			t.Fatal(err)
		}
		var again model.Answer
		if err := json.Unmarshal(b, &again); err != nil || again != a {
			t.Errorf("%q reads as %+v, is written %s and reads as %+v: %v", s, a, b, again, err)
		}
	})
}

func twoQuestions() *model.Framework {
	return &model.Framework{Questions: []model.Question{
		{ID: "headcount", Kind: model.NumberQuestion, Min: 0, Max: 100},
		{ID: "technology", Kind: model.ChoiceQuestion, Options: []model.OptionInfo{{ID: "product"}, {ID: "support"}}},
	}}
}

func TestFrameworkChecksAnswers(t *testing.T) {
	f := twoQuestions()
	for _, c := range []struct {
		name   string
		as     model.Answers
		faults []string
	}{
		{"nothing said", nil, nil},
		{"legal", model.Answers{"headcount": model.Count(100), "technology": model.Choose("support")}, nil},
		{"every question takes the non-answers", model.Answers{"headcount": model.Say("later"), "technology": model.Say("n/a")}, nil},
		{"number out of range", model.Answers{"headcount": model.Count(101)}, []string{`"headcount" takes a whole number from 0 to 100`}},
		{"number for a choice", model.Answers{"technology": model.Count(1)}, []string{`one of product, support, unsure, n/a, later, not the number 1`}},
		{"unknown option", model.Answers{"technology": model.Choose("toys")}, []string{`not "toys"`}},
		{"word for a number", model.Answers{"headcount": model.Choose("many")}, []string{`not "many"`}},
		{"all faults at once", model.Answers{"heads": model.Count(1), "technology": model.Choose("x")},
			[]string{`unknown question "heads"`, "headcount, technology", `not "x"`}},
		{"hostile text shows as escapes", model.Answers{"technology": model.Choose("\x1b[2Jx")}, []string{`not "\x1b[2Jx" (with invisible characters)`}},
		{"a name that only looks right", model.Answers{"\u202etechnology": model.Choose("x")}, []string{`unknown question "\u202etechnology" (with invisible`}},
	} {
		err := f.Check(c.as)
		if (err != nil) != (c.faults != nil) {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		for _, want := range c.faults {
			if !strings.Contains(err.Error(), want) {
				t.Errorf("%s: %q does not say %q", c.name, err, want)
			}
		}
		if err != nil && model.KindOf(err) != model.KindInvalid {
			t.Errorf("%s: kind %d", c.name, model.KindOf(err))
		}
	}
}

func TestConditionsReadOnlyRealAnswers(t *testing.T) {
	ten := 10
	atLeast := model.Condition{Question: "headcount", AtLeast: &ten}
	is := model.Condition{Question: "technology", In: []string{"product"}}
	for _, c := range []struct {
		c    model.Condition
		a    model.Answer
		want bool
	}{
		{atLeast, model.Count(10), true},
		{atLeast, model.Count(9), false},
		{atLeast, model.Say("unsure"), false},
		{atLeast, model.Answer{}, false},
		{is, model.Choose("product"), true},
		{is, model.Choose("support"), false},
		{is, model.Say("n/a"), false},
		{is, model.Count(10), false},
	} {
		if got := c.c.Holds(c.a); got != c.want {
			t.Errorf("%+v holds for %+v: %v", c.c, c.a, got)
		}
	}
}

// A session is what its events add up to, and applying an event leaves the session
// before it as it was.
func TestSessionIsTheSumOfItsEvents(t *testing.T) {
	at := time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)
	product := model.Choose("product")
	events := []model.Event{
		{Kind: model.EventCreated, Name: "Acme", SessionKind: model.Interview, Framework: &model.Ref{ID: "remit"}},
		{Kind: model.EventAnswered, Question: "technology", Answer: &product},
		{Kind: model.EventNoted, Question: "technology", Text: "says the board"},
		{Kind: model.EventMoved, Question: "headcount"},
		{Kind: model.EventDeleted},
		{Kind: model.EventRestored},
		{Kind: model.EventRenamed, Name: "Acme Ltd", Client: "Acme", Asked: "the board"},
		{Kind: model.EventAnswered, Question: "technology"},
		{Kind: model.EventNoted, Question: "technology"},
	}
	var states []model.Session
	s := model.Session{ID: "x"}
	for i, e := range events {
		e.Seq, e.At = uint64(i+1), at.Add(time.Duration(i)*time.Minute)
		s = s.Apply(e)
		states = append(states, s)
	}
	if got := states[2]; got.Answers["technology"] != product || got.Notes["technology"] == "" || got.Framework.ID != "remit" {
		t.Errorf("after answer and note: %+v", got)
	}
	if got := states[3].Position; got != "headcount" {
		t.Errorf("resumes at %q", got)
	}
	if !states[4].Deleted || states[5].Deleted {
		t.Error("deleted and brought back")
	}
	if last := states[8]; len(last.Answers) != 0 || len(last.Notes) != 0 || last.Name != "Acme Ltd" || last.Created != at || last.Seq != 9 {
		t.Errorf("in the end: %+v", last)
	}
	if states[1].Answers["technology"] != product {
		t.Error("taking an answer back changed the session before it")
	}
}

func TestStructuresHaveNames(t *testing.T) {
	for _, s := range model.Structures() {
		b, err := s.MarshalText()
		var back model.Structure
		if err != nil || back.UnmarshalText(b) != nil || back != s {
			t.Errorf("%v does not read back from %q", s, b)
		}
	}
	var s model.Structure
	if s.UnmarshalText([]byte("cdo")) == nil {
		t.Error("an unknown structure is read")
	}
	if _, err := model.Structure(9).MarshalText(); err == nil {
		t.Error("a structure that does not exist is written")
	}
}
