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
		for _, fr := range newFrames(e.f).all {
			to := fr.structure
			way, ok := e.Transition(as, to, fr.engagement)
			if !ok || !slices.Contains(way.From, o.ID) || !slices.Contains(way.To, to) {
				t.Errorf("from %s to %v: got %q, %v", o.ID, to, way.ID, ok)
			}
			if own := slices.Contains(way.Engaged, fr.engagement); !own && len(way.Engaged) > 0 {
				t.Errorf("from %s to %v: %q is for %v, not %s", o.ID, to, way.ID, way.Engaged, fr.engagement)
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

// Whoever is told to hire no executive is led to a provider and an owner inside, not
// to an adviser.
func TestNoAdviserOnTheWayToAProvider(t *testing.T) {
	e := Builtin()
	for _, o := range e.f.Question(incumbent).Options {
		as := model.Answers{incumbent: model.Choose(o.ID)}
		way, _ := e.Transition(as, model.VCIO, model.Provider)
		other, _ := e.Transition(as, model.VCIO, "fractional")
		if way.ID == other.ID {
			t.Errorf("from %s both take %s", o.ID, way.ID)
		}
		for _, step := range way.Steps {
			if strings.Contains(step.Do+step.Who+step.Keep, "adviser") || strings.Contains(step.Do, "virtual CIO") {
				t.Errorf("%s: %s", way.ID, step.Do)
			}
		}
	}
	var a model.Advice
	e.Brief(&a, model.Answers{"headcount": model.Count(6), "technology": model.Choose("support"), "seats": model.Count(0),
		"regulation": model.Choose("light"), "change": model.Choose("steady"), "estate": model.Choose("simple")}, 0)
	if a.Engagement.Then != string(model.Provider) {
		t.Fatalf("advised as %s", a.Engagement.Then)
	}
	if i := slices.IndexFunc(a.Warnings, func(f model.Finding) bool { return f.Rule == "vcio-contract" }); i >= 0 {
		t.Error("a contract with an adviser who does not come")
	}
}

// Nobody is led anywhere from a place that is not known.
func TestTransitionNeedsToKnowWhoLeads(t *testing.T) {
	e := Builtin()
	for _, as := range []model.Answers{nil, {incumbent: model.Say(model.WordUnsure)}, {incumbent: model.Choose("somebody")}} {
		if way, ok := e.Transition(as, model.CTO, ""); ok {
			t.Errorf("%v: led by %s", as, way.ID)
		}
	}
	bare, err := New(&model.Framework{Structures: e.f.Structures})
	if err != nil {
		t.Fatal(err)
	}
	if _, ok := bare.Transition(model.Answers{incumbent: model.Choose("cto")}, model.CTO, ""); ok {
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
	threeSteps = "steps: [{clock: decision, day: 7, title: x, do: a, who: a, by: inside}, {clock: decision, day: 7, title: x, do: b, who: b, by: inside, keep: b}, {clock: start, day: 1, title: x, do: c, who: c, by: inside}], sources: [book]}\n"
	ctoStays   = "  - {id: stays, title: x, from: [cto], to: [cto], stays: It is there., sources: [book]}\n"
	ctoLeaves  = "  - {id: leaves, title: x, from: [cto], to: [cio, both, hybrid, vcio], " + threeSteps
	founders   = "  - {id: begins, title: x, from: [founder], to: [cto, cio, both, hybrid, vcio], " + threeSteps
)

// engagedOnly is a transition for some engagements.
func engagedOnly(engaged, nth string) string {
	return "  - {id: own" + nth + ", title: x, from: [cto], to: [cto], engaged: [" + engaged + "], stays: It is there., sources: [book]}\n"
}

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
		{"too few steps", ctoStays + strings.Replace(ctoLeaves, ", {clock: start, day: 1, title: x, do: c, who: c, by: inside}", "", 1) + founders,
			[]string{`transition "leaves": steps has 2 items, not 3 to 6`}},
		{"a step of nobody", ctoStays + strings.Replace(ctoLeaves, "do: c, who: c, by: inside}", "do: c, by: inside}", 1) + founders,
			[]string{`transition "leaves": step 3: who is missing`}},
		{"a step that does not tell the proof who does it", ctoStays + strings.Replace(ctoLeaves, "who: c, by: inside}", "who: c}", 1) + founders,
			[]string{`transition "leaves": step 3: by is missing`}},
		{"a step by whom nobody knows", ctoStays + strings.Replace(ctoLeaves, "who: c, by: inside}", "who: c, by: insider}", 1) + founders,
			[]string{`transition "leaves": step 3: by names unknown doer "insider"`}},
		{"a step without a clock", ctoStays + strings.Replace(ctoLeaves, "clock: start, ", "", 1) + founders,
			[]string{`transition "leaves": step 3: clock is missing`}},
		{"a clock that nobody reads", ctoStays + strings.Replace(ctoLeaves, "clock: start", "clock: easter", 1) + founders,
			[]string{`transition "leaves": step 3: unknown clock "easter"`}},
		{"a step without a day", ctoStays + strings.Replace(ctoLeaves, "day: 1, ", "", 1) + founders,
			[]string{`transition "leaves": step 3: day is missing`}},
		{"steps out of order", ctoStays + strings.Replace(ctoLeaves, "clock: decision, day: 7, title: x, do: b", "clock: decision, day: 6, title: x, do: b", 1) + founders,
			[]string{`transition "leaves": step 2 is due before step 1`}},
		{"a step after the start that counts from the decision", ctoStays + strings.Replace(ctoLeaves, "clock: decision, day: 7, title: x, do: a", "clock: start, day: 1, title: x, do: a", 1) + founders,
			[]string{`transition "leaves": step 2 is due before step 1`}},
		{"a step that says what no practice does", ctoStays + strings.Replace(ctoLeaves, "keep: b", "covers: [nothing]", 1) + founders,
			[]string{`transition "leaves": step 2: covers names unknown practice "nothing"`}},
		{"a way for an engagement and one for all others", engagedOnly("part-time", "") + ctoStays + ctoLeaves + founders, nil},
		{"a way for an engagement alone", engagedOnly("part-time", "") + ctoLeaves + founders, []string{"no transition leads from cto to cto for engagement full-time"}},
		{"two ways for an engagement", engagedOnly("part-time", "") + engagedOnly("part-time", "2") + ctoStays + ctoLeaves + founders,
			[]string{`transition "own2": transition "own" leads from cto to cto already`}},
		{"nothing left for all others", engagedOnly("part-time, full-time", "") + ctoStays + ctoLeaves + founders,
			[]string{`nobody takes transition "stays" from cto to cto`}},
		{"an engagement that cannot be", strings.Replace(engagedOnly("part-time", ""), "to: [cto]", "to: [cio]", 1) + ctoStays + ctoLeaves + founders,
			[]string{`transition "own" is for engagement part-time, which the table never gives there`}},
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
