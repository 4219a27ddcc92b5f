package cli

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"strconv"

	"github.com/spf13/cobra"

	"remit/model"
	"remit/report"
)

// toldLines is how many bad lines are told on standard error; all of them stand
// in the output.
const toldLines = 20

// batch is remit advise --batch: one line of advice for each line of answers.
func (a *app) batch(cmd *cobra.Command, file string, flips int) error {
	engine, err := a.engine()
	if err != nil {
		return err
	}
	name, r, err := a.openInput(cmd, file)
	if err != nil {
		return err
	}
	defer r.Close()
	in := a.in
	if name != stdinName {
		in = bufio.NewReaderSize(r, 64<<10)
	}
	job := &batchJob{engine: engine, enc: report.NewEncoder(engine.Framework()), flips: flips}
	tally := batchTally{name: name}
	err = job.run(cmd.Context(), in, func(c *chunk) error {
		tally.add(c)
		_, err := a.out.Write(c.out)
		return err
	})
	if p, ok := errors.AsType[*model.Panic](err); ok {
		return p
	}
	switch {
	case a.out.failed != nil:
		return nil // exit tells
	case err != nil && cmd.Context().Err() != nil:
		return context.Cause(cmd.Context())
	case err != nil:
		return unreadable(name, err)
	}
	return tally.err()
}

// batchTally counts what became of the lines.
type batchTally struct {
	name      string
	good, bad int
	told      model.Faults
}

func (t *batchTally) add(c *chunk) {
	t.good += c.good
	t.bad += len(c.bad)
	for _, b := range c.bad[:min(len(c.bad), toldLines-len(t.told))] {
		t.told = append(t.told, &model.Error{Where: t.name + ":" + strconv.Itoa(b.number), What: model.Cut(b.what, 500)})
	}
}

// err is nil if every line was good; else it tells the first bad ones and how
// many there are.
func (t *batchTally) err() error {
	if t.bad == 0 {
		return nil
	}
	kind, lost := model.KindPartial, "The other lines were answered."
	if t.good == 0 {
		kind, lost = model.KindInvalid, "No line was answered."
	}
	for _, e := range t.told {
		e.Kind = kind
	}
	what := fmt.Sprintf("%d of %d lines were rejected", t.bad, t.bad+t.good)
	if t.bad > toldLines {
		what += fmt.Sprintf("; these are the first %d", toldLines)
	}
	return append(t.told, &model.Error{Kind: kind, What: what, Lost: lost,
		Cure: "Each stands in the output as {\"line\": ..., \"error\": ...} in its place."})
}
