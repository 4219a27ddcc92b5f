package report

import (
	"fmt"
	"strings"
)

// xml is the sheet as a part of a workbook. The heading, and the first columns that
// are fixed, stay in sight.
func (s *worksheet) xml() string {
	var b strings.Builder
	fmt.Fprintf(&b, `%s<worksheet xmlns="%s"><sheetViews><sheetView workbookViewId="0">`+
		`<pane xSplit="%d" ySplit="1" topLeftCell="%s2" activePane="bottomRight" state="frozen"/></sheetView></sheetViews><cols>`,
		xmlHead, mainSpace, s.fixed, column(s.fixed))
	for i := range s.rows[0] {
		fmt.Fprintf(&b, `<col min="%d" max="%[1]d" width="%d" customWidth="1"/>`, i+1, s.widths[min(i, len(s.widths)-1)])
	}
	b.WriteString(`</cols><sheetData>`)
	for n, row := range s.rows {
		fmt.Fprintf(&b, `<row r="%d">`, n+1)
		for i, c := range row {
			c.xml(&b, fmt.Sprint(column(i), n+1), n == 0)
		}
		b.WriteString(`</row>`)
	}
	return b.String() + `</sheetData></worksheet>`
}

func (c cell) xml(b *strings.Builder, at string, heading bool) {
	style := styleText
	switch {
	case c.isNumber:
		fmt.Fprintf(b, `<c r="%s" s="%d"><v>%d</v></c>`, at, styleNumber, c.number)
		return
	case heading:
		style = styleHeading
	case c.text == "":
		return
	case guarded(c.text) != c.text:
		style = styleGuarded
	}
	fmt.Fprintf(b, `<c r="%s" s="%d" t="inlineStr"><is><t xml:space="preserve">%s</t></is></c>`, at, style, markup(literal(fitted(c.text))))
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
