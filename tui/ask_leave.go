package tui

import (
	tea "charm.land/bubbletea/v2"
)

// leave saves which question was open and goes back. What could not be saved is
// named before it is lost; a second time in a row it is given up.
func (a *askScreen) leave() tea.Cmd {
	warned := a.warned
	err := a.talk.leave()
	switch {
	case err == nil && len(a.unsaved) > 0 && !warned:
		a.warned = true
		a.status = status{tone: toneWarn, text: plural(len(a.unsaved), "note that you wrote is", "notes that you wrote are") +
			" not saved. Esc again leaves without it; n opens the note of a question."}
		return nil
	case err == nil || warned:
		return a.wish(a.env.back())
	case len(a.talk.drafts) > 0:
		a.warned = true
		a.status = status{tone: toneWarn, text: plural(len(a.talk.drafts), "thing", "things") + " you said here could not be saved. " +
			unsavedText(err) + " Esc again leaves without it."}
		return nil
	}
	return a.wish(a.env.parting(toneWarn, "Your answers are saved; which question was open could not be."))
}

// toReview opens the page with all answers. It shows what is saved, so what is
// not has to be saved first.
func (a *askScreen) toReview() tea.Cmd {
	if err := a.talk.flush(); err != nil {
		a.saved(err, "")
		return nil
	}
	return a.wish(a.env.open(placeReview, a.talk.session))
}

// toResult opens the result of what is saved.
func (a *askScreen) toResult() tea.Cmd {
	if err := a.talk.flush(); err != nil {
		a.saved(err, "")
		return nil
	}
	return a.wish(a.env.open(placeVerdict, a.talk.session))
}

// toQuestion opens a question once more, to come back when it is answered.
func (a *askScreen) toQuestion(question string) tea.Cmd {
	if err := a.talk.flush(); err != nil {
		a.saved(err, "")
		return nil
	}
	return a.wish(openQuestion(a.env, a.talk.session, question))
}

// endings are the ways on when nothing more is asked.
func (a *askScreen) endings() []choice {
	cs := []choice{{key: "1", label: "See the result", help: "who should lead technology, and why"}}
	if q := a.talk.framework().Question(a.talk.afterAll()); q != nil {
		cs = append(cs, choice{key: "2", label: "Answer “" + q.Short + "” after all", help: "what could speak was said not to apply", opens: q.ID})
	}
	if n := a.unansweredCount(); n > 0 {
		label := "Answer what was left open"
		if a.talk.way == adaptive {
			label = "Go on with the full interview"
		}
		cs = append(cs, choice{key: digit(len(cs) + 1), label: label,
			help: plural(n, "question is", "questions are") + " not answered; nothing is asked again"})
	}
	return append(cs, choice{key: digit(len(cs) + 1), label: "Check the answers", help: "and change them"})
}

func (a *askScreen) unansweredCount() int { return len(a.talk.order) - a.talk.asked() }

func (a *askScreen) onEndingKey(k tea.KeyPressMsg) tea.Cmd {
	if d, ok := a.keys.delta(k, len(a.choices)); ok {
		a.moveTo(a.cur + d)
		return nil
	}
	if a.keys.say.hit(k) {
		return a.end(a.cur)
	}
	for i, c := range a.choices {
		if c.key == k.Text && k.Text != "" {
			return a.end(i)
		}
	}
	return nil
}

// end carries out one of the endings.
func (a *askScreen) end(i int) tea.Cmd {
	switch {
	case i == 0:
		return a.toResult()
	case i == len(a.choices)-1:
		return a.toReview()
	case a.choices[i].opens != "":
		return a.toQuestion(a.choices[i].opens)
	}
	a.talk.goOn()
	return nil
}
