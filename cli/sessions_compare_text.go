package cli

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"remit/model"
)

// comparisonPrinter writes a comparison for people.
type comparisonPrinter struct {
	printer
	f    *model.Framework // in use
	book *model.Playbook  // of the same
	c    comparison
}

func (p comparisonPrinter) print() {
	p.side("A", p.c.A, p.c.B)
	p.side("B", p.c.B, p.c.A)
	p.answers()
	p.notes()
	p.cells()
	p.costs()
	for _, r := range p.c.Results {
		p.result(r)
	}
	p.heading("Where the difference comes from")
	for _, why := range p.c.Why {
		p.line("", model.Clean(why))
	}
}

func (p comparisonPrinter) side(letter string, s, other side) {
	p.line("", letter+"  "+model.Clean(s.at.words())+" ("+string(s.Kind)+mark(s.at.now)+")")
	lines := []string{"Id: " + s.ID, "Changed: " + day(s.Updated), "Answers: " + p.f.Tally(s.at.session.Answers).String()}
	if s.Framework != (model.Ref{}) {
		lines = append(lines, "Framework: "+s.Framework.ID+" "+s.Framework.Version)
	}
	if told := editsTold(s.at.session); told != "" {
		lines = append(lines, "Matrix: "+told)
	}
	if told := costsTold(s.at.session); told != "" {
		lines = append(lines, "Costs: "+told)
	}
	switch s.Parent {
	case "":
	case other.ID:
		lines = append(lines, "Branched from: the other one")
	default:
		lines = append(lines, "Branched from: "+s.Parent)
	}
	for _, l := range lines {
		p.line("   ", model.Clean(l))
	}
}

func (p comparisonPrinter) answers() {
	p.heading("Answers that differ")
	if len(p.c.Answers) == 0 {
		p.line("", "None: they say the same.")
		return
	}
	for _, d := range p.c.Answers {
		p.line("", model.Clean(d.in(p.f)))
	}
	p.unfit("A", p.c.A)
	p.unfit("B", p.c.B)
}

func (p comparisonPrinter) unfit(letter string, s side) {
	if len(s.Unfit) > 0 {
		p.line("", model.Clean(fmt.Sprintf("Not counted in %s, because the framework in use does not take it: %s.", letter, strings.Join(s.Unfit, "; "))))
	}
}

// in words the change: "Head count: 40 people → 400 people".
func (d answerChange) in(f *model.Framework) string {
	q := f.Question(d.Question)
	return short(f, d.Question) + ": " + answerWords(q, d.From) + " → " + answerWords(q, d.To)
}

func (p comparisonPrinter) notes() {
	if len(p.c.Notes) == 0 {
		return
	}
	p.heading("Notes that differ")
	for _, d := range p.c.Notes {
		p.line("", model.Clean(short(p.f, d.Question)))
		p.line("  A  ", noted(d.From))
		p.line("  B  ", noted(d.To))
	}
}

func (p comparisonPrinter) cells() {
	if len(p.c.Cells) == 0 {
		return
	}
	p.heading("Cells of the matrix set by hand that differ")
	for _, c := range p.c.Cells {
		p.line("", model.Clean(activityTitle(p.book, c.Activity)+", "+roleName(p.book, c.Role)+": "+letterWords(c.Was)+" → "+letterWords(c.Is)))
	}
}

func (p comparisonPrinter) costs() {
	if len(p.c.Costs) == 0 {
		return
	}
	p.heading("Own costs that differ")
	for _, c := range p.c.Costs {
		p.line("", model.Clean(roleName(p.book, c.Role)+" by the "+string(c.Per)+": "+amountTold(c.From)+" → "+amountTold(c.To)))
	}
}

// letterWords words what stands in a cell.
func letterWords(l *model.Letter) string {
	switch {
	case l == nil:
		return "not in the matrix"
	case *l == model.NoLetter:
		return "no letter"
	}
	return string(*l)
}

func noted(text string) string {
	return model.Clean(ansi.Truncate(strings.ReplaceAll(orElse(text, "(none)"), "\n", " "), 300, "…"))
}

func (p comparisonPrinter) result(r result) {
	title := "Advice by " + strings.TrimSpace(r.Framework.ID+" "+r.Framework.Version)
	if r.InUse && len(p.c.Results) > 1 {
		title += ", in use"
	}
	p.heading(model.Clean(title))
	p.line("A  ", p.finding(r.A))
	p.line("B  ", p.finding(r.B))
}

func (p comparisonPrinter) finding(x finding) string {
	if x.TooEarly {
		return "Too early to say."
	}
	words := []string{p.f.Structure(x.Recommendation).Title + " (" + string(x.Standing) + ")"}
	for _, term := range []string{p.f.EngagementTerm(model.Engagement(x.Engagement)).Title, p.f.ReportingTerm(model.Reporting(x.Reporting)).Title} {
		if term != "" {
			words = append(words, term)
		}
	}
	return model.Clean(strings.Join(words, "; "))
}
