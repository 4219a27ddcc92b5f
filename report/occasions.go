package report

import (
	"fmt"
	"slices"

	"remit/model"
)

// When to look again. People read one list: the plan tells all of it, a page for a board the
// first of it, both in these words. Programs get what it is made from.

// Occasion is something after which to look at an advice again.
type Occasion struct {
	Event    string // a sentence
	Look     string // what to do then; may be empty
	Question string // the one whose answer it changes; may be empty
	Turns    bool   // it alone turns the advice to another structure
	Refills  bool   // it alone changes how the post is filled
	Strength model.Strength
	Sources  []string // empty, as is Strength, of what follows from the answers
}

// toldTurning is how many occasions of the list change the advice by themselves. The others
// are in the growth path and among the ways to another advice.
const toldTurning = 3

// toldEvents is how many events a page tells where none of them changes the advice by itself.
const toldEvents = 2

// Occasions lists when to look again at an advice: first what changes it by itself, then the
// events of the playbook, last what holds for everybody.
func Occasions(r Report) []Occasion {
	list := r.turning()
	list = append(r.outgrown(toldTurning-len(list)), list...) // the structure stays for longer than how its post is filled
	if r.follows() {
		for _, t := range r.Follows.Triggers {
			list = append(list, Occasion{Event: sentence(t.Event), Look: t.Look, Question: t.Question, Strength: t.Strength, Sources: t.Sources})
		}
	}
	return append(list, Occasion{Event: "In any case after a year, and when whoever leads technology leaves."})
}

// turning are the events and the growth that turn the advice to another structure by
// themselves, one for each answer that they change.
func (r Report) turning() (list []Occasion) {
	for _, t := range WithinReach(r.Framework, &r.Advice, r.Turns) {
		c := t.Changes[0]
		q := r.Framework.Question(c.Question)
		if len(t.Changes) != 1 || len(list) == toldTurning || q == nil || !c.From.Real() ||
			!comesAbout(q, c, r.Advice.Answers) ||
			slices.ContainsFunc(list, func(x Occasion) bool { return x.Question == c.Question }) {
			continue
		}
		event := fmt.Sprintf("%s %s: the advice would be %s.", short(r.Framework, c.Question), becomes(r.Framework, c), r.Framework.Structure(t.To).Title)
		list = append(list, Occasion{Event: event, Question: c.Question, Turns: true})
	}
	return list
}

// comesAbout reports whether an answer can change without anybody deciding that: an event
// changes it, or the company grows, and it grows with that.
func comesAbout(q *model.Question, c model.Widened, as model.Answers) bool {
	rises := c.To.Kind == model.Number && c.To.Number > c.From.Number
	return q.Moves.By == model.ByEvent || q.Moves.By == model.ByGrowth && (!rises || q.Grows(as))
}

// outgrown are the numbers from which the same structure would be engaged otherwise than
// today. What comes after a number that turns it to another is left out.
func (r Report) outgrown(most int) (list []Occasion) {
	if !r.follows() {
		return nil
	}
	f, today := r.Framework, r.Advice.Advised()
	turned := "" // the question at whose number the structure turned
	for _, t := range r.Follows.Growth {
		if t.Then.Structure != today.Structure {
			turned = t.Question
		}
		q := f.Question(t.Question)
		if q == nil || len(list) >= most || t.Question == turned || t.Then.Engagement == today.Engagement || t.Was.Engagement == t.Then.Engagement {
			continue
		}
		event := fmt.Sprintf("%s reaches %s: the advice would be %s, %s.", short(f, t.Question), quantity(q, t.At),
			f.Structure(t.Then.Structure).Title, f.EngagementTerm(t.Then.Engagement).Title)
		list = append(list, Occasion{Event: event, Question: t.Question, Refills: true})
	}
	return list
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

// occasions tells the whole list.
func occasions(r Report) block {
	if !r.follows() {
		return block{}
	}
	var items []item
	for _, x := range Occasions(r) {
		items = append(items, entry(x.Event, x.Look, cited(x.Sources)))
	}
	return list(items...)
}

// occasionsInBrief are those for a page: what changes the advice and is not told there
// already, or else the first events that change an answer; and what holds for everybody.
func (r Report) occasionsInBrief() block {
	all := Occasions(r)
	key := r.keyTurn()
	var turning, events []item
	for _, x := range all {
		switch {
		case x.Turns && r.follows() && key != nil && key.Changes[0].Question == x.Question:
		case x.Turns || x.Refills:
			turning = append(turning, entry(x.Event))
		case x.Question != "" && len(events) < toldEvents:
			events = append(events, entry(x.Event))
		}
	}
	if len(turning) == 0 {
		turning = events
	}
	return list(append(turning, entry(all[len(all)-1].Event))...)
}
