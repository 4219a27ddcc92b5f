package cli

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"slices"
	"strings"

	"remit/model"
)

// Beside the reports that remit report --all writes into a directory stands a list of
// them: which file is the report of which session, with a checksum that tells whether
// somebody has changed it since. So --force can put a new report in the place of the old
// one and touch nothing that is not as remit left it. The list holds the names of the
// files that are there, which begin with those of the companies where a report is not
// anonymous; it holds no session, and no file that is gone.

// ledgerName is what the list is called.
const ledgerName = ".remit-reports"

// ledgerHead is the first line of a list, ledgerMark the part of it that never changes.
const (
	ledgerMark = `{"remit_reports":1,`
	ledgerHead = ledgerMark + `"what":"The reports here that remit report --all has written, so that --force replaces these and nothing else. Without this file it replaces nothing."}` + "\n"
)

// maxLedger bounds what is read of a list; one of a hundred thousand reports is smaller.
const maxLedger = 64 << 20

// filed is a report that was written, or was about to be.
type filed struct {
	Of   string `json:"of"`   // whose report it is, see reportOf
	File string `json:"file"` // in the directory of the list
	Sum  string `json:"sum"`  // of what was written
}

// ledger is the list of a directory while reports are written there. A report is listed
// before it is written, so a run that is killed leaves no report that is not listed.
type ledger struct {
	out  output // the directory
	dir  *os.Root
	to   *os.File
	of   map[string][]filed // oldest first
	odd  int                // entries that name what can be no report; they are not believed
	free func()
}

// reportOf identifies the report of a session, in a kind and a format, without telling
// which session that is.
func reportOf(session, kind, ext string, anonymous bool) string {
	sum := sha256.Sum256(fmt.Appendf(nil, "%s\n%s\n%s\n%t", session, kind, ext, anonymous))
	return hex.EncodeToString(sum[:16])
}

// openLedger opens the list of a directory, for one writer at a time, and makes one where
// there is none. It follows no link and touches nothing that is no such list.
func openLedger(out output) (*ledger, error) {
	l := &ledger{out: out, of: map[string][]filed{}, free: func() {}}
	err := l.open()
	if err == nil {
		err = l.read()
	}
	if err != nil {
		l.release()
		return nil, err
	}
	return l, nil
}

func (l *ledger) open() (err error) {
	if l.dir, err = openFolder(inside(l.out.file, "")); err != nil {
		return l.out.failed(err)
	}
	for range mostTries {
		if err := l.reach(); err != nil {
			return err
		}
		if ours, err := l.claim(); ours || err != nil {
			return err
		}
	}
	return l.busy()
}

// reach opens the list that stands there now.
func (l *ledger) reach() error {
	there, err := l.dir.Lstat(ledgerName)
	if err == nil && !there.Mode().IsRegular() {
		return l.unfit("it is " + typeWord(there.Mode()))
	}
	if err == nil && there.Mode()&0o200 == 0 {
		return l.unfit("it is the list of the reports there, and write-protected")
	}
	if l.to, err = l.dir.OpenFile(ledgerName, os.O_CREATE|os.O_RDWR|os.O_APPEND, private); err == nil {
		return nil
	}
	if there != nil && errors.Is(err, fs.ErrPermission) {
		return l.unfit("it is the list of the reports there, and you may not change it")
	}
	return l.out.failed(err)
}

// claim keeps others from the list. It is not ours if somebody who was done meanwhile has
// put another in its place, or taken it away: then it is closed, and to be reached again.
// Where nothing can be held, nobody is kept out.
func (l *ledger) claim() (ours bool, err error) {
	if l.free, err = hold(l.dir, ledgerName); errors.Is(err, errHeld) {
		return false, l.busy()
	}
	mine, err := l.to.Stat()
	if err != nil {
		return false, l.out.failed(err)
	}
	if there, err := l.dir.Lstat(ledgerName); err == nil && os.SameFile(mine, there) {
		return true, nil
	}
	l.free()
	_ = l.to.Close()
	l.free, l.to = func() {}, nil
	return false, nil
}

func (l *ledger) busy() error {
	return &model.Error{Kind: model.KindBusy, What: fmt.Sprintf("write into %q", l.out.file), Err: errors.New("another remit is writing reports there"),
		Lost: "Nothing was written.", Cure: "Wait until it is done, then run the command again."}
}

