package report

import (
	"slices"
	"strings"

	"remit/model"
)

// pace is how long changes take, as JSON writes it.
type pace string

const (
	unsaid    pace = ""        // the framework does not say
	findOut   pace = "answer"  // nothing has to change, an answer has to be found out
	inMeeting pace = "meeting" // it can be decided in a meeting
	inMonths  pace = "months"
	inYears   pace = "years"
)

// words says the pace as people would; only of what has one.
func (p pace) words() string {
	if p == inMeeting {
		return "that can be decided in a meeting"
	}
	return "that is the work of " + string(p)
}

// paceOf is the pace of the slowest change. They are made side by side: efforts that
// add up to years may still be three meetings.
func paceOf(f *model.Framework, changes []model.Widened) pace {
	slowest, given := 0, false
	for _, c := range changes {
		if c.From.Real() {
			given = true
			slowest = max(slowest, movesOf(f, c.Question).Effort)
		}
	}
	switch {
	case !given:
		return findOut
	case slowest < 1:
		return unsaid
	case slowest == 1:
		return inMeeting
	case slowest == 2:
		return inMonths
	}
	return inYears
}

// howOf says how a change comes about, towards each of the answers that would do; ""
// where an answer only has to be found out, and where the framework does not say.
func howOf(f *model.Framework, c model.Widened) string {
	if !c.From.Real() {
		return ""
	}
	var ways []string
	for _, to := range append([]model.Answer{c.To}, c.Or...) {
		how := movesOf(f, c.Question).Towards(f.Question(c.Question).Falls(c.From, to))
		if how != "" && !slices.Contains(ways, how) {
			ways = append(ways, how)
		}
	}
	return strings.Join(ways, ", or ")
}

func movesOf(f *model.Framework, question string) model.Moves {
	if q := f.Question(question); q != nil {
		return q.Moves
	}
	return model.Moves{}
}

// effort tells in a line what a turn takes and how it comes about: "that is the work
// of months: hire". It is empty where nothing is known of that, and where nothing has
// to change but an answer be found out.
func effort(f *model.Framework, t model.Turn) string {
	p := paceOf(f, t.Changes)
	if p == unsaid || p == findOut {
		return ""
	}
	var hows []string
	missing := false
	for _, c := range t.Changes {
		if how := howOf(f, c); how != "" {
			hows = append(hows, how)
		}
		missing = missing || !c.From.Real()
	}
	if missing {
		hows = append(hows, "find out what is not known yet")
	}
	if len(hows) == 0 {
		return p.words()
	}
	return p.words() + ": " + strings.Join(hows, "; ")
}
