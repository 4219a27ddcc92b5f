package report_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"remit/model"
	"remit/report"
)

// bank is a large company under strict rules that is about to have two leaders.
func bank() model.Answers {
	return sheetOf(map[string]string{"technology": "part", "custom_software": "heavy", "estate": "complex", "regulation": "heavy",
		"strategy": "balanced", "priority": "both", "audience": "both", "change": "transforming", "incumbent": "cio", "versatile_leader": "no",
		"friction": "high", "outsourcing": "some"}, map[string]int{"headcount": 2500, "engineers": 220, "it_staff": 160, "seats": 2})
}

// bakery is a small company with nobody for technology.
func bakery() model.Answers {
	return sheetOf(map[string]string{"technology": "support", "custom_software": "none", "estate": "simple", "regulation": "light",
		"strategy": "differentiation", "priority": "revenue", "audience": "external", "change": "steady", "incumbent": "nobody",
		"versatile_leader": "no", "friction": "n/a", "outsourcing": "none"}, map[string]int{"headcount": 6, "engineers": 0, "it_staff": 0, "seats": 0})
}

// mainPart is what of a full report stands before the annexes.
func mainPart(t *testing.T, r report.Report) (main, annexes string) {
	t.Helper()
	main, annexes, ok := strings.Cut(cutText(t, r, report.Full), "\nWhat the annexes hold\n")
	if !ok {
		t.Fatal("nothing says what the annexes hold")
	}
	return main, annexes
}

func TestTheMainPartIsReadInOneSitting(t *testing.T) {
	const most = 4300 // words: eight to ten pages
	for name, as := range map[string]model.Answers{"bank": bank(), "insurer": insurer(), "dental": dental(), "bakery": bakery()} {
		main, _ := mainPart(t, whole(t, as))
		if n := len(strings.Fields(main)); n > most {
			t.Errorf("%s: %d words, at most %d", name, n, most)
		}
	}
}

func TestTheMainPartSaysNothingTwice(t *testing.T) {
	const long = 60 // shorter lines may well be alike
	for name, as := range map[string]model.Answers{"bank": bank(), "dental": dental(), "bakery": bakery()} {
		main, _ := mainPart(t, whole(t, as))
		seen := map[string]bool{}
		for line := range strings.Lines(main) {
			if line = strings.TrimLeft(strings.TrimSpace(line), "- "); len(line) >= long && !strings.HasPrefix(line, "[") && !strings.Contains(line, "(now ") {
				if seen[line] {
					t.Errorf("%s: twice: %s", name, line)
				}
				seen[line] = true
			}
		}
	}
}

func TestEverySectionIsInTheContents(t *testing.T) {
	n := parsed(t, page(t, whole(t, bank()), report.Full))
	var contents string
	var heads []string
	for _, e := range tags(n) {
		switch {
		case e.Data == "nav":
			contents = words(e)
		case e.Data == "h2" && e.Parent.Data == "section" && attribute(e.Parent, "class") != "hero":
			heads = append(heads, words(e))
		}
	}
	_, annexes := mainPart(t, whole(t, bank()))
	guide, _, _ := strings.Cut(annexes, "\n\n")
	for _, head := range heads {
		if !strings.Contains(contents, head) {
			t.Errorf("%q is not in the contents", head)
		}
		if _, title, ok := strings.Cut(head, ". "); ok && !strings.Contains(strings.ToLower(guide), strings.ToLower(title)) {
			t.Errorf("%q is not among the annexes", head)
		}
	}
	if len(heads) < 20 {
		t.Errorf("there are only %d sections", len(heads))
	}
}

