package advisor

import (
	"slices"
	"strings"
	"testing"

	"remit/model"
)

// A charter that says nothing to some company where it must say something, a line that
// nobody reads, a reason that never holds and a step that nobody can take are each found,
// though what is wrong hangs on answers. A company that shows it is given where there is one.
func TestNothingOfAPlaybookIsEmptyOrDead(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(*model.Playbook)
		claim  string
		text   string
		shown  bool // by a company
	}{
		{"duties for some only", func(b *model.Playbook) {
			charter(b, "cto-product").Duties = []model.Clause{{Text: "x", Beside: model.Beside{With: []string{"engineer"}}}}
		}, `charter "cto-product" says something of everything that it must`, `No line of "duties" is read`, true},
		{"no first days without a head of product", func(b *model.Playbook) {
			charter(b, "cto-product").First = []model.Stage{{Day: 1, Do: "x", Beside: model.Beside{With: []string{"product-head"}}}}
		}, `charter "cto-product" says something of everything that it must`, `No line of "first" is read`, true},
		{"a line for two who never meet", func(b *model.Playbook) {
			c := charter(b, "cto-product")
			c.Decides = append(c.Decides, model.Clause{Text: "x", Beside: model.Beside{With: []string{"cto", "it-technician"}, Without: []string{"it-technician"}}})
		}, `charter "cto-product" has no line that nobody reads`, "Nobody ever reads line", false},
		{"a reason that never holds", func(b *model.Playbook) {
			r := b.Role("it-director")
			r.Present = append(r.Present, model.Presence{Without: []string{"ceo"}})
		}, loadedEngine(t).Playbook().Role("it-director").Short + " is there for each reason that it has", "Reason ", false},
		{"a leader who is never there", func(b *model.Playbook) {
			p := &b.Practices[slices.IndexFunc(b.Practices, func(p model.Practice) bool { return p.ID == "mandate-on-a-page" })]
			p.For, p.By, p.Clock = []model.Structure{model.CTO}, "hybrid", model.FromStart
		}, `in time: practice "mandate-on-a-page"`, "Nobody is there who could do it", true},
		{"a leader who is there for some only", func(b *model.Playbook) {
			p := &b.Practices[slices.IndexFunc(b.Practices, func(p model.Practice) bool { return p.ID == "mandate-on-a-page" })]
			p.For, p.By, p.Clock = []model.Structure{model.CTO, model.CIO}, "cto", model.FromStart
		}, `in time: practice "mandate-on-a-page"`, "Nobody is there who could do it", true},
	} {
		t.Run(c.name, func(t *testing.T) {
			f, err := Load(BuiltinFS())
			if err != nil {
				t.Fatal(err)
			}
			c.change(&f.Playbook)
			e, err := New(f)
			if err != nil {
				t.Fatal(err)
			}
			p := e.newProver(t.Context())
			for _, claim := range slices.Concat(p.lists(), p.lines(), p.reasons(), p.steps()) {
				p.prove(claim)
			}
			broken := p.proof.Broken
			if len(broken) != 1 || broken[0].Claim != c.claim || !strings.HasPrefix(broken[0].Text, c.text) {
				t.Fatalf("%+v", broken)
			}
			if (broken[0].Situation.Answers != nil) != c.shown {
				t.Errorf("shown by %v", broken[0].Situation.Answers)
			}
		})
	}
}

func charter(b *model.Playbook, id string) *model.Charter {
	return &b.Charters[slices.IndexFunc(b.Charters, func(c model.Charter) bool { return c.ID == id })]
}
