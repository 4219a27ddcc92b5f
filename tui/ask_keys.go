package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"remit/model"
)

// onKey carries out a key while no list or note lies over the question.
func (a *askScreen) onKey(k tea.KeyPressMsg) tea.Cmd {
	keys := a.keys
	switch {
	case a.explaining() && keys.leaving.hit(k), a.covered() && keys.say.hit(k):
		a.unfolded = false
		return nil
	case keys.leaving.hit(k):
		return a.leave()
	case keys.help.hit(k):
		return a.showHelp()
	case keys.review.when(a.talk.way != errand).hit(k):
		return a.toReview()
	case keys.result.hit(k) && len(a.talk.drafts) == 0:
		return a.toResult()
	case keys.jump.hit(k):
		a.over(newJump(a.env, a.talk, a.jumped))
		return nil
	case k.Code == tea.KeyBackspace && a.field.drop():
		return nil
	case keys.prev.hit(k):
		return a.goBack()
	case keys.undo.hit(k):
		a.undo()
		return nil
	}
	if a.talk.at == "" {
		return a.onEndingKey(k)
	}
	return a.onQuestionKey(k)
}

func (a *askScreen) onQuestionKey(k tea.KeyPressMsg) tea.Cmd {
	keys := a.keys
	switch {
	case keys.evidence.hit(k):
		a.unfolded = !a.unfolded
		a.evidence.top = 0
		return nil
	case a.covered(): // nobody answers a question that is out of sight
		a.evidence.update(k)
		return nil
	case keys.say.hit(k):
		return a.say()
	case keys.next.hit(k):
		return a.went(a.talk.skip())
	case keys.unsure.hit(k):
		return a.give(model.Answer{Kind: model.Unsure})
	case keys.na.hit(k):
		return a.give(model.Answer{Kind: model.NotApplicable})
	case keys.later.hit(k):
		return a.give(model.Answer{Kind: model.Later})
	case keys.clear.hit(k):
		if a.talk.said(a.talk.at).Kind != model.Unanswered {
			a.saved(a.talk.takeBack(), "Taken back. "+keyUndo+" brings it back.")
			a.reopen()
		}
		return nil
	case keys.note.hit(k):
		a.openNote()
		return nil
	case keys.retry.hit(k) && len(a.talk.drafts) > 0:
		ended, err := a.talk.retry()
		a.saved(err, "Saved.")
		return a.went(ended)
	case a.unfolded && (keys.pageUp.hit(k) || keys.pageDown.hit(k)):
		a.evidence.update(k)
		return nil
	}
	if d, ok := keys.delta(k, len(a.choices)); ok {
		a.moveTo(a.cur + d)
		return nil
	}
	return a.onDigit(k.Text)
}

// onDigit picks the choice with this digit, or types it where numbers are typed.
func (a *askScreen) onDigit(text string) tea.Cmd {
	if len(text) != 1 || text[0] < '0' || text[0] > '9' {
		return nil
	}
	if typesNumber(a.talk.question()) {
		a.typed(text)
		return nil
	}
	for i, c := range a.choices {
		if c.key == text {
			a.cur = i
			return a.give(c.answer)
		}
	}
	return nil
}

// typed takes digits into the field of a question that asks for a number.
func (a *askScreen) typed(text string) {
	q := a.talk.question()
	if q == nil || !typesNumber(q) {
		return
	}
	field := 0
	for i, c := range a.choices {
		if c.typed {
			field = i
		}
	}
	if a.cur != field {
		a.cur, a.field = field, number{}
	}
	for _, d := range text {
		if strings.ContainsRune("0123456789", d) {
			a.field.add(string(d))
		}
	}
}

func (a *askScreen) moveTo(i int) {
	a.cur = min(max(i, 0), len(a.choices)-1)
}

