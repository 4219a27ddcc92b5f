package report

import (
	"strings"

	"remit/model"
)

// notes are what people wrote to the questions, which may name names.
func (r Report) notes() map[string]string {
	if r.Session == nil || r.Anonymous {
		return nil
	}
	return r.Session.Notes
}

// noted lists the notes in the order of the questions.
func noted(r Report) block {
	notes := r.notes()
	var items []item
	for _, q := range r.Framework.Questions {
		if text := notes[q.ID]; text != "" {
			items = append(items, entry(short(r.Framework, q.ID), strings.Split(model.CleanLines(text), "\n")...))
		}
	}
	return list(items...)
}
