package advisor

import (
	"fmt"
	"slices"

	"remit/model"
)

// maxDay is the last day that a plan may name.
const maxDay = 1_000

// clock is from when the day beside it counts.
func clock(f *form) model.Clock {
	return required(f, "clock", oneOf("clock", model.FromDecision, model.FromStart))
}

// doer is who does the thing beside it. There is no default: a plan is proven by it, and a
// guess would prove nothing.
func doer(f *form) model.Doer {
	s, ok := f.get("by")
	switch {
	case ok:
		return s.doer()
	case !f.broken:
		f.fault("by is missing", "Write inside for somebody who is there on the day of the decision, leader for whoever will lead, or the id of a role that leads.")
	}
	return ""
}

// doer reads one of the two words, or the id of a role that leads.
func (s spot) doer() model.Doer {
	word, ok := s.raw()
	by, known := model.Doer(word), []string{string(model.Inside), string(model.Leader)}
	if !ok || slices.Contains(known, word) {
		return by
	}
	for _, r := range s.in.f.Playbook.Roles {
		switch {
		case r.Leads && r.ID == word:
			return by
		case r.ID == word:
			s.fault(fmt.Sprintf("by names role %q, which does not lead", word), "Write inside: it is for the days of those who may still have to be found.")
			return by
		case r.Leads:
			known = append(known, r.ID)
		}
	}
	if s.in.whole {
		s.unknown("doer", word, known)
	}
	return by
}

func day(f *form) int { return required(f, "day", func(s spot) int { return s.integer(0, maxDay) }) }

func (b *bookRead) readPractice(s spot) model.Practice {
	f := s.form("practice")
	defer f.done()
	b.practices = append(b.practices, f)
	return model.Practice{
		ID:       f.declared(),
		Kind:     required(f, "kind", oneOf("kind", model.Together, model.Guarding, model.Rhythm, model.Deciding, model.Preparing)),
		Fit:      b.fit(f),
		Title:    required(f, "title", spot.line),
		Do:       required(f, "do", spot.text),
		Charter:  optional(f, "charter", refer("charter")),
		Who:      required(f, "who", spot.line),
		By:       doer(f),
		Clock:    clock(f),
		Day:      day(f),
		Because:  required(f, "because", spot.text),
		Strength: required(f, "strength", spot.strength),
		Sources:  required(f, "sources", spot.sources),
	}
}

func (b *bookRead) readSymptom(s spot) model.Symptom {
	f := s.form("symptom")
	defer f.done()
	return model.Symptom{
		ID:       f.declared(),
		Fit:      b.fit(f),
		Sign:     required(f, "sign", spot.text),
		Do:       required(f, "do", spot.text),
		Strength: required(f, "strength", spot.strength),
		Sources:  required(f, "sources", spot.sources),
	}
}

func (b *bookRead) readTrigger(s spot) model.Trigger {
	f := s.form("trigger")
	defer f.done()
	return model.Trigger{
		ID:       f.declared(),
		Fit:      b.fit(f),
		Event:    required(f, "event", spot.text),
		Look:     required(f, "look", spot.text),
		Question: optional(f, "question", refer("question")),
		Strength: required(f, "strength", spot.strength),
		Sources:  required(f, "sources", spot.sources),
	}
}

func (b *bookRead) readLegalPoint(s spot) model.LegalPoint {
	f := s.form("legal point")
	defer f.done()
	return model.LegalPoint{
		ID:       f.declared(),
		Fit:      b.fit(f),
		Ask:      required(f, "ask", spot.text),
		Because:  required(f, "because", spot.text),
		Strength: required(f, "strength", spot.strength),
		Sources:  required(f, "sources", spot.sources),
	}
}
