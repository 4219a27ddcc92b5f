package advisor

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"remit/model"
)

// Whoever leads today and whatever is advised, there is one way from here to there:
// steps, or nothing to do where the advice is what is there.
func TestEveryTransition(t *testing.T) {
	e := loadedEngine(t)
	for _, o := range e.f.Question(incumbent).Options {
		as := model.Answers{incumbent: model.Choose(o.ID)}
		for _, to := range model.Structures() {
			way, ok := e.Transition(as, to)
			if !ok || !slices.Contains(way.From, o.ID) || !slices.Contains(way.To, to) {
				t.Errorf("from %s to %v: got %q, %v", o.ID, to, way.ID, ok)
			}
			if there := o.ID == to.String(); there != (way.Stays != "") || there == (len(way.Steps) > 0) {
				t.Errorf("from %s to %v: %d steps, stays because %q", o.ID, to, len(way.Steps), way.Stays)
			}
			for _, id := range way.Sources {
				if e.f.Source(id) == nil {
					t.Errorf("%s: no source %q", way.ID, id)
				}
			}
		}
	}
}

// Nobody is led anywhere from a place that is not known.
func TestTransitionNeedsToKnowWhoLeads(t *testing.T) {
	e := Builtin()
	for _, as := range []model.Answers{nil, {incumbent: model.Say(model.WordUnsure)}, {incumbent: model.Choose("somebody")}} {
		if way, ok := e.Transition(as, model.CTO); ok {
			t.Errorf("%v: led by %s", as, way.ID)
		}
	}
	bare, err := New(&model.Framework{Structures: e.f.Structures})
	if err != nil {
		t.Fatal(err)
	}
	if _, ok := bare.Transition(model.Answers{incumbent: model.Choose("cto")}, model.CTO); ok {
		t.Error("a framework without transitions has one")
	}
}

// Every transition keeps something: who only takes away breaks what works.
func TestTransitionsKeepWhatWorks(t *testing.T) {
	for _, way := range Builtin().Annex().Transitions {
		if way.Stays == "" && !slices.ContainsFunc(way.Steps, func(s model.Step) bool { return s.Keep != "" }) {
			t.Errorf("%s keeps nothing", way.ID)
		}
	}
}

// ledFramework asks who leads today, which the minimal framework does not, and has
// the transitions that it is given.
func ledFramework(transitions string) string {
	question := `  - id: incumbent
    topic: company
    kind: choice
    ask: Who leads today?
    short: Leads today
    why: It is where the way begins.
    help: Look around.
    moves: {by: nobody}
    examples: [The founder.]
    options:
      - {id: founder, label: A founder, help: Beside other work.}
      - {id: cto, label: A CTO, help: For what is built.}

rules:
`
	return strings.Replace(MinimalFramework, "\nrules:\n", "\n"+question, 1) + "transitions:\n" + transitions
}

const (
	threeSteps = "steps: [{do: a, who: a}, {do: b, who: b, keep: b}, {do: c, who: c}], sources: [book]}\n"
	ctoStays   = "  - {id: stays, title: x, from: [cto], to: [cto], stays: It is there., sources: [book]}\n"
	ctoLeaves  = "  - {id: leaves, title: x, from: [cto], to: [cio, both, hybrid, vcio], " + threeSteps
	founders   = "  - {id: begins, title: x, from: [founder], to: [cto, cio, both, hybrid, vcio], " + threeSteps
)

func TestTransitionFaults(t *testing.T) {
	if _, err := Load(oneFile(ledFramework(ctoStays + ctoLeaves + founders))); err != nil {
		t.Fatalf("without a fault:\n%v", err)
	}
	for _, c := range []struct {
		name, transitions string
		faults            []string
	}{
		{"a way is missing", ctoLeaves + founders, []string{"no transition leads from cto to cto"}},
		{"a way is there twice", ctoStays + ctoLeaves + founders + strings.Replace(ctoStays, "stays,", "again,", 1),
			[]string{`transition "again": transition "stays" leads from cto to cto already`}},
		{"an unknown leader", strings.Replace(ctoStays, "from: [cto]", "from: [ceo]", 1) + ctoLeaves + founders,
			[]string{`transition "stays": from names unknown option "ceo"`}},
		{"an unknown structure", strings.Replace(ctoStays, "to: [cto]", "to: [ceo]", 1) + ctoLeaves + founders,
			[]string{`transition "stays": to names unknown structure "ceo"`}},
		{"steps and stays", strings.Replace(ctoStays, "stays: It", "steps: [], stays: It", 1) + ctoLeaves + founders,
			[]string{`transition "stays": steps has no meaning here: nothing changes`}},
		{"neither", strings.Replace(ctoStays, "stays: It is there., ", "", 1) + ctoLeaves + founders,
			[]string{`transition "stays": the transition leads nowhere`}},
		{"too few steps", ctoStays + strings.Replace(ctoLeaves, ", {do: c, who: c}", "", 1) + founders,
			[]string{`transition "leaves": steps has 2 items, not 3 to 6`}},
		{"a step of nobody", ctoStays + strings.Replace(ctoLeaves, "{do: c, who: c}", "{do: c}", 1) + founders,
			[]string{`transition "leaves": step 3: who is missing`}},
		{"no sources", strings.Replace(ctoStays, ", sources: [book]", "", 1) + ctoLeaves + founders,
			[]string{`transition "stays": sources is missing`}},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := Load(oneFile(ledFramework(c.transitions)))
			compareLists(t, "faults", told(err), c.faults)
		})
	}
	_, err := Load(oneFile(MinimalFramework + "transitions:\n" + ctoStays))
	compareLists(t, "without the question", told(err), []string{`there are transitions, but no choice question "incumbent"`})
}

func told(err error) []string {
	faults, _ := errors.AsType[model.Faults](err)
	var list []string
	for _, f := range faults {
		list = append(list, f.What)
	}
	return list
}
