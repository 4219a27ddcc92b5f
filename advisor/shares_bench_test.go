package advisor

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"remit/model"
)

// BenchmarkShares counts the completions after each answer of an interview. The
// companies are the published cases, as far as their sources tell, and companies that
// know everything about themselves; the questions come in the order of the full
// interview, and in that of the quick check. Only real answers are counted as given.
func BenchmarkShares(b *testing.B) {
	e := loadedEngine(b)
	guided := func(as model.Answers) string {
		for _, q := range e.f.Questions {
			if as[q.ID].Kind == model.Unanswered {
				return q.ID
			}
		}
		return ""
	}
	quick := func(as model.Answers) string { return e.Next(as).Question }
	for _, companies := range []struct {
		name  string
		facts []model.Answers
	}{{"cases", caseFacts(e)}, {"random", knowing(e, 60)}} {
		for _, way := range []struct {
			name string
			next func(model.Answers) string
		}{{"interview", guided}, {"quick", quick}} {
			stages := stagesOf(companies.facts, way.next)
			for given := range stages {
				if len(stages[given]) < 10 {
					continue
				}
				b.Run(fmt.Sprintf("%s/%s/answers=%d", companies.name, way.name, given), func(b *testing.B) {
					benchmarkShares(b, e, stages[given])
				})
			}
		}
	}
}

func benchmarkShares(b *testing.B, e *Engine, list []model.Answers) {
	times := make([]time.Duration, 0, len(list))
	for b.Loop() {
		times = times[:0]
		for _, as := range list {
			start := time.Now()
			if _, err := e.Shares(context.Background(), as); err != nil {
				b.Fatal(err)
			}
			times = append(times, time.Since(start))
		}
	}
	slices.Sort(times)
	for _, p := range []int{50, 99} {
		b.ReportMetric(float64(times[len(times)*p/100].Microseconds())/1000, fmt.Sprintf("p%d-ms", p))
	}
	b.ReportMetric(float64(times[len(times)-1].Microseconds())/1000, "max-ms")
	b.ReportMetric(0, "ns/op")
}

// stagesOf plays interviews and gives, by the number of real answers, what was known.
func stagesOf(companies []model.Answers, next func(model.Answers) string) [][]model.Answers {
	var stages [][]model.Answers
	for _, facts := range companies {
		as, given := model.Answers{}, 0
		for q := next(as); q != ""; q = next(as) {
			a, known := facts[q]
			if !known {
				a = model.Say(model.WordUnsure)
			}
			if as[q] = a; !a.Real() {
				continue
			}
			for given++; len(stages) <= given; {
				stages = append(stages, nil)
			}
			stages[given] = append(stages[given], as.Clone())
		}
	}
	return stages
}

func caseFacts(e *Engine) (facts []model.Answers) {
	for _, c := range e.Annex().Cases {
		facts = append(facts, c.Facts)
	}
	return facts
}

// knowing makes companies that can answer everything.
func knowing(e *Engine, n int) []model.Answers {
	r := rand.New(rand.NewPCG(8, 9))
	list := make([]model.Answers, n)
	for i := range list {
		list[i] = model.Answers{}
		for k := range e.domains {
			d := &e.domains[k]
			list[i][d.id] = d.answer[r.IntN(len(d.answer))]
		}
	}
	return list
}
