package tui

import (
	"strings"

	"remit/model"
)

// layEvidence writes the evidence of the open question anew, for the room that
// it has.
func (a *askScreen) layEvidence() {
	w := a.w
	if _, right := a.columns(); right > 0 {
		w = right
	}
	a.evidence.resize(w, a.h)
	if q := a.talk.question(); q != nil {
		a.evidence.set(evidenceOf(a.env.theme, a.talk.framework(), q, a.evidence.textWidth()))
	}
}

// evidenceOf explains a question: how to find the answer, examples, and which
// rules read it with the sources that they rest on.
func evidenceOf(t *theme, f *model.Framework, q *model.Question, w int) string {
	blocks := []string{tint(t.strong, wrapped("How to answer", w)), wrapped(q.Help, w), tint(t.muted, wrapped(q.Why, w))}
	for i, example := range q.Examples {
		if i == 0 {
			blocks = append(blocks, t.strong.Render("Examples"))
		}
		blocks = append(blocks, hang(glyphBullet+" ", example, w))
	}
	var rules []string
	for _, r := range f.Rules {
		if reads(r, q.ID) {
			rules = append(rules, ruleText(t, f, r, w))
		}
	}
	if len(rules) > 0 {
		blocks = append(blocks, tint(t.strong, wrapped("What the answer is used for", w)))
		blocks = append(blocks, rules...)
	}
	return stack(blocks...)
}

// reads reports whether a rule asks for the answer to a question.
func reads(r model.Rule, question string) bool {
	for _, c := range r.When {
		if c.Question == question {
			return true
		}
	}
	return false
}

// ruleText says what a rule does, why, and on what it rests.
func ruleText(t *theme, f *model.Framework, r model.Rule, w int) string {
	effect := ""
	switch r.Effect {
	case model.Scores:
		effect = pointsInWords(f, r.Points)
	case model.Excludes:
		effect = "rules out " + listing(titles(f, r.Exclude), "and")
	case model.Misfit:
		effect = "points out a contradiction"
	case model.Safeguard:
		effect = "adds a safeguard"
	}
	lines := []string{hang(glyphBullet+" ", r.Title+": "+effect, w)}
	lines = append(lines, indent(wrapped(r.Because, w-2), "  "),
		tint(t.muted, indent(wrapped(strengthInWords(r.Strength)+". "+sourcesText(f, r.Sources), w-2), "  ")))
	return strings.Join(lines, "\n")
}

// sourcesText names sources in short: who and when.
func sourcesText(f *model.Framework, ids []string) string {
	names := make([]string, 0, len(ids))
	for _, id := range ids {
		names = append(names, sourceShort(f, id))
	}
	if len(names) == 0 {
		return ""
	}
	return "Sources: " + strings.Join(names, "; ")
}

// sourceShort names one source by title and year.
func sourceShort(f *model.Framework, id string) string {
	s := f.Source(id)
	if s == nil {
		return model.Clean(id)
	}
	if s.Year == "" || s.Year == "n.d." {
		return s.Title
	}
	return s.Title + ", " + s.Year
}
