package advisor

import (
	"fmt"
	"slices"
	"strings"

	"remit/model"
)

// ClearMargin is the lead in points from which a recommendation can be clear;
// OpenMargin is the lead below which it is open. One strong rule is worth 3 to 5
// points, so a clear lead survives the loss of any single middling reason, and an
// open one hangs on a nudge.
const (
	ClearMargin = 4
	OpenMargin  = 2
)

// nearBy is the lead in points up to which the runner-up is worth naming as a second
// choice; one that is further behind is none.
const nearBy = 6

// firmness is what the standing follows from.
type firmness struct {
	margin     int
	steady     bool // it stands however each rule's weight is off by up to a quarter
	turnable   bool // an answer to one question that has none yet could turn it
	consistent bool // no misfit between the answers themselves
	answered   bool // some rule has fired
}

// standing is the one definition of clear, leaning and open:
//
//   - open: the lead is under OpenMargin points, or no answer speaks for anything yet;
//   - clear: the lead is ClearMargin points or more, and the recommendation is steady,
//     not turnable and rests on answers that do not contradict each other;
//   - leaning: everything between.
func (f firmness) standing() model.Standing {
	switch {
	case f.margin < OpenMargin || !f.answered:
		return model.Open
	case f.margin >= ClearMargin && f.steady && !f.turnable && f.consistent:
		return model.Clear
	}
	return model.Leaning
}

// firmness gathers what the standing of an advice follows from.
func (c *consideration) firmness(a *model.Advice) firmness {
	return firmness{
		margin:     a.Margin,
		steady:     c.steady(a.Recommendation),
		turnable:   slices.ContainsFunc(a.Unknown, turns),
		consistent: !slices.ContainsFunc(a.Misfits, c.contradiction),
		answered:   len(a.Reasons) > 0,
	}
}

func turns(u model.Unknown) bool {
	return len(u.Could) > 0 && u.Said != model.NotApplicable
}

// contradiction tells a misfit between answers from one between today and the advice:
// the former concerns every recommendation.
func (e *Engine) contradiction(f model.Finding) bool {
	r := e.f.Rule(f.Rule)
	return r != nil && len(r.For) == 0
}

// standingWhy says in a sentence or two what the standing rests on.
func (c *consideration) standingWhy(a *model.Advice) string {
	f := c.firmness(a)
	if !f.answered {
		return "No answer so far speaks for or against any of the five."
	}
	second := c.f.Structure(a.RunnerUp).Title
	var lead string
	switch {
	case a.Ranking[1].Excluded:
		lead = "All others are ruled out"
	case f.margin == 0 && a.Answers[incumbent].Option == string(a.RunnerUp):
		lead = "Level with " + second + ", which you have today: stay with it unless more answers speak for a change"
	case f.margin == 0:
		lead = "Level with " + second + "; of equals the one is named that comes first in a fixed order"
	case f.margin == 1:
		lead = "1 point ahead of " + second
	case f.margin > nearBy && !c.turnedByOne(a):
		lead = "On these answers no other way comes near"
	case f.margin > nearBy:
		lead = fmt.Sprintf("%d points ahead of any other", f.margin)
	default:
		lead = fmt.Sprintf("%d points ahead of %s", f.margin, second)
	}
	var doubts []string
	if !f.consistent {
		doubts = append(doubts, c.unfitting(a))
	}
	if f.turnable {
		doubts = append(doubts, c.turners(a))
	}
	if !f.steady && !a.Ranking[1].Excluded {
		doubts = append(doubts, "the least favourable weights, each up to a quarter off, can turn it")
	}
	if len(doubts) > 0 {
		lead += ", but " + strings.Join(doubts, "; and ")
	}
	return lead + "." + c.lasting(a)
}

// turnedByOne reports whether another answer to one question, of those that can come to
// change, would turn the advice: then another way is near, however many points it lacks.
func (c *consideration) turnedByOne(a *model.Advice) bool {
	for q := range c.domains {
		if c.sheet[q] == silent || c.domains[q].moves.By == model.ByNobody {
			continue
		}
		for place, class := range c.domains[q].distinct {
			if class != silent && c.turns.won[q][place] != a.Recommendation {
				return true
			}
		}
	}
	return false
}

// unfitting names the misfits between the answers themselves.
func (c *consideration) unfitting(a *model.Advice) string {
	var names []string
	for _, f := range a.Misfits {
		if c.contradiction(f) {
			names = append(names, "“"+f.Title+"”")
		}
	}
	if len(names) == 1 {
		return "one thing here does not fit: " + names[0]
	}
	return fmt.Sprintf("%d things here do not fit: %s", len(names), strings.Join(names, ", "))
}

// lasting says what cannot change the advice: other weights, where there is something
// to weigh, and what is still to be answered, where anything is; and what still can change
// its form.
func (c *consideration) lasting(a *model.Advice) string {
	return unmoved(a) + c.forming(a)
}

// forming says which open answers could still change how the post is filled, where the
// structure itself is sure; else that is the lesser question.
func (c *consideration) forming(a *model.Advice) string {
	const most = 3
	names := c.formers(a)
	if len(names) == 0 || !a.Outlook.Decided && a.Standing != model.Clear {
		return ""
	}
	return " What is open is how the post is filled: that hangs on " + listed(names[:min(most, len(names))]) + "."
}

// unmoved says what cannot change the structure.
func unmoved(a *model.Advice) string {
	rest := ""
	if slices.ContainsFunc(a.Unknown, func(u model.Unknown) bool { return u.Said != model.NotApplicable }) {
		switch {
		case a.Outlook.Decided:
			rest = "no further answer can change the structure"
		case a.Standing == model.Clear:
			rest = "no missing answer can turn it alone"
		}
	}
	const weights = " It stays the same even if each reason counts up to a quarter more or less"
	switch weighed := a.Standing == model.Clear && !a.Ranking[1].Excluded; {
	case weighed && rest != "":
		return weights + ", and " + rest + "."
	case weighed:
		return weights + "."
	case rest != "":
		return " " + strings.ToUpper(rest[:1]) + rest[1:] + "."
	}
	return ""
}

// turners names the open questions of which one answer could turn the advice.
func (c *consideration) turners(a *model.Advice) string {
	const most = 3
	var names []string
	for _, u := range a.Unknown {
		if turns(u) {
			names = append(names, "“"+c.f.Question(u.Question).Short+"”")
		}
	}
	if more := len(names) - most; more > 0 {
		names = append(names[:most], fmt.Sprintf("%d more", more))
	}
	if len(names) == 1 {
		return "the answer to " + names[0] + " could still turn it"
	}
	return "an answer to " + listed(names) + " could still turn it"
}

// listed joins names as "a", "a or b", "a, b or c".
func listed(names []string) string {
	last := len(names) - 1
	if last < 1 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:last], ", ") + " or " + names[last]
}
