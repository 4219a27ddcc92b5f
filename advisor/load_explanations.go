package advisor

import (
	"slices"
	"strings"

	"remit/model"
)

func (b *bookRead) readExplanation(s spot) model.Explanation {
	f := s.form("explanation")
	defer f.done()
	return model.Explanation{
		ID:       f.declared(),
		Ask:      required(f, "ask", b.asking),
		Asked:    optional(f, "asked", few(b.asking)),
		Answer:   required(f, "answer", few(spot.text)),
		Roles:    optional(f, "roles", several[string]("role")),
		Dissents: optional(f, "dissents", several[string]("dissent")),
		Sources:  optional(f, "sources", spot.sources),
	}
}

// asking reads a way to ask a question. Two answers to the same words would leave it to
// chance which one is given.
func (b *bookRead) asking(s spot) string {
	text := s.line()
	words := strings.Join(model.Words(text), " ")
	if words == "" {
		return text
	}
	if first, twice := b.asked[words]; twice {
		s.fault("it is asked in these words already", "The first is at "+s.in.said.where(first)+". Keep it where the better answer stands.")
		return text
	}
	if b.asked == nil {
		b.asked = map[string]place{}
	}
	b.asked[words] = s.place()
	return text
}

// readVoice reads who takes a position that rests on these sources.
func readVoice(s spot, sources []string) model.Voice {
	f := s.form("voice")
	defer f.done()
	return model.Voice{
		Source: required(f, "source", func(s spot) string {
			id := s.id()
			if id != "" && !slices.Contains(sources, id) {
				s.unknown("source of the position", id, sources)
			}
			return id
		}),
		Role:     required(f, "role", spot.line),
		Industry: optional(f, "industry", spot.line),
		Size:     optional(f, "size", spot.line),
	}
}
