package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"remit/model"
)

// reportFolder is a directory that gets a report of each session. What stands there is
// passed over. With force a report takes the place of the one that an earlier run has
// written of the same session, as long as that is as remit left it.
type reportFolder struct {
	j        *reportJob
	shelf    *shelf
	ledger   *ledger
	replaced int      // reports that took the place of earlier ones
	changed  []string // earlier ones that stay, because they are not as remit left them
	locked   []string // earlier ones that stay, because they may not be changed
	closed   int      // earlier ones that others could open, and cannot any more
}

// intoFolder writes each report into a file of its own.
func (j *reportJob) intoFolder(ctx context.Context, out output) error {
	l, err := openLedger(out)
	if err != nil {
		return err
	}
	defer l.close()
	if l.odd > 0 {
		j.a.warn(fmt.Sprintf("the list of the reports in %s is damaged: %s of it can be no report, and what only that names stays as it is",
			out.file, count(l.odd, "entry", "entries")))
	}
	f := &reportFolder{j: j, shelf: newShelf(out), ledger: l}
	if err := f.refuseTwice(); err != nil {
		return err
	}
	err = j.run(ctx, f.put)
	f.tell() // whatever the end: what was replaced or left is so
	if err != nil {
		return j.stopped(ctx, err, true)
	}
	if len(l.of) > 0 {
		if err := l.finish(j.a); err != nil {
			return errors.Join(err, &model.Error{Kind: model.KindOf(err), What: "put the list of the reports in order",
				Lost: "The reports are written and whole, and the list knows them."})
		}
	}
	return j.tally.err(j.a)
}

// of identifies the report of a session that is written here.
func (f *reportFolder) of(session string) string {
	return reportOf(session, f.j.o.kind(), f.j.format.ext, f.j.o.doc.anonymous)
}

// refuseTwice is the error where reports of these sessions stand here already, from an
// earlier run, and nobody said that they may be replaced: a second set beside the first
// would leave people to guess which is the newer one.
func (f *reportFolder) refuseTwice() error {
	if f.shelf.dir.force {
		return nil
	}
	there := 0
	for _, id := range f.j.ids {
		if f.ledger.there(f.of(id)) {
			there++
		}
	}
	if there == 0 {
		return nil
	}
	return &model.Error{Kind: model.KindExists,
		What: fmt.Sprintf("write into %q: of %s %s there already", f.shelf.dir.file, counted(len(f.j.ids), "report"), count(there, "stands", "stand")),
		Lost: "They were left as they are, and nothing was written.",
		Cure: "With --force new reports take their place; what others made or changed there stays. Or name another directory."}
}

// put writes the report of a session and takes away the one that it replaces.
func (f *reportFolder) put(d *draft) error {
	kind, ext := f.j.o.kind(), f.j.format.ext
	sum, err := sumOf(bytes.NewReader(d.doc.Bytes()))
	if err != nil {
		return err
	}
	of := f.of(d.id)
	ours, theirs, locked := f.ledger.files(of)
	fill := func(w io.Writer) error { return f.j.line(w)(d) }
	note := func(name string) error { return f.ledger.note(filed{of, name, sum}) }
	name := ""
	if i := slices.IndexFunc(ours, func(name string) bool { return isNamed(name, d.slug, kind, ext) }); i >= 0 {
		name = ours[i]
		err = note(name)
		if err == nil {
			err = output{file: inside(f.shelf.dir.file, name), force: true, closed: func() { f.closed++ }}.write(f.j.a, fill)
		}
	} else {
		name, err = f.shelf.put(f.j.a, d.slug, kind, ext, note, fill)
	}
	if err != nil {
		return err
	}
	for _, old := range ours {
		if old != name {
			_ = f.ledger.dir.Remove(old) // else it stays, and is theirs from now on
		}
	}
	f.ledger.settle(of)
	if len(ours) > 0 {
		f.replaced++
	}
	f.changed = append(f.changed, theirs...)
	f.locked = append(f.locked, locked...)
	return nil
}

// tell says what was written and what was left.
func (f *reportFolder) tell() {
	a, n := f.j.a, f.j.tally.good
	if n == 0 {
		return
	}
	a.kept = fmt.Sprintf("%s of %d sessions are in %s.", counted(n, "report"), len(f.j.ids), inQuotes(f.shelf.dir.file))
	place := ""
	if f.replaced > 0 {
		place = fmt.Sprintf(", %d in the place of earlier ones", f.replaced)
	}
	a.report("Written: %s in %s%s", counted(n, "report"), f.shelf.dir.file, place)
	if f.closed > 0 {
		a.warn(fmt.Sprintf("others could open %d of the earlier reports; now only their owner can, see chmod", f.closed))
	}
	f.tellLeft("somebody has changed it since", f.changed)
	f.tellLeft("it is protected against changes", f.locked)
}

// tellLeft says which earlier reports stay, and why.
func (f *reportFolder) tellLeft(why string, files []string) {
	const most = 10
	if more := len(files) - most; more > 0 {
		files = append(slices.Clone(files[:most]), fmt.Sprintf("and %d more", more))
	}
	if len(files) > 0 {
		f.j.a.warn("left as it is, because " + why + ": " + strings.Join(files, ", "))
	}
}
