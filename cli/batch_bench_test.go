package cli

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"testing"

	"remit/advisor"
	"remit/model"
	"remit/report"
)

// randomLines are n lines of a batch as a survey of many companies would give
// them: most questions answered, some unsure, some not at all.
func randomLines(f *model.Framework, n int) []byte {
	r := rand.New(rand.NewPCG(1, 2))
	var b bytes.Buffer
	for i := range n {
		fmt.Fprintf(&b, `{"id": "c-%d", "answers": {`, i)
		sep := ""
		for _, q := range f.Questions {
			var said string
			switch x := r.IntN(100); {
			case x < 8:
				continue
			case x < 15:
				said = `"unsure"`
			case q.Kind == model.NumberQuestion:
				said = fmt.Sprint(q.Min + r.IntN(min(q.Max-q.Min, 2000)+1))
			default:
				said = fmt.Sprintf("%q", q.Options[r.IntN(len(q.Options))].ID)
			}
			fmt.Fprintf(&b, `%s%q: %s`, sep, q.ID, said)
			sep = ", "
		}
		b.WriteString("}}\n")
	}
	return b.Bytes()
}

// BenchmarkBatch tells what one line of a batch costs as a whole and in its
// parts, on one core but for "all".
func BenchmarkBatch(b *testing.B) {
	engine := advisor.Builtin()
	enc := report.NewEncoder(engine.Framework())
	const n = 1000
	text := randomLines(engine.Framework(), n)
	lines := bytes.Split(bytes.TrimSpace(text), []byte("\n"))
	p := newLineParser(engine.Framework())

	b.Run("parse", func(b *testing.B) {
		b.ReportAllocs()
		for i := range b.N {
			if what := p.parse(lines[i%n]); what != "" {
				b.Fatal(what)
			}
		}
	})
	for flips := range 2 {
		b.Run(fmt.Sprintf("brief/flips=%d", flips), func(b *testing.B) {
			var sheets [n]model.Answers
			for i := range sheets {
				p.parse(lines[i])
				sheets[i] = p.answers.Clone()
			}
			var advice model.Advice
			b.ReportAllocs()
			b.ResetTimer()
			for i := range b.N {
				engine.Brief(&advice, sheets[i%n], flips)
			}
		})
	}
	b.Run("encode", func(b *testing.B) {
		var advice [n]model.Advice
		for i := range advice {
			p.parse(lines[i])
			engine.Brief(&advice[i], p.answers, 1)
		}
		var out []byte
		written := 0
		b.ReportAllocs()
		b.ResetTimer()
		for i := range b.N {
			out = enc.AppendLineTail(report.AppendLineHead(out[:0], []byte(`"c-1"`)), &advice[i%n])
			written += len(out)
		}
		b.ReportMetric(float64(written)/float64(b.N), "B/line")
	})
	b.Run("all", func(b *testing.B) {
		job := &batchJob{engine: engine, enc: enc, flips: 1}
		read, written := 0, 0
		for range b.N {
			read += len(text)
			err := job.run(context.Background(), bufio.NewReaderSize(bytes.NewReader(text), 64<<10), func(c *chunk) error {
				written += len(c.out)
				return nil
			})
			if err != nil {
				b.Fatal(err)
			}
		}
		done := float64(b.N) * n
		b.ReportMetric(float64(b.Elapsed().Nanoseconds())/done, "ns/line")
		b.ReportMetric(float64(read)/done, "Bin/line")
		b.ReportMetric(float64(written)/done, "Bout/line")
	})
}
