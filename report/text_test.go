package report_test

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"

	"remit/model"
	"remit/report"
)

func text(t *testing.T, r report.Report, o report.TextOptions) string {
	t.Helper()
	var b bytes.Buffer
	if err := report.Text(&b, r, report.Full, o); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func markdown(t *testing.T, r report.Report) string {
	t.Helper()
	var b bytes.Buffer
	if err := report.Markdown(&b, r, report.Full); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestTextAndMarkdownReadAsTheyShould(t *testing.T) {
	r := sample()
	golden(t, "small.txt", []byte(text(t, r, report.TextOptions{})))
	r.Session = &model.Session{Name: "First talk", Client: "Müller & Söhne", Updated: time.Date(2026, 11, 21, 9, 30, 0, 0, time.UTC)}
	golden(t, "small.md", []byte(markdown(t, r)))
	golden(t, "brief.txt", []byte(brief(t, r)))
}

func TestTheVerdictComesFirst(t *testing.T) {
	got := text(t, sample(), report.TextOptions{})
	lines := strings.Split(got, "\n")
	if lines[2] != "Hire someone to lead the product's technology." {
		t.Errorf("the third line is %q", lines[2])
	}
}

func TestTextHasNoEscapeCodesUnlessAskedFor(t *testing.T) {
	if got := text(t, sample(), report.TextOptions{}); strings.Contains(got, "\x1b") {
		t.Error("there is an escape code in plain text")
	}
	colored := text(t, sample(), report.TextOptions{Color: true})
	if !strings.Contains(colored, "\x1b[1m") {
		t.Error("nothing is bold")
	}
	if ansi.Strip(colored) != text(t, sample(), report.TextOptions{}) {
		t.Error("colour changes more than colour")
	}
}

func TestNoLineIsWiderThanAsked(t *testing.T) {
	for _, width := range []int{1, 20, 40, 80, 133} {
		t.Run(fmt.Sprint(width), func(t *testing.T) {
			for line := range strings.SplitSeq(text(t, sample(), report.TextOptions{Width: width}), "\n") {
				if w := ansi.StringWidth(line); w > max(width, 20) && !strings.Contains(line, "https://") {
					t.Errorf("%d columns: %q", w, line)
				}
			}
		})
	}
}

func TestStandingIsSaidInWordsAndNeverAsAShare(t *testing.T) {
	for _, s := range []model.Standing{model.Clear, model.Leaning, model.Open} {
		r := sample()
		r.Advice.Standing = s
		for _, got := range []string{text(t, r, report.TextOptions{}), markdown(t, r)} {
			if strings.Contains(got, "%") {
				t.Errorf("%s: there is a percentage", s)
			}
			if !strings.Contains(strings.ToLower(got), "how firm: "+string(s)) {
				t.Errorf("%s is not said", s)
			}
		}
	}
}

func TestEveryReasonNamesItsAnswerAndItsRule(t *testing.T) {
	r := sample()
	got := text(t, r, report.TextOptions{Width: 200})
	for _, reason := range r.Advice.Reasons {
		want := fmt.Sprintf("- %+d  %s\n    because you said ", reason.Points, reason.Because)
		if !strings.Contains(got, want) || !strings.Contains(got, "rule "+reason.Rule) {
			t.Errorf("%q is missing", want)
		}
	}
}

func TestOnlyCitedSourcesAreListed(t *testing.T) {
	got := text(t, sample(), report.TextOptions{})
	if !strings.Contains(got, "https://example.org/a_study") || strings.Contains(got, "Never cited") {
		t.Error("the sources are not those that the advice cites")
	}
}

// hostile are texts that speak to terminals, browsers or Markdown readers.
func hostile() []string {
	return []string{
		"\x1b]0;owned\x07", "\x1b[2J", "\u009b31m", "a\rb", "\x00", "\u202eevil", "\u2028x",
		"<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "&lt;b&gt;", "<!-- -->",
		"[x](javascript:alert(1))", "![x](http://e.example/p.png)", "<javascript:x>", "[x]: http://e.example",
		"# big", "> quote", "- list", "+ list", "1. list", "1) list", "***", "---", "===", "```", "~~~", "    code",
		"a | b", "| a |", "**b**", "_i_", "`c`", "~~s~~", "[^1]", "$x$", "http://e.example", "www.e.example", "WWW.e.example", "a@e.example",
		"[ ] task", `\`, `back\`, ": definition", "multi\n\n# line\n",
	}
}

func TestTextFromOutsideStaysText(t *testing.T) {
	plain := regexp.MustCompile(`(?m)^#+ |^> |[^\\]<[a-z!/]|[^\\]\]\(|[^\\]` + "`" + `|^---|^===|(?i)[^</]www\.e|[^<\\]http:/`)
	for _, s := range hostile() {
		r := sample()
		r.Session = &model.Session{Name: s}
		for _, got := range []string{text(t, r, report.TextOptions{}), markdown(t, r)} {
			for _, c := range got {
				if c != '\n' && model.Clean(string(c)) != string(c) {
					t.Errorf("%q: %U gets through", s, c)
				}
			}
		}
		first, _, _ := strings.Cut(strings.TrimPrefix(markdown(t, r), "# "), "\n")
		if found := plain.FindString(first); found != "" {
			t.Errorf("%q: %q is markup in %q", s, found, first)
		}
	}
}

func TestOnlyWebAddressesBecomeLinks(t *testing.T) {
	for address, linked := range map[string]bool{
		"https://example.org/x": true, "http://example.org": true,
		"javascript:alert(1)": false, "https://e.example/><b>": false, "data:text/html,x": false, "https://e.example/a b": false,
	} {
		r := sample()
		r.Framework.Sources[0].URL = address
		if got := strings.Contains(markdown(t, r), "<"+address+">"); got != linked {
			t.Errorf("%s: linked is %v", address, got)
		}
	}
}

type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, errors.New("no room") }

func TestWritersReportThatTheyCouldNotWrite(t *testing.T) {
	r := sample()
	if report.Text(broken{}, r, report.Full, report.TextOptions{}) == nil || report.Markdown(broken{}, r, report.Full) == nil || report.JSON(broken{}, r) == nil {
		t.Error("a lost report went unnoticed")
	}
}
