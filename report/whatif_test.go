package report_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"remit/model"
	"remit/model/schematest"
	"remit/report"
)

// sampleWhatIf is what an engine would say about changes for the sample.
func sampleWhatIf() report.WhatIf {
	f := small()
	option := func(id string) model.Span { return model.Span{Low: model.Choose(id), High: model.Choose(id)} }
	people := func(low, high int) model.Span { return model.Span{Low: model.Count(low), High: model.Count(high)} }
	estate := model.Widened{Change: model.Change{Question: "estate", From: model.Answer{Kind: model.Unsure}, To: model.Choose("simple")},
		Within: option("simple"), Or: []model.Answer{model.Choose("complex")}}
	grown := model.Widened{Change: model.Change{Question: "headcount", From: model.Count(8), To: model.Count(60)}, Within: people(60, 10_000_000)}
	w := report.WhatIf{
		Framework: f,
		Advice:    adviceOn(f),
		Draws:     10_000,
		Most:      3,
		Turns:     []model.Turn{{To: model.Both, Changes: []model.Widened{grown, estate}}},
		Along:     "headcount",
		Path: []report.Stretch{
			{Span: people(0, 299), Structure: model.CTO, Here: true},
			{Span: people(300, 10_000_000), Structure: model.Both},
		},
		Map: report.Map{
			X:     report.Axis{Question: "headcount", Spans: []model.Span{people(0, 299), people(300, 1999), people(2000, 10_000_000)}},
			Y:     report.Axis{Question: "technology", Spans: []model.Span{option("product"), option("support")}},
			Cells: [][]model.Structure{{model.CTO, model.Both, model.Both}, {model.VCIO, model.CIO, model.CIO}},
		},
	}
	w.Framework.Questions[0].Moves = model.Moves{By: model.ByGrowth, Effort: 2, How: "hire"}
	w.Stands[model.CTO], w.Stands[model.Hybrid] = 9412, 588
	w.Way = &model.Transition{ID: "nobody-to-cto", From: []string{"nobody"}, To: []model.Structure{model.CTO},
		Title: "From nobody to a CTO", Sources: []string{"S1"}, Steps: []model.Step{
			{Clock: model.FromDecision, Day: 14, Title: "A charter", Do: "Write the charter.", Who: "the CEO", Keep: "The keys."},
			{Clock: model.FromStart, Day: 1, Title: "The hand-over", Do: "Hand over.", Who: "the founders"}}}
	w.Near = []model.Neighbour{
		{Case: model.Case{ID: "a1", Kind: model.AdviceCase, Situation: "Nine people sell a program.", Source: "A magazine, Do you need one?, 2019",
			URL: "https://a.org", Facts: model.Answers{"headcount": model.Count(9), "technology": model.Choose("product")},
			Expect: []model.Structure{model.CTO, model.Hybrid}, Engagement: "full-time"},
			Shared: []string{"headcount", "technology"}, Agrees: true},
		{Case: model.Case{ID: "c1", Kind: model.CompanyCase, Situation: "A shop with 4,000 people.", Source: "A paper, A portrait, n.d.",
			Facts: model.Answers{"headcount": model.Count(4000)}, Expect: []model.Structure{model.Both}, Reporting: "to_ceo"},
			Differs: []string{"headcount"}},
	}
	for i := range 6 {
		n := 20 + i
		w.Turns = append(w.Turns, model.Turn{To: model.VCIO, Changes: []model.Widened{{
			Change: model.Change{Question: "headcount", From: model.Count(8), To: model.Count(n)}, Within: people(n, n)}}})
	}
	return w
}

