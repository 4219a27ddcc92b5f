package report

import (
	"strings"

	"remit/model"
)

// consulting says how whoever has a C is asked: of most rows, and of those in which it is
// another way. It is empty where nobody has a C.
func (r Report) consulting() string {
	rows := map[model.Asking][]string{}
	for i, row := range r.Follows.Matrix.Rows {
		if !r.consults(i) {
			continue
		}
		how := r.consultedBy(row.Activity)
		rows[how] = append(rows[how], r.activityTitle(row.Activity))
	}
	var ways []string
	if len(rows[model.ByDraft]) > 0 {
		ways = append(ways, "Who has a C "+AskedHow(model.ByDraft)+"; the number of days is a proposal.")
	}
	for _, how := range []model.Asking{model.InMeeting, model.ByCall} {
		if len(rows[how]) > 0 {
			ways = append(ways, "In these rows a C "+AskedHow(how)+": "+strings.Join(rows[how], "; ")+".")
		}
	}
	if len(ways) == 0 {
		return ""
	}
	return strings.Join(append(ways, "A C is a voice and no veto."), " ")
}

// consults reports whether anybody has a C in a row.
func (r Report) consults(row int) bool {
	return len(r.Follows.Matrix.Holding(row, func(l model.Letter) bool { return l == model.LetterC })) > 0
}

// consultedBy is how those with a C in a row are asked: on a draft where the framework, which may
// consult nobody there, says nothing else.
func (r Report) consultedBy(activity string) model.Asking {
	if a := r.Book.Activity(activity); a != nil && a.Asked != "" {
		return a.Asked
	}
	return model.ByDraft
}

// AskedHow says how whoever is consulted is asked, as it is read after a name: "is heard in
// the meeting that decides".
func AskedHow(how model.Asking) string {
	switch how {
	case model.InMeeting:
		return "is heard in the meeting that decides"
	case model.ByCall:
		return "is called or written to at once"
	}
	return "comments on a written draft within five working days"
}
