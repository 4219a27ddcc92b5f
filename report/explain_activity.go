package report

import (
	"slices"
	"strings"

	"remit/model"
)

// explainActivity tells who answers for a row of the RACI matrix under each structure.
func (c Catalogue) explainActivity(x *Explained, a *model.Activity) {
	x.say(a.What)
	x.tell("Who answers for it, by structure", c.accountable(a)...)
	x.tell("Who does the work", c.takePart(a.Responsible)...)
	x.tell("Who is asked before", c.takePart(a.Consulted)...)
	x.tell("Who is told after", c.takePart(a.Informed)...)
	if a.Dispute != "" {
		x.tell("Where experts disagree", statement(a.Dispute))
	}
	x.tell("How well this is known", statement(capital(founded(a.Strength))))
	x.Sources = slices.Clone(a.Sources)
	for _, by := range a.Accountable {
		x.Sources = append(x.Sources, by.Sources...)
		if !slices.Contains(x.Roles, by.Role) {
			x.Roles = append(x.Roles, by.Role)
		}
	}
	x.See = rolesCommand(x.Roles)
}

// accountable says for each structure who answers; structures for which the same is
// said share a line.
func (c Catalogue) accountable(a *model.Activity) []Statement {
	var lines []Statement
	var told [][]*model.Assignment
	var under [][]model.Structure
	for _, s := range model.Structures() {
		chain := underStructure(a, s)
		if len(chain) == 0 {
			continue
		}
		i := slices.IndexFunc(told, func(other []*model.Assignment) bool { return slices.Equal(other, chain) })
		if i < 0 {
			told, under = append(told, chain), append(under, []model.Structure{s})
			continue
		}
		under[i] = append(under[i], s)
	}
	for i, chain := range told {
		for n, by := range chain {
			words := structureNames(c.Framework, under[i])
			rest := by.Fit
			rest.For = nil
			if s := c.situation(rest); s != "" {
				words += ", where " + s
			} else if n > 0 {
				words += ", else"
			}
			lines = append(lines, statement(words+": "+c.named(by.Role), by.Because))
		}
	}
	return lines
}

// underStructure gives the assignments that can count under a structure: up to the
// first that always does.
func underStructure(a *model.Activity, s model.Structure) []*model.Assignment {
	needed := len(a.Needed) == 0 || slices.ContainsFunc(a.Needed, func(f model.Fit) bool { return len(f.For) == 0 || slices.Contains(f.For, s) })
	var chain []*model.Assignment
	for i := range a.Accountable {
		by := &a.Accountable[i]
		if !needed || len(by.For) > 0 && !slices.Contains(by.For, s) {
			continue
		}
		chain = append(chain, by)
		if len(by.Engaged) == 0 && len(by.Reporting) == 0 && len(by.When) == 0 {
			break
		}
	}
	return chain
}

func structureNames(f *model.Framework, list []model.Structure) string {
	if len(list) == model.NumStructures {
		return "Every structure"
	}
	words := make([]string, len(list))
	for i, s := range list {
		words[i] = f.Structure(s).Title
	}
	return strings.Join(words, ", ")
}

func (c Catalogue) takePart(parts []model.Part) []Statement {
	var lines []Statement
	for _, p := range parts {
		lines = append(lines, statement(c.inSituation(c.named(p.Role), p.Fit)))
	}
	return lines
}
