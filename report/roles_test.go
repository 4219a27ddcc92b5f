package report_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"remit/model"
	"remit/report"
)

// shelf is a small catalogue: three roles, an activity, an explanation.
func shelf() report.Catalogue {
	f := small()
	return report.Catalogue{Framework: f, Book: &model.Playbook{
		Roles: []model.Role{
			{ID: "cto", Title: "Chief Technology Officer", Short: "CTO", Level: model.Executive, Purpose: "Builds what is sold.",
				Key: "What next?", Focus: []string{"the product"}, Faces: []string{"customers"}, Measures: []string{"sales"},
				Reports: "The CEO", Works: []model.Tie{{Role: "cio", On: "security"}},
				Unlike:  []model.Contrast{{With: "cio", How: "The CTO builds."}, {With: "a wizard", How: "No magic."}},
				Appears: "Where technology is sold.", Strength: model.Strong, Sources: []string{"S1"}, Leads: true,
				Present: []model.Presence{{Fit: model.Fit{For: []model.Structure{model.CTO}}, Because: "The advice is one.", Sources: []string{"S2"}}}},
			{ID: "cio", Title: "Chief Information Officer", Short: "CIO", Level: model.Executive, Purpose: "Runs what is used.",
				Key: "What runs?", Focus: []string{"systems"}, Faces: []string{"colleagues"}, Measures: []string{"cost"},
				Reports: "The CEO", Works: []model.Tie{{Role: "cto", On: "security"}}, Appears: "Where technology helps.",
				Strength: model.Strong, Sources: []string{"S2"}},
			{ID: "it-director", Title: "IT Director or Head of IT", Short: "IT director", Level: model.Management,
				Purpose: "Makes it \x1b[31mrun\x1b[0m.", Key: "Does it stand?", Focus: []string{"teams"}, Faces: []string{"users"},
				Measures: []string{"uptime"}, Reports: "The CIO", Appears: "From six people on.", Strength: model.Weak},
		},
		Activities: []model.Activity{{ID: "devices", Title: "Protection of devices", Group: "Security", What: "Software on laptops.",
			Accountable: []model.Assignment{
				{Fit: model.Fit{For: []model.Structure{model.CTO}}, Role: "cto", Because: "There is no CIO."},
				{Fit: model.Fit{When: []model.Condition{{Question: "technology", In: []string{"support"}}}}, Role: "it-director", Because: "It is daily work."},
				{Role: "cio", Because: "It is inside."}},
			Strength: model.Medium, Sources: []string{"S1"}}},
		Costs: []model.Cost{{ID: "c1", Role: "cto", Engagement: "full-time", What: "base pay", Low: 1000, High: 2000, Currency: "USD",
			Per: model.Month, Country: "Utopia", Published: "n.d.", Sources: []string{"S2"}}},
		Synonyms: []model.Synonym{
			{Means: "cost", Said: []string{"salary"}}, {Means: "device", Said: []string{"laptop"}}, {Means: "protect", Said: []string{"protection"}},
			{Means: "difference", Said: []string{"versus", "differ"}},
		},
		Explanations: []model.Explanation{
			{ID: "cto-or-cio", Ask: "What is the difference between a CTO and a CIO?", Answer: []string{"One builds, one runs.", "Write it down."},
				Roles: []string{"cto", "cio"}, Dissents: []string{"D1"}, Sources: []string{"S1"}},
			{ID: "what-it-costs", Ask: "What does it cost?", Answer: []string{"It depends."}, Roles: []string{"cto"}, Sources: []string{"S2"}},
		},
	}}
}

