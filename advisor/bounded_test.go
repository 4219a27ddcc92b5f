package advisor

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"remit/model"
)

// Frameworks of every size and shape keep the promises of tangle.go: they are refused
// with a reason, or they answer. What is held is counted work, not time.

// shape is a kind of framework: so many questions and options, and so many rules over
// so many questions each, which lie at most window questions apart (0: anywhere).
type shape struct{ questions, options, rules, over, window, points int }

func (s shape) framework(seed uint64) *model.Framework {
	r := rand.New(rand.NewPCG(seed, 5))
	f := &model.Framework{}
	for _, id := range model.Structures() {
		f.Structures = append(f.Structures, model.StructureInfo{ID: id, Title: id.String()})
	}
	for i := range s.questions {
		q := model.Question{ID: fmt.Sprintf("q%d", i), Topic: fmt.Sprintf("t%d", i/8), Kind: model.ChoiceQuestion}
		for o := range s.options {
			q.Options = append(q.Options, model.OptionInfo{ID: fmt.Sprintf("o%d", o)})
		}
		q.Moves = model.Moves{By: model.ByChoice, Effort: 1}
		f.Questions = append(f.Questions, q)
	}
	window := s.window
	if window == 0 {
		window = s.questions
	}
	for i := range s.rules {
		rule := model.Rule{ID: fmt.Sprintf("r%d", i), Effect: model.Scores}
		first := r.IntN(s.questions - window + 1)
		for _, q := range r.Perm(window)[:s.over] {
			rule.When = append(rule.When, model.Condition{Question: f.Questions[first+q].ID, In: []string{fmt.Sprintf("o%d", r.IntN(s.options))}})
		}
		for k := range rule.Points {
			rule.Points[k] = r.IntN(2*s.points+1) - s.points
		}
		f.Rules = append(f.Rules, rule)
	}
	return f
}

