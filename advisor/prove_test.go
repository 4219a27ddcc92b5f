package advisor

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"remit/model"
)

// The proof says just what trying every sheet of a small framework says: a claim is
// broken if some company breaks it, and the sheet that is given does.
func TestProofAgreesWithTrying(t *testing.T) {
	r := rand.New(rand.NewPCG(20, 26))
	sound, faulty, elsewhere := 0, 0, 0
	rounds := 300
	if testing.Short() {
		rounds = 30
	}
	for range rounds {
		e := randomBooked(t, r)
		proof, err := e.VerifyPlaybook(t.Context(), nil)
		if err != nil || len(proof.Unproven) > 0 {
			t.Fatal(err, proof.Unproven)
		}
		found, read := map[string]bool{}, map[string]bool{}
		for as := range wholeSheets(e.f) {
			for _, name := range wrongOn(e, as) {
				found[name] = true
			}
			for _, c := range chartersOn(e, as) {
				read[c.ID] = read[c.ID] || len(c.Duties) > 0
			}
		}
		for _, c := range e.Playbook().Charters {
			if len(c.Duties) > 0 && !everywhere(c.Duties[0].Beside) && !read[c.ID] {
				found[fmt.Sprintf("charter %q has no line that nobody reads", c.ID)] = true
			}
		}
		told := map[string]bool{}
		for _, b := range proof.Broken {
			told[b.Claim] = true
			if b.Text == "" || b.Situation.Answers != nil && !slices.Contains(wrongOn(e, b.Situation.Answers), b.Claim) {
				t.Errorf("%s: %q is not so on %v", b.Claim, b.Text, b.Situation.Answers)
			}
		}
		if !maps.Equal(found, told) {
			t.Fatalf("trying finds %v, the proof %v", found, told)
		}
		switch {
		case len(found) > 0:
			faulty++
		case conceivable(e):
			elsewhere++
		default:
			sound++
		}
	}
	t.Logf("%d sound, %d faulty, %d only where no company is", sound, faulty, elsewhere)
	if !testing.Short() && (sound < 10 || faulty < 10 || elsewhere < 5) {
		t.Error("the playbooks tried are all alike")
	}
}

// A claim that takes too much work is neither proven nor broken, and those after it
// are settled nevertheless.
func TestAProofThatGivesUpSaysSo(t *testing.T) {
	p := loadedEngine(t).newProver(t.Context())
	claims := slices.Concat(p.rows(), p.separations())
	p.most = 1000
	for _, c := range claims {
		p.prove(c)
	}
	open := len(p.proof.Unproven)
	if p.err != nil || len(p.proof.Broken) > 0 || open == 0 || open == len(claims) || p.proof.Holds() {
		t.Errorf("%d of %d claims are left open, broken %v, %v", open, len(claims), p.proof.Broken, p.err)
	}
}

func TestAProofEndsWhenToldTo(t *testing.T) {
	ctx, stop := context.WithCancelCause(t.Context())
	why := errors.New("enough")
	stop(why)
	if _, err := loadedEngine(t).VerifyPlaybook(ctx, nil); !errors.Is(err, why) {
		t.Errorf("got %v", err)
	}
}

// BenchmarkVerifyPlaybook is what remit verify takes for the playbook.
func BenchmarkVerifyPlaybook(b *testing.B) {
	e := loadedEngine(b)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := e.VerifyPlaybook(b.Context(), nil); err != nil {
			b.Fatal(err)
		}
	}
}

