package tui

import (
	"slices"
	"strings"

	"remit/model"
	"remit/report"
)

// listMost is how wide the list of answers may become beside the rest.
const listMost = 58

// View shows the verdict, below it the answers and what follows from them.
func (v *whatIfScreen) View() string {
	t := v.env.theme
	if v.comparing {
		return v.sideBySide()
	}
	head := v.head() + "\n"
	switch {
	case v.mapped:
		return head + v.page.view(t)
	case v.wide():
		right := v.w - v.list.w - whatIfGap
		return head + beside(v.list.h, whatIfGap, []int{v.list.w, right}, v.list.view(t), v.panel(right, v.list.h))
	}
	below := v.panel(v.w, v.below())
	if below == "" {
		return head + v.list.view(t)
	}
	return head + box(v.list.view(t), v.w, v.list.h) + "\n\n" + below
}

const whatIfGap = 3

func (v *whatIfScreen) wide() bool { return v.w >= besideWidth }

// head is the verdict in one line; below it what one can do where there is room, on the
// page the question that the arrow keys change.
func (v *whatIfScreen) head() string {
	t := v.env.theme
	style := t.structure(v.now.advice.Recommendation).Bold(true)
	if v.now.advice.TooEarly() {
		style = t.strong
	}
	head, second := style.Render(cut(v.verdict(), v.w)), t.muted.Render(cut(v.advise(), v.w))
	if v.mapped && len(v.order) > 0 {
		second = v.line(v.w)
	}
	switch v.headHeight() {
	case 1:
		return head
	case 2:
		return head + "\n" + second
	}
	return head + "\n" + second + "\n"
}

func (v *whatIfScreen) headHeight() int {
	switch {
	case v.h >= 14:
		return 3
	case v.mapped && len(v.order) > 0:
		return 2
	}
	return 1
}

// advise says in one line what can be done here.
func (v *whatIfScreen) advise() string {
	switch n := len(v.suppose.changes(v.order)); {
	case n == 0 && v.w < besideWidth:
		return "Try another answer. Nothing is saved."
	case n == 0:
		return "Try other answers. Nothing is saved unless you keep it (k)."
	case v.isKept(v.suppose.now):
		return "These changes are kept as a session of their own."
	case v.letterOf(v.suppose.now) != "":
		return "This is " + v.letterOf(v.suppose.now) + ", set aside. Press c to compare."
	case v.w < besideWidth:
		return plural(n, "answer", "answers") + " changed, nothing saved."
	default:
		return plural(n, "answer", "answers") + " changed. Nothing is saved unless you keep it (k)."
	}
}

// verdict says what is advised now, and what was before the changes: "Virtual CIO →
// CIO only, leaning".
func (v *whatIfScreen) verdict() string {
	before, now := v.lead(v.before), v.lead(v.now.advice)
	firm := ""
	if !v.now.advice.TooEarly() {
		firm = ", " + string(v.now.advice.Standing)
	}
	switch {
	case len(v.suppose.changes(v.order)) == 0:
		return now + firm
	case before != now:
		return before + " " + glyphRight + " " + now + firm
	case firm != "" && v.before.Standing != v.now.advice.Standing:
		return "Still " + now + ": " + string(v.before.Standing) + " " + glyphRight + " " + string(v.now.advice.Standing)
	case firm != "":
		return "Still " + now + firm
	}
	return "Still too early to say"
}

// lead names what is advised.
func (v *whatIfScreen) lead(a model.Advice) string {
	if a.TooEarly() {
		return "Too early to say"
	}
	name := advised(v.words(), &a)
	if form(v.words(), &a) != "" {
		name += " (" + v.words().Structure(a.Recommendation).Letter + ")" // so it is known among the bars
	}
	return name
}

// lay writes list and page anew and brings the cursor into sight.
func (v *whatIfScreen) lay() {
	if v.comparing {
		v.layTable()
		return
	}
	left, h := v.w, max(v.h-v.headHeight(), 1)
	if v.wide() {
		left = min(v.w/2+3, listMost) // so that the names of questions are whole at 80 columns
	} else if b := v.below(); b > 0 {
		h -= b + 1
	}
	v.list.resize(left, h)
	v.listAnswers()
	if v.mapped {
		v.page.resize(v.w, max(v.h-v.headHeight(), 1))
		v.page.set(v.whole(v.page.textWidth()))
	}
}

