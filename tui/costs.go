package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"remit/model"
)

// costForm lies over the plan and takes figures of the company's own: what a seat costs
// it, or what it was quoted. It shows at once how they stand to full-time. Below the
// three lines to fill in are the figures that are kept, to change or take back.
type costForm struct {
	ledger *costLedger
	keys   costKeys
	seats  []string // roles to choose from
	seat   int      // among these
	per    model.Period
	amount *field
	at     int // the line in focus: one of the form, then the figures that are kept
	fault  string
	fresh  bool       // something was changed here by the last key, so the key for undo means that
	spans  []lineSpan // of each line, in lines of the body
	body   scroll
}

// The lines of the form.
const (
	lineSeat = iota
	linePer
	lineAmount
	linesOfForm
)

type costKeys struct {
	save, close, next, prev, left, right, back, undo, pageUp, pageDown binding
}

func newCostKeys() costKeys {
	return costKeys{
		save:     bind("enter", "enter", "save", "Save the figure"),
		close:    bind("esc", "esc", "done", "Back to the plan"),
		next:     bind("tab down", "tab", "next line", "To the next line (also down); after the last, read on"),
		prev:     bind("shift+tab up", "shift+tab", "", "To the line before (also up)"),
		left:     bind("left", glyphLeft+glyphRight, "choose", "The one before"),
		right:    bind("right", glyphRight, "", "The next one"),
		back:     bind("d delete", "d", "take back", "Take the figure under the cursor back"),
		undo:     bindUndo("Take back the last change of the figures"),
		pageUp:   bind("pgup", "pgup", "", "A page up"),
		pageDown: bind("pgdown", "pgdn", "read on", "A page down"),
	}
}

func newCostForm(l *costLedger) *costForm {
	const longest = 60
	f := &costForm{ledger: l, keys: newCostKeys(), seats: l.seats(), at: lineAmount, body: newScroll(),
		amount: newField(l.screen.env.theme, "", "", longest)}
	f.per = l.usual(f.seats[0])
	f.amount.suggest("such as " + exampleOf(f.per))
	f.amount.focus()
	return f
}

func (f *costForm) Title() string { return "Plan" + crumb + "Own costs" }

// Keys gives those of the line in focus: where one types, letters are text.
func (f *costForm) Keys() []binding {
	k := f.keys
	list := []binding{k.save, k.close, k.next, k.prev, k.pageDown.when(f.body.over()), k.pageUp.when(f.body.over())}
	switch {
	case f.at >= linesOfForm:
		list[0] = k.save.as("enter", "change")
		list = slices.Insert(list, 1, k.back)
	case f.at != lineAmount:
		list = slices.Insert(list, 0, k.left, k.right)
	}
	if f.fresh {
		list = slices.Insert(list, 0, k.undo.when(f.ledger.undoable()))
	} else if f.at != lineAmount {
		list = append(list, k.undo.when(f.ledger.undoable()))
	}
	return list
}

func (f *costForm) Update(msg tea.Msg) (cmd tea.Cmd, done bool) {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		if f.keys.close.hit(msg) {
			return nil, f.leave()
		}
		if f.reads(msg) {
			return nil, false
		}
		cmd = f.onKey(msg)
	case tea.PasteMsg:
		f.edit(tea.PasteMsg{Content: model.Clean(msg.Content)})
	case tea.MouseWheelMsg:
		f.body.update(msg)
		return nil, false
	case tea.MouseClickMsg:
		cmd = f.onClick(msg.Mouse())
	}
	f.lay()
	f.reveal()
	return cmd, false
}

// reads scrolls: by pages, and by lines from the last line of the form on.
func (f *costForm) reads(k tea.KeyPressMsg) bool {
	below := f.keys.next.hit(k) && f.at == f.lastLine()
	if !below && !f.keys.pageUp.hit(k) && !f.keys.pageDown.hit(k) {
		return false
	}
	f.body.update(k)
	return true
}

func (f *costForm) onKey(k tea.KeyPressMsg) tea.Cmd {
	keys, fresh := f.keys, f.fresh
	f.fresh = false
	switch {
	case fresh && keys.undo.hit(k):
		return f.undo()
	case keys.save.hit(k):
		return f.enter()
	case keys.next.hit(k):
		f.focus(f.at + 1)
	case keys.prev.hit(k):
		f.focus(f.at - 1)
	case f.at == lineAmount:
		f.edit(k)
	case keys.left.hit(k):
		f.choose(-1)
	case keys.right.hit(k):
		f.choose(1)
	case f.at >= linesOfForm && keys.back.hit(k):
		return f.takeBack()
	case keys.undo.hit(k):
		return f.undo()
	}
	return nil
}

