package report

import (
	"fmt"
	"slices"

	"remit/model"
)

// charters shows for each seat what it is for and what its holder may decide.
func charters(r Report) []section {
	if !r.follows() {
		return nil
	}
	var sections []section
	for i := range r.Follows.Charters {
		c := &r.Follows.Charters[i]
		d := document{}
		d.add("Charter: "+c.Title, charter(r, c)...)
		sections = append(sections, d.sections...)
	}
	return sections
}

func charter(r Report, c *model.Charter) []block {
	blocks := []block{point(c.Mission)}
	judged := r.answerable()
	for _, part := range charterParts(r, c) {
		if part.Title == measuredBy && slices.Contains(judged, c.Role) {
			continue // what success means stands in the main part
		}
		if part.Title == askedOf && r.follows() {
			if p := r.posted(c.Role); p != nil && r.chart().filled(*p) == filledToday {
				continue // nobody is looked for
			}
		}
		blocks = append(blocks, para(part.Title), list(entries(part.Texts)...))
	}
	return append(blocks, para(cited(c.Sources)))
}

// Titles of parts that are left out where they say nothing new.
const (
	measuredBy = "Measured by:"
	askedOf    = "To ask a candidate:"
)

func charterParts(r Report, c *model.Charter) []CharterPart {
	var first []string
	for _, s := range c.First {
		first = append(first, fmt.Sprintf("By day %d: %s", s.Day, s.Do))
	}
	all := []CharterPart{
		{"Decides alone:", c.Decides},
		{"Decides with consent:", c.Asks},
		{"Sees to:", c.Duties},
		{measuredBy, r.measures(c)},
		{"The first 90 days:", first},
		{askedOf, c.Interview},
		{"To settle in the contract:", c.Contract},
		{"Agenda of the regular review:", c.Agenda},
		{"To ask a provider before signing:", c.Vetting},
	}
	return slices.DeleteFunc(all, func(p CharterPart) bool { return len(p.Texts) == 0 })
}

func entries(texts []string) []item {
	items := make([]item, len(texts))
	for i, text := range texts {
		items[i] = entry(text)
	}
	return items
}
