package report_test

import (
	"strings"
	"testing"

	"remit/advisor"
	"remit/report"
)

// A finder is shared by all who ask, so that one question must not change the next answer.
func TestAFinderGivesTheSameAnswerTwice(t *testing.T) {
	r := whole(t, bank())
	c := report.Catalogue{Framework: r.Framework, Book: r.Book}
	f := c.Finder()
	for _, asked := range []string{"vcio cost", "cheif informtion officer", "Who owns security?", "vcio cost", ""} {
		once, again := f.Find(asked), c.Find(asked)
		if len(once.Matches) != len(again.Matches) || (once.Best == nil) != (again.Best == nil) {
			t.Fatalf("%q: %v and %v", asked, once, again)
		}
		for i := range once.Matches {
			if once.Matches[i].ID != again.Matches[i].ID || once.Matches[i].Score != again.Matches[i].Score {
				t.Errorf("%q: place %d is %s and %s", asked, i, once.Matches[i].ID, again.Matches[i].ID)
			}
		}
	}
}

// Slips are mended, and a long text of nothing known costs little.
func TestSlipsOfTheKeyboardAreMended(t *testing.T) {
	r := whole(t, bank())
	f := report.Catalogue{Framework: r.Framework, Book: r.Book}.Finder()
	for asked, want := range map[string]string{
		"what does a cheif informtion officer do": "what-a-cio-does", "diffrence betwen cto and cio": "cto-or-cio", "rcai": "what-is-raci",
	} {
		if best := f.Find(asked).Best; best == nil || best.ID != want {
			t.Errorf("%q finds %v, want %s", asked, best, want)
		}
	}
	if best := f.Find(strings.Repeat("qwertzuiop ", 100_000)).Best; best != nil {
		t.Errorf("noise finds %s", best.ID)
	}
}

func BenchmarkAskingAPreparedFinder(b *testing.B) {
	e := advisor.Builtin()
	f := report.Catalogue{Framework: e.Framework(), Book: e.Playbook()}.Finder()
	for b.Loop() {
		f.Find("shuold the cto report to the chief informtion officer")
	}
}

func BenchmarkPreparingAFinder(b *testing.B) {
	e := advisor.Builtin()
	c := report.Catalogue{Framework: e.Framework(), Book: e.Playbook()}
	for b.Loop() {
		c.Finder()
	}
}

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
