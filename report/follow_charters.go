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
		if r.posted(c.Role) == nil {
			d.add("Before you take one: "+c.Title, beforehand(r, c)...)
		} else {
			d.add("Charter: "+c.Title, charter(r, c)...)
		}
		sections = append(sections, d.sections...)
	}
	return sections
}

// beforehand is what of a charter one needs while nobody holds the post: what to ask and
// what to settle.
func beforehand(r Report, c *model.Charter) []block {
	return []block{point(c.Mission), para(beforeSigning), list(entries(Lines(r.Book, c.Vetting))...),
		para(toSettle), list(entries(Lines(r.Book, c.Contract))...), para(cited(c.Sources))}
}

func charter(r Report, c *model.Charter) []block {
	blocks := []block{point(c.Mission)}
	judged, held := r.answerable(), r.held(c.Role)
	for _, part := range charterParts(r, c) {
		if part.Title == measuredBy && slices.Contains(judged, c.Role) {
			continue // what success means stands in the main part
		}
		switch {
		case part.Title == askedOf && (held || r.duty(c.Role)):
			continue // nobody is looked for
		case held && part.Title == firstDays:
			part.Title = "In the next 90 days:"
		case held && part.Title == beforeSigning:
			part.Title = "To ask the provider you have, at the latest before you renew:"
		}
		blocks = append(blocks, para(part.Title), list(entries(part.Texts)...))
	}
	return append(blocks, para(cited(c.Sources)))
}

// held reports whether somebody fills a post today.
func (r Report) held(role string) bool {
	p := r.postedOrNil(role)
	return p != nil && r.chart().filled(*p) == filledToday
}

// duty reports whether somebody takes a role on beside another post.
func (r Report) duty(role string) bool {
	p := r.postedOrNil(role)
	return p != nil && p.Duty
}

// postedOrNil is posted for reports with nothing that follows, too.
func (r Report) postedOrNil(role string) *model.Post {
	if !r.follows() {
		return nil
	}
	return r.posted(role)
}

// Titles of parts that say something else, or nothing, to whoever holds the post already.
const (
	measuredBy    = "Measured by:"
	askedOf       = "To ask a candidate:"
	firstDays     = "The first 90 days:"
	toSettle      = "To settle in the contract:"
	beforeSigning = "To ask a provider before signing:"
)

func charterParts(r Report, c *model.Charter) []CharterPart {
	var first []string
	for _, s := range c.First {
		first = append(first, fmt.Sprintf("By day %d: %s", s.Day, s.Do)+besideWhom(r.Book, s.Beside))
	}
	all := []CharterPart{
		{"Decides alone:", Lines(r.Book, c.Decides)},
		{"Decides with consent:", r.consents(c)},
		{"Sees to:", Lines(r.Book, c.Duties)},
		{measuredBy, r.measures(c)},
		{firstDays, first},
		{askedOf, Lines(r.Book, c.Interview)},
		{toSettle, Lines(r.Book, c.Contract)},
		{"Agenda of the regular review:", Lines(r.Book, c.Agenda)},
		{beforeSigning, Lines(r.Book, c.Vetting)},
	}
	return slices.DeleteFunc(all, func(p CharterPart) bool { return len(p.Texts) == 0 })
}

// consents say who agrees to what, by the names of this company.
func (r Report) consents(c *model.Charter) []string { return Consents(r.Book, c) }

func entries(texts []string) []item {
	items := make([]item, len(texts))
	for i, text := range texts {
		items[i] = entry(text)
	}
	return items
}