func whatIfText(t *testing.T, w report.WhatIf, o report.TextOptions) string {
	t.Helper()
	var b bytes.Buffer
	if err := report.WhatIfText(&b, w, o); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func svg(t *testing.T, f *model.Framework, m report.Map) string {
	t.Helper()
	var b bytes.Buffer
	if err := report.MapSVG(&b, f, m); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestWhatIfReadsAsItShould(t *testing.T) {
	w := sampleWhatIf()
	golden(t, "whatif.txt", []byte(whatIfText(t, w, report.TextOptions{})))
	golden(t, "map.svg", []byte(svg(t, w.Framework, w.Map)))
}

func TestWhatIfSaysWhatPeopleAsk(t *testing.T) {
	got := whatIfText(t, sampleWhatIf(), report.TextOptions{Width: 400})
	for _, want := range []string{
		"It stands in 9,412 of 10,000 random re-weightings in which every rule weighs up to a quarter more or less.",
		"no probability",
		"To CTO and CIO, if\n    Headcount: 60 people or more (now 8)\n    and systems: “Simple” or “Complex” (now unsure)\n    that is the work of months: hire; find out what is not known yet\n",
		"CTO only up to 299 people (where you are), then CTO and CIO.",
		"[T] where you are",
		"To One for both or CIO only: no change of up to 3 answers leads there.",
		"There are 3 more ways. The JSON form has all.",
		"1. A charter. Write the charter.\n    By day 14 after the decision, decided by the CEO.\n    To keep: The keys.\n2. The hand-over. Hand over.\n    On the first day in office, decided by the founders.\n",
		"Sources: “A study”, A university, 2023.",
		"source: A magazine, Do you need one?, 2019",
		"the same: headcount 9 people (yours: 8 people); technology “What we sell”\n",
		"advised: CTO only (One for both would do too), Full-time; your advice agrees",
		"different: headcount 4,000 people (yours: 8 people)",
		"it had: CTO and CIO, To the CEO; your advice is another",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is missing in\n%s", want, got)
		}
	}
	if strings.Contains(got, "%") {
		t.Error("there is a percentage, which people take for a probability")
	}
	if n := strings.Count(got, "    Headcount: 2"); n != report.MostTurns {
		t.Errorf("%d ways to one structure are shown, want %d", n, report.MostTurns)
	}
}

func TestAnUnknownPlaceIsNotMarked(t *testing.T) {
	w := sampleWhatIf()
	w.Map.HereX = -1
	got := whatIfText(t, w, report.TextOptions{})
	if strings.Contains(got, "[") || !strings.Contains(got, "not marked: there is no answer yet to “Headcount”") {
		t.Errorf("the place is marked, or not explained:\n%s", got)
	}
	if picture := svg(t, w.Framework, w.Map); strings.Contains(picture, `class="here"`) || !strings.Contains(picture, "not marked") {
		t.Error("the picture marks a place")
	}
}

// Whatever the width, no line is wider, every cell of the map is there, and colour
// changes nothing but colour.
func TestTheMapFitsEveryWidth(t *testing.T) {
	for _, columns := range []int{1, 3, 8, 30} {
		w := sampleWhatIf()
		w.Map = wideMap(columns)
		w.Framework.Structures[0].Letter = "Z"
		for _, width := range []int{20, 40, 60, 80, 100} {
			t.Run(fmt.Sprintf("%d columns in %d", columns, width), func(t *testing.T) {
				got := whatIfText(t, w, report.TextOptions{Width: width})
				_, drawn, _ := strings.Cut(got, "The map\n")
				for line := range strings.SplitSeq(got, "\n") {
					if n := ansi.StringWidth(line); n > width {
						t.Errorf("%d columns: %q", n, line)
					}
				}
				if n := strings.Count(drawn, "Z"); n != 2*columns+1 { // and one in the legend
					t.Errorf("%d letters, want %d in\n%s", n, 2*columns+1, drawn)
				}
				if colored := whatIfText(t, w, report.TextOptions{Width: width, Color: true}); !sameInk(ansi.Strip(colored), got) {
					t.Errorf("colour changes more than colour:\n%s", ansi.Strip(colored))
				}
			})
		}
	}
}

// sameInk compares texts without the blanks at the ends of lines, which colour fills.
func sameInk(a, b string) bool {
	trim := func(s string) string {
		lines := strings.Split(s, "\n")
		for i := range lines {
			lines[i] = strings.TrimRight(lines[i], " ")
		}
		return strings.Join(lines, "\n")
	}
	return trim(a) == trim(b)
}

// wideMap has one letter, Z, that is in no word of the sample.
func wideMap(columns int) report.Map {
	m := report.Map{X: report.Axis{Question: "headcount"}, Y: report.Axis{Question: "technology", Spans: []model.Span{
		{Low: model.Choose("product"), High: model.Choose("product")}, {Low: model.Choose("support"), High: model.Choose("support")}}},
		Cells: make([][]model.Structure, 2), HereX: -1, HereY: -1}
	for x := range columns {
		m.X.Spans = append(m.X.Spans, model.Span{Low: model.Count(1000 * x), High: model.Count(1000*x + 999)})
		for y := range m.Cells {
			m.Cells[y] = append(m.Cells[y], model.CTO)
		}
	}
	return m
}

func TestPlainTerminalsGetPlainCharacters(t *testing.T) {
	for _, r := range whatIfText(t, sampleWhatIf(), report.TextOptions{ASCII: true}) {
		if r > '~' {
			t.Fatalf("%q is beyond ASCII", r)
		}
	}
}

func TestWhatIfFollowsItsSchema(t *testing.T) {
	schema := schematest.Compile(t, report.Schema("whatif"))
	unknown, bare := sampleWhatIf(), sampleWhatIf()
	unknown.Map.HereX, unknown.Map.HereY = -1, -1
	bare.Along, bare.Path, bare.Turns, bare.Way, bare.Near = "", nil, nil, nil, nil
	stays := sampleWhatIf()
	stays.Way = &model.Transition{ID: "cto", Title: "The CTO stays", Stays: "One leads already."}
	stays.Framework.Questions[0].Moves = model.Moves{}
	for name, w := range map[string]report.WhatIf{"full": sampleWhatIf(), "place unknown": unknown, "bare": bare, "stays": stays} {
		var b bytes.Buffer
		if err := report.WhatIfJSON(&b, w); err != nil {
			t.Fatal(err)
		}
		if err := schema.Check(b.Bytes()); err != nil {
			t.Errorf("%s: %v\n%s", name, err, &b)
		}
	}
	for _, text := range []string{`{}`, `{"flips":[]}`} {
		if schema.Check([]byte(text)) == nil {
			t.Errorf("the schema accepts %s", text)
		}
	}
}

// However frameworks and sessions are worded, the text cannot command a terminal and
// the picture stays the same picture: XML with the same elements, and no links,
// scripts or events.
func TestWordsFromOutsideStayWords(t *testing.T) {
	plain := elements(t, svg(t, small(), sampleWhatIf().Map))
	for _, s := range append(hostile(), `"/><script>x</script>`, "]]>", "<!DOCTYPE x>", "&#x1b;") {
		w := sampleWhatIf()
		w.Name = s
		for i := range w.Framework.Structures {
			w.Framework.Structures[i].Title += s
		}
		for i := range w.Framework.Questions {
			w.Framework.Questions[i].Short += s
			for k := range w.Framework.Questions[i].Options {
				w.Framework.Questions[i].Options[k].Label += s
			}
			w.Framework.Questions[i].Moves.How += s
		}
		w.Way.Title += s
		w.Way.Stays += s
		w.Way.Steps[0] = model.Step{Do: s, Who: s, Keep: s}
		w.Framework.Sources[0].Title += s
		c := &w.Near[0].Case
		c.Situation, c.Source, c.URL = c.Situation+s, c.Source+s, c.URL+s
		for _, r := range whatIfText(t, w, report.TextOptions{}) {
			if r != '\n' && model.Clean(string(r)) != string(r) {
				t.Errorf("%q: %U gets through", s, r)
			}
		}
		if got := elements(t, svg(t, w.Framework, w.Map)); got != plain {
			t.Errorf("%q changes the elements of the picture:\n%s\n%s", s, got, plain)
		}
	}
}

// elements lists the elements of a document with the names of their attributes.
func elements(t *testing.T, text string) string {
	t.Helper()
	var b strings.Builder
	for d := xml.NewDecoder(strings.NewReader(text)); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return b.String()
		}
		if err != nil {
			t.Fatalf("%v in\n%s", err, text)
		}
		if e, ok := token.(xml.StartElement); ok {
			b.WriteString(e.Name.Local)
			for _, a := range e.Attr {
				b.WriteString(" " + a.Name.Local)
			}
			b.WriteByte('\n')
		}
	}
}

func TestWhatIfReportsThatItCouldNotWrite(t *testing.T) {
	w := sampleWhatIf()
	if report.WhatIfText(broken{}, w, report.TextOptions{}) == nil || report.WhatIfJSON(broken{}, w) == nil ||
		report.MapSVG(broken{}, w.Framework, w.Map) == nil {
		t.Error("a lost report went unnoticed")
	}
}
