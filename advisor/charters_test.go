package advisor

import (
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"

	"remit/model"
)

// partial asks the built-in framework about companies drawn at random, many of them with
// questions unanswered.
func partial(t *testing.T, n int, check func(t *testing.T, as model.Answers, a *model.Advice, d *model.Deliverables)) {
	t.Helper()
	forRandomAnswers(t, n, func(t *testing.T, e *Engine, as model.Answers, rng *rand.Rand) {
		for id := range as {
			if rng.IntN(4) == 0 {
				as[id] = model.Answer{Kind: model.Unsure}
			}
		}
		a := e.Advise(as, 0)
		d := e.Deliver(&a)
		check(t, as, &a, &d)
	})
}

func posted(d *model.Deliverables, role string) *model.Post {
	i := slices.IndexFunc(d.Posts, func(p model.Post) bool { return p.Role == role })
	if i < 0 {
		return nil
	}
	return &d.Posts[i]
}

// A provider that leads today is not gone because nobody said how much it runs: it stays,
// works, is steered and has its charter. Said to run nothing, it is advised work as well,
// and the two answers are told to contradict each other.
func TestTheProviderThatLeadsStays(t *testing.T) {
	partial(t, 300, func(t *testing.T, as model.Answers, _ *model.Advice, _ *model.Deliverables) {
		e := loadedEngine(t)
		as["incumbent"] = model.Choose("provider")
		a := e.Advise(as, 0)
		d := e.Deliver(&a)
		p := posted(&d, "provider")
		if p == nil || p.State != model.PostKept || slices.Contains(d.Dropped, "provider") {
			t.Fatalf("%v: the provider is %+v, dropped are %v", as, p, d.Dropped)
		}
		if !holdsWork(&d.Matrix, "provider") {
			t.Errorf("%v: the provider does nothing", as)
		}
		if !slices.ContainsFunc(d.Matrix.Rows, func(r model.MatrixRow) bool { return r.Activity == "provider-oversight" }) {
			t.Errorf("%v: nobody steers the provider", as)
		}
		if !slices.ContainsFunc(d.Charters, func(c model.Charter) bool { return c.Role == "provider" && len(c.Vetting) == 9 }) {
			t.Errorf("%v: the provider has no charter with nine questions", as)
		}
		contradicts := slices.ContainsFunc(a.Misfits, func(f model.Finding) bool { return f.Rule == "provider-leads-not-outsourced" })
		if none := as["outsourcing"] == model.Choose("none"); none != contradicts {
			t.Errorf("%v: %v is told to contradict: %t", as, as["outsourcing"], contradicts)
		}
	})
}

// Whoever is sent to the charter of somebody finds it among the deliverables.
func TestChartersThatTextsSendToAreThere(t *testing.T) {
	sends := regexp.MustCompile(`(\w+)'s charter`)
	partial(t, 600, func(t *testing.T, as model.Answers, _ *model.Advice, d *model.Deliverables) {
		texts := []string{}
		for _, s := range d.Plan {
			texts = append(texts, s.Do)
		}
		for _, x := range d.Triggers {
			texts = append(texts, x.Look)
		}
		for _, x := range d.Symptoms {
			texts = append(texts, x.Do)
		}
		for _, m := range sends.FindAllStringSubmatch(strings.Join(texts, "\n"), -1) {
			if !slices.ContainsFunc(d.Charters, func(c model.Charter) bool { return c.Role == m[1] }) {
				t.Errorf("%v: people are sent to the %s, which is not there", as, m[0])
			}
		}
	})
}

// Only whoever is deputy on the chart reads the charter of a deputy, and for one side
// there is one.
func TestDeputiesAloneHaveTheCharterOfADeputy(t *testing.T) {
	partial(t, 600, func(t *testing.T, as model.Answers, _ *model.Advice, d *model.Deliverables) {
		sides := map[string]int{}
		for _, c := range d.Charters {
			if c.Deputy == "" && !strings.HasPrefix(c.Title, "Deputy") {
				continue
			}
			sides[c.Deputy]++
			if p := posted(d, c.Role); p == nil || p.Deputy != c.Deputy {
				t.Errorf("%v: charter %s is for a deputy, the post is %+v", as, c.ID, p)
			}
		}
		for side, n := range sides {
			if n > 1 {
				t.Errorf("%v: %d deputies for %s", as, n, side)
			}
		}
	})
}

// Whose consent a charter asks for is on the chart of the company that reads it, and
// somebody else than the holder of the charter.
func TestConsentIsAskedOfWhoIsThere(t *testing.T) {
	e := loadedEngine(t)
	partial(t, 600, func(t *testing.T, as model.Answers, _ *model.Advice, d *model.Deliverables) {
		for _, c := range d.Charters {
			if len(c.Asks) == 0 {
				t.Errorf("%v: %s asks nobody", as, c.ID)
			}
			for _, x := range c.Asks {
				if x.Role != "" && (posted(d, x.Role) == nil || x.Role == c.Role) {
					t.Errorf("%v: %s asks %s", as, c.ID, x.Role)
				}
				for _, r := range e.Playbook().Roles {
					if x.Role == "" && posted(d, r.ID) == nil && (mentions(x.Text, r.Short) || mentions(x.Text, r.Named())) {
						t.Errorf("%v: %s asks %q, and there is no %s", as, c.ID, x.Text, r.Short)
					}
				}
			}
		}
	})
}

// mentions finds a name among whole words.
func mentions(text, name string) bool {
	return regexp.MustCompile(`(?i)(^|\W)` + regexp.QuoteMeta(name) + `(\W|$)`).MatchString(text)
}

// A consent goes to the stand-ins like a letter of the matrix: past whoever asks, and past
// whoever stands below, who would hardly refuse.
func TestConsentGoesUpwards(t *testing.T) {
	p := model.Playbook{Roles: []model.Role{
		{ID: "boss"}, {ID: "runner", StandIns: []string{"boss"}}, {ID: "clerk", StandIns: []string{"boss"}},
		{ID: "guard", StandIns: []string{"runner", "clerk", "boss"}}, {ID: "nobody"},
	}}
	crew := newStaffed(&p, model.Situation{}, present{"boss": true, "runner": true, "clerk": true})
	asks := []model.Consent{{Role: "guard", Text: "to open"}, {Role: "nobody", Text: "to close"}, {Role: "boss", Text: "to open"}, {Text: "Nobody at all"}}
	got := crew.consents(&model.Charter{Role: "runner", Asks: asks}, map[string]string{"runner": "boss", "clerk": "runner"})
	if want := []model.Consent{{Role: "boss", Text: "to open"}, {Text: "Nobody at all"}}; !slices.Equal(got, want) {
		t.Errorf("%+v, not %+v", got, want)
	}
}
