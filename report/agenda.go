package report

import (
	"fmt"
	"slices"
	"strings"

	"remit/model"
)

// The agenda is for whoever leads the meeting that decides: only what is worth the
// time of people in a room, with the minutes that it may take.

// Minutes that one entry is given, as a suggestion.
const (
	minutesTurning = 5 // a question whose answer could turn the advice, or change how the post is filled
	minutesOpen    = 2 // a question that only moves points
	minutesMisfit  = 5
	minutesShared  = 3 // duties that two leaders could both claim
	minutesRow     = 3
	minutesDissent = 3
	minutesDecide  = 10
)

// The most entries of each kind: nobody decides well for longer than two hours.
const (
	mostTurning = 6
	mostOpen    = 3 // questions that turn nothing by themselves
	mostMisfits = 5
	mostShared  = 12
	mostRows    = 6
	mostDissent = 3
)

// topic is one point of an agenda.
type topic struct {
	title   string
	why     string
	items   []item
	each    int // minutes for an entry
	minutes int // in all; 0 for so many times each
}

// atMost keeps the first entries, and says how many are left for another day.
func (t topic) atMost(n int) topic {
	if more := len(t.items) - n; more > 0 {
		t.items = append(t.items[:n:n], entry(fmt.Sprintf("Left out here, for they weigh less: %d. The full report has them.", more)))
		t.minutes = n * t.each
	}
	if t.minutes == 0 {
		t.minutes = len(t.items) * t.each
	}
	return t
}

func agenda(r Report) document {
	d := headed(r)
	topics := slices.DeleteFunc([]topic{openTopic(r), misfitTopic(r), sharedTopic(r), rowTopic(r), dissentTopic(r)},
		func(t topic) bool { return len(t.items) == 0 })
	plan := table("Item", "Minutes")
	plan.row("1. The decision", fmt.Sprint(minutesDecide))
	total := minutesDecide
	for i, t := range topics {
		plan.row(fmt.Sprintf("%d. %s", i+2, t.title), fmt.Sprint(t.minutes))
		total += t.minutes
	}
	d.add("", advised(r)...)
	d.add("Agenda", para(fmt.Sprintf("%d minutes in all. The minutes are a suggestion: take more where people disagree, and leave out what is settled.", total)), plan)
	d.add("1. The decision", append(asked(r), record()...)...)
	for i, t := range topics {
		d.add(fmt.Sprintf("%d. %s", i+2, t.title), para(fmt.Sprintf("%s %d minutes.", t.why, t.minutes)), list(t.items...))
	}
	return d
}

// asked is what the meeting decides. It comes first, so that nobody leaves before it; what
// stands in its way is taken next.
func asked(r Report) []block {
	if r.Advice.TooEarly() {
		return nil
	}
	return []block{para(r.formOpen()), point(motion(r)), para("Vote now if nothing stands in the way; else take first what does, and come back.")}
}

// advised is the advice in two sentences, so that all in the room start from the same.
func advised(r Report) []block {
	if r.Advice.TooEarly() {
		return undecided(r)
	}
	return append(opening(r), para("How firm: "+firm(&r.Advice)))
}

// openTopic asks for missing answers, first those that could turn the advice.
func openTopic(r Report) topic {
	t := topic{title: "Answers to agree on", why: "What nobody knows yet, the weightiest first."}
	var turning, forming, rest []item
	for _, u := range r.Advice.Unknown {
		q := r.Framework.Question(u.Question)
		if q == nil || u.Said == model.NotApplicable {
			continue
		}
		switch {
		case len(u.Could) > 0:
			turning = append(turning, entry(q.Ask, "An answer alone could turn the advice to "+titles(r.Framework, u.Could)+".", choices(q)))
		case len(u.Engages) > 0:
			forming = append(forming, entry(q.Ask, reengaged(r.Framework, u), choices(q)))
		case u.Matters:
			rest = append(rest, entry(q.Ask, "It moves the points, but does not turn the advice by itself.", choices(q)))
		}
	}
	if len(turning) == 0 && r.Advice.Outlook.Decided {
		rest = nil // nobody's time is worth what changes nothing
	}
	turning, rest = slices.Concat(turning, forming), rest[:min(mostOpen, len(rest))]
	turning = turning[:min(mostTurning, len(turning))]
	t.items = slices.Concat(turning, rest)
	t.minutes = minutesTurning*len(turning) + minutesOpen*len(rest)
	return t
}

// choices lists what can be answered.
func choices(q *model.Question) string {
	words := make([]string, len(q.Options))
	for i, o := range q.Options {
		words[i] = "“" + o.Label + "”"
	}
	if len(words) == 0 {
		return ""
	}
	return "It is " + alternatives(words) + "."
}

func misfitTopic(r Report) topic {
	found := r.Advice.Misfits
	if r.Advice.TooEarly() {
		found = contradictions(r)
	}
	items := findings(r, found).list
	if r.follows() {
		for _, x := range r.lawless("") {
			items = append([]item{entry(r.activityTitle(x.Activity)+", set by hand", x.Text)}, items...)
		}
	}
	return topic{title: "What does not fit together", why: "Settle which side gives way.", items: items, each: minutesMisfit}.atMost(mostMisfits)
}

