package report

import (
	"slices"
	"strings"

	"remit/model"
)

// Who sees to something is told by the posts of this company.

// Roles that reports speak of by what they do. A playbook need not have them.
const (
	insideOwner = "owner" // who answers inside where leaders are outside or missing
	security    = "ciso"
)

// who words who sees to a practice or step. It is the id of a role or free text, in
// which whoever leads technology is called by the post here.
func (r Report) who(text string) string {
	if r.Book == nil || r.Follows == nil {
		return text
	}
	if role := r.Book.Role(text); role != nil {
		if id := r.filling(role); id != "" {
			return r.Book.Role(id).Named()
		}
		return role.Named()
	}
	leader := r.leaders()
	if leader == "" {
		return text
	}
	for _, general := range []string{"the leader of technology, or the inside owner", "the technology leader", "the leader of technology"} {
		text = strings.ReplaceAll(text, general, leader)
	}
	return text
}

// Who words who sees to a practice at a company with these posts; see Practice.Who.
func Who(book *model.Playbook, posts []model.Post, text string) string {
	return Report{Book: book, Follows: &model.Deliverables{Posts: posts}}.who(text)
}

// filling is the role that does here what another would: itself or its first stand-in
// with a post; "" if there is none.
func (r Report) filling(role *model.Role) string {
	for _, id := range append([]string{role.ID}, role.StandIns...) {
		if r.posted(id) != nil {
			return id
		}
	}
	return ""
}

// posted gives the post of a role, nil if it has none.
func (r Report) posted(role string) *model.Post {
	i := slices.IndexFunc(r.Follows.Posts, func(p model.Post) bool { return p.Role == role })
	if i < 0 {
		return nil
	}
	return &r.Follows.Posts[i]
}

// leaders names who of the company's own leads technology: "the CTO and the CIO", or the
// inside owner where the leader is under contract or missing; "" if nobody does.
func (r Report) leaders() string {
	var names []string
	for _, p := range r.Follows.Posts {
		if p.Leads && !p.Contract {
			names = append(names, "the "+r.roleShort(p.Role))
		}
	}
	if len(names) == 0 && r.posted(insideOwner) != nil {
		return "the " + lowered(r.roleShort(insideOwner))
	}
	return strings.Join(names, " and ")
}

// planner is who owns the plan: whoever stands above those who lead.
func (r Report) planner() string {
	for _, p := range r.Follows.Posts {
		if p.Under == "" {
			return "the " + r.roleShort(p.Role)
		}
	}
	return ""
}
