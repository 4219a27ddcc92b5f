package model

import "fmt"

// Panic is a fault of remit itself that was caught where it happened, with the
// stack of that moment for whoever mends it.
type Panic struct {
	Thrown any
	Stack  []byte
}

// Error gives what was thrown, without the stack.
func (p *Panic) Error() string { return Clean(fmt.Sprint(p.Thrown)) }
