package report

import (
	"cmp"
	"slices"
	"strings"

	"remit/model"
)

// Chart is who stands below whom, ready to be drawn.
type Chart struct {
	Framework *model.Framework
	Book      *model.Playbook
	Advice    *model.Advice
	Posts     []model.Post
	Dropped   []string // roles that are filled today and have no place any more
}

// box is one post of a drawing.
type box struct {
	post  model.Post
	title string
	note  string // "new, full-time", in plain text
	depth int
	last  []bool // for each level from 1 on, whether the box above it there is the last of its siblings
}

// boxes lists the posts from the root down, each before those below it.
func (c *Chart) boxes() []box {
	below := map[string][]model.Post{}
	for _, p := range c.Posts {
		below[p.Under] = append(below[p.Under], p)
	}
	var list []box
	var walk func(under string, last []bool)
	walk = func(under string, last []bool) {
		for i, p := range below[under] {
			b := box{post: p, title: c.title(p.Role), note: c.note(p), depth: len(last), last: last}
			if under != "" {
				b.last = append(slices.Clone(last), i == len(below[under])-1)
				b.depth = len(b.last)
			}
			list = append(list, b)
			if len(list) <= len(c.Posts) { // a loop would never end
				walk(p.Role, b.last)
			}
		}
	}
	walk("", nil)
	return list
}

func (c *Chart) title(role string) string {
	r := c.Book.Role(role)
	if r == nil {
		return model.Clean(role)
	}
	return model.Clean(r.Title)
}

// note says how a post comes about and how it is filled.
func (c *Chart) note(p model.Post) string {
	if p.Duty {
		return "a duty, not a post"
	}
	engaged := model.Engagement(c.Advice.Engagement.Then)
	note := c.filled(p)
	if r := c.Book.Role(p.Role); r != nil && r.Hands(c.Advice.Answers) > 0 {
		note = joinedBy(note, ", ", said(c.Framework, r.Counted, c.Advice.Answers[r.Counted]))
	}
	if p.Leads {
		if engaged == model.Founder {
			note = "" // who keeps it is said by how
		}
		note = joinedBy(note, ", ", c.Framework.EngagementTerm(engaged).Title)
	}
	if p.Contract {
		note = joinedBy(note, ", ", "under contract")
	}
	if p.Deputy != "" {
		note = joinedBy(note, ", ", "deputy for "+p.Deputy)
	}
	return model.Clean(note)
}

// filled says whether somebody holds a post today.
func (c *Chart) filled(p model.Post) string {
	switch {
	case p.State == model.PostKept:
		return filledToday
	case p.State == model.PostNew:
		return joinedBy(c.taker(p), ", or ", "new")
	case p.State != model.PostExpected:
		return ""
	case p.Contract:
		return c.contracted()
	case p.Asked:
		return needed
	}
	return assumed
}

const (
	filledToday = "filled today"
	assumed     = "assumed" // by the size of the company
	needed      = "needed"  // by the advice or the answers
)

// guess is the word for a post of which nobody said whether it is filled; "" for the others.
func (c *Chart) guess(p model.Post) string {
	if how := c.filled(p); !p.Duty && (how == assumed || how == needed) {
		return how
	}
	return ""
}

// contracted says whether somebody works under contract today, "assumed" if nobody said.
func (c *Chart) contracted() string {
	const outsourcing, none = "outsourcing", "none"
	switch today := c.Advice.Answers[outsourcing]; {
	case !today.Real():
		return assumed
	case today.Option == none:
		return "new"
	}
	return filledToday
}

// guessed asks which of the posts that nobody spoke of are filled; "" if there are none.
func (c *Chart) guessed() string {
	means := map[string]string{assumed: "“Assumed” marks what a company like yours mostly has", needed: "“Needed” marks what the advice or your answers ask for"}
	var told []string
	for _, word := range []string{assumed, needed} {
		if slices.ContainsFunc(c.Posts, func(p model.Post) bool { return c.guess(p) == word }) {
			told = append(told, means[word])
		}
	}
	if len(told) == 0 {
		return ""
	}
	return "Which of these do you have today? " + strings.Join(told, ". ") + "; nobody said whether it is filled."
}

func joinedBy(a, between, b string) string {
	if a == "" || b == "" {
		return cmp.Or(a, b)
	}
	return a + between + b
}

// dropped says which of today's roles have no place, "" if all have one.
func (c *Chart) dropped() string {
	if len(c.Dropped) == 0 {
		return ""
	}
	names := make([]string, len(c.Dropped))
	for i, id := range c.Dropped {
		names[i] = c.title(id)
	}
	text := "No longer a post of its own: " + strings.Join(names, ", ") + "."
	if who := c.stays(); who != "" {
		text += " " + capital(who) + " may take a new seat."
	}
	return text
}

// chartFigure is the chart as a figure of a document.
func chartFigure(c *Chart) block {
	var svg, mermaid strings.Builder
	_ = ChartSVG(&svg, c) // a builder takes everything
	_ = ChartMermaid(&mermaid, c)
	return block{figure: &figure{title: "Who reports to whom", text: func(_ int, ascii bool) []string { return ChartLines(c, ascii) },
		svg: svg.String(), mermaid: mermaid.String(), chart: c}}
}
