package advisor

import (
	"fmt"
	"strings"

	"go.yaml.in/yaml/v3"

	"remit/model"
)

const (
	maxRules  = 20_000
	maxPoints = 99 // of one rule for one structure, up or down
)

func (in *loading) readRules() {
	in.f.Rules = joined(in, "rules", maxRules, readRule)
}

func readRule(s spot) model.Rule {
	f := s.form("rule")
	defer f.done()
	r := model.Rule{
		ID:       f.declared(),
		Title:    required(f, "title", spot.line),
		When:     optional(f, "when", spot.conditions),
		Because:  required(f, "because", spot.text),
		Strength: required(f, "strength", spot.strength),
		Sources:  required(f, "sources", spot.sources),
	}
	f.readEffect(&r)
	switch r.Effect {
	case model.Scores, model.Excludes:
		f.refuse("for", "points and exclude name their structures themselves")
		f.refuse("engaged", "points and exclusions come before how the leader does")
	default:
		r.For = optional(f, "for", spot.structures)
		r.Engaged = optional(f, "engaged", several[model.Engagement]("engagement"))
	}
	// What always goes with one recommendation needs no answers; anything else does.
	if !f.has("when") && !f.has("for") && !f.has("engaged") && !f.broken {
		f.fault("when is missing", "")
	}
	return r
}

// readEffect reads the one thing that a rule does.
func (f *form) readEffect(r *model.Rule) {
	var given []string
	for _, effect := range []model.Effect{model.Scores, model.Excludes, model.Misfit, model.Safeguard} {
		if f.has(string(effect)) {
			given = append(given, string(effect))
			r.Effect = effect
		}
	}
	const cure = "A rule has exactly one of points, exclude, misfit, safeguard."
	switch {
	case f.broken:
		return
	case len(given) == 0:
		f.fault("the rule does nothing", cure)
		return
	case len(given) > 1:
		f.fields[given[1]].key.fault("the rule has "+strings.Join(given, " and "), cure+" Make it several rules.")
		return
	}
	s, _ := f.get(given[0])
	switch r.Effect {
	case model.Scores:
		r.Points = s.points()
	case model.Excludes:
		r.Exclude = s.structures()
	default:
		r.Do = s.text()
	}
}

func (s spot) points() (points [model.NumStructures]int) {
	if s.node.Kind != yaml.MappingNode {
		s.wants("a mapping from structures to points", "Write {cto: 2, cio: -1}.")
		return points
	}
	faults, some := s.in.said.count(), false
	for _, p := range s.pairs() {
		structure, ok := model.ParseStructure(p.key.node.Value)
		if !ok {
			p.key.key = "points"
			p.key.unknown("structure", p.key.node.Value, structureIDs())
			continue
		}
		p.value.key = "points for " + p.key.node.Value
		points[structure] = p.value.integer(-maxPoints, maxPoints)
		some = some || points[structure] != 0
	}
	if !some && s.in.said.count() == faults {
		s.fault("all points are 0", fmt.Sprintf("Give at least one structure points, from -%d to %d.", maxPoints, maxPoints))
	}
	return points
}

func (s spot) strength() model.Strength {
	word, ok := s.raw()
	if !ok {
		return ""
	}
	switch strength := model.Strength(word); strength {
	case model.Strong, model.Medium, model.Weak:
		return strength
	}
	s.fault(fmt.Sprintf("unknown strength %q", shown(word)), "It is one of strong, medium, weak.")
	return ""
}
