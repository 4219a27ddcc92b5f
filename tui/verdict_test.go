package tui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"remit/model"
	"remit/report"
)

// whole is the result of these answers in a large window.
func whole(t *testing.T, answers map[string]string) *rig {
	t.Helper()
	r, _ := opened(t, placeVerdict, model.Interview, answers)
	r.send(tea.WindowSizeMsg{Width: 150, Height: 50})
	return r
}

// flat is the text of the open page to its last line, with all runs of space as
// one.
func flat(r *rig) string {
	v := r.app.top().(*verdictScreen)
	return strings.Join(strings.Fields(ansi.Strip(strings.Join(v.body.lines, " "))), " ")
}

// The verdict comes first, with engagement, reporting, how firm it is in words,
// and three reasons that name the answers behind them.
func TestVerdictComesFirst(t *testing.T) {
	for _, answers := range []map[string]string{dental, saas} {
		r := whole(t, answers)
		v := r.app.top().(*verdictScreen)
		f, text := v.words(), flat(r)
		info := f.Structure(v.advice.Recommendation)
		for _, want := range []string{
			info.Title, info.Verdict,
			f.EngagementTerm(model.Engagement(v.advice.Engagement.Then)).Title,
			f.ReportingTerm(model.Reporting(v.advice.Reporting.Then)).Title,
		} {
			if !strings.Contains(text, want) {
				t.Errorf("the verdict lacks %q", want)
			}
		}
		if strings.Contains(text, "%") {
			t.Error("a percentage on the page of the verdict")
		}
		for _, reason := range v.advice.MainReasons(3) {
			if !strings.Contains(text, reason.Because) || !strings.Contains(text, quotes(f, reason.Questions, v.advice.Answers)) {
				t.Errorf("a main reason lacks its words or its answers: %q", reason.Because)
			}
		}
	}
}

// The contributions on the page Why add up to the points shown, and each names
// the answers that it comes from; with e, its strength and sources.
func TestWhyAddsUp(t *testing.T) {
	for _, answers := range []map[string]string{dental, saas} {
		r := whole(t, answers)
		r.press("2", "e")
		v := r.app.top().(*verdictScreen)
		text, sum := flat(r), 0
		for _, reason := range v.advice.Reasons {
			if reason.Structure != v.advice.Recommendation {
				continue
			}
			sum += reason.Points
			for _, want := range []string{signed(reason.Points) + " " + reason.Because, strengthInWords(reason.Strength)} {
				if !strings.Contains(text, want) {
					t.Errorf("Why lacks %q", want)
				}
			}
		}
		if want := plural(sum, "point", "points") + " in all"; !strings.Contains(text, want) || sum != v.advice.Ranking[0].Points {
			t.Errorf("Why does not say %q, or the ranking says %d", want, v.advice.Ranking[0].Points)
		}
	}
}

// Each structure that was not recommended has its reasons.
func TestOthersAreAllExplained(t *testing.T) {
	r := whole(t, saas)
	r.press("3")
	v := r.app.top().(*verdictScreen)
	text := flat(r)
	for _, s := range model.Structures() {
		if s != v.advice.Recommendation && !strings.Contains(text, "Why not "+v.words().Structure(s).Title) {
			t.Errorf("Others says nothing of %v", s)
		}
	}
	for _, n := range v.advice.WhyNot {
		if !n.Excluded && len(n.Decisive) == 0 {
			t.Errorf("nothing separates %v", n.Structure)
		}
	}
}

// The ways to another structure are those of the engine, cheapest first, and few.
func TestWaysAreFewAndInOrder(t *testing.T) {
	r := whole(t, saas)
	r.press("3")
	v := r.app.top().(*verdictScreen)
	text, some := flat(r), false
	for _, n := range v.advice.WhyNot {
		list, more := waysOf(v.near, n.Structure)
		if len(list) > report.MostTurns || more > 0 && len(list) < report.MostTurns {
			t.Errorf("%v: %d ways are shown, %d are not", n.Structure, len(list), more)
		}
		rest := text
		for _, turn := range list {
			some = true
			_, after, ok := strings.Cut(rest, turnInWords(v.words(), turn))
			if !ok {
				t.Errorf("%q is missing or comes too early", turnInWords(v.words(), turn))
			}
			rest = after
		}
	}
	if !some {
		t.Fatal("nothing turns it")
	}
}

// The page Unknown names what is open, puts the next question first and leads
// straight to it; its answer changes the result on the way back.
func TestUnknownLeadsToTheQuestion(t *testing.T) {
	r, s := opened(t, placeVerdict, model.Interview, map[string]string{"technology": "support"})
	r.press("4")
	r.shows("Ask this next")
	v := r.app.top().(*verdictScreen)
	next := v.next.Question
	if r.press("enter"); r.at() != next {
		t.Fatalf("at %q, want %q", r.at(), next)
	}
	r.say(saas[next])
	if r.app.top() != screen(v) {
		t.Fatalf("the answer leads to %q, want the result", r.app.title())
	}
	if v.advice.Answers[next] != r.stored(s.ID).Answers[next] {
		t.Error("the result does not know the new answer")
	}
}

