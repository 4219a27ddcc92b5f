package report

import (
	"fmt"
	"io"
	"math/big"
	"strings"

	"remit/model"
)

// ProofText writes what was proven, in plain words, with sheets to paste.
func ProofText(w io.Writer, p Proof, o TextOptions) error {
	f := p.Framework
	t := begin(document{title: model.Clean(fmt.Sprintf("%s (%s %s, content %s)", f.Title, f.ID, f.Version, f.Hash))}, o)
	t.b.WriteByte('\n')
	t.lines("", "", p.verdict(), bold)
	t.b.WriteByte('\n')
	t.lines("", "", p.looked(), plain)
	t.leads(&p)
	t.laws(&p)
	t.book(&p)
	t.idle(&p)
	t.ties(&p)
	_, err := t.b.WriteTo(w)
	return err
}

func (p *Proof) verdict() string {
	wrong := p.Wrong()
	if len(wrong) > 0 {
		return "Not as it should be: " + strings.Join(wrong, ", ") + "."
	}
	laws := fmt.Sprintf("all %d laws hold", len(p.Laws))
	switch len(p.Laws) {
	case 0:
		laws = "there is no law to break"
	case 1:
		laws = "its one law holds"
	}
	if p.Playbook.Claims > 0 {
		laws += ", the playbook is sound"
	}
	return "Proven: " + laws + ", every structure can be reached, and nothing is idle."
}

// looked says what a sheet is and how many there are.
func (p *Proof) looked() string {
	return fmt.Sprintf("Every one of %s answer sheets was accounted for, none was guessed from a sample. "+
		"A sheet gives each question one of its answers, or none; numbers that no rule tells apart count as one answer. "+
		"So every company has its sheet. How many sheets lead somewhere says nothing about how many companies do.", groupedBig(p.Sheets))
}

func (t *typesetter) leads(p *Proof) {
	t.heading("Where the sheets lead")
	rows := table("Structure", "Sheets", "Share")
	for _, s := range p.Framework.Structures {
		rows.row(s.Title, groupedBig(p.Counts[s.ID]), percent(p.share(s.ID)))
	}
	t.table(rightAligned(rows.table, 1, 2))
	t.b.WriteByte('\n')
	t.lines("", "", "A smallest sheet that leads to each, ready to paste:", plain)
	for _, s := range p.Framework.Structures {
		if p.Examples[s.ID] == nil {
			t.item(entry(s.Title + ": no sheet at all leads there"))
			continue
		}
		t.item(entry(s.Title + silence(p.Examples[s.ID])))
		t.command(p.paste(p.Examples[s.ID]))
	}
}

// silence marks the sheet on which nothing is said.
func silence(as model.Answers) string {
	if len(as) == 0 {
		return ", when nothing is known"
	}
	return ""
}

func (t *typesetter) laws(p *Proof) {
	if len(p.Laws) == 0 {
		return
	}
	t.heading("The laws")
	for i := range p.Laws {
		l := &p.Laws[i]
		if l.Holds {
			t.item(entry("holds: "+l.Law.Title, l.Law.Because))
			continue
		}
		t.item(entry("BROKEN: "+l.Law.Title, l.Law.Because, "A smallest sheet that breaks it; the advice is "+p.title(l.From)+":"))
		t.command(p.paste(l.Example))
		if l.Law.Rising != "" {
			t.lines("    ", "    ", model.Clean(fmt.Sprintf("The same with %s raised to %s; the advice becomes %s:",
				small(p.Framework, l.Law.Rising), now(p.Framework, l.Law.Rising, l.Then), p.title(l.To))), faint)
			t.command(p.paste(l.Example.With(l.Law.Rising, l.Then)))
		}
	}
}

// book says what holds of roles, matrix and charters.
func (t *typesetter) book(p *Proof) {
	b := &p.Playbook
	if b.Claims == 0 {
		return
	}
	t.heading("The playbook")
	hold := fmt.Sprintf("All %d of these claims hold", b.Claims)
	if wrong := len(b.Broken) + len(b.Unproven); wrong > 0 {
		hold = fmt.Sprintf("%d of these %d claims hold", b.Claims-wrong, b.Claims)
	}
	t.lines("", "", fmt.Sprintf("%s. %s for every company; %s different situations had to be told apart for that.",
		strings.Join(b.claimed(), "; "), hold, groupedBig(big.NewInt(int64(b.Situations)))), plain)
	for _, x := range b.Broken {
		if x.Example == nil {
			t.item(entry("BROKEN: "+x.Claim, x.Text+"."))
			continue
		}
		t.item(entry("BROKEN: "+x.Claim, x.Text+".", "A sheet that breaks it; the advice is "+p.title(x.Advised)+":"))
		t.command(p.paste(x.Example))
	}
	for _, claim := range b.Unproven {
		t.item(entry("not settled: "+claim, "It took too much work; no sheet is known to break it. Ask about fewer questions in the lines that it depends on."))
	}
}

