package tui

import (
	"errors"
	"io/fs"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"remit/model"
)

// exportScreen makes a file of a session's report: which kind, how much of it, with or
// without names, and where. What is there already is never replaced.
type exportScreen struct {
	env       *env
	keys      exportKeys
	session   model.Session
	format    int // in exportFormats
	cut       int // in exportCuts
	anonymous bool
	path      *field
	own       bool   // the person has named the file; the choices no longer do
	taken     string // the name that was refused because a file has it
	at        exportRow

	busy bool // the file is being written
	era  int
	done *ExportResult // what was written last, while one reads about it

	shown  glimpse // the preview as asked for last
	page   scroll  // the preview, or what became of the file
	w, h   int
	sample string // text of the preview; "" while it is on its way
}

// exportRow is a line of the form.
type exportRow int

const (
	rowFormat exportRow = iota
	rowCut
	rowNames
	rowFile
	numExportRows
)

type exportKeys struct {
	write, next, prev, more, less, pageDown, pageUp, leave, again, clear, show, copy binding
}

func newExportKeys() exportKeys {
	m := newMoveKeys()
	m.pageDown = m.pageDown.as("pgdn", "preview")
	return exportKeys{
		write:    bind("enter", "enter", "write", "Write the file"),
		again:    bind("enter", "enter", "another", "Back to the choices, for another file"),
		more:     bind("right space", glyphLeft+glyphRight, "change", "The next choice on this line (also space)"),
		less:     bind("left", glyphLeft, "", "The choice before it"),
		next:     bind("down tab", glyphUp+glyphDown, "line", "To the next line (also tab)"),
		prev:     bind("up shift+tab", glyphUp, "", "To the line before (also shift+tab)"),
		show:     bind("o", "o", "open", "Open the file in the program that the system has for it"),
		copy:     bind("c y", "c", "copy path", "Copy the path of the file, if your terminal lets programs do that (also y)"),
		clear:    bind("ctrl+u", "ctrl+u", "", "Empty the line"),
		pageDown: m.pageDown,
		pageUp:   m.pageUp,
		leave:    bind("esc", "esc", "back", "Leave without writing anything"),
	}
}

func newExport(e *env, s model.Session) screen {
	x := &exportScreen{env: e, keys: newExportKeys(), session: cleanSession(s), page: newScroll()}
	x.path = newField(e.theme, "a name, or a path", "", longestPath)
	x.rename()
	return x
}

// longestPath is as much as common systems take.
const longestPath = 4096

// Init asks for the preview.
func (x *exportScreen) Init() tea.Cmd { return x.look() }

func (x *exportScreen) Capturing() bool { return x.at == rowFile && x.done == nil }
func (x *exportScreen) Title() string   { return sessionTitle(x.session) + crumb + "Export" }

func (x *exportScreen) Keys() []binding {
	k := x.keys
	over := x.page.over()
	if x.done != nil {
		return []binding{k.show.when(x.env.Open != nil), k.copy, k.again, k.pageDown.as("pgdn", "more").when(over), k.pageUp.when(over)}
	}
	choosing := x.at != rowFile
	if !choosing {
		k.pageUp.says = "A page up" // ctrl+u empties the line here
	}
	return []binding{k.write.when(!x.busy), k.next, k.more.when(choosing), k.leave.when(!choosing),
		k.pageDown.when(over), k.less.when(choosing), k.prev, k.pageUp.when(over), k.clear.when(!choosing)}
}

func (x *exportScreen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case exportedMsg:
		if msg.era == x.era {
			return x.wrote(msg)
		}
	case glimpsedMsg:
		if msg.of == x.shown {
			x.glimpsed(msg)
		}
	case openedMsg:
		if msg.err != nil && x.done != nil && msg.path == x.done.Path {
			return failed("open the file", msg.err)
		}
	case tea.BackgroundColorMsg:
		x.lay()
	case tea.PasteMsg:
		if x.Capturing() {
			x.typeIn(tea.PasteMsg{Content: model.Clean(msg.Content)})
		}
	case tea.MouseWheelMsg:
		x.page.update(msg)
	case tea.MouseClickMsg:
		return x.onClick(msg.Mouse())
	case tea.KeyPressMsg:
		return tea.Batch(x.onKey(msg), x.look())
	}
	return nil
}