// randomBooked is a small framework with rules, tables and a playbook.
func randomBooked(t *testing.T, r *rand.Rand) *Engine {
	t.Helper()
	f := smallFramework(r)
	f.Questions = f.Questions[:3]
	f.Rules = slices.DeleteFunc(f.Rules, func(x model.Rule) bool {
		return slices.ContainsFunc(x.When, func(c model.Condition) bool { return f.Question(c.Question) == nil })
	})
	for _, table := range []*model.Table{&f.Engagement, &f.Reporting} {
		for i, n := range []string{"a", "b", "a"}[r.IntN(3):] {
			row := model.Row{ID: fmt.Sprint("row", i), Then: n}
			if r.IntN(2) == 0 {
				row.For = []model.Structure{model.Structure(r.IntN(model.NumStructures))}
			}
			if r.IntN(3) > 0 {
				row.When = []model.Condition{randomCondition(r, &f.Questions[r.IntN(3)])}
			}
			table.Rows = append(table.Rows, row)
		}
	}
	f.Playbook = randomPlaybook(r, f)
	e, err := New(f)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// wholeSheets gives every sheet of a framework, n/a and no answer included.
func wholeSheets(f *model.Framework) iter.Seq[model.Answers] {
	return func(yield func(model.Answers) bool) {
		var fill func(left []model.Question, as model.Answers) bool
		fill = func(left []model.Question, as model.Answers) bool {
			if len(left) == 0 {
				return yield(as)
			}
			for _, a := range append(legal(&left[0]), model.Answer{Kind: model.NotApplicable}) {
				if !fill(left[1:], as.With(left[0].ID, a)) {
					return false
				}
			}
			return fill(left[1:], as)
		}
		fill(f.Questions, model.Answers{})
	}
}

// wrongOn names the claims that a sheet breaks, by what is delivered for it.
func wrongOn(e *Engine, as model.Answers) []string {
	var a model.Advice
	e.Brief(&a, as, 0)
	return wrongIn(e, a.Situation())
}

// chartersOn are the charters that a company with these answers reads.
func chartersOn(e *Engine, as model.Answers) []model.Charter {
	var a model.Advice
	e.Brief(&a, as, 0)
	return deliver(e.Playbook(), a.Situation()).Charters
}

func wrongIn(e *Engine, s model.Situation) (wrong []string) {
	d := deliver(e.Playbook(), e.known(s))
	for _, b := range breaches(e.Playbook(), &d.Matrix, s) {
		switch b.Law {
		case SomebodyWorks: // follows from the other
		case OneAnswers, OutsideAnswers:
			wrong = append(wrong, fmt.Sprintf("somebody inside answers for %q", b.Activity))
		default:
			wrong = append(wrong, "kept apart: "+b.Law)
		}
	}
	if !isTree(d.Posts) {
		wrong = append(wrong, "the chart is one tree")
	}
	for _, post := range d.Posts {
		if chartered(e.Playbook().Role(post.Role)) && !slices.ContainsFunc(d.Charters, func(c model.Charter) bool { return c.Role == post.Role }) {
			wrong = append(wrong, post.Role+" has a charter")
		}
		r := e.Playbook().Role(post.Role)
		if r.Level != model.Executive && !holdsWork(&d.Matrix, post.Role) {
			wrong = append(wrong, r.Short+" has something to do")
		}
	}
	for i := range d.Charters {
		c := &d.Charters[i]
		if whole := charter(e.Playbook(), c.ID); len(c.Duties) == 0 && len(whole.Duties) > 0 {
			wrong = append(wrong, fmt.Sprintf("charter %q says something of everything that it must", c.ID))
		}
		for _, x := range lines(c) {
			_, role, names := strings.Cut(x.Text, "ask the ")
			if named := e.Playbook().Role(role); names && role != c.Role && charted(*named) && posted(&d, role) == nil {
				wrong = append(wrong, fmt.Sprintf("charter %q names nobody who is not there", c.ID))
			}
		}
	}
	coming := model.Arriving(d.Posts, s.Engagement)
	for _, p := range d.Practices {
		late := func(x model.Post) bool { return slices.Contains(e.Playbook().Doing(p.By), e.Playbook().Role(x.Role)) }
		seats := e.Playbook().Doing(p.By)
		nobody := len(seats) > 0 && !slices.ContainsFunc(seats, func(r *model.Role) bool { return posted(&d, r.ID) != nil })
		if nobody || p.Clock == model.FromDecision && slices.ContainsFunc(coming, late) {
			wrong = append(wrong, fmt.Sprintf("in time: practice %q", p.ID))
		}
	}
	return wrong
}

// holdsWork reports whether a role has an A or an R somewhere.
func holdsWork(m *model.Matrix, role string) bool {
	for i := range m.Rows {
		if m.Accountable(i) == role || slices.Contains(m.Holding(i, model.Letter.Works), role) {
			return true
		}
	}
	return false
}

// conceivable reports whether something is wrong where an advice went with answers
// that do not lead to it.
func conceivable(e *Engine) bool {
	for _, s := range e.settings() {
		for s.Answers = range wholeSheets(e.f) {
			if len(wrongIn(e, s)) > 0 {
				return true
			}
		}
	}
	return false
}

// isTree reports whether following the lines upwards leads everybody to one root.
func isTree(list []model.Post) bool {
	under, roots := map[string]string{}, 0
	for _, post := range list {
		under[post.Role] = post.Under
		if post.Under == "" {
			roots++
		}
	}
	for _, post := range list {
		at := post.Role
		for range list {
			if at = under[at]; at == "" {
				break
			}
		}
		if at != "" {
			return false
		}
	}
	return roots == 1
}

func randomPlaybook(r *rand.Rand, f *model.Framework) model.Playbook {
	fit := func() (x model.Fit) {
		if r.IntN(3) == 0 {
			x.For = []model.Structure{model.Structure(r.IntN(model.NumStructures))}
		}
		if r.IntN(2) == 0 {
			x.When = []model.Condition{randomCondition(r, &f.Questions[r.IntN(len(f.Questions))])}
		}
		return x
	}
	var p model.Playbook
	n := 3 + r.IntN(4)
	id := func(i int) string { return fmt.Sprintf("role%d", i) }
	for i := range n {
		role := model.Role{ID: id(i), Short: id(i), Level: model.Executive, Leads: r.IntN(3) == 0, Seat: r.IntN(4) == 0}
		if r.IntN(8) == 0 {
			role.Level = model.Specialist // must have work
		}
		if i > 0 && r.IntN(4) == 0 {
			role.Level = model.Outside
		}
		role.Present = []model.Presence{{}}
		if i > 0 {
			role.Present = []model.Presence{{Fit: fit()}}
			for range r.IntN(2) {
				up := r.IntN(i)
				if r.IntN(12) == 0 {
					up = r.IntN(n)
				}
				role.Under = append(role.Under, model.Line{Fit: fit(), Role: id(up)})
			}
			if r.IntN(15) > 0 {
				role.Under = append(role.Under, model.Line{Role: id(0)})
			}
			role.StandIns = []string{id(r.IntN(n))}
			if r.IntN(15) > 0 {
				role.StandIns = append(role.StandIns, id(0))
			}
		}
		p.Roles = append(p.Roles, role)
		if chartered(&role) && r.IntN(8) > 0 {
			p.Charters = append(p.Charters, model.Charter{ID: "of " + id(i), Role: role.ID})
		}
	}
	p.Charters = append(p.Charters, model.Charter{ID: "last", Role: id(0)})
	for i := range p.Charters {
		if r.IntN(2) == 0 {
			asked, beside := id(r.IntN(n)), model.Beside{}
			switch r.IntN(4) {
			case 0:
				beside.With = []string{id(r.IntN(n))}
			case 1:
				beside.Without = []string{id(r.IntN(n))}
			case 2:
				beside.With = []string{asked}
			}
			p.Charters[i].Duties = []model.Clause{{Text: "ask the " + asked, Beside: beside}}
			p.Charters[i].First = []model.Stage{{Do: "ask a " + id(r.IntN(n))}} // of any: it names nobody
		}
	}
	part := func() model.Part { return model.Part{Fit: fit(), Role: id(r.IntN(n))} }
	for i := range 1 + r.IntN(3) {
		a := model.Activity{ID: fmt.Sprintf("a%d", i), Title: fmt.Sprintf("a%d", i), Responsible: []model.Part{part(), part()}, Consulted: []model.Part{part()}}
		a.Accountable = []model.Assignment{{Fit: fit(), Role: id(r.IntN(n))}, {Role: id(r.IntN(n))}}
		if r.IntN(3) == 0 {
			a.Needed = []model.Fit{fit()}
		}
		p.Activities = append(p.Activities, a)
	}
	if len(p.Activities) > 1 && r.IntN(2) == 0 {
		x := model.Separation{ID: "apart", Title: "apart",
			One: model.Duty{Activity: "a0", Letter: model.LetterA}, Others: []model.Duty{{Activity: "a1", Letter: model.LetterR}, {Role: id(r.IntN(n))}}}
		if r.IntN(2) == 0 {
			x.When = fit().When
		}
		p.Separations = []model.Separation{x}
	}
	for i := range r.IntN(3) {
		by := []model.Doer{model.Inside, model.Leader, model.Doer(id(r.IntN(n)))}[r.IntN(3)]
		p.Practices = append(p.Practices, model.Practice{Fit: fit(), ID: fmt.Sprint("p", i), By: by, Clock: []model.Clock{model.FromDecision, model.FromStart}[r.IntN(2)]})
		if r.IntN(2) == 0 {
			p.Practices[i].Charter = "of " + id(r.IntN(n)) // if there is one, it is read before anybody has the post
		}
	}
	return p
}

// A matrix that people edit keeps its laws or says which one breaks; what is taken
// back leaves no trace.
func TestEdits(t *testing.T) {
	p := model.Playbook{
		Roles: []model.Role{{ID: "ceo", Short: "CEO", Level: model.Executive}, {ID: "cio", Short: "CIO", Level: model.Executive}, {ID: "msp", Short: "MSP", Level: model.Outside}},
	}
	m := model.Matrix{Columns: []string{"ceo", "cio", "msp"}, Rows: []model.MatrixRow{{Activity: "a",
		Cells: []model.Cell{{Letter: model.LetterC}, {Letter: model.LetterAR}, {Letter: model.LetterR}}}}}
	letters := func(m model.Matrix) (list []model.Letter) {
		for _, c := range m.Rows[0].Cells {
			list = append(list, c.Letter)
		}
		return list
	}
	for _, c := range []struct {
		name  string
		edits []model.CellEdit
		want  []model.Letter
		law   string
	}{
		{"nothing", nil, []model.Letter{"C", "A/R", "R"}, ""},
		{"A moves, who had it keeps the work", []model.CellEdit{{Activity: "a", Role: "ceo", Letter: "A"}}, []model.Letter{"A", "R", "R"}, ""},
		{"A to the provider", []model.CellEdit{{Activity: "a", Role: "msp", Letter: "A/R"}}, []model.Letter{"C", "R", "A/R"}, OutsideAnswers},
		{"A taken away", []model.CellEdit{{Activity: "a", Role: "cio", Letter: "R"}}, []model.Letter{"C", "R", "R"}, OneAnswers},
		{"nobody works", []model.CellEdit{{Activity: "a", Role: "cio", Letter: "A"}, {Activity: "a", Role: "msp", Letter: ""}}, []model.Letter{"C", "A", ""}, SomebodyWorks},
		{"there and back", []model.CellEdit{{Activity: "a", Role: "ceo", Letter: "I"}, {Activity: "a", Role: "ceo", Letter: "C"}}, []model.Letter{"C", "A/R", "R"}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			before := letters(m)
			revised, idle := Revise(m, c.edits)
			if got := letters(revised); !slices.Equal(got, c.want) || len(idle) > 0 {
				t.Errorf("got %q, want %q; without a place: %v", got, c.want, idle)
			}
			for i, cell := range revised.Rows[0].Cells {
				if cell.Edited != (cell.Letter != m.Rows[0].Cells[i].Letter) {
					t.Errorf("cell %d: edited is %v", i, cell.Edited)
				}
			}
			broken := breaches(&p, &revised, model.Situation{})
			if c.law == "" && len(broken) > 0 || c.law != "" && (len(broken) != 1 || broken[0].Law != c.law) {
				t.Errorf("broken: %+v, want %q", broken, c.law)
			}
			if !slices.Equal(letters(m), before) {
				t.Error("the derived matrix was changed")
			}
		})
	}
	if _, idle := Revise(m, []model.CellEdit{{Activity: "gone", Role: "ceo", Letter: "A"}}); len(idle) != 1 {
		t.Error("an edit without a place is not told")
	}
}
