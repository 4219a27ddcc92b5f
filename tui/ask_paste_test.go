package tui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"remit/model"
)

func TestOnlyAWholeNumberIsPasted(t *testing.T) {
	for text, want := range map[string]string{
		"45": "45", " 1,200 people\n": "1200", "1.200": "1200", "12'000": "12000", "1 200 000": "1200000", "2\u202f500 employees": "2500",
		"40-50": "", "4.5": "", "-5": "", "1e3": "", "40k": "", "12\n34": "", "about 40, maybe 60": "", "": "", "people": "",
		"1,20": "", "1,2000": "", "1234,567": "", ",": "",
	} {
		if got := pastedNumber(text); got != want {
			t.Errorf("%q is read as %q, want %q", text, got, want)
		}
	}
}

// What is pasted and no number leaves the field as it is and says so; a number takes the
// place of what stands there.
func TestAPasteNeverBecomesAnotherNumber(t *testing.T) {
	r, _ := onHeadcount(t)
	r.press("4", "5")
	r.send(tea.PasteMsg{Content: "40-50"})
	if r.shows("not one whole number"); r.ask().field.digits != "45" {
		t.Errorf("in the field: %q", r.ask().field.digits)
	}
	r.send(tea.PasteMsg{Content: "1,200 people"})
	r.press("enter")
	if got := r.stored(r.ask().talk.session.ID).Answers["headcount"]; got != model.Count(1200) {
		t.Errorf("saved %v\n%s", got, strings.TrimSpace(r.text()))
	}
}
