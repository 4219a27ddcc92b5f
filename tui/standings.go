package tui

import (
	"fmt"
	"strings"

	"charm.land/lipgloss/v2"

	"remit/model"
)

// standings draws the fit of the five structures. It is a value made for one
// frame: what it shows is given, nothing is kept.
type standings struct {
	theme   *theme
	words   *model.Framework
	outlook model.Outlook
	preview *model.Outlook    // what the choice under the cursor would lead to; nil for none
	order   []model.Structure // from top to bottom; nil for the order of declaration
	final   bool              // the result: there is no choice to preview
	aside   bool              // as allAside says: none is ahead, and none behind
	shares  *shares           // how many ways to answer the rest lead where; nil for no such column
}

func (s standings) inOrder() []model.Structure {
	if s.order == nil {
		return model.Structures()
	}
	return s.order
}

// paint is the colour of a structure, or muted when it is out.
func (s standings) paint(x model.Structure) lipgloss.Style {
	if s.isOut(x) {
		return s.theme.muted
	}
	return s.theme.structure(x)
}

// spanFrom is how wide a row must be to have a column for the range of points.
const spanFrom = 48

// rowWidths are the widths of the columns of a row; 0 leaves one out. They depend
// on the room alone, so that nothing shifts while points move.
type rowWidths struct{ name, bar, share, points, effect, gap, tail int }

func (s standings) widths(w int) rowWidths {
	const barMin, outOfReach = 5, 12
	c := rowWidths{points: 4}
	if !s.final {
		c.effect = 4
	}
	if w >= spanFrom {
		c.gap, c.tail = max(4-c.effect, 1), outOfReach
	}
	for _, i := range s.words.Structures {
		c.name = max(c.name, width(i.Title))
	}
	if s.shares != nil {
		c.share = shareWidth
	}
	rest := w - 2 - 1 - c.share - c.points - c.effect - c.gap - c.tail
	c.name = min(c.name, max(rest-barMin, 1))
	c.bar = max(rest-c.name, 1)
	return c
}

// rows draws one line for each structure, w cells wide: letter, name, bar, share of
// the ways to answer the rest, and points, behind them the effect of the choice under the cursor, and on wide
// screens the range that is still possible or what has become of the structure.
func (s standings) rows(w int) string {
	c := s.widths(w)
	lines := make([]string, 0, model.NumStructures)
	for _, x := range s.inOrder() {
		b, info, paint := s.outlook.Bars[x], s.words.Structure(x), s.paint(x)
		drawn, tail := s.bar(x, c.bar)+s.share(x, c.share), ""
		switch out := s.fate(x, max(c.bar+c.share, c.tail)); {
		case out == "":
			tail = span(b)
		case c.tail > 0:
			tail = out
		default:
			drawn = paint.Render(fit(s.fate(x, c.bar+c.share), c.bar+c.share))
		}
		points := fitRight(fmt.Sprint(b.Points), c.points)
		if s.isOut(x) {
			points = s.theme.muted.Render(points)
		}
		line := paint.Bold(true).Render(fit(info.Letter, 1)) + " " + paint.Render(fit(info.Title, c.name)) + " " +
			drawn + points + s.effect(x, c.effect)
		if c.tail > 0 {
			line += blank(c.gap) + s.theme.muted.Render(fit(tail, c.tail))
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

// effect draws how many points the choice under the cursor would move.
func (s standings) effect(x model.Structure, w int) string {
	if s.preview == nil || w == 0 {
		return blank(w)
	}
	moved := s.preview.Bars[x].Points - s.outlook.Bars[x].Points
	switch {
	case s.preview.Bars[x].Excluded && !s.outlook.Bars[x].Excluded:
		return s.theme.muted.Render(fitRight("out", w))
	case moved == 0:
		return blank(w)
	}
	return s.theme.muted.Render(fitRight(signed(moved), w))
}

// line draws all five in one line of at most w cells: letters and points, those
// that cannot win any more marked with a cross.
func (s standings) line(w int) string {
	cells := make([]string, 0, model.NumStructures)
	for _, x := range model.Structures() {
		b, letter := s.outlook.Bars[x], s.words.Structure(x).Letter
		if s.isOut(x) {
			cells = append(cells, s.theme.muted.Render(fmt.Sprintf("%s%s%d", letter, glyphCross, b.Points)))
			continue
		}
		cells = append(cells, s.theme.structure(x).Bold(true).Render(letter)+" "+fmt.Sprint(b.Points))
	}
	return cut(strings.Join(cells, "  "), w)
}

// verdict says which structures are still possible, in one sentence.
func (s standings) verdict() string {
	names := titles(s.words, s.outlook.Possible)
	switch {
	case s.aside:
		return "Nothing speaks for any of the five, and what could was said not to apply."
	case len(names) == 0:
		return "No structure fits these answers."
	case s.outlook.Decided:
		return "Decided: " + names[0] + ". No further answer can change it."
	case len(names) == model.NumStructures:
		return "All five are still possible."
	}
	return "Still possible: " + listing(names, "or") + "."
}
