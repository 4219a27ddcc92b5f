package tui

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"remit/advisor"
	"remit/model"
)

// sheets are answer sheets from nothing to everything.
func sheets(t *testing.T) []model.Answers {
	t.Helper()
	f := advisor.Builtin().Framework()
	var list []model.Answers
	for _, words := range []map[string]string{dental, saas} {
		as := model.Answers{}
		list = append(list, as.Clone())
		for _, q := range f.Questions {
			as = as.With(q.ID, answerFor(t, &q, words[q.ID]))
			list = append(list, as)
		}
	}
	return list
}

// All five structures are on every drawing, with letter, name and points; what
// cannot win any more is marked by a word or a cross, never by colour alone.
func TestStandingsNameAllFive(t *testing.T) {
	e := advisor.Builtin()
	f := e.Framework()
	for _, as := range sheets(t) {
		s := standings{theme: newTheme(true), words: f, outlook: e.Outlook(as)}
		for w := boardMin; w < 70; w++ {
			rows := plainRows(s, w)
			for i, x := range model.Structures() {
				info, b := f.Structure(x), s.outlook.Bars[x]
				if width(rows[i]) > w || !strings.HasPrefix(rows[i], info.Letter+" "+info.Title) {
					t.Fatalf("width %d: %q for %s", w, rows[i], info.Title)
				}
				out := strings.Contains(rows[i], "out") || strings.Contains(rows[i], "behind") || strings.Contains(rows[i], "can't win")
				if out != (b.Excluded || !b.Possible) {
					t.Fatalf("width %d: %q, excluded %v, possible %v", w, rows[i], b.Excluded, b.Possible)
				}
			}
		}
		line := ansi.Strip(s.line(38))
		for _, x := range model.Structures() {
			if !strings.Contains(line, f.Structure(x).Letter) {
				t.Errorf("%q lacks %s", line, f.Structure(x).Letter)
			}
		}
		if strings.Contains(line, glyphEllipse) {
			t.Errorf("%q does not fit the smallest window", line)
		}
	}
}

// plainRows gives the rows without colours.
func plainRows(s standings, w int) []string { return strings.Split(ansi.Strip(s.rows(w)), "\n") }

// A longer bar never stands for fewer points.
func TestBarsKeepTheOrderOfPoints(t *testing.T) {
	e := advisor.Builtin()
	for _, as := range sheets(t) {
		s := standings{theme: newTheme(true), words: e.Framework(), outlook: e.Outlook(as)}
		for _, x := range model.Structures() {
			for _, y := range model.Structures() {
				bx, by := s.outlook.Bars[x], s.outlook.Bars[y]
				if bx.Points >= by.Points && s.cells(bx.Points, 20) < s.cells(by.Points, 20) {
					t.Errorf("%v with %d points is shorter than %v with %d", x, bx.Points, y, by.Points)
				}
			}
		}
	}
}

// What an answer did adds up to the difference between before and after.
func TestChangesAddUp(t *testing.T) {
	e := advisor.Builtin()
	list := sheets(t)
	for i := 1; i < len(list); i++ {
		before, after := e.Advise(list[i-1], 0), e.Advise(list[i], 0)
		sum := net(changes(before, after))
		for _, x := range model.Structures() {
			want := after.Outlook.Bars[x].Points - before.Outlook.Bars[x].Points
			if sum[x] != want {
				t.Errorf("sheet %d, %v: the changes add up to %d, the points moved by %d", i, x, sum[x], want)
			}
		}
	}
}

// An answer that rules structures out, or brings them back, is said to do so, with the
// reason of the very rule that does it, whether points move or not.
func TestExclusionsAreSaid(t *testing.T) {
	e := advisor.Builtin()
	f := e.Framework()
	said := func(before, after model.Answers, last string) string {
		b := scoreboard{
			standings: standings{theme: newTheme(true), words: f, outlook: e.Outlook(after)},
			before:    e.Advise(before, 0), after: e.Advise(after, 0), last: last,
		}
		return strings.Join(strings.Fields(ansi.Strip(b.view(50, 60))), " ")
	}
	without := model.Answers{"technology": model.Choose("product")}
	with := without.With("versatile_leader", model.Choose("no"))
	hybrid := f.Structure(model.Hybrid).Title
	if text := said(without, with, "versatile_leader"); !strings.Contains(text, hybrid+" is ruled out: "+f.Rule("hybrid-needs-a-person").Because) {
		t.Errorf("ruled out, and told is: %s", text)
	}
	if text := said(with, without, "versatile_leader"); !strings.Contains(text, hybrid+" is not ruled out any more") {
		t.Errorf("brought back, and told is: %s", text)
	}
}

// Each rule is shown with the points that it moved itself, and what there is no room
// for is summed up: the points told are the points moved.
func TestEachRuleIsToldWithItsOwnPoints(t *testing.T) {
	e := advisor.Builtin()
	list := sheets(t)
	for i := 1; i < len(list); i++ {
		b := scoreboard{
			standings: standings{theme: newTheme(true), words: e.Framework(), outlook: e.Outlook(list[i])},
			before:    e.Advise(list[i-1], 0), after: e.Advise(list[i], 0), last: "headcount",
		}
		text := ansi.Strip(b.did(400, 60))
		for _, c := range changes(b.before, b.after) {
			if !strings.Contains(text, pointsInWords(b.words, c.points)+"\n") || !strings.Contains(text, c.because) {
				t.Errorf("sheet %d: %s is not told with its points", i, c.rule)
			}
		}
	}
}

// The standings tell what is still possible, and that it is decided when it is.
func TestStandingsSayWhatIsPossible(t *testing.T) {
	e := advisor.Builtin()
	for _, as := range sheets(t) {
		s := standings{theme: newTheme(true), words: e.Framework(), outlook: e.Outlook(as)}
		text := s.verdict()
		if s.outlook.Decided != strings.HasPrefix(text, "Decided") {
			t.Errorf("decided is %v, the text says %q", s.outlook.Decided, text)
		}
		if len(s.outlook.Possible) < model.NumStructures {
			for _, name := range titles(e.Framework(), s.outlook.Possible) {
				if !strings.Contains(text, name) {
					t.Errorf("%q lacks %s", text, name)
				}
			}
		}
	}
}

// Numbers, ranges and non-answers are said in words that tell them apart.
func TestAnswersInWords(t *testing.T) {
	f := advisor.Builtin().Framework()
	seen := map[string]bool{}
	for _, kind := range []model.AnswerKind{model.Unanswered, model.Unsure, model.NotApplicable, model.Later} {
		seen[inWords(f.Question("technology"), model.Answer{Kind: kind})] = true
		seen[answerMark(model.Answer{Kind: kind})] = true
	}
	if len(seen) != 8 {
		t.Errorf("words and marks of silence and the three non-answers are %v", seen)
	}
	q := f.Question("headcount")
	band := q.Bands[2]
	if got := inWords(q, model.Count(band.Value)); !strings.Contains(got, "about") || !strings.Contains(got, band.Label) {
		t.Errorf("the third band is %q", got)
	}
	if got := inWords(f.Question("engineers"), model.Count(1)); strings.Contains(got, "people") {
		t.Errorf("one of them is %q", got)
	}
	if got := inWords(q, model.Count(1234567)); got != "1,234,567 people" {
		t.Errorf("a large number is %q", got)
	}
}
