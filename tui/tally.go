package tui

import "remit/model"

// tally counts what is known of a session, by one rule everywhere: a question is
// answered when it has an answer that a rule can read; "not sure" and "later" wait for
// somebody to find out; what does not apply is neither.
type tally struct {
	answered int
	toFind   int // unsure or later
	apart    int // does not apply
	total    int // questions of the framework
}

// tallyOf counts answers under a framework. What it does not ask, or what is no
// answer to it any more, does not count.
func tallyOf(f *model.Framework, as model.Answers) tally {
	n := tally{total: len(f.Questions)}
	for i := range f.Questions {
		q := &f.Questions[i]
		a := as[q.ID]
		switch {
		case a.Kind == model.Unanswered || q.Accept(a) != nil:
		case a.Real():
			n.answered++
		case a.Kind == model.NotApplicable:
			n.apart++
		default:
			n.toFind++
		}
	}
	return n
}

// closed counts the questions for which nothing more can come.
func (n tally) closed() int { return n.answered + n.apart }

// short says how many are answered: "3 of 16".
func (n tally) short() string { return thousands(n.answered) + " of " + thousands(n.total) }

// words says all of it: "3 of 16 answered, 1 to find out, 1 does not apply".
func (n tally) words() string {
	text := n.short() + " answered"
	if n.toFind > 0 {
		text += ", " + thousands(n.toFind) + " to find out"
	}
	if n.apart > 0 {
		text += ", " + plural(n.apart, "does not apply", "do not apply")
	}
	return text
}
