package report

import (
	"slices"
	"strings"

	"remit/model"
)

// What the decision changes for people: which posts stay, come and go, who takes over
// what, and by what one sees after a year that it was right.

// moves puts the posts before and after side by side. Those of which nobody said whether they
// are there are named in one line for each reason.
func moves(r Report) []block {
	c := r.chart()
	t := table("Post", "What happens", "What it answers for")
	t.records = true
	guessed := map[string][]string{}
	for _, p := range r.Follows.Posts {
		how, guess := c.filled(p), c.guess(p)
		switch {
		case guess != "":
			guessed[guess] = append(guessed[guess], c.title(p.Role))
		case how == filledToday:
			t.row(c.title(p.Role), "kept", r.answering(p))
		default:
			t.row(c.title(p.Role), c.note(p), r.answering(p))
		}
	}
	for _, id := range r.Follows.Dropped {
		what := "dropped"
		if who := c.stays(); who != "" && r.Book.Role(id).Leads {
			what += "; " + who + " may take a new seat"
		}
		t.row(c.title(id), what, r.heir(id))
	}
	blocks := []block{t}
	for _, word := range []string{assumed, needed} {
		if len(guessed[word]) > 0 {
			blocks = append(blocks, para(capital(word)+", to be checked: "+strings.Join(guessed[word], "; ")+"."))
		}
	}
	return blocks
}

// answering names the rows that whoever leads answers for; those of others are in the
// matrix alone.
func (r Report) answering(p model.Post) string {
	if !slices.Contains(r.answerable(), p.Role) {
		return ""
	}
	return strings.Join(r.accountableFor(p.Role), "; ")
}

// accountableFor names the rows that a role answers for.
func (r Report) accountableFor(role string) []string {
	var rows []string
	m := &r.Follows.Matrix
	for i, row := range m.Rows {
		if m.Accountable(i) == role {
			rows = append(rows, r.activityTitle(row.Activity))
		}
	}
	return rows
}

// heir says who takes over from a role that is dropped.
func (r Report) heir(id string) string {
	if role := r.Book.Role(id); role != nil {
		if to := r.filling(role); to != "" {
			return "What it answers for goes to the " + r.roleShort(to) + "."
		}
	}
	return ""
}

// success are the measures of those who lead.
func success(r Report) []block {
	var items []item
	for _, role := range r.answerable() {
		measures := r.measures(&model.Charter{Role: role})
		for i := range r.Follows.Charters {
			if c := &r.Follows.Charters[i]; c.Role == role {
				measures = r.measures(c)
			}
		}
		if len(measures) > 0 {
			items = append(items, entry(r.roleTitle(role), measures...))
		}
	}
	if len(items) == 0 {
		return nil
	}
	return []block{para("Write down today's figure for each, and hold it against the one in a year."), list(items...)}
}

// answerable are the roles by whose measures one judges the advice: who leads, or the
// inside owner where nobody does.
func (r Report) answerable() []string {
	if r.Follows == nil {
		return nil
	}
	var roles []string
	for _, p := range r.Follows.Posts {
		if p.Leads {
			roles = append(roles, p.Role)
		}
	}
	if len(roles) == 0 && r.posted(insideOwner) != nil {
		return []string{insideOwner}
	}
	return roles
}
