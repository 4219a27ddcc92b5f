package report_test

import (
	"strings"
	"testing"

	"remit/report"
)

func TestARoleThatIsCalledByItsTitleIsMeant(t *testing.T) {
	r := whole(t, bank())
	c := report.Catalogue{Framework: r.Framework, Book: r.Book}
	for _, asked := range []string{"can the CTO be our data protection officer", "Is our CIO allowed to be the Data Protection Officer?"} {
		best := c.Find(asked).Best
		if best == nil {
			continue // candidates are no wrong answer
		}
		if !strings.Contains(strings.ToLower(best.Title), "data protection officer") {
			t.Errorf("%q finds %q", asked, best.Title)
		}
	}
	if best := c.Find("who protects our laptops").Best; best == nil || !strings.Contains(best.Title, "devices") {
		t.Errorf("laptops find %v", best)
	}
}
