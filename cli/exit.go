package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"syscall"

	"remit/model"
)

// How remit complains. One line "remit: what failed: cause", lower case, without
// a full stop; below it, indented, whether anything is lost and what to do next,
// as sentences. All of it goes to standard error and nothing of it carries
// control characters. This file is the only place that prints errors.

// code is one line of the table of exit codes.
type code struct {
	Number int
	Means  string
	kinds  []model.Kind
}

// codes is the table; remit help exit-codes prints it.
func codes() []code {
	return []code{
		{0, "done", nil},
		{1, "a bug in remit, caught", []model.Kind{model.KindBug}},
		{2, "wrong usage", []model.Kind{model.KindUsage}},
		{3, "finished, but some lines of a batch were rejected, or some sessions were left out", []model.Kind{model.KindPartial}},
		{4, "a framework has faults or breaks a law", []model.Kind{model.KindLaw}},
		{65, "input or store is invalid or damaged, or input ended too early", []model.Kind{model.KindInvalid, model.KindEndOfInput}},
		{66, "input, session, role or topic not found", []model.Kind{model.KindNotFound}},
		{73, "output exists or cannot be created", []model.Kind{model.KindExists}},
		{74, "disk full, or reading or writing failed", []model.Kind{model.KindIO}},
		{75, "store is in use by another program", []model.Kind{model.KindBusy}},
		{77, "permission denied", []model.Kind{model.KindPermission}},
		{78, "made by a newer remit", []model.Kind{model.KindNewer}},
		{129, "ended by signal HUP: the terminal went away", nil},
		{130, "ended by signal INT: interrupted", nil},
		{131, "ended by signal QUIT", nil},
		{141, "ended by signal PIPE: nobody reads the output any more", nil},
		{143, "ended by signal TERM: told to stop", nil},
	}
}

const (
	codeBug    = 1
	codeSignal = 128 // plus the number of the signal
)

// codeOf gives the exit code for a kind of error.
func codeOf(k model.Kind) int {
	for _, c := range codes() {
		for _, kind := range c.kinds {
			if kind == k {
				return c.Number
			}
		}
	}
	return codeBug
}

// exit turns the end of a command into words and an exit code.
func (a *app) exit(ctx context.Context, err error) int {
	for _, cause := range []error{context.Cause(ctx), err} {
		if s, ok := errors.AsType[interrupted](cause); ok {
			return a.stopped(s.signal, err)
		}
	}
	if failed := a.out.fault(); errors.Is(failed, syscall.EPIPE) {
		return codeSignal + int(syscall.SIGPIPE) // who closed the pipe has seen enough
	} else if failed != nil {
		err = a.unheard(failed)
	}
	if err == nil {
		return 0
	}
	for _, e := range parts(err) {
		if p, ok := errors.AsType[*model.Panic](e); ok {
			e = a.crashed(p.Thrown, p.Stack)
		}
		complain(a.err, e)
	}
	return codeOf(model.KindOf(err))
}

// parts gives the errors that were joined, each of which has its own cure.
func parts(err error) []error {
	joined, ok := err.(interface{ Unwrap() []error })
	if _, one := err.(model.Faults); !ok || one {
		return []error{err}
	}
	return joined.Unwrap()
}

// unheard is the error for output that could not be written. What was saved before
// stays saved: whoever runs the command again would have it twice.
func (a *app) unheard(failed error) error {
	e := &model.Error{Kind: model.KindIO, What: "write the output", Err: bare(failed),
		Cure: "Check that the disk has room, then run the command again."}
	if a.kept != "" {
		e.Lost = "Only the output is lost. " + a.kept
		e.Cure = "Check that the disk has room. Do not run the command again: what it had to do is done."
	}
	return e
}

// stopped is the end by a signal: quiet, for whoever sent it knows, but a command
// that has something to say about it (what is kept, how to resume) may say it.
func (a *app) stopped(s syscall.Signal, err error) int {
	if e, ok := errors.AsType[*model.Error](err); ok {
		complain(a.err, e)
	}
	if s == syscall.SIGQUIT {
		a.dump()
	}
	return codeSignal + int(s)
}

// complain prints an error for a person.
func complain(w io.Writer, err error) {
	if faults, ok := errors.AsType[model.Faults](err); ok {
		for _, f := range saidOnce(faults) {
			complainOne(w, f.Error(), f)
		}
		return
	}
	e, _ := errors.AsType[*model.Error](err)
	complainOne(w, err.Error(), e)
}

// saidOnce leaves what stands below several faults alike, such as the way to mend them,
// below the last of them.
func saidOnce(faults model.Faults) model.Faults {
	lost, cures := map[string]bool{}, map[string]bool{}
	once := func(text *string, said map[string]bool) {
		if said[*text] {
			*text = ""
			return
		}
		said[*text] = true
	}
	short := make(model.Faults, len(faults))
	for i := len(faults) - 1; i >= 0; i-- {
		f := *faults[i]
		once(&f.Lost, lost)
		once(&f.Cure, cures)
		short[i] = &f
	}
	return short
}

func complainOne(w io.Writer, headline string, e *model.Error) {
	fmt.Fprintf(w, "remit: %s\n", indented(headline))
	if e == nil {
		return
	}
	for _, line := range []string{e.Lost, e.Cure} {
		if line != "" {
			fmt.Fprintf(w, "  %s\n", indented(line))
		}
	}
}

// indented cleans text and keeps its further lines under the first.
func indented(s string) string {
	return strings.ReplaceAll(strings.TrimSpace(model.CleanLines(s)), "\n", "\n  ")
}
