package advisor

import (
	"strconv"

	"go.yaml.in/yaml/v3"

	"remit/model"
)

// The most items of the lists of a playbook. Roles and activities are the columns and
// rows of a matrix that people read; the others are looked through.
const (
	maxRoles        = 100
	maxActivities   = 300
	maxSeparations  = 200
	maxCharters     = 200
	maxPractices    = 500
	maxSymptoms     = 300
	maxTriggers     = 300
	maxLegalPoints  = 300
	maxCosts        = 500
	maxAlternatives = 100
	maxExplanations = 500
	maxSynonyms     = 1_000

	maxInside = 50 // of a list inside one of them
)

// bookRead is a playbook while it is read: where its parts stand, and what can be
// judged only once all of it is there.
type bookRead struct {
	in         *loading
	roles      []*form // beside Playbook.Roles
	activities []*form
	charters   []*form
	practices  []*form
	fits       []fitAt
	later      []roleNamed
	asked      map[string]place // every way to ask a question, and where it stands first
	meant      map[string]place // what the words of synonyms mean, and where it stands first
	said       map[string]heard // and what people say for it
}

// fitAt is the fit of a thing that somebody is meant to see.
type fitAt struct {
	of  *form
	fit model.Fit
}

// readPlaybook reads what comes after the advice. Whoever writes a framework may leave
// out any of it.
//
// The bounds that it asks for are no cuts: nothing in it moves the advice, so they make
// no classes of companies, and a band may be wider than they are. Who picks the band is
// told what goes with its value.
func (in *loading) readPlaybook() {
	b := &bookRead{in: in}
	p := &in.f.Playbook
	cuts, faults := in.cuts, in.said.count()
	p.Roles = joined(in, "roles", maxRoles, b.readRole)
	b.settle()
	p.Activities = joined(in, "activities", maxActivities, b.readActivity)
	p.Separations = joined(in, "separations", maxSeparations, readSeparation)
	p.Charters = joined(in, "charters", maxCharters, b.readCharter)
	p.Practices = joined(in, "practices", maxPractices, b.readPractice)
	p.Symptoms = joined(in, "symptoms", maxSymptoms, b.readSymptom)
	p.Triggers = joined(in, "triggers", maxTriggers, b.readTrigger)
	p.LegalPoints = joined(in, "legal_points", maxLegalPoints, b.readLegalPoint)
	p.Costs = joined(in, "costs", maxCosts, b.readCost)
	p.Alternatives = joined(in, "alternatives", maxAlternatives, b.readAlternative)
	p.Tradeoffs = joined(in, "tradeoffs", model.NumStructures, readTradeoff)
	p.Explanations = joined(in, "explanations", maxExplanations, b.readExplanation)
	p.Synonyms = joined(in, "synonyms", maxSynonyms, b.readSynonym)
	in.cuts = cuts
	// What lies between things is judged once each of them is sound, and so is the
	// pair of tables that say which situations there are.
	if in.whole && in.said.count() == faults && !in.unresolved["engagement"] && !in.unresolved["reporting"] {
		b.check()
	}
}

// fit reads for which advice and answers the thing holds; there must be some.
func (b *bookRead) fit(f *form) model.Fit {
	fit := f.fit()
	b.fits = append(b.fits, fitAt{f, fit})
	return fit
}

// fit reads for which advice and answers a line holds. There may be none, so that the
// lines can name whatever the tables might come to give.
func (f *form) fit() model.Fit {
	return model.Fit{
		For:       optional(f, "for", spot.structures),
		Engaged:   optional(f, "engaged", several[model.Engagement]("engagement")),
		Reporting: optional(f, "reporting", several[model.Reporting]("reporting")),
		When:      optional(f, "when", spot.conditions),
	}
}

func always(f model.Fit) bool {
	return len(f.For) == 0 && len(f.Engaged) == 0 && len(f.Reporting) == 0 && len(f.When) == 0
}

// several reads a list of things that are declared elsewhere, each at most once.
func several[T ~string](noun string) func(spot) []T {
	return func(s spot) []T {
		return distinct(s, func(s spot) T { return T(refer(noun)(s)) })
	}
}

// few reads a list of at most maxInside items.
func few[T any](read func(spot) T) func(spot) []T {
	return func(s spot) []T {
		if s.node.Kind == yaml.SequenceNode && len(s.node.Content) > maxInside {
			s.fault(s.key+" has more than "+strconv.Itoa(maxInside)+" items", "Nobody reads that many: join some of them.")
			return nil
		}
		return each(read)(s)
	}
}

// lines reads a list of texts of one line each.
func (s spot) lines() []string { return few(spot.line)(s) }

// yes reads a mark: what does not have it leaves it out.
func (s spot) yes() bool {
	if s.node.Kind != yaml.ScalarNode || s.node.Tag != "!!bool" || s.node.Value != "true" {
		s.wants("true", "Write true, or leave it out.")
		return false
	}
	return true
}

// oneOf reads one of a few words; noun says what they are.
func oneOf[T ~string](noun string, known ...T) func(spot) T {
	return func(s spot) T {
		word, ok := s.raw()
		if !ok {
			return ""
		}
		words := make([]string, len(known))
		for i, k := range known {
			if words[i] = string(k); words[i] == word {
				return k
			}
		}
		s.unknown(noun, word, words)
		return ""
	}
}
