package advisor

import (
	"fmt"
	"slices"
	"strings"

	"remit/model"
)

// section is a list of a charter, by beside whom each of its lines is read.
type section struct {
	key      string
	required bool
	lines    []model.Beside
}

// sections are the lists of a charter whose lines may be for some companies only.
func sections(book *model.Playbook, c *model.Charter) []section {
	outside := book.Role(c.Role).Level == model.Outside
	beside := func(list []model.Clause) (lines []model.Beside) {
		for _, x := range list {
			lines = append(lines, x.Beside)
		}
		return lines
	}
	first := section{key: "first", required: true}
	for _, x := range c.First {
		first.lines = append(first.lines, x.Beside)
	}
	return []section{
		{"decides", true, beside(c.Decides)}, {"duties", true, beside(c.Duties)}, {"measures", false, beside(c.Measures)}, first,
		{"interview", !outside, beside(c.Interview)}, {"contract", outside, beside(c.Contract)},
		{"agenda", outside, beside(c.Agenda)}, {"vetting", outside, beside(c.Vetting)},
	}
}

// lists: whoever reads a charter finds something in each list that it must have.
func (p *prover) lists() (list []promise) {
	for i := range p.book.Charters {
		c := &p.book.Charters[i]
		claim := promise{name: fmt.Sprintf("charter %q says something of everything that it must", c.ID)}
		for _, x := range sections(p.book, c) {
			if x.required && len(x.lines) > 0 && !slices.ContainsFunc(x.lines, everywhere) {
				claim.wrong = append(claim.wrong, func(d *crew) string {
					if !d.reads(c) || slices.ContainsFunc(x.lines, d.beside) {
						return ""
					}
					return fmt.Sprintf("No line of %q is read", x.key)
				})
			}
		}
		list = append(list, claim)
	}
	return list
}

// everywhere reports whether a line is read whoever is there.
func everywhere(b model.Beside) bool { return len(b.With)+len(b.Without) == 0 }

// lines: each line of a charter is read by somebody.
func (p *prover) lines() (list []promise) {
	for i := range p.book.Charters {
		c := &p.book.Charters[i]
		claim := promise{name: fmt.Sprintf("charter %q has no line that nobody reads", c.ID)}
		for _, x := range sections(p.book, c) {
			for k, b := range x.lines {
				if everywhere(b) {
					continue
				}
				claim.some = append(claim.some, instance{func(d *crew) string {
					if d.beside(b) && d.reads(c) {
						return "It is read"
					}
					return ""
				}, fmt.Sprintf("Nobody ever reads line %d of %q", k+1, x.key)})
			}
		}
		list = append(list, claim)
	}
	return list
}

// reasons: each reason to be there that asks who is absent holds for somebody.
func (p *prover) reasons() (list []promise) {
	for i := range p.book.Roles {
		r := &p.book.Roles[i]
		claim := promise{name: r.Short + " is there for each reason that it has"}
		for k := range r.Present {
			if len(r.Present[k].Without) == 0 {
				continue
			}
			claim.some = append(claim.some, instance{func(d *crew) string {
				if d.presence(r) == k {
					return "It holds"
				}
				return ""
			}, fmt.Sprintf("Reason %d never makes it be there: without %s it holds for nobody who has no reason before it", k+1, strings.Join(r.Present[k].Without, ", "))})
		}
		if len(claim.some) > 0 {
			list = append(list, claim)
		}
	}
	return list
}
