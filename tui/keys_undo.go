package tui

// One key takes back what was done last, on every page where that can be. It is not u,
// which on a question answers that one is not sure, and not ctrl+z, which puts remit aside.
const keyUndo = "z"

// takesItBack is the hint behind what was just done.
const takesItBack = keyUndo + " takes it back."

// bindUndo makes the binding; says tells what it takes back on this page.
func bindUndo(says string) binding { return bind(keyUndo, keyUndo, "undo", says) }