func pageText(t *testing.T, p report.Page, o report.TextOptions) string {
	t.Helper()
	var b bytes.Buffer
	if err := p.Text(&b, o); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestRolesAreFoundByAnyOfTheirNames(t *testing.T) {
	c := shelf()
	for name, want := range map[string]string{
		"cto": "cto", "CTO": "cto", "Chief Technology Officer": "cto", "chief-technology-officer": "cto",
		"IT Director": "it-director", "it_director": "it-director", "head of it": "it-director",
	} {
		if r := c.FindRole(name); r == nil || r.ID != want {
			t.Errorf("%q finds %v, want %s", name, r, want)
		}
	}
	for _, name := range []string{"", " ", "ct", "wizard", "officer"} {
		if r := c.FindRole(name); r != nil {
			t.Errorf("%q finds %s", name, r.ID)
		}
	}
}

func TestSearchLooksIntoAllTextsOfARole(t *testing.T) {
	c := shelf()
	for words, want := range map[string]string{
		"SECURITY": "cto cio", "customers": "cto", "magic": "cto", "security colleagues": "cio", "devices": "cto cio it-director", "nowhere": "",
	} {
		var ids []string
		for _, r := range c.SearchRoles(words) {
			ids = append(ids, r.ID)
		}
		if got := strings.Join(ids, " "); got != want {
			t.Errorf("%q is in %q, want %q", words, got, want)
		}
	}
}

func TestARoleTellsAllThatIsKnownOfIt(t *testing.T) {
	c := shelf()
	got := pageText(t, c.Role(c.FindRole("cto"), report.RoleOptions{}), report.TextOptions{})
	for _, want := range []string{"Builds what is sold.", "What next?", "the product", "customers", "sales", "The CEO",
		"on security", "A wizard: No magic.", "Where technology is sold.", "Protection of devices", "Where the advice is CTO only: The advice is one.",
		"USD 1,000 to 2,000 a month", "remit explain cto-or-cio", "https://example.org/a_study", "A post"} {
		if !strings.Contains(got, want) {
			t.Errorf("there is no %q in\n%s", want, got)
		}
	}
}

func TestRolesStandSideBySideWhereThereIsRoom(t *testing.T) {
	c := shelf()
	roles := []*model.Role{c.FindRole("cto"), c.FindRole("cio")}
	wide := pageText(t, c.RolesBeside(roles), report.TextOptions{Width: 80})
	if !strings.Contains(wide, "Builds what is sold.") || !lineHas(wide, "Builds what is sold.", "Runs what is used.") {
		t.Errorf("at 80 columns the two are not beside each other:\n%s", wide)
	}
	narrow := pageText(t, c.RolesBeside(roles), report.TextOptions{Width: 40})
	if lineHas(narrow, "Builds what is sold.", "Runs what is used.") || !strings.Contains(narrow, "Purpose *: Runs what is used.") {
		t.Errorf("at 40 columns the two are not below each other:\n%s", narrow)
	}
	for _, page := range []string{wide, narrow} {
		for _, want := range []string{"Purpose *", "CTO and CIO: The CTO builds."} {
			if !strings.Contains(page, want) {
				t.Errorf("there is no %q in\n%s", want, page)
			}
		}
		if strings.Contains(page, "Reports to *") {
			t.Errorf("what does not differ is marked:\n%s", page)
		}
	}
}

func TestPagesKeepToTheWidth(t *testing.T) {
	c := shelf()
	roles := []*model.Role{c.FindRole("cto"), c.FindRole("cio"), c.FindRole("it-director")}
	for width := 20; width <= 120; width++ {
		for i, line := range strings.Split(pageText(t, c.RolesBeside(roles), report.TextOptions{Width: width}), "\n") {
			if ansi.StringWidth(line) > width && !strings.Contains(line, "remit ") {
				t.Fatalf("width %d, line %d is %d wide: %s", width, i+1, ansi.StringWidth(line), line)
			}
		}
	}
}

func TestPagesCannotCommandATerminal(t *testing.T) {
	c := shelf()
	roles := []*model.Role{c.FindRole("cto"), c.FindRole("it-director")}
	for _, p := range []report.Page{c.Role(roles[1], report.RoleOptions{}), c.RolesBeside(roles), c.RoleList(roles),
		c.RolesFound("r\x1b[2J", roles), c.Candidates("\x1b]0;x\x07", nil)} {
		var b bytes.Buffer
		if err := p.Markdown(&b); err != nil {
			t.Fatal(err)
		}
		if got := pageText(t, p, report.TextOptions{}) + b.String(); strings.ContainsAny(got, "\x1b\x07") {
			t.Errorf("%q", got)
		}
	}
}

func lineHas(page string, words ...string) bool {
	for line := range strings.SplitSeq(page, "\n") {
		all := true
		for _, w := range words {
			all = all && strings.Contains(line, w)
		}
		if all {
			return true
		}
	}
	return false
}
