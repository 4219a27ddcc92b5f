package report_test

import (
	"strconv"
	"strings"
	"testing"

	"remit/model"
)

// The page for a board tells as first what the plan has first: people hold both.
func TestTheBoardBeginsWithThePlan(t *testing.T) {
	for name, as := range map[string]model.Answers{"bank": bank(), "insurer": insurer(), "dental": dental(), "bakery": bakery(), "startup": startup()} {
		r := whole(t, as)
		_, after, ok := strings.Cut(brief(t, r), "What to do first")
		if said := strings.Join(strings.Fields(after), " "); !ok || !strings.HasPrefix(strings.TrimLeft(said, "- "), firstWords(&r.Follows.Plan[0])) {
			t.Errorf("%s: the plan begins with %q, the page with %.120q", name, r.Follows.Plan[0].Title, said)
		}
	}
}

func firstWords(s *model.PlanStep) string {
	if s.Day == 0 {
		return "At once: " + s.Title
	}
	return "By day " + strconv.Itoa(s.Day) + ": " + s.Title
}
