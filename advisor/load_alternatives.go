package advisor

import (
	"fmt"
	"slices"

	"remit/model"
)

func (b *bookRead) readAlternative(s spot) model.Alternative {
	f := s.form("alternative")
	defer f.done()
	return model.Alternative{
		ID:       f.declared(),
		Fit:      b.fit(f),
		Title:    required(f, "title", spot.line),
		Means:    required(f, "means", spot.text),
		Suits:    required(f, "suits", spot.text),
		Posts:    required(f, "posts", spot.posts),
		Strength: required(f, "strength", spot.strength),
		Sources:  required(f, "sources", spot.sources),
	}
}

// posts reads a chart from the top downwards: the first post is the top, and every
// other one stands under one before it, so none stands under itself.
func (s spot) posts() []model.AlternativePost {
	var above []string
	return few(func(s spot) model.AlternativePost {
		f := s.form("post")
		defer f.done()
		p := model.AlternativePost{
			Title: required(f, "title", spot.line),
			Under: optional(f, "under", spot.line),
		}
		under, ok := f.get("under")
		switch {
		case slices.Contains(above, p.Title):
			f.fault(fmt.Sprintf("another post is called %q", shown(p.Title)), "Give each its own title.")
		case len(above) == 0 && ok:
			under.fault("the first post stands under another", "The first post is the top of the chart: take under out.")
		case len(above) > 0 && !ok && !f.broken:
			f.fault("under is missing", "Only the first post is the top of the chart.")
		case len(above) > 0 && p.Under != "" && !slices.Contains(above, p.Under):
			under.lazyFault(fmt.Sprintf("no post before it is called %q", shown(p.Under)), func() string {
				return suggest(p.Under, "posts before it", above)
			})
		}
		above = append(above, p.Title)
		return p
	})(s)
}
