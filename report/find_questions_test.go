package report_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"remit/advisor"
	"remit/report"
)

// Each file of testdata/questions has questions as people of many kinds would put them,
// with the topic that answers each, or none. What a finder does with them is counted.

// tally counts what became of questions.
type tally struct {
	answerable, first, three int // answerable ones; with a right topic first; among the first three
	wrong                    int // answered wrongly, with no second answer named beside
	none, answered           int // that have no answer here; and got one all the same
}

func tallied(t *testing.T, file string) (n tally) {
	t.Helper()
	text, err := os.ReadFile("testdata/questions/" + file)
	if err != nil {
		t.Fatal(err)
	}
	e := advisor.Builtin()
	f := report.Catalogue{Framework: e.Framework(), Book: e.Playbook()}.Finder()
	for line := range strings.Lines(string(text)) {
		wanted, question, ok := strings.Cut(strings.TrimSpace(line), "\t")
		if !ok {
			continue
		}
		found := f.Ask(question)
		if wanted == "none" {
			n.none++
			if found.Best != nil {
				n.answered++
				t.Logf("%q has no answer here and gets %s", question, found.Best.ID)
			}
			continue
		}
		shown := inOrder(found)
		at := slices.IndexFunc(shown, func(id string) bool { return slices.Contains(strings.Split(wanted, "|"), id) })
		n.answerable++
		switch {
		case at == 0:
			n.first++
		case found.Best != nil && found.Second == nil:
			n.wrong++
		}
		if at != 0 {
			t.Logf("%q wants %s and finds %v", question, wanted, shown[:min(3, len(shown))])
		}
		if at >= 0 && at < 3 {
			n.three++
		}
	}
	return n
}

// inOrder lists what is shown for a question: the answer, if there is one, and what comes
// near to it.
func inOrder(found report.Found) []string {
	var ids []string
	if found.Best != nil {
		ids = append(ids, found.Best.ID)
	}
	for _, m := range found.Matches {
		if !slices.Contains(ids, m.ID) {
			ids = append(ids, m.ID)
		}
	}
	return ids
}

// The finder, its synonyms and the ways to ask were tuned on the first of these lists: how
// well it does there is no measure of how well it does on others, and only keeps it from
// getting worse. Nothing was tuned on the other two. Both were written by the one who built
// the finder: the first before it, beside a part of the tuned ones, the second when it was
// nearly done. When they were asked, 137 and 151 of 152, 60 and 66 of 72, and 65 and 74 of
// 82 were right first and among three; 5, 5 and 1 were wrong without a doubt, and of those
// that have no answer 2, none and none got one. The floors leave the same room for all,
// because every topic that a framework gains moves the weights of words: three right ones,
// two wrong ones, and one without an answer. Whoever tunes on one of the lists moves it to
// the tuned ones and writes another.
func TestQuestionsFindTheirAnswer(t *testing.T) {
	for file, floor := range map[string]struct{ first, three, wrong, answered int }{
		"tuned.tsv":          {first: 134, three: 148, wrong: 7, answered: 3},
		"heldout-before.tsv": {first: 57, three: 63, wrong: 7, answered: 1},
		"heldout-after.tsv":  {first: 62, three: 71, wrong: 3, answered: 1},
	} {
		n := tallied(t, file)
		t.Logf("%s: %+v", file, n)
		if n.first < floor.first || n.three < floor.three || n.wrong > floor.wrong || n.answered > floor.answered {
			t.Errorf("%s: %+v, no worse than %+v is wanted", file, n, floor)
		}
	}
}
