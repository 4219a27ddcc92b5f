package report

import (
	"cmp"
	"fmt"
	"slices"

	"remit/model"
)

// The brief form: one page that a founder can take into a meeting. It leaves out
// points, sources and whatever else only proves what it says.

// toldUnknowns is the most open questions that it lists, so that it stays one page.
const toldUnknowns = 3

func brief(r Report) document {
	d := headed(r)
	if r.Advice.TooEarly() {
		d.add("", undecided(r)...)
		return d
	}
	f := r.Framework
	items := terms(r, func(t model.Term) string { return t.Title })
	for i := range items {
		items[i].notes = nil
	}
	d.add("", append(opening(r), list(items...))...)
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
	d.add("When to look again", r.occasionsInBrief())
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
	var ways []model.Turn
	for _, t := range r.singles() {
		if c := t.Changes[0]; c.Question == question {
			ways = append(ways, t)
			text += fmt.Sprintf(" If it were %s, the advice would be %s.", wanted(r.Framework, c), r.Framework.Structure(t.To).Title)
		}
	}
	return "What turns it most easily", para(text + nudge(r.Framework, &r.Advice, ways))
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

// firmly says how firm the advice is; where one answer alone turns it, which does so most
// easily.
func (r Report) firmly() string {
	text := firm(&r.Advice)
	if key := r.keyTurn(); key != nil && r.Advice.Standing == model.Clear {
		text += " Of the answers, another one to “" + short(r.Framework, key.Changes[0].Question) + "” would turn it most easily."
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
