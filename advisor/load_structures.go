package advisor

import (
	"strings"

	"remit/model"
)

// readStructures reads how the structures are spoken of, once the answers that the words
// may hang on are known. As in a playbook the bounds that they ask for are no cuts.
func (in *loading) readStructures() {
	cuts := in.cuts
	in.f.Structures = joined(in, "structures", 2*model.NumStructures, readStructure)
	in.cuts = cuts
}

func readStructure(s spot) model.StructureInfo {
	f := s.form("structure")
	defer f.done()
	return model.StructureInfo{
		ID:      f.structure(),
		Title:   required(f, "title", spot.line),
		Letter:  required(f, "letter", spot.letter),
		Verdict: required(f, "verdict", spot.line),
		Means:   required(f, "means", spot.text),
		First:   required(f, "first", spot.text),
		Seat:    optional(f, "seat", spot.line),
		Instead: optional(f, "instead", few(readWording)),
	}
}

// structure gives the structure that the id names.
func (f *form) structure() model.Structure {
	known, ok := model.ParseStructure(f.declared())
	if id, there := f.get("id"); there && !ok {
		id.unknown("structure", id.node.Value, structureIDs())
	}
	return known
}

// readWording reads what is said in place of the usual words.
func readWording(s spot) model.Wording {
	f := s.form("wording")
	defer f.done()
	w := model.Wording{
		Fit:     f.audience(),
		Verdict: optional(f, "verdict", spot.line),
		Means:   optional(f, "means", spot.text),
		First:   optional(f, "first", spot.text),
		Seat:    optional(f, "seat", spot.line),
	}
	s.worded(w.Fit, []string{w.Verdict, w.Means, w.First, w.Seat}, "verdict, means, first or seat")
	return w
}

// audience reads for which companies other words are; the structure is known.
func (f *form) audience() model.Fit {
	return model.Fit{
		Engaged:   optional(f, "engaged", several[model.Engagement]("engagement")),
		Reporting: optional(f, "reporting", several[model.Reporting]("reporting")),
		When:      optional(f, "when", spot.conditions),
	}
}

// worded wants other words to be for somebody, and to be there. Words that always held
// would be the usual ones.
func (s spot) worded(fit model.Fit, words []string, keys string) {
	if always(fit) {
		s.fault("it does not say for whom it is", "Add engaged, reporting or when; what holds for all is said outside instead.")
	}
	if strings.Join(words, "") == "" {
		s.fault("it says nothing", "Add "+keys+".")
	}
}
