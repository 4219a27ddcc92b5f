package report

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"remit/model"
)

// MostTurns is how many ways to one structure are told, on paper and on screens; more
// is a list that nobody reads.
const MostTurns = 3

// turns shows what would turn the advice: for each structure, the nearest first, the
// cheapest few ways within reach, each with a note on it unless note is nil. What is left
// out is counted.
func turns(f *model.Framework, a *model.Advice, all []model.Turn, note func(*model.Framework, model.Turn) string) []block {
	if len(all) == 0 {
		return nil
	}
	near := WithinReach(f, a, all)
	var items []item
	missing := false
	for _, to := range Nearest(near) {
		told := 0
		for _, t := range near {
			if t.To != to || told == MostTurns {
				continue
			}
			told++
			missing = missing || slices.ContainsFunc(t.Changes, unanswered)
			lines := Conditions(f, t)
			if note != nil {
				lines = append(lines, note(f, t))
			}
			items = append(items, entry("To "+f.Structure(to).Title+", if", lines...))
		}
	}
	rest := untold(len(near)-len(items), len(all)-len(near))
	if rest != "" && note != nil {
		rest += " The JSON form has all."
	}
	if len(items) == 0 {
		return []block{para("Nothing within reach would turn it. " + rest)}
	}
	intro := "The smallest changes to the answers that would turn it, the structure that is nearest first."
	if missing {
		intro += " Where no “now” follows, there is no answer yet."
	}
	blocks := []block{para(intro + nudge(f, a, near)), list(items...)}
	if rest != "" {
		blocks = append(blocks, para(rest))
	}
	return blocks
}

// nudge says, where turns lead to a runner-up that is as good as level, that so little is
// enough: such a turn is no reason, however odd it sounds.
func nudge(f *model.Framework, a *model.Advice, told []model.Turn) string {
	if a.Standing != model.Open || a.Ranking[1].Excluded || !slices.ContainsFunc(told, func(t model.Turn) bool { return t.To == a.RunnerUp }) {
		return ""
	}
	behind := "level"
	if a.Margin > 0 {
		behind = "hardly behind"
	}
	return fmt.Sprintf(" %s is %s, so a nudge is enough.", f.Structure(a.RunnerUp).Title, behind)
}

// Nearest gives the structures to which turns lead, the one with the cheapest way first;
// of two that cost the same, the one with fewer changed answers. The turns to each come
// cheapest first, as the engine gives them.
func Nearest(turns []model.Turn) []model.Structure {
	var first []model.Turn
	for _, t := range turns {
		if !slices.ContainsFunc(first, func(o model.Turn) bool { return o.To == t.To }) {
			first = append(first, t)
		}
	}
	slices.SortStableFunc(first, func(a, b model.Turn) int {
		return cmp.Or(cmp.Compare(a.Effort, b.Effort), cmp.Compare(len(a.Changes), len(b.Changes)))
	})
	order := make([]model.Structure, len(first))
	for i, t := range first {
		order[i] = t.To
	}
	return order
}

// untold says that there are more ways than are told: some that a company can imagine,
// some that it cannot.
func untold(near, far int) string {
	switch {
	case near == 0 && far == 0:
		return ""
	case near == 0:
		return thereAre(far) + ", farther off."
	case far == 0:
		return thereAre(near) + "."
	}
	return fmt.Sprintf("%s, and %d farther off.", thereAre(near), far)
}

// thereAre counts ways that are not told.
func thereAre(n int) string {
	if n == 1 {
		return "There is 1 more way"
	}
	return fmt.Sprintf("There are %d more ways", n)
}

func unanswered(c model.Widened) bool { return c.From.Kind == model.Unanswered }

// Conditions says what would turn the advice, a line for each changed answer: "Head
// count: 100 people or more (now 40)", "and seats you can fund: 1 executive or more
// (now 0)". An answer that is missing has no "now". The lines are plain text, as clean
// as the framework.
func Conditions(f *model.Framework, t model.Turn) []string {
	lines := make([]string, len(t.Changes))
	for i, c := range t.Changes {
		name := short(f, c.Question)
		if i > 0 {
			name = "and " + small(f, c.Question)
		}
		lines[i] = name + ": " + wanted(f, c)
	}
	return lines
}

// wanted says the answers that would do, and what is said now.
func wanted(f *model.Framework, c model.Widened) string {
	switch {
	case unanswered(c):
		return enough(f, c)
	case c.From.Kind == model.Number:
		return enough(f, c) + " (now " + grouped(c.From.Number) + ")"
	}
	return enough(f, c) + " (now " + said(f, c.Question, c.From) + ")"
}

// enough says the answers that would do: "“Some” or “A great deal”".
func enough(f *model.Framework, c model.Widened) string {
	words := []string{spanned(f, c.Question, c.Within)}
	for _, other := range c.Or {
		words = append(words, said(f, c.Question, other))
	}
	return alternatives(words)
}

// alternatives joins words as "a", "a or b", "a, b or c".
func alternatives(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	last := len(words) - 1
	return strings.Join(words[:last], ", ") + " or " + words[last]
}

// spanned words a span with its unit: "100 people or more".
func spanned(f *model.Framework, id string, s model.Span) string {
	q := f.Question(id)
	if q == nil || s.Low.Kind != model.Number {
		return said(f, id, s.Low)
	}
	low, high := s.Low.Number, s.High.Number
	switch {
	case low == high:
		return quantity(q, low)
	case low <= q.Min && high >= q.Max:
		return "any number"
	case high >= q.Max:
		return quantity(q, low) + " or more"
	case low <= q.Min:
		return "at most " + quantity(q, high)
	}
	return grouped(low) + " to " + quantity(q, high)
}
