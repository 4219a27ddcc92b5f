package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"remit/model"
	"remit/report"
)

// remit report --all writes the reports of many sessions: as JSON one a line, else each
// into a file of its own. The sessions are listed once, for their ids; each is then read
// when its turn comes, so that memory does not grow with the store and no session is
// missed or told twice because somebody works on the store meanwhile.

// listedAtOnce is how many sessions are read under one lock of the store.
const listedAtOnce = 200

// reportAll is remit report --all. WORDS choose sessions as they do in sessions list.
func (a *app) reportAll(cmd *cobra.Command, o *reportOptions, words []string) error {
	f, err := o.chooseForAll(cmd, a)
	if err != nil {
		return err
	}
	if o.doc.out.inFolder() {
		if _, err := os.Stat(o.doc.out.file); err != nil {
			return o.doc.out.failed(err)
		}
	}
	keep, err := a.sessions()
	if err != nil {
		return err
	}
	engine, err := a.engineToLook()
	if err != nil {
		return err
	}
	text := model.Clean(strings.Join(words, " "))
	ids, err := idsOf(cmd.Context(), keep, text)
	if err == nil && len(ids) == 0 {
		err = noSessions(text)
	}
	if err != nil {
		return err
	}
	a.color = false // a line of JSON and a file are no terminal
	job := &reportJob{a: a, o: o, format: f, keep: keep, engine: engine, enc: report.NewEncoder(engine.Framework()), ids: ids}
	return job.write(cmd.Context())
}

// idsOf lists the sessions that are neither archived nor deleted, last changed first. A
// session that somebody changes while the pages are read moves to the first of them, so
// it looks again until nothing has moved; what it finds then comes last.
func idsOf(ctx context.Context, keep model.Sessions, text string) ([]string, error) {
	var ids []string
	known := map[string]bool{}
	for {
		before := len(ids)
		var newest model.Session
		q := model.Query{Text: text, Limit: listedAtOnce}
		for first := true; first || q.After != ""; first = false {
			page, err := keep.List(ctx, q)
			if err != nil {
				return nil, err
			}
			if first && len(page.Sessions) > 0 {
				newest = page.Sessions[0]
			}
			for i := range page.Sessions {
				if id := page.Sessions[i].ID; !known[id] {
					known[id] = true
					ids = append(ids, id)
				}
			}
			q.After = page.Cursor
		}
		now, err := keep.List(ctx, model.Query{Text: text, Limit: 1})
		if err != nil {
			return nil, err
		}
		still := len(now.Sessions) == 0 || now.Sessions[0].ID == newest.ID && now.Sessions[0].Seq == newest.Seq
		if still || len(ids) == before {
			return ids, nil
		}
	}
}

// noSessions is the error where there is nothing to report on.
func noSessions(text string) error {
	e := &model.Error{Kind: model.KindNotFound, What: "there is no session to report on", Lost: "Nothing was written.",
		Cure: "To start one: remit interview. Archived and deleted sessions are left out."}
	if !blank(text) {
		e.What = "no session matches " + inQuotes(model.Cut(text, 80)) + " in its name, its client or who is asked"
		e.Cure = "remit sessions list shows all of them. Archived and deleted sessions are left out."
	}
	return e
}

// chooseForAll gives the format for many reports: JSON where they go into one stream,
// and any where each gets a file of its own.
func (o *reportOptions) chooseForAll(cmd *cobra.Command, a *app) (format, error) {
	out, said := o.doc.out, o.doc.format
	formats := a.reportFormats(&o.cut, nil)
	if out.inFolder() {
		f, err := out.formatOf(cmd, said, "markdown", formats)
		if err == nil {
			err = o.fits(cmd, f)
		}
		return f, err
	}
	ext := strings.ToLower(filepath.Ext(out.file))
	if lines := ext == ".json" || ext == ".ndjson" || ext == ".jsonl"; said == "" && out.toFile() && lines {
		said = "json"
	}
	f, err := out.formatOf(cmd, said, "markdown", formats)
	switch {
	case said == "" && !out.toFile():
		err = misused(cmd, "One report a line: --format json. A file of each: -o reports/ with any format, where reports/ is a directory that is there.",
			"--all: it is not said how to write many reports")
	case err == nil && f.name != "json":
		err = misused(cmd, "Each report gets a file of its own: name a directory that is there, such as -o reports/",
			"--all: only JSON puts many reports one behind the other, not %s", f.name)
	case err == nil:
		err = o.fits(cmd, f)
	}
	return f, err
}

// write runs the job and says what came of it.
func (j *reportJob) write(ctx context.Context) error {
	out := j.o.doc.out
	switch {
	case out.inFolder():
		return j.intoFolder(ctx, out)
	case out.toFile():
		return j.intoFile(ctx, out)
	}
	err := j.run(ctx, j.line(j.a.out))
	if j.a.out.fault() != nil {
		return nil // exit tells
	}
	return cmp.Or(j.stopped(ctx, err, true), j.tally.err(j.a))
}

// intoFile writes all reports into one file. Without all of them there is no file.
func (j *reportJob) intoFile(ctx context.Context, out output) error {
	var ended error
	err := out.write(j.a, func(w io.Writer) error {
		to := &writer{to: w}
		err := j.run(ctx, j.line(to))
		if to.fault() == nil {
			ended = err
		}
		return err
	})
	if err = cmp.Or(j.stopped(ctx, ended, false), err); err != nil {
		return err
	}
	j.a.kept = "The document " + inQuotes(out.file) + " is written."
	j.a.report("Written: %s", out.file)
	return j.tally.err(j.a)
}

// line hands reports on as they are, one a line.
func (j *reportJob) line(w io.Writer) func(*draft) error {
	return func(d *draft) error {
		_, err := w.Write(d.doc.Bytes())
		return err
	}
}

// stopped is the error for a run that did not come to its end, nil if it did. kept says
// that what was written until then stays.
func (j *reportJob) stopped(ctx context.Context, err error, kept bool) error {
	if _, bug := errors.AsType[*model.Panic](err); bug || err == nil {
		return err
	}
	e := &model.Error{Kind: model.KindOf(err), What: "stopped before the first of " + counted(len(j.ids), "report"), Lost: "Nothing was written."}
	if n := j.tally.good; n > 0 {
		e.What = fmt.Sprintf("stopped after %d of %s", n, counted(len(j.ids), "report"))
		if n == len(j.ids) {
			e.What = "stopped after the last of " + counted(n, "report")
		}
		if kept {
			e.Lost = "What is written is whole."
		}
	}
	if ctx.Err() != nil {
		e.Kind, e.Err = model.KindIO, context.Cause(ctx)
		return e
	}
	return errors.Join(err, e)
}
