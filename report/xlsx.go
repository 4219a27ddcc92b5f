package report

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"strings"
	"time"
	"unicode/utf16"
)

// XLSX writes the report as a workbook with a sheet each for the advice, the ranking,
// the reasons, the answers, the posts, the matrix, the plan, the costs and the sources.
// There is nothing in it but texts and numbers: no formula, no link, no macro, no name of
// an author and no time, so the same report gives the same bytes. A text longer than a
// cell can hold is cut, with a note that says so. Printed, a sheet is as wide as a page.
//
// The few files of which a workbook consists are written here and not by a library:
// those that write all there is of the format cost every start of the program more than
// a millisecond, and put the time of day into the file.
func XLSX(w io.Writer, r Report) error { return packed(w, r.title(), r.worksheets()) }

// RACIXLSX writes the matrix alone; see XLSX. Something must follow from the advice.
func RACIXLSX(w io.Writer, r Report) error { return packed(w, r.title(), []*worksheet{raciSheet(r)}) }

// packed writes a workbook; the title stands at the foot of what is printed.
func packed(w io.Writer, title string, sheets []*worksheet) error {
	files := []struct{ name, text string }{
		{"[Content_Types].xml", contentTypes(sheets)},
		{"_rels/.rels", xmlHead + `<Relationships xmlns="` + packageSpace + `/relationships"><Relationship Id="rId1" Type="` + officeSpace + `/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`},
		{"xl/workbook.xml", workbook(sheets)},
		{"xl/_rels/workbook.xml.rels", workbookParts(sheets)},
		{"xl/styles.xml", xmlHead + stylesheet()},
	}
	for i, s := range sheets {
		files = append(files, struct{ name, text string }{sheetFile(i), s.xml(i == 0, title)})
	}
	var b bytes.Buffer
	archive := zip.NewWriter(&b)
	for _, f := range files {
		part, err := archive.CreateHeader(&zip.FileHeader{Name: f.name, Method: zip.Deflate, Modified: zipEpoch()})
		if err != nil {
			return err
		}
		if _, err := io.WriteString(part, f.text); err != nil {
			return err
		}
	}
	if err := archive.Close(); err != nil {
		return err
	}
	_, err := b.WriteTo(w)
	return err
}

// zipEpoch is the first time that the format knows.
func zipEpoch() time.Time { return time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC) }

const (
	xmlHead      = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	packageSpace = "http://schemas.openxmlformats.org/package/2006"
	officeSpace  = "http://schemas.openxmlformats.org/officeDocument/2006"
	mainSpace    = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	sheetType    = "application/vnd.openxmlformats-officedocument.spreadsheetml."
)

func sheetFile(i int) string { return fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1) }

func contentTypes(sheets []*worksheet) string {
	var b strings.Builder
	b.WriteString(xmlHead + `<Types xmlns="` + packageSpace + `/content-types">` +
		`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
		`<Default Extension="xml" ContentType="application/xml"/>` +
		`<Override PartName="/xl/workbook.xml" ContentType="` + sheetType + `sheet.main+xml"/>` +
		`<Override PartName="/xl/styles.xml" ContentType="` + sheetType + `styles+xml"/>`)
	for i := range sheets {
		fmt.Fprintf(&b, `<Override PartName="/%s" ContentType="%sworksheet+xml"/>`, sheetFile(i), sheetType)
	}
	return b.String() + `</Types>`
}

func workbook(sheets []*worksheet) string {
	var b strings.Builder
	b.WriteString(xmlHead + `<workbook xmlns="` + mainSpace + `" xmlns:r="` + officeSpace + `/relationships"><sheets>`)
	for i, s := range sheets {
		fmt.Fprintf(&b, `<sheet name="%s" sheetId="%d" r:id="rId%[2]d"/>`, s.name, i+1)
	}
	return b.String() + `</sheets>` + definedNames(sheets) + `</workbook>`
}

// definedNames say of each sheet what is printed, what can be filtered, and that its
// heading is on every page.
func definedNames(sheets []*worksheet) string {
	var b strings.Builder
	for i, s := range sheets {
		name := func(name, more string, columns int) {
			fmt.Fprintf(&b, `<definedName name="_xlnm.%s" localSheetId="%d"%s>'%s'!$A$1:$%s$%d</definedName>`, name, i, more, s.name, column(columns-1), len(s.rows))
		}
		if s.printed > 0 {
			name("Print_Area", "", s.printed)
		}
		name("_FilterDatabase", ` hidden="1"`, len(s.rows[0]))
		fmt.Fprintf(&b, `<definedName name="_xlnm.Print_Titles" localSheetId="%d">'%s'!$1:$1</definedName>`, i, s.name)
	}
	return `<definedNames>` + b.String() + `</definedNames>`
}

func workbookParts(sheets []*worksheet) string {
	var b strings.Builder
	b.WriteString(xmlHead + `<Relationships xmlns="` + packageSpace + `/relationships">`)
	for i := range sheets {
		fmt.Fprintf(&b, `<Relationship Id="rId%d" Type="%s/relationships/worksheet" Target="worksheets/sheet%[1]d.xml"/>`, i+1, officeSpace)
	}
	fmt.Fprintf(&b, `<Relationship Id="rId%d" Type="%s/relationships/styles" Target="styles.xml"/>`, len(sheets)+1, officeSpace)
	return b.String() + `</Relationships>`
}

// mostInCell is how much a cell holds, in the 16-bit units in which the format counts.
const mostInCell = 32767

// fitted cuts what a cell cannot hold and says so.
func fitted(s string) string {
	if len(s) <= mostInCell {
		return s
	}
	units := utf16.Encode([]rune(s))
	if len(units) <= mostInCell {
		return s
	}
	note := fmt.Sprintf(" … (cut here: the whole text has %d characters, more than a cell holds)", len([]rune(s)))
	keep := mostInCell - len(utf16.Encode([]rune(note)))
	if utf16.IsSurrogate(rune(units[keep-1])) && units[keep-1] < 0xdc00 {
		keep-- // never half a character
	}
	return string(utf16.Decode(units[:keep])) + note
}
