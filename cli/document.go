package cli

import (
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"remit/model"
	"remit/report"
)

// A document is a report, or a part of one, in one of several formats, on the terminal
// or in a file. report, raci, chart and plan all write documents.

// format is a way to write a document.
type format struct {
	name   string // as --format takes it
	ext    string // of a file
	binary bool   // nothing for a terminal
	write  func(io.Writer, report.Report) error
}

// documentOptions are the flags that every document has.
type documentOptions struct {
	format    string
	anonymous bool
	out       output
}

func (o *documentOptions) flags(cmd *cobra.Command, formats []format) {
	cmd.Flags().StringVar(&o.format, "format", "", "`"+strings.Join(formatNames(formats), ", ")+"`; else by the ending of --output, else text on a terminal and markdown in a pipe")
	cmd.Flags().BoolVar(&o.anonymous, "anonymous", false, "leave out the names of session, client and people, ids, notes and times")
	cmd.Flags().StringVarP(&o.out.file, "output", "o", "", "write to this `file`; in a directory the document gets a name of its own")
	cmd.Flags().BoolVar(&o.out.force, "force", false, "replace the file that --output names, if it exists; in a directory nothing is replaced")
	_ = cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(formatNames(formats), cobra.ShellCompDirectiveNoFileComp))
}

func formatNames(formats []format) []string {
	names := make([]string, len(formats))
	for i, f := range formats {
		names[i] = f.name
	}
	return names
}

// choose gives the format: the one that was asked for, else the one that the ending of
// the file means, else text on a terminal and Markdown elsewhere.
func (o *documentOptions) choose(cmd *cobra.Command, a *app, formats []format) (format, error) {
	usual := "markdown"
	if a.env.OutTerminal && !o.out.toFile() {
		usual = "text"
	}
	found, err := o.out.formatOf(cmd, o.format, usual, formats)
	if err == nil && found.binary && !o.out.toFile() && a.env.OutTerminal {
		err = misused(cmd, fmt.Sprintf("Name a file: -o %s.%s", cmd.Name(), found.ext), "--format %s is nothing for a terminal", found.name)
	}
	return found, err
}

// formatOf gives the format of that name or ending, which a flag said; without one the
// format that the ending of the file means, else the usual one.
func (o output) formatOf(cmd *cobra.Command, said, usual string, formats []format) (format, error) {
	find := func(fits func(format) bool) *format {
		if i := slices.IndexFunc(formats, fits); i >= 0 {
			return &formats[i]
		}
		return nil
	}
	found := find(func(f format) bool { return f.name == usual })
	switch ext := strings.TrimPrefix(filepath.Ext(o.file), "."); {
	case said != "":
		if found = find(func(f format) bool { return f.name == said || f.ext == said }); found == nil {
			return format{}, unknownFormat(cmd, said, formatNames(formats)...)
		}
	case o.toFile() && ext != "" && !o.inFolder():
		if found = find(func(f format) bool { return strings.EqualFold(f.ext, ext) }); found == nil {
			return format{}, misused(cmd, "Give --format too: "+orList(formatNames(formats))+".", "--output: the ending of %s means no format", model.Quote(filepath.Base(o.file)))
		}
	}
	return *found, nil
}

// put writes the document, and says where if it is a file.
func (o *documentOptions) put(a *app, kind string, f format, r report.Report) error {
	slug := o.slug(r.Session)
	if o.anonymous {
		r = anonymous(r)
	}
	fill := func(w io.Writer) error { return f.write(w, r) }
	if !o.out.toFile() {
		return fill(a.out)
	}
	a.color = false // a file is no terminal
	file, err := o.out.save(a, slug, kind, f.ext, fill)
	if err != nil {
		return err
	}
	a.kept = "The document " + inQuotes(file) + " is written."
	a.report("Written: %s", file)
	return nil
}

// slug is the beginning of the name that a document gets in a directory.
func (o *documentOptions) slug(s *model.Session) string {
	if s == nil || o.anonymous {
		return nameless
	}
	return slugOf(firstOf(s.Client, s.Name), "session-"+slugOf(s.ID, nameless))
}

// firstOf gives the first text that says something.
func firstOf(texts ...string) string {
	for _, text := range texts {
		if strings.TrimSpace(text) != "" {
			return text
		}
	}
	return ""
}
