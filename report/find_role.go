package report

import (
	"slices"
	"strings"
)

// What a question names by its exact title is what it is about: "Can the CTO be our data
// protection officer?" asks of that officer and of nothing that merely protects.

// titled gives the roles that a question names by a title of two words or more. Those of
// one word, such as "Security" or "Support", may be meant otherwise.
func (c Catalogue) titled(question string) []string {
	var ids []string
	for i := range c.Book.Roles {
		if r := &c.Book.Roles[i]; callsByTitle(question, roleNames(r)) {
			ids = append(ids, r.ID)
		}
	}
	return ids
}

// misses reports whether a topic is about none of the roles.
func (c Catalogue) misses(t *Topic, roles []string) bool {
	text := strings.Join([]string{t.Title, t.about, strings.Join(t.names, " ")}, " ")
	return len(roles) > 0 && !slices.ContainsFunc(roles, func(id string) bool { return callsByTitle(text, roleNames(c.Book.Role(id))) })
}

func callsByTitle(text string, names []string) bool {
	text = " " + plainWords(text) + " "
	return slices.ContainsFunc(names, func(n string) bool {
		spoken := plainWords(n)
		return strings.Contains(spoken, " ") && strings.Contains(text, " "+spoken+" ")
	})
}

// plainWords is a text in small letters with a space between its words, so that a name
// is found whatever stands around it.
func plainWords(text string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !letterOrDigit(r) }), " ")
}
