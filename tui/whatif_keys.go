package tui

// whatIfKeys are the keys of the screen What if. Its k keeps, as the letter says, so
// the cursor moves by arrows only; k asks before it does anything, for those whose
// fingers know k as up.
type whatIfKeys struct {
	moveKeys
	less, more, reset, resetAll, keep, page, across, along, leave binding
	aside, compare, enter                                         binding
	side                                                          sideKeys
}

func newWhatIfKeys() whatIfKeys {
	m := newMoveKeys()
	m.up = bind("up", glyphUp+glyphDown, "question", "To the question above")
	m.down = bind("down", glyphDown, "", "To the question below")
	return whatIfKeys{
		moveKeys: m,
		more:     bind("right l", glyphLeft+glyphRight, "change", "Suppose the next answer to the question under the cursor (also l)"),
		less:     bind("left h", glyphLeft, "", "Suppose the answer before it (also h); the first is no answer"),
		page:     bind("m", "m", "map", "Show the map and what else follows on a page of its own, or the list again"),
		keep:     bind("k", "k", "keep", "Keep all answers as they are here as a session of their own"),
		reset:    bind("backspace", "backspace", "", "Put the answer under the cursor back to what the session has"),
		resetAll: bind("R", "R", "put back", "Put all answers back"),
		across:   bind("x", "x", "", "Draw the map with the question under the cursor across"),
		along:    bind("y", "y", "", "Draw the map with the question under the cursor down"),
		aside:    bind("s", "s", "set aside", "Set these answers aside as a variant, and go on changing"),
		compare:  bind("c", "c", "compare", "Put the session and up to three variants side by side"),
		side:     newSideKeys(),
		enter:    bind("enter space", "enter", "", "Says which keys change the answer (also space)"),
		leave:    bind("esc", "esc", "", "Go back; changes that are not kept are thrown away after a question"),
	}
}

// Keys gives what can be done now.
func (v *whatIfScreen) Keys() []binding {
	if v.comparing {
		return v.sideKeys()
	}
	k := v.keys
	changed := len(v.suppose.changes(v.order)) > 0
	if v.mapped {
		k.page = k.page.as("m", "list")
		k.pageDown = k.pageDown.as("pgdn", "scroll").when(v.page.over())
		k.pageUp = k.pageUp.when(v.page.over())
	}
	if len(v.variants()) < 2 {
		k.compare = k.compare.as("c", "") // there is nothing beside the session yet
	}
	return []binding{k.more, k.page, k.aside.when(v.loose()), k.compare, k.keep.when(changed && !v.isKept(v.suppose.now)), k.resetAll.when(changed), k.pageDown, k.up,
		k.less, k.reset, k.across, k.along, k.down, k.pageUp, k.top, k.bottom, k.enter, k.leave}
}