// What is cited is listed, and what is listed is cited.
func TestSourcesAreListedAsTheyAreCited(t *testing.T) {
	bracket := regexp.MustCompile(`\[([a-z0-9_, -]+)\]`)
	for name, as := range map[string]model.Answers{"bank": bank(), "insurer": insurer(), "dental": dental(), "bakery": bakery()} {
		r := whole(t, as)
		told, listed, ok := strings.Cut(cutText(t, r, report.Full), "Annex F. Sources\n")
		if !ok {
			t.Fatalf("%s: there are no sources", name)
		}
		ids := func(text string) (list []string) {
			for _, found := range bracket.FindAllStringSubmatch(text, -1) {
				for id := range strings.SplitSeq(found[1], ", ") {
					if r.Framework.Source(id) != nil {
						list = append(list, id)
					}
				}
			}
			slices.Sort(list)
			return slices.Compact(list)
		}
		if cited, listed := ids(told), ids(listed); !slices.Equal(cited, listed) || len(cited) == 0 {
			t.Errorf("%s: cited\n%v\nlisted\n%v", name, cited, listed)
		}
	}
}

func TestPostsBeforeAndAfter(t *testing.T) {
	r := whole(t, bank())
	main, _ := mainPart(t, r)
	for _, want := range []string{"Chief Information Officer: kept", "Chief Technology Officer: new, full-time", "Assumed, to be checked: ", "CIO: paid today; no new cost."} {
		if !strings.Contains(main, want) {
			t.Errorf("%q is missing", want)
		}
	}
	if strings.Contains(main, "No change: A CIO: 1 thing") {
		t.Error("what no change means is only counted")
	}
}

func TestNotesOfCostsAreTold(t *testing.T) {
	r := whole(t, dental())
	notes := 0
	got := cutText(t, r, report.Full)
	for _, c := range r.Follows.Costs {
		if p := slices.IndexFunc(r.Follows.Posts, func(p model.Post) bool { return p.Role == c.Role && p.State != model.PostKept }); p < 0 || c.Note == "" {
			continue
		}
		notes++
		if !strings.Contains(got, c.Note) {
			t.Errorf("%s: %q is missing", c.ID, c.Note)
		}
	}
	r.Follows.Costs = append(r.Follows.Costs, model.Cost{Role: r.Follows.Posts[0].Role, What: "fee", Note: "Only on Tuesdays.", Low: 1, High: 2})
	r.Follows.Posts[0].State = model.PostNew
	if !strings.Contains(cutText(t, r, report.Full), "Only on Tuesdays.") {
		t.Error("a note is not told")
	}
	r.Follows.Costs = nil
	for i := range r.Follows.Posts {
		r.Follows.Posts[i].State = model.PostExpected
	}
	r.Advice.Answers = r.Advice.Answers.Clone()
	delete(r.Advice.Answers, "outsourcing")
	if !strings.Contains(cutText(t, r, report.Full), "No published range fits a company like yours.") {
		t.Error("it does not say that no figure fits")
	}
}

func TestAProviderIsNoExecutive(t *testing.T) {
	r := whole(t, bakery())
	for _, cut := range report.Cuts() {
		got := cutText(t, r, cut)
		if strings.Contains(got, "Recommended: Virtual CIO") || strings.Contains(got, "We decide on Virtual CIO") {
			t.Errorf("%s: it promises an adviser:\n%s", cut, got)
		}
	}
	if got := cutText(t, r, report.Board); !strings.Contains(got, "Recommended: No executive yet: a provider and an inside owner") {
		t.Errorf("it says\n%s", got)
	}
}

func TestTheBoardFindsWhatItNeedsToVote(t *testing.T) {
	got := cutText(t, whole(t, bank()), report.Board)
	for _, want := range []string{"To vote on: “We will have a CTO for what we build and a CIO for what we run, full-time, side by side under the CEO.", "owns the plan", "Rejected", "CTO only: ", "What could go wrong",
		"? Name:", "Ask a lawyer: ", "paid today; no new cost", "By whom, on which day:", "If it were 1 executive (now 2), the advice would be CIO only."} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is missing in\n%s", want, got)
		}
	}
	if strings.Contains(got, "What is not known") {
		t.Error("it says that nothing is unknown")
	}
}