// read takes in what is listed. The last line may be cut off: its writer was killed.
func (l *ledger) read() error {
	text, err := io.ReadAll(io.LimitReader(l.to, maxLedger+1))
	switch {
	case err != nil:
		return l.out.failed(err)
	case len(text) == 0:
		return l.write([]byte(ledgerHead))
	case !bytes.HasPrefix(text, []byte(ledgerMark)), len(text) > maxLedger:
		return l.unfit("it is no list of reports that this remit keeps")
	}
	for line := range bytes.Lines(text) {
		var one filed
		switch err := json.Unmarshal(line, &one); {
		case err != nil || one.Of == "": // cut off, or the first line
		case isReportName(one.File):
			l.of[one.Of] = append(l.of[one.Of], one)
		default:
			l.odd++
		}
	}
	if text[len(text)-1] != '\n' {
		return l.write([]byte("\n"))
	}
	return nil
}

// isReportName reports whether remit can have given a report this name.
func isReportName(name string) bool {
	const most = 255 // what file systems allow
	return name != "" && name != "." && name != ".." && name != ledgerName && len(name) <= most &&
		!strings.ContainsAny(name, `/\`) && model.Clean(name) == name
}

// unfit is the error for what stands in the place of the list and is none.
func (l *ledger) unfit(why string) error {
	return &model.Error{Kind: model.KindExists, What: fmt.Sprintf("write %q", inside(l.out.file, ledgerName)), Err: errors.New(why),
		Lost: "It was left as it is, and nothing was written.",
		Cure: "Move it away, or name another directory. Without it no report that is there already is replaced."}
}

func (l *ledger) write(text []byte) error {
	if _, err := l.to.Write(text); err != nil {
		return l.out.failed(err)
	}
	return nil
}

// note lists a report that is about to be written.
func (l *ledger) note(one filed) error {
	l.of[one.Of] = append(l.of[one.Of], one)
	return l.write(one.line())
}

func (one filed) line() []byte {
	text, err := json.Marshal(one)
	if err != nil {
		panic(err) // three texts
	}
	return append(text, '\n')
}

// there reports whether a file stands where this report was written.
func (l *ledger) there(of string) bool {
	return slices.ContainsFunc(l.of[of], func(one filed) bool {
		_, err := l.dir.Lstat(one.File)
		return err == nil
	})
}

// files gives the files of a report: ours are as remit left them; theirs were changed
// since, or are something else by now; locked may not be changed.
func (l *ledger) files(of string) (ours, theirs, locked []string) {
	seen := map[string]bool{}
	for _, one := range l.of[of] {
		if seen[one.File] {
			continue
		}
		seen[one.File] = true
		sum, err := l.sum(one.File)
		switch {
		case errors.Is(err, fs.ErrNotExist):
		case err == nil && slices.Contains(l.of[of], filed{of, one.File, sum}):
			ours = append(ours, one.File)
		case errors.Is(err, fs.ErrPermission):
			locked = append(locked, one.File)
		default:
			theirs = append(theirs, one.File)
		}
	}
	return ours, theirs, locked
}

// sum is the checksum of a file that may be replaced.
func (l *ledger) sum(name string) (string, error) {
	there, err := l.dir.Lstat(name)
	if err != nil {
		return "", err
	}
	if !there.Mode().IsRegular() {
		return "", fs.ErrInvalid
	}
	if there.Mode()&0o200 == 0 {
		return "", fs.ErrPermission
	}
	file, err := l.dir.Open(name)
	if err != nil {
		return "", err
	}
	defer file.Close()
	return sumOf(file)
}

// sumOf is the checksum of all that can be read.
func sumOf(r io.Reader) (string, error) {
	sum := sha256.New()
	_, err := io.Copy(sum, r)
	return hex.EncodeToString(sum.Sum(nil)[:16]), err
}

// settle forgets all files of a report but the one that was written last.
func (l *ledger) settle(of string) { l.of[of] = l.of[of][len(l.of[of])-1:] }

// finish writes the list anew, without what was forgotten and what is gone.
func (l *ledger) finish(a *app) error {
	_ = l.to.Close()
	to := output{file: inside(l.out.file, ledgerName), force: true, list: true}
	return to.write(a, func(w io.Writer) error {
		text := []byte(ledgerHead)
		for _, of := range slices.Sorted(maps.Keys(l.of)) {
			for _, one := range l.of[of] {
				if _, err := l.dir.Lstat(one.File); !errors.Is(err, fs.ErrNotExist) {
					text = append(text, one.line()...)
				}
			}
		}
		_, err := w.Write(text)
		return err
	})
}

// close lets others write reports here. A list of nothing is taken away.
func (l *ledger) close() {
	if len(l.of) == 0 {
		_ = l.dir.Remove(ledgerName)
	}
	l.release()
}

func (l *ledger) release() {
	l.free()
	if l.to != nil {
		_ = l.to.Close()
	}
	if l.dir != nil {
		_ = l.dir.Close()
	}
}
