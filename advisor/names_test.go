package advisor

import (
	"fmt"
	"slices"
	"testing"

	"remit/model"
)

// Who is named is who a text means: the longest name counts, whatever its case, in the
// plural too; one of a kind is nobody in particular.
func TestWhoATextNames(t *testing.T) {
	find := newNaming(loadedEngine(t).Playbook())
	for text, want := range map[string][]string{
		"Agree with the CTO and the head of product":        {"product-head", "cto"},
		"Agree with the virtual CIO":                        {"vcio"},
		"tell HR and the Provider":                          {"provider", "hr"},
		"talk to every engineer":                            {"engineer"},
		"ask the engineering manager":                       {"engineering-manager"},
		"take a provider, another engineer or a head of IT": nil,
		"provide for the ciolist":                           nil,
	} {
		var got []string
		for _, r := range find.named(text) {
			got = append(got, r.ID)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q names %q, not %q", text, got, want)
		}
	}
}

// A name is found whatever its letters and whatever ends it, and never inside another word.
func TestNamesOfAnyLettersAreFound(t *testing.T) {
	role := func(id, called string, known ...string) model.Role {
		return model.Role{ID: id, Short: id, Called: called, Known: known, Present: []model.Presence{{}}}
	}
	find := newNaming(&model.Playbook{Roles: []model.Role{
		role("staff", "the staff (IT)"), role("coder", "C++", ".NET"), role("head", "Geschäftsführerin", "Verantwortliche für IT-Qualität"), role("chief", "情報責任者"),
	}})
	for text, want := range map[string][]string{
		"Works with the staff (IT) every day":     {"staff"},
		"the STAFF (IT), and whoever writes C++.": {"staff", "coder"},
		"writes .NET":                          {"coder"},
		"a C++":                                nil,
		"the GESCHÄFTSFÜHRERIN":                {"head"},
		"the Geschäftsführerinä":               nil,
		"die Verantwortliche für IT-Qualität.": {"head"},
		"情報責任者が決める":                            {"chief"},
	} {
		var got []string
		for _, r := range find.named(text) {
			got = append(got, r.ID)
		}
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("%q names %q, not %q", text, got, want)
		}
	}
}

// A line for companies with a post is read there and nowhere else. Taken for a line for
// everybody, it breaks a claim, with a company that would read it.
func TestNoCharterNamesAPostThatIsNotThere(t *testing.T) {
	e := loadedEngine(t)
	proof := func() []Broken {
		p, err := e.VerifyPlaybook(t.Context(), nil)
		if err != nil || len(p.Unproven) > 0 {
			t.Fatal(err, p.Unproven)
		}
		return p.Broken
	}
	if broken := proof(); len(broken) > 0 {
		t.Fatalf("%+v", broken)
	}
	e = loadedEngine(t)
	c := e.Playbook().Charters[slices.IndexFunc(e.Playbook().Charters, func(c model.Charter) bool { return c.ID == "cto-product" })]
	at := slices.IndexFunc(c.First, func(s model.Stage) bool { return slices.Contains(s.With, "product-head") })
	c.First[at].With = nil
	broken := proof()
	if len(broken) != 1 || broken[0].Claim != fmt.Sprintf("charter %q names nobody who is not there", c.ID) {
		t.Fatalf("%+v", broken)
	}
	d := deliver(e.Playbook(), broken[0].Situation)
	if posted(&d, "product-head") != nil || posted(&d, "cto") == nil {
		t.Errorf("on %v it is true", broken[0].Situation)
	}
}
