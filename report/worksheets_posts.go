package report

import (
	"strings"

	"remit/model"
)

// postsSheet puts the posts of today and of the advice side by side, from the top
// downwards, then those that are no longer there. Whom somebody works for today is not
// asked, so it is told of the advice alone.
func postsSheet(r Report) *worksheet {
	s := newWorksheet("Posts", 1, []int{30, 8, 14, 14, 28, 18, 50, 40, 22},
		"Post", "Level", "Today", "Advised", "Reports to", "How", "Answers for", "Why", "Sources")
	c := r.chart()
	for _, b := range c.boxes() {
		title := words(b.title)
		if b.post.Leads {
			title = coloured(b.title, r.Advice.Recommendation)
		}
		above := ""
		if b.post.Under != "" {
			above = c.title(b.post.Under)
		}
		today, advised := beforeAndAfter(c, b.post)
		s.row(title, digits(b.depth+1), words(today), words(advised), words(above),
			words(manner(c, b.post)), words(strings.Join(r.accountableFor(b.post.Role), "; ")), words(b.post.Because), words(listed(b.post.Sources)))
	}
	for _, id := range r.Follows.Dropped {
		s.row(words(c.title(id)), words(""), words("filled"), words("dropped"), words(""), words(""), words(r.heir(id)))
	}
	return s
}

// beforeAndAfter says whether somebody holds a post today, and what becomes of it.
func beforeAndAfter(c *Chart, p model.Post) (today, advised string) {
	switch how := c.filled(p); {
	case how == filledToday:
		return "filled", "kept"
	case how == "":
		return "not said", assumed
	case how == assumed || how == needed:
		return "not said", how
	case how == "new":
		return "nobody", how
	default:
		return c.taker(p) + ", or nobody", how
	}
}

// manner is how a post is held: the engagement of whoever leads, a contract, a duty.
func manner(c *Chart, p model.Post) string {
	var parts []string
	if p.Leads {
		parts = append(parts, c.Framework.EngagementTerm(model.Engagement(c.Advice.Engagement.Then)).Title)
	}
	if p.Contract {
		parts = append(parts, "under contract")
	}
	if p.Deputy != "" {
		parts = append(parts, "deputy for "+p.Deputy)
	}
	if p.Duty {
		parts = append(parts, "a duty, not a post")
	}
	return strings.Join(parts, ", ")
}
