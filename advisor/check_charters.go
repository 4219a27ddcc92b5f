package advisor

import (
	"fmt"
	"slices"

	"remit/model"
)

// checkCharters wants every charter to be the first that holds for somebody.
func (c *bookCheck) checkCharters() {
	earlier := map[string][]model.Fit{}
	for i, charter := range c.Charters {
		role := c.number[charter.Role]
		c.onChart(c.field(c.charters[i], "role"), charter.Role, "so nobody ever needs its charter")
		if caught(charter.Fit, earlier[charter.Role]) {
			c.charters[i].fault("no advice ever gets to it", "A charter of the role that stands before it holds wherever it does. Move it up, or take it out.")
		}
		there := c.frames.of(charter.Fit)
		if there.keep(c.may[role]); there.empty() && !c.may[role].empty() {
			c.charters[i].fault(fmt.Sprintf("role %q is absent wherever it holds", charter.Role), "Say for whom it is, or when the role is present.")
		}
		c.checkRead(i, there)
		if charter.Deputy == "" { // who is no deputy gets past the others
			earlier[charter.Role] = append(earlier[charter.Role], charter.Fit)
		} else if !slices.ContainsFunc(c.Roles, func(r model.Role) bool { return deputises(&r, charter.Role, charter.Deputy) }) {
			c.field(c.charters[i], "deputy").fault(fmt.Sprintf("role %q is nobody's deputy for %s", charter.Role, shown(charter.Deputy)), "Name a side for which a role has it among its deputies.")
		}
	}
}

// deputises reports whether a role may be deputy of another for a side.
func deputises(head *model.Role, role, side string) bool {
	return slices.ContainsFunc(head.Deputies, func(d model.Deputy) bool { return d.For == side && slices.Contains(d.Roles, role) })
}

// checkRead wants a reader for each line of a charter, so far as that does not hang on
// answers; the rest is proven (see claims_lines.go). there is where somebody holds its role.
func (c *bookCheck) checkRead(i int, there frameSet) {
	charter, readers := &c.Charters[i], there.clone()
	for _, x := range c.Practices {
		if x.Charter == charter.ID { // it is read before anybody holds the role
			readers.add(c.frames.of(x.Fit))
		}
	}
	if readers.empty() {
		return
	}
	for _, x := range sections(c.Playbook, charter) {
		for k, b := range x.lines {
			left := readers.clone()
			for _, id := range b.With {
				left.keep(c.may[c.number[id]])
			}
			for _, id := range b.Without {
				left.remove(c.sure[c.number[id]])
			}
			if left.empty() {
				c.item(c.charters[i], x.key, k).fault("nobody ever reads it", unread(b))
			}
		}
	}
}

// unread says how a line that nobody reads may come to be read.
func unread(b model.Beside) string {
	if len(b.With) == 0 {
		return "Somebody without whom it is read is always there: change without, or take the line out."
	}
	return "Those with whom it is read are never all there, or somebody without whom it is read is: change with and without, or take the line out."
}
