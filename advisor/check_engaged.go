package advisor

import (
	"fmt"
	"slices"

	"remit/model"
)

// checkEngaged wants the table to give every engagement that a rule or a transition
// names, to a structure that it is about.
func (in *loading) checkEngaged() {
	if len(in.f.Engagement.Rows) == 0 || in.unresolved["engagement"] {
		return
	}
	for _, r := range in.f.Rules {
		in.givenTo(fmt.Sprintf("rule %q", r.ID), r.Engaged, r.For)
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
