package tui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"remit/model"
)

// tiny is a firm that is advised to have a provider and nobody else yet.
func tiny() map[string]string {
	return map[string]string{
		"headcount": "2", "technology": "support", "custom_software": "none", "engineers": "0", "it_staff": "0", "estate": "simple",
		"regulation": "light", "seats": "0", "incumbent": "nobody", "outsourcing": "most", "change": "steady",
	}
}

// Where the advice goes by other words than its structure, people meet these words
// wherever something is advised, and the structure's where structures are compared, and
// are told that the two are one.
func TestAFormOfAStructureIsTiedToIt(t *testing.T) {
	r := newRig(t)
	s := filled(r, model.Interview, tiny())
	advice := r.app.env.Engine.Advise(s.Answers, 0)
	f := r.app.env.Engine.Framework()
	title, short := f.Structure(advice.Recommendation).Title, advised(f, &advice)
	if form(f, &advice) == "" {
		t.Fatalf("this firm is advised as %q; choose another", title)
	}
	r.begin()
	r.shows("Harbour", short)
	r.press("s")
	r.shows("Harbour", short)
	r.send(tea.WindowSizeMsg{Width: 40, Height: 12})
	r.shows(wholeWords(short, 12))
	r.send(tea.WindowSizeMsg{Width: 80, Height: 40})
	r.goTo(placeVerdict, s)
	r.shows(form(f, &advice), "form of "+title)
	r.press("3")
	r.shows(title + ", here in the form")
	r.goTo(placeWhatIf, s)
	r.shows(short+" ("+f.Structure(advice.Recommendation).Letter+")", title)
}

// Nothing is said about a form where the title of the structure says it all.
func TestAPlainAdviceHasNoForm(t *testing.T) {
	r, s := opened(t, placeVerdict, model.Interview, saas)
	advice := r.app.env.Engine.Advise(s.Answers, 0)
	if strings.Contains(r.text(), "form of") || formText(r.app.env.Engine.Framework(), &advice) != "" {
		t.Errorf("a form without words:\n%s", r.text())
	}
}

func TestNamesAreShortenedByWholeWords(t *testing.T) {
	for w, want := range map[int]string{30: "No executive yet", 16: "No executive yet", 15: "No executive", 12: "No executive", 11: "No", 2: "No", 1: glyphEllipse} {
		if got := wholeWords("No executive yet", w); got != want {
			t.Errorf("in %d cells: %q, want %q", w, got, want)
		}
	}
}
