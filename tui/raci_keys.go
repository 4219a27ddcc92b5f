package tui

// raciKeys are the keys of the matrix.
type raciKeys struct {
	moveKeys
	left, right, edit      binding
	role, group, find, all binding
	undo, reset, evidence  binding
	accept, clear, erase   binding
	typingUp, typingDown   binding
}

func newRACIKeys() raciKeys {
	m := newMoveKeys()
	m.up = bind("up k", glyphUp+glyphDown+glyphLeft+glyphRight, "move", "To the row above (also k)")
	m.down.says = "To the row below (also j)"
	m.top, m.bottom = bind("home", "home", "", "To the first row"), bind("end G", "end", "", "To the last row (also G)")
	return raciKeys{
		moveKeys:   m,
		left:       bind("left h", glyphLeft, "", "To the role on the left (also h)"),
		right:      bind("right l", glyphRight, "", "To the role on the right (also l)"),
		edit:       bind("enter", "enter", "edit", "Tell all about the cell under the cursor, and choose another letter"),
		role:       bind("r", "r", "role", "Only the rows in which the role under the cursor has a part, or all again"),
		group:      bind("g", "g", "topic", "Only the rows of one topic, the next one each time, or all again"),
		find:       bind("/", "/", "find", "Only the rows that have the words you type"),
		all:        bind("a esc", "a", "all rows", "Show all rows again (also esc)"),
		undo:       bindUndo("Take back the letter that was chosen last"),
		reset:      bind("R", "R", "", "Take back all letters that were chosen by hand; asks first"),
		evidence:   bind("e", "e", "sources", "Show or hide what a row rests on"),
		accept:     bind("enter", "enter", "show", "Show the rows that are found"),
		clear:      bind("esc", "esc", "all rows", "Search for nothing: show all rows"),
		erase:      bind("backspace", "", "", "Take the last letter of the search away"),
		typingUp:   bind("up", glyphUp, "", "To the row above"),
		typingDown: bind("down", glyphDown, "", "To the row below"),
	}
}

// Keys gives what the keys do now.
func (c *raciPage) Keys() []binding {
	k := c.keys
	if c.typing {
		return []binding{k.accept, k.clear, k.erase, k.typingUp, k.typingDown}
	}
	some := len(c.rows) > 0
	if c.only.role != "" {
		k.role = k.role.as("r", "all roles")
	}
	edits := len(c.follows.edits) > 0 || len(c.past) > 0
	return []binding{k.edit.when(some), k.up, k.all.when(c.only.on()), k.undo.when(edits), k.role.when(some || c.only.role != ""), k.find, k.group, k.evidence,
		k.reset.when(len(c.follows.edits) > 0), k.down, k.left, k.right, k.pageUp, k.pageDown, k.top, k.bottom}
}
