package report

import (
	"io"

	"remit/model"
)

// A Catalogue is what can be looked up without any answers: the framework and what it
// knows of life after the advice. Its methods compose pages; they only read it.
type Catalogue struct {
	Framework *model.Framework
	Book      *model.Playbook
}

// Page is something that was looked up, ready to be written in either form.
type Page struct{ doc document }

// Text writes the page for people to read in a terminal or a pipe.
func (p Page) Text(w io.Writer, o TextOptions) error { return set(w, p.doc, o) }

// Markdown writes the page as Markdown does: every text stands for itself.
func (p Page) Markdown(w io.Writer) error { return paged(w, p.doc) }

// report lends a catalogue the words that reports have for roles and activities.
func (c Catalogue) report() Report { return Report{Framework: c.Framework, Book: c.Book} }

func (c Catalogue) roleShort(id string) string { return c.report().roleShort(id) }

// named gives a role with its full title and its short one.
func (c Catalogue) named(id string) string {
	role := c.Book.Role(id)
	if role == nil {
		return id
	}
	return roleName(role)
}

func roleName(r *model.Role) string {
	if r.Short == "" || r.Short == r.Title {
		return r.Title
	}
	return r.Title + " (" + r.Short + ")"
}

// shorts names roles as columns do.
func (c Catalogue) shorts(ids []string) []string {
	words := make([]string, len(ids))
	for i, id := range ids {
		words[i] = c.roleShort(id)
	}
	return words
}
