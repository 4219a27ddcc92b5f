package cli

import (
	"bytes"
	"context"
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
}

// intoFolder writes each report into a file of its own.
func (j *reportJob) intoFolder(ctx context.Context, out output) error {
	l, err := openLedger(out)
	if err != nil {
		return err
	}
	defer l.close()
	f := &reportFolder{j: j, shelf: newShelf(out), ledger: l}
	if err := f.refuseTwice(); err != nil {
		return err
	}
	err = j.run(ctx, f.put)
	if err == nil && len(l.of) > 0 {
		err = l.finish(j.a)
	}
	if err != nil {
		return j.stopped(ctx, err, true)
	}
	f.tell()
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
		What: fmt.Sprintf("write into %q: of %s %d stand there already", f.shelf.dir.file, counted(len(f.j.ids), "report"), there),
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
	ours, theirs := f.ledger.files(of)
	fill := func(w io.Writer) error { return f.j.line(w)(d) }
	note := func(name string) error { return f.ledger.note(filed{of, name, sum}) }
	name := ""
	if i := slices.IndexFunc(ours, func(name string) bool { return isNamed(name, d.slug, kind, ext) }); i >= 0 {
		name = ours[i]
		err = note(name)
		if err == nil {
			err = output{file: inside(f.shelf.dir.file, name), force: true}.write(f.j.a, fill)
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
	const most = 10
	if more := len(f.changed) - most; more > 0 {
		f.changed = append(f.changed[:most], fmt.Sprintf("and %d more", more))
	}
	if len(f.changed) > 0 {
		a.warn("left as it is, because somebody has changed it since: " + strings.Join(f.changed, ", "))
	}
}
