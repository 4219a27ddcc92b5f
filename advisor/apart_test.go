package advisor

import (
	"slices"
	"testing"

	"remit/model"
)

// Under strict rules no letter that people set by hand joins running or building systems
// with watching over them, whoever the advice puts in charge of technology.
func TestNobodyWatchesOverOwnWork(t *testing.T) {
	e := loadedEngine(t)
	both := model.Answers{"seats": model.Count(2), "headcount": model.Count(1200), "technology": model.Choose("product"),
		"engineers": model.Count(60), "it_staff": model.Count(20), "custom_software": model.Choose("heavy"), "outsourcing": model.Choose("none"),
		"estate": model.Choose("complex"), "change": model.Choose("improving"), "regulation": model.Choose("heavy")}
	for _, c := range []struct {
		activity, role string
		letter         model.Letter
		law            string
	}{
		{"privacy", "cto", model.LetterR, "privacy-and-systems"},
		{"privacy", "cio", model.LetterR, "privacy-and-systems"},
		{"privacy", "coo", model.LetterR, "privacy-and-systems"},
		{"privacy", "cio", model.LetterA, "privacy-answered-above"},
		{"it-controls", "cto", model.LetterA, "control-and-running"},
		{"it-controls", "devops", model.LetterA, "control-and-work"},
		{"security-incident", "cto", model.LetterA, "incident-and-running"},
		{"access-rules", "cto", model.LetterA, "rules-and-running"},
		{"access-rules", "head-of-infrastructure", model.LetterA, "rules-and-running"},
		{"security-policy", "cto", model.LetterA, "policy-and-running"},
		{"security-policy", "cto", model.LetterAR, "policy-and-running"},
		{"continuity", "cto", model.LetterA, "continuity-and-running"},
		{"release-approval", "engineer", model.LetterA, "change-and-approval"},
		{"release-approval", "devops", model.LetterA, "change-and-approval"},
		{"privacy", "head-of-infrastructure", model.LetterR, "privacy-and-systems"},
		{"privacy", "devops", model.LetterR, "privacy-and-systems"},
		{"privacy", "engineer", model.LetterR, "privacy-and-systems"},
		{"privacy", "engineering-manager", model.LetterA, "privacy-answered-above"},
		{"it-controls", "engineer", model.LetterA, "control-and-work"},
		{"it-controls", "vp-engineering", model.LetterA, "control-and-work"},
		{"it-controls", "it-director", model.LetterAR, "control-and-work"},
		{"security-policy", "head-of-infrastructure", model.LetterA, "policy-and-running"},
		{"security-incident", "devops", model.LetterAR, "incident-and-running"},
		{"continuity", "head-of-infrastructure", model.LetterA, "continuity-and-running"},
	} {
		t.Run(c.activity+"."+c.role+"="+string(c.letter), func(t *testing.T) {
			a := e.Advise(both, 0)
			if a.Recommendation != model.Both {
				t.Fatalf("the company is advised %v", a.Recommendation)
			}
			broken := brokenBy(e, &a, c.activity, c.role, c.letter)
			if !slices.Contains(broken, c.law) {
				t.Errorf("it breaks %v, not %s", broken, c.law)
			}
			a = e.Advise(both.With("regulation", model.Choose("light")), 0)
			if broken := brokenBy(e, &a, c.activity, c.role, c.letter); slices.Contains(broken, c.law) {
				t.Errorf("it breaks %s where rules are light", c.law)
			}
		})
	}
}

// Giving the running of systems to somebody below does not free the one above.
func TestNobodyEscapesByHandingDown(t *testing.T) {
	e := loadedEngine(t)
	a := e.Advise(model.Answers{"seats": model.Count(2), "headcount": model.Count(3000), "technology": model.Choose("part"), "custom_software": model.Choose("heavy"),
		"engineers": model.Count(200), "it_staff": model.Count(150), "estate": model.Choose("complex"), "regulation": model.Choose("heavy"), "friction": model.Choose("high")}, 0)
	d := e.Deliver(&a)
	edits := []model.CellEdit{{Activity: "office-platform", Role: "head-of-infrastructure", Letter: model.LetterAR}, {Activity: "office-platform", Role: "cio", Letter: model.LetterC}}
	for activity, holder := range map[string]string{"security-policy": "ceo", "continuity": "ceo", "it-controls": "cfo", "security-incident": "ciso", "access-rules": "ciso"} {
		m, _ := Revise(d.Matrix, append(edits, model.CellEdit{Activity: activity, Role: "cio", Letter: model.LetterA}, model.CellEdit{Activity: activity, Role: holder, Letter: model.LetterC}))
		if !slices.ContainsFunc(e.Breaches(&m, a.Situation()), func(b model.Breach) bool { return b.Role == "cio" && b.Activity == activity }) {
			t.Errorf("the CIO answers for %s once somebody below runs the network", activity)
		}
	}
}

// brokenBy are the laws that a row breaks once a role has its A, or a letter besides.
func brokenBy(e *Engine, a *model.Advice, activity, role string, letter model.Letter) (laws []string) {
	d := e.Deliver(a)
	edits := []model.CellEdit{{Activity: activity, Role: role, Letter: letter}}
	if letter.Answers() {
		for i, row := range d.Matrix.Rows {
			if was := d.Matrix.Accountable(i); row.Activity == activity && was != role {
				edits = append(edits, model.CellEdit{Activity: activity, Role: was, Letter: model.LetterC})
			}
		}
	}
	m, _ := Revise(d.Matrix, edits)
	for _, b := range e.Breaches(&m, a.Situation()) {
		laws = append(laws, b.Law)
	}
	return laws
}

// What the built-in framework carries of the matrix is all there: a row or a separation
// that somebody drops is missed.
func TestTheBuiltInMatrixIsWhole(t *testing.T) {
	p := loadedEngine(t).Playbook()
	if len(p.Activities) != 32 {
		t.Errorf("%d rows, the evidence has 32", len(p.Activities))
	}
	if len(p.Separations) != 11 {
		t.Errorf("%d separations", len(p.Separations))
	}
	for _, c := range p.Charters {
		if r := p.Role(c.Role); !chartered(r) {
			t.Errorf("%s has a charter and need not have one: a seat that is lost would not be missed", c.Role)
		} else if r.Level == model.Outside && len(c.Vetting) != 9 {
			t.Errorf("the plan speaks of nine questions before signing, %s has %d", c.ID, len(c.Vetting))
		}
	}
	for _, r := range p.Roles {
		if len(r.Unlike) == 0 {
			t.Errorf("%s is not told apart from anything", r.ID)
		}
	}
}
