package report

import (
	"slices"
	"strings"

	"remit/model"
)

// Kind says what sort of thing a topic is.
type Kind string

// The kinds of topic, in the order in which a word that names several is read.
const (
	AboutExplanation Kind = "explanation" // a question that people ask
	AboutQuestion    Kind = "question"    // a question of the interview
	AboutStructure   Kind = "structure"
	AboutEngagement  Kind = "engagement"
	AboutReporting   Kind = "reporting line"
	AboutActivity    Kind = "activity" // a row of the RACI matrix
	AboutRole        Kind = "role"
	AboutRule        Kind = "rule"
	AboutLaw         Kind = "law"
	AboutDissent     Kind = "dispute"
	AboutPractice    Kind = "practice"
)

// Topic is a thing that can be explained.
type Topic struct {
	Kind  Kind
	ID    string
	Title string // as a person would put it

	names []string // other words for it, which name it as its id does
	asked []string // ways to ask for it
	about string   // the roles that it is about
	gist  string   // what it says, for finding it by words
}

// Topics lists everything that can be explained, explanations first. Ids are unique
// within a kind, not across kinds.
func (c Catalogue) Topics() []Topic {
	var list []Topic
	add := func(kind Kind, id, title string, names []string, gist ...string) *Topic {
		list = append(list, Topic{Kind: kind, ID: id, Title: title, names: names, gist: strings.Join(gist, " ")})
		return &list[len(list)-1]
	}
	for _, x := range c.Book.Explanations {
		t := add(AboutExplanation, x.ID, x.Ask, nil, x.Answer...)
		t.about, t.asked = c.roleTitles(x.Roles), x.Asked
	}
	f := c.Framework
	for _, q := range f.Questions {
		add(AboutQuestion, q.ID, q.Ask, []string{q.Short}, q.Short, q.Why, q.Help)
	}
	for _, s := range f.Structures {
		add(AboutStructure, s.ID.String(), s.Title, nil, s.Verdict, s.Means)
	}
	for _, t := range f.Engagements {
		add(AboutEngagement, t.ID, t.Title, nil, t.Means)
	}
	for _, t := range f.Reportings {
		add(AboutReporting, t.ID, t.Title, nil, t.Means)
	}
	for _, a := range c.Book.Activities {
		add(AboutActivity, a.ID, a.Title, nil, a.Group, a.What).asked = []string{"Who is in charge of " + a.Title}
	}
	for i := range c.Book.Roles {
		r := &c.Book.Roles[i]
		add(AboutRole, r.ID, roleName(r), roleNames(r), r.Purpose, r.Key).asked = c.askedOf(r)
	}
	for _, r := range f.Rules {
		title := r.Title
		if title == "" {
			title = r.Because
		}
		add(AboutRule, r.ID, title, nil, r.Because, r.Do)
	}
	for _, l := range f.Laws {
		add(AboutLaw, l.ID, l.Title, nil, l.Because)
	}
	for _, d := range f.Dissents {
		add(AboutDissent, d.ID, d.Question, nil, d.Handling)
	}
	for _, p := range c.Book.Practices {
		add(AboutPractice, p.ID, p.Title, nil, p.Do)
	}
	return list
}

// askedOf lists what people ask of any role, by each of its names.
func (c Catalogue) askedOf(r *model.Role) []string {
	var asked []string
	for _, name := range roleNames(r) {
		asked = append(asked, "What is a "+name, "What does a "+name+" do", "Who does a "+name+" report to")
	}
	for _, u := range r.Unlike {
		asked = append(asked, "Difference between "+r.Title+" and "+c.named(u.With))
	}
	return asked
}

// roleTitles gives the titles of roles, so that a question about them is found by any
// of their names.
func (c Catalogue) roleTitles(ids []string) string {
	titles := make([]string, 0, len(ids))
	for _, id := range ids {
		if r := c.Book.Role(id); r != nil {
			titles = append(titles, r.Title)
		}
	}
	return strings.Join(titles, ", ")
}

// Named gives the topics that bear a name exactly, in the order of their kinds. A name
// that several bear can be led by the kind: "role cto". Case, and what stands between
// words, do not count.
func (c Catalogue) Named(name string) []Topic { return topicsNamed(c.Topics(), name) }

func topicsNamed(topics []Topic, name string) []Topic {
	var named []Topic
	name = folded(name)
	for _, t := range topics {
		if folded(t.ID) == name || folded(string(t.Kind)+" "+t.ID) == name ||
			slices.ContainsFunc(t.names, func(n string) bool { return folded(n) == name }) {
			named = append(named, t)
		}
	}
	return named
}

// TopicNames lists the ids of all topics, for completion and for the nearest.
func (c Catalogue) TopicNames() []string {
	var ids []string
	for _, t := range c.Topics() {
		if !slices.Contains(ids, t.ID) {
			ids = append(ids, t.ID)
		}
	}
	return ids
}

// FindRole gives the role with this id, short name or title; nil if there is none.
// Case, and what stands between words, do not count.
func (c Catalogue) FindRole(name string) *model.Role {
	name = folded(name)
	i := slices.IndexFunc(c.Book.Roles, func(r model.Role) bool {
		return folded(r.ID) == name || slices.ContainsFunc(roleNames(&r), func(n string) bool { return folded(n) == name })
	})
	if i < 0 || name == "" {
		return nil
	}
	return &c.Book.Roles[i]
}

// RoleNames lists every name that FindRole knows.
func (c Catalogue) RoleNames() []string {
	var names []string
	for i := range c.Book.Roles {
		names = append(names, c.Book.Roles[i].ID)
		names = append(names, roleNames(&c.Book.Roles[i])...)
	}
	return names
}

// roleNames gives the names of a role beside its id. A title may hold several: "IT
// Director or Head of IT".
func roleNames(r *model.Role) []string {
	return append([]string{r.Short, r.Title}, strings.Split(r.Title, " or ")...)
}

// SearchRoles gives the roles whose texts contain all words.
func (c Catalogue) SearchRoles(words string) []*model.Role {
	var found []*model.Role
	for i := range c.Book.Roles {
		if r := &c.Book.Roles[i]; HasWords(strings.Join(c.tellings(r), " "), words) {
			found = append(found, r)
		}
	}
	return found
}

// tellings are all texts of a role.
func (c Catalogue) tellings(r *model.Role) []string {
	texts := []string{roleName(r), r.Purpose, r.Key, "Reports to: " + r.Reports, r.Appears}
	texts = slices.Concat(texts, r.Focus, r.Faces, r.Measures)
	for _, t := range r.Works {
		texts = append(texts, "Works with "+c.named(t.Role)+" on "+t.On)
	}
	for _, u := range r.Unlike {
		texts = append(texts, "Not to be confused with "+c.named(u.With)+": "+u.How)
	}
	for _, a := range c.answersFor(r.ID) {
		texts = append(texts, "May answer for: "+a)
	}
	return texts
}

// HasWords reports whether text contains each of the words, in any case.
func HasWords(text, words string) bool {
	text = strings.ToLower(text)
	for word := range strings.FieldsSeq(strings.ToLower(words)) {
		if !strings.Contains(text, word) {
			return false
		}
	}
	return true
}

// folded makes names comparable.
func folded(name string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(name), func(r rune) bool {
		return r == ' ' || r == '-' || r == '_' || r == '?' || r == '.'
	}), "-")
}
