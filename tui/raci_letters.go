package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"remit/model"
	"remit/report"
)

// letterPick lies over the matrix and offers the letters of one cell, each with what it
// means. One that would break a law is refused with the law. Below them it tells all
// about the cell.
type letterPick struct {
	page *raciPage
	keys letterKeys
	list []proposal
	at   int
	span []lineSpan
	body scroll
}

type letterKeys struct {
	moveKeys
	pick, close, a, r, both, c, i, none binding
}

func newLetterPick(page *raciPage) *letterPick {
	m := newMoveKeys()
	m.up, m.down = bind("up k", glyphUp+glyphDown, "choose", "To the letter above (also k)"), bind("down j", glyphDown, "", "To the letter below (also j); after the last, read on")
	p := &letterPick{page: page, body: newScroll(), keys: letterKeys{
		moveKeys: m,
		pick:     bind("enter space", "enter", "take it", "Give the cell the letter under the cursor, and save it (also space)"),
		close:    bind("esc backspace left q", "esc", "leave it", "Leave the cell as it is"),
		a:        bind("a A", "a", "", "Accountable"),
		r:        bind("r R", "r", "", "Responsible"),
		both:     bind("b B", "b", "", "Both"),
		c:        bind("c C", "c", "", "Consulted"),
		i:        bind("i I", "i", "", "Informed"),
		none:     bind("0 - delete", "0", "", "No letter"),
	}}
	for i, l := range pickOrder() {
		p.list = append(p.list, page.propose(l))
		if p.list[i].same {
			p.at = i
		}
	}
	return p
}

// pickOrder lists the letters from the one that weighs most.
func pickOrder() []model.Letter {
	return []model.Letter{model.LetterA, model.LetterAR, model.LetterR, model.LetterC, model.LetterI, model.NoLetter}
}

func (p *letterPick) direct() []binding {
	k := p.keys
	return []binding{k.a, k.both, k.r, k.c, k.i, k.none}
}

func (p *letterPick) Title() string {
	_, role, _, _ := p.page.cell()
	return "RACI" + crumb + p.page.follows.short(role)
}

func (p *letterPick) Keys() []binding {
	k := p.keys
	return append([]binding{k.pick.when(p.list[p.at].takes()), k.close, k.up, k.down, k.pageUp, k.pageDown}, p.direct()...)
}

// takes reports that a letter may be taken.
func (p proposal) takes() bool { return p.same || len(p.refused) == 0 }

func (p *letterPick) Update(msg tea.Msg) (tea.Cmd, bool) {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		return p.onKey(msg)
	case tea.MouseWheelMsg:
		p.body.update(msg)
	case tea.MouseClickMsg:
		for i, s := range p.span {
			if y := msg.Y + p.body.top; msg.Button == tea.MouseLeft && s.from <= y && y <= s.to {
				return p.take(i)
			}
		}
	}
	return nil, false
}

func (p *letterPick) onKey(k tea.KeyPressMsg) (tea.Cmd, bool) {
	for i, b := range p.direct() {
		if b.hit(k) {
			return p.take(i)
		}
	}
	keys := p.keys
	switch {
	case keys.close.hit(k):
		return nil, true
	case keys.pick.hit(k):
		return p.take(p.at)
	case keys.up.hit(k) && p.at > 0 && p.span[p.at].from >= p.body.top:
		p.choose(p.at - 1)
	case keys.down.hit(k) && p.at < len(p.list)-1:
		p.choose(p.at + 1)
	default:
		p.body.update(k)
	}
	return nil, false
}

func (p *letterPick) choose(i int) {
	p.at = i
	p.lay()
	from := p.span[i].from
	if i == 0 {
		from = 0
	}
	p.body.reveal(from, p.span[i].to)
}

// take gives the cell a letter; one that is refused gets the cursor, and with it the
// reason.
func (p *letterPick) take(i int) (tea.Cmd, bool) {
	switch x := p.list[i]; {
	case x.same:
		return nil, true
	case !x.takes():
		p.choose(i)
		return toast(toneWarn, "Not taken. "+x.refused[0]), false
	default:
		return p.page.give(x.letter), true
	}
}

func (p *letterPick) Resize(w, h int) {
	p.body.resize(min(w, 90), h)
	p.lay()
	p.choose(p.at)
}

func (p *letterPick) View() string { return p.body.view(p.page.follows.env.theme) }

// lay writes the letters, then all about the cell.
func (p *letterPick) lay() {
	t, w := p.page.follows.env.theme, p.body.textWidth()
	row, _, cell, ok := p.page.cell()
	if !ok {
		return
	}
	if x := p.list[p.at]; !x.same {
		cell = model.Cell{Letter: x.letter} // what it would say
	}
	lines := strings.Split(tint(t.strong, wrapped(p.page.follows.book().Activity(row.Activity).Title, w)), "\n")
	if p.body.h >= 14 {
		lines = append(lines, "")
	}
	p.span = p.span[:0]
	for i := range p.list {
		from := len(lines)
		lines = append(lines, strings.Split(p.choice(i, w), "\n")...)
		p.span = append(p.span, lineSpan{from, len(lines) - 1})
	}
	lines = append(append(lines, ""), strings.Split(p.page.toldWith(cell, w), "\n")...)
	p.body.set(strings.Join(lines, "\n"))
}

// holderGivesUp reports a refused letter by which the one who answers would not answer any
// more.
func (p *letterPick) holderGivesUp(x proposal) bool {
	_, _, cell, ok := p.page.cell()
	return ok && !x.takes() && cell.Letter.Answers() && !x.letter.Answers()
}

// choice draws a letter; under the cursor also what it would change, or why it is
// refused.
func (p *letterPick) choice(i, w int) string {
	t, x := p.page.follows.env.theme, p.list[i]
	mark, paint := "  ", p.page.spoken(x.letter)
	if i == p.at {
		mark, paint = t.accent.Render(glyphCursor)+" ", t.chosen
	}
	letter := string(x.letter)
	if letter == "" {
		letter = glyphDot
	}
	means := report.LetterMeans(x.letter)
	switch {
	case x.same:
		means += " (as it is)"
	case !x.takes():
		means += " " + glyphCross
	}
	text := tint(paint, hang(fit(letter, 4), means, w-2))
	parts := []string{mark + strings.ReplaceAll(text, "\n", "\n  ")}
	if i == p.at {
		for _, text := range x.refused {
			parts = append(parts, tint(t.warn, hang("      "+glyphCross+" ", text, w)))
		}
		if p.holderGivesUp(x) {
			parts = append(parts, tint(t.muted, hang("      "+glyphRight+" ", "To hand it over, give another role the A: this one then gives way.", w)))
		}
		for _, text := range x.effects {
			if x.takes() {
				parts = append(parts, tint(t.muted, hang("      "+glyphRight+" ", text, w)))
			}
		}
	}
	return pile(parts...)
}
