package advisor

import (
	"fmt"
	"slices"

	"remit/model"
)

// checkEngaged wants the table to give every engagement that a rule, a transition or the
// words of a structure or of a tradeoff name, to a structure that it is about.
func (in *loading) checkEngaged() {
	if len(in.f.Engagement.Rows) == 0 || in.unresolved["engagement"] {
		return
	}
	for _, r := range in.f.Rules {
		in.givenTo(fmt.Sprintf("rule %q", r.ID), r.Engaged, r.For)
	}
	for _, s := range in.f.Structures {
		for _, w := range s.Instead {
			in.givenTo(fmt.Sprintf("structure %q: a wording", s.ID), w.Engaged, []model.Structure{s.ID})
		}
	}
	for _, t := range in.f.Playbook.Tradeoffs {
		for _, w := range t.Instead {
			in.givenTo(fmt.Sprintf("tradeoff %q: a wording", t.Structure), w.Engaged, []model.Structure{t.Structure})
		}
	}
	for _, t := range in.f.Annex.Transitions {
		in.givenTo(fmt.Sprintf("transition %q", t.ID), t.Engaged, t.To)
	}
}

func (in *loading) givenTo(what string, engaged []model.Engagement, to []model.Structure) {
	if len(to) == 0 {
		to = model.Structures()
	}
	for _, how := range engaged {
		if !slices.ContainsFunc(to, func(s model.Structure) bool { return slices.Contains(results(in.f.Engagement, s), string(how)) }) {
			in.general(fmt.Sprintf("%s is for engagement %s, which the table never gives there", what, how), "Take it out of engaged.")
		}
	}
}
