package cli

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"remit/model"
)

// listedSource is a source with what rests on it.
type listedSource struct {
	ID        string  `json:"id"`
	Title     string  `json:"title"`
	Publisher string  `json:"publisher"`
	Year      string  `json:"year"`
	URL       string  `json:"url,omitempty"`
	Note      string  `json:"note,omitempty"`
	UsedBy    []useOf `json:"used_by"`
}

// useOf is the things of one kind that name a source.
type useOf struct {
	Part string   `json:"part"` // rule, engagement row, …
	IDs  []string `json:"ids"`
}

// newFrameworkSources is remit framework sources.
func newFrameworkSources(a *app) *cobra.Command {
	format := ""
	cmd := &cobra.Command{
		Use:   "sources",
		Short: "Where the claims come from, and what rests on each source",
		Args:  arguments(0, 0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := oneOf(cmd, "format", format, "text", "json"); err != nil {
				return err
			}
			engine, err := a.engineToLook()
			if err != nil {
				return err
			}
			f := engine.Framework()
			list := sourceList(contentsOf(engine))
			if format == "json" {
				return writeJSON(a.out, struct {
					Framework model.Ref      `json:"framework"`
					Sources   []listedSource `json:"sources"`
				}{f.Ref, list})
			}
			p := printer{w: a.out, width: a.width()}
			for i, s := range list {
				if i > 0 {
					fmt.Fprintln(a.out)
				}
				p.listed(s)
			}
			return nil
		},
	}
	cmd.Flags().StringVar(&format, "format", "text", "`text` or json")
	return cmd
}

// sourceList gives the sources in the order in which the framework lists them.
func sourceList(f contents) []listedSource {
	list := make([]listedSource, len(f.Sources))
	for i, s := range f.Sources {
		list[i] = listedSource{s.ID, s.Title, s.Publisher, s.Year, s.URL, s.Note, usesOf(f, s.ID)}
	}
	return list
}

// usesOf gives what names a source, by kind.
func usesOf(f contents, source string) []useOf {
	uses := []useOf{}
	note := func(part, id string, sources []string) {
		if !slices.Contains(sources, source) {
			return
		}
		if n := len(uses); n == 0 || uses[n-1].Part != part {
			uses = append(uses, useOf{Part: part})
		}
		last := &uses[len(uses)-1]
		if !slices.Contains(last.IDs, id) {
			last.IDs = append(last.IDs, id)
		}
	}
	for _, r := range f.Rules {
		note("rule", r.ID, r.Sources)
	}
	for _, r := range f.Engagement.Rows {
		note("engagement row", r.ID, r.Sources)
	}
	for _, r := range f.Reporting.Rows {
		note("reporting row", r.ID, r.Sources)
	}
	for _, d := range f.Dissents {
		for _, p := range d.Positions {
			note("dissent", d.ID, p.Sources)
		}
	}
	for _, t := range f.annex.Transitions {
		note("transition", t.ID, t.Sources)
	}
	eachSourced(f.book, note)
	return uses
}

func (p printer) listed(s listedSource) {
	p.line("", fmt.Sprintf("[%s] %s. %s, %s", s.ID, s.Title, s.Publisher, s.Year))
	if s.URL != "" {
		fmt.Fprintf(p.w, "    %s\n", s.URL)
	}
	if s.Note != "" {
		p.line("    ", s.Note)
	}
	for _, u := range s.UsedBy {
		p.line("    ", plural(len(u.IDs), u.Part)+": "+strings.Join(u.IDs, ", "))
	}
}

// plural is a noun for so many.
func plural(n int, noun string) string {
	stem, y := strings.CutSuffix(noun, "ty")
	switch {
	case n == 1:
		return noun
	case y:
		return stem + "ties"
	}
	return noun + "s"
}
