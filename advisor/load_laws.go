package advisor

import "remit/model"

const maxLaws = 500

func (in *loading) readLaws() {
	in.f.Laws = joined(in, "laws", maxLaws, readLaw)
}

// readLaw reads one of the two kinds of law: never … when, or rising … keeps.
func readLaw(s spot) model.Law {
	f := s.form("law")
	defer f.done()
	l := model.Law{
		ID:      f.declared(),
		Title:   required(f, "title", spot.line),
		Because: required(f, "because", spot.text),
	}
	switch {
	case f.has("never"):
		l.Never = required(f, "never", spot.structures)
		l.When = required(f, "when", spot.conditions)
		f.refuse("rising", "a law says never, or rising")
		f.refuse("keeps", "it goes with rising")
	case f.has("rising"):
		l.Rising = required(f, "rising", refer("question"))
		l.Keeps = required(f, "keeps", spot.structures)
		l.When = optional(f, "when", spot.conditions)
	case !f.broken:
		f.fault("the law forbids nothing", "A law has never and when, or rising and keeps.")
	}
	return l
}
