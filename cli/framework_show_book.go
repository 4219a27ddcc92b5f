package cli

import (
	"fmt"
	"strings"

	"remit/model"
)

// book tells what a playbook has, roles and activities one by one; the rest is met
// where it matters, with an advice.
func (p printer) book(b *model.Playbook) {
	var has []string
	for _, part := range []struct {
		n    int
		noun string
	}{
		{len(b.Roles), "role"}, {len(b.Activities), "activity"}, {len(b.Separations), "separation"},
		{len(b.Charters), "charter"}, {len(b.Practices), "practice"}, {len(b.Symptoms), "symptom"}, {len(b.Triggers), "trigger"},
		{len(b.LegalPoints), "legal point"}, {len(b.Costs), "cost"}, {len(b.Alternatives), "alternative"}, {len(b.Tradeoffs), "tradeoff"}, {len(b.Explanations), "explanation"},
	} {
		if part.n > 0 {
			has = append(has, counted(part.n, part.noun))
		}
	}
	if len(has) == 0 {
		return
	}
	p.heading("The playbook: what follows from an advice")
	p.line("", strings.Join(has, ", "))
	p.roles(b)
	p.activities(b)
}

func (p printer) roles(b *model.Playbook) {
	if len(b.Roles) == 0 {
		return
	}
	p.heading("Roles")
	for _, r := range b.Roles {
		p.line("", fmt.Sprintf("%s: %s (%s)", r.ID, r.Title, r.Level))
		p.line("    ", r.Purpose)
	}
}

func (p printer) activities(b *model.Playbook) {
	group := ""
	for _, a := range b.Activities {
		if a.Group != group {
			group = a.Group
			p.heading("Who answers: " + group)
		}
		p.line("", a.ID+": "+a.Title)
		for i, by := range a.Accountable {
			fit := fitField(by.Fit)
			if i > 0 && fit == "always" {
				fit = "otherwise"
			}
			p.line("    ", b.Role(by.Role).Short+" "+fit+sourced(by.Sources))
		}
	}
}
