package report_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"html"
	"io"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"remit/report"
)

// A form is one way to write a report, and how to read it with a parser of its format: its
// shape, which is all but what it says, and what it says, "" where columns of words stand
// side by side. Whoever reads fails the test where the document is not well-formed, or
// where a text in it does something.
type form struct {
	name  string
	write func(io.Writer, report.Report) error
	read  func(t testing.TB, doc []byte) (shape []string, said string)
}

// allForms are all forms in which a report can be written as text, XLSX unpacked.
func allForms() []form {
	all := []form{
		{"chart svg", chartOf(report.ChartSVG), readXML},
		{"map svg", func(w io.Writer, r report.Report) error { return report.MapSVG(w, r.Framework, r.WhatIf.Map) }, readXML},
		{"mermaid", chartOf(report.ChartMermaid), readMermaid},
		{"csv", report.RACICSV, readCSV},
		{"xlsx", report.XLSX, readXLSX},
		{"json", report.ReportJSON, readJSON},
		{"raci xlsx", report.RACIXLSX, readXLSX},
	}
	for _, cut := range report.Cuts() {
		all = append(all,
			form{"text " + string(cut), func(w io.Writer, r report.Report) error { return report.Text(w, r, cut, report.TextOptions{}) }, readText},
			form{"markdown " + string(cut), func(w io.Writer, r report.Report) error { return report.Markdown(w, r, cut) }, readMarkdown},
			form{"html " + string(cut), func(w io.Writer, r report.Report) error { return report.HTML(w, r, cut) }, readHTML})
	}
	for _, p := range []report.Piece{report.PieceMatrix, report.PieceChart, report.PiecePlan, report.PieceGlance} {
		all = append(all,
			form{"text " + string(p), func(w io.Writer, r report.Report) error {
				return report.PieceText(w, r, p, report.TextOptions{ASCII: true})
			}, readText},
			form{"markdown " + string(p), func(w io.Writer, r report.Report) error { return report.PieceMarkdown(w, r, p) }, readMarkdown})
	}
	return all
}

func chartOf(draw func(io.Writer, *report.Chart) error) func(io.Writer, report.Report) error {
	return func(w io.Writer, r report.Report) error { return draw(w, chartIn(r)) }
}

func chartIn(r report.Report) *report.Chart {
	return &report.Chart{Framework: r.Framework, Book: r.Book, Advice: &r.Advice, Posts: r.Follows.Posts, Dropped: r.Follows.Dropped}
}

// of writes a report and reads it back. Nothing in the document commands a terminal.
func (f form) of(t testing.TB, r report.Report) (shape []string, said string) {
	t.Helper()
	var b bytes.Buffer
	if err := f.write(&b, r); err != nil {
		t.Fatalf("%s: %v", f.name, err)
	}
	if !bytes.HasPrefix(b.Bytes(), []byte("PK")) { // else its parts are looked at
		commandsNothing(t, f.name, b.String())
	}
	return f.read(t, b.Bytes())
}

// readText is for plain text, whose lines break where words end.
func readText(testing.TB, []byte) (shape []string, said string) { return nil, "" }

func readHTML(t testing.TB, doc []byte) (shape []string, said string) {
	n := parsed(t, doc)
	return skeleton(n), words(n)
}

// readXML sees the elements with the names of their attributes; what belongs to the page,
// such as its style, is shape in full.
func readXML(t testing.TB, doc []byte) (bones []string, said string) {
	t.Helper()
	inStyle, text := false, strings.Builder{}
	for dec := xml.NewDecoder(bytes.NewReader(doc)); ; {
		token, err := dec.Token()
		if err == io.EOF {
			return bones, text.String()
		}
		if err != nil {
			t.Fatalf("this is no XML: %v", err)
		}
		switch x := token.(type) {
		case xml.StartElement:
			bone := x.Name.Local
			for _, a := range x.Attr {
				bone += " " + a.Name.Space + ":" + a.Name.Local
			}
			bones, inStyle = append(bones, bone), x.Name.Local == "style"
		case xml.EndElement:
			bones, inStyle = append(bones, "/"+x.Name.Local), false
		case xml.Comment, xml.Directive, xml.ProcInst:
			bones = append(bones, fmt.Sprintf("%T", x))
		case xml.CharData:
			if inStyle {
				bones = append(bones, string(x))
			} else {
				text.Write(x)
			}
		}
	}
}

