package advisor

import (
	"fmt"

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
		Decides:  required(f, "decides", spot.lines),
		Asks:     required(f, "asks", few(spot.consent)),
		Duties:   required(f, "duties", spot.lines),
		Measures: optional(f, "measures", spot.lines),
		First:    required(f, "first", spot.stages),
		Strength: required(f, "strength", spot.strength),
		Sources:  required(f, "sources", spot.sources),
	}
	role := s.in.f.Playbook.Role(c.Role)
	if role == nil || role.Level == model.Outside || role.Level == "" {
		outside := optional[[]string]
		if role != nil && role.Level == model.Outside {
			outside = required // a company holds whoever is under contract by these three
		}
		c.Interview = optional(f, "interview", spot.lines)
		c.Contract = outside(f, "contract", spot.lines)
		c.Agenda = outside(f, "agenda", spot.lines)
		c.Vetting = outside(f, "vetting", spot.lines)
		return c
	}
	c.Interview = required(f, "interview", spot.lines)
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

// stages reads what to have done by when, in the order of time.
func (s spot) stages() []model.Stage {
	last := 0
	return few(func(s spot) model.Stage {
		f := s.form("stage")
		defer f.done()
		faults := s.in.said.count()
		stage := model.Stage{
			Day: required(f, "day", func(s spot) int { return s.integer(1, lastDay) }),
			Do:  required(f, "do", spot.text),
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
