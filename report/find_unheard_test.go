package report_test

import (
	"testing"

	"remit/advisor"
	"remit/model"
	"remit/report"
)

// Whatever the built-in framework says that people say is heard.
func TestAllSynonymsAreHeard(t *testing.T) {
	e := advisor.Builtin()
	for _, u := range (report.Catalogue{Framework: e.Framework(), Book: e.Playbook()}).Unheard() {
		t.Errorf("%q, for %q, %s", u.Said, u.Means, u.Why)
	}
}

// What is said in vain is named; an ending that remit puts to a word by itself stands in
// nobody's way.
func TestWhatIsSaidInVain(t *testing.T) {
	e := advisor.Builtin()
	book := *e.Playbook()
	for _, test := range []struct {
		means, said string
		vain        bool
	}{
		{"it provider", "vendors", false},
		{"cost", "outlay", false},
		{"cost", "set back", false},
		{"cost", "too", true},
		{"cost", "12", true},
		{"cost", "where", true},
		{"cost", "Cost", true},
		{"product head", "head of product", true},
		{"information officer", "CIO", true},
	} {
		book.Synonyms = []model.Synonym{{Means: test.means, Said: []string{test.said}}}
		if got := (report.Catalogue{Framework: e.Framework(), Book: &book}).Unheard(); len(got) > 0 != test.vain {
			t.Errorf("%q for %q: %v", test.said, test.means, got)
		}
	}
	book.Synonyms = []model.Synonym{{Means: "it provider", Said: []string{"gizmo"}}, {Means: "virtual cio", Said: []string{"gizmos"}}}
	c := report.Catalogue{Framework: e.Framework(), Book: &book}
	want, got := c.Find("what is a virtual cio"), c.Find("what is a gizmos")
	if want.Best == nil || got.Best == nil || want.Best.ID != got.Best.ID {
		t.Errorf("a word that the framework says for itself is read as the plural of another: %v, want %v", got.Best, want.Best)
	}
}
