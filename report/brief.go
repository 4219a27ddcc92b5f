package report

import (
	"cmp"
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
	toldEvents   = 2
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
	d.add("", point(f.Verdict(a)), list(items...))
	d.add("The decision", point(motion(r)), para(r.formOpen()))
	title, reasons := mainReasons(r)
	if r.follows() { // a page with all that follows has no room for what was answered
		for i := range reasons.list {
			reasons.list[i].notes = nil
		}
	}
	d.add(title, reasons)
	d.add("What to do first", begins(r)...)
	d.add("Who leads, and what it costs", seats(r)...)
	d.add("What could go wrong", risks(r))
	d.add("Rejected", rejected(r))
	d.add("Strict rules", strictly(r)...)
	d.add(keystone(r))
	d.add("What is not known", turners(r)...)
	d.add("When to look again", list(triggers(r)...))
	d.add("Decided", resolved(r)...)
	d.add("", para(workedOutUnder(f.Ref)))
	return d
}

// workedOutUnder names the framework exactly: its content hash tells two of the same
// version apart.
func workedOutUnder(f model.Ref) string {
	text := fmt.Sprintf("Worked out under the framework %s, version %s", f.ID, f.Version)
	return joinedBy(text, ", content ", f.Hash) + "."
}

// keystone tells which answer, changed alone, turns the advice most easily. What has
// no answer yet is told as unknown instead.
func keystone(r Report) (title string, told block) {
	best := r.keyTurn()
	if best == nil {
		if len(r.Turns) > 0 && !slices.ContainsFunc(r.Turns, func(t model.Turn) bool { return len(t.Changes) == 1 }) {
			return "How easily it turns", para("No single answer that could change would turn it.")
		}
		return "", block{}
	}
	question := best.Changes[0].Question
	text := short(r.Framework, question) + "."
	for _, t := range r.singles() {
		if c := t.Changes[0]; c.Question == question {
			text += fmt.Sprintf(" If it were %s, the advice would be %s.", wanted(r.Framework, c), r.Framework.Structure(t.To).Title)
		}
	}
	return "The answer it rests on most", para(text)
}

// singles are the turns within reach by one given answer.
func (r Report) singles() []model.Turn {
	return slices.DeleteFunc(WithinReach(r.Framework, &r.Advice, r.Turns), func(t model.Turn) bool {
		return len(t.Changes) != 1 || !t.Changes[0].From.Real()
	})
}

// keyTurn is the turn by one given answer that takes the least effort, and of these the
// one nearest to what is said today; nil if there is none within reach.
func (r Report) keyTurn() *model.Turn {
	near := r.singles()
	if len(near) == 0 {
		return nil
	}
	best := slices.MinFunc(near, func(a, b model.Turn) int {
		return cmp.Or(cmp.Compare(a.Effort, b.Effort), cmp.Compare(places(r.Framework, a.Changes[0]), places(r.Framework, b.Changes[0])))
	})
	return &best
}

// firmly says how firm the advice is; where one answer carries it, which one.
func (r Report) firmly() string {
	text := firm(&r.Advice)
	if key := r.keyTurn(); key != nil && r.Advice.Standing == model.Clear {
		text += " It rests most on one of them: " + small(r.Framework, key.Changes[0].Question) + "."
	}
	return text
}

// turners are the open questions of which one answer could turn the advice, or how its
// post is filled.
func turners(r Report) []block {
	var items []item
	more := 0
	for _, u := range r.Advice.Unknown {
		switch {
		case u.Said == model.NotApplicable || len(u.Could)+len(u.Engages) == 0:
		case len(items) == toldUnknowns:
			more++
		default:
			effect := reengaged(r.Framework, u)
			if len(u.Could) > 0 {
				effect = "An answer could turn the advice to " + titles(r.Framework, u.Could) + "."
			}
			items = append(items, entry(fmt.Sprintf("%s: %s. %s", short(r.Framework, u.Question),
				said(r.Framework, u.Question, model.Answer{Kind: u.Said}), effect)))
		}
	}
	switch {
	case len(items) == 0:
		return nil
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
	key := r.keyTurn()
	for _, t := range WithinReach(r.Framework, &r.Advice, r.Turns) {
		if len(t.Changes) != 1 || len(items) == toldTriggers {
			continue
		}
		c := t.Changes[0]
		q := r.Framework.Question(c.Question)
		if q == nil || q.Moves.By != model.ByGrowth && q.Moves.By != model.ByEvent || !c.From.Real() || slices.Contains(told, c.Question) {
			continue
		}
		if told = append(told, c.Question); key != nil && r.follows() && key.Changes[0].Question == c.Question {
			continue // the page says so already
		}
		items = append(items, entry(fmt.Sprintf("%s %s: the advice would be %s.", short(r.Framework, c.Question),
			becomes(r.Framework, c), r.Framework.Structure(t.To).Title)))
	}
	items = append(items, r.outgrown(toldTriggers-len(items))...)
	if len(items) == 0 {
		items = r.events()
	}
	return append(items, entry(inAnyCase))
}

// inAnyCase is when to look again, whatever happens.
const inAnyCase = "In any case after a year, and when whoever leads technology leaves."

// events are those of the plan that change an answer, where no single one turns the advice.
func (r Report) events() []item {
	if !r.follows() {
		return nil
	}
	var items []item
	for _, t := range r.Follows.Triggers {
		if t.Question != "" && len(items) < toldEvents {
			items = append(items, entry(t.Event+"."))
		}
	}
	return items
}

// outgrown are the numbers from which the same structure would be engaged otherwise.
func (r Report) outgrown(most int) []item {
	if !r.follows() {
		return nil
	}
	f := r.Framework
	var items []item
	for _, t := range r.Follows.Growth {
		q := f.Question(t.Question)
		if q == nil || len(items) >= most || t.Was.Structure != t.Then.Structure || t.Was.Engagement == t.Then.Engagement {
			continue
		}
		items = append(items, entry(fmt.Sprintf("%s reaches %s: the advice would be %s, %s.", short(f, t.Question), quantity(q, t.At),
			f.Structure(t.Then.Structure).Title, f.EngagementTerm(t.Then.Engagement).Title)))
	}
	return items
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
