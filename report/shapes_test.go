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
	"strings"
	"testing"

	"remit/report"
)

// A form is one way to write a report, and how to see its shape: all but what it says.
// Whoever sees the shape fails the test where the document is not well-formed, or where
// a text in it does something.
type form struct {
	name  string
	write func(io.Writer, report.Report) error
	shape func(t testing.TB, doc []byte) []string
}

// allForms are all forms in which a report can be written as text, XLSX unpacked.
func allForms() []form {
	all := []form{
		{"chart svg", chartOf(report.ChartSVG), xmlShape},
		{"map svg", func(w io.Writer, r report.Report) error { return report.MapSVG(w, r.Framework, r.WhatIf.Map) }, xmlShape},
		{"mermaid", chartOf(report.ChartMermaid), mermaidShape},
		{"csv", report.RACICSV, csvShape},
		{"xlsx", report.XLSX, xlsxShape},
		{"json", report.ReportJSON, jsonShape},
		{"raci xlsx", report.RACIXLSX, xlsxShape},
	}
	for _, cut := range report.Cuts() {
		all = append(all,
			form{"text " + string(cut), func(w io.Writer, r report.Report) error { return report.Text(w, r, cut, report.TextOptions{}) }, noShape},
			form{"markdown " + string(cut), func(w io.Writer, r report.Report) error { return report.Markdown(w, r, cut) }, markdownShape},
			form{"html " + string(cut), func(w io.Writer, r report.Report) error { return report.HTML(w, r, cut) }, htmlShape})
	}
	for _, p := range []report.Piece{report.PieceMatrix, report.PieceChart, report.PiecePlan, report.PieceGlance} {
		all = append(all,
			form{"text " + string(p), func(w io.Writer, r report.Report) error {
				return report.PieceText(w, r, p, report.TextOptions{ASCII: true})
			}, noShape},
			form{"markdown " + string(p), func(w io.Writer, r report.Report) error { return report.PieceMarkdown(w, r, p) }, markdownShape})
	}
	return all
}

func chartOf(draw func(io.Writer, *report.Chart) error) func(io.Writer, report.Report) error {
	return func(w io.Writer, r report.Report) error {
		return draw(w, &report.Chart{Framework: r.Framework, Book: r.Book, Advice: &r.Advice, Posts: r.Follows.Posts, Dropped: r.Follows.Dropped})
	}
}

func (f form) of(t testing.TB, r report.Report) (doc []byte, shape []string) {
	t.Helper()
	var b bytes.Buffer
	if err := f.write(&b, r); err != nil {
		t.Fatalf("%s: %v", f.name, err)
	}
	return b.Bytes(), f.shape(t, b.Bytes())
}

// noShape is for plain text, whose lines break where words end.
func noShape(testing.TB, []byte) []string { return nil }

func htmlShape(t testing.TB, doc []byte) []string { return skeleton(parsed(t, doc)) }

// xmlShape is the elements with the names of their attributes, which XML must be able to
// read; what belongs to the page, such as its style, is told in full.
func xmlShape(t testing.TB, doc []byte) (bones []string) {
	t.Helper()
	inStyle := false
	for dec := xml.NewDecoder(bytes.NewReader(doc)); ; {
		token, err := dec.Token()
		if err == io.EOF {
			return bones
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

func mermaidShape(t testing.TB, doc []byte) (lines []string) {
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
	return lines
}

func csvShape(t testing.TB, doc []byte) (rows []string) {
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
	return rows
}

// xlsxShape is that of the parts. There is no formula, no link and nothing from outside,
// and what stands at the foot of a printed page orders only what we ordered.
func xlsxShape(t testing.TB, doc []byte) (bones []string) {
	t.Helper()
	parts := unpacked(t, doc)
	for _, name := range slices.Sorted(maps.Keys(parts)) {
		text := parts[name]
		of := xmlShape(t, []byte(text))
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
	}
	return bones
}

// jsonShape is the names and the types of the values.
func jsonShape(t testing.TB, doc []byte) (bones []string) {
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
	return bones
}
