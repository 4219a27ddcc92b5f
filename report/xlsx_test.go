package report_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"remit/model"
	"remit/report"
)

// The workbook is read back by a program that knows the format better than its writer.
func TestAWorkbookHoldsOnlyTextsAndNumbers(t *testing.T) {
	texts := append(harmful(t), "a_x005F_b_X000d_", "ctrl\x01\x0b\x1b[31m", "<b>&amp;\"'", "𝄞 שלום")
	next := inTurn(texts, 0)
	r, _ := sown(everything(t), func() string { return next() + "." })
	book, there := reopened(t, r), map[string]bool{}
	for _, sheet := range book.GetSheetList() {
		rows, err := book.GetRows(sheet)
		if err != nil {
			t.Fatalf("sheet %s: %v", sheet, err)
		}
		for n, row := range rows {
			for i, got := range row {
				at, _ := excelize.CoordinatesToCellName(i+1, n+1)
				if formula, err := book.GetCellFormula(sheet, at); err != nil || formula != "" {
					t.Errorf("the cell %s of %s is the formula %q, %v", at, sheet, formula, err)
				}
				there[got] = true
			}
		}
	}
	for _, text := range texts {
		if !there[model.Clean(text+".")] {
			t.Errorf("%q is in no cell as it was given", text)
		}
	}
}

func TestAWorkbookHasNothingBesideItsSheets(t *testing.T) {
	var b bytes.Buffer
	if err := report.XLSX(&b, whole(t, insurer())); err != nil {
		t.Fatal(err)
	}
	known := strings.Fields("worksheet sheetPr pageSetUpPr sheetViews sheetView pane cols col sheetData row c v is t autoFilter pageMargins pageSetup headerFooter oddFooter")
	for name, text := range unpacked(t, b.Bytes()) {
		switch name {
		case "[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml":
			if strings.Contains(text, `TargetMode="External"`) {
				t.Errorf("%s leads out of the workbook", name)
			}
			continue
		}
		if !strings.HasPrefix(name, "xl/worksheets/sheet") {
			t.Errorf("the workbook has a part %s", name)
		}
		for _, tag := range tagsOf(t, text) {
			if !slices.Contains(known, tag) {
				t.Errorf("%s has an element %s", name, tag)
			}
		}
	}
	book, err := excelize.OpenReader(&b)
	if err != nil {
		t.Fatal(err)
	}
	if want := []string{"Advice", "Ranking", "Reasons", "Answers", "Posts", "RACI", "Plan", "Costs", "Sources"}; !slices.Equal(book.GetSheetList(), want) {
		t.Errorf("sheets %q, want %q", book.GetSheetList(), want)
	}
	for _, sheet := range book.GetSheetList() {
		panes, err := book.GetPanes(sheet)
		if err != nil || !panes.Freeze || panes.YSplit != 1 {
			t.Errorf("%s: the heading is not fixed: %+v, %v", sheet, panes, err)
		}
	}
	if kind, err := book.GetCellType("Ranking", "B2"); err != nil || kind == excelize.CellTypeInlineString || kind == excelize.CellTypeSharedString {
		t.Errorf("points are no number: %v, %v", kind, err)
	}
}

// On paper every sheet is as wide as a page that lies, with its heading on each, and no
// line of a cell is hidden. Of the matrix only the letters are printed.
func TestAWorkbookIsMadeToBePrinted(t *testing.T) {
	r := whole(t, insurer())
	r.Session = &model.Session{Client: "Birch & Sons"}
	book := reopened(t, r)
	heads, areas := map[string]string{}, map[string]string{}
	for _, n := range book.GetDefinedName() {
		switch n.Name {
		case "_xlnm.Print_Titles":
			heads[n.Scope] = n.RefersTo
		case "_xlnm.Print_Area":
			areas[n.Scope] = n.RefersTo
		}
	}
	for _, sheet := range book.GetSheetList() {
		layout, err := book.GetPageLayout(sheet)
		if err != nil || layout.Orientation == nil || *layout.Orientation != "landscape" || layout.FitToHeight == nil || *layout.FitToHeight != 0 {
			t.Errorf("%s: the page is %+v, %v", sheet, layout, err)
		}
		if props, err := book.GetSheetProps(sheet); err != nil || props.FitToPage == nil || !*props.FitToPage {
			t.Errorf("%s: it is not made to fit, %v", sheet, err)
		}
		if want := "'" + sheet + "'!$1:$1"; heads[sheet] != want {
			t.Errorf("%s: the heading of each page is %q, want %q", sheet, heads[sheet], want)
		}
		foot, err := book.GetHeaderFooter(sheet)
		if err != nil || foot == nil || !strings.Contains(foot.OddFooter, "Birch && Sons") {
			t.Errorf("%s: at its foot stands %+v, %v", sheet, foot, err)
		}
		rows, err := book.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for n, row := range rows[1:] {
			height, err := book.GetRowHeight(sheet, n+2)
			if err != nil {
				t.Fatal(err)
			}
			for i, text := range row {
				column, _ := excelize.ColumnNumberToName(i + 1)
				width, err := book.GetColWidth(sheet, column)
				if needed := float64(len([]rune(text))) / width * 0.8 * 11; err != nil || needed > height {
					t.Errorf("%s, row %d: %q needs %.0f points and has %.0f", sheet, n+2, text, needed, height)
				}
			}
		}
	}
	last, _ := excelize.ColumnNumberToName(len(r.Follows.Matrix.Columns) + 3)
	if want := fmt.Sprintf("'RACI'!$A$1:$%s$%d", last, len(r.Follows.Matrix.Rows)+1); areas["RACI"] != want || len(areas) != 1 {
		t.Errorf("printed are %v, want the matrix alone: %s", areas, want)
	}
}

