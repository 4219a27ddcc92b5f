package advisor

import (
	"context"
	"slices"
	"strings"
	"testing"

	"remit/model"
)

// A mutant is the built-in framework with one fault in it, of the kinds that authors
// make. Verification must find every one; that the framework itself is proven, and so
// the finding is the mutant's, another test holds.
type mutant struct {
	kind, name string
	change     func(f *model.Framework)
	found      func(v *Verification) bool
}

func TestVerifyFindsSeededFaults(t *testing.T) {
	list := mutants(t)
	if testing.Short() {
		list = oneOfEachKind(list)[:3]
	}
	kinds, killed := map[string][2]int{}, 0
	for _, m := range list {
		f := copied(t)
		m.change(f)
		e, err := New(f)
		if err != nil {
			t.Fatalf("%s, %s: %v", m.kind, m.name, err)
		}
		v, err := e.Verify(context.Background(), nil)
		if err != nil {
			t.Fatal(err)
		}
		k := kinds[m.kind]
		k[1]++
		if !v.Holds() && m.found(v) {
			killed++
			k[0]++
		} else {
			t.Errorf("not found: %s, %s", m.kind, m.name)
		}
		kinds[m.kind] = k
	}
	if !testing.Short() && (len(list) < 40 || len(kinds) < 12) {
		t.Errorf("%d faults of %d kinds, want at least 40 of 12", len(list), len(kinds))
	}
	for kind, k := range kinds {
		t.Logf("%d of %d  %s", k[0], k[1], kind)
	}
	t.Logf("found %d of %d seeded faults of %d kinds", killed, len(list), len(kinds))
}

func oneOfEachKind(list []mutant) (few []mutant) {
	seen := map[string]bool{}
	for _, m := range list {
		if !seen[m.kind] {
			few = append(few, m)
		}
		seen[m.kind] = true
	}
	return few
}

