package advisor

import (
	"fmt"
	"slices"

	"go.yaml.in/yaml/v3"

	"remit/model"
)

// lastDay is the last day that a charter plans.
const lastDay = 90

func (b *bookRead) readCharter(s spot) model.Charter {
	f := s.form("charter")
	defer f.done()
	b.charters = append(b.charters, f)
	c := model.Charter{
		ID:       f.declared(),
		Role:     required(f, "role", refer("role")),
		Fit:      b.fit(f),
		Deputy:   optional(f, "deputy", spot.line),
		Title:    required(f, "title", spot.line),
		Mission:  required(f, "mission", spot.text),
		Decides:  required(f, "decides", few(spot.clause)),
		Asks:     required(f, "asks", few(spot.consent)),
		Duties:   required(f, "duties", few(spot.clause)),
		Measures: optional(f, "measures", few(spot.clause)),
		First:    required(f, "first", spot.stages),
		Strength: required(f, "strength", spot.strength),
		Sources:  required(f, "sources", spot.sources),
	}
	role := s.in.f.Playbook.Role(c.Role)
	if role == nil || role.Level == model.Outside || role.Level == "" {
		outside := optional[[]model.Clause]
		if role != nil && role.Level == model.Outside {
			outside = required // a company holds whoever is under contract by these three
		}
		c.Interview = optional(f, "interview", few(spot.clause))
		c.Contract = outside(f, "contract", few(spot.clause))
		c.Agenda = outside(f, "agenda", few(spot.clause))
		c.Vetting = outside(f, "vetting", few(spot.clause))
		return c
	}
	c.Interview = required(f, "interview", few(spot.clause))
	for _, key := range []string{"contract", "agenda", "vetting"} {
		f.refuse(key, "the role is not from outside")
	}
	return c
}

// consent reads who must agree to what: a line, or a role with what is read after its
// name, so that each company reads the name of whoever is there for it.
func (s spot) consent() model.Consent {
	if s.node.Kind != yaml.MappingNode {
		return model.Consent{Text: s.line()}
	}
	f := s.form("consent")
	defer f.done()
	return model.Consent{Role: required(f, "role", refer("role")), Text: required(f, "text", spot.line)}
}

// clause reads a line, or one that is for companies with some posts only.
func (s spot) clause() model.Clause {
	if s.node.Kind != yaml.MappingNode {
		return model.Clause{Text: s.line()}
	}
	f := s.form(s.key)
	defer f.done()
	c := model.Clause{Beside: f.beside(), Text: required(f, "text", spot.line)}
	if !f.has("with") && !f.has("without") {
		f.fault("it says nothing besides text", "Say with or without whom it is read, or write the text alone.")
	}
	return c
}

// beside reads with and without whom a line is read.
func (f *form) beside() model.Beside {
	ids := func(s spot) []string { return distinct(s, refer("role")) }
	b := model.Beside{With: optional(f, "with", ids), Without: optional(f, "without", ids)}
	for _, id := range b.Without {
		if slices.Contains(b.With, id) {
			f.fault(fmt.Sprintf("role %q is both with and without", id), "Nobody ever reads the line: take one of them out.")
		}
	}
	return b
}

// stages reads what to have done by when, in the order of time.
func (s spot) stages() []model.Stage {
	last := 0
	return few(func(s spot) model.Stage {
		f := s.form("stage")
		defer f.done()
		faults := s.in.said.count()
		stage := model.Stage{
			Beside: f.beside(),
			Day:    required(f, "day", func(s spot) int { return s.integer(1, lastDay) }),
			Do:     required(f, "do", spot.text),
		}
		if s.in.said.count() > faults {
			return stage
		}
		if stage.Day < last {
			f.fault(fmt.Sprintf("day %d comes after day %d", stage.Day, last), "Put the stages in the order of time.")
		}
		last = stage.Day
		return stage
	})(s)
}
