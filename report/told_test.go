package report_test

import (
	"bytes"
	"encoding/csv"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"remit/advisor"
	"remit/model"
	"remit/report"
)

// partly gives reports on companies drawn at random, many questions unanswered. They are
// without what would change the advice.
func partly(t *testing.T, n int, check func(as model.Answers, r report.Report)) {
	t.Helper()
	e, rng := advisor.Builtin(), rand.New(rand.NewPCG(3, 4))
	for range n {
		as := model.Answers{}
		for _, q := range e.Framework().Questions {
			switch {
			case rng.IntN(4) == 0:
			case len(q.Options) > 0:
				as[q.ID] = model.Choose(q.Options[rng.IntN(len(q.Options))].ID)
			default:
				as[q.ID] = model.Count(min(q.Max, rng.IntN(1<<rng.IntN(12))))
			}
		}
		a := e.Advise(as, 0)
		if a.TooEarly() {
			continue
		}
		d := e.Deliver(&a)
		check(as, report.Report{Framework: e.Framework(), Advice: a, Book: e.Playbook(), Follows: &d})
	}
}

// Where a text sends people to the nine questions of a provider's charter, nine are
// printed, also while there is no provider yet.
func TestTheNineQuestionsArePrinted(t *testing.T) {
	sent := 0
	partly(t, 150, func(as model.Answers, r report.Report) {
		got := text(t, r, report.TextOptions{})
		if !strings.Contains(strings.Join(strings.Fields(got), " "), "nine questions of the provider's charter") {
			return
		}
		sent++
		if _, questions, ok := strings.Cut(got, "To ask "); !ok || !strings.Contains(questions, "What do we get from you on the day we leave?") {
			t.Errorf("%v: nothing is to be asked of a provider", as)
		}
	})
	if sent == 0 {
		t.Error("nobody was sent to the questions")
	}
}

// Where everybody has a column of the matrix, no list of others is announced.
func TestNothingIsAnnouncedThatDoesNotFollow(t *testing.T) {
	r := whole(t, bakery())
	follows := *r.Follows
	follows.Matrix = model.Matrix{Columns: []string{"ceo"}, Rows: []model.MatrixRow{{Activity: follows.Matrix.Rows[0].Activity,
		Cells: []model.Cell{{Letter: model.LetterAR}}}}}
	r.Follows = &follows
	if got := text(t, r, report.TextOptions{}); strings.Contains(got, "The others, each with its part:") {
		t.Error("others are announced, and there are none")
	}
}

// Where the chart has no two deputies, the plan does not say that it shows who they are.
func TestTheChartIsNotSaidToShowWhoIsNotThere(t *testing.T) {
	partly(t, 300, func(as model.Answers, r report.Report) {
		deputies := 0
		for _, p := range r.Follows.Posts {
			if p.Deputy != "" {
				deputies++
			}
		}
		for _, s := range r.Follows.Plan {
			if deputies < 2 && strings.Contains(s.Do, "The chart shows who they would be.") {
				t.Errorf("%v: %d deputies, and the plan says %q", as, deputies, s.Do)
			}
		}
	})
}

// Whoever reads the matrix as a table alone is told who stands in for whom.
func TestTheTableTellsWhoStandsIn(t *testing.T) {
	instead := 0
	partly(t, 100, func(as model.Answers, r report.Report) {
		var b bytes.Buffer
		if err := report.RACICSV(&b, r); err != nil {
			t.Fatal(err)
		}
		rows, err := csv.NewReader(&b).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		why := slices.Index(rows[0], "Why")
		for i, row := range r.Follows.Matrix.Rows {
			if row.Instead == "" {
				continue
			}
			instead++
			if !strings.Contains(rows[1+i][why], "stands in.") {
				t.Errorf("%v: %s stands in for %s, and the table says %q", as, r.Follows.Matrix.Accountable(i), row.Instead, rows[1+i][why])
			}
		}
	})
	if instead == 0 {
		t.Error("nobody stands in for anybody")
	}
}

// What a company pays for a seat stands on the page for the board, also where the seat is
// filled today.
func TestTheBoardSeesTheOwnFigureOfAFilledSeat(t *testing.T) {
	r := whole(t, insurer())
	seat := r.Follows.Posts[slices.IndexFunc(r.Follows.Posts, func(p model.Post) bool { return p.Leads && p.State == model.PostKept })]
	r.Own = []model.Cost{{ID: model.OwnCostID, Role: seat.Role, Low: 123456, High: 234567, Currency: "EUR", Per: model.Year}}
	if got := cutText(t, r, report.Board); !strings.Contains(got, "123,456 to 234,567") {
		t.Errorf("the figure of the %s is not there:\n%s", seat.Role, got)
	}
}

// Answers from a file have a day as well, which nobody learns from an anonymous report.
// The page for the board names the framework to the letter.
func TestAReportSaysOfWhichDayAndFramework(t *testing.T) {
	r := whole(t, bakery())
	r.Session, r.Dated = nil, time.Date(2026, 3, 4, 5, 6, 0, 0, time.UTC)
	for _, cut := range []report.Cut{report.Full, report.Board} {
		if got := cutText(t, r, cut); !strings.Contains(got, "Answers of 4 March 2026") {
			t.Errorf("%s has no day", cut)
		}
	}
	if got := cutText(t, r, report.Board); !strings.Contains(got, r.Framework.Hash) {
		t.Error("the board does not learn under which framework it was worked out")
	}
}
