package advisor

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"remit/model"
)

// figures are numbers of questions, one a company.
type figures []int

func (f figures) sum() (sum int) {
	for _, n := range f {
		sum += n
	}
	return sum
}

// row gives mean, median, the number that nine in ten companies stay within, and the
// greatest, as cells of a table.
func (f figures) row() string {
	sorted := slices.Sorted(slices.Values(f))
	return fmt.Sprintf("%.1f | %d | %d | %d |", float64(f.sum())/float64(len(f)),
		sorted[len(f)/2], sorted[(len(f)*9+9)/10-1], sorted[len(f)-1])
}

// times is how many companies took exactly n questions.
func (f figures) times(n int) (times int) {
	for _, m := range f {
		if m == n {
			times++
		}
	}
	return times
}

// quickSample is a set of companies that the figures are published for.
type quickSample struct {
	name      string
	companies []company
	knows     bool   // every question is answered for good
	found     string // the best fixed order that search found for these companies
}

// quickSamples lists them in the order of the page.
func quickSamples(e *Engine) []quickSample {
	return []quickSample{
		{name: "300 random companies", companies: knowingCompanies(e, 300, 8), knows: true, found: foundForRandom},
		{name: "135 cases, told facts only", companies: publishedCases(e, model.Answer{Kind: model.NotApplicable}), knows: true, found: foundForTold},
		{name: "135 cases, the rest not sure", companies: publishedCases(e, model.Answer{Kind: model.Unsure}), found: foundForUnsure},
	}
}

// line is a row of a table: a way of asking, and what it took.
type line struct {
	companies, way string
	figures
}

func (l line) String() string {
	return fmt.Sprintf("| %s | %s | %s\n", l.companies, l.way, l.row())
}

// The page states what is counted here, cell by cell.
func TestTheQuickCheckPageIsTrue(t *testing.T) {
	if testing.Short() {
		t.Skip("short: asks thousands of companies")
	}
	e := loadedEngine(t)
	text, err := os.ReadFile("../docs/quick-check.md")
	if err != nil {
		t.Fatal(err)
	}
	var ways, histogram, ahead strings.Builder
	var shapes []figures
	for _, s := range quickSamples(e) {
		list := courses(e, s.companies)
		lines := s.lines(e, list)
		for _, l := range lines {
			ways.WriteString(l.String())
		}
		s.saves(t, lines)
		shapes = append(shapes, lines[0].figures, lines[1].figures)
		if s.knows {
			some := everyNth(list, len(list)/30)
			name := fmt.Sprintf("%d of the %s", len(some), s.name)
			ahead.WriteString(line{name, "**quick check**", counted(some, quick)}.String())
			ahead.WriteString(line{name, "two questions ahead", counted(some, lookAhead)}.String())
		}
	}
	for n := 1; n <= len(e.domains); n++ {
		fmt.Fprintf(&histogram, "| %d |", n)
		for _, f := range shapes {
			fmt.Fprintf(&histogram, " %d |", f.times(n))
		}
		histogram.WriteByte('\n')
	}
	for _, want := range []string{ways.String(), histogram.String(), ahead.String(), undecided(e)} {
		if !strings.Contains(string(text), want) {
			t.Errorf("docs/quick-check.md does not say:\n%s", want)
		}
	}
}

// lines are the ways of asking that the page compares, the quick check and the full
// interview first.
func (s quickSample) lines(e *Engine, list []*course) []line {
	lines := []line{
		{s.name, "**quick check**", counted(list, quick)},
		{s.name, "interview order", counted(list, ofInterview(e).inFull)},
		{s.name, "interview order, passing over", counted(list, ofInterview(e).passing)},
		{s.name, "best order found for them", counted(list, orderOf(e, s.found).passing)},
	}
	if s.found != foundForRandom {
		lines = append(lines, line{s.name, "best order found for the random ones", counted(list, orderOf(e, foundForRandom).passing)})
	}
	if s.knows {
		lines = append(lines, line{s.name, "fewest answers that decide", counted(list, (*course).fewest)})
	}
	return lines
}

// saves holds the choice of questions to being worth having: it takes fewer than the
// interview's order and, where the answers are known, than one order for all.
func (s quickSample) saves(t *testing.T, lines []line) {
	t.Helper()
	rivals := lines[1:3]
	if s.knows {
		rivals = lines[1:4]
	}
	for _, l := range rivals {
		if mine := lines[0].sum(); mine >= l.sum() {
			t.Errorf("%s: the quick check takes %d questions, the %s %d", s.name, mine, l.way, l.sum())
		}
	}
}

// undecided tells how many cases no interview can decide.
func undecided(e *Engine) string {
	n := 0
	list := courses(e, publishedCases(e, model.Answer{Kind: model.Unsure}))
	for _, c := range list {
		if !c.decided(everything(e)) {
			n++
		}
	}
	return fmt.Sprintf("%d of the %d cases", n, len(list))
}

func everyNth(list []*course, n int) (some []*course) {
	for i := 0; i < len(list); i += n {
		some = append(some, list[i])
	}
	return some
}
