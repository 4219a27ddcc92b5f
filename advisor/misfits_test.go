package advisor

import (
	"slices"
	"testing"

	"remit/model"
)

// misfitExamples are companies whose answers do not go together, one for each misfit
// that no published case shows: who writes about a company mostly makes sense of it.
func misfitExamples() map[string]model.Answers {
	n, is := model.Count, model.Choose
	return map[string]model.Answers{
		"engineers-but-no-software":     {"headcount": n(80), "engineers": n(9), "custom_software": is("none")},
		"more-builders-than-people":     {"headcount": n(40), "engineers": n(111)},
		"fifty-engineers-but-support":   {"headcount": n(400), "engineers": n(60), "technology": is("support")},
		"heavy-software-nobody-builds":  {"headcount": n(60), "custom_software": is("heavy"), "engineers": n(0)},
		"product-without-software":      {"headcount": n(20), "technology": is("product"), "custom_software": is("none")},
		"small-with-two-seats":          {"headcount": n(30), "seats": n(2)},
		"complex-in-small":              {"headcount": n(12), "estate": is("complex")},
		"nobody-runs-it":                {"headcount": n(90), "it_staff": n(0), "outsourcing": is("none")},
		"few-run-it-for-many":           {"headcount": n(600), "it_staff": n(1), "outsourcing": is("none")},
		"many-run-it-for-few":           {"headcount": n(30), "it_staff": n(8)},
		"leader-without-seat":           {"headcount": n(120), "incumbent": is("cio"), "seats": n(0)},
		"engineers-without-seat":        {"headcount": n(40), "engineers": n(15), "seats": n(0)},
		"two-leaders-one-seat":          {"headcount": n(300), "incumbent": is("both"), "seats": n(1)},
		"provider-leads-not-outsourced": {"headcount": n(50), "incumbent": is("provider"), "outsourcing": is("none")},
		"founder-doubles": {"headcount": n(40), "incumbent": is("founder"), "technology": is("product"),
			"custom_software": is("heavy"), "engineers": n(15), "seats": n(1)},
		"two-today-one-advised": {"headcount": n(30), "incumbent": is("both"), "technology": is("support"),
			"engineers": n(0), "custom_software": is("none"), "seats": n(1)},
	}
}

// Each misfit says why and what to do, and there is a company that it speaks to: one of
// the published cases, or an example.
func TestEveryMisfitHasACompany(t *testing.T) {
	e := loadedEngine(t)
	fires := func(rule string, as model.Answers) bool {
		return slices.ContainsFunc(e.Advise(as, 0).Misfits, func(m model.Finding) bool { return m.Rule == rule })
	}
	examples, published := misfitExamples(), 0
	for _, r := range e.f.Rules {
		if r.Effect != model.Misfit {
			continue
		}
		if r.Because == "" || r.Do == "" || len(r.Sources) == 0 {
			t.Errorf("%s: because %q, do %q, sources %v", r.ID, r.Because, r.Do, r.Sources)
		}
		example, ok := examples[r.ID]
		delete(examples, r.ID)
		switch {
		case slices.ContainsFunc(e.f.Annex.Cases, func(c model.Case) bool { return fires(r.ID, c.Facts) }):
			published++
		case !ok:
			t.Errorf("%s: no published case shows it; it needs an example", r.ID)
		case e.f.Check(example) != nil:
			t.Errorf("%s: %v", r.ID, e.f.Check(example))
		case !fires(r.ID, example):
			t.Errorf("%s: its example does not show it; advised is %v", r.ID, e.Advise(example, 0).Recommendation)
		}
	}
	for id := range examples {
		t.Errorf("an example for %s, which is no misfit", id)
	}
	t.Logf("%d misfits are shown by published cases", published)
}
