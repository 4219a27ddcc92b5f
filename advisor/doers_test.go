package advisor

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"testing"

	"remit/model"
)

// What people read on who sees to a step and what the proof is told are of the same
// people, in every practice and step of the built-in framework.
func TestWhoAndByAreTheSamePeople(t *testing.T) {
	e := loadedEngine(t)
	leading := 0
	agree := func(what, who string, by model.Doer) {
		told, said := e.Playbook().Doing(by), named(e.Playbook(), who)
		leading += len(told)
		if !sameRoles(told, said) {
			t.Errorf("%s: done by %s, and people read %q", what, by, who)
		}
	}
	for _, p := range e.Playbook().Practices {
		agree("practice "+p.ID, p.Who, p.By)
	}
	for _, way := range e.Annex().Transitions {
		for i, s := range way.Steps {
			agree(fmt.Sprintf("%s, step %d", way.ID, i+1), s.Who, s.By)
		}
	}
	if leading == 0 {
		t.Error("no leader does anything")
	}
}

// The proof goes by the declared doer and by nothing else: it finds the late step whatever
// people read about it, and is not misled by a text in which a leader is only named.
func TestTheProofReadsNoTexts(t *testing.T) {
	book := &loadedEngine(t).f.Playbook
	for _, c := range []struct {
		by   model.Doer
		want []string
	}{
		{model.Inside, nil},
		{model.Leader, []string{"cio", "cto", "hybrid"}},
		{"cto", []string{"cto"}},
		{"vcio", []string{"vcio"}},
	} {
		var got []string
		for _, r := range book.Doing(c.by) {
			got = append(got, r.ID)
		}
		compareLists(t, string(c.by), got, c.want)
	}

	late := brokenSteps(t, func(p *model.Practice) { p.Who, p.By = "the boss", model.Leader })
	if !slices.Contains(late, `in time: practice "mandate-on-a-page"`) {
		t.Errorf("a leader who is called otherwise is not seen: %q", late)
	}
	late = brokenSteps(t, func(p *model.Practice) { p.Who, p.By = "the CEO, who tells the CTO", model.Inside })
	if len(late) > 0 {
		t.Errorf("a text in which a leader is named breaks %q", late)
	}
}

// brokenSteps are the claims that do not hold once a practice that counts from the decision
// is changed.
func brokenSteps(t *testing.T, change func(*model.Practice)) (claims []string) {
	t.Helper()
	f, err := Load(BuiltinFS())
	if err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(f.Playbook.Practices, func(p model.Practice) bool { return p.ID == "mandate-on-a-page" })
	change(&f.Playbook.Practices[i])
	e, err := New(f)
	if err != nil {
		t.Fatal(err)
	}
	p := e.newProver(t.Context())
	for _, c := range p.steps() {
		p.prove(c)
	}
	for _, b := range p.proof.Broken {
		claims = append(claims, b.Claim)
	}
	return claims
}

// named are the seats that words on who sees to something are about, as people read them:
// those that lead and whose names are in it, or all of a company's own where it speaks of
// the leaders. The longest names are looked for first: a virtual CIO is no CIO.
func named(book *model.Playbook, who string) (seats []*model.Role) {
	var all []*model.Role
	for i := range book.Roles {
		if r := &book.Roles[i]; r.Leads {
			all = append(all, r)
		}
	}
	slices.SortStableFunc(all, func(a, b *model.Role) int { return cmp.Compare(len(b.Short), len(a.Short)) })
	for _, r := range all {
		if strings.Contains(who, r.Short) || who == r.ID {
			seats, who = append(seats, r), strings.ReplaceAll(who, r.Short, "")
		}
	}
	if strings.Contains(who, "leader") {
		seats = append(seats, slices.DeleteFunc(all, func(r *model.Role) bool { return r.Level == model.Outside })...)
	}
	return seats
}

func sameRoles(a, b []*model.Role) bool {
	return len(a) == len(b) && !slices.ContainsFunc(a, func(r *model.Role) bool { return !slices.Contains(b, r) })
}
