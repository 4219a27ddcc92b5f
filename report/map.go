package report

import (
	"fmt"
	"math/big"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"remit/model"
)

// Map shows which structure is recommended where, when the answers to two questions
// vary and all others stay as they are.
type Map struct {
	X, Y  Axis
	Cells [][]model.Structure // by Y, then X
	HereX int                 // the present answers' column; -1 if X has none
	HereY int                 // the present answers' row; -1 if Y has none
}

// Axis is a question with its answers in order, those together that no rule tells
// apart.
type Axis struct {
	Question string
	Spans    []model.Span
}

// here reports whether a cell is where the present answers are.
func (m *Map) here(x, y int) bool { return m.HereX == x && m.HereY == y }

// shown lists the structures on the map, in the order of the framework.
func (m *Map) shown(f *model.Framework) []model.StructureInfo {
	var on [model.NumStructures]bool
	for _, row := range m.Cells {
		for _, s := range row {
			on[s] = true
		}
	}
	var list []model.StructureInfo
	for _, s := range f.Structures {
		if on[s.ID] {
			list = append(list, s)
		}
	}
	return list
}

// place says in words where the present answers are, or why they are nowhere.
func (m *Map) place(f *model.Framework) string {
	var missing []string
	for _, a := range []struct {
		axis Axis
		here int
	}{{m.X, m.HereX}, {m.Y, m.HereY}} {
		if a.here < 0 {
			missing = append(missing, "“"+short(f, a.axis.Question)+"”")
		}
	}
	if len(missing) == 0 {
		return "where you are"
	}
	return "Your place is not marked: there is no answer yet to " + strings.Join(missing, " and ") + "."
}

// labels are the answers of an axis in as few characters as say them: "100-249".
func (a Axis) labels(f *model.Framework) []string {
	q := f.Question(a.Question)
	list := make([]string, len(a.Spans))
	for i, s := range a.Spans {
		switch {
		case q == nil || s.Low.Kind != model.Number:
			list[i] = model.Clean(strings.Trim(said(f, a.Question, s.Low), "“”"))
		case s.Low == s.High:
			list[i] = grouped(s.Low.Number)
		case s.High.Number >= q.Max:
			list[i] = grouped(s.Low.Number) + "+"
		default:
			list[i] = grouped(s.Low.Number) + "-" + grouped(s.High.Number)
		}
	}
	return list
}

// quantity is a number with its unit.
func quantity(q *model.Question, n int) string {
	return strings.TrimSpace(grouped(n) + " " + q.UnitOf(n))
}

// now words an answer with its digits grouped.
func now(f *model.Framework, id string, a model.Answer) string {
	return spanned(f, id, model.Span{Low: a, High: a})
}

// small gives the few words for a question as they stand inside a sentence.
func small(f *model.Framework, id string) string {
	return lowered(short(f, id))
}

// lowered begins words with a small letter, unless they begin with an abbreviation.
func lowered(words string) string {
	if len(words) > 1 && words[0] >= 'A' && words[0] <= 'Z' && (words[1] == ' ' || words[1] >= 'a' && words[1] <= 'z') {
		return string(words[0]|0x20) + words[1:]
	}
	return words
}

// grouped writes a number with its thousands apart: "42,807".
func grouped(n int) string { return groupedBig(big.NewInt(int64(n))) }

func groupedBig(n *big.Int) string {
	digits := n.String()
	sign := ""
	if strings.HasPrefix(digits, "-") {
		sign, digits = "-", digits[1:]
	}
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return sign + digits
}

// initial is the letter that stands for a structure on maps.
func initial(f *model.Framework, s model.Structure) string {
	if l := model.Clean(f.Structure(s).Letter); l != "" {
		return ansi.Truncate(l, 1, "")
	}
	return fmt.Sprint(int(s) + 1)
}
