package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"remit/model"
)

// variant is a set of answers that is compared with others.
type variant struct {
	answers model.Answers
	advice  model.Advice
	from    string // name of the saved session that these are the answers of; "" if they are supposed
	session string // its id
}

// mostVariants is how many people can keep apart, the session among them.
const mostVariants = 4

// variants are what stands side by side, never more than mostVariants: the session,
// what was set aside, and what is tried now if it is none of these and there is room.
func (v *whatIfScreen) variants() []variant {
	list := append([]variant{{answers: v.suppose.was, advice: v.before}}, v.aside...)
	if v.loose() && len(list) < mostVariants {
		list = append(list, v.present())
	}
	return list
}

func (v *whatIfScreen) present() variant {
	return variant{answers: v.suppose.now, advice: v.now.advice}
}

// loose reports that what is tried now is neither the session nor set aside.
func (v *whatIfScreen) loose() bool {
	return len(v.suppose.changes(v.order)) > 0 && v.letterOf(v.suppose.now) == ""
}

// letterOf gives the letter under which these answers are set aside; "" if they are not.
func (v *whatIfScreen) letterOf(as model.Answers) string {
	for i := range v.aside {
		if sameAnswers(v.aside[i].answers, as) {
			return variantLetter(i + 1)
		}
	}
	return ""
}

// variantLetter names a variant by its place: A is the session.
func variantLetter(place int) string { return string(rune('A' + place)) }

// setAside keeps what is tried now among the variants, while one goes on changing it.
func (v *whatIfScreen) setAside() tea.Cmd {
	letter := v.letterOf(v.suppose.now)
	switch {
	case len(v.suppose.changes(v.order)) == 0:
		return toast(toneNote, "Change an answer first.")
	case letter != "":
		return toast(toneNote, "These answers are "+letter+" already. Change one of them, or press c to compare.")
	case len(v.aside) == mostVariants-1:
		return toast(toneWarn, "Four are the most. Press c, and d takes one out.")
	}
	v.aside = append(v.aside, v.present())
	v.lay()
	return toast(toneGood, "Set aside as "+v.letterOf(v.suppose.now)+". Go on changing, or press c to compare.")
}

// takeUp goes on changing from a variant. What was tried until then is set aside, or
// given up after a question where there is no room for it.
func (v *whatIfScreen) takeUp(place int) tea.Cmd {
	list := v.variants()
	to := takeMsg{v.nextEra(), list[place].answers, "You go on from " + variantLetter(place) + "."}
	switch {
	case sameAnswers(list[place].answers, v.suppose.now):
	case v.loose() && len(v.aside) < mostVariants-1:
		v.aside = append(v.aside, v.present())
		to.says += " What you tried is " + v.letterOf(v.suppose.now) + "."
	case v.loose() && !v.isKept(v.suppose.now):
		return v.env.ask("Give up what you try now?", v.changesInWords(v.suppose.now)+
			"\nFour are the most, so there is no room to set it aside. To keep it, go back, take another out with d and set it aside with s.",
			"give it up", func() tea.Msg { return to })
	}
	return v.take(to)
}

// takeMsg says which answers to go on from, and what to tell of it.
type takeMsg struct {
	era     int
	answers model.Answers
	says    string
}

func (v *whatIfScreen) take(msg takeMsg) tea.Cmd {
	if msg.era != v.era {
		return nil
	}
	v.suppose.now, v.wentOn = msg.answers, msg.answers
	v.comparing = false
	v.judge()
	v.lay()
	return toast(toneNote, msg.says)
}

// takeOut removes a variant; bringBack puts it back.
func (v *whatIfScreen) takeOut(place int) tea.Cmd {
	if place == 0 {
		return toast(toneNote, "A is the session itself and stays.")
	}
	gone := v.variants()[place]
	v.removed = &gone
	if place <= len(v.aside) {
		v.aside = slices.Delete(slices.Clone(v.aside), place-1, place)
	}
	if sameAnswers(gone.answers, v.suppose.now) {
		v.suppose.now = v.suppose.was
		v.judge()
	}
	v.lay()
	return toast(toneGood, variantLetter(place)+" is taken out. "+keyUndo+" brings it back.")
}

// bringBack undoes the last takeOut.
func (v *whatIfScreen) bringBack() tea.Cmd {
	gone := v.removed
	switch {
	case gone == nil:
		return toast(toneNote, "Nothing was taken out.")
	case len(v.variants()) == mostVariants:
		return toast(toneWarn, "Four are the most. Take another one out first.")
	}
	v.removed = nil
	if v.letterOf(gone.answers) == "" {
		v.aside = append(v.aside, *gone)
	}
	v.table.column = len(v.aside)
	v.lay()
	return toast(toneGood, "Back as "+v.letterOf(gone.answers)+".")
}

// unkept lists the supposed answers that leaving would lose: what is tried now, and
// what was set aside.
func (v *whatIfScreen) unkept() []model.Answers {
	var list []model.Answers
	for i := range v.aside {
		if v.aside[i].from == "" && !v.isKept(v.aside[i].answers) {
			list = append(list, v.aside[i].answers)
		}
	}
	if v.loose() && !v.isKept(v.suppose.now) {
		list = append(list, v.suppose.now)
	}
	return list
}

// unkeptInWords says each change of each, under its letter where there are several.
func (v *whatIfScreen) unkeptInWords() string {
	list := v.unkept()
	if len(list) == 1 {
		return v.changesInWords(list[0])
	}
	parts := make([]string, len(list))
	for i, as := range list {
		name := "Now"
		if letter := v.letterOf(as); letter != "" {
			name = letter
		}
		parts[i] = name + ":\n" + v.changesInWords(as)
	}
	return strings.Join(parts, "\n")
}

// atStake says in a few words what ctrl+c would lose; "" if that is nothing.
func (v *whatIfScreen) atStake() string {
	list := v.unkept()
	switch len(list) {
	case 0:
		return ""
	case 1:
		n := len(supposition{v.suppose.was, list[0]}.changes(v.order))
		return plural(n, "supposed answer", "supposed answers")
	}
	return plural(len(list), "variant", "variants") + " in What if"
}
