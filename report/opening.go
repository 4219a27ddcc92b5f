package report

import (
	"fmt"

	"remit/model"
)

// An advice that is open is not to begin like one that is firm: who reads one sentence
// alone would take what leads by a nudge for what to do.

// SoFar comes before what leads while nothing is settled.
const SoFar = "So far this leads:"

// NotSettled says of an advice that is open that it is, and on how many answers it rests;
// "" of any other.
func NotSettled(f *model.Framework, a *model.Advice) string {
	if a.Standing != model.Open || a.TooEarly() {
		return ""
	}
	given := 0
	for _, said := range a.Answers {
		if said.Real() {
			given++
		}
	}
	if asked := len(f.Questions); given < asked {
		return fmt.Sprintf("Nothing is settled yet: this rests on %d of %d answers.", given, asked)
	}
	return fmt.Sprintf("Nothing is settled yet: on all %d answers it is too close to call.", given)
}

// opening is the verdict as every document begins: first that nothing is settled, where
// nothing is.
func opening(r Report) []block {
	verdict := r.Framework.Verdict(&r.Advice)
	if open := NotSettled(r.Framework, &r.Advice); open != "" {
		return []block{point(open), para(SoFar + " “" + verdict + "”")}
	}
	return []block{point(verdict)}
}

// firstTold is what the first of the five is called.
func firstTold(f *model.Framework, a *model.Advice) string {
	if NotSettled(f, a) != "" {
		return "leads so far"
	}
	return "recommended"
}

// votedOn comes before the motion.
func (r Report) votedOn() string {
	if NotSettled(r.Framework, &r.Advice) != "" {
		return "To vote on if no more can be found out first:"
	}
	return "To vote on:"
}
