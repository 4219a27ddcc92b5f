package advisor

import (
	"context"
	"fmt"
	"math/rand/v2"
	"testing"

	"remit/model"
)

// BenchmarkVerify proves the built-in framework: every sheet counted, every claim
// decided.
func BenchmarkVerify(b *testing.B) {
	e := loadedEngine(b)
	for b.Loop() {
		if _, err := e.Verify(context.Background(), nil); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkCount(b *testing.B) {
	b.Run("built-in", func(b *testing.B) { benchmarkCount(b, loadedEngine(b)) })
	for _, questions := range []int{24, 32} {
		b.Run(fmt.Sprintf("grown/questions=%d", questions), func(b *testing.B) {
			e, err := New(grown(b, questions))
			if err != nil {
				b.Fatal(err)
			}
			benchmarkCount(b, e)
		})
	}
}

func benchmarkCount(b *testing.B, e *Engine) {
	b.ReportAllocs()
	var counts Counts
	for b.Loop() {
		var err error
		if counts, err = e.Count(context.Background(), nil); err != nil {
			b.Fatal(err)
		}
	}
	sheets, _ := counts.Total().Big().Float64()
	b.ReportMetric(sheets, "sheets")
}

// grown is the built-in framework with more questions, as an author would add them:
// three options, a rule on two of them, and one that joins the new question to what
// technology is to the company.
func grown(b *testing.B, questions int) *model.Framework {
	f, err := Load(BuiltinFS())
	if err != nil {
		b.Fatal(err)
	}
	r := rand.New(rand.NewPCG(29, 31))
	for q := len(f.Questions); q < questions; q++ {
		id := fmt.Sprintf("q%d", q)
		question := model.Question{ID: id, Kind: model.ChoiceQuestion}
		for _, o := range []string{"a", "b", "c"} {
			question.Options = append(question.Options, model.OptionInfo{ID: o})
		}
		f.Questions = append(f.Questions, question)
		add := func(when ...model.Condition) {
			rule := model.Rule{ID: fmt.Sprintf("%s-%d", id, len(f.Rules)), Effect: model.Scores, When: when}
			rule.Points[r.IntN(model.NumStructures)] = 1 + r.IntN(2)
			rule.Points[r.IntN(model.NumStructures)] = -1
			f.Rules = append(f.Rules, rule)
		}
		is := func(question, option string) model.Condition {
			return model.Condition{Question: question, In: []string{option}}
		}
		add(is(id, "a"))
		add(is(id, "b"))
		add(is(id, "c"), is("technology", []string{"product", "part", "support"}[r.IntN(3)]))
	}
	return f
}
