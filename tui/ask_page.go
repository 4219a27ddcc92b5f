package tui

import (
	"slices"
	"sort"
	"strings"

	"remit/model"
)

// page is the question laid out for one size. The question itself stays above and
// the foot below; the choices between them scroll so that the one under the cursor
// is in sight.
type page struct {
	density density
	w       int
	head    string
	lines   []string
	spans   []lineSpan // of each choice, in lines
	top     int        // the first line in sight
	room    int        // how many lines of the scrolling part are in sight
	foot    string
	aside   int // the most lines that the help below may take
}

type lineSpan struct{ from, to int }

// density is how much of a question is shown at once.
type density uint8

const (
	roomy   density = iota // everything, with air
	helpful                // help of the choice under the cursor only
	brief                  // and why it is asked below, while nothing is picked
	bare                   // and no line on how far one is
	dense                  // and no empty lines
)

// page lays the open question out in w cells and h lines, as roomy as it goes.
func (a *askScreen) page(w, h int) page {
	var p page
	for d := roomy; d <= dense; d++ {
		p = a.pageAt(d, w, h)
		cramped := d == brief && a.asideLines(d, w) > p.aside
		if len(p.lines) <= p.room && !cramped {
			break
		}
	}
	if a.status.text != "" {
		p.foot = a.statusOver(p, w)
		p.fill(a, h)
	}
	p.show(a.cur)
	return p
}

// statusOver draws what happened last in the place of the foot, so that nothing
// moves; only a failure may take more room than there is.
func (a *askScreen) statusOver(p page, w int) string {
	paint, mark := a.env.theme.toned(a.status.tone)
	rows := max(height(p.foot), 1)
	most := rows + max(p.room-len(p.lines), 0)
	if a.status.tone == toneWarn {
		most = height(hang(mark+" ", a.status.text, w))
	}
	text := tint(paint, a.status.within(mark+" ", w, most))
	return box(text, w, min(max(rows, height(text)), max(rows, most)))
}

// within writes it behind a mark, in at most so many lines if that can be: the text gives
// way, the hint stays, and stays in one piece.
func (s status) within(mark string, w, most int) string {
	write := func(text string) string {
		lines := flow(append(wrap(text, w-width(mark)), s.hint), " ", w-width(mark))
		return mark + strings.Join(lines, "\n"+blank(width(mark)))
	}
	if s.hint == "" {
		return hang(mark, s.text, w)
	}
	if full := write(s.text); height(full) <= most {
		return full
	}
	long := width(s.text) - 1
	taken := sort.Search(max(long-1, 0), func(taken int) bool { return height(write(cut(s.text, long-taken))) <= most })
	return write(cut(s.text, long-taken))
}

func (a *askScreen) pageAt(d density, w, h int) page {
	most := max(h/5, 2)
	p := page{density: d, w: w, foot: a.foot(d, w, most), aside: most}
	p.fill(a, h)
	choiceWidth := w
	if d == dense {
		choiceWidth = w - moreWidth
	}
	for i, c := range a.choices {
		if c.non && i > 0 && !a.choices[i-1].non && d < dense {
			p.add(" ")
		}
		from := len(p.lines)
		p.add(a.choice(i, d, choiceWidth))
		p.spans = append(p.spans, lineSpan{from, len(p.lines) - 1})
		if d == roomy && a.airy() && !c.non && i+1 < len(a.choices) && !a.choices[i+1].non {
			p.add(" ")
		}
	}
	if spare := p.room - len(p.lines) - 1; spare > 0 && d > roomy {
		p.aside += spare
		p.foot = a.foot(d, w, p.aside)
		p.fill(a, h)
	}
	return p
}

// fill shares out h lines between the question, the choices and the foot. The
// question gives way to choices, but never goes.
func (p *page) fill(a *askScreen, h int) {
	const choicesLeast = 2
	p.head = a.head(p.density, p.w, h-height(p.foot)-choicesLeast)
	if p.density < dense && p.head != "" {
		p.head += "\n"
	}
	p.room = max(h-height(p.head)-height(p.foot), 1)
}

// airy reports choices so few, and with help, that they stand apart.
func (a *askScreen) airy() bool {
	q := a.talk.question()
	return q != nil && q.Kind == model.ChoiceQuestion && len(q.Options) <= 4 && a.h >= 30
}

func (p *page) add(block string) {
	if block != "" {
		p.lines = append(p.lines, strings.Split(block, "\n")...)
	}
}

// show scrolls so that a choice is in sight, and with it as much above as fits.
func (p *page) show(choice int) {
	if choice < 0 || choice >= len(p.spans) || len(p.lines) <= p.room {
		return
	}
	p.top = min(max(p.spans[choice].to-p.room+2, 0), len(p.lines)-p.room)
	p.top = min(p.top, p.spans[choice].from)
}

// moreWidth is the room at the right end for the arrows that tell that there are
// more choices above or below.
const moreWidth = 2

