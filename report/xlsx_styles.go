package report

import (
	"fmt"
	"strings"

	"remit/model"
)

// The looks of cells, by their place in the stylesheet.
const (
	styleText    = iota
	styleGuarded // stays a text also when somebody types enter in it
	styleHeading
	styleTurned // a heading that is read from below
	styleNumber
	styleAnswers // the letters A and A/R
	styleWorks   // the letter R
	styleAsked   // the letter C
	styleTold    // the letter I
	styleTints   // and one for each structure behind it
)

// letterStyle is the look of a letter of the matrix. As on other pages weight and ground
// tell them apart, not colour.
func letterStyle(text string) int {
	switch letterClass(text) {
	case "la", "lar":
		return styleAnswers
	case "lr":
		return styleWorks
	case "lc":
		return styleAsked
	}
	return styleTold
}

// stylesheet gives the looks in the order of their numbers. Headings and fields of a
// structure's colour are marked as texts once and for all.
func stylesheet() string {
	const (
		wrapped = `<alignment horizontal="left" vertical="top" wrapText="1" indent="1"/>`
		middle  = `<alignment horizontal="center" vertical="center"/>`
		font    = `<name val="Arial"/>`
		ground  = `<fill><patternFill patternType="solid"><fgColor rgb="FF%s"/></patternFill></fill>`
	)
	var fills, looks strings.Builder
	count := 4
	fmt.Fprintf(&fills, `<fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>`+ground+ground, "E8EBF0", "23272E")
	look := func(font, fill int, more, alignment string) {
		fmt.Fprintf(&looks, `<xf fontId="%d" fillId="%d" borderId="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"%s>%s</xf>`, font, fill, more, alignment)
	}
	const plain, bold, white, faded = 0, 1, 2, 3
	const text, number = ` quotePrefix="1"`, ` numFmtId="1" applyNumberFormat="1"`
	look(plain, 0, "", wrapped)
	look(plain, 0, text, wrapped)
	look(bold, 2, text, wrapped)
	look(bold, 2, text, `<alignment horizontal="center" vertical="top" textRotation="90"/>`)
	look(plain, 0, number, `<alignment horizontal="right" vertical="top" indent="1"/>`)
	look(white, 3, "", middle)
	look(bold, 0, "", middle)
	look(plain, 0, "", middle)
	look(faded, 0, "", middle)
	for _, s := range model.Structures() {
		fmt.Fprintf(&fills, ground, strings.ToUpper(strings.TrimPrefix(tints()[s].web, "#")))
		look(bold, count, text, wrapped)
		count++
	}
	return `<styleSheet xmlns="` + mainSpace + `">` +
		`<fonts count="4"><font><sz val="10"/>` + font + `</font><font><b/><sz val="10"/>` + font + `</font>` +
		`<font><b/><sz val="10"/><color rgb="FFFFFFFF"/>` + font + `</font><font><sz val="10"/><color rgb="FF575D66"/>` + font + `</font></fonts>` +
		fmt.Sprintf(`<fills count="%d">%s</fills>`, count, &fills) +
		`<borders count="2"><border/><border><left/><right/><top/><bottom style="thin"><color rgb="FFCDCFD3"/></bottom><diagonal/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>` +
		fmt.Sprintf(`<cellXfs count="%d">%s</cellXfs>`, styleTints+model.NumStructures, &looks) +
		`<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`
}
