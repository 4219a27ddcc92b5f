package report

import (
	"fmt"
	"slices"

	"remit/model"
)

// The brief form: one page that a founder can take into a meeting. It leaves out
// points, sources and whatever else only proves what it says.

// The most entries of its lists, so that it stays one page.
const (
	toldUnknowns = 3
	toldTriggers = 3
)

func brief(r Report) document {
	d := headed(r)
	if r.Advice.TooEarly() {
		d.add("", undecided(r)...)
		return d
	}
	f, a := r.Framework, &r.Advice
	items := terms(r, func(t model.Term) string { return t.Title })
	for i := range items {
		items[i].notes = nil
	}
	s := f.Structure(a.Recommendation)
	if s.Verdict == "" {
		s.Verdict = s.Title
	}
	d.add("", point(s.Verdict), list(items...))
	d.add(mainReasons(r))
	d.add("What to do first", begins(r)...)
	d.add("Who leads, and what it costs", seats(r))
	d.add("The answer it rests on most", para(keystone(r)))
	d.add("What is not known", turners(r)...)
	d.add("When to look again", list(triggers(r)...))
	d.add("", para(fmt.Sprintf("Worked out under the framework %s, version %s.", f.ID, f.Version)))
	return d
}

// keystone tells which answer, changed alone, turns the advice most easily. What has
// no answer yet is told as unknown instead.
func keystone(r Report) string {
	var best *model.Turn
	alone := false
	for i := range r.Turns {
		t := &r.Turns[i]
		if len(t.Changes) != 1 {
			continue
		}
		alone = true
		if t.Changes[0].From.Real() && (best == nil || t.Effort < best.Effort) {
			best = t
		}
	}
	switch {
	case best != nil:
		c := best.Changes[0]
		return fmt.Sprintf("%s. If it were %s, the advice would be %s.", short(r.Framework, c.Question),
			wanted(r.Framework, c), r.Framework.Structure(best.To).Title)
	case len(r.Turns) > 0 && !alone:
		return "No single answer that could change would turn it."
	}
	return ""
}

// turners are the open questions of which one answer could turn the advice.
func turners(r Report) []block {
	var items []item
	more := 0
	for _, u := range r.Advice.Unknown {
		switch {
		case u.Said == model.NotApplicable || len(u.Could) == 0:
		case len(items) == toldUnknowns:
			more++
		default:
			items = append(items, entry(fmt.Sprintf("%s: %s. An answer could turn the advice to %s.", short(r.Framework, u.Question),
				said(r.Framework, u.Question, model.Answer{Kind: u.Said}), titles(r.Framework, u.Could))))
		}
	}
	switch {
	case len(items) == 0:
		return []block{para("Nothing whose answer alone could turn the advice.")}
	case more == 1:
		items = append(items, entry("And 1 more question."))
	case more > 1:
		items = append(items, entry(fmt.Sprintf("And %d more questions.", more)))
	}
	return []block{list(items...)}
}

// triggers are the events and the growth that would turn the advice by themselves.
func triggers(r Report) []item {
	var items []item
	var told []string
	for _, t := range r.Turns {
		if len(t.Changes) != 1 || len(items) == toldTriggers {
			continue
		}
		c := t.Changes[0]
		q := r.Framework.Question(c.Question)
		if q == nil || q.Moves.By != model.ByGrowth && q.Moves.By != model.ByEvent || !c.From.Real() || slices.Contains(told, c.Question) {
			continue
		}
		told = append(told, c.Question)
		items = append(items, entry(fmt.Sprintf("%s %s: the advice would be %s.", short(r.Framework, c.Question),
			becomes(r.Framework, c), r.Framework.Structure(t.To).Title)))
	}
	return append(items, entry("In any case after a year, and when whoever leads technology leaves."))
}

// becomes says the moment at which a change has come about.
func becomes(f *model.Framework, c model.Widened) string {
	switch {
	case c.To.Kind != model.Number:
		return "becomes " + enough(f, c)
	case c.To.Number > c.From.Number:
		return "reaches " + said(f, c.Question, c.To)
	}
	return "falls to " + said(f, c.Question, c.To)
}
