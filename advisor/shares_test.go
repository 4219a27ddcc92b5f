package advisor

import (
	"context"
	"errors"
	"math/big"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"remit/model"
)

// sharesOf counts without an end to wait for.
func sharesOf(t *testing.T, e *Engine, as model.Answers) Counts {
	t.Helper()
	counts, err := e.Shares(context.Background(), as)
	if err != nil {
		t.Fatal(err)
	}
	return counts
}

// byWalking counts completions by visiting each of them.
func byWalking(e *Engine, as model.Answers) (counts Counts) {
	s, open := make(sheet, len(e.domains)), make([]bool, len(e.domains))
	e.read(as, s, open)
	var walk func(q int)
	walk = func(q int) {
		switch {
		case q == len(s):
			t := e.score(s)
			lead := e.winner(&t)
			counts[lead] = counts[lead].plus(one)
		case !open[q]:
			walk(q + 1)
		default:
			for class := range e.domains[q].classes() {
				s[q] = uint16(class)
				walk(q + 1)
			}
		}
	}
	walk(0)
	return counts
}

// Counting must agree with walking: whatever was said on small frameworks, and on the
// built-in one where few questions are open.
func TestSharesAgainstEveryCompletion(t *testing.T) {
	for seed := range 200 {
		r := rand.New(rand.NewPCG(uint64(seed), 19))
		e, err := New(smallFramework(r))
		if err != nil {
			t.Fatal(err)
		}
		for range 5 {
			as := randomAnswers(e.f, r, r.IntN(101))
			if got, want := sharesOf(t, e, as), byWalking(e, as); got != want {
				t.Fatalf("seed %d: counted %v, walking finds %v for %v", seed, got, want, as)
			}
		}
	}
	e := loadedEngine(t)
	r := rand.New(rand.NewPCG(3, 19))
	for range 150 {
		as := randomAnswers(e.f, r, 100)
		for _, q := range r.Perm(len(e.f.Questions))[:r.IntN(5)] {
			delete(as, e.f.Questions[q].ID)
		}
		if waysLeft(e, as).Big().BitLen() > 16 {
			continue
		}
		if got, want := sharesOf(t, e, as), byWalking(e, as); got != want {
			t.Fatalf("counted %v, walking finds %v for %v", got, want, as)
		}
	}
}

// waysLeft is how many completions there are.
func waysLeft(e *Engine, as model.Answers) Count {
	n := one
	for q := range e.domains {
		if as[e.domains[q].id].Open() {
			n = n.times(uint64(e.domains[q].classes()))
		}
	}
	return n
}

// Every completion is counted once, and what has a share is what is possible.
func TestSharesAreOfWhatIsPossible(t *testing.T) {
	e := loadedEngine(t)
	for _, as := range randomSheets(e, 400) {
		if waysLeft(e, as).Big().BitLen() > 24 {
			continue
		}
		counts := sharesOf(t, e, as)
		if counts.Total() != waysLeft(e, as) {
			t.Fatalf("%v of %v completions of %v", counts.Total(), waysLeft(e, as), as)
		}
		bars := e.Outlook(as).Bars
		for s, n := range counts {
			if (n != Count{}) != bars[s].Possible {
				t.Fatalf("%v leads on %v completions of %v, possible is %v", model.Structure(s), n, as, bars[s].Possible)
			}
		}
	}
}

// The ways to go on after an answer are some of the ways there were before: those of
// all classes of a question, silence included, add up to what was counted.
func TestSharesAddUpOverAnAnswer(t *testing.T) {
	e := loadedEngine(t)
	r := rand.New(rand.NewPCG(4, 19))
	for _, as := range randomSheets(e, 300) {
		q := r.IntN(len(e.domains))
		d := &e.domains[q]
		if !as[d.id].Open() || waysLeft(e, as).Big().BitLen() > 24 {
			continue
		}
		sum := sharesOf(t, e, as.With(d.id, model.Say(model.WordNotApplicable)))
		for _, a := range d.answer {
			for s, n := range sharesOf(t, e, as.With(d.id, a)) {
				sum[s] = sum[s].plus(n)
			}
		}
		if before := sharesOf(t, e, as); sum != before {
			t.Fatalf("the answers to %s add up to %v, before were %v, with %v", d.id, sum, before, as)
		}
	}
}

