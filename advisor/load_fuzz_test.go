package advisor

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"
	"time"

	"remit/model"
)

// Load never panics and never takes long. It gives faults that are fit to print,
// or a framework in which every reference resolves.
func FuzzLoad(f *testing.F) {
	f.Add(MinimalFramework, "")
	f.Add(MinimalFramework, "rules:\n  - {id: x}\n")
	f.Add(minimalBooked(), "")
	f.Add(MinimalFramework, MinimalPlaybook)
	files, err := filepath.Glob("testdata/*/*.txt")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(text), MinimalFramework)
		f.Add(minimalBooked(), string(text))
	}
	f.Fuzz(func(t *testing.T, head, more string) {
		start := time.Now()
		got, err := Load(fstest.MapFS{"framework.yaml": {Data: []byte(head)}, "more.yaml": {Data: []byte(more)}})
		if took := time.Since(start); took > soon {
			t.Errorf("it took %v", took)
		}
		if err == nil {
			resolves(t, got)
			return
		}
		if got != nil {
			t.Error("both a framework and faults")
		}
		faults, ok := errors.AsType[model.Faults](err)
		if !ok && model.KindOf(err) != model.KindNewer {
			t.Errorf("neither faults nor a newer format: %v", err)
		}
		for _, fault := range faults {
			for _, text := range []string{fault.Where, fault.What, fault.Cure} {
				if model.Clean(text) != text {
					t.Errorf("not fit to print: %q", text)
				}
			}
			if fault.What == "" {
				t.Errorf("a fault that says nothing at %s", fault.Where)
			}
		}
	})
}

// resolves holds what a loaded framework promises to those who use it.
func resolves(t *testing.T, f *model.Framework) {
	t.Helper()
	conditions := func(when []model.Condition) {
		for _, c := range when {
			q := f.Question(c.Question)
			if q == nil {
				t.Errorf("no question %q", c.Question)
				continue
			}
			for _, id := range c.In {
				if q.Option(id) == nil {
					t.Errorf("%q has no option %q", q.ID, id)
				}
			}
			numeric := c.AtLeast != nil || c.AtMost != nil
			if (q.Kind == model.NumberQuestion) != numeric || numeric == (len(c.In) > 0) {
				t.Errorf("a condition of the wrong kind on %q", q.ID)
			}
			if !numeric {
				continue
			}
			low, high := q.Min, q.Max
			if c.AtLeast != nil {
				low = *c.AtLeast
			}
			if c.AtMost != nil {
				high = *c.AtMost
			}
			if low < q.Min || high > q.Max || low > high {
				t.Errorf("a condition on %q that cannot hold", q.ID)
			}
			for _, b := range q.Bands {
				if low > b.From && low <= b.To || high >= b.From && high < b.To {
					t.Errorf("band %q is cut", b.Label)
				}
			}
		}
	}
	sources := func(ids []string) {
		if len(ids) == 0 {
			t.Error("a claim without a source")
		}
		for _, id := range ids {
			if f.Source(id) == nil {
				t.Errorf("no source %q", id)
			}
		}
	}
	if len(f.Structures) != model.NumStructures || len(f.Rules) == 0 || len(f.Questions) == 0 {
		t.Error("parts are missing")
	}
	for _, r := range f.Rules {
		conditions(r.When)
		sources(r.Sources)
		if r.ID == "" || r.Title == "" || r.Because == "" || r.Effect == "" || r.Strength == "" || len(r.When) == 0 {
			t.Errorf("rule %q lacks something", r.ID)
		}
	}
	for _, table := range []model.Table{f.Engagement, f.Reporting} {
		for _, row := range table.Rows {
			conditions(row.When)
			sources(row.Sources)
		}
	}
	for _, d := range f.Dissents {
		conditions(d.When)
		for _, p := range d.Positions {
			sources(p.Sources)
		}
	}
	for _, q := range f.Questions {
		if stays := q.Moves.By == model.ByNobody; q.Moves.By == "" || stays != (q.Moves.Effort == 0) || stays != (q.Moves.How == "") {
			t.Errorf("%q moves by %+v", q.ID, q.Moves)
		}
	}
	for _, c := range f.Annex.Cases {
		if err := f.Check(c.Facts); err != nil || len(c.Facts) == 0 || len(c.Expect) == 0 {
			t.Errorf("case %q lacks something: %v", c.ID, err)
		}
	}
	for _, way := range f.Annex.Transitions {
		sources(way.Sources)
		if len(way.From) == 0 || len(way.To) == 0 || (way.Stays == "") == (len(way.Steps) == 0) {
			t.Errorf("transition %q lacks something", way.ID)
		}
	}
	promises(t, f)
}
