package tui

import (
	"slices"
	"strconv"
	"strings"

	"remit/advisor"
	"remit/model"
)

// phaseMap draws which structure is advised where, a letter for each pair of answers.
// Brackets mark where one is now, parentheses where the session is; where the letters are
// close together, an arrow before the letter does.
type phaseMap struct {
	theme *theme
	words *model.Framework
	whatFollows
	w     int
	pitch int // cells from one letter to the next
	side  int // width of the labels of rows
}

const (
	tightPitch = 2  // letters that share the gap between them for their marks
	loosePitch = 6  // no map looks better wider
	leastSide  = 6  // a label of a row that still says something
	fairSide   = 14 // one that says enough
	mostSide   = 34 // more takes the eye too far from the letters
)

// view draws the map in w cells; "" where there is none.
func (m phaseMap) view(w int) string {
	if !m.mapped {
		return ""
	}
	m = m.in(w)
	rows, columns := rowLabels(m.words, m.plan.Y), columnLabels(m.plan.X)
	lines := []string{tint(m.theme.strong, wrapped(m.heading(), w))}
	for first := 0; first < len(columns); {
		end := min(first+m.columnsAtOnce(), len(columns))
		lines = append(lines, m.head(columns[first:end])...)
		for y, label := range rows {
			lines = append(lines, m.theme.muted.Render(fit(label, m.side))+" "+m.row(y, first, end))
		}
		first = end
	}
	return pile(append(lines, m.key(w))...)
}

// in shares w cells among the labels of rows and the letters.
func (m phaseMap) in(w int) phaseMap {
	columns := columnLabels(m.plan.X)
	n, side := len(columns), widestOf(rowLabels(m.words, m.plan.Y))
	apart := min((w-2-fairSide)/n, max(widestOf(columns), tightPitch)+1) // better letters apart than labels in full
	m.w, m.pitch = w, min(max((w-min(side, mostSide)-2)/n, apart, tightPitch), loosePitch)
	m.side = max(min(side, mostSide, w-2-m.pitch*n), leastSide)
	return m
}

// columnsAtOnce is how many columns stand beside each other; the others follow below.
func (m phaseMap) columnsAtOnce() int { return max((m.w-m.side-2)/m.pitch, 1) }

func (m phaseMap) heading() string {
	return "Map: " + shortOf(m.words, m.plan.X.Question) + " across, " + shortOf(m.words, m.plan.Y.Question) + " down"
}

func shortOf(f *model.Framework, question string) string {
	if q := f.Question(question); q != nil {
		return q.Short
	}
	return model.Clean(question)
}

// row draws one line of letters.
func (m phaseMap) row(y, first, end int) string {
	var b strings.Builder
	for x := first; x < end; x++ {
		before, behind := m.mark(x, y)
		s := m.plan.Cells[y][x]
		b.WriteString(before + m.theme.structure(s).Bold(true).Render(m.letter(s)))
		if m.pitch > tightPitch || x == end-1 {
			b.WriteString(behind + blank(m.pitch-3))
		}
	}
	return b.String()
}

// mark gives what stands before and behind a letter.
func (m phaseMap) mark(x, y int) (before, behind string) {
	switch {
	case x == m.plan.HereX && y == m.plan.HereY && m.pitch == tightPitch:
		return glyphCursor, " " // brackets would stick to the letters beside
	case x == m.plan.HereX && y == m.plan.HereY:
		return "[", "]"
	case x == m.wasX && y == m.wasY && m.pitch > tightPitch:
		return "(", ")"
	}
	return " ", " "
}

func (m phaseMap) letter(s model.Structure) string {
	if l := m.words.Structure(s).Letter; l != "" {
		return fit(l, 1)
	}
	return strconv.Itoa(int(s) + 1)
}

// key explains the marks, or says why there are none.
func (m phaseMap) key(w int) string {
	moved := m.wasX >= 0 && m.wasY >= 0 && (m.wasX != m.plan.HereX || m.wasY != m.plan.HereY)
	const needs = "To mark your place, answer “"
	switch {
	case m.plan.HereX < 0 && m.plan.HereY < 0:
		return tint(m.theme.muted, wrapped("To mark your place, answer both.", w))
	case m.plan.HereX < 0:
		return tint(m.theme.muted, wrapped(needs+shortOf(m.words, m.plan.X.Question)+"”.", w))
	case m.plan.HereY < 0:
		return tint(m.theme.muted, wrapped(needs+shortOf(m.words, m.plan.Y.Question)+"”.", w))
	}
	before, behind := m.mark(m.plan.HereX, m.plan.HereY)
	here := strings.TrimRight(before+m.letter(m.plan.Cells[m.plan.HereY][m.plan.HereX])+behind, " ")
	parts := []string{here + " you are here"}
	if moved && m.pitch > tightPitch {
		parts = append(parts, "("+m.letter(m.plan.Cells[m.wasY][m.wasX])+") the session")
	}
	return tint(m.theme.muted, strings.Join(flow(parts, "   ", w), "\n"))
}

// legend names the letters on the map.
func (m phaseMap) legend(w int) string {
	if !m.mapped {
		return ""
	}
	var letters []string
	for _, s := range model.Structures() {
		if slices.ContainsFunc(m.plan.Cells, func(row []model.Structure) bool { return slices.Contains(row, s) }) {
			letters = append(letters, m.theme.structure(s).Render(m.letter(s)+" "+m.words.Structure(s).Title))
		}
	}
	return strings.Join(flow(letters, "   ", w), "\n")
}

// columnsInWords says what the numbers above the columns stand for; "" where they are
// the answers themselves.
func (m phaseMap) columnsInWords(w int) string {
	if !m.mapped || m.plan.X.Classes[0].From.Kind == model.Number {
		return ""
	}
	parts := make([]string, len(m.plan.X.Classes))
	q := m.words.Question(m.plan.X.Question)
	for i, c := range m.plan.X.Classes {
		parts[i] = strconv.Itoa(i+1) + " " + inWords(q, c.From)
	}
	return tint(m.theme.muted, strings.Join(flow(parts, "   ", w), "\n"))
}

// columnLabels are as short as can be: the number from which a range begins, for
// options their place in the question.
func columnLabels(a advisor.Axis) []string {
	labels := make([]string, len(a.Classes))
	for i, c := range a.Classes {
		labels[i] = strconv.Itoa(i + 1)
		if c.From.Kind == model.Number {
			labels[i] = compact(c.From.Number)
		}
	}
	return labels
}

// rowLabels say the answers in words.
func rowLabels(f *model.Framework, a advisor.Axis) []string {
	labels := make([]string, len(a.Classes))
	q := f.Question(a.Question)
	for i, c := range a.Classes {
		switch {
		case c.From.Kind != model.Number:
			labels[i] = inWords(q, c.From)
		case c.From == c.To:
			labels[i] = thousands(c.From.Number)
		case c.To.Number >= q.Max:
			labels[i] = thousands(c.From.Number) + " or more"
		default:
			labels[i] = thousands(c.From.Number) + " to " + thousands(c.To.Number)
		}
	}
	return labels
}

// compact writes round thousands and millions short: "5k", "2M".
func compact(n int) string {
	switch {
	case n >= 1_000_000 && n%1_000_000 == 0:
		return strconv.Itoa(n/1_000_000) + "M"
	case n >= 1000 && n%1000 == 0:
		return strconv.Itoa(n/1000) + "k"
	}
	return strconv.Itoa(n)
}
