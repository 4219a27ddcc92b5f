package advisor

import (
	"math/rand/v2"
	"slices"
	"testing"

	"remit/model"
)

// The five are compared for the company at hand: in the order of the ranking, each with
// what it would cost there; the one that is advised as it is advised.
func TestOptions(t *testing.T) {
	e := loadedEngine(t)
	r := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		a := e.Advise(randomAnswers(e.f, r, 70), 0)
		d := e.Deliver(&a)
		if len(d.Options) != model.NumStructures {
			t.Fatalf("%d options", len(d.Options))
		}
		for i, o := range d.Options {
			if o.Structure != a.Ranking[i].Structure {
				t.Fatalf("option %d is %v, the ranking has %v", i, o.Structure, a.Ranking[i].Structure)
			}
			if o.Tradeoff == nil || o.Tradeoff.Structure != o.Structure {
				t.Errorf("%v is compared by %+v", o.Structure, o.Tradeoff)
			}
		}
		advised := d.Options[slices.IndexFunc(d.Options, func(o model.Contender) bool { return o.Structure == a.Recommendation })]
		if advised.Engagement != model.Engagement(a.Engagement.Then) {
			t.Errorf("the advised option is %s, the advice %s", advised.Engagement, a.Engagement.Then)
		}
		for _, c := range advised.Costs {
			if !slices.ContainsFunc(d.Costs, func(x model.Cost) bool { return x.ID == c.ID }) {
				t.Errorf("the option costs %s, which the plan does not name", c.ID)
			}
		}
	}
}
