package advisor

import (
	"fmt"
	"strings"
)

// nameAt is a name of a role, and where it stands.
type nameAt struct {
	name   string // in small letters
	role   string
	sought bool // texts are searched for it
	at     spot
}

// checkNames wants every name that texts are searched for to be of one role: of two it
// could not be said who is meant, and the proof would be about the wrong one.
func (c *bookCheck) checkNames() {
	before := map[string][]nameAt{}
	for _, x := range c.names() {
		for _, y := range before[x.name] {
			switch {
			case x.role == y.role && x.sought && y.sought:
				x.at.fault(fmt.Sprintf("%s %q is a name of the role already", x.at.key, shown(x.name)), "It is there in "+c.in.said.where(y.at.place())+". Keep one.")
			case x.role != y.role && (x.sought || y.sought):
				x.at.fault(fmt.Sprintf("%s %q is also a name of role %q", x.at.key, shown(x.name), y.role),
					"It is there in "+c.in.said.where(y.at.place())+". Where a text says it one role must be meant: give each its own.")
			default:
				continue
			}
			break
		}
		before[x.name] = append(before[x.name], x)
	}
}

// names are all names of roles, those last that are there for nothing but to be found.
func (c *bookCheck) names() (list []nameAt) {
	add := func(i int, key, name string, at spot) {
		r := &c.Roles[i]
		sought := key == "known" || key == "called" || key == "short" && r.Called == ""
		list = append(list, nameAt{strings.ToLower(name), r.ID, sought, at})
	}
	for i := range c.Roles {
		r := &c.Roles[i]
		for _, key := range []string{"title", "short", "called"} {
			if at, ok := c.roles[i].get(key); ok {
				add(i, key, map[string]string{"title": r.Title, "short": r.Short, "called": spoken(r)}[key], at)
			}
		}
	}
	for i := range c.Roles {
		for k, name := range c.Roles[i].Known {
			add(i, "known", name, c.field(c.roles[i], "known").list()[k])
		}
	}
	return list
}