func TestAWorkbookHasThePostsOfTodayAndOfTheAdvice(t *testing.T) {
	r := whole(t, bank())
	r.Follows.Dropped = []string{"it-manager"}
	rows, err := reopened(t, r).GetRows("Posts")
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, row := range rows[1:] {
		got[row[0]] = strings.Join(row[1:min(6, len(row))], "|")
	}
	for post, want := range map[string]string{
		"Chief Executive Officer":                 "1|filled|kept||",
		"Chief Information Officer":               "2|filled|kept|Chief Executive Officer|full-time",
		"Chief Technology Officer":                "2|nobody|new|Chief Executive Officer|full-time",
		"VP Engineering":                          "3|not said|needed|Chief Technology Officer|",
		"Data Protection Officer or privacy lead": "2|not said|needed|Chief Executive Officer|a duty, not a post",
	} {
		if got[post] != want {
			t.Errorf("%s: %q, want %q", post, got[post], want)
		}
	}
	if last := rows[len(rows)-1]; last[0] != "IT Manager" || last[3] != "dropped" {
		t.Errorf("the last row is %q", last)
	}
	if len(rows) != len(r.Follows.Posts)+2 {
		t.Errorf("%d rows for %d posts", len(rows), len(r.Follows.Posts))
	}
}

// reopened is the workbook of a report, read by another program.
func reopened(t testing.TB, r report.Report) *excelize.File {
	t.Helper()
	var b bytes.Buffer
	if err := report.XLSX(&b, r); err != nil {
		t.Fatal(err)
	}
	book, err := excelize.OpenReader(&b)
	if err != nil {
		t.Fatal(err)
	}
	return book
}

func TestALongTextIsCutWithANote(t *testing.T) {
	r := whole(t, insurer())
	playbook := *r.Book
	playbook.Activities = slices.Clone(playbook.Activities)
	for i := range playbook.Activities {
		if playbook.Activities[i].ID == r.Follows.Matrix.Rows[0].Activity {
			playbook.Activities[i].Title = strings.Repeat("ä𝄞", 20_000)
		}
	}
	r.Book = &playbook
	got, err := reopened(t, r).GetCellValue("RACI", "B2")
	if err != nil || !strings.Contains(got, "cut here: the whole text has 40000 characters") || strings.Contains(got, "\uFFFD") {
		t.Errorf("a long text ends with %q, %v", got[max(0, len(got)-120):], err)
	}
}

// unpacked gives the parts of a workbook.
func unpacked(t testing.TB, book []byte) map[string]string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string]string{}
	for _, f := range z.File {
		if got := f.Modified.Year(); got != 1980 {
			t.Errorf("%s is dated %d", f.Name, got)
		}
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		parts[f.Name] = string(text)
	}
	return parts
}

// tagsOf gives the names of the elements of a part, each once.
func tagsOf(t testing.TB, text string) []string {
	t.Helper()
	var names []string
	for dec := xml.NewDecoder(strings.NewReader(text)); ; {
		token, err := dec.Token()
		if err == io.EOF {
			return names
		}
		if err != nil {
			t.Fatal(err)
		}
		if start, ok := token.(xml.StartElement); ok && !slices.Contains(names, start.Name.Local) {
			names = append(names, start.Name.Local)
		}
	}
}