// claimed says what was claimed of the playbook, with how much of it there is: what
// nothing was claimed of is not called sound.
func (b *BookProof) claimed() []string {
	said := []string{"The chart is one tree"}
	for _, c := range []struct {
		n          int
		some, none string
	}{
		{b.About.Rows, "somebody inside answers for each of %d rows of the responsibility matrix", "the matrix has no rows"},
		{b.About.Separations, "duties stay apart that must, by each of %d rules", "no duties are said to stay apart"},
		{b.About.Charters, "each of %d seats has a charter wherever it is there", "no charters are written"},
		{b.About.Names, "each of %d charters names only posts that are there", "no charter can name anybody"},
		{b.About.Lists, "each of %d charters says something of all that it must", "no charter must say anything"},
		{b.About.Lines, "each line of %d charters is read by somebody", "no charter has lines"},
		{b.About.Posts, "each of %d posts has something to do wherever it is there", "no posts are below the executives"},
		{b.About.Reasons, "each reason to be there without somebody else holds for some company, of each of %d roles", "nobody is there because somebody else is absent"},
		{b.About.Daily, "the daily work of %d rows falls to nobody who leads", "no row is daily work"},
		{b.About.Steps, "each of %d steps is for somebody who is there by then", "there are no steps"},
	} {
		if c.n == 0 {
			said = append(said, c.none)
			continue
		}
		said = append(said, fmt.Sprintf(c.some, c.n))
	}
	return said
}

func (p *Proof) title(s model.Structure) string { return p.Framework.Structure(s).Title }

func (t *typesetter) idle(p *Proof) {
	f := p.Framework
	t.heading("What is idle")
	if len(p.Idle) == 0 {
		t.lines("", "", fmt.Sprintf("Nothing: each of the %d rules, %d questions, %d table rows and %d open disputes makes a difference to some company.",
			len(f.Rules), len(f.Questions), len(f.Engagement.Rows)+len(f.Reporting.Rows), len(f.Dissents)), plain)
	}
	for _, part := range parts() {
		for _, i := range p.idle(part) {
			t.item(entry(fmt.Sprintf("%s %s: %s", part.word(), i.ID, i.Why)))
		}
	}
}

func (t *typesetter) ties(p *Proof) {
	if len(p.Ties) == 0 {
		return
	}
	t.heading("Who can tie")
	t.lines("", "", "Level on points, the one that the framework lists first is recommended. That is no fault; it is good to know where it happens.", plain)
	for _, f := range p.folded() {
		t.item(entry(p.title(f.first) + " before " + titles(p.Framework, f.seconds) + silence(f.example)))
		t.command(f.paste)
	}
}

// percent words a share with one decimal. What is not nothing is not shown as 0, and
// what is not all not as 100.
func percent(share *big.Rat) string {
	hundred := new(big.Rat).Mul(share, big.NewRat(100, 1))
	if share.Sign() > 0 && hundred.Cmp(big.NewRat(1, 10)) < 0 {
		return "< 0.1 %"
	}
	if hundred.Cmp(big.NewRat(100, 1)) < 0 && hundred.Cmp(big.NewRat(999, 10)) > 0 {
		return "> 99.9 %"
	}
	return hundred.FloatString(1) + " %"
}

// rightAligned pads cells of some columns on the left, as numbers are read.
func rightAligned(rows [][]string, columns ...int) [][]string {
	for _, c := range columns {
		widest := 0
		for _, row := range rows {
			widest = max(widest, len(row[c]))
		}
		for _, row := range rows {
			row[c] = strings.Repeat(" ", widest-len(row[c])) + row[c]
		}
	}
	return rows
}

// heading begins a section.
func (t *typesetter) heading(title string) {
	t.b.WriteByte('\n')
	t.lines("", "", title, bold)
	t.lines("", "", strings.Repeat("-", min(t.width, len(title))), faint)
}

// command writes a line to paste. It is never broken: half a command does harm.
func (t *typesetter) command(line string) { t.b.WriteString("    " + line + "\n") }
