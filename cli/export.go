package cli

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"remit/advisor"
	"remit/model"
	"remit/report"
	"remit/tui"
)

// exporter writes reports for the terminal app, as remit report does. It runs beside
// the app, so it writes nothing to the terminal and changes nothing of a.
type exporter struct {
	a      *app
	keep   model.Sessions
	engine *advisor.Engine
}

// compose puts the report of a session together, and gives the session.
func (x exporter) compose(ctx context.Context, r tui.ExportRequest) (report.Report, model.Session, error) {
	s, err := x.keep.Get(ctx, r.Session)
	if err != nil {
		return report.Report{}, s, err
	}
	made := deliver(x.engine, subject{answers: x.engine.Framework().Usable(s.Answers), session: &s})
	if r.Anonymous {
		made = anonymous(made)
	}
	return made, s, nil
}

// preview gives the report as text. Where nothing can be written the error says why.
func (x exporter) preview(ctx context.Context, r tui.ExportRequest, columns int) (string, error) {
	made, _, err := x.compose(ctx, r)
	if err != nil {
		return "", err
	}
	o := report.TextOptions{Width: columns, ASCII: x.a.ascii}
	var b strings.Builder
	switch r.Format {
	case "svg", "mermaid":
		if err := nothingFollows(made); err != nil {
			return "", err
		}
		chart := report.Chart{Framework: made.Framework, Book: made.Book, Advice: &made.Advice, Posts: made.Follows.Posts, Dropped: made.Follows.Dropped}
		return strings.Join(report.ChartLines(&chart, x.a.ascii), "\n"), nil
	case "csv":
		if err := nothingFollows(made); err != nil {
			return "", err
		}
		err = report.RACICSV(&b, made)
	case "json":
		err = report.ReportJSON(&b, made)
	default:
		err = report.Text(&b, made, r.Cut, o)
	}
	return b.String(), err
}

// name proposes the name that remit report gives a file in a directory.
func (x exporter) name(s model.Session, r tui.ExportRequest) string {
	f, kind := x.format(r, nil)
	return x.slug(s, r) + "-" + kind + "." + f.ext
}

func (exporter) slug(s model.Session, r tui.ExportRequest) string {
	return (&documentOptions{anonymous: r.Anonymous}).slug(&s)
}

// format gives the way to write a request, and the kind of document that it makes; warn
// is told what the document could not show as it is.
func (x exporter) format(r tui.ExportRequest, warn func(string)) (format, string) {
	cut := string(r.Cut)
	formats := x.a.reportFormats(&cut, warn)
	i := slices.IndexFunc(formats, func(f format) bool { return f.name == r.Format })
	f := formats[max(i, 0)]
	if f.name == "text" {
		o := x.a.textOptions()
		o.Color = false // a file is no terminal
		f.write = func(w io.Writer, made report.Report) error { return report.Text(w, made, r.Cut, o) }
	}
	if cuttable(f.name) && r.Cut != report.Full {
		return f, cut
	}
	return f, "report"
}

// write writes the file.
func (x exporter) write(ctx context.Context, r tui.ExportRequest) (tui.ExportResult, error) {
	made, s, err := x.compose(ctx, r)
	if err != nil {
		return tui.ExportResult{}, err
	}
	var warnings []string
	f, kind := x.format(r, func(warning string) { warnings = append(warnings, warning) })
	fill := func(w io.Writer) error { return f.write(w, made) }
	to := output{file: x.inHome(r.Path)}
	file, err := to.save(x.a, x.slug(s, r), kind, f.ext, fill)
	if err != nil {
		return tui.ExportResult{}, withoutForce(err)
	}
	done := tui.ExportResult{Path: file, Warnings: warnings, Command: x.command(ctx, s, r, file)}
	if there, err := os.Stat(file); err == nil {
		done.Path, done.Size = wholePath(file, there), there.Size()
	}
	return done, nil
}

// wholePath gives the whole path of a file that is there. Where taking ".." out of the
// name leads elsewhere, because a link comes before it, the path is the one behind the link.
func wholePath(file string, there fs.FileInfo) string {
	whole, err := filepath.Abs(file)
	if err != nil {
		return file
	}
	if found, err := os.Stat(whole); err == nil && os.SameFile(found, there) {
		return whole
	}
	folder, err := filepath.EvalSymlinks(folderOf(file))
	if err == nil {
		folder, err = filepath.Abs(folder)
	}
	if err != nil {
		return file
	}
	return filepath.Join(folder, filepath.Base(file))
}

// withoutForce takes the cure of the command, which the app does not offer, off an
// error about a name that is taken.
func withoutForce(err error) error {
	if e, ok := errors.AsType[*model.Error](err); ok && errors.Is(err, fs.ErrExist) {
		own := *e
		own.Cure = "Choose another name."
		return &own
	}
	return err
}

// inHome reads ~ at the start of a path as a shell does.
func (x exporter) inHome(path string) string {
	if rest, ok := strings.CutPrefix(path, "~"+string(os.PathSeparator)); ok {
		if home := x.a.env.Getenv("HOME"); home != "" {
			return filepath.Join(home, rest) + path[len(strings.TrimRight(path, string(os.PathSeparator))):]
		}
	}
	return path
}

// command is what does the same in a shell. A session goes by its name where that means
// nothing else.
func (x exporter) command(ctx context.Context, s model.Session, r tui.ExportRequest, file string) string {
	ref := s.ID
	if named, err := x.keep.Find(ctx, s.Name); err == nil && named.ID == s.ID && model.Clean(s.Name) == s.Name {
		if _, err := os.Stat(s.Name); errors.Is(err, fs.ErrNotExist) && !strings.HasPrefix(s.Name, "-") {
			ref = s.Name
		}
	}
	words := []string{"remit", "report", ref, "--format", r.Format}
	if f, kind := x.format(r, nil); cuttable(f.name) && kind != "report" {
		words = append(words, "--cut", kind)
	}
	if r.Anonymous {
		words = append(words, "--anonymous")
	}
	if x.a.store != "" {
		words = append(words, "--store", x.a.store)
	}
	if x.a.flagged {
		words = append(words, "--framework", x.a.framework)
	}
	words = append(words, "-o", file)
	for i, word := range words {
		words[i] = shellWord(word)
	}
	return strings.Join(words, " ")
}
