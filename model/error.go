package model

import (
	"errors"
	"strings"
)

// Kind sorts errors by what a caller can do about them. The command line turns
// each into one exit code.
type Kind uint8

// The kinds of error.
const (
	KindBug        Kind = iota // a fault of remit itself; also every error that is not an *Error
	KindUsage                  // the command was called wrongly
	KindPartial                // finished, but some lines of a batch were rejected, or some sessions were left out
	KindLaw                    // a framework breaks a law or has faults
	KindInvalid                // input or store is not valid, or damaged
	KindNotFound               // input, session or role does not exist
	KindExists                 // the output exists already or cannot be created
	KindIO                     // the disk is full or failed
	KindBusy                   // store or port is in use by somebody else
	KindPermission             // not allowed to read or write it
	KindNewer                  // made by a newer remit
	KindEndOfInput             // input ended before the work was done; what was said is kept
)

// Error is an error for a person to read: what failed, where, why, whether
// anything is lost, and what to do next. What is lower case without a full stop;
// Cure is a sentence.
type Error struct {
	Kind  Kind
	What  string // what failed, naming the thing: `open session "acme"`
	Where string // file, line and column, or the place in the input; may be empty
	Lost  string // what is lost, or that nothing is; may be empty
	Cure  string // what to do next; may be empty
	Err   error  // the cause; may be nil
}

// Error joins place, what and cause on one line, without the cure.
func (e *Error) Error() string {
	var b strings.Builder
	if e.Where != "" {
		b.WriteString(e.Where)
		b.WriteString(": ")
	}
	b.WriteString(e.What)
	if e.Err != nil {
		if e.What != "" {
			b.WriteString(": ")
		}
		b.WriteString(e.Err.Error())
	}
	return b.String()
}

// Unwrap gives the cause.
func (e *Error) Unwrap() error { return e.Err }

// KindOf gives the kind of the outermost *Error in the chain, KindBug if there is
// none.
func KindOf(err error) Kind {
	if e, ok := errors.AsType[*Error](err); ok {
		return e.Kind
	}
	return KindBug
}

// Faults is a list of errors found in one go, for a reader who wants to mend all
// of them at once.
type Faults []*Error

// Error gives one line a fault.
func (f Faults) Error() string {
	lines := make([]string, len(f))
	for i, e := range f {
		lines[i] = e.Error()
		if e.Cure != "" {
			lines[i] += " (" + e.Cure + ")"
		}
	}
	return strings.Join(lines, "\n")
}

// Unwrap lets errors.As and errors.Is look into the list.
func (f Faults) Unwrap() []error {
	errs := make([]error, len(f))
	for i, e := range f {
		errs[i] = e
	}
	return errs
}
