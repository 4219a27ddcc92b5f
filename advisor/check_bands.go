package advisor

import (
	"fmt"
	"slices"
	"strings"

	"remit/model"
)

// checkBands wants bands that cover every legal number once, in order.
func (in *loading) checkBands(q *model.Question, items []spot) {
	next := q.Min
	labels := map[string]bool{}
	for i, b := range q.Bands {
		s := items[i]
		s.of = s.about(fmt.Sprintf("band %q", b.Label))
		in.bands[q.ID] = append(in.bands[q.ID], s.place())
		switch {
		case b.From > b.To:
			s.fault(fmt.Sprintf("it goes from %d down to %d", b.From, b.To), "Swap the two numbers.")
		case b.From < q.Min || b.To > q.Max:
			s.fault(fmt.Sprintf("it goes from %d to %d, but the question takes %d to %d", b.From, b.To, q.Min, q.Max), "")
		case b.From > next:
			s.fault(fmt.Sprintf("the numbers from %d to %d are in no band", next, b.From-1), fmt.Sprintf("Let it begin at %d.", next))
		case b.From < next:
			s.fault(fmt.Sprintf("it begins at %d, but the band before it ends at %d", b.From, next-1), fmt.Sprintf("Let it begin at %d.", next))
		case b.Value < b.From || b.Value > b.To:
			s.fault(fmt.Sprintf("its value %d is not in it", b.Value), fmt.Sprintf("Choose one from %d to %d.", b.From, b.To))
		}
		if labels[b.Label] {
			s.fault("another band has the same label", "Give each its own.")
		}
		labels[b.Label] = true
		next = b.To + 1
	}
	if n := len(q.Bands); n > 0 && q.Bands[n-1].To < q.Max && q.Bands[n-1].From <= q.Bands[n-1].To {
		items[n-1].fault(fmt.Sprintf("the numbers from %d to %d are in no band", next, q.Max), "Let the last band end at max.")
	}
}

// checkCuts wants no band to be cut: picking a band must say as much as any
// number in it, or people who pick would get other advice than people who know.
func (in *loading) checkCuts() {
	cuts := map[string][]cut{}
	for _, c := range in.cuts {
		cuts[c.question] = append(cuts[c.question], c)
	}
	for _, q := range in.f.Questions {
		if in.doubtful[q.ID] || len(in.bands[q.ID]) != len(q.Bands) {
			continue
		}
		for i, b := range q.Bands {
			var by []string
			for _, c := range cuts[q.ID] {
				who := fmt.Sprintf("%s after %d", c.by, c.below)
				if c.below >= b.From && c.below < b.To && !slices.Contains(by, who) {
					by = append(by, who)
				}
			}
			if len(by) > 0 {
				in.said.add(in.bands[q.ID][i],
					fmt.Sprintf("question %q: band %q is cut by %s", q.ID, b.Label, someOf(by, 4)),
					"Split the band there, or move the bound: a band must say as much as any number in it.")
			}
		}
	}
}

// someOf lists the first words and counts the rest.
func someOf(words []string, most int) string {
	if len(words) <= most {
		return strings.Join(words, ", ")
	}
	return fmt.Sprintf("%s and %d more", strings.Join(words[:most], ", "), len(words)-most)
}
