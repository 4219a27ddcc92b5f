package report

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"remit/model"
)

// xml is the sheet as a part of a workbook. The heading, and the first columns that
// are fixed, stay in sight, and can be filtered by. On paper the sheet is as wide as a
// page that lies, and its heading is on every one.
func (s *worksheet) xml(first bool, title string) string {
	var b strings.Builder
	selected := ""
	if first {
		selected = ` tabSelected="1"`
	}
	fmt.Fprintf(&b, `%s<worksheet xmlns="%s"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView%s workbookViewId="0">`+
		`<pane xSplit="%d" ySplit="1" topLeftCell="%s2" activePane="bottomRight" state="frozen"/></sheetView></sheetViews><cols>`,
		xmlHead, mainSpace, selected, s.fixed, column(s.fixed))
	for i := range s.rows[0] {
		fmt.Fprintf(&b, `<col min="%d" max="%[1]d" width="%d" customWidth="1"/>`, i+1, s.width(i))
	}
	b.WriteString(`</cols><sheetData>`)
	for n, row := range s.rows {
		fmt.Fprintf(&b, `<row r="%d" ht="%d" customHeight="1">`, n+1, s.height(n))
		for i, c := range row {
			c.xml(&b, fmt.Sprint(column(i), n+1))
		}
		b.WriteString(`</row>`)
	}
	fmt.Fprintf(&b, `</sheetData><autoFilter ref="A1:%s%d"/>`, column(len(s.rows[0])-1), len(s.rows))
	const paper = `<pageMargins left="0.5" right="0.5" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>` +
		`<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>`
	return b.String() + paper + `<headerFooter><oddFooter>` + markup(footer(title)) + `</oddFooter></headerFooter></worksheet>`
}

// footer is what stands below a printed page: of what it is, which sheet and which page.
// An & begins an order there, so one that is meant is doubled.
func footer(title string) string {
	const most = 100 // characters; the format takes 255 in all
	if runes := []rune(title); len(runes) > most {
		title = string(runes[:most]) + "…"
	}
	return "&L" + strings.ReplaceAll(model.Clean(title), "&", "&&") + "&C&A&RPage &P of &N"
}

// width of a column in characters.
func (s *worksheet) width(i int) int { return s.widths[min(i, len(s.widths)-1)] }

// height of a row in points: readers of the format do not all find it out themselves.
func (s *worksheet) height(n int) int {
	const line, most = 13, 409 // the format has no higher ones
	lines, turned := 1, 0
	for i, c := range s.rows[n] {
		if c.look == turnedHeading {
			turned = max(turned, 6*ansi.StringWidth(c.text)+20) // with room for the button of the filter
			continue
		}
		wide := s.width(i)
		lines = max(lines, len(Wrap(c.text, wide+wide/12-2))) // a column is measured in digits, and letters are narrower; the text stands in
	}
	return min(max(line*lines+3, turned), most)
}

func (c cell) xml(b *strings.Builder, at string) {
	if c.isNumber {
		fmt.Fprintf(b, `<c r="%s" s="%d"><v>%d</v></c>`, at, styleNumber, c.number)
		return
	}
	if c.text == "" {
		fmt.Fprintf(b, `<c r="%s" s="%d"/>`, at, c.style())
		return
	}
	fmt.Fprintf(b, `<c r="%s" s="%d" t="inlineStr"><is><t xml:space="preserve">%s</t></is></c>`, at, c.style(), markup(literal(fitted(c.text))))
}

func (c cell) style() int {
	switch {
	case c.look == heading:
		return styleHeading
	case c.look == turnedHeading:
		return styleTurned
	case c.look == letter && c.text != "":
		return letterStyle(c.text)
	case c.look >= tinted:
		return styleTints + int(c.look-tinted)
	case guarded(c.text) != c.text:
		return styleGuarded
	}
	return styleText
}

// column gives the letters of a column, counted from 0.
func column(i int) string {
	name := ""
	for i++; i > 0; i = (i - 1) / 26 {
		name = string(rune('A'+(i-1)%26)) + name
	}
	return name
}

// literal keeps what looks like the format's way to write a character by its number,
// _x0041_, from being read as that character.
func literal(s string) string {
	const length = len("_x0041_")
	if !strings.Contains(s, "_x") {
		return s
	}
	var b strings.Builder
	for i := range len(s) {
		if s[i] == '_' && i+length <= len(s) && numbered(s[i:i+length]) {
			b.WriteString("_x005F")
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

// numbered reports whether s is _xHHHH_.
func numbered(s string) bool {
	return strings.EqualFold(s[:2], "_x") && s[6] == '_' && strings.Trim(s[2:6], "0123456789abcdefABCDEF") == ""
}
