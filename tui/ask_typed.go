package tui

import (
	tea "charm.land/bubbletea/v2"

	"remit/model"
)

// A number is typed in several keys, and people go on without enter behind the last one.
// So a key that leads away from the question gives first what is typed, and says so. What
// no answer can be is named; to leave with it the same key is pressed again.

// withTyped carries out a key, with what it means for a number that is being typed.
func (a *askScreen) withTyped(k tea.KeyPressMsg) tea.Cmd {
	switch {
	case a.talk.at == "" || !a.field.waits():
	case a.keys.undo.hit(k) && len(a.talk.drafts) == 0:
		a.reopen()
		a.status = status{tone: toneNote, text: "What you had typed is gone.", hint: keyUndo + " again takes the last answer back."}
		return nil
	case a.leadsAway(k):
		return a.awayWith(k)
	}
	return a.onKey(k)
}

// leadsAway reports that a key leaves the open question for another page.
func (a *askScreen) leadsAway(k tea.KeyPressMsg) bool {
	keys := a.keys
	switch {
	case k.Code == tea.KeyBackspace, a.explaining() && keys.leaving.hit(k):
		return false
	case keys.next.hit(k):
		return !a.covered()
	}
	return keys.leaving.hit(k) || keys.prev.hit(k) || keys.jump.hit(k) ||
		keys.review.when(a.talk.way != errand).hit(k) || keys.result.hit(k) && len(a.talk.drafts) == 0
}

// awayWith saves what is typed, then goes where the key leads.
func (a *askScreen) awayWith(k tea.KeyPressMsg) tea.Cmd {
	digits := a.field.digits
	answer, fault := a.field.answer(a.talk.question())
	if fault != "" {
		return a.awayWithout(k, "“"+digits+"” is not saved. "+fault)
	}
	if a.talk.way == errand {
		return a.give(answer)
	}
	given, err := a.talk.settle(answer)
	a.field.given = true
	if err != nil { // it is among what is not saved, which every way out names
		a.saved(err, "")
		return a.onKey(k)
	}
	cmd := a.onKey(k)
	told := given.told(a.talk.framework())
	switch {
	case given.was == given.is:
	case a.gone:
		return tea.Sequence(cmd, toast(toneGood, told))
	default:
		a.status = status{tone: toneGood, text: told, hint: takesItBack}
	}
	return cmd
}

// awayWithout names digits that are no answer. Only leaving asks once more: going back and
// forth is never refused.
func (a *askScreen) awayWithout(k tea.KeyPressMsg, fault string) tea.Cmd {
	if a.keys.leaving.hit(k) && !a.warned {
		a.warned = true
		a.status = status{tone: toneWarn, text: fault, hint: "Esc again leaves without it."}
		return nil
	}
	cmd := a.onKey(k)
	if a.gone {
		return tea.Sequence(cmd, toast(toneWarn, fault))
	}
	if a.status.text == "" {
		a.status = status{tone: toneWarn, text: fault}
	}
	return cmd
}

// atStake says which number is typed that leaving at once would lose; "" if there is none.
func (a *askScreen) atStake() string {
	q := a.talk.question()
	if q == nil || !a.field.waits() {
		return ""
	}
	return q.Short + ": " + a.field.digits
}

// clearHint tells how the answer to the open question goes; "" if there is none.
func (a *askScreen) clearHint() string {
	if a.talk.at == "" || a.talk.said(a.talk.at).Kind == model.Unanswered {
		return ""
	}
	return "d takes this answer away."
}

// settle saves an answer to the open question, and stays.
func (i *interview) settle(a model.Answer) (given slip, err error) {
	given = slip{i.session.ID, i.at, a, a}
	if given.was, err = i.keep(draft{question: i.at, answer: a}); err == nil {
		i.learn(i.at)
	}
	return given, err
}
