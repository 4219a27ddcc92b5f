package tui

import (
	"slices"

	"remit/advisor"
	"remit/model"
)

// following is what follows from the advice of a session, with the letters that people
// chose. It is worked out when somebody first looks at it.
type following struct {
	env     *env
	edits   []model.CellEdit
	advice  *model.Advice
	known   bool
	set     model.Deliverables
	matrix  model.Matrix // the set's, with the letters that people chose
	lost    int          // how many of these have no place in it
	broken  []model.Breach
	remarks []model.Remark // on that matrix
}

// of makes it follow from another advice.
func (f *following) of(a *model.Advice, edits []model.CellEdit) {
	f.advice, f.edits, f.known = a, edits, false
}

// look works out what is not known yet.
func (f *following) look() *following {
	if f.known {
		return f
	}
	f.set, f.known = f.env.Engine.Deliver(f.advice), true
	f.matrix, f.lost, f.broken = f.revised(f.edits)
	f.remarks = f.env.Engine.Remarks(&f.matrix, f.advice.Situation())
	return f
}

// revised gives the matrix with edits, how many of them found no place in it, and which
// laws it breaks. Edits come from a session that may be from elsewhere, so that a
// letter may be none.
func (f *following) revised(edits []model.CellEdit) (m model.Matrix, lost int, broken []model.Breach) {
	legal := slices.DeleteFunc(slices.Clone(edits), func(e model.CellEdit) bool { return !slices.Contains(model.Letters(), e.Letter) })
	m, idle := advisor.Revise(f.set.Matrix, legal)
	return m, len(idle) + len(edits) - len(legal), f.env.Engine.Breaches(&m, f.advice.Situation())
}

func (f *following) book() *model.Playbook       { return f.env.Engine.Playbook() }
func (f *following) framework() *model.Framework { return f.env.Engine.Framework() }

// short names a role as a column does.
func (f *following) short(role string) string {
	if r := f.book().Role(role); r != nil {
		return r.Short
	}
	return model.Clean(role)
}

// title names a role in full.
func (f *following) title(role string) string {
	if r := f.book().Role(role); r != nil {
		return r.Title
	}
	return model.Clean(role)
}

// charter gives the charter of a role; nil if it has none here.
func (f *following) charter(role string) *model.Charter {
	for i := range f.look().set.Charters {
		if f.set.Charters[i].Role == role {
			return &f.set.Charters[i]
		}
	}
	return nil
}

// asked names questions by their few words.
func (f *following) asked(questions []string) string {
	words := make([]string, len(questions))
	for i, id := range questions {
		words[i] = model.Clean(id)
		if q := f.framework().Question(id); q != nil {
			words[i] = q.Short
		}
	}
	return listing(words, "and")
}

// proof says how well something is founded, and on what.
func (f *following) proof(s model.Strength, sources []string, w int) string {
	text := sourcesText(f.framework(), sources)
	if s != "" {
		text = strengthInWords(s) + ". " + text
	}
	return tint(f.env.theme.muted, wrapped(text, w))
}
