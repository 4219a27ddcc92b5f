package advisor

import (
	"slices"

	"remit/model"
)

// charters gives one for each post that has any, the first that holds, then those that a
// practice sends people to although nobody has the post yet.
func (d *staffed) charters(list []model.Post, practices []model.Practice) []model.Charter {
	above := make(map[string]string, len(list))
	for _, post := range list {
		above[post.Role] = post.Under
	}
	var found []model.Charter
	add := func(c *model.Charter) {
		read := d.read(c)
		read.Asks = d.consents(c, above)
		found = append(found, read)
	}
	for _, post := range list {
		if c := d.charter(post.Role, post.Deputy); c != nil {
			add(c)
		}
	}
	for _, x := range practices {
		i := slices.IndexFunc(d.book.Charters, func(c model.Charter) bool { return c.ID == x.Charter && !d.there(c.Role) })
		if i >= 0 && !slices.ContainsFunc(found, func(c model.Charter) bool { return c.ID == x.Charter }) {
			add(&d.book.Charters[i])
		}
	}
	return found
}

// charter is what whoever holds a role has for a charter, as deputy of a side or of none:
// the first that holds; nil if there is none.
func (d *crew) charter(role, deputy string) *model.Charter {
	i := slices.IndexFunc(d.book.Charters, func(c model.Charter) bool {
		return c.Role == role && (c.Deputy == "" || c.Deputy == deputy) && d.holds(c.Fit)
	})
	if i < 0 {
		return nil
	}
	return &d.book.Charters[i]
}

// read is a charter with those of its lines that are for a company with these posts, and
// no longer beside whom they are read: who reads it has these posts.
func (d *crew) read(c *model.Charter) model.Charter {
	read := *c
	for _, list := range read.Clauses() {
		*list = besides(d, *list, func(x *model.Clause) *model.Beside { return &x.Beside })
	}
	read.First = besides(d, c.First, func(x *model.Stage) *model.Beside { return &x.Beside })
	return read
}

// besides keeps the lines that are read beside whoever is there.
func besides[T any](d *crew, lines []T, beside func(*T) *model.Beside) (kept []T) {
	for _, x := range lines {
		if b := beside(&x); d.beside(*b) {
			*b = model.Beside{}
			kept = append(kept, x)
		}
	}
	return kept
}

// beside reports whether all are there with whom a line is read, and none of the others.
func (d *crew) beside(b model.Beside) bool {
	return !slices.ContainsFunc(b.With, func(role string) bool { return !d.there(role) }) && !slices.ContainsFunc(b.Without, d.there)
}

// consents are what a charter leaves to somebody else's consent, each with whoever is
// there to give it.
func (d *staffed) consents(c *model.Charter, above map[string]string) []model.Consent {
	var given []model.Consent
	for _, x := range c.Asks {
		if x.Role != "" {
			if x.Role = d.consenting(x.Role, c.Role, above); x.Role == "" {
				continue
			}
		}
		if !slices.Contains(given, x) {
			given = append(given, x)
		}
	}
	return given
}

// consenting is who agrees where a role would: the role itself, or its first stand-in that
// is there, answers for things, and is neither the one who asks nor below; "" if nobody is.
func (d *staffed) consenting(role, asks string, above map[string]string) string {
	if d.there(role) && role != asks && (d.mayAnswer(d.book.Role(role)) || d.book.Role(role).Level == model.Outside) {
		return role
	}
	for _, id := range d.book.Role(role).StandIns {
		if d.there(id) && id != asks && d.mayAnswer(d.book.Role(id)) && !below(id, asks, above) {
			return id
		}
	}
	return ""
}

// below reports whether a post stands anywhere below another.
func below(post, top string, above map[string]string) bool {
	for at := above[post]; at != ""; at = above[at] {
		if at == top {
			return true
		}
	}
	return false
}
