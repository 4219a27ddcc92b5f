package tui

import (
	"math/rand/v2"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"remit/advisor"
	"remit/model"
	"remit/report"
)

// The page What if denies a way to a structure only where the engine has none, however far
// off; ways that are only far off are counted.
func TestOnlyWhatHasNoWayIsDenied(t *testing.T) {
	random := rand.New(rand.NewPCG(6, 6))
	denied, far := 0, 0
	for range few(6, make([]int, 30)) {
		answers := map[string]string{}
		for _, q := range advisor.Builtin().Framework().Questions {
			answers[q.ID] = dental[q.ID]
			if random.IntN(4) == 0 {
				answers[q.ID] = saas[q.ID]
			}
		}
		r, v, s := resulting(t, answers, tabWhatIf)
		if v.advice.TooEarly() {
			continue
		}
		r.send(tea.WindowSizeMsg{Width: 150, Height: 50})
		text := flat(r)
		_, no, _ := strings.Cut(text, "No change of up to")
		_, off, _ := strings.Cut(strings.TrimSuffix(text, no), "Only farther off:")
		advice := r.app.env.Engine.Advise(s.Answers, advisor.MaxFlips)
		turns := r.app.env.Engine.Turns(s.Answers, advice.Flips)
		near := report.WithinReach(v.words(), &advice, turns)
		for _, x := range model.Structures() {
			title := v.words().Structure(x).Title
			all, close := countTo(turns, x), countTo(near, x)
			if x == advice.Recommendation {
				continue
			}
			if strings.Contains(no, title) != (all == 0) {
				t.Errorf("%v: %d ways to %s, and it is said:\n%s", answers, all, title, text)
			}
			if counted := strings.Contains(off, title+" ("+plural(all, "way", "ways")+")"); counted != (all > 0 && close == 0) {
				t.Errorf("%v: %d ways to %s, %d within reach, and it is said:\n%s", answers, all, title, close, text)
			}
			if all == 0 {
				denied++
			} else if close == 0 {
				far++
			}
		}
	}
	if denied == 0 || far == 0 {
		t.Errorf("%d structures without a way, %d with far ones: not tried", denied, far)
	}
}

// The list of sessions says the same of one as its result does.
func TestTheListSaysWhatTheResultSays(t *testing.T) {
	for _, answers := range []map[string]string{dental, saas} {
		r, v, s := resulting(t, answers, tabVerdict)
		if got, want := summarize(r.app.env.Engine, s).verdict, v.words().Verdict(&v.advice); got != want {
			t.Errorf("the list says %q, the result %q", got, want)
		}
		if first := report.FirstStep(v.onPaper()); !strings.Contains(flat(r), first) {
			t.Errorf("the result begins otherwise than %q", first)
		}
	}
}
