package report

import (
	"slices"
	"strings"

	"remit/model"
)

// citing gives the ids of all sources that a document names in brackets, so that what it
// lists and what it cites are the same.
func (d *document) citing(f *model.Framework) []string {
	var ids []string
	add := func(text string) {
		for rest := text; ; {
			_, after, ok := strings.Cut(rest, "[")
			inside, behind, closed := strings.Cut(after, "]")
			if !ok || !closed {
				return
			}
			for id := range strings.SplitSeq(inside, ", ") {
				if f.Source(id) != nil {
					ids = append(ids, id)
				}
			}
			rest = behind
		}
	}
	for _, s := range d.sections {
		for _, b := range s.blocks {
			add(b.para)
			for _, it := range b.list {
				add(it.text)
				for _, n := range it.notes {
					add(n)
				}
			}
			for _, row := range b.table {
				for _, cell := range row {
					add(cell)
				}
			}
		}
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}