// say gives the answer under the cursor.
func (a *askScreen) say() tea.Cmd {
	if a.cur < 0 {
		a.status = status{tone: toneNote, text: "Pick an answer with " + glyphUp + glyphDown + " or a digit. Tab leaves it open."}
		return nil
	}
	c := a.choices[a.cur]
	if !c.typed {
		return a.give(c.answer)
	}
	answer, fault := a.field.answer(a.talk.question())
	if answer.Kind == model.Unanswered {
		if fault == "" {
			fault = "Type a number, or pick a range below."
		}
		a.status = status{tone: toneNote, text: fault}
		return nil
	}
	return a.give(answer)
}

// give saves an answer and goes on; if it cannot be saved, everything stays.
func (a *askScreen) give(answer model.Answer) tea.Cmd {
	given, ended, err := a.talk.answer(answer)
	a.saved(err, given.told(a.talk.framework()))
	switch {
	case err != nil:
		a.cur = pickOf(a.choices, answer)
		return nil
	case given.was != given.is:
		a.status.hint = takesItBack
	}
	return a.went(ended)
}

// undo takes the last answer back and shows its question.
func (a *askScreen) undo() {
	switch {
	case len(a.talk.drafts) > 0:
		a.status = status{tone: toneWarn, text: "Not everything is saved. " + a.keys.retry.Help().Key + " saves it first; then " +
			a.keys.undo.Help().Key + " takes back."}
		return
	case len(a.talk.past) == 0:
		a.status = status{tone: toneNote, text: "Nothing was answered since you came here.", hint: a.clearHint()}
		return
	}
	last, err := a.talk.undo()
	a.status.tone, a.status.text = last.takenBack(a.talk.framework(), err)
	a.reopen()
}

// saved shows how saving ended.
func (a *askScreen) saved(err error, done string) {
	if err != nil {
		a.status = status{tone: toneWarn, text: unsavedText(err)}
		return
	}
	a.status = status{tone: toneGood, text: done}
	switch {
	case a.talk.session.Deleted:
		a.status = status{tone: toneWarn, text: done + deletedMeanwhile}
	case a.talk.foreign > 0:
		a.status.text += " Somebody else changed this session meanwhile; their answers are in."
	}
	a.talk.foreign = 0
}

// deletedMeanwhile stands behind what was saved in a session that is gone from the lists.
const deletedMeanwhile = " But somebody has deleted this session meanwhile. It is kept among the deleted sessions; bring it back there."

// unsavedText says what failed and what to do about it, on one line.
func unsavedText(err error) string {
	return withCure("Not saved: "+model.Clean(err.Error())+".", err) + " Press r to save again."
}

// went goes back from an errand that is done. What is not saved is named before it is lost.
func (a *askScreen) went(ended bool) tea.Cmd {
	switch last := a.talk.standing(); {
	case !ended:
		return nil
	case len(a.talk.drafts) > 0:
		return a.leave()
	case last.some():
		return a.wish(a.report(last))
	}
	return a.wish(a.env.back())
}

// report goes back and tells there what was answered here.
func (a *askScreen) report(s slip) tea.Cmd {
	const mark = 2
	text := s.toldIn(a.talk.framework(), takesItBack, a.w-mark)
	if a.talk.session.Deleted {
		return tea.Sequence(a.env.back(), func() tea.Msg { return answeredMsg{s} }, toast(toneWarn, s.told(a.talk.framework())+deletedMeanwhile))
	}
	return tea.Sequence(a.env.back(), func() tea.Msg { return answeredMsg{s} }, toast(toneGood, text))
}

// goBack goes to the question before; from a single question, to where the reader
// came from.
func (a *askScreen) goBack() tea.Cmd {
	moved := a.talk.back()
	if !moved && a.talk.way == errand {
		return a.leave()
	}
	if !moved {
		a.status = status{tone: toneNote, text: "This is the first question. Esc leaves the interview."}
	}
	return nil
}

func (a *askScreen) jumped(question string) {
	a.talk.jump(question)
}

// over opens the jump list or a note over the question.
func (a *askScreen) over(o overlay) {
	a.inner = o
	o.Resize(a.w, a.h)
}
