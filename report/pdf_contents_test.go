package report_test

import (
	"encoding/json"
	"fmt"
	"os/exec"
	"regexp"
	"slices"
	"strings"
	"testing"

	"remit/model"
	"remit/report"
)

// leaves gives the text of each page of a PDF, as lines that are laid out as on paper.
func leaves(t *testing.T, file []byte) [][]string {
	t.Helper()
	out, err := exec.Command(tool(t, "pdftotext"), "-layout", kept(t, "x.pdf", file), "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	var pages [][]string
	for page := range strings.SplitSeq(strings.TrimSuffix(string(out), "\f"), "\f") {
		var lines []string
		for line := range strings.Lines(page) {
			if strings.TrimSpace(line) != "" {
				lines = append(lines, line)
			}
		}
		pages = append(pages, lines)
	}
	return pages
}

// companies are as different from each other as reports have to bear.
func companies() map[string]model.Answers {
	return map[string]model.Answers{"bank": bank(), "insurer": insurer(), "dental": dental(), "bakery": bakery()}
}

func TestTheContentsOfAPDFLeadWhereTheySay(t *testing.T) {
	qpdf := tool(t, "qpdf")
	entry := regexp.MustCompile(`(?m)(\S.*?) +(\d+)(?: {3,}|$)`)
	for name, as := range companies() {
		file, _ := sheets(t, whole(t, as), report.Full)
		pages := leaves(t, file)
		first := strings.Join(slices.Concat(pages[0][:len(pages[0])-1], pages[1]), "") // without the foot of the page
		_, list, ok := strings.Cut(first, "Contents\n")
		list, _, closed := strings.Cut(list, "Three main reasons\n")
		if !ok || !closed {
			t.Fatalf("%s: no contents in\n%s", name, first)
		}
		found := entry.FindAllStringSubmatch(list, -1)
		if len(found) < 15 {
			t.Errorf("%s: only %d entries in\n%s", name, len(found), list)
		}
		for _, e := range found {
			var page int
			if _, err := fmt.Sscan(e[2], &page); err != nil || page < 1 || page > len(pages) {
				t.Errorf("%s: %q is on page %s of %d", name, e[1], e[2], len(pages))
				continue
			}
			letter, _, _ := strings.Cut(e[1], ". ") // of an annex; each section says it
			if !strings.Contains(even(strings.Join(pages[page-1], " ")), letter) {
				t.Errorf("%s: %q is not on page %d", name, e[1], page)
			}
		}
		out, err := exec.Command(qpdf, "--json", "--json-key=qpdf", kept(t, "x.pdf", file)).Output()
		if err != nil || !json.Valid(out) {
			t.Fatal(err)
		}
		if n := strings.Count(string(out), `"/Dest"`); n < len(found) {
			t.Errorf("%s: %d of %d entries lead to a place", name, n, len(found))
		}
	}
}

func TestEachPageOfAPDFSaysWhichOfHowMany(t *testing.T) {
	for _, cut := range report.Cuts() {
		file, _ := sheets(t, whole(t, bank()), cut)
		pages := leaves(t, file)
		for i, lines := range pages {
			if want := fmt.Sprintf("%d of %d", i+1, len(pages)); !strings.HasSuffix(strings.TrimSpace(lines[len(lines)-1]), want) {
				t.Errorf("%s: page %d ends with %q, want %q", cut, i+1, lines[len(lines)-1], want)
			}
		}
	}
}

// A heading at the foot of a page announces nothing.
func TestNoHeadingOfAPDFStandsAlone(t *testing.T) {
	for name, as := range companies() {
		r := whole(t, as)
		heads := map[string]bool{"Which structure where": true}
		for _, e := range tags(parsed(t, page(t, r, report.Full))) {
			if e.Data == "h2" || e.Data == "h3" {
				heads[words(e)] = true
			}
		}
		file, _ := sheets(t, r, report.Full)
		for i, lines := range leaves(t, file) {
			if len(lines) < 2 {
				continue
			}
			if last := even(lines[len(lines)-2]); heads[last] {
				t.Errorf("%s: page %d ends with the heading %q", name, i+1, last)
			}
		}
	}
}
