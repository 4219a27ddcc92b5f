package advisor

import (
	"cmp"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"remit/model"
)

// There is one plan: every practice and every step on the way from today's leader is in it
// once, by clock and day, and a practice that a step says already is not said again.
func TestThePlanIsOneList(t *testing.T) {
	merged := 0
	forRandomAnswers(t, 400, func(t *testing.T, e *Engine, as model.Answers, _ *rand.Rand) {
		a := e.Advise(as, 0)
		d := e.Deliver(&a)
		way, _ := e.Transition(as, a.Recommendation, model.Engagement(a.Engagement.Then))
		if !slices.IsSortedFunc(d.Plan, func(x, y model.PlanStep) int { return cmp.Or(cmp.Compare(x.Clock, y.Clock), cmp.Compare(x.Day, y.Day)) }) {
			t.Errorf("%v: out of order: %+v", as, d.Plan)
		}
		var said []string // what the steps of the way and the practices say, as the plan tells them
		for _, s := range way.Steps {
			said = append(said, s.Do)
		}
		for _, p := range d.Practices {
			if !slices.ContainsFunc(way.Steps, func(s model.Step) bool { return slices.Contains(s.Covers, p.ID) }) {
				said = append(said, p.Do)
			}
		}
		var told []string
		for _, s := range d.Plan {
			told = append(told, s.Do)
			if s.Way != "" && s.Practice != "" {
				merged++
			}
		}
		slices.Sort(said)
		slices.Sort(told)
		if !slices.Equal(said, told) || len(slices.Compact(told)) < len(said) {
			t.Errorf("%v:\ntold %q\nsaid %q", as, told, said)
		}
	})
	if merged == 0 {
		t.Error("no step stands for a practice")
	}
}

// everyPlan calls visit with the plan of every leader of today under every advice, whatever
// else is answered, and with the posts.
func everyPlan(e *Engine, visit func(as model.Answers, way *model.Transition, d *model.Deliverables, how model.Engagement)) {
	for _, s := range e.settings() {
		eachOf(e, []string{incumbent, "regulation", "change"}, func(as model.Answers) {
			s.Answers = as
			d := deliver(e.Playbook(), s)
			way, _ := e.Transition(as, s.Structure, s.Engagement)
			d.Plan = planned(&d, &way, s.Engagement)
			visit(as, &way, &d, s.Engagement)
		})
	}
}

// Two clocks run only where somebody is still to come; and merging leaves the steps from
// today's leader in the order in which to take them, also where both clocks are one.
func TestThePlanKeepsTheOrderOfTheWay(t *testing.T) {
	e := loadedEngine(t)
	everyPlan(e, func(as model.Answers, way *model.Transition, d *model.Deliverables, how model.Engagement) {
		var order []string
		for _, s := range d.Plan {
			if s.Way != "" {
				order = append(order, s.Do)
			}
			if s.Clock == model.FromStart && len(model.Arriving(d.Posts, how)) == 0 {
				t.Errorf("%v, %s: %q waits for nobody", as, way.ID, s.Title)
			}
		}
		for i, s := range way.Steps {
			if order[i] != s.Do {
				t.Fatalf("%v, %s: the plan has %q", as, way.ID, order)
			}
		}
	})
}

// The list of practices names the same day of the same clock as the plan, for whoever reads
// only one of them, and is in the same order.
func TestOneThingHasOneDay(t *testing.T) {
	e := loadedEngine(t)
	moved := 0
	everyPlan(e, func(as model.Answers, way *model.Transition, d *model.Deliverables, _ model.Engagement) {
		said := map[string]*model.PlanStep{}
		for i := range d.Plan {
			if s := &d.Plan[i]; s.Way == "" {
				said[s.Practice] = s
			} else {
				for _, id := range coveredBy(way, s.Do) {
					said[id] = s
				}
			}
		}
		for _, p := range d.Practices {
			if s := said[p.ID]; s == nil || p.Clock != s.Clock || p.Day != s.Day {
				t.Fatalf("%v, %s: %s is due on day %d from the %s, in the plan %+v", as, way.ID, p.ID, p.Day, p.Clock, s)
			}
			if own := e.Playbook().Practices[slices.IndexFunc(e.Playbook().Practices, func(x model.Practice) bool { return x.ID == p.ID })]; own.Day != p.Day {
				moved++
			}
		}
		if !slices.IsSortedFunc(d.Practices, func(x, y model.Practice) int { return cmp.Or(cmp.Compare(x.Clock, y.Clock), cmp.Compare(x.Day, y.Day)) }) {
			t.Errorf("%v, %s: out of order", as, way.ID)
		}
	})
	if moved == 0 {
		t.Error("no step comes sooner than its practice")
	}
}