var mermaidLine = map[string]*regexp.Regexp{
	"begin": regexp.MustCompile(`^flowchart (TD|LR)$`),
	"node":  regexp.MustCompile(`^  p\d+\["([\w ,.\x{80}-\x{10ffff}-]|#\d+;)+(<br/>([\w ,.\x{80}-\x{10ffff}-]|#\d+;)+)?"\]$`),
	"line":  regexp.MustCompile(`^  p\d+ (---|-\.-) p\d+$`),
	"style": regexp.MustCompile(`^  style p\d+ fill:#[0-9a-f]{6},color:#000000,stroke-width:3px$`),
}

var mermaidNumber = regexp.MustCompile(`#(\d+);`)

func readMermaid(t testing.TB, doc []byte) (lines []string, said string) {
	t.Helper()
	for line := range strings.Lines(string(doc)) {
		kind := ""
		for name, is := range mermaidLine {
			if is.MatchString(strings.TrimSuffix(line, "\n")) {
				kind = name
			}
		}
		if kind == "" {
			t.Errorf("Mermaid may read more than a label in %q", line)
		}
		lines = append(lines, kind)
	}
	return lines, numbersRead(mermaidNumber, 10, strings.ReplaceAll(string(doc), "<br/>", " "))
}

// numbersRead puts characters for their numbers.
func numbersRead(number *regexp.Regexp, base int, s string) string {
	return number.ReplaceAllStringFunc(s, func(found string) string {
		n, err := strconv.ParseUint(number.FindStringSubmatch(found)[1], base, 32)
		if err != nil {
			return found
		}
		return string(rune(n))
	})
}

func readCSV(t testing.TB, doc []byte) (rows []string, said string) {
	t.Helper()
	all, err := csv.NewReader(bytes.NewReader(doc)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range all {
		rows = append(rows, fmt.Sprint(len(row)))
		for _, cell := range row {
			if live(cell) {
				t.Errorf("a spreadsheet runs the cell %q", cell)
			}
		}
	}
	return rows, fmt.Sprint(all)
}

var sheetNumber = regexp.MustCompile(`_x([0-9A-Fa-f]{4})_`)

// readXLSX reads the parts. There is no formula, no link and nothing from outside,
// and what stands at the foot of a printed page orders only what we ordered.
func readXLSX(t testing.TB, doc []byte) (bones []string, said string) {
	t.Helper()
	parts := unpacked(t, doc)
	for _, name := range slices.Sorted(maps.Keys(parts)) {
		text := parts[name]
		commandsNothing(t, name, text)
		of, texts := readXML(t, []byte(text))
		for _, bone := range of {
			switch element, _, _ := strings.Cut(bone, " "); element {
			case "f", "hyperlink", "externalReference", "ddeLink", "oleLink", "legacyDrawing", "script":
				t.Errorf("%s has an element %s", name, element)
			}
		}
		_, foot, _ := strings.Cut(text, "<oddFooter>")
		foot, _, _ = strings.Cut(foot, "</oddFooter>")
		for i, order := range strings.Split(strings.ReplaceAll(html.UnescapeString(foot), "&&", ""), "&") {
			if i > 0 && (order == "" || !strings.ContainsAny(order[:1], "LCARPN")) {
				t.Errorf("the foot of %s orders &%.20s", name, order)
			}
		}
		bones = append(append(bones, name), of...)
		if strings.HasPrefix(name, "xl/worksheets/") {
			said += numbersRead(sheetNumber, 16, strings.TrimSuffix(texts, html.UnescapeString(foot)))
		}
	}
	return bones, said
}

// readJSON sees the names and the types of the values. What it says another test reads.
func readJSON(t testing.TB, doc []byte) (bones []string, said string) {
	t.Helper()
	var all any
	if err := json.Unmarshal(doc, &all); err != nil {
		t.Fatal(err)
	}
	var walk func(at string, v any)
	walk = func(at string, v any) {
		switch v := v.(type) {
		case map[string]any:
			for _, name := range slices.Sorted(maps.Keys(v)) {
				walk(at+"."+name, v[name])
			}
		case []any:
			for _, x := range v {
				walk(at+"[]", x)
			}
		default:
			bones = append(bones, fmt.Sprintf("%s %T", at, v))
		}
	}
	walk("", all)
	return bones, ""
}
