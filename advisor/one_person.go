package advisor

import (
	"fmt"
	"slices"
	"strings"

	"remit/model"
)

// Duties are kept apart between roles, and in a small company one person may hold two
// of them. Of most nobody knows; but a duty that somebody takes on beside another post
// is mostly taken on by one of those who stand in for it.

// onePerson remarks on each pair of roles that hold duties that are kept apart and may
// be the same person.
func (d *staffed) onePerson(m *model.Matrix) (list []model.Remark) {
	type pair struct{ duty, post string }
	var pairs []pair
	met := map[pair][]string{}
	for i := range d.book.Separations {
		x := &d.book.Separations[i]
		if !d.holds(model.Fit{When: x.When}) {
			continue
		}
		for _, one := range holders(m, x.One) {
			for _, duty := range x.Others {
				for _, other := range holders(m, duty) {
					p := pair{one, other}
					if !d.oneMayBe(p.duty, p.post) {
						p = pair{other, one}
					}
					if !d.oneMayBe(p.duty, p.post) || slices.Contains(met[p], x.Title) {
						continue
					}
					if met[p] == nil {
						pairs = append(pairs, p)
					}
					met[p] = append(met[p], x.Title)
				}
			}
		}
	}
	for _, p := range pairs {
		list = append(list, model.Remark{Kind: model.OnePerson, Role: p.duty,
			Text: fmt.Sprintf("%s and %s are kept apart here, but in a small company they may be one person. Then these duties meet: %s. Have the work looked at by somebody independent, from outside if need be.",
				d.short(p.duty), d.short(p.post), strings.Join(met[p], "; "))})
	}
	return list
}

// oneMayBe reports whether somebody may hold a duty beside a post that is there: a post
// of the same height that stands in for it.
func (d *staffed) oneMayBe(duty, post string) bool {
	a, b := d.book.Role(duty), d.book.Role(post)
	return a.Duty && !b.Duty && a.Level == b.Level && d.there(post) && slices.Contains(a.StandIns, post)
}
