package advisor

import "remit/model"

// maxDay is the last day that a plan may name.
const maxDay = 1_000

// clock is from when the day beside it counts.
func clock(f *form) model.Clock {
	return required(f, "clock", oneOf("clock", model.FromDecision, model.FromStart))
}

func day(f *form) int { return required(f, "day", func(s spot) int { return s.integer(0, maxDay) }) }

func (b *bookRead) readPractice(s spot) model.Practice {
	f := s.form("practice")
	defer f.done()
	return model.Practice{
		ID:       f.declared(),
		Kind:     required(f, "kind", oneOf("kind", model.Together, model.Guarding, model.Rhythm, model.Deciding, model.Preparing)),
		Fit:      b.fit(f),
		Title:    required(f, "title", spot.line),
		Do:       required(f, "do", spot.text),
		Charter:  optional(f, "charter", refer("charter")),
		Who:      required(f, "who", spot.line),
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
