package advisor

import (
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"testing"

	"remit/model"
)

// What follows from the advice of the built-in framework is sound for every company,
// proven over all situations.
func TestPlaybookIsProven(t *testing.T) {
	proof, err := loadedEngine(t).VerifyPlaybook(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, b := range proof.Broken {
		t.Errorf("%s: %s, in %+v", b.Claim, b.Text, b.Situation)
	}
	if len(proof.Unproven) > 0 {
		t.Errorf("not proven: %v", proof.Unproven)
	}
	t.Logf("%d claims over %d situations", proof.Claims, proof.Situations)
}

// The same, on whole deliverables of companies drawn at random, worked out as they
// are for a report.
func TestDeliverablesAreSound(t *testing.T) {
	forRandomAnswers(t, 400, func(t *testing.T, e *Engine, as model.Answers, _ *rand.Rand) {
		a := e.Advise(as, 0)
		d := e.Deliver(&a)
		for _, b := range e.Breaches(&d.Matrix, a.Situation()) {
			t.Errorf("%v: %+v", as, b)
		}
		if !isTree(d.Posts) {
			t.Errorf("%v: the chart is no tree: %+v", as, d.Posts)
		}
		leads := 0
		for _, p := range d.Posts {
			if e.Playbook().Role(p.Role).Level != model.Executive && !holdsWork(&d.Matrix, p.Role) {
				t.Errorf("%v: %s is drawn and has neither A nor R", as, p.Role)
			}
			if p.Because == "" || len(p.Sources) == 0 {
				t.Errorf("%s is there without a reason or a source", p.Role)
			}
			if p.Leads {
				leads++
			}
			if p.Leads && !slices.ContainsFunc(d.Charters, func(c model.Charter) bool { return c.Role == p.Role }) {
				t.Errorf("%s has no charter", p.Role)
			}
		}
		if want := seatsOf(a); leads != want {
			t.Errorf("%v as %s: %d seats lead, not %d", a.Recommendation, a.Engagement.Then, leads, want)
		}
		for i, row := range d.Matrix.Rows {
			if row.Because == "" || len(row.Sources) == 0 {
				t.Errorf("%s: no reason or source for who answers", row.Activity)
			}
			if row.Instead != "" && slices.Contains(d.Matrix.Columns, row.Instead) {
				t.Errorf("%s: %s stands in for %s, who is there", row.Activity, d.Matrix.Accountable(i), row.Instead)
			}
		}
		if !slices.IsSortedFunc(d.Practices, func(x, y model.Practice) int { return due(x.Clock, x.Day, y.Clock, y.Day) }) {
			t.Error("the practices are not in the order of clocks and days")
		}
	})
}

// seatsOf is how many posts an advice makes for leading technology.
func seatsOf(a model.Advice) int {
	switch {
	case a.Recommendation == model.Both:
		return 2
	case model.Engagement(a.Engagement.Then) == model.Provider:
		return 0 // nobody yet: a provider works, an owner inside answers
	}
	return 1
}

// What nobody has answered yet is no reason to leave a row or a role out without a
// word.
func TestUnknownIsNotNo(t *testing.T) {
	e := loadedEngine(t)
	a := e.Advise(model.Answers{"technology": model.Choose("support")}, 0)
	d := e.Deliver(&a)
	if len(d.Unsure) == 0 {
		t.Error("head count is unknown, and no role is said to depend on it")
	}
	for _, u := range d.Unsure {
		if len(u.Questions) == 0 || slices.ContainsFunc(d.Posts, func(p model.Post) bool { return p.Role == u.Role }) {
			t.Errorf("%+v is unsure of nothing, or there", u)
		}
	}
	open := 0
	for _, row := range d.Matrix.Rows {
		if len(row.Unsettled) > 0 {
			open++
		}
	}
	if open == 0 {
		t.Error("nobody said whether software is built, and every row is sure")
	}
}

// A figure from companies of one kind is shown to no others.
func TestCostsFitTheCompany(t *testing.T) {
	e := loadedEngine(t)
	shown := func(as model.Answers) (ids []string) {
		a := e.Advise(as, 0)
		for _, c := range e.Deliver(&a).Costs {
			ids = append(ids, c.ID)
		}
		return ids
	}
	builds := model.Answers{"technology": model.Choose("product"), "custom_software": model.Choose("heavy"), "engineers": model.Count(12), "seats": model.Count(1)}
	small, large := shown(builds.With("headcount", model.Count(20))), shown(builds.With("headcount", model.Count(2500)))
	if !slices.Contains(small, "cto-startup-us") {
		t.Errorf("a start-up is not shown the pay of start-ups, but %v", small)
	}
	if slices.Contains(large, "cto-startup-us") || !slices.Contains(large, "cto-as-cio-us") {
		t.Errorf("a company of 2,500 is shown %v", large)
	}
}

// Faults that an author could make are found, each of a kind.
func TestPlaybookFaultsAreFound(t *testing.T) {
	faults := map[string]func(p *model.Playbook){
		"a leader stands below itself": func(p *model.Playbook) {
			role(p, "cto").Under = []model.Line{{Role: "cio"}}
			role(p, "cio").Under = []model.Line{{Role: "cto"}}
		},
		"nobody at the top":      func(p *model.Playbook) { role(p, "ceo").Under = []model.Line{{Role: "cfo"}} },
		"two at the top":         func(p *model.Playbook) { role(p, "cfo").Under = nil },
		"the top may be missing": func(p *model.Playbook) { role(p, "ceo").Present[0].For = []model.Structure{model.CTO} },
		"nobody above":           func(p *model.Playbook) { role(p, "hr").Under = []model.Line{{Role: "cto"}} },
		"no stand-in":            func(p *model.Playbook) { role(p, "ciso").StandIns = nil },
		"a leader at the help desk": func(p *model.Playbook) {
			r := role(p, "it-colleague")
			r.Present = r.Present[:1] // where nobody runs IT, and not where nobody said who does
		},
		"a provider stands in": func(p *model.Playbook) { role(p, "ciso").StandIns = []string{"provider"} },
		"a row without a last line": func(p *model.Playbook) {
			a := row(p, 0)
			a.Accountable = a.Accountable[:1]
			a.Accountable[0].For = []model.Structure{model.CTO}
		},
		"no charter for the virtual CIO": func(p *model.Playbook) {
			p.Charters = slices.DeleteFunc(p.Charters, func(c model.Charter) bool { return c.Role == "vcio" })
		},
		"no charter for a duty beside another post": func(p *model.Playbook) {
			p.Charters = slices.DeleteFunc(p.Charters, func(c model.Charter) bool { return c.Role == "owner" })
		},
		"no charter for who is under contract": func(p *model.Playbook) {
			p.Charters = slices.DeleteFunc(p.Charters, func(c model.Charter) bool { return c.Role == "provider" })
		},
		"a charter only for some": func(p *model.Playbook) {
			for i := range p.Charters {
				if p.Charters[i].Role == "hybrid" {
					p.Charters[i].Engaged = []model.Engagement{model.Interim}
				}
			}
		},
	}
	e := loadedEngine(t)
	whole, err := json.Marshal(e.Playbook())
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range e.Playbook().Separations {
		for i, other := range x.Others {
			hand := cmp.Or(other.Role, "ceo")
			faults[fmt.Sprintf("one hand for both: %s %d", x.Title, i)] = func(p *model.Playbook) {
				for _, duty := range []model.Duty{x.One, other} {
					if a := p.Activity(duty.Activity); a != nil {
						a.Needed = nil
						a.Accountable = []model.Assignment{{Role: hand}}
						a.Responsible = []model.Part{{Role: hand}}
					}
				}
			}
		}
	}
	for i, name := range slices.Sorted(maps.Keys(faults)) {
		if testing.Short() && i%5 > 0 {
			continue
		}
		spoil := faults[name]
		t.Run(name, func(t *testing.T) {
			var p model.Playbook
			if err := json.Unmarshal(whole, &p); err != nil {
				t.Fatal(err)
			}
			spoil(&p)
			f := *e.f
			f.Playbook = p
			spoiled, err := New(&f)
			if err != nil {
				t.Fatal(err)
			}
			proof, err := spoiled.VerifyPlaybook(t.Context(), nil)
			if err != nil || len(proof.Broken) == 0 {
				t.Errorf("not found; %v", err)
			}
		})
	}
}

func role(p *model.Playbook, id string) *model.Role { return p.Role(id) }

func row(p *model.Playbook, i int) *model.Activity { return &p.Activities[i] }

// BenchmarkDeliver is what a report waits for.
func BenchmarkDeliver(b *testing.B) {
	e := loadedEngine(b)
	a := e.Advise(e.Annex().Cases[0].Facts, 0)
	b.ReportAllocs()
	for b.Loop() {
		e.Deliver(&a)
	}
}
