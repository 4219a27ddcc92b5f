package advisor

import "remit/model"

func readTradeoff(s spot) model.Tradeoff {
	f := s.form("tradeoff")
	defer f.done()
	t := model.Tradeoff{
		Structure: f.structure(),
		Gains:     required(f, "gains", spot.text),
		Risk:      required(f, "risk", spot.text),
		Takes:     required(f, "takes", spot.text),
		Strength:  required(f, "strength", spot.strength),
		Sources:   required(f, "sources", spot.sources),
	}
	t.Instead = optional(f, "instead", few(readOtherTradeoff))
	return t
}

// readOtherTradeoff reads what is said in place of a tradeoff.
func readOtherTradeoff(s spot) model.OtherTradeoff {
	f := s.form("wording")
	defer f.done()
	t := model.OtherTradeoff{
		Fit:      f.audience(),
		Gains:    optional(f, "gains", spot.text),
		Risk:     optional(f, "risk", spot.text),
		Takes:    optional(f, "takes", spot.text),
		Strength: required(f, "strength", spot.strength),
		Sources:  required(f, "sources", spot.sources),
	}
	s.worded(t.Fit, []string{t.Gains, t.Risk, t.Takes}, "gains, risk or takes")
	return t
}
