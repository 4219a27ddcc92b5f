package report

import (
	"fmt"
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"remit/model"
)

// A map in a terminal is a grid of letters, with the present place in brackets, so
// that it reads the same without colour. Where the labels do not fit, numbers stand
// for them and a legend below explains; where even that is too wide, the map is cut
// into pieces, one below the other.

const (
	cellWidth = 4  // at least; "[T]" and a gap
	narrowest = 14 // room for the labels of rows, below which columns get numbers
	gap       = 2  // between the labels of rows and the cells
)

// phaseMap draws the map.
func (t *typesetter) phaseMap(f *model.Framework, m *Map) {
	g := t.grid(f, m)
	t.lines("", "", model.Clean(fmt.Sprintf("Across: %s. Down: %s. All other answers stay as they are.",
		short(f, m.X.Question), short(f, m.Y.Question))), plain)
	for first := 0; first < len(g.columns); first += g.piece {
		t.b.WriteByte('\n')
		g.draw(t, f, m, first, min(first+g.piece, len(g.columns)))
	}
	t.b.WriteByte('\n')
	for _, line := range g.legend {
		t.lines("", "  ", line, plain)
	}
	t.mapLegend(f, m)
}

// grid is how a map is laid out in columns of characters.
type grid struct {
	columns []string // above the cells
	rows    []string // beside them
	widths  []int    // of the columns
	side    int      // width of the labels of rows
	piece   int      // columns side by side
	legend  []string // what numbers stand for
}

func (t *typesetter) grid(f *model.Framework, m *Map) grid {
	g := grid{columns: t.folded(m.X.labels(f)), rows: t.folded(m.Y.labels(f))}
	widest := widestOf(g.rows)
	if g.room(t.width) < min(widest, narrowest) {
		g.columns = g.number(f, m.X.Question, g.columns)
	}
	if g.room(t.width) < min(widest, narrowest) {
		g.rows = g.number(f, m.Y.Question, g.rows)
		widest = widestOf(g.rows)
	}
	g.side = min(widest, max(g.room(t.width), widestOf(strings.Fields(strings.Join(g.rows, " ")))))
	if over := t.width - g.side - gap; g.room(t.width) >= g.side {
		g.piece = len(g.columns)
	} else {
		g.piece = max(1, over/slices.Max(g.widths))
	}
	return g
}

// folded gives labels in the characters that the terminal shows.
func (t *typesetter) folded(labels []string) []string {
	if t.fold != nil {
		for i := range labels {
			labels[i] = t.fold.Replace(labels[i])
		}
	}
	return labels
}

// room is what a width leaves for the labels of rows.
func (g *grid) room(width int) int {
	g.widths = make([]int, len(g.columns))
	left := width - gap
	for i, label := range g.columns {
		g.widths[i] = max(cellWidth, ansi.StringWidth(label)+1)
		left -= g.widths[i]
	}
	return left
}

// number puts labels into the legend and numbers in their place.
func (g *grid) number(f *model.Framework, question string, labels []string) []string {
	numbers := make([]string, len(labels))
	meant := make([]string, len(labels))
	for i, label := range labels {
		numbers[i] = fmt.Sprint(i + 1)
		meant[i] = numbers[i] + " = " + label
	}
	g.legend = append(g.legend, model.Clean(short(f, question)+": "+strings.Join(meant, "; ")))
	return numbers
}

func widestOf(labels []string) (widest int) {
	for _, l := range labels {
		widest = max(widest, ansi.StringWidth(l))
	}
	return widest
}

// draw writes the columns from first up to end.
func (g *grid) draw(t *typesetter, f *model.Framework, m *Map, first, end int) {
	var head strings.Builder
	head.WriteString(strings.Repeat(" ", g.side+gap))
	for x := first; x < end; x++ {
		head.WriteString(centred(g.columns[x], g.widths[x]))
	}
	t.b.WriteString(t.styled(strings.TrimRight(head.String(), " "), faint) + "\n")
	for y, label := range g.rows {
		for i, line := range Wrap(label, g.side) {
			var row strings.Builder
			row.WriteString(padded(strings.TrimSpace(line), g.side+gap))
			for x := first; x < end; x++ {
				text := ""
				if i == 0 {
					text = marked(initial(f, m.Cells[y][x]), m.here(x, y))
				}
				row.WriteString(t.painted(centred(text, g.widths[x]), m.Cells[y][x]))
			}
			t.b.WriteString(strings.TrimRight(row.String(), " ") + "\n")
		}
	}
}

// mapLegend explains letters and brackets.
func (t *typesetter) mapLegend(f *model.Framework, m *Map) {
	for _, s := range m.shown(f) {
		t.b.WriteString(t.painted(centred(initial(f, s.ID), cellWidth-1), s.ID) + " " + ansi.Truncate(model.Clean(s.Title), t.width-cellWidth, "~") + "\n")
	}
	if m.HereX >= 0 && m.HereY >= 0 {
		t.b.WriteString("[" + initial(f, m.Cells[m.HereY][m.HereX]) + "] " + m.place(f) + "\n")
		return
	}
	t.lines("", "", model.Clean(m.place(f)), plain)
}

func marked(letter string, here bool) string {
	if here {
		return "[" + letter + "]"
	}
	return letter
}

// painted fills a cell with the colour of a structure.
func (t *typesetter) painted(cell string, s model.Structure) string {
	if !t.color {
		return cell
	}
	return fmt.Sprintf("\x1b[38;5;16;48;5;%dm%s\x1b[0m", tints()[s].xterm, cell)
}

func centred(text string, width int) string {
	left := max(0, (width-ansi.StringWidth(text))/2)
	return padded(strings.Repeat(" ", left)+text, width)
}

func padded(text string, width int) string {
	return text + strings.Repeat(" ", max(0, width-ansi.StringWidth(text)))
}
