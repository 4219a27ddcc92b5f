package advisor

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"remit/model"
)

func TestTheBuiltInFrameworkIsProven(t *testing.T) {
	e := loadedEngine(t)
	v, err := e.Verify(context.Background(), nil)
	if err != nil {
		t.Fatal(err)
	}
	if !v.Holds() {
		t.Errorf("rules %v, questions %v, rows %v, dissents %v", v.Rules, v.Questions, v.Rows, v.Dissents)
		for _, l := range v.Laws {
			if !l.Holds {
				t.Errorf("law %s: %v gives %v; raised to %v it gives %v", l.Law.ID, l.Example, l.From, l.Then, l.To)
			}
		}
	}
	if len(v.Laws) == 0 {
		t.Error("no law was tried")
	}
	for s, as := range v.Examples {
		if got := e.Advise(as, 0).Recommendation; got != model.Structure(s) {
			t.Errorf("the example for %v leads to %v", model.Structure(s), got)
		}
	}
	for _, tie := range v.Ties {
		points, best := fit(e.f, tie.Example)
		if points[tie.First] != points[tie.Second] || best != tie.First {
			t.Errorf("%v and %v are not level on %v: %v", tie.First, tie.Second, tie.Example, points)
		}
	}
}

// everySheet visits all answer sheets of a small framework.
func everySheet(e *Engine, visit func(s sheet, points [model.NumStructures]int, won model.Structure)) {
	s := make(sheet, len(e.domains))
	var walk func(q int)
	walk = func(q int) {
		if q == len(s) {
			points, won := fit(e.f, e.answers(s))
			visit(s, points, won)
			return
		}
		for class := range e.domains[q].classes() {
			s[q] = uint16(class)
			walk(q + 1)
		}
	}
	walk(0)
}

func (s sheet) size() (n int) {
	for _, class := range s {
		if class != silent {
			n++
		}
	}
	return n
}

// On small frameworks every claim of a verification is what walking all sheets finds:
// who is reachable and on how few answers, who ties, what is idle, which laws hold and
// the size of the smallest sheet that breaks them.
func TestVerifyAgainstEverySheet(t *testing.T) {
	rounds := 150
	if testing.Short() {
		rounds = 30
	}
	broken, idle := 0, 0
	for seed := range rounds {
		r := rand.New(rand.NewPCG(uint64(seed), 19))
		f := smallFramework(r)
		f.Laws = randomLaws(r, f)
		f.Engagement.Rows = randomRows(r, f)
		e, err := New(f)
		if err != nil {
			t.Fatal(err)
		}
		v, err := e.Verify(context.Background(), nil)
		if err != nil {
			t.Fatal(err)
		}
		w := walkAll(e)
		for s, as := range v.Examples {
			if got := smallest(as); got != w.reach[s] {
				t.Fatalf("seed %d: %v is reachable on %d answers, verify says %d", seed, model.Structure(s), w.reach[s], got)
			}
		}
		if got := fmt.Sprint(tied(v.Ties)); got != fmt.Sprint(w.ties) {
			t.Fatalf("seed %d: ties %v, verify says %v", seed, w.ties, got)
		}
		for _, list := range []struct {
			what      string
			got, want []string
		}{{"rules", ids(v.Rules), w.idleRules}, {"questions", ids(v.Questions), w.idleQuestions}, {"rows", ids(v.Rows), w.idleRows}} {
			if fmt.Sprint(list.got) != fmt.Sprint(list.want) {
				t.Fatalf("seed %d: idle %s %v, verify says %v", seed, list.what, list.want, list.got)
			}
			idle += len(list.want)
		}
		for i, l := range v.Laws {
			if l.Holds != (w.laws[i] < 0) || !l.Holds && len(l.Example) != w.laws[i] {
				t.Fatalf("seed %d: law %+v breaks on %d answers, verify says %v %v", seed, l.Law, w.laws[i], l.Holds, l.Example)
			}
			if !l.Holds {
				broken++
			}
		}
	}
	if broken == 0 || idle == 0 {
		t.Errorf("%d broken laws and %d idle parts: the test tries nothing", broken, idle)
	}
}

func smallest(as model.Answers) int {
	if as == nil {
		return -1
	}
	return len(as)
}

func tied(ties []Tie) (list []string) {
	for _, tie := range ties {
		list = append(list, fmt.Sprint(tie.First, "=", tie.Second))
	}
	slices.Sort(list)
	return list
}

func ids(list []Idle) (names []string) {
	for _, i := range list {
		names = append(names, i.ID)
	}
	return names
}

