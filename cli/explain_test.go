package cli

import (
	"errors"
	"strings"
	"testing"

	"remit/advisor"
	"remit/model"
	"remit/model/schematest"
	"remit/report"
)

func builtinCatalogue() report.Catalogue {
	e := advisor.Builtin()
	return report.Catalogue{Framework: e.Framework(), Book: e.Playbook()}
}

// What people ask in their own words finds its answer in the built-in framework.
func TestQuestionsOfPeopleFindTheirAnswer(t *testing.T) {
	c := builtinCatalogue()
	for asked, want := range map[string]string{
		"CTO against CIO": "cto-or-cio",
		"what is the difference between a CIO and a CTO?": "cto-or-cio",
		"IT Director against CIO":                         "it-director-or-cio",
		"how does a CIO differ from an IT director":       "it-director-or-cio",
		"what is RACI":                           "what-is-raci",
		"raci":                                   "what-is-raci",
		"do we need both a CTO and a CIO":        "do-we-need-both",
		"where does DevOps report":               "where-devops-reports",
		"who does devops belong to":              "where-devops-reports",
		"how do Product Managers work with them": "product-managers",
		"who is in charge of device protection":  "device-protection",
		"Who is in charge of data-protection software on company devices?": "device-protection",
		"antivirus on laptops":             "device-protection",
		"does my organisation need a vCIO": "need-a-vcio",
		"do we need a virtual CIO?":        "need-a-vcio",
		"what does it cost":                "what-it-costs",
		"salary of a CIO":                  "what-it-costs",
		"who is responsible for security":  "who-owns-security",
		"our cto and cio fight":            "two-leaders-quarrel",
		"when is a part-time CTO enough":   "part-time-leaders",
		"questions to ask an msp":          "choose-a-provider",
		"headcount":                        "headcount",
		"role cto":                         "cto",
	} {
		found, err := lookUp(c, asked)
		switch {
		case err != nil:
			t.Errorf("%q: %v", asked, err)
		case found.explained == nil:
			t.Errorf("%q: no clear answer, but %v", asked, found.candidates)
		case found.explained.Topic.ID != want:
			t.Errorf("%q finds %s, want %s", asked, found.explained.Topic.ID, want)
		}
	}
}

func TestEveryTopicOfTheBuiltinFrameworkIsReachedAndSaysSomething(t *testing.T) {
	c := builtinCatalogue()
	for _, topic := range c.Topics() {
		found, err := lookUp(c, string(topic.Kind)+" "+topic.ID)
		if err != nil || found.explained == nil || found.explained.Topic.ID != topic.ID || found.explained.Topic.Kind != topic.Kind {
			t.Errorf("%s %s is not found: %v", topic.Kind, topic.ID, err)
			continue
		}
		x := found.explained
		if len(x.Answer)+len(x.Passages)+len(x.Dissents) == 0 {
			t.Errorf("%s %s: nothing is said", topic.Kind, topic.ID)
		}
		for _, command := range x.See {
			if args, ok := strings.CutPrefix(command, "remit roles "); ok {
				if _, err := rolesNamed(c, strings.Fields(args)); err != nil {
					t.Errorf("%s %s points to %q: %v", topic.Kind, topic.ID, command, err)
				}
			}
		}
	}
}

func TestWhatIsUnknownNamesTheNearest(t *testing.T) {
	c := builtinCatalogue()
	if _, err := lookUp(c, "very-lrge-cmpany"); err == nil || codeOf(model.KindOf(err)) != 66 || !strings.Contains(cureOf(err), "very-large-company") {
		t.Errorf("very-lrge-cmpany: %v", err)
	}
	if found, err := lookUp(c, "headcout"); err != nil || found.explained == nil || found.explained.Topic.ID != "headcount" {
		t.Errorf("one slip is not mended: headcout finds %v, %v", found.explained, err)
	}
	if _, err := lookUp(c, "xylophone lessons"); err == nil || codeOf(model.KindOf(err)) != 66 {
		t.Errorf("xylophone lessons: %v", err)
	}
	if _, err := rolesNamed(c, []string{"cto", "it-directer"}); err == nil || codeOf(model.KindOf(err)) != 66 || !strings.Contains(cureOf(err), "it-director") {
		t.Errorf("it-directer: %v", err)
	}
}

func cureOf(err error) string {
	if e, ok := errors.AsType[*model.Error](err); ok {
		return e.Cure
	}
	return ""
}

func TestNamesOfSeveralWordsMayComeWithoutQuotes(t *testing.T) {
	roles, err := rolesNamed(builtinCatalogue(), strings.Fields("cto it director Chief Information Officer CIO"))
	if err != nil || len(roles) != 3 {
		t.Fatalf("%d roles, %v", len(roles), err)
	}
	if roles[0].ID != "cto" || roles[1].ID != "it-director" || roles[2].ID != "cio" {
		t.Errorf("found %s, %s, %s", roles[0].ID, roles[1].ID, roles[2].ID)
	}
}

func TestCatalogueForProgramsKeepsToItsSchema(t *testing.T) {
	schemas := map[string]schematest.Schema{
		"roles":   schematest.Compile(t, report.Schema("roles")),
		"explain": schematest.Compile(t, report.Schema("explain")),
	}
	for name, schema := range schemas {
		if schema.Check([]byte(`{"framework":{"id":"x"},"roles":[{}],"topics":[]}`)) == nil {
			t.Errorf("the schema of %s refuses nothing", name)
		}
	}
	for _, args := range [][]string{{"roles"}, {"roles", "cto"}, {"roles", "--search", "security"}, {"explain"}, {"explain", "what-it-costs"},
		{"explain", "headcount"}, {"explain", "product", "owner"}, {"explain", "it-budget"}} {
		env, stdout, stderr := world(t, "", append(args, "--format", "json")...)
		if code := Main(t.Context(), env); code != 0 {
			t.Errorf("%v: exit code %d, %s", args, code, stderr)
		}
		if err := schemas[args[0]].Check(stdout.Bytes()); err != nil {
			t.Errorf("%v: %v", args, err)
		}
	}
}
