package advisor

import (
	"fmt"
	"slices"

	"remit/model"
)

// names: no charter speaks of a post that a company reading it does not have. What is said
// of anybody of a kind, as in "a provider", names nobody.
func (p *prover) names() (list []promise) {
	find := newNaming(p.book)
	for i := range p.book.Charters {
		c := &p.book.Charters[i]
		claim := promise{name: fmt.Sprintf("charter %q names nobody who is not there", c.ID)}
		for _, x := range lines(c) {
			for _, r := range find.named(x.Text) {
				if r.ID != c.Role {
					claim.wrong = append(claim.wrong, func(d *crew) string { return d.misnames(c, x, r) })
				}
			}
		}
		list = append(list, claim)
	}
	return list
}

// misnames says that a line of a charter is read where a role that it names is absent.
func (d *crew) misnames(c *model.Charter, x model.Clause, r *model.Role) string {
	if !d.reads(c) || !d.beside(x.Beside) || d.there(r.ID) {
		return ""
	}
	return fmt.Sprintf("%q names %s, and there is none", x.Text, r.Named())
}

// reads reports whether a charter is handed to anybody: to who holds its role, or to
// everybody where a practice sends people to it before anybody does.
func (d *crew) reads(c *model.Charter) bool {
	if d.there(c.Role) {
		return d.charter(c.Role, d.deputy(c.Role)) == c
	}
	return slices.ContainsFunc(d.book.Practices, func(x model.Practice) bool { return x.Charter == c.ID && d.holds(x.Fit) })
}

// lines are all lines of a charter, those that are read everywhere included.
func lines(c *model.Charter) []model.Clause {
	all := []model.Clause{{Text: c.Title}, {Text: c.Mission}}
	for _, x := range c.Asks {
		all = append(all, model.Clause{Text: x.Text})
	}
	for _, x := range c.First {
		all = append(all, model.Clause{Beside: x.Beside, Text: x.Do})
	}
	for _, list := range c.Clauses() {
		all = append(all, *list...)
	}
	return all
}
