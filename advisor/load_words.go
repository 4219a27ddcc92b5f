package advisor

import "remit/model"

// The most items of lists that people read from top to bottom.
const (
	maxTopics   = 100
	maxTerms    = 100
	maxSources  = 5_000
	maxDissents = 500
)

// readWords reads everything that the rest of a framework refers to by id, apart
// from the questions.
func (in *loading) readWords() {
	in.f.Topics = joined(in, "topics", maxTopics, readTopic)
	in.f.Sources = joined(in, "sources", maxSources, readSource)
	in.f.Engagements = joined(in, "engagements", maxTerms, readEngagement)
	in.f.Reportings = joined(in, "reportings", maxTerms, readReporting)
}

// letter is one capital letter of the alphabet: it stands in maps and bars that
// count on its width.
func (s spot) letter() string {
	text, ok := s.raw()
	if !ok {
		return ""
	}
	if len(text) != 1 || text[0] < 'A' || text[0] > 'Z' {
		s.fault("letter is "+shown(text)+", not one capital letter from A to Z", "")
		return ""
	}
	return text
}

func readTopic(s spot) model.Topic {
	f := s.form("topic")
	defer f.done()
	return model.Topic{
		ID:    f.declared(),
		Title: required(f, "title", spot.line),
		Intro: required(f, "intro", spot.text),
	}
}

func readEngagement(s spot) model.Term {
	f := s.form("engagement")
	defer f.done()
	term := f.term()
	term.First = optional(f, "first", spot.text)
	term.Verdict = optional(f, "verdict", spot.line)
	term.Motion = optional(f, "motion", spot.text)
	term.Before = f.before()
	return term
}

func readReporting(s spot) model.Term {
	f := s.form("reporting")
	defer f.done()
	term := f.term()
	term.Clause = optional(f, "clause", spot.line)
	return term
}

// term reads the fields that every term has.
func (f *form) term() model.Term {
	return model.Term{
		ID:    f.declared(),
		Title: required(f, "title", spot.line),
		Means: required(f, "means", spot.text),
	}
}

func readSource(s spot) model.Source {
	f := s.form("source")
	defer f.done()
	return model.Source{
		ID:        f.declared(),
		Title:     required(f, "title", spot.line),
		Publisher: required(f, "publisher", spot.line),
		Year:      required(f, "year", spot.year),
		URL:       optional(f, "url", spot.link),
		Note:      optional(f, "note", spot.text),
	}
}
