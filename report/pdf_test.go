package report_test

import (
	"bytes"
	"os"
	"os/exec"
	"regexp"
	"strings"
	"testing"

	"remit/model"
	"remit/report"
)

func sheets(t testing.TB, r report.Report, cut report.Cut) (file []byte, warnings []string) {
	t.Helper()
	var b bytes.Buffer
	warnings, err := report.PDF(&b, r, cut)
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes(), warnings
}

// written is the text of a PDF as a reader would copy it.
func written(t *testing.T, file []byte) string {
	t.Helper()
	out, err := exec.Command(tool(t, "pdftotext"), "-raw", kept(t, "x.pdf", file), "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

func TestEveryTextIsInThePDF(t *testing.T) {
	for name, as := range map[string]model.Answers{"dental": dental(), "insurer": insurer(), "nobody": {}} {
		for _, cut := range report.Cuts() {
			r := whole(t, as)
			file, warnings := sheets(t, r, cut)
			if len(warnings) > 0 {
				t.Errorf("%s, %s: %v", name, cut, warnings)
			}
			got := written(t, file)
			counts := map[string]int{}
			for word := range strings.FieldsSeq(got) {
				counts[word]++
			}
			solid := strings.Join(strings.Fields(got), "")
			for _, text := range report.Texts(r, cut) {
				for word := range strings.FieldsSeq(text) {
					// An address may be broken over lines, and then over words.
					if counts[word]--; counts[word] < 0 && !strings.Contains(solid, word) {
						t.Errorf("%s, %s: %q of %q is missing", name, cut, word, text)
					}
				}
			}
		}
	}
}

func TestLettersOfManyLanguagesComeThrough(t *testing.T) {
	r := sample()
	for _, c := range []struct{ name, in, out, warning string }{
		{"accents", "Café Łódź Ærø", "Café Łódź Ærø", ""},
		{"Cyrillic and Greek", "Жук и Ωμέγα", "Жук и Ωμέγα", ""},
		{"accents that stand apart", "Cafe\u0301 A\u030angstro\u0308m", "Café Ångström", ""},
		{"spaces and hyphens of other widths", "a\u202fb\u2009c d\u2011e", "a b c d-e", ""},
		{"Chinese", "東京 Ltd", "□□ Ltd", "東 (U+6771) 2 times"},
		{"the same one twice", "中中", "□□", "中 (U+4E2D) 4 times"},
		{"right to left", "שלום Ltd", "□□□□ Ltd", "ש (U+05E9) 2 times"},
		{"emoji of several parts", "a 👩\u200d👧 b 🇩🇪 ❤\ufe0f", "a □□ b □□ □", "👩 (U+1F469) 2 times"},
		{"a mark on nothing that takes it", "x\u0302\u0302", "x□□", "U+0302"},
		{"what looks like a string of the file", `a) /JS (b \ {nb} <</S>>`, `a) /JS (b \ {nb} <</S>>`, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			r.Session = &model.Session{Client: c.in}
			file, warnings := sheets(t, r, report.Board)
			if got := even(written(t, file)); !strings.Contains(got, "Who should lead technology at "+c.out) {
				t.Errorf("it says %.90q", got)
			}
			if got := strings.Join(warnings, " "); !strings.Contains(got, c.warning) || (c.warning == "") != (got == "") {
				t.Errorf("the warnings are %q", got)
			}
		})
	}
}

// A PDF can carry code and other files. Ours carries text and addresses of the web.
func TestThePDFIsSoundAndDoesNothing(t *testing.T) {
	qpdf := tool(t, "qpdf")
	active := regexp.MustCompile(`/(JavaScript|JS|OpenAction|AA|Launch|EmbeddedFile|SubmitForm|GoToR|RichMedia)\b`)
	attacks := append(attacks(t, "https://e.example"), hostile()...)
	attacks = append(attacks, ") /AA <</S /JavaScript /JS (app.alert(1))>>", "endstream endobj", "\x00\ufffe", "%PDF-1.4", strings.Repeat("W", 5000))
	r := salted(whole(t, insurer()), inTurn(attacks, 0))
	for i := range r.Framework.Sources {
		r.Framework.Sources[i].URL = attacks[i%len(attacks)]
	}
	for name, r := range map[string]report.Report{"plain": whole(t, insurer()), "hostile": r} {
		for _, cut := range report.Cuts() {
			file, _ := sheets(t, r, cut)
			path := kept(t, "x.pdf", file)
			if out, err := exec.Command(qpdf, "--check", path).CombinedOutput(); err != nil {
				t.Errorf("%s, %s: %v\n%s", name, cut, err, out)
			}
			open, err := exec.Command(qpdf, "--qdf", "--object-streams=disable", path, "-").Output()
			if err != nil {
				t.Fatal(err)
			}
			if found := active.Find(open); found != nil {
				t.Errorf("%s, %s: there is %s", name, cut, found)
			}
			for _, line := range bytes.Split(open, []byte("\n")) {
				if _, to, ok := bytes.Cut(line, []byte("/URI (")); ok && !bytes.HasPrefix(to, []byte("http")) {
					t.Errorf("%s, %s: an address is %s", name, cut, to)
				}
			}
		}
	}
}

func TestThePDFIsTheSameEachTime(t *testing.T) {
	for _, as := range []model.Answers{dental(), insurer()} {
		for _, cut := range report.Cuts() {
			first, _ := sheets(t, whole(t, as), cut)
			again, _ := sheets(t, whole(t, as), cut)
			if !bytes.Equal(first, again) {
				t.Errorf("%s: the second file is another one", cut)
			}
			if len(first) > 1<<20 {
				t.Errorf("%s: %d bytes", cut, len(first))
			}
		}
	}
}

// The date of the file is the day of the report, or one that says nothing.
func TestThePDFTellsNoTime(t *testing.T) {
	r := whole(t, dental())
	for want, session := range map[string]*model.Session{"D:20261121000000": r.Session, "D:20000101000000": nil} {
		r.Session = session
		if file, _ := sheets(t, r, report.Board); bytes.Count(file, []byte("("+want)) != 2 {
			t.Errorf("the dates are not %s", want)
		}
	}
}

// What a reader of the outline sees: every section, in the order of the document.
func TestThePDFHasAnOutline(t *testing.T) {
	qpdf := tool(t, "qpdf")
	r := whole(t, dental())
	file, _ := sheets(t, r, report.Full)
	out, err := exec.Command(qpdf, "--json", "--json-key=outlines", kept(t, "x.pdf", file)).Output()
	if err != nil {
		t.Fatal(err)
	}
	for _, title := range []string{"The decision asked for", "Who answers for what", "The plan", "Annex F. Sources"} {
		if !strings.Contains(string(out), `"title": "`+title+`"`) {
			t.Errorf("%q is missing", title)
		}
	}
}

func TestAWriterThatFailsIsReported(t *testing.T) {
	for _, cut := range report.Cuts() {
		_, err := report.PDF(broken{}, sample(), cut)
		if err == nil || report.HTML(broken{}, sample(), cut) == nil || report.Markdown(broken{}, sample(), cut) == nil ||
			report.Text(broken{}, sample(), cut, report.TextOptions{}) == nil {
			t.Errorf("%s: a lost report went unnoticed", cut)
		}
	}
}

// LOOK=DIR go test ./report -run TestLook leaves the reports there, for people who want
// to see them.
func TestLook(t *testing.T) {
	dir := os.Getenv("LOOK")
	if dir == "" {
		return
	}
	for name, as := range map[string]model.Answers{"dental": dental(), "insurer": insurer()} {
		for _, cut := range report.Cuts() {
			file, _ := sheets(t, whole(t, as), cut)
			for end, content := range map[string][]byte{".pdf": file, ".html": page(t, whole(t, as), cut)} {
				if err := os.WriteFile(dir+"/"+name+"-"+string(cut)+end, content, 0o600); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
}

// Every letter of the languages that the fonts are for is there, in both weights.
func TestNoLetterOfEuropeIsMissing(t *testing.T) {
	for name, letters := range map[string][2]rune{"Western": {'À', 'ÿ'}, "Central": {'Ā', 'ž'}, "Greek": {'Α', 'Ρ'}, "Greek, small": {'α', 'ω'}, "Cyrillic": {'А', 'я'}} {
		var all strings.Builder
		for c := letters[0]; c <= letters[1]; c++ {
			all.WriteRune(c)
		}
		r := sample()
		r.Session = &model.Session{Client: "Ltd"}
		r.Framework.Structures[0].Verdict, r.Framework.Structures[0].First = all.String(), all.String() // bold and plain
		file, warnings := sheets(t, r, report.Board)
		if len(warnings) > 0 {
			t.Errorf("%s: %v", name, warnings)
		}
		if got := strings.Join(strings.Fields(written(t, file)), ""); strings.Count(got, all.String()) != 2 {
			t.Errorf("%s: %s\nis not twice in %s", name, all.String(), got)
		}
	}
}
