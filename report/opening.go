package report

import (
	"fmt"

	"remit/model"
)

// An advice that is open, or rests on little, is not to begin like one that is firm: who
// reads one sentence alone would take what leads by a nudge for what to do.

// NotSettled says of an advice that is open that it is, and on how many answers it rests;
// of one that is leaning the latter, if these are fewer than half and others could still turn
// it; "" of any other. Questions that do not apply are not counted.
func NotSettled(f *model.Framework, a *model.Advice) string {
	if a.TooEarly() || a.Standing == model.Clear {
		return ""
	}
	given, asked := answered(f, a)
	switch {
	case closeCall(f, a):
		return "This is too close to call, and no further answer can change that."
	case a.Standing == model.Open:
		return fmt.Sprintf("Nothing is settled yet: this rests on %d of %d answers.", given, asked)
	case given*2 < asked && !a.Outlook.Decided:
		return fmt.Sprintf("Much is not known yet: this rests on %d of %d answers.", given, asked)
	}
	return ""
}

// answered counts the real answers, and the questions that apply.
func answered(f *model.Framework, a *model.Advice) (given, asked int) {
	for _, q := range f.Questions {
		said := a.Answers[q.ID]
		if said.Real() {
			given++
		}
		if said.Kind != model.NotApplicable {
			asked++
		}
	}
	return given, asked
}

// closeCall reports an advice that is open and stays so: nothing is left to find out that
// could change what leads.
func closeCall(f *model.Framework, a *model.Advice) bool {
	given, asked := answered(f, a)
	return a.Standing == model.Open && (a.Outlook.Decided || given == asked)
}

// opening is the verdict as every document begins: first that nothing is settled, where
// nothing is.
func opening(r Report) []block {
	verdict := r.Framework.Verdict(&r.Advice)
	if open := NotSettled(r.Framework, &r.Advice); open != "" {
		return []block{point(open), para(leading(r.Framework, &r.Advice) + " “" + verdict + "”")}
	}
	return []block{point(verdict)}
}

// leading comes before what leads while nothing is settled.
func leading(f *model.Framework, a *model.Advice) string {
	if closeCall(f, a) {
		return "By a little this leads:"
	}
	return "So far this leads:"
}

// FirstTold is what the first of the five is called: recommended, or how far it leads while
// nothing is settled.
func FirstTold(f *model.Framework, a *model.Advice) string {
	switch {
	case closeCall(f, a):
		return "leads by a little"
	case NotSettled(f, a) != "":
		return "leads so far"
	}
	return "recommended"
}

// votedOn comes before the motion. Where one missing answer could turn the advice, it says
// which: a vote that does not wait for it may be one for something else.
func (r Report) votedOn() string {
	waits := r.votesHangOn()
	switch {
	case closeCall(r.Framework, &r.Advice):
		return "To vote on, as one of two ways that are nearly level:"
	case NotSettled(r.Framework, &r.Advice) != "" && waits != "":
		return "To vote on if no more can be found out first, above all about " + waits + ":"
	case NotSettled(r.Framework, &r.Advice) != "":
		return "To vote on if no more can be found out first:"
	case waits != "":
		return "To vote on, unless what is found out about " + waits + " turns it first:"
	}
	return "To vote on:"
}

// votesHangOn names the questions without an answer of which one answer could turn the
// advice; "" for none.
func (r Report) votesHangOn() string {
	var names []string
	for _, u := range r.Advice.Unknown {
		if len(u.Could) > 0 && u.Said != model.NotApplicable {
			names = append(names, "“"+short(r.Framework, u.Question)+"”")
		}
	}
	if more := len(names) - toldUnknowns; more > 0 {
		names = append(names[:toldUnknowns], fmt.Sprintf("%d more", more))
	}
	return alternatives(names)
}
