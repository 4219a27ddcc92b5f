package report

import (
	"slices"
	"strings"

	"remit/model"
)

// The role catalogue on paper: all roles by level, and everything about one.

// levels lists the levels from the top, each with its heading.
func levels() []struct {
	level model.Level
	title string
	means string
} {
	return []struct {
		level model.Level
		title string
		means string
	}{
		{model.Executive, "Executives", "sits with the CEO"},
		{model.Management, "Management", "leads people or a programme"},
		{model.Specialist, "Specialists", "does a craft"},
		{model.Oversight, "Oversight", "watches independently and may not decide what it watches"},
		{model.Outside, "From outside", "under contract: may do the work, may never answer for it"},
	}
}

func levelMeans(l model.Level) string {
	for _, known := range levels() {
		if known.level == l {
			return string(l) + " (" + known.means + ")"
		}
	}
	return string(l)
}

// RoleList lists roles by level, each with what it is for.
func (c Catalogue) RoleList(roles []*model.Role) Page {
	return c.listed("Who does what in technology", roles, func(r *model.Role) string { return r.Purpose })
}

// RolesFound lists the roles in which a search found its words, each with the first
// text that has them.
func (c Catalogue) RolesFound(words string, roles []*model.Role) Page {
	return c.listed(`Roles with "`+words+`"`, roles, func(r *model.Role) string {
		for _, text := range c.tellings(r) {
			if HasWords(text, words) {
				return text
			}
		}
		return r.Purpose // the words are spread over several texts
	})
}

func (c Catalogue) listed(title string, roles []*model.Role, about func(*model.Role) string) Page {
	d := document{title: model.Clean(title)}
	for _, l := range levels() {
		var items []item
		for _, r := range roles {
			if r.Level == l.level {
				items = append(items, entry(roleName(r)+": "+about(r), "remit roles "+r.ID))
			}
		}
		d.add(l.title, list(items...))
	}
	return Page{d}
}

// RoleOptions says how much of a role is told.
type RoleOptions struct {
	Charters bool // its charters in full, not only their missions
}

// Role tells everything about a role.
func (c Catalogue) Role(r *model.Role, o RoleOptions) Page {
	d := document{title: model.Clean(roleName(r))}
	d.add("", point(r.Purpose), para("Its question: “"+r.Key+"”"), list(
		entry("Level: "+levelMeans(r.Level)),
		entry("Reports to: "+r.Reports),
		entry("A company gets one: "+r.Appears),
		entry("How well this is known: "+founded(r.Strength))))
	d.add("What it deals with", list(entries(r.Focus)...))
	d.add("Whom it deals with", list(entries(r.Faces)...))
	d.add("How one sees that it goes well", list(entries(r.Measures)...))
	d.add("Works with", list(c.ties(r)...))
	d.add("Not to be confused with", list(c.contrasts(r)...))
	d.add("What it may answer for, depending on the set-up", list(entries(c.answersFor(r.ID))...))
	d.add("When remit puts it on the chart", c.presence(r)...)
	if o.Charters {
		d.sections = append(d.sections, c.charters(r)...)
	} else {
		d.add("Charters", c.missions(r)...)
	}
	d.add("What it costs", c.prices(c.costsOf([]string{r.ID}))...)
	d.add("Questions that people ask about it", list(c.asked([]string{r.ID})...))
	d.add("Sources", sourceList(c.Framework, c.roleSources(r, o)))
	return Page{d}
}

func (c Catalogue) ties(r *model.Role) []item {
	var items []item
	for _, t := range r.Works {
		items = append(items, entry(c.named(t.Role)+": on "+t.On))
	}
	return items
}

func (c Catalogue) contrasts(r *model.Role) []item {
	var items []item
	for _, u := range r.Unlike {
		items = append(items, entry(capital(c.named(u.With))+": "+u.How))
	}
	return items
}

func (c Catalogue) presence(r *model.Role) []block {
	if len(r.Present) == 0 {
		return []block{para("Never by itself. It is explained here because companies have it; put it on a chart if yours does.")}
	}
	var items []item
	for _, p := range r.Present {
		items = append(items, entry(capital(c.whenever(p.Fit))+": "+p.Because, cited(p.Sources)))
	}
	blocks := []block{list(items...)}
	if len(r.StandIns) > 0 {
		blocks = append(blocks, para("Where it is absent its duties fall to the first of these who is there: "+
			strings.Join(c.shorts(r.StandIns), ", ")+"."))
	}
	return blocks
}

