package advisor

import (
	"strings"
	"testing"
)

// A step that covers a practice comes no later than the practice is due, and covers only
// what some company on its way is advised.
func TestStepsComeInTimeForWhatTheyCover(t *testing.T) {
	leaves := func(last string) string { // the way from a CTO to anything else, with another last step
		return strings.Replace(ctoLeaves, "clock: start, day: 1, title: x, do: c, who: c, by: inside", last, 1)
	}
	for _, c := range []struct {
		name, ways string
		faults     []string
	}{
		{"sooner", ctoStays + leaves("clock: start, day: 1, title: x, do: c, who: c, by: inside, covers: [meet]") + founders, nil},
		{"by the other clock, which runs first", ctoStays + leaves("clock: decision, day: 60, title: x, do: c, who: c, by: inside, covers: [meet]") + founders, nil},
		{"on the same day", ctoStays + leaves("clock: start, day: 7, title: x, do: c, who: c, by: inside, covers: [meet]") + founders, nil},
		{"later", ctoStays + leaves("clock: start, day: 8, title: x, do: c, who: c, by: inside, covers: [meet]") + founders,
			[]string{`transition "leaves": step 3: it is due later than practice "meet", which it covers: day 7 from the start`}},
		{"for a structure to which the way does not lead",
			ctoStays + strings.Replace(leaves("clock: start, day: 1, title: x, do: c, who: c, by: inside, covers: [meet]"), "to: [cio, both, hybrid, vcio]", "to: [cio]", 1) +
				strings.NewReplacer("leaves", "goes", "[cio, both, hybrid, vcio]", "[both, hybrid, vcio]").Replace(ctoLeaves) + founders,
			[]string{`transition "leaves": step 3: it covers practice "meet", which nobody on this way is advised`}},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := Load(oneFile(ledFramework(c.ways) + MinimalPlaybook))
			compareLists(t, "faults", told(err), c.faults)
		})
	}
	_, err := Load(oneFile(strings.Replace(ledFramework(ctoStays+leaves("clock: start, day: 1, title: x, do: c, who: c, by: inside, covers: [meet]")+founders)+MinimalPlaybook,
		"rhythm, for: [both], title", "rhythm, for: [both], when: {incumbent: founder}, title", 1)))
	compareLists(t, "for another leader of today", told(err), []string{`transition "leaves": step 3: it covers practice "meet", which nobody on this way is advised`})
}
