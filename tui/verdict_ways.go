package tui

import (
	"strings"

	"remit/model"
	"remit/report"
)

// waysTo draws the ways to a structure that is not recommended.
func (v *verdictScreen) waysTo(s model.Structure, w int) string {
	list, more := waysOf(v.near, s)
	more += countTo(v.turns, s) - countTo(v.near, s)
	switch {
	case len(list) == 0:
		return ""
	case len(list) == 1 && more == 0:
		return hang("  "+glyphRight+" ", "It would come first with "+turnInWords(v.words(), list[0])+".", w)
	}
	head := "It would come first with any one of these:"
	if more > 0 {
		head = "It would come first with any one of these, and in " + plural(more, "more way", "more ways") + ":"
	}
	if len(list) == 1 {
		head = "It would come first with this, and in " + plural(more, "more way, farther off:", "more ways, farther off:")
	}
	lines := []string{hang("  "+glyphRight+" ", head, w)}
	for _, turn := range list {
		lines = append(lines, hang("    "+glyphBullet+" ", turnInWords(v.words(), turn), w))
	}
	return strings.Join(lines, "\n")
}

// countTo says how many ways lead to a structure.
func countTo(turns []model.Turn, to model.Structure) (n int) {
	for _, t := range turns {
		if t.To == to {
			n++
		}
	}
	return n
}

// waysOf picks the turns to a structure that are worth showing, and counts the others.
func waysOf(turns []model.Turn, to model.Structure) (list []model.Turn, more int) {
	for _, t := range turns {
		if t.To == to {
			list = append(list, t)
		}
	}
	shown := min(len(list), report.MostTurns)
	return list[:shown], len(list) - shown
}

// turnInWords says what would turn the advice in one line: "Head count: 100 people or
// more (now 40), and seats you can fund: 1 executive or more".
func turnInWords(f *model.Framework, t model.Turn) string {
	return model.Clean(strings.Join(report.Conditions(f, t), ", "))
}
