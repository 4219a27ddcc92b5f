package advisor

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"remit/model"
)

// The oracle: on frameworks small enough to try every completion, what the engine
// says by reasoning must be what trying finds.

// smallFramework makes a random framework of a few questions with a few answers and
// many rules, so that rules join questions in every way.
func smallFramework(r *rand.Rand) *model.Framework {
	f := &model.Framework{}
	for _, i := range r.Perm(model.NumStructures) {
		f.Structures = append(f.Structures, model.StructureInfo{ID: model.Structure(i)})
	}
	for i := range 3 + r.IntN(4) {
		q := model.Question{ID: fmt.Sprintf("q%d", i), Topic: fmt.Sprintf("t%d", i%2), Kind: model.ChoiceQuestion}
		if r.IntN(3) == 0 {
			q.Kind, q.Max = model.NumberQuestion, 5
		} else {
			for o := range 2 + r.IntN(2) {
				q.Options = append(q.Options, model.OptionInfo{ID: fmt.Sprintf("o%d", o)})
			}
		}
		q.Moves = randomMoves(r, q.Kind)
		f.Questions = append(f.Questions, q)
	}
	for i := range 4 + r.IntN(20) {
		rule := model.Rule{ID: fmt.Sprintf("r%d", i), Effect: model.Scores}
		for _, q := range r.Perm(len(f.Questions))[:1+r.IntN(3)] {
			rule.When = append(rule.When, randomCondition(r, &f.Questions[q]))
		}
		if r.IntN(5) == 0 {
			rule.Effect = model.Excludes
			rule.Exclude = []model.Structure{model.Structure(r.IntN(model.NumStructures - 1))} // the last one is never excluded
		} else {
			for s := range rule.Points {
				rule.Points[s] = r.IntN(7) - 3
			}
		}
		f.Rules = append(f.Rules, rule)
	}
	return f
}

// randomMoves lets one question in three be changed by whatever it likes, as if the
// framework said nothing.
func randomMoves(r *rand.Rand, kind model.QuestionKind) model.Moves {
	m := model.Moves{Effort: 1 + r.IntN(3)}
	switch r.IntN(6) {
	case 0:
		return model.Moves{By: model.ByNobody}
	case 1:
		m.By = model.ByEvent
	case 2:
		m.By = model.ByChoice
	case 3:
		m.By = model.ByGrowth
		if kind == model.ChoiceQuestion {
			m.By = model.ByChoice
		}
	default:
		return model.Moves{}
	}
	return m
}

func randomCondition(r *rand.Rand, q *model.Question) model.Condition {
	c := model.Condition{Question: q.ID}
	if q.Kind == model.NumberQuestion {
		low, high := r.IntN(4), 0
		high = low + r.IntN(4)
		if r.IntN(2) == 0 {
			c.AtLeast = &low
		}
		if c.AtLeast == nil || r.IntN(2) == 0 {
			c.AtMost = &high
		}
		return c
	}
	for _, o := range r.Perm(len(q.Options))[:1+r.IntN(len(q.Options)-1)] {
		c.In = append(c.In, q.Options[o].ID)
	}
	return c
}

// fit is the definition of fit and recommendation, written once more as plainly as
// possible.
func fit(f *model.Framework, as model.Answers) (points [model.NumStructures]int, best model.Structure) {
	var excluded [model.NumStructures]bool
	for _, r := range f.Rules {
		if !all(r.When, as) {
			continue
		}
		for s, p := range r.Points {
			points[s] += p
		}
		for _, s := range r.Exclude {
			excluded[s] = true
		}
	}
	found := false
	for _, s := range f.Structures {
		if !excluded[s.ID] && (!found || points[s.ID] > points[best]) {
			best, found = s.ID, true
		}
	}
	return points, best
}

func all(when []model.Condition, as model.Answers) bool {
	for _, c := range when {
		if !c.Holds(as[c.Question]) {
			return false
		}
	}
	return true
}

// completions visits every completion of the answers, all numbers included.
func completions(f *model.Framework, as model.Answers, visit func(model.Answers)) {
	var fill func(i int, as model.Answers)
	fill = func(i int, as model.Answers) {
		if i == len(f.Questions) {
			visit(as)
			return
		}
		q := &f.Questions[i]
		fill(i+1, as)
		if !as[q.ID].Open() {
			return
		}
		for _, a := range legal(q) {
			fill(i+1, as.With(q.ID, a))
		}
	}
	fill(0, as)
}

func legal(q *model.Question) []model.Answer {
	var list []model.Answer
	if q.Kind == model.NumberQuestion {
		for n := q.Min; n <= q.Max; n++ {
			list = append(list, model.Count(n))
		}
	}
	for _, o := range q.Options {
		list = append(list, model.Choose(o.ID))
	}
	return list
}

