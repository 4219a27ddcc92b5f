package tui

import (
	"errors"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"remit/model"
)

// What is saved was judged by the matrix on the screen. Where others changed the session
// since, the store refuses it, the page shows what they left, and the change is judged
// anew: laws that hold for each of two changes may not hold for both.

// give saves a letter for the cell under the cursor. Others may have changed what it was
// chosen by: then it is not saved, and the person looks again.
func (c *raciPage) give(letter model.Letter) tea.Cmd {
	row, role, _, ok := c.cell()
	if !ok {
		return nil
	}
	p, was, before := c.propose(letter), *row, c.follows.edits
	if len(p.refused) > 0 {
		return c.overtaken(p)
	}
	looked, err := insist(func() (tea.Cmd, error) { return c.keep(p.events...) }, func() bool {
		c.lay()
		now, column, _, ok := c.cell()
		if !ok || column != role || !sameLetters(now, &was) {
			return false
		}
		p, before = c.propose(letter), c.follows.edits
		return len(p.refused) == 0
	})
	switch {
	case err == nil:
		c.past = append(c.past, before)
		return tea.Batch(looked, c.saved(toneGood, c.savedWith(p.effects)))
	case len(p.refused) > 0:
		return tea.Batch(looked, c.overtaken(p))
	case errors.Is(err, model.ErrMoved):
		return tea.Batch(looked, toast(toneWarn, "Not saved: somebody else has just changed this row. Look again, then choose."))
	}
	return tea.Batch(looked, failed("save the letter", err))
}

// overtaken says which laws a letter breaks together with those that somebody else chose.
func (c *raciPage) overtaken(p proposal) tea.Cmd {
	return c.follows.env.tell("Not saved", "Somebody else has just changed other letters, and yours does not go with them.",
		strings.Join(p.refused, "\n")+"\n\nTheir letters are saved and shown. Choose another letter, or talk it over.")
}

// saved takes note of what was saved and tells of it.
func (c *raciPage) saved(t tone, says string) tea.Cmd {
	c.last = c.follows.edits
	c.lay()
	return toast(t, says)
}

// sameLetters reports that two rows are about the same and say the same.
func sameLetters(a, b *model.MatrixRow) bool {
	return a.Activity == b.Activity && slices.EqualFunc(a.Cells, b.Cells, func(x, y model.Cell) bool { return x.Letter == y.Letter })
}

// undo goes back by one change of this page; where there is none, it takes back what
// was chosen last before.
func (c *raciPage) undo() tea.Cmd {
	now := c.follows.edits
	if len(now) == 0 && len(c.past) == 0 {
		return nil
	}
	past, then := c.past, now[:max(len(now)-1, 0)]
	if n := len(past); n > 0 {
		past, then = past[:n-1], past[n-1]
	}
	if _, refused := c.after(then); len(refused) > 0 {
		return toast(toneWarn, refused[0])
	}
	looked, err := c.replace(eventsTo(now, then))
	switch {
	case errors.Is(err, model.ErrMoved):
		return tea.Batch(looked, toast(toneWarn, "Not taken back: somebody else has just chosen letters. "+keyUndo+" again takes the last one back."))
	case err != nil:
		return tea.Batch(looked, failed("take the letter back", err))
	}
	c.past = past
	says := c.restored(now, then)
	if len(past) == 0 && len(then) == 0 {
		says += " Nothing more is left to take back."
	}
	return tea.Batch(looked, c.saved(toneNote, says))
}

// takeAllBack saves that no letter is chosen any more.
func (c *raciPage) takeAllBack() tea.Cmd {
	before := c.follows.edits
	looked, err := c.replace([]model.Event{{Kind: model.EventEdited}})
	switch {
	case errors.Is(err, model.ErrMoved):
		return tea.Batch(looked, toast(toneWarn, "Not taken back: somebody else has just chosen letters. Look at them, then press R again."))
	case err != nil:
		return tea.Batch(looked, failed("take the letters back", err))
	}
	c.past = append(c.past, before)
	return tea.Batch(looked, c.saved(toneGood, "All letters are as the answers give them. "+keyUndo+" brings yours back."))
}

// replace saves events that were worked out from the letters that are chosen now, and
// from these alone: whatever else others changed does not matter.
func (c *raciPage) replace(events []model.Event) (looked tea.Cmd, err error) {
	before := c.follows.edits
	return insist(func() (tea.Cmd, error) { return c.keep(events...) }, func() bool {
		c.lay()
		return slices.Equal(before, c.follows.edits)
	})
}

// eventsTo leads from what is chosen now to what was chosen then: one event if the
// last letter makes the difference, else all of them anew, because their order counts.
func eventsTo(now, then []model.CellEdit) []model.Event {
	if n := len(then); len(now) == n+1 && slices.Equal(now[:n], then) {
		return []model.Event{{Kind: model.EventEdited, Activity: now[n].Activity, Role: now[n].Role}}
	}
	events := []model.Event{{Kind: model.EventEdited}}
	for _, e := range then {
		events = append(events, e.Event())
	}
	return events
}

// takeAllBackMsg says that the person agreed to take all letters back.
type takeAllBackMsg struct{ era int }

// askReset asks before it takes all letters back.
func (c *raciPage) askReset() tea.Cmd {
	n := len(c.follows.edits)
	if n == 0 {
		return nil
	}
	c.era = c.follows.env.era()
	agreed := takeAllBackMsg{c.era}
	return c.follows.env.ask("Take all letters back?",
		plural(n, "letter was", "letters were")+" chosen by hand. Every cell goes back to what follows from the answers. "+keyUndo+" brings them back.",
		"take back", func() tea.Msg { return agreed })
}
