package advisor

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"remit/model"
)

// randomAnswers answers each question with the given chance in hundredths; a tenth of
// the answers are non-answers.
func randomAnswers(f *model.Framework, r *rand.Rand, hundredths int) model.Answers {
	as := model.Answers{}
	for i := range f.Questions {
		q := &f.Questions[i]
		if r.IntN(100) >= hundredths {
			continue
		}
		switch {
		case r.IntN(10) == 0:
			as[q.ID] = model.Say([]string{model.WordUnsure, model.WordNotApplicable, model.WordLater}[r.IntN(3)])
		case q.Kind == model.NumberQuestion:
			// spread over sizes, not over numbers: small companies are as likely as large
			top := 1
			for top < q.Max && r.IntN(8) > 0 {
				top *= 4
			}
			as[q.ID] = model.Count(min(q.Max, q.Min+r.IntN(top+1)))
		default:
			as[q.ID] = model.Choose(q.Options[r.IntN(len(q.Options))].ID)
		}
	}
	return as
}

func randomSheets(e *Engine, n int) []model.Answers {
	r := rand.New(rand.NewPCG(1, 2))
	list := make([]model.Answers, n)
	for i := range list {
		list[i] = randomAnswers(e.f, r, r.IntN(101))
	}
	return list
}

// BenchmarkScore is the inner loop: one full sheet, nothing allocated.
func BenchmarkScore(b *testing.B) {
	e := loadedEngine(b)
	r := rand.New(rand.NewPCG(1, 2))
	sheets := make([]sheet, 1024)
	for i := range sheets {
		sheets[i] = e.sheetOf(randomAnswers(e.f, r, 100))
	}
	b.ReportAllocs()
	sum := 0
	for i := range b.N {
		t := e.score(sheets[i%len(sheets)])
		sum += int(e.winner(&t))
	}
	if sum < 0 {
		b.Fatal("the compiler may not drop the loop")
	}
}

// The percentiles are over partial sheets of every degree of completeness.
func benchmarkPercentiles(b *testing.B, do func(e *Engine, as model.Answers)) {
	e := loadedEngine(b)
	list := randomSheets(e, 2000)
	do(e, nil)
	times := make([]time.Duration, 0, len(list))
	for b.Loop() {
		times = times[:0]
		for _, as := range list {
			start := time.Now()
			do(e, as)
			times = append(times, time.Since(start))
		}
	}
	slices.Sort(times)
	for _, p := range []int{50, 99} {
		b.ReportMetric(float64(times[len(times)*p/100].Microseconds()), fmt.Sprintf("p%d-us", p))
	}
	b.ReportMetric(float64(times[len(times)-1].Microseconds()), "max-us")
	b.ReportMetric(0, "ns/op")
}

func BenchmarkPossible(b *testing.B) {
	benchmarkPercentiles(b, func(e *Engine, as model.Answers) {
		e.possibleOf(as)
	})
}

func BenchmarkOutlook(b *testing.B) {
	benchmarkPercentiles(b, func(e *Engine, as model.Answers) { e.Outlook(as) })
}

func BenchmarkNext(b *testing.B) {
	benchmarkPercentiles(b, func(e *Engine, as model.Answers) { e.Next(as) })
}

func BenchmarkBrief(b *testing.B) {
	var a model.Advice
	for flips := range MaxFlips + 1 {
		b.Run(fmt.Sprintf("flips=%d", flips), func(b *testing.B) {
			benchmarkPercentiles(b, func(e *Engine, as model.Answers) { e.Brief(&a, as, flips) })
		})
	}
}
