package report

import (
	"fmt"
	"strings"

	"remit/model"
)

// transition writes the steps from today's leader to the advice, or why there are
// none to take.
func (t *typesetter) transition(f *model.Framework, way *model.Transition) {
	t.lines("", "", model.Clean(sentence(way.Title)), plain)
	if way.Stays != "" {
		t.lines("", "", model.Clean(way.Stays), plain)
	}
	for i, s := range way.Steps {
		number := fmt.Sprintf("%d. ", i+1)
		t.lines(number, strings.Repeat(" ", len(number)), model.Clean(s.Title+". "+s.Do), plain)
		t.lines("    ", "    ", model.Clean(sentence(dueBy(s.Clock, s.Day)+", decided by "+s.Who)), faint)
		if s.Keep != "" {
			t.lines("    ", "    ", model.Clean(sentence("To keep: "+s.Keep)), faint)
		}
	}
	if words := published(f, way.Sources); words != "" {
		t.lines("", "", model.Clean("Sources: "+words), faint)
	}
}

// published names sources by their titles: there is no list of sources to look an id
// up in.
func published(f *model.Framework, ids []string) string {
	var parts []string
	for _, id := range ids {
		s := f.Source(id)
		if s == nil {
			continue
		}
		words := "“" + s.Title + "”"
		for _, more := range []string{s.Publisher, s.Year} {
			if more != "" {
				words += ", " + more
			}
		}
		parts = append(parts, words)
	}
	return sentence(strings.Join(parts, "; "))
}

// neighbours writes the cases with what they share with the company.
func (t *typesetter) neighbours(r *WhatIf) {
	t.lines("", "", "They prove nothing: the advice rests on the rules. What an organisation had may have been the wrong thing for it.", plain)
	for i := range r.Near {
		t.item(r.neighbour(&r.Near[i]))
	}
}

// neighbour is one case with what it shares with the company.
func (r *WhatIf) neighbour(n *model.Neighbour) item {
	it := entry(n.Case.Situation,
		"source: "+n.Case.Source,
		r.comparison("the same: ", n.Case.Facts, n.Shared),
		r.comparison("different: ", n.Case.Facts, n.Differs),
		outcome(r.Framework, n))
	it.link = model.Clean(n.Case.URL)
	return it
}

// comparison lists the answers of a case, each with the company's where that is
// another one. Numbers that no rule tells apart are the same and yet others.
func (r *WhatIf) comparison(label string, facts model.Answers, questions []string) string {
	if len(questions) == 0 {
		return ""
	}
	f := r.Framework
	parts := make([]string, len(questions))
	for i, id := range questions {
		parts[i] = small(f, id) + " " + now(f, id, facts[id])
		if own := r.Advice.Answers[id]; own != facts[id] {
			parts[i] += " (yours: " + now(f, id, own) + ")"
		}
	}
	return label + strings.Join(parts, "; ")
}

// outcome says what the source of a case advised or the organisation had, and
// whether the company is advised the same.
func outcome(f *model.Framework, n *model.Neighbour) string {
	c := &n.Case
	if len(c.Expect) == 0 {
		return ""
	}
	verb, also := "advised: ", "would do too"
	if c.Kind == model.CompanyCase {
		verb, also = "it had: ", "describes it too"
	}
	words := []string{verb + f.Structure(c.Expect[0]).Title}
	if others := c.Expect[1:]; len(others) > 0 {
		words[0] += fmt.Sprintf(" (%s %s)", titles(f, others), also)
	}
	if c.Engagement != "" {
		words = append(words, f.EngagementTerm(model.Engagement(c.Engagement)).Title)
	}
	if c.Reporting != "" {
		words = append(words, f.ReportingTerm(model.Reporting(c.Reporting)).Title)
	}
	verdict := "your advice is another"
	if n.Agrees {
		verdict = "your advice agrees"
	}
	return strings.Join(words, ", ") + "; " + verdict
}

// sentence ends words with a full stop unless they have an end.
func sentence(words string) string {
	if words == "" || strings.ContainsAny(words[len(words)-1:], ".!?") {
		return words
	}
	return words + "."
}
