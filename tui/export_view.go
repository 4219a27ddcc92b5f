package tui

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"remit/model"
)

// exportLabel is the column of the labels.
const exportLabel = 9

func (x *exportScreen) Resize(w, h int) {
	x.w, x.h = w, h
	x.path.resize(w - exportLabel - 3)
	x.lay()
}

// roomy reports that all choices of a line can be shown, not only the one taken.
func (x *exportScreen) roomy() bool { return x.w >= 66 && x.h >= 14 }

// lay writes the part below the form anew.
func (x *exportScreen) lay() {
	if x.done != nil {
		x.page.resize(x.w, max(x.h, 1))
		x.page.set(x.outcome(min(x.page.textWidth(), readable)))
		return
	}
	x.page.resize(x.w, max(x.h-height(x.form()), 1))
	x.page.set(x.sampled(x.page.textWidth()))
}

// sampled draws the preview. A line below which there is a rule as long as itself is a
// heading.
func (x *exportScreen) sampled(w int) string {
	t := x.env.theme
	var lines []string
	all := strings.Split(x.sample, "\n")
	for i, line := range all {
		ruled := i+1 < len(all) && underlines(all[i+1], line)
		switch {
		case i > 0 && underlines(line, all[i-1]):
		case ruled:
			lines = append(lines, tint(t.strong, wrapped(line, w)))
		default:
			lines = append(lines, wrapped(line, w))
		}
	}
	return strings.Join(lines, "\n")
}

// underlines reports a rule below a heading.
func underlines(rule, heading string) bool {
	return heading != "" && strings.Trim(rule, "-") == "" && len(rule) == width(heading)
}

func (x *exportScreen) View() string {
	if x.done != nil {
		return x.page.view(x.env.theme)
	}
	return x.form() + "\n" + x.page.view(x.env.theme)
}

// form draws the lines of choices, what the one under the cursor means, and the
// heading of the preview.
func (x *exportScreen) form() string {
	t := x.env.theme
	var lines []string
	for row := range numExportRows {
		lines = append(lines, x.row(row))
	}
	said := wrapped(x.says(), min(x.w, readable)-2)
	if !x.roomy() {
		said = shorten(x.says(), x.w-2, 3)
	}
	says := indent(said, "  ")
	if x.taken != "" && !x.busy {
		says = t.warn.Render(glyphWarn) + strings.TrimPrefix(says, " ")
	} else {
		says = tint(t.muted, says)
	}
	if !x.roomy() {
		return pile(append(lines, says)...)
	}
	heading := t.muted.Render("Preview, as text") + "\n" + t.faint.Render(strings.Repeat(glyphRule, x.w))
	if x.sample == "" {
		heading = "\n"
	}
	return strings.Join([]string{pile(lines...), "", says, "", heading}, "\n")
}

func (x *exportScreen) row(row exportRow) string {
	t := x.env.theme
	mark, label := "  ", t.muted
	if row == x.at {
		mark, label = t.accent.Render(glyphCursor)+" ", t.chosen
	}
	mark += label.Render(fit([numExportRows]string{"Format", "Content", "Names", "File"}[row], exportLabel))
	switch row {
	case rowFile:
		if x.at == rowFile {
			return mark + x.path.view(t)
		}
		return mark + cutLeft(x.path.value, x.w-width(mark))
	case rowCut:
		if !x.kind().cuts {
			return mark + t.muted.Render("everything")
		}
	}
	titles, at := x.choices(row)
	if !x.roomy() {
		value := glyphLeft + " " + titles[at] + " " + glyphRight
		if row != x.at {
			value = "  " + titles[at]
		}
		return cut(mark+value+t.muted.Render(fmt.Sprintf("  %d of %d", at+1, len(titles))), x.w)
	}
	chips := make([]string, len(titles))
	for i, title := range titles {
		chips[i] = t.muted.Render(glyphOff + " " + title)
		if i == at {
			chips[i] = t.strong.Render(glyphOn + " " + title)
		}
	}
	return mark + strings.Join(flow(chips, "  ", x.w-width(mark)), "\n"+blank(width(mark)))
}

// choices names what can be chosen on a line, and what is.
func (x *exportScreen) choices(row exportRow) (titles []string, at int) {
	switch row {
	case rowFormat:
		for _, f := range exportFormats() {
			titles = append(titles, f.title)
		}
		return titles, x.format
	case rowCut:
		for _, c := range exportCuts() {
			titles = append(titles, c.title)
		}
		return titles, x.cut
	}
	if x.anonymous {
		at = 1
	}
	return []string{"shown", "left out"}, at
}