// The page Sources shows every dissent that bears on the advice with all its
// sides, and every source that a shown reason cites.
func TestSourcesShowsDissentAndAllSources(t *testing.T) {
	r := whole(t, saas)
	r.press("0")
	v := r.app.top().(*verdictScreen)
	text := flat(r)
	for _, d := range v.advice.Dissents {
		for _, p := range d.Positions {
			if !strings.Contains(text, strings.Join(strings.Fields(p.Says), " ")) {
				t.Errorf("a side is missing: %q", p.Says)
			}
		}
	}
	for _, reason := range v.advice.Reasons {
		for _, id := range reason.Sources {
			if s := v.words().Source(id); s != nil && !strings.Contains(text, s.Title) {
				t.Errorf("the source %q is missing", s.Title)
			}
		}
	}
}

// The pages turn with arrows, tab, digits and the mouse, keep their place, and
// esc goes back from each.
func TestPagesTurn(t *testing.T) {
	r, _ := opened(t, placeVerdict, model.Interview, saas)
	v := r.app.top().(*verdictScreen)
	r.press("pgdown")
	top := v.body.top
	for _, step := range []struct {
		key  string
		want verdictTab
	}{{"right", tabWhy}, {"tab", tabOthers}, {"left", tabWhy}, {"0", tabSources}, {"right", tabVerdict}, {"left", tabSources},
		{"7", tabRACI}, {"tab", tabRoles}, {"shift+tab", tabRACI}, {"5", tabWhatIf}, {"1", tabVerdict}} {
		if r.press(step.key); v.tab != step.want {
			t.Errorf("%s leads to page %d, want %d", step.key, v.tab, step.want)
		}
	}
	if v.body.top != top || top == 0 {
		t.Errorf("the page was left at line %d and is at %d", top, v.body.top)
	}
	for _, width := range []int{40, 60, 80, 120} {
		r.send(tea.WindowSizeMsg{Width: width, Height: 24})
		r.press("1")
		for range v.tabs {
			row := strings.Split(ansi.Strip(v.View()), "\n")[0]
			place := (v.place() + 1) % len(v.tabs)
			at := strings.Index(row, v.tabs[place].title())
			if at < 0 {
				r.press("tab")
				continue
			}
			r.send(click(r.app.frame.left+ansi.StringWidth(row[:at]), r.app.frame.bodyY))
			if v.tab != v.tabs[place] {
				t.Errorf("a click on %s leads to page %s", v.tabs[place].title(), v.tab.title())
			}
		}
	}
	if r.press("esc"); len(r.app.stack) != 1 {
		t.Error("esc does not go back")
	}
}

// A session from another framework, or one whose answers no rule knows any more,
// still opens on every screen and says so.
func TestForeignSessionStillOpens(t *testing.T) {
	r, s := opened(t, placeInterview, model.Interview, dental)
	s.Framework.Version, s.Position = "0.0.1", "gone"
	s.Answers = s.Answers.With("gone", model.Choose("x")).With("technology", model.Choose("magic"))
	for _, to := range []place{placeInterview, placeQuick, placeReview, placeVerdict} {
		r.goTo(to, s)
		r.send(tea.WindowSizeMsg{Width: 80, Height: 24})
		if to == placeVerdict || to == placeInterview {
			r.shows("0.0.1")
		}
	}
}

// The standing is said in words, each differently, with what it rests on, and once:
// what is clear and decided says no second time that it will not change.
func TestStandingInWords(t *testing.T) {
	seen := map[string]bool{}
	for _, s := range []model.Standing{model.Clear, model.Leaning, model.Open} {
		text := standingInWords(model.Advice{Standing: s, StandingWhy: "Nothing can change it.", Outlook: model.Outlook{Decided: true}})
		if seen[text] = true; strings.Count(text, "change") != 1 {
			t.Errorf("%s: %q", s, text)
		}
	}
	if len(seen) != 3 {
		t.Errorf("only %d ways to say it", len(seen))
	}
}

// The smallest window shows what to do and the strongest reason at first sight, and all
// of it further down.
func TestTheFirstSightHasTheStrongestReason(t *testing.T) {
	for name, answers := range map[string]map[string]string{"dental": dental, "saas": saas, "tiny": tiny()} {
		r, _ := opened(t, placeVerdict, model.Interview, answers)
		r.send(tea.WindowSizeMsg{Width: minWidth, Height: minHeight})
		v := r.app.top().(*verdictScreen)
		info, strongest := v.words().Structure(v.advice.Recommendation), v.advice.MainReasons(1)[0].Because
		const sight = 16 // letters enough to know a sentence by
		seen := strings.Join(strings.Fields(r.text()), " ")
		for _, want := range []string{info.Letter + " " + advised(v.words(), &v.advice), info.Verdict[:sight], strongest[:sight]} {
			if !strings.Contains(seen, want) {
				t.Errorf("%s: at first sight one does not see %q:\n%s", name, want, r.text())
			}
		}
		if !strings.Contains(flat(r), strongest) {
			t.Errorf("%s: the reason is nowhere told in full: %q", name, strongest)
		}
	}
}
