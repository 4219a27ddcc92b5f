package store_test

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"remit/model"
)

// BenchmarkAppend saves one answer in a session of forty. The floor is what any
// program pays that keeps one page: overwrite 4 KiB and sync, in the same run on
// the same disk.
func BenchmarkAppend(b *testing.B) {
	path := filled(b, 1000)
	s := open(b, path)
	floor, err := os.Create(filepath.Join(b.TempDir(), "floor"))
	if err != nil {
		b.Fatal(err)
	}
	defer floor.Close()
	page := make([]byte, 4096)
	var ours, theirs time.Duration
	for n := 0; b.Loop(); n++ {
		began := time.Now()
		if _, err := s.Append(b.Context(), firstID, answerNumber(uint64(n))); err != nil {
			b.Fatal(err)
		}
		middle := time.Now()
		if _, err := floor.WriteAt(page, 0); err != nil {
			b.Fatal(err)
		}
		if err := floor.Sync(); err != nil {
			b.Fatal(err)
		}
		ours, theirs = ours+middle.Sub(began), theirs+time.Since(middle)
	}
	b.ReportMetric(float64(ours.Nanoseconds())/float64(b.N), "ns/append")
	b.ReportMetric(float64(theirs.Nanoseconds())/float64(b.N), "ns/floor")
	b.ReportMetric(float64(ours)/float64(theirs), "times-floor")
}

func BenchmarkTenThousandSessions(b *testing.B) {
	began := time.Now()
	path := filled(b, 10000)
	b.Logf("10,000 sessions imported in %v", time.Since(began).Round(time.Millisecond))
	if info, err := os.Stat(path); err == nil {
		b.Logf("%d MB", info.Size()>>20)
	}
	s := open(b, path)
	b.Run("open and get", func(b *testing.B) {
		for b.Loop() {
			if _, err := s.Get(b.Context(), firstID); err != nil {
				b.Fatal(err)
			}
		}
	})
	for name, q := range map[string]model.Query{
		"list 50":                 {},
		"search for the oldest":   {Text: "company 00000"},
		"list what is not there":  {Show: model.ShowArchived},
		"list 50 from the middle": {After: "3yo"},
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if _, err := s.List(b.Context(), q); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	b.Run("find by name", func(b *testing.B) {
		for b.Loop() {
			if _, err := s.Find(b.Context(), "COMPANY 04711"); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("check", func(b *testing.B) {
		for b.Loop() {
			if err := s.Check(b.Context()); err != nil {
				b.Fatal(err)
			}
		}
	})
}
