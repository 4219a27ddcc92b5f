package cli

import (
	"bufio"
	"context"
	"io"
	"slices"
	"strings"
	"testing"

	"remit/advisor"
	"remit/model"
	"remit/store"
)

// overtaken is a store in which somebody else is quicker, once: between the reading of
// a session and the writing of what was judged by that reading.
type overtaken struct {
	model.Sessions
	other *model.Event
}

func (o *overtaken) AppendAt(ctx context.Context, id string, seq uint64, events ...model.Event) (model.Session, error) {
	if other := o.other; other != nil {
		o.other = nil
		if _, err := o.Append(ctx, id, *other); err != nil {
			return model.Session{}, err
		}
	}
	return o.Sessions.AppendAt(ctx, id, seq, events...)
}

// Two do the work of a row. Of those who take it from one each, at the same moment, the
// second is refused: nobody would be left to do it. Who changes another row is not
// disturbed.
func TestAChangeOfTheMatrixIsJudgedOnTheSessionAsItIs(t *testing.T) {
	engine := advisor.Builtin()
	answers := model.Answers{"headcount": model.Count(90), "technology": model.Choose("product"), "custom_software": model.Choose("heavy"),
		"engineers": model.Count(40), "seats": model.Count(1)}
	advice := engine.Advise(answers, 0)
	matrix := engine.Deliver(&advice).Matrix
	row, first, second := oneAtWork(t, &matrix)
	elsewhere := matrix.Rows[(row+1)%len(matrix.Rows)].Activity
	asked := func(activity, role string) model.Event {
		return model.CellEdit{Activity: activity, Role: role, Letter: model.LetterC}.Event()
	}
	for name, test := range map[string]struct {
		other   model.Event
		refused bool
		now     model.Letter // of the role that is changed second
	}{
		"the other works in the same row": {asked(matrix.Rows[row].Activity, first), true, model.LetterR},
		"the other has changed its mind":  {model.Event{Kind: model.EventEdited, Activity: elsewhere, Role: first}, false, model.LetterC},
	} {
		t.Run(name, func(t *testing.T) {
			env, _, said := world(t, "")
			keep := &overtaken{store.NewMemory(env.Now), &test.other}
			events := []model.Event{model.CellEdit{Activity: matrix.Rows[row].Activity, Role: second, Letter: model.LetterR}.Event()}
			for q, answer := range answers {
				events = append(events, model.Event{Kind: model.EventAnswered, Question: q, Answer: &answer})
			}
			ref := engine.Framework().Ref
			s, err := keep.Create(t.Context(), model.Event{Kind: model.EventCreated, Name: "Acme", SessionKind: model.Interview, Framework: &ref}, events...)
			if err != nil {
				t.Fatal(err)
			}
			a := &app{env: env, in: bufio.NewReader(strings.NewReader("")), out: &writer{to: io.Discard}, err: &writer{to: said}, keeperMade: keep}
			root := newRoot(a)
			root.SetArgs([]string{"raci", "Acme", "--set", matrix.Rows[row].Activity + "." + second + "=C"})
			if err := root.ExecuteContext(t.Context()); test.refused != (model.KindOf(err) == model.KindLaw) || !test.refused && err != nil {
				t.Errorf("refused %t: %v; said %s", test.refused, err, said)
			}
			now, err := keep.Get(t.Context(), s.ID)
			if want := (model.CellEdit{Activity: matrix.Rows[row].Activity, Role: second, Letter: test.now}); err != nil || !slices.Contains(now.Edits, want) {
				t.Errorf("edits %v, %v; want %v among them", now.Edits, err, want)
			}
		})
	}
}

// What is taken back and was never chosen is told, whatever else is changed with it.
func TestTakingBackALetterThatNobodyChoseIsTold(t *testing.T) {
	for args, told := range map[string]bool{
		"--unset product-technology.cfo":                                true,
		"--unset product-technology.cfo --try":                          true,
		"--unset product-technology.cfo --set product-technology.ceo=I": true,
		"--unset product-technology.ceo --set product-technology.cfo=I": false,
	} {
		_, stderr, code := ran(t, append([]string{"raci", "Acme", "--store", savedAcme(t)}, strings.Fields(args)...)...)
		if code != 0 || strings.Contains(stderr, "nothing to take back at product-technology.cfo") != told {
			t.Errorf("%s: exit code %d, %s", args, code, stderr)
		}
	}
}

// oneAtWork finds a row in which one role does the work and another one answers for it;
// idle is a third.
func oneAtWork(t *testing.T, m *model.Matrix) (row int, works, idle string) {
	t.Helper()
	for i, r := range m.Rows {
		works, idle = "", ""
		n := 0
		for c, cell := range r.Cells {
			switch {
			case cell.Letter.Works():
				works = m.Columns[c]
				n++
			case !cell.Letter.Answers():
				idle = m.Columns[c]
			}
		}
		if n == 1 && works != m.Accountable(i) && idle != "" {
			return i, works, idle
		}
	}
	t.Fatal("no row has one at work")
	return 0, "", ""
}
