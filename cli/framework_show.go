package cli

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"remit/model"
	"remit/report"
)

// printer writes paragraphs that fit a width.
type printer struct {
	w     io.Writer
	width int
}

// line writes text after an indent, its further lines two columns deeper.
func (p printer) line(indent, text string) {
	room := max(20, p.width-len(indent)-2)
	for i, l := range report.Wrap(text, room) {
		if i > 0 {
			l = "  " + l
		}
		fmt.Fprintln(p.w, strings.TrimRight(indent+l, " "))
	}
}

func (p printer) heading(text string) {
	fmt.Fprintf(p.w, "\n%s\n%s\n", text, strings.Repeat("-", ansi.StringWidth(text)))
}

// framework tells everything; notice is why it is used, if that is worth a word.
func (p printer) framework(all contents, notice string) {
	f := all.Framework
	fmt.Fprintf(p.w, "%s (%s %s, content %s)\n", f.Title, f.ID, f.Version, f.Hash)
	if notice != "" {
		p.line("", model.Clean(notice))
	}
	p.line("", f.Summary)
	fmt.Fprintf(p.w, "\n%s, %s, %s, %s, %s\n", counted(len(f.Questions), "question"), counted(len(f.Rules), "rule"),
		counted(len(f.Laws), "law"), counted(len(f.Dissents), "open dispute"), counted(len(f.Sources), "source"))
	p.agreement(f)
	p.questions(f)
	p.structures(f)
	for _, s := range f.Structures {
		p.rulesAbout(f, s)
	}
	p.findings(f, model.Misfit, "What does not fit together")
	p.findings(f, model.Safeguard, "What to take care of")
	p.laws(f)
	p.book(all.book)
	p.sources(f)
}

func (p printer) questions(f *model.Framework) {
	p.heading("Questions")
	for i := range f.Questions {
		q := &f.Questions[i]
		p.line("", q.ID+": "+q.Ask)
		if q.Kind == model.NumberQuestion {
			p.line("    ", strings.TrimSpace(fmt.Sprintf("%d to %d %s", q.Min, q.Max, q.Unit)))
		}
		for _, o := range q.Options {
			p.line("    ", o.ID+": "+o.Label)
		}
	}
	p.line("", "Every question also takes unsure, n/a (does not apply) and later.")
}

func (p printer) structures(f *model.Framework) {
	p.heading("Structures")
	for _, s := range f.Structures {
		p.line("", fmt.Sprintf("%s (%s): %s", s.Title, s.ID, s.Verdict))
		p.line("    ", s.Means)
	}
}

// rulesAbout lists what counts for and against a structure, most first.
func (p printer) rulesAbout(f *model.Framework, s model.StructureInfo) {
	var about []*model.Rule
	for i := range f.Rules {
		if r := &f.Rules[i]; r.Points[s.ID] != 0 || slices.Contains(r.Exclude, s.ID) {
			about = append(about, r)
		}
	}
	slices.SortStableFunc(about, func(x, y *model.Rule) int { return cmp.Compare(y.Points[s.ID], x.Points[s.ID]) })
	p.heading("What counts for and against: " + s.Title)
	for _, r := range about {
		points := "ruled out"
		if r.Effect == model.Scores {
			points = fmt.Sprintf("%+d", r.Points[s.ID])
		}
		p.line("", fmt.Sprintf("%s  %s  %s", points, r.ID, r.Because))
		p.line("    ", conditions(r.When)+sourced(r.Sources))
	}
}

func (p printer) findings(f *model.Framework, effect model.Effect, heading string) {
	p.heading(heading)
	for i := range f.Rules {
		r := &f.Rules[i]
		if r.Effect != effect {
			continue
		}
		p.line("", strings.TrimSpace(r.ID+"  "+r.Title)+": "+r.Because)
		if r.Do != "" {
			p.line("    ", "What to do: "+r.Do)
		}
		p.line("    ", conditions(r.When)+advised(f, r.For)+sourced(r.Sources))
	}
}

// agreement says how the advice compares with published cases, group by group and
// for each structure, the weak ones as plainly as the strong ones.
func (p printer) agreement(f *model.Framework) {
	p.heading("How it compares with published cases")
	if len(f.Agreement.Cases) == 0 {
		p.line("", "It has not been compared.")
		return
	}
	p.line("", "How often the advice is what the source accepts, and how often it or the second choice is; "+
		"below, by the structure that the source puts first.")
	for _, g := range f.Agreement.Cases {
		p.line("", g.Title)
		rows := [][3]string{{"all", share(g.Agree, g.Total), share(g.FirstTwo, g.Total) + " with the second choice"}}
		for _, l := range g.ByLabel {
			rows = append(rows, [3]string{f.Structure(l.Structure).Title, share(l.Agree, l.Total)})
		}
		p.columns(rows)
	}
	p.line("", "Whoever writes rules knows such cases: read this as how well the rules fit them, not as how well they foresee.")
}

func share(part, whole int) string { return fmt.Sprintf("%d of %d", part, whole) }

// columns writes rows of short cells below each other.
func (p printer) columns(rows [][3]string) {
	wide := [2]int{}
	for _, r := range rows {
		wide[0], wide[1] = max(wide[0], ansi.StringWidth(r[0])), max(wide[1], ansi.StringWidth(r[1]))
	}
	for _, r := range rows {
		fmt.Fprintln(p.w, strings.TrimRight(fmt.Sprintf("    %-*s  %*s  %s", wide[0], r[0], wide[1], r[1], r[2]), " "))
	}
}

// laws lists what the framework promises of every company that could answer.
func (p printer) laws(f *model.Framework) {
	if len(f.Laws) == 0 {
		return
	}
	p.heading("What holds for every company")
	for _, l := range f.Laws {
		p.line("", l.ID+"  "+l.Title)
		p.line("    ", l.Because)
	}
}

func (p printer) sources(f *model.Framework) {
	p.heading("Sources")
	for _, s := range f.Sources {
		p.line("", strings.Join(slices.DeleteFunc([]string{"[" + s.ID + "] " + s.Title, s.Publisher, s.Year},
			func(part string) bool { return part == "" }), ", "))
		if s.URL != "" {
			fmt.Fprintf(p.w, "    %s\n", s.URL)
		}
		if s.Note != "" {
			p.line("    ", s.Note)
		}
	}
}

// conditions words when a rule fires.
func conditions(when []model.Condition) string {
	if len(when) == 0 {
		return "always"
	}
	words := make([]string, len(when))
	for i, c := range when {
		words[i] = c.Question + " " + bounds(c)
	}
	return "when " + strings.Join(words, " and ")
}

// advised words for which advice a finding is meant.
func advised(f *model.Framework, structures []model.Structure) string {
	if len(structures) == 0 {
		return ""
	}
	titles := make([]string, len(structures))
	for i, s := range structures {
		titles[i] = f.Structure(s).Title
	}
	return ", if the advice is " + orList(titles)
}

func bounds(c model.Condition) string {
	switch {
	case len(c.In) > 0:
		return "is " + orList(c.In)
	case c.AtLeast != nil && c.AtMost != nil:
		return fmt.Sprintf("is %d to %d", *c.AtLeast, *c.AtMost)
	case c.AtLeast != nil:
		return fmt.Sprintf("is %d or more", *c.AtLeast)
	case c.AtMost != nil:
		return fmt.Sprintf("is %d or less", *c.AtMost)
	}
	return "has an answer"
}

func sourced(ids []string) string {
	if len(ids) == 0 {
		return ""
	}
	return " [" + strings.Join(ids, ", ") + "]"
}
