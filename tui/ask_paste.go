package tui

import (
	"strings"
	"unicode"

	"remit/model"
)

// pasted takes a pasted number into the field of a question that asks for one. What is no
// whole number is refused whole: its digits alone would be another number.
func (a *askScreen) pasted(text string) {
	q := a.talk.question()
	if q == nil || !typesNumber(q) {
		return
	}
	digits := pastedNumber(text)
	if digits == "" {
		a.status = status{tone: toneWarn, text: "“" + cut(model.Clean(text), 40) + "” is not one whole number, so nothing of it was taken."}
		return
	}
	a.field = number{}
	a.typed(digits)
}

// pastedNumber reads a whole number of people as documents have it, "1,200 people" or
// "1.200", and gives its digits; "" if the text is anything else, such as "40-50", "4.5"
// or "40k".
func pastedNumber(text string) string {
	text = strings.TrimSpace(text)
	end := strings.IndexFunc(text, func(r rune) bool { return !isDigit(r) && !strings.ContainsRune(groupMarks, r) })
	if end < 0 {
		end = len(text)
	}
	lead := strings.TrimRight(text[:end], groupMarks)
	unit := text[len(lead):]
	if strings.ContainsFunc(unit, unicode.IsDigit) || unit != "" && !unicode.IsSpace([]rune(unit)[0]) {
		return ""
	}
	groups := strings.FieldsFunc(lead, func(r rune) bool { return !isDigit(r) })
	for i, g := range groups {
		if len(groups) > 1 && (i > 0 && len(g) != 3 || len(g) > 3) {
			return ""
		}
	}
	return strings.Join(groups, "")
}

// groupMarks stand between the thousands of a number, in one country or another.
const groupMarks = " ,.'’\u00a0\u202f"

func isDigit(r rune) bool { return '0' <= r && r <= '9' }
