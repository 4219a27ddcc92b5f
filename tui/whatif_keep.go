package tui

import (
	tea "charm.land/bubbletea/v2"

	"remit/model"
)

// keptSheet is what was kept as a session of this name.
type keptSheet struct {
	answers model.Answers
	name    string
}

// keptAs gives the name under which these answers are kept; "" if they are not.
func (v *whatIfScreen) keptAs(as model.Answers) string {
	for _, k := range v.kept {
		if sameAnswers(k.answers, as) {
			return k.name
		}
	}
	return ""
}

func (v *whatIfScreen) isKept(as model.Answers) bool { return v.keptAs(as) != "" }

// askKeep asks before it makes a session of what is supposed.
func (v *whatIfScreen) askKeep(as model.Answers) tea.Cmd {
	switch {
	case len(supposition{v.suppose.was, as}.changes(v.order)) == 0:
		return nil
	case v.isKept(as):
		return toast(toneNote, "These changes are kept already.")
	}
	agreed := branchMsg{v.nextEra(), as}
	return v.env.ask("Keep this as a session of its own?",
		v.changesInWords(as)+"\nAll other answers and the notes come along. The session itself stays as it is.",
		"keep", func() tea.Msg { return agreed })
}

// branchMsg says that the person agreed to keep these answers.
type branchMsg struct {
	era     int
	answers model.Answers
}

// branch saves what is supposed as a new session. One stays where one was.
func (v *whatIfScreen) branch(msg branchMsg) tea.Cmd {
	if msg.era != v.era || v.isKept(msg.answers) {
		return nil
	}
	s, err := model.KeepBranch(v.env.ctx, v.env.Sessions, v.session, "", v.env.By, msg.answers, v.words().Ref)
	if err != nil {
		return failed("keep this as a session of its own", err)
	}
	name := model.Clean(s.Name)
	v.kept = append(v.kept, keptSheet{msg.answers, name})
	v.lay()
	return toast(toneGood, "Kept as “"+cut(name, 60)+"”.")
}
