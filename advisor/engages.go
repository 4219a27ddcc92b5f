package advisor

import (
	"slices"

	"remit/model"
)

// addEngages says of each open question to which other engagements of the recommended
// structure an answer alone would lead. An advice can be settled as a structure while
// nobody knows whether its seat can be paid.
func (c *consideration) addEngages(a *model.Advice) {
	s := slices.Clone(c.sheet)
	for i := range a.Unknown {
		u := &a.Unknown[i]
		if u.Said == model.NotApplicable {
			continue
		}
		q := c.index[u.Question]
		for class := 1; class < c.domains[q].classes(); class++ {
			s[q] = uint16(class)
			now := c.score(s)
			if c.winner(&now) != a.Recommendation {
				continue
			}
			then := decide(c.f.Engagement.Rows, c.engagement, a.Recommendation, s).Then
			if e := model.Engagement(then); then != a.Engagement.Then && !slices.Contains(u.Engages, e) {
				u.Engages = append(u.Engages, e)
			}
		}
		s[q] = c.sheet[q]
	}
}

// formers names the open questions of which one answer could change how the post is
// filled.
func (c *consideration) formers(a *model.Advice) (names []string) {
	for _, u := range a.Unknown {
		if len(u.Engages) > 0 {
			names = append(names, "“"+c.f.Question(u.Question).Short+"”")
		}
	}
	return names
}
