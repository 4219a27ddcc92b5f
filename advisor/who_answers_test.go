package advisor

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"remit/model"
)

// Where whoever leads answers for no row, no text with which an advice begins says that
// this leader answers: it says who inside does.
func TestNoTextLetsALeaderAnswerWhoAnswersForNothing(t *testing.T) {
	seen := map[model.Structure]bool{}
	forRandomAnswers(t, 1500, func(t *testing.T, e *Engine, as model.Answers, _ *rand.Rand) {
		a := e.Advise(as, 0)
		d := e.Deliver(&a)
		if leadersAnswer(&d) {
			return
		}
		seen[a.Recommendation] = true
		for _, sentence := range opened(e.Framework(), &a) {
			inside := strings.Contains(sentence, "inside owner") || strings.Contains(sentence, "your own") || strings.Contains(sentence, "our own") ||
				strings.Contains(sentence, "of yours")
			if strings.Contains(sentence, "answer") && !inside {
				t.Errorf("%v, %s: nobody who leads has an A, and it says %q", a.Recommendation, a.Engagement.Then, sentence)
			}
		}
	})
	for _, s := range []model.Structure{model.CTO, model.Hybrid, model.VCIO} {
		if !seen[s] && !testing.Short() {
			t.Errorf("no company with %v has a leader who answers for nothing", s)
		}
	}
}

// Whoever comes full-time, for good or for a limited time, answers for rows.
func TestAnInterimLeaderAnswersLikeAPermanentOne(t *testing.T) {
	e := loadedEngine(t)
	for _, s := range []model.Structure{model.CTO, model.CIO} {
		for how, answers := range map[model.Engagement]bool{model.FullTime: true, model.Interim: true, model.Fractional: false} {
			in := model.Situation{Structure: s, Engagement: how, Reporting: model.ToCEO, Answers: model.Answers{"incumbent": model.Choose("nobody")}}
			d := deliver(e.Playbook(), in)
			if got := leadersAnswer(&d); got != answers {
				t.Errorf("%v, %s: answers is %v", s, how, got)
			}
			if owner := slices.ContainsFunc(d.Posts, func(p model.Post) bool { return p.Role == "owner" }); owner == answers {
				t.Errorf("%v, %s: an inside owner is there: %v", s, how, owner)
			}
		}
	}
}

// leadersAnswer reports whether somebody who leads has an A.
func leadersAnswer(d *model.Deliverables) bool {
	for i := range d.Matrix.Rows {
		if slices.ContainsFunc(d.Posts, func(p model.Post) bool { return p.Leads && p.Role == d.Matrix.Accountable(i) }) {
			return true
		}
	}
	return false
}

// opened are the sentences with which an advice begins.
func opened(f *model.Framework, a *model.Advice) []string {
	said := f.Spoken(a.Situation())
	text := strings.Join([]string{f.Verdict(a), said.Means, f.FirstStep(a), f.Motion(a), f.EngagementTerm(model.Engagement(a.Engagement.Then)).Means}, " ")
	return strings.SplitAfter(text, ". ")
}