func (x *exportScreen) onKey(k tea.KeyPressMsg) tea.Cmd {
	keys := x.keys
	switch {
	case x.Capturing() && keys.clear.hit(k):
		x.own = true
		x.call("")
		x.lay()
	case keys.pageDown.hit(k), keys.pageUp.hit(k):
		x.page.update(k)
	case x.done != nil:
		return x.onWrittenKey(k)
	case keys.write.hit(k):
		return x.write()
	case keys.next.hit(k):
		x.goTo(x.at + 1)
	case keys.prev.hit(k):
		x.goTo(x.at - 1)
	case x.at == rowFile && keys.leave.hit(k):
		return x.env.back()
	case x.at == rowFile:
		x.typeIn(k)
	case keys.more.hit(k):
		x.change(1)
	case keys.less.hit(k):
		x.change(-1)
	}
	return nil
}

// goTo moves the cursor to a line, around the ends.
func (x *exportScreen) goTo(row exportRow) {
	if x.at = (row + numExportRows) % numExportRows; x.at == rowFile {
		x.path.focus()
	} else {
		x.path.blur()
	}
	x.lay()
}

// change takes another choice on the line under the cursor.
func (x *exportScreen) change(d int) {
	around := func(i, n int) int { return (i + d + n) % n } // no step is longer than the list
	switch x.at {
	case rowFormat:
		x.format = around(x.format, len(exportFormats()))
	case rowCut:
		if x.kind().cuts {
			x.cut = around(x.cut, len(exportCuts()))
		}
	case rowNames:
		if d%2 != 0 { // of two choices, every other step leads back
			x.anonymous = !x.anonymous
		}
	}
	x.rename()
	x.page.top = 0
	x.lay()
}

func (x *exportScreen) kind() exportFormat { return exportFormats()[x.format] }

// rename lets the name of the file follow the choices. Of one that the person gave
// only the ending does.
func (x *exportScreen) rename() {
	name := x.path.value
	if !x.own && x.env.ExportName != nil {
		name = model.Clean(x.env.ExportName(x.session, x.request()))
	} else {
		if i := slices.IndexFunc(exportFormats(), func(f exportFormat) bool { return strings.HasSuffix(name, f.ends) }); i >= 0 {
			name = strings.TrimSuffix(name, exportFormats()[i].ends) + x.kind().ends
		}
	}
	x.call(name)
}

// call gives the file a name.
func (x *exportScreen) call(name string) {
	if name != x.path.value {
		x.path.value = name
		x.path.dress(x.env.theme)
	}
	x.taken = ""
}

func (x *exportScreen) typeIn(msg tea.Msg) {
	before := x.path.value
	if x.path.edit(msg); x.path.value != before {
		x.own, x.taken = true, ""
		x.lay()
	}
}

func (x *exportScreen) request() ExportRequest {
	r := ExportRequest{
		Session: x.session.ID, Format: x.kind().id, Cut: exportCuts()[x.cut].cut, Anonymous: x.anonymous, Path: strings.TrimSpace(x.path.value),
	}
	if !x.kind().cuts {
		r.Cut = exportCuts()[0].cut
	}
	return r
}

// exportedMsg says what became of a file.
type exportedMsg struct {
	era    int
	path   string // as it was asked for
	result ExportResult
	err    error
}

// write sends the request off; while it is on its way a second one would find the file
// of the first in its place.
func (x *exportScreen) write() tea.Cmd {
	r := x.request()
	switch {
	case x.busy:
		return nil
	case x.env.Export == nil:
		return toast(toneNote, "Nothing can be written from here.")
	case r.Path == "":
		x.goTo(rowFile)
		return toast(toneNote, "Give the file a name first.")
	}
	x.busy, x.era = true, x.env.era()
	x.lay()
	era, ctx, export := x.era, x.env.ctx, x.env.Export
	return func() tea.Msg {
		result, err := export(ctx, r)
		return exportedMsg{era, r.Path, result, err}
	}
}

// wrote takes note of what became of the file. Where one of that name is there
// already another name is proposed.
func (x *exportScreen) wrote(msg exportedMsg) tea.Cmd {
	x.busy = false
	switch {
	case errors.Is(msg.err, fs.ErrExist):
		x.call(nextName(msg.path, x.kind().ends))
		x.taken = msg.path
	case msg.err != nil:
		x.lay()
		return failed("write the report", msg.err)
	default:
		x.done, x.page.top = &msg.result, 0
		x.path.blur()
	}
	x.lay()
	return nil
}