// below is how many lines stand under the list where it is too narrow for two
// columns: the five at least, else nothing.
func (v *whatIfScreen) below() int {
	const listLeast = 6
	room := v.h - v.headHeight() - 1
	if v.wide() || room < listLeast+model.NumStructures {
		return 0
	}
	return max(room-len(v.order)*3/2, min(room-listLeast, model.NumStructures))
}

// panel shows what follows in at most h lines: what does not fit is on the page.
func (v *whatIfScreen) panel(w, h int) string {
	drawing := v.drawing()
	shown, all := "", true
	for _, block := range []string{v.fives(w), drawing.view(w), v.turnsText(w, 1), v.pathText(w)} {
		apart, together := stack(shown, block), pile(shown, block)
		switch {
		case height(apart) <= h:
			shown = apart
		case height(together) <= h:
			shown = together
		default:
			all = false
		}
	}
	if more := stack(shown, v.env.theme.muted.Render(cut("m: the map and what would turn it", w))); !all && shown != "" && height(more) <= h {
		return more
	}
	return shown
}

// whole is the page with everything that follows.
func (v *whatIfScreen) whole(w int) string {
	drawing := v.drawing()
	return stack(
		pile(drawing.view(w), drawing.columnsInWords(w), drawing.legend(w)),
		v.pathText(w),
		v.turnsText(w, report.MostTurns),
		pile(v.fives(w), v.standings().legend(w)),
	)
}

func (v *whatIfScreen) drawing() phaseMap {
	return phaseMap{theme: v.env.theme, words: v.words(), whatFollows: v.now}
}

// fives draws the bars.
func (v *whatIfScreen) fives(w int) string { return v.standings().rows(min(w, 80)) }

func (v *whatIfScreen) standings() standings {
	return standings{theme: v.env.theme, words: v.words(), outlook: v.now.advice.Outlook, final: true}
}

// pathText says what happens as the company grows.
func (v *whatIfScreen) pathText(w int) string {
	f := v.words()
	text := pathInWords(f, v.now.growth, v.now.path)
	if text == "" {
		return ""
	}
	return pile(tint(v.env.theme.strong, wrapped("Along "+strings.ToLower(shortOf(f, v.now.growth)), w)), wrapped(text, w))
}

// turnsText says the smallest changes that would turn the advice, at most so many for
// each structure, the nearest structure first.
func (v *whatIfScreen) turnsText(w, most int) string {
	t, f := v.env.theme, v.words()
	if v.now.advice.TooEarly() {
		return ""
	}
	blocks := []string{tint(t.strong, wrapped("What would turn it", w))}
	near := report.Nearest(v.now.turns)
	for _, s := range near {
		list, _ := waysOf(v.now.turns, s)
		for _, turn := range list[:min(len(list), most)] {
			blocks = append(blocks, v.turnText(turn, w))
		}
	}
	for _, s := range model.Structures() {
		if s != v.now.advice.Recommendation && !slices.Contains(near, s) && most > 1 {
			text := f.Structure(s).Title + ": no change of up to " + plural(v.env.Engine.MostFlips(), "answer", "answers") + " leads there"
			blocks = append(blocks, tint(t.muted, hang(f.Structure(s).Letter+" ", text, w)))
		}
	}
	if len(blocks) == 1 {
		blocks = append(blocks, wrapped("No change of up to "+plural(v.env.Engine.MostFlips(), "answer", "answers")+".", w))
	}
	return pile(blocks...)
}

func (v *whatIfScreen) turnText(turn model.Turn, w int) string {
	info := v.words().Structure(turn.To)
	mark := v.env.theme.structure(turn.To).Bold(true).Render(fit(info.Letter, 1)) + " "
	return hang(mark, info.Title+" if "+turnInWords(v.words(), turn), w)
}
