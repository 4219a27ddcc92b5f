package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"remit/model"
)

// raciPage shows who answers for what: a row for each activity, a column for each role,
// a cursor on a cell, and below it why. People may choose other letters; the laws of
// such a matrix hold for theirs too.
type raciPage struct {
	follows *following
	keep    saver
	keys    raciKeys

	rows   []int // places in the matrix of those that the filters leave
	row    int   // of the cursor, among these
	column int   // of the cursor, in the matrix
	left   int   // first column in sight
	only   raciFilter
	typing bool // keys go into the search
	proofs bool

	past [][]model.CellEdit // what had been chosen before each change of this page, oldest first
	last []model.CellEdit   // and after the last
	era  int                // of the last question whether to take all back

	room raciRoom
	body scroll
	span []lineSpan // of each row, in lines of the body
	seen bool       // the cursor has its first place
	w, h int
}

// saver saves events to the session as this page shows it; see verdictScreen.keep.
type saver func(...model.Event) (after tea.Cmd, err error)

func newRACIPage(f *following, keep saver) *raciPage {
	return &raciPage{follows: f, keep: keep, keys: newRACIKeys(), body: newScroll()}
}

func (c *raciPage) Capturing() bool { return c.typing }

func (c *raciPage) Resize(w, h int) {
	c.w, c.h = w, h
	c.lay()
}

func (c *raciPage) matrix() *model.Matrix { return &c.follows.look().matrix }

// here gives the row of the matrix under the cursor; -1 if the filters leave none.
func (c *raciPage) here() int {
	if c.row >= len(c.rows) {
		return -1
	}
	return c.rows[c.row]
}

// cell gives activity, role and cell under the cursor; ok is false where there is none.
func (c *raciPage) cell() (row *model.MatrixRow, role string, cell model.Cell, ok bool) {
	m, at := c.matrix(), c.here()
	if at < 0 || c.column >= len(m.Columns) {
		return nil, "", cell, false
	}
	return &m.Rows[at], m.Columns[c.column], m.Rows[at].Cells[c.column], true
}

func (c *raciPage) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		if c.typing {
			c.onTyping(msg)
			return nil
		}
		return c.onKey(msg)
	case tea.PasteMsg:
		if c.typing {
			c.search(c.only.words + model.Clean(model.Cut(msg.Content, model.MaxName)))
		}
	case tea.MouseWheelMsg:
		c.body.update(msg)
	case tea.MouseClickMsg:
		return c.onClick(msg.Mouse())
	case takeAllBackMsg:
		if msg.era == c.era {
			return c.takeAllBack()
		}
	}
	return nil
}

func (c *raciPage) onKey(k tea.KeyPressMsg) tea.Cmd {
	keys := c.keys
	switch {
	case keys.right.hit(k):
		c.column++
	case keys.left.hit(k):
		c.column--
	case keys.edit.hit(k):
		return c.choose()
	case keys.role.hit(k):
		c.onlyRole()
	case keys.group.hit(k):
		c.nextGroup()
	case keys.find.hit(k):
		c.typing = true
	case keys.all.hit(k) && c.only.on():
		c.filter(raciFilter{})
	case keys.undo.hit(k):
		return c.undo()
	case keys.reset.hit(k):
		return c.askReset()
	case keys.evidence.hit(k):
		c.proofs = !c.proofs
	default:
		if n, ok := keys.delta(k, c.body.h); ok {
			c.row = min(max(c.row+n, 0), max(len(c.rows)-1, 0))
		}
	}
	c.lay()
	return nil
}

// onClick moves the cursor to the cell that was clicked, or opens it if it is there.
func (c *raciPage) onClick(m tea.Mouse) tea.Cmd {
	if m.Button != tea.MouseLeft {
		return nil
	}
	column, onColumn := c.room.columnAt(m.X)
	y := m.Y - c.room.head
	if y < 0 {
		if onColumn {
			c.column = column
			c.lay()
		}
		return nil
	}
	if y >= c.body.h {
		return nil
	}
	for i, s := range c.span {
		if s.from > y+c.body.top || y+c.body.top > s.to {
			continue
		}
		if i == c.row && onColumn && column == c.column {
			return c.choose()
		}
		c.row = i
		if onColumn {
			c.column = column
		}
	}
	c.lay()
	return nil
}

// lay applies the filters, brings the cursor into sight and writes the rows anew.
func (c *raciPage) lay() {
	m := c.matrix()
	if !slices.Equal(c.last, c.follows.edits) {
		c.past, c.last = nil, c.follows.edits // somebody else changed it meanwhile
	}
	if !c.seen {
		c.seen, c.column = true, c.seat()
	}
	c.rows = c.only.rows(c.follows, m)
	c.row = min(max(c.row, 0), max(len(c.rows)-1, 0))
	c.column = min(max(c.column, 0), max(len(m.Columns)-1, 0))
	c.room = c.shareOut()
	c.left = c.room.from
	c.write()
}

// seat is the column of the first seat that the advice is about: people look for it.
func (c *raciPage) seat() int {
	for _, p := range c.follows.set.Posts {
		if i := slices.Index(c.matrix().Columns, p.Role); p.Leads && i >= 0 {
			return i
		}
	}
	return 0
}