func (p page) view() string {
	end := min(p.top+p.room, len(p.lines))
	shown := slices.Clone(p.lines[p.top:end])
	if p.top > 0 {
		shown[0] = fit(shown[0], p.w-moreWidth) + " " + glyphUp
	}
	if last := len(shown) - 1; end < len(p.lines) && last >= 0 {
		shown[last] = fit(shown[last], p.w-moreWidth) + " " + glyphDown
	}
	if p.foot != "" {
		shown = append(shown, make([]string, p.room-len(shown))...)
	}
	return pile(p.head, strings.Join(shown, "\n"), p.foot)
}

// foot draws what stays below the choices, the first part in at most so many lines: the
// help of the choice under the cursor where it has no room of its own, the note, and
// whether it is saved.
func (a *askScreen) foot(d density, w, most int) string {
	t := a.env.theme
	var blocks []string
	if d > roomy {
		blocks = append(blocks, tint(t.muted, a.aside(d, w, most)))
	}
	if note := a.talk.noted(a.talk.at); note != "" {
		blocks = append(blocks, t.muted.Render(cut("Note: "+model.Clean(note), w)))
	}
	if a.besideOrBelow() {
		blocks = append(blocks, a.mark(w))
	}
	return pile(blocks...)
}

// aside is the help of the choice under the cursor, in as many lines as the
// longest help takes, so that nothing jumps. While nothing is picked it says why
// the question is asked, if that has no room above.
func (a *askScreen) aside(d density, w, most int) string {
	text := ""
	if d >= brief {
		text = a.why(w)
	}
	if a.cur >= 0 {
		text = a.choices[a.cur].help
		if a.choices[a.cur].non {
			text = sentence(text)
		}
	}
	lines := min(a.asideLines(d, w), most)
	return box(shorten(text, w, lines), w, lines)
}

// asideLines is how many lines the help below takes at most, whatever is picked.
func (a *askScreen) asideLines(d density, w int) int {
	n := a.longestHelp(w)
	if d >= brief {
		n = max(n, len(wrap(a.why(w), w)))
	}
	return n
}

// besideOrBelow reports that there is room for a line that says whether the
// answer is saved.
func (a *askScreen) besideOrBelow() bool {
	_, right := a.columns()
	return right > 0 || a.h >= belowHeight
}

// mark says whether the open question is saved; a blank where nothing is said.
func (a *askScreen) mark(w int) string {
	t := a.env.theme
	switch {
	case a.talk.at == "":
		return ""
	case a.talk.pending(a.talk.at):
		return t.warn.Render(cut(glyphWarn+" not saved yet; press r", w))
	case unfit(a.talk.question(), a.talk.said(a.talk.at)):
		return t.warn.Render(cut(glyphWarn+" "+saidInWords(a.talk.question(), a.talk.said(a.talk.at)), w))
	case a.talk.said(a.talk.at).Kind != model.Unanswered:
		return t.muted.Render(cut(glyphCheck+" saved", w))
	}
	return " "
}

// longestHelp is how many lines the longest help of the open question takes.
func (a *askScreen) longestHelp(w int) int {
	n := 0
	for _, c := range a.choices {
		if !c.non && c.help != "" {
			n = max(n, len(wrap(c.help, w)))
		}
	}
	return n
}

// choiceHead is what stands before the label of a choice: cursor, key, and
// whether it is the answer.
func (a *askScreen) choiceHead(i int) string {
	c := a.choices[i]
	cursor, on := " ", glyphOff
	if i == a.cur {
		cursor = glyphCursor
	}
	if a.talk.at == "" {
		return cursor + " " + fit(c.key, 1) + "  "
	}
	if i == pickOf(a.choices, a.talk.said(a.talk.at)) {
		on = glyphOn
	}
	return cursor + " " + fit(c.key, 1) + " " + on + " "
}

// choice draws one line to pick, with its help where there is room.
func (a *askScreen) choice(i int, d density, w int) string {
	t, c := a.env.theme, a.choices[i]
	head, label, beside, paint := a.choiceHead(i), c.label, "", t.text
	switch {
	case c.typed:
		label += ": " + a.fieldText(i)
	case c.non && d < dense && width(head)+width(c.label)+2+width(c.help) <= w:
		beside = "  " + t.muted.Render(c.help)
	}
	if c.non {
		paint = t.muted
	}
	if i == a.cur {
		paint = t.chosen
	}
	lines := strings.Split(hang(head, label, w), "\n")
	for j, l := range lines {
		lines[j] = paint.Render(l)
	}
	lines[len(lines)-1] += beside
	if d == roomy && c.help != "" && !c.non {
		pad := blank(width(head))
		lines = append(lines, tint(t.muted, indent(wrapped(c.help, w-len(pad)), pad)))
	}
	return strings.Join(lines, "\n")
}

// fieldText is what the field for a number shows behind its label: the digits,
// and what they mean or what is wrong with them.
func (a *askScreen) fieldText(i int) string {
	q := a.talk.question()
	answer, fault := a.field.answer(q)
	switch {
	case a.field.digits == "" && i == a.cur:
		return "  type the number"
	case a.field.digits == "":
		return "type a number, or pick a range"
	case fault != "":
		return a.field.digits + "  " + glyphWarn + " " + fault
	}
	text := a.field.digits + "  " + q.UnitOf(answer.Number)
	if b := bandOf(q, answer.Number); b != nil && b.Label != a.field.digits {
		text += " (" + b.Label + ")"
	}
	return text
}
