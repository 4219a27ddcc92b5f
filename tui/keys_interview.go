package tui

// askKeys are the keys of the interview. The screen takes digits, letters and
// backspace as input, so that back and help are its own and not the root's.
type askKeys struct {
	moveKeys
	say, prev, next      binding
	unsure, na, later    binding
	note, evidence       binding
	jump, review, result binding
	clear, undo          binding
	retry, help, leaving binding
}

func newAskKeys() askKeys {
	m := newMoveKeys()
	m.top = bind("home", "home", "", "To the first choice")
	m.bottom = bind("end", "end", "", "To the last choice")
	return askKeys{
		moveKeys: m,
		say:      bind("enter space", "enter", "answer", "Give the answer under the cursor, save it and go on (also space; a digit picks at once)"),
		prev:     bind("left b backspace shift+tab", glyphLeft, "previous", "The question before (also b and backspace); its answer stays"),
		next:     bind("right tab", "tab", "next", "The next question; this one stays as it is (also "+glyphRight+")"),
		unsure:   bind("u", "u", "", "Answer: we are not sure"),
		na:       bind("x", "x", "", "Answer: it does not apply to us"),
		later:    bind("l", "l", "", "Answer: to be found out later"),
		note:     bind("n", "n", "note", "Write a note beside the answer"),
		evidence: bind("e", "e", "examples", "Show or hide help, examples, and the rules and sources that read this answer"),
		jump:     bind("g /", "g", "jump", "Go to any question; type to search (also /)"),
		review:   bind("v", "v", "review", "See all answers on one page"),
		result:   bind("r", "r", "result", "See the result as it stands"),
		clear:    bind("delete d", "d", "", "Take the answer back (also delete)"),
		undo:     bindUndo("Undo: the answer given last is again what it was, and its question is open"),
		retry:    bind("r", "r", "save again", "Save again what could not be saved"),
		help:     bind("? f1", "?", "keys", "Show all keys of this screen"),
		leaving:  bind("esc", "esc", "leave", "Leave the interview; it can be resumed at this question"),
	}
}

// helpWhileTyping is the key for help where a question mark is text.
func helpWhileTyping() binding { return bind("f1", "f1", "keys", "Show all keys of this place") }

// jumpKeys are the keys of the jump list; everything printable is searched for.
type jumpKeys struct {
	up, down, pageUp, pageDown, open, erase, clear, close, help binding
}

func newJumpKeys() jumpKeys {
	return jumpKeys{
		up:       bind("up ctrl+p", glyphUp, "", "Up"),
		down:     bind("down ctrl+n", glyphDown, "", "Down"),
		pageUp:   bind("pgup", "pgup", "", "A page up"),
		pageDown: bind("pgdown", "pgdn", "", "A page down"),
		open:     bind("enter", "enter", "open", "Open the question under the cursor"),
		erase:    bind("backspace", "", "", "Take the last letter of the search away"),
		clear:    bind("ctrl+u", "ctrl+u", "", "Search for nothing: show all questions"),
		close:    bind("esc left", "esc", "close", "Back to the question"),
		help:     helpWhileTyping(),
	}
}

// noteKeys are the keys of the note editor; the rest is text.
type noteKeys struct{ save, line, close, help binding }

func newNoteKeys() noteKeys {
	return noteKeys{
		save:  bind("enter ctrl+s", "enter", "save", "Save the note (also ctrl+s)"),
		line:  bind("alt+enter shift+enter ctrl+j", "alt+enter", "new line", "Start a new line (also ctrl+j)"),
		close: bind("esc", "esc", "close", "Back to the question; what is written waits until n opens it again"),
		help:  helpWhileTyping(),
	}
}

// reviewKeys are the keys of the page with all answers.
type reviewKeys struct {
	moveKeys
	open, result, undo binding
}

func newReviewKeys() reviewKeys {
	return reviewKeys{
		moveKeys: newMoveKeys(),
		open:     bind("enter space right", "enter", "change", "Open the question under the cursor, to answer or change it"),
		result:   bind("r v", "r", "result", "See the result (also v)"),
		undo:     bindUndo("Take back the answer that you have just given"),
	}
}

// verdictKeys are the keys of the result.
type verdictKeys struct {
	moveKeys
	prev, next, tab, open    binding
	evidence, review, resume binding
	suppose, export, roles   binding
	costs, undo, reset       binding
	settle                   binding
}

func newVerdictKeys() verdictKeys {
	m := newMoveKeys()
	m.up.says = "Scroll up (also k); where there is a cursor, to the line above"
	m.down.says = "Scroll down (also j); where there is a cursor, to the line below"
	return verdictKeys{
		moveKeys: m,
		next:     bind("right tab", glyphLeft+glyphRight, "page", "The next page (also tab)"),
		prev:     bind("left shift+tab", glyphLeft, "", "The page before (also shift+tab)"),
		tab:      bind("1 2 3 4 5 6 7 8 9 0", "1-0", "", "One of the pages by its number; 0 is the tenth"),
		open:     bind("enter", "enter", "answer", "Answer the open question under the cursor"),
		evidence: bind("e", "e", "evidence", "Show or hide how well each rule is founded, and its sources"),
		review:   bind("v", "v", "answers", "All answers, to change them"),
		resume:   bind("i", "i", "interview", "Back into the interview"),
		suppose:  bind("w", "w", "what if", "Try other answers and see what follows; nothing is saved"),
		export:   bind("x", "x", "export", "Write the report to a file, in a format of your choice"),
		costs:    bind("c", "c", "own costs", "Put your own figures beside the published costs: what a seat costs you, or was quoted"),
		undo:     bindUndo("Take back the last change of your own costs"),
		settle:   bind("s", "s", "settle", "Answer what was left open, the question first that matters most"),
		reset:    bind("R", "R", "", "Take all your own costs back; asks first"),
		roles:    bind("o", "o", "", "Look up roles: what a CIO, a CTO, an IT Director and the others do"),
	}
}
