package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"

	"remit/advisor"
	"remit/model"
	"remit/report"
)

// reportJob is the reports of many sessions on their way.
type reportJob struct {
	a      *app
	o      *reportOptions
	format format
	keep   model.Sessions
	engine *advisor.Engine
	enc    *report.Encoder
	ids    []string
	tally  reportTally
}

// draft is a session that becomes a report.
type draft struct {
	id    string
	there bool   // false for a session that is gone by now
	name  string // what a person calls the session
	slug  string // the beginning of a file's name
	doc   bytes.Buffer
	notes []string // what is to be known about the session and its report
	fault error    // why there is no report of it
	store error    // why it could not be read
}

func (d *draft) reset(id string) {
	doc := d.doc
	if doc.Reset(); doc.Cap() > keptBytes {
		doc = bytes.Buffer{}
	}
	*d = draft{id: id, doc: doc}
}

// run puts the reports together on all cores and hands them to write in the order of
// the sessions. A session that no report can be made of is told, and the others go on;
// when the store cannot be read or a report cannot be written, the run ends.
func (j *reportJob) run(ctx context.Context, write func(*draft) error) error {
	bar := &bar{quit: func() {}}
	if j.o.doc.out.toFile() || !j.a.env.OutTerminal { // else the lines themselves show how far it is
		bar = j.a.newBar("reports")
	}
	defer bar.stop()
	begun, ended := 0, 0
	fill := func(d *draft) error {
		d.reset(j.ids[begun])
		if begun++; begun == len(j.ids) {
			return io.EOF
		}
		return nil
	}
	return inOrder(ctx, fill, func() func(*draft) { return j.worker(ctx) }, func(d *draft) error {
		ended++
		bar.set(float64(ended) / float64(len(j.ids)))
		switch {
		case d.store != nil:
			return d.store
		case !d.there:
			return nil
		}
		if d.fault == nil {
			if err := write(d); err != nil {
				return err
			}
		}
		j.tally.add(j.a, d)
		return nil
	})
}

// worker makes reports on one core.
func (j *reportJob) worker(ctx context.Context) func(*draft) {
	var at *draft
	formats := j.a.reportFormats(&j.o.cut, func(warning string) { at.notes = append(at.notes, warning) })
	write := formats[slices.IndexFunc(formats, func(f format) bool { return f.name == j.format.name })].write
	if j.format.name == "json" && !j.o.doc.out.inFolder() {
		write = j.oneLine
	}
	same := map[model.Ref]bool{} // of each framework, whether it says what the present one says
	return func(d *draft) {
		at = d
		s, err := j.keep.Get(ctx, d.id)
		if err != nil || s.Deleted {
			if model.KindOf(err) != model.KindNotFound {
				d.store = err
			}
			return
		}
		d.there, d.name = true, s.Called()
		if _, known := same[s.Framework]; !known { // comparing two frameworks costs more than a report
			same[s.Framework] = sameRules(j.engine, s.Framework)
		}
		if !same[s.Framework] {
			d.notes = sinceThen(j.engine, s)
		}
		d.slug = j.o.doc.slug(&s)
		d.fault = j.compose(d, s, write)
	}
}

func (j *reportJob) compose(d *draft, s model.Session, write func(io.Writer, report.Report) error) error {
	f := j.engine.Framework()
	r := deliver(j.engine, subject{answers: f.Usable(s.Answers), session: &s})
	if j.o.doc.anonymous {
		r = anonymous(r)
	}
	return write(&d.doc, r)
}

// oneLine writes a report as a line of JSON.
func (j *reportJob) oneLine(w io.Writer, r report.Report) error {
	line := j.enc.AppendReport(nil, r)
	_, err := w.Write(append(line, '\n'))
	return err
}

// toldNotes is of how many sessions the notes are told in full: those on the framework
// are mostly the same for all.
const toldNotes = 3

// reportTally counts what became of the sessions, and tells on standard error what is to
// be known about each of the first.
type reportTally struct {
	good, bad, noted int
	told             model.Faults
}

func (t *reportTally) add(a *app, d *draft) {
	if len(d.notes) > 0 {
		if t.noted++; t.noted <= toldNotes {
			for _, note := range d.notes {
				a.warn("session " + inQuotes(d.name) + ": " + note)
			}
		}
	}
	if d.fault == nil {
		t.good++
		return
	}
	t.bad++
	if len(t.told) == toldLines {
		return
	}
	e := &model.Error{What: d.fault.Error()}
	if known, ok := errors.AsType[*model.Error](d.fault); ok {
		own := *known
		e = &own
	}
	e.Where, e.Lost = "session "+inQuotes(d.name), ""
	t.told = append(t.told, e)
}

// err is nil if every session got its report; else it tells the first that did not, and
// how many there are.
func (t *reportTally) err(a *app) error {
	if more := t.noted - toldNotes; more > 0 {
		a.warn(fmt.Sprintf("There is as much to be known about %s.", counted(more, "more session")))
	}
	if t.bad == 0 {
		return nil
	}
	kind, lost := model.KindPartial, "The other reports are written."
	if t.good == 0 {
		kind, lost = model.KindInvalid, "Nothing was written."
	}
	for _, e := range t.told {
		e.Kind = kind
	}
	what := fmt.Sprintf("of %s %d got no report", counted(t.bad+t.good, "session"), t.bad)
	if t.bad > toldLines {
		what += fmt.Sprintf("; these are the first %d", toldLines)
	}
	return append(t.told, &model.Error{Kind: kind, What: what, Lost: lost})
}
