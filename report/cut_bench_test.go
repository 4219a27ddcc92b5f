package report_test

import (
	"io"
	"testing"

	"remit/report"
)

// The report of a large company, which has the most to tell.

func BenchmarkHTML(b *testing.B) {
	r := whole(b, insurer())
	for b.Loop() {
		if err := report.HTML(io.Discard, r, report.Full); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkMarkdown(b *testing.B) {
	r := whole(b, insurer())
	for b.Loop() {
		if err := report.Markdown(io.Discard, r, report.Full); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkPDF(b *testing.B) {
	r := whole(b, insurer())
	for b.Loop() {
		if _, err := report.PDF(io.Discard, r, report.Full); err != nil {
			b.Fatal(err)
		}
	}
}
