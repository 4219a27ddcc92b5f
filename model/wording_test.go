package model

import "testing"

// Of each of the words the first wording that holds and says it is told, so that what is
// said of part-timers needs not repeat what is said of founders.
func TestWordsAreChosenOneByOne(t *testing.T) {
	founder := []Condition{{Question: Incumbent, In: []string{"founder"}}}
	f := Framework{Structures: []StructureInfo{{ID: CTO, Verdict: "One CTO.", Means: "The CTO answers.", First: "Write.", Seat: "a CTO", Instead: []Wording{
		{Fit: Fit{Engaged: []Engagement{Fractional}}, Means: "The inside owner answers."},
		{Fit: Fit{When: founder}, Means: "The founder answers.", First: "Choose."},
	}}}}
	for name, test := range map[string]struct {
		how          Engagement
		today        Answer
		means, first string
	}{
		"neither": {FullTime, Choose("nobody"), "The CTO answers.", "Write."},
		"one":     {Fractional, Choose("nobody"), "The inside owner answers.", "Write."},
		"other":   {FullTime, Choose("founder"), "The founder answers.", "Choose."},
		"both":    {Fractional, Choose("founder"), "The inside owner answers.", "Choose."},
	} {
		got := f.Spoken(Situation{Structure: CTO, Engagement: test.how, Answers: Answers{Incumbent: test.today}})
		if got.Means != test.means || got.First != test.first || got.Verdict != "One CTO." || got.Seat != "a CTO" {
			t.Errorf("%s: %+v", name, got)
		}
	}
}
