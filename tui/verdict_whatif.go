package tui

import (
	tea "charm.land/bubbletea/v2"

	"remit/advisor"
	"remit/model"
)

// whatIfPage says what would turn the advice, and leads to where it can be tried.
func (v *verdictScreen) whatIfPage(w int) string {
	t, f := v.env.theme, v.words()
	blocks := []string{
		pile(tint(t.strong, wrapped("What would turn it", w)), wrapped(standingInWords(v.advice), w)),
		hang(t.accent.Render(glyphCursor)+" ", "Press enter to try other answers and watch the points move. The session stays as it is.", w),
	}
	var far, none []string
	for _, n := range v.advice.WhyNot {
		info := f.Structure(n.Structure)
		ways, all := v.waysTo(n.Structure, w), countTo(v.turns, n.Structure)
		switch {
		case ways != "":
			blocks = append(blocks, pile(t.structure(n.Structure).Bold(true).Render(cut(info.Letter+" "+info.Title, w)), ways))
		case all > 0:
			far = append(far, info.Title+" ("+plural(all, "way", "ways")+")")
		default:
			none = append(none, info.Title)
		}
	}
	return stack(append(blocks, tint(t.muted, wrapped(fartherOff(far), w)), tint(t.muted, wrapped(v.noWay(none), w)))...)
}

// fartherOff names the structures to which every way is one that no company plans for.
func fartherOff(to []string) string {
	if len(to) == 0 {
		return ""
	}
	return "Only farther off: " + listing(to, "and") + "."
}

// noWay says to which structures there is no way.
func (v *verdictScreen) noWay(to []string) string {
	switch {
	case len(to) == 0:
		return ""
	case !v.turned:
		return "Looking for what would turn it …"
	}
	return "No change of up to " + plural(v.env.Engine.MostFlips(), "answer", "answers") + " turns it to " + listing(to, "or") + "."
}

// turnsMsg brings the smallest changes that would turn the advice. The search takes
// longer than a frame, so it runs beside the screen.
type turnsMsg struct {
	era   int
	turns []model.Turn
}

func (v *verdictScreen) findTurns() tea.Cmd {
	v.turnEra = v.env.era()
	era, engine, answers := v.turnEra, v.env.Engine, v.session.Answers.Clone()
	return func() tea.Msg {
		advice := engine.Advise(answers, advisor.MaxFlips)
		return turnsMsg{era, engine.Turns(answers, advice.Flips)}
	}
}