func (c Catalogue) whenever(fit model.Fit) string {
	if s := c.situation(fit); s != "" {
		return "where " + s
	}
	return "always"
}

// answersFor gives the titles of the activities that a role answers for in some
// situation.
func (c Catalogue) answersFor(role string) []string {
	var texts []string
	for _, a := range c.Book.Activities {
		if slices.ContainsFunc(a.Accountable, func(x model.Assignment) bool { return x.Role == role }) {
			texts = append(texts, a.Title)
		}
	}
	return texts
}

func (c Catalogue) chartersOf(role string) []*model.Charter {
	var found []*model.Charter
	for i := range c.Book.Charters {
		if c.Book.Charters[i].Role == role {
			found = append(found, &c.Book.Charters[i])
		}
	}
	return found
}

func (c Catalogue) missions(r *model.Role) []block {
	var items []item
	for _, x := range c.chartersOf(r.ID) {
		items = append(items, entry(x.Title+": "+x.Mission, c.situationOf(x)))
	}
	if len(items) == 0 {
		return nil
	}
	return []block{list(append(items, entry("Duties, the first 90 days and questions for a candidate:", "remit roles "+r.ID+" --charters"))...)}
}

func (c Catalogue) situationOf(x *model.Charter) string {
	if s := c.situation(x.Fit); s != "" {
		return "Where " + s + "."
	}
	return "In all other situations."
}

func (c Catalogue) charters(r *model.Role) []section {
	d := document{}
	for _, x := range c.chartersOf(r.ID) {
		d.add("Charter: "+x.Title, append([]block{para(c.situationOf(x))}, charter(c.report(), x)...)...)
	}
	return d.sections
}

func (c Catalogue) roleSources(r *model.Role, o RoleOptions) []string {
	ids := slices.Clone(r.Sources)
	for _, p := range r.Present {
		ids = append(ids, p.Sources...)
	}
	for _, x := range c.costsOf([]string{r.ID}) {
		ids = append(ids, x.Sources...)
	}
	if o.Charters {
		for _, x := range c.chartersOf(r.ID) {
			ids = append(ids, x.Sources...)
		}
	}
	return ids
}

func (c Catalogue) costsOf(roles []string) []model.Cost {
	var found []model.Cost
	for _, x := range c.Book.Costs {
		if slices.Contains(roles, x.Role) {
			found = append(found, x)
		}
	}
	return found
}

// prices is a table of published prices and pay.
func (c Catalogue) prices(found []model.Cost) []block {
	if len(found) == 0 {
		return nil
	}
	t := table("Published range", "For what, where and when")
	for i := range found {
		x := &found[i]
		what := []string{c.roleShort(x.Role)}
		if x.Engagement != "" {
			what = append(what, c.Framework.EngagementTerm(x.Engagement).Title)
		}
		text := strings.Join(append(what, x.What), ", ") + "; " + x.Country + ", " + dated(x.Published) + ". " + x.Note
		t.row(priceRange(x), strings.TrimSpace(text)+" "+cited(x.Sources))
	}
	return []block{para("As published: not converted and not adjusted for the year. Most come from sellers. Put your own beside them."), t}
}

func dated(published string) string {
	if published == "n.d." {
		return "undated"
	}
	return published
}

// asked lists the questions that people ask about all of these roles.
func (c Catalogue) asked(roles []string) []item {
	var items []item
	for _, x := range c.Book.Explanations {
		about := !slices.ContainsFunc(roles, func(id string) bool { return !slices.Contains(x.Roles, id) })
		if about && len(x.Answer) > 0 {
			items = append(items, entry(x.Ask+" "+x.Answer[0], "remit explain "+x.ID))
		}
	}
	return items
}

// capital begins words as a sentence begins.
func capital(words string) string {
	if words == "" || words[0] < 'a' || words[0] > 'z' {
		return words
	}
	return string(words[0]-('a'-'A')) + words[1:]
}