// undo takes the last change back, and leaves the key to do so again.
func (f *costForm) undo() tea.Cmd {
	cmd := f.ledger.undo()
	f.fresh = f.ledger.undoable()
	return cmd
}

// onClick goes to a line; one that is in focus does what enter or right does.
func (f *costForm) onClick(m tea.Mouse) tea.Cmd {
	if m.Button != tea.MouseLeft {
		return nil
	}
	y := m.Y + f.body.top
	at := slices.IndexFunc(f.spans, func(s lineSpan) bool { return s.from <= y && y <= s.to })
	switch {
	case at < 0:
	case at != f.at:
		f.focus(at)
	case at >= linesOfForm:
		return f.enter()
	case at != lineAmount:
		f.choose(1)
	}
	return nil
}

// kept are the figures below the form.
func (f *costForm) kept() []model.OwnCost { return f.ledger.figures() }

// lastLine is the last one that can have the focus.
func (f *costForm) lastLine() int { return linesOfForm + len(f.kept()) - 1 }

// focus goes to a line, and stops at the first and the last one.
func (f *costForm) focus(at int) {
	f.at = min(max(at, 0), f.lastLine())
	if f.at == lineAmount {
		f.amount.focus()
	} else {
		f.amount.blur()
	}
}

// choose goes to another seat or period.
func (f *costForm) choose(n int) {
	f.fault = ""
	switch f.at {
	case lineSeat:
		usual := f.per == f.ledger.usual(f.seats[f.seat])
		f.seat = (f.seat + n + len(f.seats)) % len(f.seats)
		if usual {
			f.per = f.ledger.usual(f.seats[f.seat])
		}
	case linePer:
		all := model.OwnPeriods()
		f.per = all[(slices.Index(all, f.per)+n+len(all))%len(all)]
	}
	f.amount.suggest("such as " + exampleOf(f.per))
}

// exampleOf is what one might write for a period, in its order of size.
func exampleOf(p model.Period) string {
	switch p {
	case model.Hour:
		return "180, or EUR 150-200"
	case model.Day:
		return "1200, or EUR 1000-1500"
	case model.Month:
		return "3000, or EUR 3000-4000"
	}
	return "160000, or EUR 150000-180000"
}

func (f *costForm) edit(msg tea.Msg) {
	if f.at == lineAmount {
		f.fault = ""
		f.amount.edit(msg)
	}
}

// typed reads the form. A period may stand behind the amount, as in a command.
func (f *costForm) typed() (model.OwnCost, error) {
	text, behind, also := strings.Cut(f.amount.value, "/")
	c := model.OwnCost{Role: f.seats[f.seat], Per: f.per}
	var err error
	if also {
		if c.Per, err = model.ParsePeriod(behind); err != nil {
			return c, err
		}
	}
	c.Amount, err = model.ParseAmount(text)
	return c, err
}

// enter saves what the form says; on a figure that is kept it puts that into the form.
func (f *costForm) enter() tea.Cmd {
	if f.at >= linesOfForm {
		f.take(f.kept()[f.at-linesOfForm])
		return nil
	}
	c, err := f.typed()
	if err != nil {
		f.focus(lineAmount)
		f.fault = faultText(err)
		return nil
	}
	return f.done(c.Event(), toneGood, "Saved: "+f.ledger.told(c)+". "+takesItBack)
}

// take puts a figure that is kept into the form, to change it.
func (f *costForm) take(c model.OwnCost) {
	f.seat = max(slices.Index(f.seats, c.Role), 0)
	f.per, f.fault = c.Per, ""
	f.amount.value = amountTyped(c.Amount)
	f.amount.dress(f.ledger.screen.env.theme)
	f.focus(lineAmount)
}

func (f *costForm) takeBack() tea.Cmd {
	c := f.kept()[f.at-linesOfForm]
	return f.done(c.TakeBack(), toneNote, "Taken back: "+f.ledger.told(c)+". "+keyUndo+" undoes it.")
}

// done saves a change. What cannot be saved stays typed, with the reason below it.
func (f *costForm) done(e model.Event, t tone, says string) tea.Cmd {
	looked, err := f.ledger.put(e)
	if err != nil {
		f.fault = faultText(err)
		return looked
	}
	f.fault, f.amount.value, f.fresh = "", "", true
	f.amount.dress(f.ledger.screen.env.theme)
	f.focus(f.at)
	return tea.Batch(looked, toast(t, says))
}
