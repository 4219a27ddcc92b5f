package tui

import (
	"strings"

	"remit/model"
	"remit/report"
)

func (v *verdictScreen) words() *model.Framework { return v.env.Engine.Framework() }

// page writes the open tab in w cells.
func (v *verdictScreen) page(w int) string {
	if v.early() {
		return v.earlyPage(w)
	}
	switch v.tab {
	case tabWhy:
		return v.whyPage(w)
	case tabOthers:
		return v.othersPage(w)
	case tabUnknown:
		return v.unknownPage(w)
	case tabWhatIf:
		return v.whatIfPage(w)
	case tabPlan:
		return v.planPage(w)
	case tabSources:
		return v.sourcesPage(w)
	}
	return v.verdictPage(w)
}

// verdictPage is the page that people show each other: what to do, how firm that
// is and the three main reasons, all in sight at once where that can be; below
// them where the five stand and what to mind.
func (v *verdictScreen) verdictPage(w int) string {
	summary, hasFirst := v.summary(w)
	blocks := []string{summary, v.sinceText(w), v.ranking(w), v.findings(w)}
	if first := report.FirstStep(v.onPaper()); first != "" && !hasFirst {
		blocks = append(blocks, v.env.theme.strong.Render("First")+"\n"+wrapped(first, w))
	}
	return stack(blocks...)
}

// sinceText says what is to be known about a session of another framework.
func (v *verdictScreen) sinceText(w int) string {
	t := v.env.theme
	var blocks []string
	for i, said := range v.since {
		head := ""
		if i == 0 {
			head = t.strong.Render("Made under other rules")
		}
		blocks = append(blocks, pile(head, hang(t.warn.Render(glyphWarn)+" ", said, w)))
	}
	return pile(blocks...)
}

// standingInWords says how firm a recommendation is and what that rests on, never as
// a percentage.
func standingInWords(a model.Advice) string {
	text := sentence(string(a.Standing))
	if a.StandingWhy != "" {
		text += " " + a.StandingWhy
	}
	return text
}

// ranking draws the bars, best first.
func (v *verdictScreen) ranking(w int) string {
	order := make([]model.Structure, len(v.advice.Ranking))
	for i, r := range v.advice.Ranking {
		order[i] = r.Structure
	}
	s := standings{theme: v.env.theme, words: v.words(), outlook: v.advice.Outlook, order: order, final: true}
	rows := s.rows(min(w, 80))
	if !v.settled() {
		if v.h >= 14 {
			rows += "\n"
		}
		rows += "\n" + s.legend(w)
	}
	return pile(rows, tint(v.env.theme.muted, wrapped(formText(v.words(), &v.advice), w)))
}

// settled reports that no bar can move any more.
func (v *verdictScreen) settled() bool {
	for _, b := range v.advice.Outlook.Bars {
		if b.Low != b.High {
			return false
		}
	}
	return true
}

// findings shows contradictions and safeguards plainly: what, why, what to do.
func (v *verdictScreen) findings(w int) string {
	t := v.env.theme
	var blocks []string
	add := func(title string, list []model.Finding, mark string) {
		for i, f := range list {
			head := ""
			if i == 0 {
				head = t.strong.Render(title)
			}
			said := ""
			if len(f.Questions) > 0 {
				said = tint(t.muted, indent(wrapped("You said: "+quotes(v.words(), f.Questions, v.advice.Answers), w-2), "  "))
			}
			do := ""
			if f.Do != "" {
				do = hang("  "+glyphRight+" ", f.Do, w)
			}
			blocks = append(blocks, pile(head, t.warn.Render(mark)+" "+strings.TrimPrefix(hang("  ", f.Title+". "+f.Because, w), "  "), do, said, v.proof(f.Strength, f.Sources, w)))
		}
	}
	add("What does not fit together", v.advice.Misfits, glyphWarn)
	add("Do this with it", v.advice.Warnings, glyphBullet)
	return stack(blocks...)
}

// proof says how well a rule is founded and on what, when that is asked for.
func (v *verdictScreen) proof(s model.Strength, sources []string, w int) string {
	if !v.proofs {
		return ""
	}
	text := strings.TrimSpace(strengthInWords(s) + ". " + sourcesText(v.words(), sources))
	return tint(v.env.theme.muted, indent(wrapped(text, w-4), "    "))
}
