package report

import (
	"fmt"
	"slices"
	"strings"

	"remit/model"
)

// RolesBeside puts roles side by side, marks the rows in which they differ, and says
// what lies between them.
func (c Catalogue) RolesBeside(roles []*model.Role) Page {
	d := document{title: model.Clean(strings.Join(c.shorts(roleIDs(roles)), " / "))}
	note := "* marks what differs"
	if s, ok := c.sharedStructure(roles); ok {
		note += "; what they answer for is told for " + c.Framework.Structure(s).Title
	}
	d.add("", c.beside(roles), para(note))
	d.add("What tells them apart", list(c.apart(roles)...))
	d.add("What they work on together", list(c.together(roles)...))
	d.add("Questions that people ask about them", list(c.askedOfTwo(roleIDs(roles))...))
	var each []item
	for _, r := range roles {
		each = append(each, entry("remit roles "+r.ID))
	}
	d.add("Each by itself, with its sources", list(each...))
	return Page{d}
}

func roleIDs(roles []*model.Role) []string {
	ids := make([]string, len(roles))
	for i, r := range roles {
		ids[i] = r.ID
	}
	return ids
}

// differs is put behind the name of a row in which roles differ.
const differs = " *"

// beside is the table of what each role says of itself.
func (c Catalogue) beside(roles []*model.Role) block {
	answersFor := c.answersFor
	if s, ok := c.sharedStructure(roles); ok {
		answersFor = func(role string) []string { return c.answersUnder(role, s) }
	}
	heading := []string{""}
	for _, r := range roles {
		heading = append(heading, roleName(r))
	}
	t := table(heading...)
	t.sentences = true
	for _, row := range []struct {
		name string
		say  func(*model.Role) string
	}{
		{"Purpose", func(r *model.Role) string { return r.Purpose }},
		{"Its question", func(r *model.Role) string { return r.Key }},
		{"Level", func(r *model.Role) string { return levelMeans(r.Level) }},
		{"Reports to", func(r *model.Role) string { return r.Reports }},
		{"Deals with", func(r *model.Role) string { return several(r.Focus) }},
		{"Faces", func(r *model.Role) string { return several(r.Faces) }},
		{"Goes well if", func(r *model.Role) string { return several(r.Measures) }},
		{"Answers for", func(r *model.Role) string { return answersInWords(r, answersFor(r.ID)) }},
		{"Appears", func(r *model.Role) string { return r.Appears }},
		{"Evidence", func(r *model.Role) string { return founded(r.Strength) }},
	} {
		cells := make([]string, len(roles))
		for i, r := range roles {
			cells[i] = row.say(r)
		}
		if name := row.name; len(slices.Compact(slices.Clone(cells))) > 1 {
			t.row(append([]string{name + differs}, cells...)...)
		} else {
			t.row(append([]string{name}, cells...)...)
		}
	}
	return t
}

func several(words []string) string { return strings.Join(words, "; ") }

// answersInWords names the first of what a role answers for, and how much more there is.
func answersInWords(r *model.Role, titles []string) string {
	const most = 6
	switch n := len(titles); {
	case n == 0 && r.Level == model.Outside:
		return "nothing: an outsider never does"
	case n == 0:
		return "nothing by itself"
	case n > most:
		return fmt.Sprintf("%s; and %d more", several(titles[:most]), n-most)
	}
	return several(titles)
}

// sharedStructure gives the first structure that has all the leaders among roles. ok is
// false where there are not two of them, or no structure has both.
func (c Catalogue) sharedStructure(roles []*model.Role) (s model.Structure, ok bool) {
	leaders := slices.DeleteFunc(slices.Clone(roles), func(r *model.Role) bool { return !r.Leads })
	if len(leaders) < 2 {
		return 0, false
	}
	for _, s := range model.Structures() {
		if !slices.ContainsFunc(leaders, func(r *model.Role) bool { return !leadsUnder(r, s) }) {
			return s, true
		}
	}
	return 0, false
}

func leadsUnder(r *model.Role, s model.Structure) bool {
	return r.Leads && slices.ContainsFunc(r.Present, func(p model.Presence) bool { return slices.Contains(p.For, s) })
}

// answersUnder gives the titles of what a role may answer for under a structure.
func (c Catalogue) answersUnder(role string, s model.Structure) []string {
	var texts []string
	for i := range c.Book.Activities {
		a := &c.Book.Activities[i]
		if slices.ContainsFunc(underStructure(a, s), func(x *model.Assignment) bool { return x.Role == role }) {
			texts = append(texts, a.Title)
		}
	}
	return texts
}

// apart says what tells these roles from each other.
func (c Catalogue) apart(roles []*model.Role) []item {
	ids := roleIDs(roles)
	var items []item
	for _, r := range roles {
		for _, u := range r.Unlike {
			if slices.Contains(ids, u.With) {
				items = append(items, entry(r.Short+" and "+c.roleShort(u.With)+": "+u.How))
			}
		}
	}
	return items
}

// together says what these roles work on with each other; each subject once.
func (c Catalogue) together(roles []*model.Role) []item {
	ids := roleIDs(roles)
	said := map[string]bool{}
	var items []item
	for _, r := range roles {
		for _, t := range r.Works {
			if slices.Contains(ids, t.Role) && !said[t.On] {
				said[t.On] = true
				items = append(items, entry(r.Short+" and "+c.roleShort(t.Role)+": "+t.On))
			}
		}
	}
	return items
}

// askedOfTwo lists the questions whose first two roles are among these.
func (c Catalogue) askedOfTwo(roles []string) []item {
	var items []item
	for _, x := range c.Book.Explanations {
		if len(x.Roles) > 1 && len(x.Answer) > 0 && slices.Contains(roles, x.Roles[0]) && slices.Contains(roles, x.Roles[1]) {
			items = append(items, entry(x.Ask+" "+x.Answer[0], "remit explain "+x.ID))
		}
	}
	return items
}
