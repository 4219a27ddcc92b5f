package tui

import (
	"cmp"
	"slices"
	"strings"

	"remit/advisor"
	"remit/model"
)

// ways says, for each structure that is not recommended, with which changed answers
// it would come first: a few ways in words, the smallest and easiest first.
type ways [model.NumStructures][]string

// mostWays is how many ways are shown for one structure; more than that is a list
// that nobody reads.
const mostWays = 3

// waysOf puts flips into words. The engine names the nearest number at which the
// advice turns, one flip for each class of numbers; people ask from how many on. So a
// number is widened to all that do the same, and of flips that differ only in a number
// the first, with the nearest, stands for all.
func waysOf(e *advisor.Engine, as model.Answers, flips []model.Flip) (found ways) {
	flips = slices.Clone(flips)
	slices.SortStableFunc(flips, func(a, b model.Flip) int {
		return cmp.Or(cmp.Compare(len(a.Changes), len(b.Changes)), cmp.Compare(a.Effort, b.Effort))
	})
	told := map[string]bool{}
	for _, flip := range flips {
		list, kind := &found[flip.To], kindOf(flip)
		if len(*list) < mostWays && !told[kind] {
			*list = append(*list, wayInWords(e, as, flip))
		}
		told[kind] = true
	}
	return found
}

// kindOf tells flips apart by what they change, not by how far a number goes.
func kindOf(flip model.Flip) string {
	kind := flip.To.String()
	for _, c := range flip.Changes {
		kind += " " + c.Question + "=" + c.To.Option
	}
	return kind
}

func wayInWords(e *advisor.Engine, as model.Answers, flip model.Flip) string {
	f := e.Framework()
	changed, numbers := as.Clone(), 0
	for _, c := range flip.Changes {
		changed[c.Question] = c.To
		if typesNumber(f.Question(c.Question)) {
			numbers++
		}
	}
	parts := make([]string, len(flip.Changes))
	for i, c := range flip.Changes {
		q := f.Question(c.Question)
		low, high := c.To, c.To
		if typesNumber(q) && numbers == 1 { // two ranges would not hold for every pair
			same := e.Around(changed, c.Question)
			low, high = same.From, same.To
		}
		parts[i] = q.Short + ": " + rangeInWords(q, low, high)
		if c.From.Kind != model.Unanswered {
			parts[i] += " (now " + inWords(q, c.From) + ")"
		}
	}
	return strings.Join(parts, "; ")
}

// rangeInWords says a range of answers the way a person would: "50 people or more".
func rangeInWords(q *model.Question, low, high model.Answer) string {
	switch {
	case low == high || low.Kind != model.Number || high.Kind != model.Number:
		return inWords(q, low)
	case high.Number >= q.Max:
		return numbered(q, low.Number) + " or more"
	case low.Number <= q.Min:
		return "at most " + numbered(q, high.Number)
	}
	return thousands(low.Number) + " to " + numbered(q, high.Number)
}

// waysTo draws the ways to one structure.
func (v *verdictScreen) waysTo(s model.Structure, w int) string {
	list := v.ways[s]
	switch len(list) {
	case 0:
		return ""
	case 1:
		return hang("  "+glyphRight+" ", "It would come first with "+list[0]+".", w)
	}
	lines := []string{hang("  "+glyphRight+" ", "It would come first with any one of these:", w)}
	for _, way := range list {
		lines = append(lines, hang("    "+glyphBullet+" ", way, w))
	}
	return strings.Join(lines, "\n")
}
