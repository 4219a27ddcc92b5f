package advisor

import (
	"math/rand/v2"
	"slices"
	"testing"

	"remit/model"
)

// eachOf calls visit for every combination of what may be said to the questions, no
// answer included.
func eachOf(e *Engine, questions []string, visit func(model.Answers)) {
	as := model.Answers{}
	var walk func([]string)
	walk = func(left []string) {
		if len(left) == 0 {
			visit(as.Clone())
			return
		}
		for _, a := range e.newInquiry().kinds(left[0]) {
			as[left[0]] = a
			walk(left[1:])
		}
	}
	walk(questions)
}

func practised(e *Engine, s model.Situation) (ids []string) {
	for _, p := range fitting(s, e.Playbook().Practices, func(p model.Practice) model.Fit { return p.Fit }) {
		ids = append(ids, p.ID)
	}
	return ids
}

// Two leaders always get the three steps: duties on paper before the start, work done
// together, openness. They keep their quarrel about the matter, with somebody neutral
// in it where they do not get on; and strict supervision gets its record.
func TestTwoLeadersAlwaysGetTheThreeSteps(t *testing.T) {
	e := loadedEngine(t)
	for _, frame := range e.settings() {
		if frame.Structure != model.Both {
			continue
		}
		eachOf(e, []string{"friction", "regulation", "incumbent", "change"}, func(as model.Answers) {
			frame.Answers = as
			got := practised(e, frame)
			for _, want := range []string{"duties-before-the-start", "joint-work", "openness", "keep-sparring"} {
				if !slices.Contains(got, want) {
					t.Errorf("%v: no %s", as, want)
				}
			}
			for id, wanted := range map[string]bool{
				"sparring-moderated": as["friction"].Option == "high",
				"openness-on-record": as["regulation"].Option == "heavy",
			} {
				if slices.Contains(got, id) != wanted {
					t.Errorf("%v: %s is %v", as, id, !wanted)
				}
			}
		})
	}
}

// What is said about a provider fits how much one runs, whoever leads today.
func TestTheNineQuestionsFitTheProvider(t *testing.T) {
	e := loadedEngine(t)
	for _, frame := range e.settings() {
		if frame.Structure != model.VCIO {
			continue
		}
		eachOf(e, []string{"outsourcing", "incumbent"}, func(as model.Answers) {
			frame.Answers = as
			got := practised(e, frame)
			said := as["outsourcing"].Option
			if slices.Contains(got, "provider-vetting") != (said == "none") || slices.Contains(got, "provider-asked-again") != (said == "some" || said == "most") {
				t.Errorf("%v: %v", as, got)
			}
		})
	}
}

// One head for both sides has a deputy for each of them on the chart, or the plan says
// whom to ask meanwhile. That holds for every company that has said how many build, how
// many run, how large it is and who leads today.
func TestOneHeadHasTwoDeputies(t *testing.T) {
	if testing.Short() {
		t.Skip("short: sweeps a whole space")
	}
	e := loadedEngine(t)
	for _, frame := range e.settings() {
		if frame.Structure != model.Hybrid {
			continue
		}
		eachOf(e, []string{"engineers", "it_staff", "headcount", "incumbent", "outsourcing"}, func(as model.Answers) {
			for _, a := range as {
				if !a.Real() {
					return
				}
			}
			frame.Answers = as
			list, _ := posts(e.Playbook(), frame)
			asked := practised(e, frame)
			for side, practice := range map[string]string{"building": "deputy-for-building-asked", "running": "deputy-for-running-asked"} {
				n := 0
				for _, p := range list {
					if p.Deputy != side {
						continue
					}
					n++
					if p.Under != "hybrid" || p.Contract || e.Playbook().Role(p.Role).Duty {
						t.Errorf("%v: %+v cannot be a deputy", as, p)
					}
				}
				if n > 1 || n == 0 && !slices.Contains(asked, practice) {
					t.Errorf("%v: %d deputies for %s, and the plan is %v", as, n, side, asked)
				}
			}
		})
	}
}

// A deputy has a charter that says so.
func TestDeputiesHaveTheirCharter(t *testing.T) {
	forRandomAnswers(t, 400, func(t *testing.T, e *Engine, as model.Answers, _ *rand.Rand) {
		a := e.Advise(as, 0)
		if a.Recommendation != model.Hybrid {
			return
		}
		d := e.Deliver(&a)
		for _, p := range d.Posts {
			i := slices.IndexFunc(d.Charters, func(c model.Charter) bool { return c.Role == p.Role })
			if p.Deputy != "" && i >= 0 && !slices.Equal(d.Charters[i].For, []model.Structure{model.Hybrid}) {
				t.Errorf("%v: the deputy for %s has the charter %s", as, p.Deputy, d.Charters[i].ID)
			}
		}
	})
}

// Nobody but those who build, or the leader of technology, writes the technical
// standards of a company that builds and has a CTO or one head for both.
func TestBuildersWriteTheStandards(t *testing.T) {
	forRandomAnswers(t, 400, func(t *testing.T, e *Engine, as model.Answers, _ *rand.Rand) {
		a := e.Advise(as, 0)
		if a.Recommendation == model.CIO || a.Recommendation == model.VCIO || as["engineers"].Number == 0 {
			return
		}
		m := e.Deliver(&a).Matrix
		for i, row := range m.Rows {
			if row.Activity == "architecture" && slices.Contains(m.Holding(i, model.Letter.Works), "it-director") {
				t.Errorf("%v: internal IT writes them", as)
			}
		}
	})
}

// Where duties that are kept apart may end in one person, the matrix says so: an inside
// owner is mostly the boss of a small company.
func TestOnePersonMayHoldBothDuties(t *testing.T) {
	e := loadedEngine(t)
	told := func(as model.Answers) bool {
		a := e.Advise(as, 0)
		return slices.ContainsFunc(e.Deliver(&a).Remarks, func(r model.Remark) bool { return r.Kind == model.OnePerson && r.Role == "owner" })
	}
	small := model.Answers{"technology": model.Choose("support"), "custom_software": model.Choose("none"), "headcount": model.Count(20),
		"regulation": model.Choose("moderate"), "estate": model.Choose("simple"), "seats": model.Count(0), "it_staff": model.Count(0), "engineers": model.Count(0)}
	if !told(small) {
		t.Error("the owner may be the CEO, and nobody says so")
	}
	if large := small.With("seats", model.Count(1)).With("headcount", model.Count(2500)); told(large) {
		t.Error("there is no owner to be anybody else")
	}
}

// Every matrix that is remarked on so does keep the two duties with two roles.
func TestOnePersonIsTwoRoles(t *testing.T) {
	forRandomAnswers(t, 200, func(t *testing.T, e *Engine, as model.Answers, _ *rand.Rand) {
		a := e.Advise(as, 0)
		d := e.Deliver(&a)
		seen := map[string]bool{}
		for _, r := range d.Remarks {
			if r.Kind != model.OnePerson {
				continue
			}
			if seen[r.Text] || !e.Playbook().Role(r.Role).Duty {
				t.Errorf("%v: %+v", as, r)
			}
			seen[r.Text] = true
		}
	})
}