func randomLaws(r *rand.Rand, f *model.Framework) (laws []model.Law) {
	for i := range 6 {
		l := model.Law{ID: fmt.Sprintf("l%d", i)}
		q := &f.Questions[r.IntN(len(f.Questions))]
		if i%2 == 0 {
			l.Never = []model.Structure{model.Structure(r.IntN(model.NumStructures))}
			l.When = []model.Condition{randomCondition(r, q)}
		} else {
			l.Rising = q.ID
			l.Keeps = []model.Structure{model.Structure(r.IntN(3)), model.Structure(3 + r.IntN(2))}
			if r.IntN(2) == 0 { // of the question that rises, too
				l.When = []model.Condition{randomCondition(r, &f.Questions[r.IntN(len(f.Questions))])}
			}
		}
		laws = append(laws, l)
	}
	return laws
}

func randomRows(r *rand.Rand, f *model.Framework) (rows []model.Row) {
	for i := range 4 {
		row := model.Row{ID: fmt.Sprintf("row%d", i)}
		for range r.IntN(3) {
			row.When = append(row.When, randomCondition(r, &f.Questions[r.IntN(len(f.Questions))]))
		}
		if r.IntN(2) == 0 {
			row.For = []model.Structure{model.Structure(r.IntN(model.NumStructures))}
		}
		rows = append(rows, row)
	}
	return rows
}

// walked is what walking all sheets finds. Sizes are numbers of answers, -1 for none.
type walked struct {
	reach                              [model.NumStructures]int
	ties                               []string
	idleRules, idleQuestions, idleRows []string
	laws                               []int
}

func walkAll(e *Engine) (w walked) {
	f := e.f
	for s := range w.reach {
		w.reach[s] = -1
	}
	least := func(at *int, n int) {
		if *at < 0 || n < *at {
			*at = n
		}
	}
	ties := map[string]bool{}
	rules, questions, rows := make([]bool, len(f.Rules)), make([]bool, len(f.Questions)), make([]bool, len(f.Engagement.Rows))
	w.laws = slices.Repeat([]int{-1}, len(f.Laws))
	everySheet(e, func(s sheet, points [model.NumStructures]int, won model.Structure) {
		as := e.answers(s)
		least(&w.reach[won], s.size())
		for _, rank := range e.Advise(as, 0).Ranking[1:] {
			if !rank.Excluded && rank.Points == points[won] {
				ties[fmt.Sprint(won, "=", rank.Structure)] = true
			}
		}
		for i := range f.Rules {
			if !rules[i] && all(f.Rules[i].When, as) {
				less := *f
				less.Rules = slices.Delete(slices.Clone(f.Rules), i, i+1)
				_, other := fit(&less, as)
				rules[i] = other != won
			}
		}
		for q := range s {
			for class := range e.domains[q].classes() {
				if questions[q] {
					break
				}
				changed := slices.Clone(s)
				changed[q] = uint16(class)
				_, other := fit(f, e.answers(changed))
				questions[q] = other != won
			}
		}
		for i, row := range f.Engagement.Rows {
			if concerns(row.For, won) && all(row.When, as) {
				rows[i] = true
				break
			}
		}
		for i, l := range f.Laws {
			if l.Rising == "" {
				if slices.Contains(l.Never, won) && all(l.When, as) {
					least(&w.laws[i], s.size())
				}
				continue
			}
			q := e.index[l.Rising]
			if s[q] == silent || int(s[q])+1 >= e.domains[q].classes() || !slices.Contains(l.Keeps, won) {
				continue
			}
			raised := slices.Clone(s)
			raised[q]++
			then := e.answers(raised)
			if !all(l.When, as) || !all(l.When, then) {
				continue
			}
			if _, to := fit(f, then); !slices.Contains(l.Keeps, to) {
				least(&w.laws[i], s.size())
			}
		}
	})
	for name := range ties {
		w.ties = append(w.ties, name)
	}
	slices.Sort(w.ties)
	for i := range rules {
		if !rules[i] {
			w.idleRules = append(w.idleRules, f.Rules[i].ID)
		}
	}
	for q := range questions {
		if !questions[q] {
			w.idleQuestions = append(w.idleQuestions, f.Questions[q].ID)
		}
	}
	for i := range rows {
		if !rows[i] {
			w.idleRows = append(w.idleRows, "engagement "+f.Engagement.Rows[i].ID)
		}
	}
	return w
}

func TestVerifyCanBeCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	e := loadedEngine(t)
	if _, err := e.Verify(ctx, func(float64) { cancel() }); err == nil {
		t.Error("a verification that was cancelled gave no error")
	}
}
