package advisor

import "remit/model"

func readTradeoff(s spot) model.Tradeoff {
	f := s.form("tradeoff")
	defer f.done()
	t := model.Tradeoff{
		Gains:    required(f, "gains", spot.text),
		Risk:     required(f, "risk", spot.text),
		Takes:    required(f, "takes", spot.text),
		Strength: required(f, "strength", spot.strength),
		Sources:  required(f, "sources", spot.sources),
	}
	if known, ok := model.ParseStructure(f.declared()); ok {
		t.Structure = known
	} else if id, ok := f.get("id"); ok {
		id.unknown("structure", id.node.Value, structureIDs())
	}
	return t
}