// coveredBy are the practices that the step with these words covers.
func coveredBy(way *model.Transition, do string) []string {
	i := slices.IndexFunc(way.Steps, func(s model.Step) bool { return s.Do == do })
	return way.Steps[i].Covers
}

// Whoever leads today is talked to before anybody looks for somebody else.
func TestTheTalkComesBeforeTheSearch(t *testing.T) {
	e := loadedEngine(t)
	searched := 0
	everyPlan(e, func(as model.Answers, way *model.Transition, d *model.Deliverables, _ model.Engagement) {
		if len(way.Steps) == 0 {
			return
		}
		search := slices.IndexFunc(d.Plan, func(s model.PlanStep) bool { return strings.HasPrefix(s.Practice, "search-for") })
		talk := slices.IndexFunc(d.Plan, func(s model.PlanStep) bool { return s.Way != "" })
		if search >= 0 {
			searched++
		}
		if search >= 0 && (talk >= search || d.Plan[talk].Day >= d.Plan[search].Day) {
			t.Errorf("%v: %q comes before %q", as, d.Plan[search].Title, d.Plan[talk].Title)
		}
	})
	if searched == 0 {
		t.Error("nobody is looked for")
	}
}

// Security has a name before whoever bears it has to have a plan for the bad day.
func TestSecurityIsNamedBeforeItActs(t *testing.T) {
	e := loadedEngine(t)
	everyPlan(e, func(as model.Answers, _ *model.Transition, d *model.Deliverables, _ model.Engagement) {
		at := func(practice string) int {
			return slices.IndexFunc(d.Plan, func(s model.PlanStep) bool { return s.Practice == practice })
		}
		if named, acts := at("security-named"), at("incident-plan"); named < 0 || acts < named || d.Plan[named].Who != "the CEO" {
			t.Errorf("%v: named at %d, acts at %d", as, named, acts)
		}
	})
}

// A leader who is still to come cannot be late by a day after the decision: the proof
// finds a practice and a step that say so, with a company for whom it is wrong.
func TestWhoIsNotThereIsNotLate(t *testing.T) {
	f, err := Load(BuiltinFS())
	if err != nil {
		t.Fatal(err)
	}
	practice := slices.IndexFunc(f.Playbook.Practices, func(p model.Practice) bool { return p.ID == "decision-log" })
	f.Playbook.Practices[practice].Clock = model.FromDecision
	way := slices.IndexFunc(f.Annex.Transitions, func(w model.Transition) bool { return w.ID == "manager-to-cto" })
	last := len(f.Annex.Transitions[way].Steps) - 1
	f.Annex.Transitions[way].Steps[last].Clock = model.FromDecision
	e, err := New(f)
	if err != nil {
		t.Fatal(err)
	}
	proof, err := e.VerifyPlaybook(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	var broken []string
	for _, b := range proof.Broken {
		broken = append(broken, b.Claim)
		if coming := model.Arriving(e.Deliver(adviceOn(e, b.Situation.Answers)).Posts, b.Situation.Engagement); len(coming) == 0 {
			t.Errorf("%s: everybody is there on %v", b.Claim, b.Situation.Answers)
		}
	}
	if want := []string{`in time: practice "decision-log"`, `in time: step 4 of transition "manager-to-cto"`}; !slices.Equal(broken, want) {
		t.Errorf("got %q, want %q", broken, want)
	}
}

func adviceOn(e *Engine, as model.Answers) *model.Advice {
	a := e.Advise(as, 0)
	return &a
}
