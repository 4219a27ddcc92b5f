package report_test

import (
	"strings"
	"testing"

	"remit/model"
	"remit/report"
)

func TestTopicsAreNamedInTheOrderOfTheirKinds(t *testing.T) {
	c := shelf()
	for name, want := range map[string]string{
		"cto": "structure role", "role cto": "role", "CTO-or-CIO": "explanation", "cto or cio?": "explanation",
		"headcount": "question", "R1": "rule", "d1": "dispute", "full time": "engagement", "devices": "activity", "nothing": "",
	} {
		var kinds []string
		for _, topic := range c.Named(name) {
			kinds = append(kinds, string(topic.Kind))
		}
		if got := strings.Join(kinds, " "); got != want {
			t.Errorf("%q names %q, want %q", name, got, want)
		}
	}
}

func TestQuestionsInOwnWordsFindTheirAnswer(t *testing.T) {
	c := shelf()
	for asked, want := range map[string]string{
		"CTO versus CIO":                 "cto-or-cio",
		"how do a cto and a cio differ?": "cto-or-cio",
		"what is the salary":             "what-it-costs",
		"who protects our laptops":       "devices",
		"zebra":                          "",
		"who is it":                      "", // nothing but small words
		"":                               "",
	} {
		got := ""
		if best := c.Find(asked).Best; best != nil {
			got = best.ID
		}
		if got != want {
			t.Errorf("%q finds %q, want %q", asked, got, want)
		}
	}
}

func TestSearchIsTheSameWhateverTheOrderOfTheWords(t *testing.T) {
	c := shelf()
	one, other := c.Find("cto cio difference cost devices"), c.Find("devices cost difference cio cto")
	if len(one.Matches) == 0 || len(one.Matches) != len(other.Matches) {
		t.Fatalf("%d and %d matches", len(one.Matches), len(other.Matches))
	}
	for i := range one.Matches {
		if one.Matches[i].ID != other.Matches[i].ID || one.Matches[i].Score != other.Matches[i].Score {
			t.Errorf("place %d: %v and %v", i, one.Matches[i], other.Matches[i])
		}
	}
}

func TestEveryTopicHasSomethingToSay(t *testing.T) {
	c := shelf()
	for _, topic := range c.Topics() {
		x := c.Explain(topic)
		if len(x.Answer) == 0 && len(x.Passages) == 0 && len(x.Dissents) == 0 && topic.Kind != report.AboutStructure {
			t.Errorf("%s %s: nothing is said", topic.Kind, topic.ID)
		}
	}
}

func TestAnExplanationShowsDisputesRolesAndSources(t *testing.T) {
	c := shelf()
	got := pageText(t, c.Page(c.Explain(c.Named("cto-or-cio")[0])), report.TextOptions{})
	for _, want := range []string{"One builds, one runs.", "Write it down.", "Chief Technology Officer (CTO)", "Should a small company have a CTO?",
		"Yes, early. [S1]", "What remit does: It asks what you sell.", "https://example.org/a_study", "[S2] A post", "remit roles cto cio"} {
		if !strings.Contains(got, want) {
			t.Errorf("there is no %q in\n%s", want, got)
		}
	}
	if strings.Contains(got, "USD") {
		t.Error("prices stand where nobody asked for them")
	}
	if money := c.Explain(c.Named("what-it-costs")[0]); len(money.Costs) != 1 {
		t.Errorf("what it costs has %d prices", len(money.Costs))
	}
}

func TestAnActivityTellsWhoAnswersUnderEachStructure(t *testing.T) {
	c := shelf()
	got := pageText(t, c.Page(c.Explain(c.Named("devices")[0])), report.TextOptions{Width: 200})
	for _, want := range []string{"- CTO only: Chief Technology Officer (CTO)",
		"- CIO only, CTO and CIO, One for both, Virtual CIO, where technology is “A help”: IT Director or Head of IT",
		"- CIO only, CTO and CIO, One for both, Virtual CIO, else: Chief Information Officer (CIO)"} {
		if !strings.Contains(got, want) {
			t.Errorf("there is no %q in\n%s", want, got)
		}
	}
}

// A dispute says who takes each side, as far as the sources tell.
func TestVoicesStandBehindTheirPosition(t *testing.T) {
	c := shelf()
	c.Framework.Dissents[0].Positions[0].Voices = []model.Voice{
		{Source: "S1", Role: "CTO", Industry: "software", Size: "11 to 50 people"}, {Source: "S1", Role: "nur\x1b[31mse"}}
	got := pageText(t, c.Page(c.Explain(c.Named("d1")[0])), report.TextOptions{Width: 200})
	if !strings.Contains(got, "Yes, early. [S1] Said by: CTO, software, 11 to 50 people; nur") || strings.Contains(got, "\x1b") {
		t.Errorf("got\n%s", got)
	}
	r := report.Report{Framework: c.Framework, Advice: adviceOn(c.Framework)}
	if got := markdown(t, r); !strings.Contains(got, "CTO, software, 11 to 50 people") {
		t.Error("the report leaves out who says so")
	}
}

func TestWhatRulesAStructureOutIsSaidUnderOneHeading(t *testing.T) {
	c := shelf()
	c.Framework.Rules = append(c.Framework.Rules, model.Rule{ID: "X2", Effect: model.Excludes, Exclude: []model.Structure{model.Both}, Because: "No."})
	got := pageText(t, c.Page(c.Explain(c.Named("both")[0])), report.TextOptions{})
	if strings.Count(got, "What rules it out") != 1 || !strings.Contains(got, "rule X1") || !strings.Contains(got, "rule X2") {
		t.Errorf("got\n%s", got)
	}
}

func TestARoleTellsWhatItDoesAndWhatItIsNot(t *testing.T) {
	c := shelf()
	got := pageText(t, c.Page(c.Explain(c.Named("role cto")[0])), report.TextOptions{})
	for _, want := range []string{"the product", "sales", "Chief Information Officer (CIO): The CTO builds."} {
		if !strings.Contains(got, want) {
			t.Errorf("there is no %q in\n%s", want, got)
		}
	}
}

func TestARuleTellsWhenAndWhatInWords(t *testing.T) {
	c := shelf()
	got := pageText(t, c.Page(c.Explain(c.Named("R2")[0])), report.TextOptions{Width: 200})
	for _, want := range []string{"You are few.", "Headcount is at most 10 people", "+1 CTO only, -4 CTO and CIO, +3 Virtual CIO", "One voice or our own reading"} {
		if !strings.Contains(got, want) {
			t.Errorf("there is no %q in\n%s", want, got)
		}
	}
}

// A framework may say nothing of life after the advice; its own parts are explained
// all the same.
func TestAFrameworkWithoutAPlaybookIsStillExplained(t *testing.T) {
	c := report.Catalogue{Framework: small(), Book: &model.Playbook{}}
	list := pageText(t, c.Explanations(), report.TextOptions{})
	if strings.Contains(list, "Questions that people ask") || !strings.Contains(list, "headcount") {
		t.Errorf("got\n%s", list)
	}
	for _, topic := range c.Topics() {
		if pageText(t, c.Page(c.Explain(topic)), report.TextOptions{}) == "" {
			t.Errorf("%s %s: nothing is said", topic.Kind, topic.ID)
		}
	}
}
