package report

import (
	"strings"

	"remit/model"
)

// The structure may be sure while nobody knows whether its seat can be paid. What is open
// then decides form and cost, and a meeting takes it first.

// reengaged says to which ways of filling the post an answer could lead that leaves the
// structure as it is; "" if to none.
func reengaged(f *model.Framework, u model.Unknown) string {
	if len(u.Engages) == 0 {
		return ""
	}
	ways := make([]string, len(u.Engages))
	for i, e := range u.Engages {
		ways[i] = "“" + f.EngagementTerm(e).Title + "”"
	}
	return "No answer turns the structure, but one could change how the post is filled, and what it costs: " + alternatives(ways) + "."
}

// formOpen asks, before a vote, for the answers on which the form of the post hangs; ""
// where nothing or more than the form is open.
func (r Report) formOpen() string {
	var names []string
	for _, u := range r.Advice.Unknown {
		switch {
		case u.Said == model.NotApplicable:
		case len(u.Could) > 0:
			return ""
		case len(u.Engages) > 0:
			names = append(names, "“"+short(r.Framework, u.Question)+"”")
		}
	}
	if len(names) == 0 {
		return ""
	}
	how := r.Framework.EngagementTerm(model.Engagement(r.Advice.Engagement.Then)).Title
	return "Settle before the vote: " + strings.Join(names, " and ") + ". The structure does not hang on it; whether “" + how + "” is right does."
}
