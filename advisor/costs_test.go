package advisor

import (
	"regexp"
	"strings"
	"testing"
)

// One number alone looks surer than it is: no cost is one, and no note of a cost puts one
// beside its range.
func TestEveryCostIsARange(t *testing.T) {
	sum := regexp.MustCompile(`\d{1,3}(,\d{3})+`)
	spans := regexp.MustCompile(sum.String() + " to " + sum.String())
	for _, c := range loadedEngine(t).Playbook().Costs {
		if c.Low >= c.High {
			t.Errorf("%s is from %d to %d", c.ID, c.Low, c.High)
		}
		if c.Country == "" || c.Published == "" || c.Currency == "" || len(c.Sources) == 0 {
			t.Errorf("%s does not say where and when: %+v", c.ID, c)
		}
		for _, text := range []string{c.What, c.Note} {
			if one := sum.FindString(spans.ReplaceAllString(text, "")); one != "" {
				t.Errorf("%s tells one number, %s: %s", c.ID, one, strings.TrimSpace(text))
			}
		}
	}
}
