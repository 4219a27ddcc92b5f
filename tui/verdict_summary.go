package tui

import (
	"slices"
	"strings"

	"remit/model"
	"remit/report"
)

// summary is the part of the verdict that is to be seen without scrolling. It is
// written as roomy as it goes; where it does not go at all, it is not squeezed
// either, nor when evidence is asked for: then the strongest reason follows at once on the
// verdict, and the rest below. The first step is in it where it fits.
func (v *verdictScreen) summary(w int) (text string, withFirst bool) {
	if v.proofs {
		return v.summaryAt(airySummary, true, w), true
	}
	for d := airySummary; d < bareSummary; d++ {
		if text := v.summaryAt(d, true, w); height(text) <= v.body.h {
			return text, true
		}
	}
	for d := airySummary; d < numSummaries; d++ {
		if text := v.summaryAt(d, false, w); height(text) <= v.body.h {
			return text, false
		}
	}
	return v.glimpse(w), false
}

// glimpse is the summary for a window that has no room for it: verdict and strongest
// reason, shortened where need be, fill the first sight of the page.
func (v *verdictScreen) glimpse(w int) string {
	headline := v.headline(w)
	strongest := ""
	if list := v.advice.MainReasons(1); len(list) > 0 {
		r := list[0]
		mark := fitRight(signed(r.Points), 3) + " "
		pad := blank(width(mark))
		text := shorten(r.Because, w-len(pad), max(v.body.h-height(headline), 1))
		strongest = v.env.theme.structure(r.Structure).Render(mark) + strings.TrimPrefix(indent(text, pad), pad)
	}
	return stack(pile(headline, strongest), pile(v.terms(w), v.leftOpen(w)), wrapped(standingInWords(v.advice), w), v.mainReasonsAt(closeSummary, w))
}

// headline is what to do, in a sentence to repeat.
func (v *verdictScreen) headline(w int) string {
	t, f, a := v.env.theme, v.words(), &v.advice
	info := f.Spoken(a.Situation())
	open := report.NotSettled(f, a)
	named := wrapped(info.Letter+" "+model.Clean(f.Recommended(a)), w)
	beside := "  form of " + info.Title
	switch {
	case open != "":
		beside = "  " + report.FirstTold(f, a)
	case form(f, a) == "":
		beside = ""
	}
	if height(named) > 1 || width(named)+width(beside) > w {
		beside = "" // the bars say it too
	}
	return pile(tint(t.warn, wrapped(open, w)), tint(t.structure(a.Recommendation).Bold(true), named)+t.muted.Render(beside), tint(t.strong, wrapped(info.Verdict, w)))
}

// summaryDensity is how much air and detail the summary has.
type summaryDensity uint8

const (
	airySummary  summaryDensity = iota
	closeSummary                // no empty lines between the reasons
	shortSummary                // the answers behind a reason on one line
	denseSummary                // fewer empty lines
	bareSummary                 // reasons without the answers behind them
	tightSummary                // no empty lines
	lineSummary                 // each reason on one line
	leastSummary                // without what was left open; the page What if tells all of how firm it is
	numSummaries
)

func (v *verdictScreen) summaryAt(d summaryDensity, withFirst bool, w int) string {
	headline := v.headline(w)
	standing := wrapped(standingInWords(v.advice), w)
	terms := v.terms(w)
	if d >= tightSummary {
		terms = v.closeTerms(w)
	}
	if d < leastSummary {
		terms = pile(terms, v.leftOpen(w))
	} else {
		standing = shorten(standingInWords(v.advice), w, 3)
	}
	if withFirst {
		terms = pile(terms, v.term("First", report.FirstStep(v.onPaper()), w))
	}
	reasons := v.mainReasonsAt(d, w)
	switch {
	case d >= tightSummary:
		return pile(headline, terms, standing, reasons)
	case d >= denseSummary:
		return stack(pile(headline, terms, standing), reasons)
	}
	return stack(headline, terms, standing, reasons)
}

// mainReasonsAt writes the three main reasons, as far as there are so many.
func (v *verdictScreen) mainReasonsAt(d summaryDensity, w int) string {
	list := v.advice.MainReasons(3)
	if len(list) == 0 {
		return ""
	}
	slices.SortStableFunc(list, byPoints) // as on the page Why
	t := v.env.theme
	parts := make([]string, len(list))
	for i, r := range list {
		mark := fitRight(signed(r.Points), 3) + " "
		pad := blank(width(mark))
		room := w - len(pad)
		because, said := wrapped(r.Because, room), wrapped(v.behind(r), room)
		switch {
		case d >= lineSummary:
			because, said = inShort(r.Because, room), ""
		case d >= bareSummary:
			said = ""
		case d >= shortSummary:
			said = cut(v.behind(r), room)
		}
		text := t.structure(r.Structure).Render(mark) + strings.TrimPrefix(indent(because, pad), pad)
		if said != "" {
			text += "\n" + tint(t.muted, indent(said, pad))
		}
		parts[i] = pile(text, v.proof(r.Strength, r.Sources, w))
	}
	title := t.strong.Render(mainReasonsTitle(len(list)))
	if d == airySummary {
		return title + "\n" + stack(parts...)
	}
	return title + "\n" + pile(parts...)
}

func mainReasonsTitle(n int) string {
	switch n {
	case 1:
		return "The one reason so far"
	case 2:
		return "The two reasons so far"
	}
	return "The three main reasons"
}

// behind names the answers that a reason comes from.
func (v *verdictScreen) behind(r model.Reason) string {
	return "Because you said: " + quotes(v.words(), r.Questions, v.advice.Answers)
}

// inShort is a sentence on one line of w cells. What has no room goes from a comma or the
// like on, so that what stays is a thought.
func inShort(text string, w int) string {
	if width(text) <= w {
		return text
	}
	const most = " " + glyphEllipse
	for i := len(text) - 1; i > 0; i-- {
		if head := text[:i]; strings.ContainsRune(",;:", rune(text[i])) && strings.Count(head, " ") > 2 && width(head+most) <= w {
			return head + most
		}
	}
	return cut(text, w)
}

// terms says how the leader is engaged and to whom he or she reports.
func (v *verdictScreen) terms(w int) string {
	f, a := v.words(), v.advice
	return pile(
		v.term("Engagement", f.EngagementTerm(model.Engagement(a.Engagement.Then)).Title, w),
		v.term("Reporting", f.ReportingTerm(model.Reporting(a.Reporting.Then)).Title, w))
}

// closeTerms is terms on one line, where they fit.
func (v *verdictScreen) closeTerms(w int) string {
	const gap = "    "
	list := strings.Split(v.terms(w), "\n")
	if line := strings.Join(list, gap); len(list) == 2 && width(line) <= w {
		return line
	}
	return v.terms(w)
}

// term draws one line of them; nothing if it says nothing.
func (v *verdictScreen) term(label, text string, w int) string {
	if text == "" {
		return ""
	}
	return hang(v.env.theme.muted.Render(fit(label, 12)), text, w)
}
