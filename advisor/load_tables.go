package advisor

import (
	"go.yaml.in/yaml/v3"

	"remit/model"
)

const maxRows = 1_000

// readTables reads the decision tables and the dissents.
func (in *loading) readTables() {
	in.f.Engagement.Rows = joined(in, "engagement", maxRows, rowReader("engagement", refer("engagement")))
	in.f.Reporting.Rows = joined(in, "reporting", maxRows, rowReader("reporting", reportingLine))
	in.f.Dissents = joined(in, "dissents", maxDissents, readDissent)
}

// reportingLine is the id of a reporting line, or a written-out "" where no line
// can be drawn.
func reportingLine(s spot) string {
	if s.node.Kind == yaml.ScalarNode && s.node.Value == "" && s.node.Tag == "!!str" {
		return ""
	}
	return refer("reporting")(s)
}

// rowReader reads the rows of one table; result reads what a row gives.
func rowReader(table string, result func(spot) string) func(spot) model.Row {
	return func(s spot) model.Row {
		f := s.form(rowNoun(table))
		defer f.done()
		row := model.Row{
			ID:      f.declared(),
			For:     optional(f, "for", spot.structures),
			When:    optional(f, "when", spot.conditions),
			Then:    required(f, "then", result),
			Because: required(f, "because", spot.text),
			Sources: required(f, "sources", spot.sources),
		}
		if table == "engagement" {
			row.Before = f.before()
		}
		if row.Before != "" && string(row.Before) == row.Then {
			f.fault("before is the same as then", "Name how the permanent leader comes, or take before out.")
		}
		return row
	}
}

// before reads the engagement that another one comes before.
func (f *form) before() model.Engagement {
	return optional(f, "before", func(s spot) model.Engagement { return model.Engagement(refer("engagement")(s)) })
}

// rowNoun is what a row of a table is called in complaints.
func rowNoun(table string) string { return table + " row" }

func readDissent(s spot) model.Dissent {
	f := s.form("dissent")
	defer f.done()
	return model.Dissent{
		ID:        f.declared(),
		Question:  required(f, "question", spot.line),
		For:       optional(f, "for", spot.structures),
		When:      optional(f, "when", spot.conditions),
		Positions: required(f, "positions", spot.positions),
		Handling:  required(f, "handling", spot.text),
	}
}

// positions are the sides of a dissent; one side alone is none.
func (s spot) positions() []model.Position {
	positions := each(readPosition)(s)
	if len(positions) == 1 {
		s.fault("there is only one position, which is no dissent", "Add the other side.")
	}
	return positions
}

func readPosition(s spot) model.Position {
	f := s.form("position")
	defer f.done()
	p := model.Position{
		Says:    required(f, "says", spot.text),
		Sources: required(f, "sources", spot.sources),
	}
	p.Voices = optional(f, "voices", few(func(s spot) model.Voice { return readVoice(s, p.Sources) }))
	return p
}