func TestEveryShapeIsAnsweredOrRefused(t *testing.T) {
	for name, c := range map[string]struct {
		shape
		refused string // "" if it is not
	}{
		"16 questions, rules over one":                 {shape{16, 3, 100, 1, 0, 5}, ""},
		"200 questions, 10,000 rules over one":         {shape{200, 3, 10_000, 1, 0, 3}, ""},
		"50 questions, few pairs":                      {shape{50, 3, 50, 2, 0, 5}, ""},
		"200 questions, 2,000 pairs of neighbours":     {shape{200, 3, 2_000, 2, 3, 5}, ""},
		"200 questions, 2,000 triples of neighbours":   {shape{200, 3, 2_000, 3, 4, 3}, ""},
		"8 questions, 300 triples":                     {shape{8, 3, 300, 3, 0, 9}, ""},
		"24 questions, 250 triples anywhere":           {shape{24, 3, 250, 3, 0, 5}, "tie these"},
		"32 questions, 100 pairs anywhere":             {shape{32, 3, 100, 2, 0, 5}, "tie these"},
		"200 questions, 10,000 triples anywhere":       {shape{200, 3, 10_000, 3, 0, 1}, "tie these"},
		"12 questions of 60 options, pairs":            {shape{12, 60, 100, 2, 0, 5}, "tie these"},
		"50 questions, 10,000 rules of up to 99":       {shape{50, 3, 10_000, 1, 0, 99}, "the limit is 30000"},
		"200 questions of 60 options, 20,000 rules":    {shape{200, 60, 20_000, 1, 0, 3}, ""},
		"200 questions, 99 points for one answer each": {shape{200, 2, 400, 1, 0, 99}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			f := c.framework(1)
			e, err := New(f)
			if c.refused != "" {
				if model.KindOf(err) != model.KindInvalid || !strings.Contains(err.Error(), c.refused) {
					t.Fatalf("want a refusal with %q, got %v", c.refused, err)
				}
				if x, ok := errors.AsType[*excess](err); !ok || f.Rule(x.id) == nil || x.fault.Cure == "" {
					t.Errorf("the refusal names no rule or no cure: %+v", x)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			t.Logf("%d of %d steps; flips of %d", e.tangle.steps, maxSteps, e.MostFlips())
			r := rand.New(rand.NewPCG(2, 3))
			for range 3 {
				holdsTogether(t, e, randomAnswers(f, r, r.IntN(101)))
			}
		})
	}
}

// holdsTogether asks for everything that a person meets and holds the parts against
// each other.
func holdsTogether(t *testing.T, e *Engine, as model.Answers) {
	t.Helper()
	a := e.Advise(as, 1)
	o := e.Outlook(as)
	if !slices.Contains(o.Possible, a.Recommendation) {
		t.Errorf("%v is recommended and not possible", a.Recommendation)
	}
	for s, b := range o.Bars {
		if b.Points < b.Low || b.Points > b.High {
			t.Errorf("%v has %d points, outside %d to %d", model.Structure(s), b.Points, b.Low, b.High)
		}
	}
	if next := e.Next(as); next.Decided != o.Decided {
		t.Error("decided for one, open for the other")
	}
}

// No answer makes the work greater: what is static holds for every partial sheet.
func TestAnswersNeverAddWork(t *testing.T) {
	f := shape{40, 3, 60, 2, 0, 5}.framework(3)
	e, err := New(f)
	if err != nil {
		t.Fatal(err)
	}
	r := rand.New(rand.NewPCG(4, 5))
	for range 50 {
		c := e.consider(randomAnswers(f, r, r.IntN(101)))
		u := c.node.unraveling(func(e *effect) int64 { return int64(e.points[0]) })
		order := slices.SortedFunc(slices.Values(c.node.open), e.tangle.compare)
		cells := 0
		for _, q := range order {
			answers, rest := u.takeOut(q)
			cells += len(answers.cells) * len(u.own[q])
			if len(rest.scope) > 0 {
				u.tables[rest.scope[0]] = append(u.tables[rest.scope[0]], rest)
			}
		}
		if cells > e.tangle.steps {
			t.Fatalf("%d cells, %d steps were promised", cells, e.tangle.steps)
		}
	}
}

// The built-in framework is far from the limits, so authors have room.
func TestTheBuiltInFrameworkLeavesRoom(t *testing.T) {
	e := loadedEngine(t)
	t.Logf("%d of %d steps, %d of %d points", e.tangle.steps, maxSteps, e.reach(0, 1), maxReach)
	if e.tangle.steps*8 > maxSteps || e.reach(int(model.CTO), int(model.CIO))*100 > maxReach || e.MostFlips() != MaxFlips {
		t.Error("it comes near the limits")
	}
}

// A number that rules cut into very many ranges is refused before anything is made of it.
func TestANumberCutTooFinely(t *testing.T) {
	f := shape{2, 2, 1, 1, 0, 3}.framework(1)
	f.Questions = append(f.Questions, model.Question{ID: "n", Kind: model.NumberQuestion, Max: 1_000_000})
	for i := range 40_000 {
		f.Rules = append(f.Rules, model.Rule{ID: fmt.Sprintf("cut%d", i), Effect: model.Safeguard, When: []model.Condition{{Question: "n", AtLeast: &[]int{i}[0]}}})
	}
	_, err := New(f)
	if err == nil || !strings.Contains(err.Error(), `question "n": rules and tables cut its numbers into 40000 ranges`) {
		t.Errorf("got %v", err)
	}
}

// Whoever gives up says possible: nothing is called decided that is not.
func TestGivingUpIsOnTheSafeSide(t *testing.T) {
	for seed := range 100 {
		r := rand.New(rand.NewPCG(uint64(seed), 23))
		f := smallFramework(r)
		e, err := New(f)
		if err != nil {
			t.Fatal(err)
		}
		c := e.consider(randomAnswers(f, r, 30))
		for _, s := range model.Structures() {
			race := e.race(s)
			for left := range 40 {
				w := effort{left: left * left}
				if found := c.node.search(&race, &w); !found && !w.over && c.node.leads(s) {
					t.Fatalf("seed %d: %v is refuted with little effort and possible with more", seed, s)
				} else if found && !c.node.leads(s) {
					t.Fatalf("seed %d: %v is found with little effort and impossible with more", seed, s)
				}
			}
			if possible, sure := c.node.weighUp(&race); sure && possible != c.node.leads(s) {
				t.Fatalf("seed %d: weighed up, %v is possible: %v", seed, s, possible)
			}
		}
	}
}

// Verification that gives up says on what, and that nothing it did not say is proven.
func TestVerificationGivesUpInWords(t *testing.T) {
	e := loadedEngine(t)
	v := &verifying{Engine: e, ctx: context.Background(), done: "the counts"}
	v.claim("law %q", "two-leaders-need-two-seats")
	v.left = 200
	v.newContest(nil, unlimited, world{lead: model.Both, without: -1}).example()
	fault, ok := errors.AsType[*model.Error](v.err)
	if !ok || fault.Kind != model.KindLaw || !strings.Contains(fault.What, "two-leaders-need-two-seats") || !strings.Contains(fault.Lost, "the counts") || fault.Cure == "" {
		t.Errorf("got %+v", v.err)
	}
}

// What cannot be counted is refused before the count begins, and interrupting ends a
// proof that would take for ever.
func TestVerificationOfHugeFrameworks(t *testing.T) {
	e, err := New(shape{200, 3, 400, 1, 0, 3}.framework(1))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := e.Verify(context.Background(), nil); model.KindOf(err) != model.KindLaw || !strings.Contains(err.Error(), "10^120 ways") {
		t.Errorf("got %v", err)
	}
	ctx, stop := context.WithCancel(context.Background())
	stop()
	v := &verifying{Engine: e, ctx: ctx, left: claimWork}
	if v.newContest(nil, unlimited, world{lead: model.CTO, without: -1}).possible() || !errors.Is(v.err, context.Canceled) {
		t.Errorf("not interrupted: %v", v.err)
	}
}

// Whatever a small framework is made of, nothing panics, and advice, outlook, count
// and reach are what walking all sheets finds.
func FuzzFramework(f *testing.F) {
	for seed := range uint64(20) {
		f.Add(seed, seed*seed, byte(50))
	}
	f.Fuzz(func(t *testing.T, a, b uint64, answered byte) {
		r := rand.New(rand.NewPCG(a, b))
		f := smallFramework(r)
		e, err := New(f)
		if err != nil {
			t.Fatal(err)
		}
		as := randomAnswers(f, r, int(answered)%101)
		holdsTogether(t, e, as)
		if _, best := fit(f, as); e.Advise(as, MaxFlips).Recommendation != best {
			t.Errorf("recommended %v, by definition %v", e.Advise(as, 0).Recommendation, best)
		}
		var possible [model.NumStructures]bool
		completions(f, as, func(as model.Answers) {
			_, best := fit(f, as)
			possible[best] = true
		})
		o := e.Outlook(as)
		for _, s := range model.Structures() {
			if slices.Contains(o.Possible, s) != possible[s] {
				t.Errorf("%v possible: %v, by trying: %v", s, !possible[s], possible[s])
			}
		}
		v, err := e.Verify(t.Context(), nil)
		if err != nil {
			t.Fatal(err)
		}
		var counts [model.NumStructures]uint64
		everySheet(e, func(_ sheet, _ [model.NumStructures]int, won model.Structure) { counts[won]++ })
		for s, n := range counts {
			if v.Counts[s].lo != n || (v.Examples[s] == nil) != (n == 0) {
				t.Errorf("%v: counted %v, walking finds %d", model.Structure(s), v.Counts[s], n)
			}
		}
	})
}

// A count that nobody waits for any more ends, also in the middle of one long piece of
// work: without joint rules there is only one.
func TestCountingCanBeStopped(t *testing.T) {
	e, err := New(shape{60, 3, 600, 1, 0, 40}.framework(1))
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	c := counter{ctx: ctx, handicap: e.handicaps()}
	stop()
	open := slices.Repeat([]bool{true}, len(e.domains))
	e.node(make(sheet, len(e.domains)), open).count(&c, one)
	if !errors.Is(c.err, context.Canceled) {
		t.Errorf("got %v", c.err)
	}
	if testing.Short() {
		return
	}
	if _, err := e.Verify(context.Background(), nil); model.KindOf(err) != model.KindLaw || !strings.Contains(err.Error(), "too many different ways") {
		t.Errorf("got %v", err)
	}
}
