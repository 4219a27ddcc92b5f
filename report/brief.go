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
	d.add("What to do first", para(f.FirstStep(a)))
	d.add("The answer it rests on most", para(keystone(r)))
	d.add("What is not known", turners(r)...)
	d.add("When to look again", list(triggers(r)...))
	d.add("", para(fmt.Sprintf("Worked out under the framework %s, version %s.", f.ID, f.Version)))
	return d
}

// keystone tells which answer, changed alone, turns the advice most easily. What has
// no answer yet is told as unknown instead.
func keystone(r Report) string {
	var best *model.Flip
	alone := false
	for i := range r.Advice.Flips {
		flip := &r.Advice.Flips[i]
		if len(flip.Changes) != 1 {
			continue
		}
		alone = true
		if flip.Changes[0].From.Real() && (best == nil || flip.Effort < best.Effort) {
			best = flip
		}
	}
	switch {
	case best != nil:
		c := best.Changes[0]
		return fmt.Sprintf("%s. If it were %s instead of %s, the advice would be %s.", short(r.Framework, c.Question),
			said(r.Framework, c.Question, c.To), said(r.Framework, c.Question, c.From), r.Framework.Structure(best.To).Title)
	case len(r.Advice.Flips) > 0 && !alone:
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
	for _, flip := range r.Advice.Flips {
		if len(flip.Changes) != 1 || len(items) == toldTriggers {
			continue
		}
		c := flip.Changes[0]
		q := r.Framework.Question(c.Question)
		if q == nil || q.Moves.By != model.ByGrowth && q.Moves.By != model.ByEvent || !c.From.Real() || slices.Contains(told, c.Question) {
			continue
		}
		told = append(told, c.Question)
		becomes := "becomes"
		if c.To.Kind == model.Number && c.To.Number > c.From.Number {
			becomes = "reaches"
		}
		items = append(items, entry(fmt.Sprintf("%s %s %s: the advice would be %s.", short(r.Framework, c.Question), becomes,
			said(r.Framework, c.Question, c.To), r.Framework.Structure(flip.To).Title)))
	}
	return append(items, entry("In any case after a year, and when whoever leads technology leaves."))
}
