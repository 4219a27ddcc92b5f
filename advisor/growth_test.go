package advisor

import (
	"maps"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"remit/model"
)

// The growth path names every number at which growth alone changes anything, and no
// other: the same comes out when the whole advice is worked out anew for every number
// on both sides of every cut that rules, tables and posts make.
func TestGrowthMissesNothing(t *testing.T) {
	told, shifts := 0, 0
	forRandomAnswers(t, 60, func(t *testing.T, e *Engine, as model.Answers, _ *rand.Rand) {
		a := e.Advise(as, 0)
		got := e.Deliver(&a).Growth
		var want []model.Threshold
		for _, q := range e.f.Questions {
			if q.Grows(as) {
				want = append(want, stepped(e, as, q)...)
			}
		}
		told += len(got)
		for _, x := range got {
			if x.Shifts() {
				shifts++
			}
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%v:\ngot  %+v\nwant %+v", as, got, want)
		}
	})
	if told == 0 || shifts == 0 {
		t.Errorf("of %d numbers %d make an advice more or less firm", told, shifts)
	}
}

// Between the numbers that the path names nothing happens, and at each of them what it
// says, whichever number one tries.
func TestGrowthIsWhatEveryNumberSays(t *testing.T) {
	upTo := 700
	if testing.Short() {
		upTo = 60
	}
	forRandomAnswers(t, 5, func(t *testing.T, e *Engine, as model.Answers, _ *rand.Rand) {
		for _, q := range e.f.Questions {
			as := as.With(q.ID, model.Count(1))
			if !q.Grows(as) {
				continue
			}
			var told model.Threshold
			told.Then, told.Stands, _ = judged(e, as)
			path := e.growth(as)
			for n := 2; n <= min(upTo, q.Max); n++ {
				if i := slices.IndexFunc(path, func(x model.Threshold) bool { return x.Question == q.ID && x.At == n }); i >= 0 {
					told = path[i]
				}
				is, stands, _ := judged(e, as.With(q.ID, model.Count(n)))
				if is != told.Then || stands.Standing != told.Stands.Standing {
					t.Fatalf("%v with %d %s: %v, %s; the path says %+v", as, n, q.ID, is, stands.Standing, told)
				}
			}
		}
	})
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
	was, stood, had := judged(e, as)
	for _, n := range slices.Compact(numbers) {
		if n <= as[q.ID].Number || n > q.Max {
			continue
		}
		then, stands, has := judged(e, as.With(q.ID, model.Count(n)))
		x := model.Threshold{Question: q.ID, At: n, Was: was, Then: then, Stood: stood, Stands: stands}
		for _, r := range e.Playbook().Roles {
			switch {
			case has[r.ID] && !had[r.ID]:
				x.Come = append(x.Come, r.ID)
			case had[r.ID] && !has[r.ID]:
				x.Go = append(x.Go, r.ID)
			}
		}
		if was != then || stood.Standing != stands.Standing || !maps.Equal(had, has) {
			list = append(list, x)
		}
		was, stood, had = then, stands, has
	}
	return list
}

func judged(e *Engine, as model.Answers) (model.Advised, model.Footing, map[string]bool) {
	a := e.Advise(as, 0)
	list, _ := posts(e.Playbook(), a.Situation())
	return a.Advised(), e.stands(&a), presence(list)
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

// A product company that grows past 300 people with few in IT keeps its advice and loses
// its certainty; whoever reads only that the advice stays would be misled.
func TestGrowthTellsHowFirmTheAdviceIs(t *testing.T) {
	e := loadedEngine(t)
	as := model.Answers{
		"headcount": model.Count(180), "technology": model.Choose("product"), "custom_software": model.Choose("heavy"),
		"engineers": model.Count(70), "it_staff": model.Count(3), "estate": model.Choose("moderate"), "regulation": model.Choose("moderate"),
		"strategy": model.Choose("differentiation"), "priority": model.Choose("revenue"), "audience": model.Choose("external"),
		"change": model.Choose("improving"), "seats": model.Count(2), "incumbent": model.Choose("founder"), "friction": model.Choose("some"),
		"outsourcing": model.Choose("none"), "versatile_leader": model.Say(model.WordUnsure),
	}
	a := e.Advise(as, 0)
	i := slices.IndexFunc(e.Deliver(&a).Growth, func(x model.Threshold) bool { return x.Question == "headcount" && x.Shifts() })
	if i < 0 {
		t.Fatal("it is as firm at any size")
	}
	x := e.Deliver(&a).Growth[i]
	big := e.Advise(as.With("headcount", model.Count(x.At)), 0)
	if x.Turns() || x.Stood.Standing != a.Standing || x.Stands != e.stands(&big) {
		t.Errorf("%+v, and at that number it is %s, %d ahead", x, big.Standing, big.Margin)
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

// Growth brings no builders to a company that has nothing built, nor does it where the
// framework says so of any other number; where that is not known it may.
func TestGrowthStopsWhereTheFrameworkSays(t *testing.T) {
	e := loadedEngine(t)
	as := model.Answers{"technology": model.Choose("product"), "headcount": model.Count(30), "engineers": model.Count(3)}
	for said, grows := range map[model.Answer]bool{
		model.Choose("none"): false, model.Choose("some"): true, {}: true, {Kind: model.Unsure}: true,
	} {
		path := e.growth(as.With("custom_software", said))
		if got := slices.ContainsFunc(path, func(x model.Threshold) bool { return x.Question == "engineers" }); got != grows {
			t.Errorf("own software %v: builders grow is %v", said, got)
		}
		if !slices.ContainsFunc(path, func(x model.Threshold) bool { return x.Question == "headcount" }) {
			t.Errorf("own software %v: the company does not grow", said)
		}
	}
	still, err := Load(oneFile(strings.Replace(MinimalFramework, "moves: {by: growth, effort: 2}", "moves: {by: growth, effort: 2, unless: {technology: support}}", 1)))
	if err != nil {
		t.Fatal(err)
	}
	q := still.Question("headcount")
	for option, grows := range map[string]bool{"product": true, "support": false} {
		if as := (model.Answers{"technology": model.Choose(option), "headcount": model.Count(3)}); q.Grows(as) != grows {
			t.Errorf("technology %s: %s grows is %v", option, q.ID, !grows)
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
