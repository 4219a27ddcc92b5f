package advisor

import (
	"cmp"
	"math/rand/v2"
	"slices"
	"testing"

	"remit/model"
)

// allows lists every answer that a change may go to, all numbers included.
func allows(c model.Widened) []model.Answer {
	if c.To.Kind == model.Option {
		return append([]model.Answer{c.To}, c.Or...)
	}
	var list []model.Answer
	for n := c.Within.Low.Number; n <= c.Within.High.Number; n++ {
		list = append(list, model.Count(n))
	}
	return list
}

// combinations visits the answers with every combination of what changes allow.
func combinations(changes []model.Widened, as model.Answers, visit func(model.Answers)) {
	if len(changes) == 0 {
		visit(as)
		return
	}
	for _, a := range allows(changes[0]) {
		combinations(changes[1:], as.With(changes[0].Question, a), visit)
	}
}

// forSmallTurns runs a law on frameworks small enough to try everything that a turn
// allows.
func forSmallTurns(t *testing.T, law func(t *testing.T, f *model.Framework, as model.Answers, flips []model.Flip, turns []model.Turn)) {
	t.Helper()
	found := 0
	for seed := range 300 {
		r := rand.New(rand.NewPCG(uint64(seed), 17))
		f := smallFramework(r)
		e, err := New(f)
		if err != nil {
			t.Fatal(err)
		}
		as := randomAnswers(f, r, r.IntN(101))
		flips := e.Advise(as, MaxFlips).Flips
		turns := e.Turns(as, flips)
		found += len(turns)
		if law(t, f, as, flips, turns); t.Failed() {
			t.Fatalf("seed %d: %v", seed, as)
		}
	}
	if found == 0 {
		t.Fatal("no turn was tried")
	}
}

// What a turn says holds for every combination of answers that its words allow, each
// of them a change that can happen, and nothing can be added to it.
func TestTurnsHoldForWhateverTheyAllow(t *testing.T) {
	forSmallTurns(t, func(t *testing.T, f *model.Framework, as model.Answers, _ []model.Flip, turns []model.Turn) {
		leads := func(changes []model.Widened, to model.Structure) bool {
			always := true
			combinations(changes, as, func(changed model.Answers) {
				_, best := fit(f, changed)
				always = always && best == to
			})
			return always
		}
		for _, turn := range turns {
			if !leads(turn.Changes, turn.To) {
				t.Errorf("%+v does not hold", turn)
			}
			for i, c := range turn.Changes {
				q := f.Question(c.Question)
				for _, a := range legal(q) {
					inside := slices.Contains(allows(c), a)
					if inside && !happens(f, q, c.From, a) {
						t.Errorf("%s cannot change from %v to %v", q.ID, c.From, a)
					}
					beside := a.Kind == model.Option || a.Number == c.Within.Low.Number-1 || a.Number == c.Within.High.Number+1
					if inside || !beside {
						continue
					}
					wider := slices.Clone(turn.Changes)
					wider[i] = model.Widened{Change: model.Change{Question: q.ID, To: a}, Within: model.Span{Low: a, High: a}}
					if leads(wider, turn.To) {
						t.Errorf("%+v leaves out that %s may be %v", turn, q.ID, a)
					}
				}
			}
		}
	})
}

// Turns say all that flips say, and nothing that takes more changes.
func TestTurnsCoverTheFlips(t *testing.T) {
	forSmallTurns(t, func(t *testing.T, f *model.Framework, as model.Answers, flips []model.Flip, turns []model.Turn) {
		size := map[model.Structure]int{}
		for _, flip := range flips {
			size[flip.To] = len(flip.Changes)
			if !slices.ContainsFunc(turns, func(turn model.Turn) bool { return covered(flip, turn) }) {
				t.Errorf("%+v is in no turn of %+v", flip, turns)
			}
		}
		for i, turn := range turns {
			if len(turn.Changes) != size[turn.To] {
				t.Errorf("%+v takes other than %d changes", turn, size[turn.To])
			}
			if slices.ContainsFunc(turns[:i], func(other model.Turn) bool { return alike(turn, other) }) {
				t.Errorf("%+v is said twice", turn)
			}
			for _, c := range turn.Changes {
				if c.From != as[c.Question] || !slices.Contains(allows(c), c.To) {
					t.Errorf("%+v: from %v to %v", turn, c.From, c.To)
				}
			}
		}
	})
}

func covered(flip model.Flip, turn model.Turn) bool {
	return flip.To == turn.To && flip.Effort == turn.Effort && slices.EqualFunc(flip.Changes, turn.Changes, func(c model.Change, w model.Widened) bool {
		return c.Question == w.Question && slices.Contains(allows(w), c.To)
	})
}

func alike(a, b model.Turn) bool {
	return a.To == b.To && slices.EqualFunc(a.Changes, b.Changes, func(x, y model.Widened) bool {
		return x.Question == y.Question && slices.Equal(allows(x), allows(y))
	})
}

// The cheapest way to each structure comes first; with the same effort, the one that
// leaves most of what was answered as it is.
func TestTurnsComeCheapestFirst(t *testing.T) {
	easier := 0
	forSmallTurns(t, func(t *testing.T, _ *model.Framework, _ model.Answers, _ []model.Flip, turns []model.Turn) {
		for i := 1; i < len(turns); i++ {
			a, b := turns[i-1], turns[i]
			if cmp.Or(cmp.Compare(a.To, b.To), cmp.Compare(a.Effort, b.Effort), cmp.Compare(given(a), given(b))) > 0 {
				t.Errorf("%+v before %+v", a, b)
			}
			if a.To == b.To && a.Effort < b.Effort && given(a) > given(b) {
				easier++
			}
		}
	})
	if easier == 0 {
		t.Error("effort never made a difference")
	}
}

// A threshold is said once and from where it begins; what a company would have to
// grow to is the nearest of it.
func TestAThresholdIsSaidOnce(t *testing.T) {
	e := loadedEngine(t)
	as := model.Answers{"headcount": model.Count(40), "technology": model.Choose("support")}
	var people []model.Widened
	for _, turn := range e.Turns(as, e.Advise(as, 1).Flips) {
		if turn.Changes[0].Question == "headcount" {
			people = append(people, turn.Changes[0])
		}
	}
	if len(people) != 1 || people[0].To != people[0].Within.Low || people[0].Within.High.Number != e.f.Question("headcount").Max {
		t.Errorf("the thresholds are %+v, want one without an upper end", people)
	}
}

func BenchmarkTurns(b *testing.B) {
	e := loadedEngine(b)
	for name, share := range map[string]int{"nothing answered": 0, "half": 50, "all": 100} {
		as := randomAnswers(e.f, rand.New(rand.NewPCG(5, 6)), share)
		flips := e.Advise(as, MaxFlips).Flips
		b.Run(name, func(b *testing.B) {
			turns := 0
			for b.Loop() {
				turns = len(e.Turns(as, flips))
			}
			b.ReportMetric(float64(len(flips)), "flips")
			b.ReportMetric(float64(turns), "turns")
		})
	}
}
