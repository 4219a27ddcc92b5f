package tui

import (
	"fmt"
	"strings"

	"remit/model"
)

// text writes the page in w cells.
func (x *frameworkScreen) text(w int) string {
	t, f := x.env.theme, x.env.Engine.Framework()
	inUse := model.Clean(x.env.InUse)
	if inUse == "" {
		inUse = "It is the one that comes with remit."
	}
	return stack(
		x.env.insteadText(w),
		pile(tint(t.strong, wrapped(model.Clean(f.Title), w)), tint(t.muted, wrapped(refInWords(f.Ref)+", content "+model.Clean(f.Hash), w)), wrapped(inUse, w)),
		wrapped(model.Clean(f.Summary), w),
		pile(t.strong.Render("What is in it"), x.holds(w)),
		x.agreement(w),
		x.madeText(w),
		x.others(w),
	)
}

// refInWords names a framework as people do.
func refInWords(r model.Ref) string {
	if r == (model.Ref{}) {
		return "a framework that nobody noted"
	}
	return model.Clean(strings.TrimSpace(r.ID + " " + r.Version))
}

// holds counts what the framework is made of, a line each; what there is none of is left
// out.
func (x *frameworkScreen) holds(w int) string {
	f, b := x.env.Engine.Framework(), x.env.Engine.Playbook()
	var lines []string
	for _, part := range []struct {
		n               int
		one, many, says string
	}{
		{len(f.Questions), "question", "questions", "what is asked, under " + plural(len(f.Topics), "topic", "topics")},
		{len(f.Rules), "rule", "rules", "what an answer counts for, and why"},
		{len(f.Laws), "law", "laws", "what has to hold for every company; remit verify proves it"},
		{len(f.Dissents), "dispute", "disputes", "where the sources disagree, told wherever it matters"},
		{len(b.Roles), "role", "roles", "who does what"},
		{len(b.Activities), "activity", "activities", "the rows of the RACI matrix: who answers for what"},
		{len(b.Charters), "charter", "charters", "what a seat decides, asks and is measured by"},
		{len(b.Practices), "practice", "practices", "what to do, and by which day"},
		{len(b.Triggers) + len(b.Symptoms), "sign", "signs", "when to look at it all again"},
		{len(b.LegalPoints), "legal point", "legal points", "what to ask a lawyer"},
		{len(b.Costs), "price", "prices", "published pay and fees"},
		{len(b.Explanations), "explanation", "explanations", "what people ask about the subject"},
		{len(f.Sources), "source", "sources", "studies, surveys, law and practitioners: press enter"},
	} {
		const column = 17
		if part.n > 0 {
			lines = append(lines, hang("  "+fit(plural(part.n, part.one, part.many), column), part.says, w))
		}
	}
	return pile(lines...)
}

// agreement says how the advice does on published cases, the weak groups as plainly as
// the strong ones.
func (x *frameworkScreen) agreement(w int) string {
	t, f := x.env.theme, x.env.Engine.Framework()
	head := t.strong.Render(cut("How it does on published cases", w))
	if len(f.Agreement.Cases) == 0 {
		return pile(head, wrapped("It has not been held against any.", w))
	}
	blocks := []string{pile(head, wrapped("How often the advice is one that the source accepts; below, by what the source puts first.", w))}
	for _, g := range f.Agreement.Cases {
		rows := []string{caseRow(capital(model.Clean(g.Title)), g.Agree, g.Total, t.strong.Render, w)}
		for _, l := range g.ByLabel {
			rows = append(rows, caseRow("  "+model.Clean(f.Structure(l.Structure).Title), l.Agree, l.Total, t.structure(l.Structure).Render, w))
		}
		rows = append(rows, tint(t.muted, wrapped(fmt.Sprintf("  First or second choice: %s of %s.", thousands(g.FirstTwo), thousands(g.Total)), w)))
		blocks = append(blocks, pile(rows...))
	}
	return stack(append(blocks, tint(t.muted, wrapped("Those who wrote the rules knew these cases. Read it as how well the rules fit them, not as how well they foresee.", w)))...)
}

// caseRow draws one count with its share of a bar.
func caseRow(label string, n, of int, paint func(...string) string, w int) string {
	const column, numbers, most = 26, 10, 30
	line := fit(label, min(column, w-numbers)) + fitRight(fmt.Sprintf("%d of %d", n, of), numbers)
	if bar := min(w-width(line)-2, most); bar >= 8 && of > 0 {
		line += "  " + paint(strings.Repeat(glyphHeavy, n*bar/of))
	}
	return line
}

// madeText lists the frameworks that the sessions kept here were made under.
func (x *frameworkScreen) madeText(w int) string {
	t := x.env.theme
	head := t.strong.Render(cut("Your sessions were made under", w))
	switch m := x.made; {
	case !m.counted:
		return pile(head, t.muted.Render("  counting "+glyphEllipse))
	case m.err != nil:
		return pile(head, hang("  ", "The sessions could not be read: "+model.CleanLines(m.err.Error()), w))
	case len(m.list) == 0:
		return pile(head, tint(t.muted, wrapped("  There are none yet.", w)))
	}
	lines := []string{head}
	for _, m := range x.made.list {
		says := refInWords(m.ref)
		if m.ref == x.env.Engine.Framework().Ref {
			says += ", in use"
		} else if m.ref.Hash != "" {
			says += ", content " + model.Clean(m.ref.Hash)
		}
		lines = append(lines, hang("  "+fit(plural(m.n, "session", "sessions"), 15), says, w))
	}
	if x.made.more {
		lines = append(lines, t.muted.Render(cut("  counted: the last "+thousands(mostCounted), w)))
	}
	return pile(lines...)
}

// others tells how other rules come into use.
func (x *frameworkScreen) others(w int) string {
	t := x.env.theme
	lines := []string{t.strong.Render("Rules of your own"), wrapped("A framework is a folder of text files. In a shell:", w)}
	for _, c := range [][2]string{
		{"remit framework new mine", "writes this one out, to begin with"},
		{"remit framework check mine", "lists every fault with its line"},
		{"remit framework use mine", "uses it from now on"},
		{"remit framework use builtin", "back to the one that comes with remit"},
		{"remit --framework mine", "uses it this once"},
	} {
		const column = 30
		if w >= 2*column {
			lines = append(lines, "  "+t.key.Render(fit(c[0], column))+t.muted.Render(c[1]))
			continue
		}
		lines = append(lines, "  "+t.key.Render(cut(c[0], w-2)), hang("    ", c[1], w))
	}
	return pile(lines...)
}