// sharedTopic is about what two leaders have to divide between them: first what the
// framework says both could claim, then other rows on which both work, then duties that
// one person may not hold together.
func sharedTopic(r Report) topic {
	t := topic{title: "What the two divide between them", why: "Say who does what both could claim, and who holds which of two duties that nobody may hold together.", each: minutesShared}
	if !r.follows() || r.Advice.TooEarly() || r.Advice.Recommendation != model.Both {
		return t
	}
	var overlap, both []item
	for i, row := range r.Follows.Matrix.Rows {
		it := entry(r.activityTitle(row.Activity), r.proposed(i))
		switch {
		case r.overlaps(row):
			overlap = append(overlap, it)
		case len(r.leading(row)) > 1:
			both = append(both, it)
		}
	}
	t.items = slices.Concat(overlap, both)
	for _, s := range r.Book.Separations {
		if (model.Fit{When: s.When}).Holds(r.Advice.Situation()) && (r.led(s.One) || slices.ContainsFunc(s.Others, r.led)) {
			t.items = append(t.items, entry(s.Title, s.Because))
		}
	}
	return t.atMost(mostShared)
}

// overlaps reports whether the framework says that two leaders could both claim a row.
func (r Report) overlaps(row model.MatrixRow) bool {
	a := r.Book.Activity(row.Activity)
	return a != nil && a.Overlap
}

// proposed says who answers for a row and who else leads technology and has a part in it.
func (r Report) proposed(i int) string {
	m := &r.Follows.Matrix
	text := fmt.Sprintf("Proposed: %s answers for it", r.roleShort(m.Accountable(i)))
	for _, part := range []struct {
		letter     model.Letter
		does, both string
	}{{model.LetterR, "does the work", "do the work"}, {model.LetterC, "is asked first", "are asked first"}, {model.LetterI, "is told afterwards", "are told afterwards"}} {
		var names []string
		for _, id := range m.Holding(i, func(l model.Letter) bool { return l == part.letter }) {
			if role := r.Book.Role(id); role != nil && role.Leads {
				names = append(names, role.Short)
			}
		}
		switch len(names) {
		case 0:
		case 1:
			text += ", " + names[0] + " " + part.does
		default:
			text += ", " + strings.Join(names, " and ") + " " + part.both
		}
	}
	return text + "."
}

// proposing names a role, and says of one that nobody is known to hold that somebody has
// to be named for it.
func (r Report) proposing(role string) string {
	name := r.roleShort(role)
	if p, x := r.posted(role), r.Book.Role(role); p != nil && x != nil && x.Level != model.Executive && (p.Duty || p.State != model.PostKept) {
		name += " (to be named)"
	}
	return name
}

// leading gives the leaders that answer for a row or work on it.
func (r Report) leading(row model.MatrixRow) []string {
	var both []string
	for i, id := range r.Follows.Matrix.Columns {
		role := r.Book.Role(id)
		if l := row.Cells[i].Letter; role != nil && role.Leads && (l.Answers() || l.Works()) {
			both = append(both, id)
		}
	}
	return both
}

// led reports whether a leader of technology holds a duty.
func (r Report) led(d model.Duty) bool {
	for i, row := range r.Follows.Matrix.Rows {
		if row.Activity == d.Activity {
			holders := r.Follows.Matrix.Holding(i, func(l model.Letter) bool { return l == d.Letter || l == model.LetterAR })
			return slices.ContainsFunc(holders, func(id string) bool {
				role := r.Book.Role(id)
				return role != nil && role.Leads
			})
		}
	}
	return false
}

// rowTopic is the rows of the matrix that experts give to different people: here the
// company has to choose. First come those that hang on an answer, that somebody only
// stands in for, or that people have changed.
func rowTopic(r Report) topic {
	t := topic{title: "Who answers for what, where experts disagree", why: "Keep the proposal or name somebody else.", each: minutesRow}
	if !r.follows() || r.Advice.TooEarly() {
		return t
	}
	m := &r.Follows.Matrix
	shared := r.Advice.Recommendation == model.Both // what overlaps is settled there
	var pressing, rest []item
	for i, row := range m.Rows {
		a := r.Book.Activity(row.Activity)
		if a == nil || a.Dispute == "" || shared && a.Overlap {
			continue
		}
		it := entry(fmt.Sprintf("%s. Proposed: %s.", a.Title, r.proposing(m.Accountable(i))), "Where experts disagree: "+a.Dispute)
		edited := slices.ContainsFunc(row.Cells, func(c model.Cell) bool { return c.Edited })
		if edited || row.Instead != "" || len(row.Unsettled) > 0 {
			pressing = append(pressing, it)
		} else {
			rest = append(rest, it)
		}
	}
	t.items = slices.Concat(pressing, rest)
	return t.atMost(mostRows)
}

func dissentTopic(r Report) topic {
	return topic{title: "Where the sources disagree", why: "Say which side this company takes.",
		items: dissents(r).list, each: minutesDissent}.atMost(mostDissent)
}