// says tells what the choice under the cursor means, or what keeps the file from being
// written.
func (x *exportScreen) says() string {
	switch {
	case x.busy:
		return "Writing " + x.path.value
	case x.taken != "" && !x.roomy():
		return "A file of that name is there already and was left as it is. Enter writes this one."
	case x.taken != "":
		return "“" + x.taken + "” is there already and was left as it is. Enter writes “" + x.path.value + "”."
	}
	switch x.at {
	case rowFormat:
		return x.kind().title + ": " + x.kind().says + "."
	case rowCut:
		if !x.kind().cuts {
			return x.kind().title + " always holds all that it can show."
		}
		c := exportCuts()[x.cut]
		return c.title + ": " + c.says + "."
	case rowNames:
		if x.anonymous {
			return "Nobody can read from it whose company this is and who was asked."
		}
		return "It says whose company this is."
	}
	return "It goes where remit was started, or to the path you give. No file is ever replaced."
}

// outcome says where the file went, how to open it, and the command that does the same.
func (x *exportScreen) outcome(w int) string {
	t, r := x.env.theme, x.done
	path := model.Clean(r.Path)
	blocks := []string{
		t.good.Render(glyphCheck) + strings.TrimPrefix(hang("  ", "Written: "+path+" ("+bytesInWords(r.Size)+")", w), " "),
	}
	for _, warning := range r.Warnings {
		blocks = append(blocks, t.warn.Render(glyphWarn)+strings.TrimPrefix(hang("  ", model.Clean(warning), w), " "))
	}
	if x.env.Open != nil {
		blocks = append(blocks, wrapped("Press o to open it, c to copy its path.", w))
	} else {
		blocks = append(blocks, x.inShell("To open it", opener()+" "+shellWord(path)))
	}
	if command := model.Clean(r.Command); command != "" {
		blocks = append(blocks, x.inShell("The command that does the same", command))
	}
	return stack(blocks...)
}

// inShell shows a command below what it is for. A word that is wider than the page is
// cut in sight rather than broken: a broken one, copied, is another command.
func (x *exportScreen) inShell(what, command string) string {
	t, w := x.env.theme, x.page.textWidth()
	lines, whole := strings.Split(shellLines(command, w-2), "\n"), true
	for i, line := range lines {
		lines[i] = "  " + cut(line, w-2)
		whole = whole && width(line) <= w-2
	}
	said := t.muted.Render(cut(what, w)) + "\n" + strings.Join(lines, "\n")
	if !whole {
		said += "\n" + tint(t.warn, wrapped("Not all of it fits. Make the window wider before you copy it.", w))
	}
	return said
}

// bytesInWords gives the size of a file as people say it.
func bytesInWords(n int64) string {
	switch {
	case n < 1000:
		return plural(int(n), "byte", "bytes")
	case n < 1_000_000:
		return fmt.Sprintf("%d kB", (n+500)/1000)
	}
	return fmt.Sprintf("%.1f MB", float64(n)/1e6)
}

// onClick takes the line that was clicked, and the choice. Beside the choices, and where
// only one is shown, a second click takes the next.
func (x *exportScreen) onClick(m tea.Mouse) tea.Cmd {
	if m.Button != tea.MouseLeft || x.done != nil || m.Y < 0 {
		return nil
	}
	y := 0
	for row := range numExportRows {
		h := height(x.row(row))
		if m.Y >= y && m.Y < y+h {
			again := row == x.at
			x.goTo(row)
			if i, ok := x.choiceAt(row, m.X, m.Y-y); ok {
				_, at := x.choices(row)
				x.change(i - at)
			} else if again {
				x.change(1)
			}
			return x.look()
		}
		y += h
	}
	return nil
}

// choiceAt gives the choice that is drawn at a place of a line.
func (x *exportScreen) choiceAt(row exportRow, left, down int) (place int, ok bool) {
	titles, at := x.choices(row)
	line := ansi.Strip(strings.Split(x.row(row), "\n")[down])
	for i, title := range titles {
		chip := glyphOff + " " + title
		if i == at {
			chip = glyphOn + " " + title
		}
		if before, _, found := strings.Cut(line, chip); found && left >= width(before) && left < width(before)+width(chip) {
			return i, true
		}
	}
	return 0, false
}
