package advisor

import "remit/model"

const (
	maxGroups = 20
	maxCases  = 1_000_000
)

// readAgreement reads how the framework fares on published cases. Whoever writes a
// framework may leave it out; the built-in one has it counted by a test.
func (in *loading) readAgreement() {
	in.f.Agreement.Cases = joined(in, "agreement", maxGroups, readCaseGroup)
}

func readCaseGroup(s spot) model.CaseGroup {
	f := s.form("agreement")
	defer f.done()
	return model.CaseGroup{
		Title:    required(f, "title", spot.line),
		Total:    required(f, "total", spot.cases),
		Agree:    required(f, "agree", spot.cases),
		FirstTwo: required(f, "first_two", spot.cases),
		ByLabel:  required(f, "by_label", spot.labels),
	}
}

func (s spot) cases() int { return s.integer(0, maxCases) }

func (s spot) labels() []model.LabelCount {
	spots := s.list()
	counts := make([]model.LabelCount, len(spots))
	for i, item := range spots {
		counts[i] = readLabelCount(item)
	}
	return counts
}

func readLabelCount(s spot) model.LabelCount {
	f := s.form("count")
	defer f.done()
	c := model.LabelCount{
		Total: required(f, "total", spot.cases),
		Agree: required(f, "agree", spot.cases),
	}
	if of, ok := f.get("structure"); ok {
		known, ok := model.ParseStructure(of.node.Value)
		if !ok {
			of.unknown("structure", of.node.Value, structureIDs())
		}
		c.Structure = known
	} else if !f.broken {
		f.fault("structure is missing", "")
	}
	return c
}