// copied is a framework of its own to change.
func copied(t *testing.T) *model.Framework {
	t.Helper()
	f, err := Load(BuiltinFS())
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func mutants(t *testing.T) (list []mutant) {
	add := func(kind, name string, change func(f *model.Framework), found func(v *Verification) bool) {
		list = append(list, mutant{kind, name, change, found})
	}
	f := copied(t)
	number := func(n int) *int { return &n }
	seats := func(low, high int) model.Condition {
		return model.Condition{Question: "seats", AtLeast: number(low), AtMost: number(high)}
	}
	is := func(q string, options ...string) model.Condition { return model.Condition{Question: q, In: options} }
	scores := func(id string, s model.Structure, points int, when ...model.Condition) model.Rule {
		r := model.Rule{ID: id, Effect: model.Scores, When: when}
		r.Points[s] = points
		return r
	}
	idleRule := func(id string) func(*Verification) bool {
		return func(v *Verification) bool { return slices.Contains(ids(v.Rules), id) }
	}
	idleRow := func(id string) func(*Verification) bool {
		return func(v *Verification) bool { return slices.Contains(ids(v.Rows), id) }
	}
	brokenLaw := func(id string) func(*Verification) bool {
		return func(v *Verification) bool {
			return slices.ContainsFunc(v.Laws, func(l LawResult) bool { return l.Law.ID == id && !l.Holds && l.Example != nil })
		}
	}

	for _, s := range model.Structures() {
		if s == model.VCIO {
			continue // it is what remains when all others are excluded
		}
		add("a structure that every answer speaks against", s.String(), func(f *model.Framework) {
			i := slices.IndexFunc(f.Structures, func(x model.StructureInfo) bool { return x.ID == s })
			info := f.Structures[i]
			f.Structures = append(slices.Delete(f.Structures, i, i+1), info) // nor do ties favour it
			for _, q := range f.Questions {
				any := model.Condition{Question: q.ID, AtLeast: number(0)}
				if q.Kind == model.ChoiceQuestion {
					any = is(q.ID)
					for _, o := range q.Options {
						any.In = append(any.In, o.ID)
					}
				}
				f.Rules = append(f.Rules, scores("against-"+q.ID, s, -99, any))
			}
		}, func(v *Verification) bool { return v.Examples[s] == nil && v.Counts[s] == Count{} })
	}
	for _, q := range f.Questions {
		add("a question that no rule reads any more", q.ID, func(f *model.Framework) {
			for i := range f.Rules {
				r := &f.Rules[i]
				if r.Effect == model.Scores || r.Effect == model.Excludes {
					r.When = slices.DeleteFunc(r.When, func(c model.Condition) bool { return c.Question == q.ID })
				}
			}
			f.Rules = slices.DeleteFunc(f.Rules, func(r model.Rule) bool { return len(r.When) == 0 && r.Effect != model.Safeguard })
		}, func(v *Verification) bool { return slices.Contains(ids(v.Questions), q.ID) })
	}
	for _, id := range []string{"both-needs-two-seats", "hybrid-needs-a-person", "cio-needs-a-seat"} {
		law := map[string]string{"both-needs-two-seats": "two-leaders-need-two-seats",
			"hybrid-needs-a-person": "hybrid-needs-a-person", "cio-needs-a-seat": "full-time-needs-a-seat"}[id]
		add("an exclusion that was deleted", id, func(f *model.Framework) {
			f.Rules = slices.DeleteFunc(f.Rules, func(r model.Rule) bool { return r.ID == id })
		}, brokenLaw(law))
		add("an exclusion of the wrong structure", id, func(f *model.Framework) {
			f.Rule(id).Exclude = []model.Structure{model.CTO}
		}, brokenLaw(law))
	}
	add("an exclusion with a threshold off by one", "both", func(f *model.Framework) {
		f.Rule("both-needs-two-seats").When[0].AtMost = number(0)
	}, brokenLaw("two-leaders-need-two-seats"))
	add("a rule that scores only what is excluded", "both", func(f *model.Framework) {
		f.Rules = append(f.Rules, scores("idle", model.Both, 5, seats(0, 1)))
	}, idleRule("idle"))
	add("a rule that scores only what is excluded", "hybrid", func(f *model.Framework) {
		f.Rules = append(f.Rules, scores("idle", model.Hybrid, 5, is("versatile_leader", "no")))
	}, idleRule("idle"))
	add("a rule that scores all alike", "2 each", func(f *model.Framework) {
		f.Rules = append(f.Rules, model.Rule{ID: "idle", Effect: model.Scores, When: []model.Condition{is("technology", "part")},
			Points: [model.NumStructures]int{2, 2, 2, 2, 2}})
	}, idleRule("idle"))
	add("an exclusion that another one covers", "both", func(f *model.Framework) {
		f.Rules = append(f.Rules, model.Rule{ID: "idle", Effect: model.Excludes, When: []model.Condition{seats(0, 0)}, Exclude: []model.Structure{model.Both}})
	}, idleRule("idle"))
	for _, q := range []string{"engineers", "it_staff"} {
		law := map[string]string{"engineers": "more-engineers-keep-the-cto", "it_staff": "more-it-staff-keep-the-cio"}[q]
		add("a rule with the wrong sign", q, func(f *model.Framework) {
			r := scores("against-growth", model.VCIO, 9, model.Condition{Question: q, AtLeast: number(15)})
			f.Rules = append(f.Rules, r)
		}, brokenLaw(law))
		add("a rule that stops too early", q, func(f *model.Framework) {
			for i := range f.Rules {
				for k := range f.Rules[i].When {
					if c := &f.Rules[i].When[k]; c.Question == q && c.AtLeast != nil && c.AtMost == nil && f.Rules[i].Effect == model.Scores {
						c.AtMost = number(*c.AtLeast + 1)
					}
				}
			}
		}, brokenLaw(law))
	}
	add("a law that does not hold", "never a CTO for products", func(f *model.Framework) {
		f.Laws = append(f.Laws, model.Law{ID: "wrong", Never: []model.Structure{model.CTO}, When: []model.Condition{is("technology", "product")}})
	}, brokenLaw("wrong"))
	add("a law that does not hold", "size keeps the virtual CIO", func(f *model.Framework) {
		f.Laws = append(f.Laws, model.Law{ID: "wrong", Rising: "headcount", Keeps: []model.Structure{model.VCIO}})
	}, brokenLaw("wrong"))
	for _, s := range []model.Structure{model.CTO, model.CIO, model.Both, model.VCIO} {
		table, rows := "engagement", func(f *model.Framework) *[]model.Row { return &f.Engagement.Rows }
		if s == model.Both || s == model.CIO {
			table, rows = "reporting", func(f *model.Framework) *[]model.Row { return &f.Reporting.Rows }
		}
		add("a row for all others put first", table+" "+s.String(), func(f *model.Framework) {
			*rows(f) = slices.Insert(*rows(f), 0, model.Row{ID: "early", For: []model.Structure{s}})
		}, func(v *Verification) bool {
			return slices.ContainsFunc(v.Rows, func(i Idle) bool { return strings.HasPrefix(i.ID, table+" "+s.String()) })
		})
	}
	add("a row that several earlier ones cover together", "engagement", func(f *model.Framework) {
		row := func(id string, options ...string) model.Row {
			return model.Row{ID: id, For: []model.Structure{model.CTO}, When: []model.Condition{is("technology", options...)}}
		}
		f.Engagement.Rows = slices.Insert(f.Engagement.Rows, 0, row("one", "product"), row("two", "part", "support"), row("never", "product", "part"))
	}, idleRow("engagement never"))
	add("a row for a structure that cannot lead there", "reporting", func(f *model.Framework) {
		f.Reporting.Rows = slices.Insert(f.Reporting.Rows, 0, model.Row{ID: "never", For: []model.Structure{model.Both}, When: []model.Condition{seats(0, 1)}})
	}, idleRow("reporting never"))
	add("a warning that nobody can get", "misfit", func(f *model.Framework) {
		f.Rules = append(f.Rules, model.Rule{ID: "mute", Effect: model.Misfit, For: []model.Structure{model.Both}, When: []model.Condition{seats(1, 1)}})
	}, idleRule("mute"))
	add("a warning that nobody can get", "safeguard", func(f *model.Framework) {
		f.Rules = append(f.Rules, model.Rule{ID: "mute", Effect: model.Safeguard, For: []model.Structure{model.CIO}, When: []model.Condition{seats(0, 0)}})
	}, idleRule("mute"))
	add("a dissent that nobody sees", "hybrid", func(f *model.Framework) {
		f.Dissents = append(f.Dissents, model.Dissent{ID: "unseen", For: []model.Structure{model.Hybrid}, When: []model.Condition{is("versatile_leader", "no")}})
	}, func(v *Verification) bool { return slices.Contains(ids(v.Dissents), "unseen") })
	return list
}
