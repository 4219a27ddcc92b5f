package advisor

import (
	"math/rand/v2"
	"slices"
	"testing"

	"remit/model"
)

// Who is under contract does the work and answers for nothing, however the post is called:
// an adviser, a provider, and a leader who comes part-time.
func TestNobodyUnderContractAnswers(t *testing.T) {
	contracted := map[string]bool{}
	forRandomAnswers(t, 1500, func(t *testing.T, e *Engine, as model.Answers, _ *rand.Rand) {
		a := e.Advise(as, 0)
		d := e.Deliver(&a)
		for _, p := range d.Posts {
			if !p.Contract {
				continue
			}
			contracted[p.Role] = true
			for i, row := range d.Matrix.Rows {
				if d.Matrix.Accountable(i) == p.Role {
					t.Errorf("%v: %s is under contract and answers for %s", as, p.Role, row.Activity)
				}
			}
			if !p.Leads {
				continue
			}
			if !slices.ContainsFunc(d.Posts, func(x model.Post) bool { return x.Role == "owner" }) {
				t.Errorf("%v: %s is under contract, and nobody inside is named to answer", as, p.Role)
			}
		}
	})
	for _, role := range []string{"cto", "hybrid", "vcio", "provider"} {
		if !contracted[role] && !testing.Short() {
			t.Errorf("no company has a %s under contract", role)
		}
	}
}

// The same role answers where it is there every day, for good or for a limited time; an A given by hand to one under
// contract breaks a law.
func TestAnAForSomebodyUnderContractBreaksALaw(t *testing.T) {
	e := loadedEngine(t)
	for how, broken := range map[model.Engagement]bool{"full-time": false, "fractional": true, "interim": false} {
		s := model.Situation{Structure: model.CTO, Engagement: how, Reporting: "to_ceo", Answers: model.Answers{"engineers": model.Count(6)}}
		d := deliver(e.Playbook(), s)
		m, _ := Revise(d.Matrix, []model.CellEdit{{Activity: "architecture", Role: "cto", Letter: model.LetterA}})
		found := slices.ContainsFunc(e.Breaches(&m, s), func(b model.Breach) bool { return b.Law == OutsideAnswers && b.Role == "cto" })
		if found != broken {
			t.Errorf("%s: broken is %v", how, found)
		}
	}
}

// The row says why the A went past whoever leads, and does not call that leader absent.
func TestTheRowSaysWhyTheAWentInside(t *testing.T) {
	e := loadedEngine(t)
	s := model.Situation{Structure: model.CTO, Engagement: "fractional", Reporting: "to_ceo", Answers: model.Answers{"engineers": model.Count(6)}}
	m := deliver(e.Playbook(), s).Matrix
	bound := e.Playbook().Role("cto").Contract[0].Because
	for i, row := range m.Rows {
		if row.Activity == "architecture" && (row.Because != bound || row.Instead != "" || m.Accountable(i) != "owner") {
			t.Errorf("%s answers: %q, instead of %q", m.Accountable(i), row.Because, row.Instead)
		}
	}
}

// The proof that somebody inside answers fails for a playbook that leaves nobody inside.
func TestTheProofCoversWhoIsUnderContract(t *testing.T) {
	f, err := Load(BuiltinFS())
	if err != nil {
		t.Fatal(err)
	}
	f.Playbook.Role("ceo").Contract = []model.Presence{{Fit: model.Fit{For: []model.Structure{model.CTO}}}}
	e, err := New(f)
	if err != nil {
		t.Fatal(err)
	}
	p := e.newProver(t.Context())
	for _, c := range p.rows() {
		if c.name == `somebody inside answers for "Security policy and how much risk you accept"` {
			p.prove(c)
		}
	}
	if len(p.proof.Broken) != 1 || p.proof.Broken[0].Situation.Structure != model.CTO {
		t.Errorf("%+v", p.proof)
	}
}