// The order of ties is kept, and points beyond what rules may give today do not
// disturb it: structures that many rules exclude stay out.
func TestSharesWhereManyRulesExclude(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 19))
	for range 100 {
		f := smallFramework(r)
		for i := range f.Rules {
			if rule := &f.Rules[i]; r.IntN(2) == 0 {
				rule.Effect, rule.Points = model.Excludes, [model.NumStructures]int{}
				rule.Exclude = []model.Structure{model.Structure(r.IntN(2)), model.Structure(2 + r.IntN(2))}
			} else {
				for s := range rule.Points {
					rule.Points[s] *= maxPoints / 3
				}
			}
		}
		e, err := New(f)
		if err != nil {
			t.Fatal(err)
		}
		if got, want := sharesOf(t, e, nil), byWalking(e, nil); got != want {
			t.Fatalf("counted %v, walking finds %v", got, want)
		}
	}
}

// Counting that nobody waits for any more ends.
func TestSharesEndEarly(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := loadedEngine(t).Shares(ctx, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("ended with %v", err)
	}
}

// Some is never told as none, and not all never as all.
func TestSharesInWords(t *testing.T) {
	of := func(part, rest uint64) Counts { return Counts{model.CTO: {lo: part}, model.VCIO: {lo: rest}} }
	for _, c := range []struct {
		counts         Counts
		percent, words string
	}{
		{of(0, 0), "0%", "no way"},
		{of(0, 7), "0%", "no way"},
		{of(7, 0), "100%", "every way"},
		{of(1, 1), "50%", "50 of 100 ways"},
		{of(1, 2), "33%", "33 of 100 ways"},
		{of(1, 150), "1%", "7 of 1,000 ways"},
		{of(1, 999), "<1%", "1 of 1,000 ways"},
		{of(1, 1<<40), "<1%", "fewer than 1 of 1,000 ways"},
		{of(1<<40, 1), ">99%", "more than 99 of 100 ways"},
		{of(1<<63, 1<<63), "50%", "50 of 100 ways"},
	} {
		if got := c.counts.Percent(model.CTO); got != c.percent {
			t.Errorf("%v is %q, not %q", c.counts, got, c.percent)
		}
		if got := c.counts.InWords(model.CTO); got != c.words {
			t.Errorf("%v is %q, not %q", c.counts, got, c.words)
		}
	}
}

// One column of shares adds up to 100, whatever was counted: "<1%" stands for nothing in
// it and ">99%" for all. None is off by a whole point, the greater never has the smaller
// figure, and the figure in words is the same.
func TestSharesAddUpToAHundred(t *testing.T) {
	r := rand.New(rand.NewPCG(6, 19))
	columns := []Counts{
		{{lo: 1}, {lo: 1}, {lo: 1}},
		{{lo: 695}, {lo: 15}, {lo: 245}, {lo: 45}},
		{{lo: 25}, {lo: 25}, {lo: 9900}, {lo: 25}, {lo: 25}},
		{{hi: 1}, {lo: 1}},
	}
	for range 5000 {
		var c Counts
		for s := range c {
			switch r.IntN(4) {
			case 0:
				c[s] = Count{lo: r.Uint64() >> r.IntN(64)}
			case 1:
				c[s] = Count{hi: r.Uint64() >> (8 + r.IntN(56)), lo: r.Uint64()}
			case 2:
				c[s] = Count{lo: r.Uint64N(200)}
			}
		}
		columns = append(columns, c)
	}
	for _, c := range columns {
		all, sum := c.Total(), 0
		if all == (Count{}) {
			continue
		}
		for _, s := range model.Structures() {
			text := c.Percent(s)
			n, exact := c.hundredths()[s], new(big.Rat).SetFrac(c[s].Big(), all.Big())
			off := exact.Mul(exact, big.NewRat(100, 1)).Sub(exact, big.NewRat(int64(n), 1))
			switch {
			case off.Abs(off).Cmp(big.NewRat(1, 1)) >= 0:
				t.Fatalf("%v of %v is %q", s, c, text)
			case (text == "0%") != (c[s] == Count{}), (text == "100%") != (c[s] == all):
				t.Fatalf("%v of %v is %q: only nothing is 0, only all is 100", s, c, text)
			}
			switch text {
			case "<1%":
			case ">99%":
				sum += 100
			default:
				shown, err := strconv.Atoi(strings.TrimSuffix(text, "%"))
				if err != nil {
					t.Fatal(err)
				}
				sum += shown
				if words := c.InWords(s); strings.HasSuffix(words, " of 100 ways") && words != strconv.Itoa(shown)+" of 100 ways" {
					t.Fatalf("%v of %v is %q and in words %q", s, c, text, words)
				}
			}
			for _, other := range model.Structures() {
				if c[s].Big().Cmp(c[other].Big()) > 0 && n < c.hundredths()[other] {
					t.Fatalf("%v is more than %v of %v and has the smaller figure", s, other, c)
				}
			}
		}
		if sum != 100 {
			t.Fatalf("the shares of %v add up to %d", c, sum)
		}
	}
}
