package tui

import (
	"fmt"
	"strings"

	"charm.land/lipgloss/v2"

	"remit/model"
)

// nonAnswer is one of the three ways to say that there is no answer, with the
// words that every screen uses for it. The mark tells them apart without colour.
type nonAnswer struct {
	kind  model.AnswerKind
	key   string
	mark  string
	label string
	help  string
}

// nonAnswers lists the three in the order in which they are offered.
func nonAnswers() []nonAnswer {
	return []nonAnswer{
		{model.Unsure, "u", "?", "We are not sure", "nobody here knows"},
		{model.NotApplicable, "x", "-", "Does not apply", "it has no meaning for us"},
		{model.Later, "l", "~", "Find out later", "becomes a to-do"},
	}
}

// inWords says an answer the way a person would: the option's label, "about 70
// (50 to 99)" for a number picked from a band, a plain number with its unit, or the
// non-answer; "not answered" for the zero answer.
func inWords(q *model.Question, a model.Answer) string {
	switch a.Kind {
	case model.Option:
		if o := q.Option(a.Option); o != nil {
			return o.Label
		}
		return model.Clean(a.Option)
	case model.Number:
		return numberInWords(q, a.Number)
	case model.Unsure:
		return "not sure"
	case model.NotApplicable:
		return "does not apply"
	case model.Later:
		return "to be found out later"
	}
	return "not answered"
}

func numberInWords(q *model.Question, n int) string {
	for _, b := range q.Bands {
		switch {
		case b.From == n && b.To == n:
			return b.Label
		case b.Value == n:
			return fmt.Sprintf("about %s (%s)", thousands(n), b.Label)
		}
	}
	return numbered(q, n)
}

// numbered says a number with its unit.
func numbered(q *model.Question, n int) string {
	return strings.TrimSpace(thousands(n) + " " + q.UnitOf(n))
}

// thousands groups the digits of large numbers, so that a slip of one digit is
// seen.
func thousands(n int) string { return model.Thousands(n) }

// signed writes points with their sign, which is what makes them readable as a
// contribution.
func signed(points int) string { return fmt.Sprintf("%+d", points) }

// plural gives the count with the word that fits it.
func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return thousands(n) + " " + many
}

// listing joins words as in a sentence: "a, b or c".
func listing(words []string, last string) string {
	switch len(words) {
	case 0:
		return ""
	case 1:
		return words[0]
	}
	return strings.Join(words[:len(words)-1], ", ") + " " + last + " " + words[len(words)-1]
}

// titles gives the names of structures in the framework's words.
func titles(f *model.Framework, ss []model.Structure) []string {
	words := make([]string, len(ss))
	for i, s := range ss {
		words[i] = f.Structure(s).Title
	}
	return words
}

// quote names a question with its answer: "Head count: about 70 (50 to 99)".
func quote(f *model.Framework, question string, a model.Answer) string {
	q := f.Question(question)
	if q == nil {
		return model.Clean(question)
	}
	return q.Short + ": " + inWords(q, a)
}

// quotes names several answers on one line.
func quotes(f *model.Framework, questions []string, as model.Answers) string {
	said := make([]string, len(questions))
	for i, id := range questions {
		said[i] = quote(f, id, as[id])
	}
	return strings.Join(said, "; ")
}

// strengthInWords says how well a rule is founded.
func strengthInWords(s model.Strength) string {
	switch s {
	case model.Strong:
		return "Strong evidence"
	case model.Medium:
		return "Practitioners agree"
	case model.Weak:
		return "One voice, or our own reading"
	}
	return "Strength not stated"
}

// answerMark tells the kinds of answer apart in lists, without colour: a check,
// one of the three non-answers, or a ring for nothing said.
func answerMark(a model.Answer) string {
	if a.Real() {
		return glyphCheck
	}
	for _, n := range nonAnswers() {
		if n.kind == a.Kind {
			return n.mark
		}
	}
	return glyphOff
}

// tint colours a text line by line; nothing stays nothing, so that blocks which
// are empty take no room.
func tint(style lipgloss.Style, s string) string {
	if s == "" {
		return ""
	}
	lines := strings.Split(s, "\n")
	for i, l := range lines {
		if l != "" {
			lines[i] = style.Render(l)
		}
	}
	return strings.Join(lines, "\n")
}
