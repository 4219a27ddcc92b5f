package advisor

import "remit/model"

func readTradeoff(s spot) model.Tradeoff {
	f := s.form("tradeoff")
	defer f.done()
	return model.Tradeoff{
		Structure: f.structure(),
		Gains:     required(f, "gains", spot.text),
		Risk:      required(f, "risk", spot.text),
		Takes:     required(f, "takes", spot.text),
		Strength:  required(f, "strength", spot.strength),
		Sources:   required(f, "sources", spot.sources),
	}
}
