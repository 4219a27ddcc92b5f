package report_test

import (
	"bytes"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"remit/model"
	"remit/report"
)

func page(t testing.TB, r report.Report, cut report.Cut) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := report.HTML(&b, r, cut); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func parsed(t testing.TB, b []byte) *html.Node {
	t.Helper()
	n, err := html.Parse(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// tags gives all elements of a page in its order.
func tags(n *html.Node) []*html.Node {
	var list []*html.Node
	for d := range n.Descendants() {
		if d.Type == html.ElementNode {
			list = append(list, d)
		}
	}
	return list
}

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// words is all text below a node, its white space made even.
func words(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode && d.Parent.Data != "style" {
			b.WriteString(d.Data + " ")
		}
	}
	return even(b.String())
}

func even(s string) string { return strings.Join(strings.Fields(s), " ") }

// skeleton is a page without what it says: its elements with the names of their attributes.
func skeleton(n *html.Node) []string {
	var bones []string
	for _, e := range tags(n) {
		bone := strings.Repeat(" ", depth(e)) + e.Namespace + ":" + e.Data
		for _, a := range e.Attr {
			bone += " " + a.Key
		}
		bones = append(bones, bone)
	}
	return bones
}

func depth(n *html.Node) int {
	d := 0
	for ; n.Parent != nil; n = n.Parent {
		d++
	}
	return d
}

func TestEveryTextIsOnThePage(t *testing.T) {
	for name, as := range map[string]model.Answers{"dental": dental(), "insurer": insurer(), "nobody": {}} {
		for _, cut := range report.Cuts() {
			r := whole(t, as)
			got := words(parsed(t, page(t, r, cut)))
			for _, want := range report.Texts(r, cut) {
				if !strings.Contains(got, even(want)) {
					t.Errorf("%s, %s: %q is missing", name, cut, want)
				}
			}
		}
	}
}

// Whatever people write, the page has the same elements and says what they wrote. That each
// text does so in each field is another test, see TestEachTextInEachFieldOfEachForm.
func TestNoTextBecomesPartOfThePage(t *testing.T) {
	texts := attacks(t, "https://e.example")
	r := whole(t, insurer())
	for _, cut := range report.Cuts() {
		bones := skeleton(parsed(t, page(t, salted(r, func() string { return "calm" }), cut)))
		for from := 0; from < len(texts); from += 16 {
			hostile := salted(r, inTurn(texts, from))
			n := parsed(t, page(t, hostile, cut))
			if got := skeleton(n); !slices.Equal(got, bones) {
				t.Fatalf("%s, from %q on: the page has other elements", cut, texts[from])
			}
			if !strings.Contains(strings.Join(report.Texts(hostile, cut), ""), "owned=1") {
				t.Fatalf("%s: the attacks do not come to the page", cut)
			}
			said := words(n)
			for _, want := range report.Texts(hostile, cut) {
				if !strings.Contains(said, even(want)) {
					t.Errorf("%s: %q is missing", cut, want)
				}
			}
		}
	}
}

func TestThePageFetchesNothingAndRunsNothing(t *testing.T) {
	for _, cut := range report.Cuts() {
		n := parsed(t, page(t, whole(t, dental()), cut))
		policy := ""
		for _, e := range tags(n) {
			if slices.Contains([]string{"script", "link", "iframe", "object", "embed", "img", "form", "base"}, e.Data) {
				t.Errorf("%s: there is a <%s>", cut, e.Data)
			}
			if attribute(e, "http-equiv") == "Content-Security-Policy" {
				policy = attribute(e, "content")
			}
			for _, a := range e.Attr {
				if strings.HasPrefix(a.Key, "on") || a.Key == "src" || a.Key == "href" && e.Data != "a" {
					t.Errorf("%s: <%s %s>", cut, e.Data, a.Key)
				}
			}
		}
		if policy != "default-src 'none'; style-src 'unsafe-inline'; img-src data:" {
			t.Errorf("%s: the policy is %q", cut, policy)
		}
	}
}

func TestOnlySourcesOnTheWebAreLinks(t *testing.T) {
	texts := attacks(t, "https://e.example")
	for i := 0; i < len(texts); i += 2 {
		r := sample()
		r.Framework.Sources[0].URL = texts[i]
		for _, e := range tags(parsed(t, page(t, r, report.Full))) {
			to := attribute(e, "href")
			if e.Data != "a" || strings.HasPrefix(to, "#part-") {
				continue
			}
			if !strings.HasPrefix(to, "https://") && !strings.HasPrefix(to, "http://") || attribute(e, "rel") != "noreferrer" {
				t.Errorf("%q became the link %q", texts[i], to)
			}
		}
	}
	got := page(t, sample(), report.Full)
	if !bytes.Contains(got, []byte(`<a href="https://example.org/a_study" rel="noreferrer">`)) {
		t.Error("a source on the web is no link")
	}
}

func TestThePageCanBeReadWithoutSeeingIt(t *testing.T) {
	for _, as := range []model.Answers{dental(), insurer(), {}} {
		for _, cut := range report.Cuts() {
			n := parsed(t, page(t, whole(t, as), cut))
			landmarks, ids, level := map[string]int{}, map[string]int{}, 0
			for _, e := range tags(n) {
				landmarks[e.Data]++
				if id := attribute(e, "id"); id != "" {
					ids[id]++
				}
				if len(e.Data) == 2 && e.Data[0] == 'h' && e.Data[1] >= '1' && e.Data[1] <= '6' {
					if next := int(e.Data[1] - '0'); next > level+1 {
						t.Errorf("%s: a heading of level %d stands below level %d: %s", cut, next, level, words(e))
					} else {
						level = next
					}
				}
				readable(t, e)
			}
			for element, want := range map[string]int{"header": 1, "main": 1, "footer": 1, "h1": 1, "title": 1 + landmarks["svg"]} {
				if landmarks[element] != want {
					t.Errorf("%s: %d <%s>, want %d", cut, landmarks[element], element, want)
				}
			}
			for id, times := range ids {
				if times > 1 {
					t.Errorf("%s: the id %s is given %d times", cut, id, times)
				}
			}
			for _, e := range tags(n) {
				if to, ok := strings.CutPrefix(attribute(e, "href"), "#"); ok && ids[to] != 1 {
					t.Errorf("%s: a link leads to %q, which is not there", cut, to)
				}
			}
		}
	}
}

// readable checks what a single element needs.
func readable(t *testing.T, e *html.Node) {
	t.Helper()
	switch e.Data {
	case "html":
		if attribute(e, "lang") != "en" {
			t.Error("the page does not say its language")
		}
	case "table":
		if e.FirstChild == nil || !slices.ContainsFunc(tags(e), func(c *html.Node) bool { return c.Data == "caption" && words(c) != "" }) {
			t.Error("a table has no caption")
		}
	case "th":
		if s := attribute(e, "scope"); s != "col" && s != "row" {
			t.Errorf("the head %q says not of what", words(e))
		}
	case "svg":
		if attribute(e, "role") != "img" || attribute(e, "aria-labelledby") == "" {
			t.Error("a drawing has no name")
		}
	case "nav", "section", "div":
		if attribute(e, "tabindex") != "" && attribute(e, "aria-label") == "" {
			t.Errorf("<%s> takes the focus and has no name", e.Data)
		}
	}
}

func TestThePageIsTheSameEachTimeAndNotTooLarge(t *testing.T) {
	for _, as := range []model.Answers{dental(), insurer()} {
		r := whole(t, as)
		for _, cut := range report.Cuts() {
			first := page(t, r, cut)
			if !bytes.Equal(first, page(t, r, cut)) {
				t.Errorf("%s: the second page is another one", cut)
			}
			if len(first) > 300<<10 {
				t.Errorf("%s: %d bytes", cut, len(first))
			}
		}
	}
}

func TestAnAnonymousPageNamesNobody(t *testing.T) {
	r := whole(t, insurer())
	r.Session.Name, r.Session.Client, r.Session.Asked = "Kerbstone", "Wrenfield", "Marlowe"
	r.Anonymous = true
	for _, cut := range report.Cuts() {
		for _, name := range []string{"Kerbstone", "Wrenfield", "Marlowe", "09:30"} {
			file, _ := sheets(t, r, cut)
			if bytes.Contains(page(t, r, cut), []byte(name)) || strings.Contains(written(t, file), name) {
				t.Errorf("%s: it says %q", cut, name)
			}
		}
	}
}

func TestADrawingKeepsItsStyleToItself(t *testing.T) {
	for _, e := range tags(parsed(t, page(t, whole(t, insurer()), report.Full))) {
		if e.Data != "style" || e.Parent.Data != "svg" {
			continue
		}
		for rule := range strings.SplitSeq(e.FirstChild.Data, "}") {
			selector, _, _ := strings.Cut(rule[strings.LastIndex(rule[:max(0, strings.LastIndex(rule, "{"))], "{")+1:], "{")
			if s := strings.TrimSpace(selector); s != "" && !strings.HasPrefix(s, ".remit-") {
				t.Errorf("%q reaches beyond the drawing", s)
			}
		}
	}
}

func TestLettersCanBeReadOnWhatIsBehindThem(t *testing.T) {
	style, tints := report.Style()
	light, dark := variables(t, style, ":root {"), variables(t, style, "prefers-color-scheme: dark")
	for name, value := range light {
		if dark[name] == "" {
			dark[name] = value
		}
	}
	for mode, colours := range map[string]map[string]string{"light": light, "dark": dark} {
		for _, pair := range []string{"ink/page", "ink/card", "ink/faint", "soft/page", "soft/card", "soft/faint", "link/page", "link/card", "onstrong/strong"} {
			ink, behind, _ := strings.Cut(pair, "/")
			if c := contrast(t, colours[ink], colours[behind]); c < 4.5 {
				t.Errorf("%s: %s has a contrast of %.2f", mode, pair, c)
			}
		}
		for _, tint := range tints {
			if c := contrast(t, colours["ontint"], tint); c < 4.5 {
				t.Errorf("%s: letters on %s have a contrast of %.2f", mode, tint, c)
			}
		}
	}
}

// variables reads the colours that a style declares in the first block after a mark.
func variables(t *testing.T, style, mark string) map[string]string {
	t.Helper()
	_, rest, ok := strings.Cut(style, mark)
	if !ok {
		t.Fatalf("there is no %q", mark)
	}
	block, _, _ := strings.Cut(rest, "}")
	colours := map[string]string{}
	for part := range strings.SplitSeq(block, ";") {
		if _, declared, ok := strings.Cut(part, "--"); ok {
			name, value, _ := strings.Cut(declared, ":")
			colours[name] = strings.TrimSpace(value)
		}
	}
	return colours
}

// contrast is that of two colours as the guidelines for accessible pages define it.
func contrast(t *testing.T, a, b string) float64 {
	t.Helper()
	x, y := luminance(t, a), luminance(t, b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func luminance(t *testing.T, colour string) float64 {
	t.Helper()
	var c [3]int
	if _, err := fmt.Sscanf(colour, "#%02x%02x%02x", &c[0], &c[1], &c[2]); err != nil {
		t.Fatalf("the colour %q: %v", colour, err)
	}
	sum := 0.0
	for i, weight := range []float64{0.2126, 0.7152, 0.0722} {
		v := float64(c[i]) / 255
		if v <= 0.04045 {
			sum += weight * v / 12.92
		} else {
			sum += weight * math.Pow((v+0.055)/1.055, 2.4)
		}
	}
	return sum
}

func FuzzNoTextBecomesPartOfThePage(f *testing.F) {
	for _, s := range []string{"</svg>", "<!--", "]]>", "{{", "\x00<", "&#60;", "'\"><b>", "\u2028</script>"} {
		f.Add(s)
	}
	r := sample()
	bones := map[report.Cut][]string{}
	for _, cut := range report.Cuts() {
		bones[cut] = skeleton(parsed(f, page(f, salted(r, func() string { return "calm" }), cut)))
	}
	f.Fuzz(func(t *testing.T, s string) {
		if even(model.Clean(s)) == "" || strings.HasSuffix(s, ":") {
			return // it leaves something out, or makes a heading of a line: another page
		}
		hostile := salted(r, func() string { return "calm " + s })
		for _, cut := range report.Cuts() {
			n := parsed(t, page(t, hostile, cut))
			if !slices.Equal(skeleton(n), bones[cut]) {
				t.Errorf("%s: %q makes another page", cut, s)
			}
			if said := words(n); !strings.Contains(said, even(model.Clean("calm "+s))) {
				t.Errorf("%s: %q is missing", cut, s)
			}
		}
	})
}
