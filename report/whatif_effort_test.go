package report_test

import (
	"bytes"
	"strings"
	"testing"

	"remit/model"
	"remit/report"
)

// A way is as slow as its slowest change. Nothing is said where answers only have to
// be found out, and where the framework is silent about efforts.
func TestEffortIsToldInWords(t *testing.T) {
	known := model.Widened{Change: model.Change{Question: "headcount", From: model.Count(8), To: model.Count(20)},
		Within: model.Span{Low: model.Count(20), High: model.Count(20)}}
	also := model.Widened{Change: model.Change{Question: "technology", From: model.Choose("product"), To: model.Choose("support")},
		Within: model.Span{Low: model.Choose("support"), High: model.Choose("support")}}
	missing := known
	missing.From = model.Answer{}
	move := func(effort int, how string) model.Moves {
		return model.Moves{By: model.ByChoice, Effort: effort, How: how}
	}
	for _, c := range []struct {
		name        string
		first, then model.Moves
		changes     []model.Widened
		want        string // "" for no line at all
		takes       string
	}{
		{"a meeting", move(1, "hire"), move(3, "turn"), []model.Widened{known}, "that can be decided in a meeting: hire", `"meeting"`},
		{"three meetings are no years", move(1, "hire"), move(1, "turn"), []model.Widened{known, also}, "that can be decided in a meeting: hire; turn", `"meeting"`},
		{"the slowest counts", move(1, "hire"), move(3, "turn"), []model.Widened{known, also}, "that is the work of years: hire; turn", `"years"`},
		{"no answer yet", move(3, "hire"), move(3, "turn"), []model.Widened{missing}, "", `"answer"`},
		{"one of two", move(3, "hire"), move(2, "turn"), []model.Widened{missing, also}, "that is the work of months: turn; find out what is not known yet", `"months"`},
		{"nothing said", model.Moves{}, model.Moves{}, []model.Widened{known, also}, "", "null"},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := sampleWhatIf()
			w.Framework.Questions[0].Moves, w.Framework.Questions[1].Moves = c.first, c.then
			w.Turns = []model.Turn{{To: model.VCIO, Changes: c.changes}}
			got := whatIfText(t, w, report.TextOptions{Width: 400})
			if c.want == "" && strings.Contains(got, "    that ") || !strings.Contains(got, c.want) {
				t.Errorf("want %q in\n%s", c.want, got)
			}
			var b bytes.Buffer
			if err := report.WhatIfJSON(&b, w); err != nil || !strings.Contains(b.String(), `"takes": `+c.takes) {
				t.Errorf("want that it takes %s in\n%s", c.takes, &b)
			}
		})
	}
}
