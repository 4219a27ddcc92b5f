package advisor

import (
	"context"
	"math/rand/v2"
	"testing"

	"remit/model"
)

// Counting must agree with walking: on small frameworks every sheet is visited.
func TestCountAgainstEverySheet(t *testing.T) {
	for seed := range 200 {
		r := rand.New(rand.NewPCG(uint64(seed), 17))
		f := smallFramework(r)
		e, err := New(f)
		if err != nil {
			t.Fatal(err)
		}
		var want [model.NumStructures]uint64
		s := make(sheet, len(e.domains))
		var walk func(q int)
		walk = func(q int) {
			if q == len(s) {
				t := e.score(s)
				want[e.winner(&t)]++
				return
			}
			for class := range e.domains[q].classes() {
				s[q] = uint16(class)
				walk(q + 1)
			}
		}
		walk(0)
		got, err := e.Count(context.Background(), nil)
		if err != nil {
			t.Fatal(err)
		}
		for s, n := range want {
			if got[s].hi != 0 || got[s].lo != n {
				t.Fatalf("seed %d: %v leads on %v sheets, walking finds %d", seed, model.Structure(s), got[s], n)
			}
		}
	}
}

func TestEverySheetOfTheBuiltInFrameworkIsCounted(t *testing.T) {
	e := loadedEngine(t)
	total := one
	for q := range e.domains {
		total = total.times(uint64(e.domains[q].classes()))
	}
	counts, err := e.Count(context.Background(), nil)
	if err != nil {
		t.Fatal(err)
	}
	if counts.Total() != total {
		t.Errorf("counted %v of %v sheets", counts.Total(), total)
	}
	for _, s := range model.Structures() {
		t.Logf("%-6v %20v", s, counts[s])
	}
	t.Logf("%-6s %20v", "all", total)
}
