package report

import (
	"fmt"
	"slices"
	"strings"

	"remit/model"
)

// toldFlips is how many ways to one structure a page shows; JSON has all of them.
const toldFlips = 4

// flips shows what would turn the advice. Ways that differ in the value of their
// last change only are one entry: "Own software: “Some” or “A great deal”".
func flips(r Report) []block {
	var items []item
	for _, rank := range r.Advice.Ranking {
		ways := merged(r, rank.Structure)
		for _, w := range ways[:min(toldFlips, len(ways))] {
			items = append(items, entry("To "+r.Framework.Structure(rank.Structure).Title+", if", w.lines(r.Framework)...))
		}
		if more := len(ways) - toldFlips; more > 0 {
			items = append(items, entry(fmt.Sprintf("And %d more to %s; the JSON form has all of them.", more, r.Framework.Structure(rank.Structure).Title)))
		}
	}
	if len(items) == 0 {
		return nil
	}
	return []block{para("The smallest changes to the answers that would turn it."), list(items...)}
}

// way is one or more flips with the same changes but for the value of the last.
type way struct {
	changes []model.Change
	others  []model.Answer // further values of the last change
}

func merged(r Report, to model.Structure) []way {
	var ways []way
	for _, flip := range r.Advice.Flips {
		if flip.To != to || len(flip.Changes) == 0 {
			continue
		}
		i := slices.IndexFunc(ways, func(w way) bool { return sameButLast(w.changes, flip.Changes) })
		if i < 0 {
			ways = append(ways, way{changes: flip.Changes})
			continue
		}
		ways[i].others = append(ways[i].others, flip.Changes[len(flip.Changes)-1].To)
	}
	return ways
}

func sameButLast(a, b []model.Change) bool {
	last := len(a) - 1
	return len(a) == len(b) && slices.Equal(a[:last], b[:last]) && a[last].Question == b[last].Question
}

func (w way) lines(f *model.Framework) []string {
	lines := make([]string, len(w.changes))
	for i, c := range w.changes {
		values := []string{said(f, c.Question, c.To)}
		if i == len(w.changes)-1 {
			for _, other := range w.others {
				values = append(values, said(f, c.Question, other))
			}
		}
		lines[i] = fmt.Sprintf("%s: %s instead of %s", short(f, c.Question), strings.Join(values, " or "), said(f, c.Question, c.From))
	}
	return lines
}
