package advisor

import (
	"fmt"
	"slices"
	"strings"

	"remit/model"
)

// checkConflicts names rules that ask for the same answers and then contradict or
// repeat each other. Rules that speak for and against a structure under different
// conditions are no conflict, nor are two reasons of different weight under the same:
// weighing them is what points are for. What makes no difference for a subtler
// reason, verification finds.
func (in *loading) checkConflicts() {
	claims := map[claim]string{} // to the first rule that makes it
	for i := range in.f.Rules {
		r := &in.f.Rules[i]
		if r.ID == "" || slices.ContainsFunc(r.When, func(c model.Condition) bool { return in.doubtful[c.Question] }) {
			continue
		}
		answers := sameAnswers(r.When)
		for _, c := range conflicts(r) {
			if earlier, ok := claims[claim{answers, c.with}]; ok {
				in.said.add(in.places["rule"][r.ID], fmt.Sprintf("rule %q: %s rule %q for the same answers", r.ID, c.what, earlier), c.cure)
				break
			}
		}
		for _, what := range claimed(r) {
			if _, ok := claims[claim{answers, what}]; !ok {
				claims[claim{answers, what}] = r.ID
			}
		}
	}
}

// claim is something that a rule says about companies with certain answers.
type claim struct{ answers, what string }

// sameAnswers writes conditions so that those that hold for the same answers are
// written the same, whatever the order of questions and options.
func sameAnswers(when []model.Condition) string {
	lines := make([]string, len(when))
	for i, c := range when {
		options := slices.Sorted(slices.Values(c.In))
		lines[i] = c.Question + " " + strings.Join(options, " ")
		if c.AtLeast != nil {
			lines[i] += fmt.Sprintf(" from %d", *c.AtLeast)
		}
		if c.AtMost != nil {
			lines[i] += fmt.Sprintf(" to %d", *c.AtMost)
		}
	}
	slices.Sort(lines)
	return strings.Join(lines, "\n")
}

func givesAll(points [model.NumStructures]int) string { return fmt.Sprint("all ", points) }
func gives(s model.Structure, points int) string      { return fmt.Sprintf("%v %d", s, points) }
func favours(s model.Structure) string                { return "for " + s.String() }
func excludes(s model.Structure) string               { return "not " + s.String() }
func says(r *model.Rule) string                       { return fmt.Sprint(r.Effect, r.For, r.Do) }

// claimed lists what a rule says, in the words of the five functions above.
func claimed(r *model.Rule) (list []string) {
	switch r.Effect {
	case model.Scores:
		list = append(list, givesAll(r.Points))
		for s, p := range r.Points {
			if p > 0 {
				list = append(list, favours(model.Structure(s)))
			}
			if p != 0 {
				list = append(list, gives(model.Structure(s), p))
			}
		}
	case model.Excludes:
		for _, s := range r.Exclude {
			list = append(list, excludes(s))
		}
	default:
		list = append(list, says(r))
	}
	return list
}

// conflictWith is what another rule would have to say to be in conflict with one, what
// is then wrong, and the cure.
type conflictWith struct{ with, what, cure string }

func conflicts(r *model.Rule) (list []conflictWith) {
	const (
		once  = "Keep one, with the sources of both."
		which = "Say once which way these answers speak, or name the answer that tells the two cases apart."
		waste = "Take the points out, or do not exclude it."
	)
	switch r.Effect {
	case model.Scores:
		list = append(list, conflictWith{givesAll(r.Points), "it gives the same points as", once})
		for i, p := range r.Points {
			s := model.Structure(i)
			if p != 0 {
				list = append(list, conflictWith{gives(s, -p), fmt.Sprintf("its points for %q take away what is given by", s), which})
			}
			if p > 0 {
				list = append(list, conflictWith{excludes(s), fmt.Sprintf("it gives %q points, which is excluded by", s), waste})
			}
		}
	case model.Excludes:
		for _, s := range r.Exclude {
			list = append(list, conflictWith{excludes(s), fmt.Sprintf("it excludes %q as does", s), once},
				conflictWith{favours(s), fmt.Sprintf("it excludes %q, which is given points by", s), waste})
		}
	default:
		list = append(list, conflictWith{says(r), "it says the same as", once})
	}
	return list
}
