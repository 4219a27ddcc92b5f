package cli

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"remit/advisor"
	"remit/model"
	"remit/model/schematest"
	"remit/report"
)

// adviceLine is what a program reads from a line of a batch.
type adviceLine struct {
	Recommendation model.Structure
	Decided        bool
	Possible       []model.Structure
	Ranking        []struct {
		Structure model.Structure
		Points    int
		Excluded  bool
	}
	Reasons []struct {
		Structure model.Structure
		Points    int
		Questions []string
	}
	Flips []struct {
		To      model.Structure
		Changes []struct {
			Question string
			From, To model.Answer
		}
	}
}

// TestTheContractOfTheOutput sends many companies through a batch and reads the
// output as another program would.
func TestTheContractOfTheOutput(t *testing.T) {
	engine := advisor.Builtin()
	f := engine.Framework()
	schema := schematest.Compile(t, report.Schema("advice"))
	sheets := schematest.Compile(t, report.AnswersSchema(f))
	in := randomLines(f, 300)
	asked := bytes.Split(bytes.TrimSpace(in), []byte("\n"))
	lines, tally := batchWith(t, bytes.NewReader(in), 1)
	if tally.bad > 0 || len(lines) != len(asked) {
		t.Fatal(tally.err())
	}
	for i, line := range lines {
		follows(t, schema, []byte(line))
		var question struct{ Answers json.RawMessage }
		var got adviceLine
		for text, into := range map[string]any{string(asked[i]): &question, line: &got} {
			if err := json.Unmarshal([]byte(text), into); err != nil {
				t.Fatal(err)
			}
		}
		follows(t, sheets, question.Answers)
		as, err := parseAnswers(f, "sheet", question.Answers)
		if err != nil {
			t.Fatal(err)
		}
		got.holds(t, engine, as)
	}
}

// holds checks what the output promises beyond its shape.
func (got adviceLine) holds(t *testing.T, engine *advisor.Engine, as model.Answers) {
	t.Helper()
	if got.Ranking[0].Structure != got.Recommendation || got.Ranking[0].Excluded {
		t.Errorf("%v: the first of the ranking is not the recommendation", as)
	}
	if got.Decided != (len(got.Possible) == 1) {
		t.Errorf("%v: decided is %v with %v possible", as, got.Decided, got.Possible)
	}
	var sum [model.NumStructures]int
	for _, r := range got.Reasons {
		sum[r.Structure] += r.Points
		for _, q := range r.Questions {
			if !as[q].Real() {
				t.Errorf("%v: a reason names %q, which has no answer", as, q)
			}
		}
	}
	for _, r := range got.Ranking {
		if sum[r.Structure] != r.Points {
			t.Errorf("%v: the reasons for %s sum to %d, not %d", as, r.Structure, sum[r.Structure], r.Points)
		}
	}
	for _, flip := range got.Flips {
		changed := as
		for _, c := range flip.Changes {
			if c.From != as[c.Question] {
				t.Errorf("%v: %q was not %v", as, c.Question, c.From)
			}
			changed = changed.With(c.Question, c.To)
		}
		if err := engine.Framework().Check(changed); err != nil {
			t.Errorf("a flip leads to an illegal sheet: %v", err)
		}
		if to := engine.Advise(changed, 0).Recommendation; to != flip.To {
			t.Errorf("%v: a flip to %s leads to %s", as, flip.To, to)
		}
	}
}

func TestALineSaysTheSameAsTheAnswersAlone(t *testing.T) {
	stdout, _, _ := ran(t, "advise", "../examples/dental-group.yaml", "--format", "json", "--flips", "1")
	var alone bytes.Buffer
	if err := json.Compact(&alone, []byte(stdout)); err != nil {
		t.Fatal(err)
	}
	follows(t, schematest.Compile(t, report.Schema("advice")), alone.Bytes())
	f := advisor.Builtin().Framework()
	as, err := (&answerInput{file: "../examples/dental-group.yaml"}).read(&app{}, nil, f)
	if err != nil {
		t.Fatal(err)
	}
	sheet, err := json.Marshal(map[string]any{"id": "x", "answers": as})
	if err != nil {
		t.Fatal(err)
	}
	lines, _ := batchWith(t, bytes.NewReader(sheet), 1)
	want, _, ok := strings.Cut(alone.String(), `,"next":`)
	if got := strings.TrimSuffix(strings.Replace(lines[0], `"id":"x",`, "", 1), "}"); !ok || got != want {
		t.Errorf("the batch says\n%s\nand alone it is\n%s", got, want)
	}
}

func follows(t *testing.T, s schematest.Schema, text []byte) {
	t.Helper()
	if err := s.Check(text); err != nil {
		t.Errorf("%.200s: %v", text, err)
	}
}
