package advisor

import (
	"fmt"

	"remit/model"
)

// checkDeputies wants deputies to be others, on the chart and from inside: who is under
// contract may not decide.
func (c *bookCheck) checkDeputies(role int) {
	for i, d := range c.Roles[role].Deputies {
		at := c.item(c.roles[role], "deputies", i)
		for _, id := range d.Roles {
			switch {
			case id == c.Roles[role].ID:
				at.fault("the role is its own deputy", "Name another one.")
			case c.Roles[c.number[id]].Level == model.Outside:
				at.fault(fmt.Sprintf("role %q is from outside, so it cannot be a deputy", id), "Name somebody inside: a deputy decides.")
			default:
				c.onChart(at, id, "so it is nobody's deputy")
			}
		}
	}
}
