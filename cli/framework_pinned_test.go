package cli

import (
	"strings"
	"testing"

	"remit/advisor"
	"remit/model"
)

// What is said about a session depends on what its framework and the present one
// have in common.
func TestASessionSaysWhatChangedSince(t *testing.T) {
	hospital, err := readFramework(hospitalDir)
	if err != nil {
		t.Fatal(err)
	}
	own := advisor.Builtin().Framework().Ref
	renewed := func(change func(*model.Ref)) model.Ref { r := own; change(&r); return r }
	clinic := model.Answers{"headcount": model.Count(60), "seats": model.Count(1), "technology": model.Choose("support"),
		"regulation": model.Choose("heavy"), "clinical_systems": model.Choose("all")}
	for _, c := range []struct {
		name    string
		present *advisor.Engine
		made    model.Ref
		answers model.Answers
		want    []string // one piece of each sentence
	}{
		{"the same framework", advisor.Builtin(), own, clinic, nil},
		{"nobody knows which", advisor.Builtin(), model.Ref{}, nil, []string{"Nobody noted"}},
		{"an older version", advisor.Builtin(), renewed(func(r *model.Ref) { r.Version, r.Hash = "0.9.0", "old" }), nil,
			[]string{"have changed since", "cannot be told"}},
		{"the same version, changed", advisor.Builtin(), renewed(func(r *model.Ref) { r.Hash = "old" }), nil,
			[]string{"same version as then, but other content", "cannot be told"}},
		{"another framework, answers that it does not know", advisor.Builtin(), hospital.Framework().Ref, clinic,
			[]string{"another framework, hospital", "clinical_systems = all (no such question)", "cannot be told"}},
		{"other rules, other advice", hospital, own, clinic, []string{"another framework, remit", "lead to: Virtual CIO. The difference comes from the framework"}},
		{"other rules, same advice", hospital, own, clinic.With("clinical_systems", model.Answer{}), []string{"another framework, remit", "the same under remit"}},
	} {
		got := since(c.present, model.Session{ID: "x", Framework: c.made, Answers: c.answers})
		if len(got) != len(c.want) {
			t.Errorf("%s: %q", c.name, got)
			continue
		}
		for i, want := range c.want {
			if !strings.Contains(got[i], want) {
				t.Errorf("%s: %q does not say %q", c.name, got[i], want)
			}
		}
	}
}
