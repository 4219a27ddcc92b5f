package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"remit/model"
)

// What was left open when everything had been asked: the result says how much, one key
// leads to it, and another takes back what was answered there.

// unsettled lists the questions that still wait for an answer, the one to ask next first.
func (v *verdictScreen) unsettled() []model.Unknown {
	return slices.DeleteFunc(v.unknown(), func(u model.Unknown) bool {
		return u.Said == model.NotApplicable || v.words().Question(u.Question) == nil
	})
}

// settles reports that there is something to settle and a key for it: while it is too
// early, and where one chooses among the open questions, enter does that.
func (v *verdictScreen) settles() bool {
	return !v.early() && v.tab != tabUnknown && len(v.unsettled()) > 0
}

// leftOpen says what waits for an answer; "" if nothing does.
func (v *verdictScreen) leftOpen(w int) string {
	list := v.unsettled()
	switch len(list) {
	case 0:
		return ""
	case 1:
		return v.term("Left open", quote(v.words(), list[0].Question, model.Answer{Kind: list[0].Said})+v.settleHint("it"), w)
	}
	count := map[model.AnswerKind]int{}
	for _, u := range list {
		if u.Said == model.Later {
			u.Said = model.Unsure // both wait for somebody to find out, as in every tally
		}
		count[u.Said]++
	}
	var parts []string
	for _, x := range []struct {
		kind model.AnswerKind
		word string
	}{{model.Unsure, "to find out"}, {model.Unanswered, "not answered"}} {
		if n := count[x.kind]; n > 0 {
			parts = append(parts, thousands(n)+" "+x.word)
		}
	}
	return v.term("Left open", strings.Join(parts, ", ")+v.settleHint("them"), w)
}

// settleHint says which key leads to what was left open.
func (v *verdictScreen) settleHint(what string) string {
	return "; press " + v.keys.settle.Help().Key + " to settle " + what
}

// undoKey is the key that takes back what was done here last: the answer that one comes
// back from, or a figure of the company's own.
func (v *verdictScreen) undoKey() binding {
	k := v.keys.undo
	if v.slip.some() {
		k.says = "Take back the answer that you have just given"
		return k
	}
	return k.when(v.pricing() && v.ledger.undoable())
}

func (v *verdictScreen) undo() tea.Cmd {
	if !v.slip.some() {
		return v.ledger.undo()
	}
	s, decided, told := v.slip.undo(v.env, v.session)
	if !decided {
		return told
	}
	v.era = v.env.era() // what is still being read is older
	v.take(s)
	v.lay()
	return tea.Batch(v.findTurns(), told)
}
