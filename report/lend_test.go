package report_test

import (
	"strings"
	"testing"

	"remit/advisor"
	"remit/model"
	"remit/report"
)

// A catalogue has the lines of a charter for all companies, so lines that exclude each other
// say for whom they are; the charter of a company has only its own and says nothing of that.
func TestLinesOfACharterSayForWhomTheyAre(t *testing.T) {
	book := advisor.Builtin().Playbook()
	some := 0
	for _, c := range book.Charters {
		for _, list := range c.Clauses() {
			for i, line := range report.Lines(book, *list) {
				x := (*list)[i]
				for _, id := range append(x.With, x.Without...) {
					if some++; !strings.HasSuffix(line, ")") || !strings.Contains(line, book.Role(id).Named()) {
						t.Errorf("%s is not read everywhere and does not say so: %q", c.ID, line)
					}
				}
				if len(x.With)+len(x.Without) == 0 && line != x.Text {
					t.Errorf("%s: %q is read everywhere", c.ID, line)
				}
			}
		}
	}
	if some == 0 {
		t.Error("all lines are read everywhere")
	}
	for _, as := range []model.Answers{startup(), insurer(), bank()} {
		for _, c := range whole(t, as).Follows.Charters {
			for _, list := range c.Clauses() {
				for _, x := range *list {
					if len(x.With)+len(x.Without) > 0 {
						t.Errorf("%s still says beside whom it is read: %+v", c.ID, x)
					}
				}
			}
		}
	}
}
