package report_test

import (
	"bytes"
	"math/big"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"remit/model"
	"remit/model/schematest"
	"remit/report"
)

// sampleProof is a framework with one of everything that can be said of it.
func sampleProof() report.Proof {
	grown := model.Answers{"headcount": model.Count(9), "technology": model.Choose("product")}
	p := report.Proof{
		Framework: small(),
		Try:       "remit advise --framework mine",
		Sheets:    big.NewInt(42_807_066_624),
		Examples: [model.NumStructures]model.Answers{
			model.CTO: {"technology": model.Choose("product")}, model.CIO: {},
			model.Both: nil, model.Hybrid: {"estate": model.Choose("complex")}, model.VCIO: grown,
		},
		Ties: []report.Tie{{First: model.CTO, Second: model.CIO, Example: model.Answers{}},
			{First: model.CTO, Second: model.VCIO, Example: model.Answers{}}, {First: model.CIO, Second: model.VCIO, Example: grown}},
		Idle: []report.Idle{{Part: report.RulePart, ID: "R2", Why: "the recommendation is the same without it"},
			{Part: report.DissentPart, ID: "D1", Why: "it is shown to nobody"}},
		Laws: []report.LawProof{
			{Law: model.Law{ID: "l1", Title: "Never this", Because: "That would be wrong.", Never: []model.Structure{model.CTO}}, Holds: true},
			{Law: model.Law{ID: "l2", Title: "Never that", Because: "That too.", Never: []model.Structure{model.VCIO}}, Example: grown, From: model.VCIO},
			{Law: model.Law{ID: "l3", Title: "More people keep the CTO", Because: "They need one.", Rising: "headcount", Keeps: []model.Structure{model.CTO}},
				Example: grown, From: model.CTO, Then: model.Count(11), To: model.CIO},
		},
		Playbook: report.BookProof{Claims: 7, About: model.Claims{Rows: 2, Separations: 2, Charters: 2}, Situations: 1234, Unproven: []string{"kept apart: paying, and ordering"},
			Broken: []report.BookBreach{{Claim: "CTO has a charter", Text: "No charter of it holds", Example: grown, Advised: model.CTO}}},
	}
	for s := range p.Counts {
		p.Counts[s] = big.NewInt(int64(1000 * (s + 1)))
	}
	p.Counts[model.CTO] = big.NewInt(42_807_052_624)
	p.Counts[model.Both] = new(big.Int)
	return p
}

// sound is a proof with nothing wrong.
func sound() report.Proof {
	p := sampleProof()
	p.Idle, p.Ties, p.Laws = nil, nil, p.Laws[:1]
	p.Playbook = report.BookProof{Claims: 4, Situations: 1234}
	p.Examples[model.Both] = model.Answers{"technology": model.Choose("support")}
	return p
}

func proofText(t *testing.T, p report.Proof, o report.TextOptions) string {
	t.Helper()
	var b bytes.Buffer
	if err := report.ProofText(&b, p, o); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestAProofReadsAsItShould(t *testing.T) {
	golden(t, "verify.txt", []byte(proofText(t, sampleProof(), report.TextOptions{})))
}

func TestAProofSaysWhatIsWrong(t *testing.T) {
	p := sampleProof()
	want := "2 laws are broken, 1 claim about the playbook is broken, 1 claim about the playbook could not be settled, 1 structure is out of reach, 1 rule is idle, 1 open dispute is idle"
	if got := strings.Join(p.Wrong(), ", "); got != want {
		t.Errorf("wrong is %q, want %q", got, want)
	}
	good := sound()
	if wrong := good.Wrong(); len(wrong) > 0 {
		t.Errorf("wrong is %q where nothing is", wrong)
	}
	if got := proofText(t, good, report.TextOptions{}); !strings.Contains(got, "Proven:") || strings.Contains(got, "BROKEN") {
		t.Errorf("a sound framework is not called so:\n%s", got)
	}
}

// Every example is one line that a shell takes, however narrow the terminal is.
func TestExamplesCanBePasted(t *testing.T) {
	got := "\n" + proofText(t, sampleProof(), report.TextOptions{Width: 20})
	for _, sheet := range []string{
		"--set headcount=9 --set technology=product",
		"--set headcount=11 --set technology=product", // raised
		"--set headcount=unsure",                      // nothing said
		"--set estate=complex",
	} {
		if !strings.Contains(got, "\n    remit advise --framework mine "+sheet+"\n") {
			t.Errorf("%s is missing or broken over lines in\n%s", sheet, got)
		}
	}
}

func TestTiesOnTheSameSheetAreToldOnce(t *testing.T) {
	got := proofText(t, sampleProof(), report.TextOptions{})
	if !strings.Contains(got, "- CTO only before CIO only or Virtual CIO, when nothing is known\n") || strings.Count(got, " before ") != 2 {
		t.Errorf("the ties are not folded:\n%s", got)
	}
}

func TestColourOfAProofIsOnlyColour(t *testing.T) {
	if ansi.Strip(proofText(t, sampleProof(), report.TextOptions{Color: true})) != proofText(t, sampleProof(), report.TextOptions{}) {
		t.Error("colour changes more than colour")
	}
}

func TestAProofFollowsItsSchema(t *testing.T) {
	schema := schematest.Compile(t, report.Schema("verify"))
	for name, p := range map[string]report.Proof{"broken": sampleProof(), "sound": sound()} {
		var b bytes.Buffer
		if err := report.ProofJSON(&b, p); err != nil {
			t.Fatal(err)
		}
		if err := schema.Check(b.Bytes()); err != nil {
			t.Errorf("%s: %v\n%s", name, err, &b)
		}
		if !strings.Contains(b.String(), `"sheets": "42807066624"`) {
			t.Errorf("%s: the number of sheets is not exact", name)
		}
		contradiction := bytes.Replace(b.Bytes(), []byte(`"broken_by": null`), []byte(`"broken_by": {}`), 1)
		if schema.Check(contradiction) == nil {
			t.Errorf("%s: the schema accepts a law that holds and is broken", name)
		}
	}
}

func TestAProofReportsThatItCouldNotWrite(t *testing.T) {
	if report.ProofText(broken{}, sampleProof(), report.TextOptions{}) == nil || report.ProofJSON(broken{}, sampleProof()) == nil {
		t.Error("a lost report went unnoticed")
	}
}