func TestOutlookAgainstEveryCompletion(t *testing.T) {
	rounds := 400
	if testing.Short() {
		rounds = 80
	}
	for seed := range rounds {
		r := rand.New(rand.NewPCG(uint64(seed), 7))
		f := smallFramework(r)
		e, err := New(f)
		if err != nil {
			t.Fatal(err)
		}
		as := randomAnswers(f, r, r.IntN(80))
		low, high := [model.NumStructures]int{}, [model.NumStructures]int{}
		for s := range low {
			low[s], high[s] = 1<<30, -1<<30
		}
		var possible [model.NumStructures]bool
		completions(f, as, func(as model.Answers) {
			points, best := fit(f, as)
			possible[best] = true
			for s, p := range points {
				low[s], high[s] = min(low[s], p), max(high[s], p)
			}
		})
		o := e.Outlook(as)
		now, _ := fit(f, as)
		count := 0
		for _, s := range model.Structures() {
			if possible[s] {
				count++
			}
			if o.Bars[s].Possible != possible[s] || slices.Contains(o.Possible, s) != possible[s] {
				t.Fatalf("seed %d: %v possible: said %v, is %v; answers %v", seed, s, o.Bars[s].Possible, possible[s], as)
			}
			if b := o.Bars[s]; b.Low != low[s] || b.High != high[s] || b.Points != now[s] {
				t.Fatalf("seed %d: %v: said %d in %d..%d, is %d in %d..%d", seed, s, b.Points, b.Low, b.High, now[s], low[s], high[s])
			}
		}
		if o.Decided != (count == 1) {
			t.Fatalf("seed %d: decided: said %v with %d possible", seed, o.Decided, count)
		}
	}
}

// The search behind possible must be exact also where the greedy climb gives up and
// where groups are too large to try out, so here it is asked without the climb.
func TestSearchWithoutWitness(t *testing.T) {
	for seed := range 150 {
		r := rand.New(rand.NewPCG(uint64(seed), 11))
		f := smallFramework(r)
		e, err := New(f)
		if err != nil {
			t.Fatal(err)
		}
		as := randomAnswers(f, r, 20)
		var possible [model.NumStructures]bool
		completions(f, as, func(as model.Answers) {
			_, best := fit(f, as)
			possible[best] = true
		})
		n := e.consider(as).node
		for _, s := range model.Structures() {
			if got := n.leads(s); got != possible[s] {
				t.Fatalf("seed %d: %v: search says %v, trying says %v", seed, s, got, possible[s])
			}
		}
	}
}

// happens is the definition of a change that can happen, written once more as plainly
// as possible.
func happens(f *model.Framework, q *model.Question, from, to model.Answer) bool {
	switch {
	case from == to:
		return false
	case !from.Real():
		return true
	case q.Moves.By == model.ByNobody:
		return false
	case q.Moves.By == model.ByGrowth && to.Number < from.Number:
		return !lineAbove(f, q, from.Number)
	}
	return true
}

// lineAbove reports whether some rule tells n from a greater number.
func lineAbove(f *model.Framework, q *model.Question, n int) bool {
	for _, r := range f.Rules {
		for _, c := range r.When {
			if c.Question == q.ID && (c.AtLeast != nil && *c.AtLeast > n || c.AtMost != nil && *c.AtMost >= n && *c.AtMost < q.Max) {
				return true
			}
		}
	}
	return false
}

func TestFlipsAgainstEveryChange(t *testing.T) {
	for seed := range 200 {
		r := rand.New(rand.NewPCG(uint64(seed), 13))
		f := smallFramework(r)
		e, err := New(f)
		if err != nil {
			t.Fatal(err)
		}
		as := randomAnswers(f, r, 90)
		_, now := fit(f, as)
		smallest := map[model.Structure]int{}
		var change func(i, size int, as model.Answers)
		change = func(i, size int, as model.Answers) {
			if _, best := fit(f, as); best != now && (smallest[best] == 0 || size < smallest[best]) {
				smallest[best] = size
			}
			if size == MaxFlips {
				return
			}
			for ; i < len(f.Questions); i++ {
				for _, a := range legal(&f.Questions[i]) {
					if q := &f.Questions[i]; happens(f, q, as[q.ID], a) {
						change(i+1, size+1, as.With(f.Questions[i].ID, a))
					}
				}
			}
		}
		change(0, 0, as)
		found := map[model.Structure]int{}
		for _, flip := range e.Advise(as, MaxFlips).Flips {
			flipped, effort := as, 0
			for _, c := range flip.Changes {
				q := f.Question(c.Question)
				if !happens(f, q, c.From, c.To) {
					t.Fatalf("seed %d: %s cannot change from %v to %v: %+v", seed, c.Question, c.From, c.To, q.Moves)
				}
				if c.From.Real() {
					effort += q.Moves.Effort
				}
				if c.From != as[c.Question] {
					t.Fatalf("seed %d: a change from %v, the answer is %v", seed, c.From, as[c.Question])
				}
				flipped = flipped.With(c.Question, c.To)
			}
			if _, best := fit(f, flipped); best != flip.To {
				t.Fatalf("seed %d: flip to %v leads to %v", seed, flip.To, best)
			}
			if flip.Effort != effort {
				t.Fatalf("seed %d: effort %d, the changes sum to %d", seed, flip.Effort, effort)
			}
			if len(flip.Changes) != smallest[flip.To] {
				t.Fatalf("seed %d: flip to %v in %d changes, %d suffice", seed, flip.To, len(flip.Changes), smallest[flip.To])
			}
			found[flip.To]++
		}
		if len(found) != len(smallest) {
			t.Fatalf("seed %d: flips to %v, there are some to %v", seed, found, smallest)
		}
	}
}
