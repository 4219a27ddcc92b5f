package advisor

import (
	"maps"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"remit/model"
)

// The growth path names every number at which growth alone changes anything, and no
// other: the same comes out when the whole advice is worked out anew for every number
// on both sides of every cut that rules, tables and posts make.
func TestGrowthMissesNothing(t *testing.T) {
	told := 0
	forRandomAnswers(t, 60, func(t *testing.T, e *Engine, as model.Answers, _ *rand.Rand) {
		a := e.Advise(as, 0)
		got := e.Deliver(&a).Growth
		var want []model.Threshold
		for _, q := range e.f.Questions {
			if q.Moves.By == model.ByGrowth && as[q.ID].Kind == model.Number {
				want = append(want, stepped(e, as, q)...)
			}
		}
		told += len(got)
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%v:\ngot  %+v\nwant %+v", as, got, want)
		}
	})
	if told == 0 {
		t.Error("nobody grows")
	}
}

// stepped climbs from the answer to the end of the question through every number at
// which anything in the framework is cut.
func stepped(e *Engine, as model.Answers, q model.Question) (list []model.Threshold) {
	numbers := []int{q.Max}
	note := func(c model.Condition) {
		if c.Question == q.ID {
			for _, bound := range []*int{c.AtLeast, c.AtMost} {
				if bound != nil {
					numbers = append(numbers, *bound-1, *bound, *bound+1)
				}
			}
		}
	}
	conditions(e.f, note)
	e.Playbook().EachFit(func(f model.Fit) {
		for _, c := range f.When {
			note(c)
		}
	})
	slices.Sort(numbers)
	was, had := judged(e, as)
	for _, n := range slices.Compact(numbers) {
		if n <= as[q.ID].Number || n > q.Max {
			continue
		}
		then, has := judged(e, as.With(q.ID, model.Count(n)))
		x := model.Threshold{Question: q.ID, At: n, Was: was, Then: then}
		for _, r := range e.Playbook().Roles {
			switch {
			case has[r.ID] && !had[r.ID]:
				x.Come = append(x.Come, r.ID)
			case had[r.ID] && !has[r.ID]:
				x.Go = append(x.Go, r.ID)
			}
		}
		if was != then || !maps.Equal(had, has) {
			list = append(list, x)
		}
		was, had = then, has
	}
	return list
}

func judged(e *Engine, as model.Answers) (model.Advised, map[string]bool) {
	a := e.Advise(as, 0)
	list, _ := posts(e.Playbook(), a.Situation())
	return a.Advised(), presence(list)
}

// The numbers that sources and tables draw are those that a company is told: a
// part-time CTO becomes full-time with the ninth engineer, a VP comes with the
// fifteenth, a CIO beside the CTO with size. See practices.yaml and tables.yaml.
func TestGrowthTellsTheKnownNumbers(t *testing.T) {
	e := loadedEngine(t)
	as := model.Answers{
		"technology": model.Choose("product"), "custom_software": model.Choose("heavy"), "headcount": model.Count(30),
		"engineers": model.Count(7), "it_staff": model.Count(0), "regulation": model.Choose("light"), "estate": model.Choose("simple"),
		"strategy": model.Choose("balanced"), "change": model.Choose("steady"), "incumbent": model.Choose("founder"),
		"audience": model.Choose("external"), "priority": model.Choose("revenue"), "outsourcing": model.Choose("none"),
	}
	a := e.Advise(as, 0)
	path := e.Deliver(&a).Growth
	at := func(question string, n int) model.Threshold {
		i := slices.IndexFunc(path, func(x model.Threshold) bool { return x.Question == question && x.At == n })
		if i < 0 {
			t.Fatalf("nothing changes with %d %s: %+v", n, question, path)
		}
		return path[i]
	}
	if x := at("engineers", 9); x.Was.Engagement != "fractional" || x.Then.Engagement != "full-time" {
		t.Errorf("nine engineers: %+v", x)
	}
	if x := at("engineers", 15); !slices.Contains(x.Come, "vp-engineering") {
		t.Errorf("fifteen engineers: %+v", x)
	}
	if x := at("headcount", 50); !slices.Contains(x.Come, "cfo") || !slices.Contains(x.Go, "it-colleague") {
		t.Errorf("fifty people: %+v", x)
	}
}

// Whoever has not said a number, or has said that it does not apply, is told of none.
func TestGrowthNeedsAnAnswer(t *testing.T) {
	e := loadedEngine(t)
	for _, said := range []model.Answer{{}, {Kind: model.Unsure}, {Kind: model.NotApplicable}, {Kind: model.Later}} {
		a := e.Advise(model.Answers{"technology": model.Choose("product"), "headcount": said, "engineers": model.Count(3)}, 0)
		for _, x := range e.Deliver(&a).Growth {
			if x.Question != "engineers" {
				t.Errorf("%v: %+v", said, x)
			}
		}
	}
}

// BenchmarkGrowth is what a plan waits for beside everything else: to be below two
// milliseconds.
func BenchmarkGrowth(b *testing.B) {
	e := loadedEngine(b)
	as := model.Answers{}
	for i, q := range e.f.Questions {
		as[q.ID] = someAnswer(q, i)
		if q.Moves.By == model.ByGrowth {
			as[q.ID] = model.Count(q.Min)
		}
	}
	for b.Loop() {
		e.growth(as)
	}
}
