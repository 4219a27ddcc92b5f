package cli

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/go-json-experiment/json/jsontext"
	"go.yaml.in/yaml/v3"

	"remit/model"
)

// What is wrong with an answer file that cannot be read at all, and where. The
// YAML parser names a line only sometimes, and sometimes another one.

const (
	second = "a second document begins here"
	oneSet = "Keep one set of answers in a file, or use --batch with one a line."
)

// noText is the fault of a file that is not UTF-8, or has characters that no text
// has; nil if there is none.
func noText(name string, text []byte) *model.Error {
	if wide(text) {
		return &model.Error{Kind: model.KindInvalid, Where: place(name, 1, 1), What: "the file is UTF-16 text, not UTF-8",
			Cure: "Save it as UTF-8; editors offer that as the encoding when you save."}
	}
	invisible := -1
	for at := 0; at < len(text); {
		r, size := utf8.DecodeRune(text[at:])
		switch {
		case r == utf8.RuneError && size == 1:
			return &model.Error{Kind: model.KindInvalid, Where: placeOf(name, text, at),
				What: "the file is not UTF-8 text", Cure: "Save it as UTF-8."}
		case invisible < 0 && (unicode.IsControl(r) && !unicode.IsSpace(r) || r == '\ufeff' || r&^1 == 0xFFFE):
			invisible = at
		}
		at += size
	}
	if invisible < 0 {
		return nil
	}
	r, _ := utf8.DecodeRune(text[invisible:])
	return &model.Error{Kind: model.KindInvalid, Where: placeOf(name, text, invisible),
		What: "there is an invisible character here, " + strconv.QuoteRune(r), Cure: "Delete it, or save the file anew as plain text."}
}

// wide reports UTF-16, by its mark or by the NUL in each of its first two letters.
func wide(text []byte) bool {
	if len(text) < 4 {
		return false
	}
	b := [4]bool{text[0] == 0, text[1] == 0, text[2] == 0, text[3] == 0}
	return bytes.HasPrefix(text, []byte("\xff\xfe")) || bytes.HasPrefix(text, []byte("\xfe\xff")) ||
		b == [4]bool{false, true, false, true} || b == [4]bool{true, false, true, false}
}

// noSyntax is the fault of a file that the YAML parser has refused with err. JSON
// is read again as JSON, which names the exact place.
func noSyntax(name string, text []byte, err error) *model.Error {
	e := &model.Error{Kind: model.KindInvalid, Cure: "An answer file has one answer a line, such as headcount: 40."}
	if at, what := jsonFault(text); what != "" {
		e.Where, e.What = placeOf(name, text, at), what
		if what == second {
			e.Cure = oneSet
		}
		return e
	}
	line, tab := reached(text)
	e.Where = fmt.Sprintf("%s:%d", name, line)
	what := regexp.MustCompile(`^yaml: (line \d+: )?`).ReplaceAllString(err.Error(), "")
	e.What = "neither YAML nor JSON: " + model.Clean(model.Cut(what, 200))
	if tab {
		e.Cure = "The line begins with a tab; begin it with spaces, or with nothing."
	}
	return e
}

// jsonFault gives what is wrong with a text that is meant as JSON, and at which
// byte; "" if it is not meant so, or if it is good JSON.
func jsonFault(text []byte) (at int, what string) {
	if !regexp.MustCompile(`^\s*(\{\s*("|\}|$)|\[)`).Match(text) {
		return 0, ""
	}
	d := jsontext.NewDecoder(bytes.NewReader(text), jsontext.AllowDuplicateNames(true))
	_, err := d.ReadValue()
	if err == nil {
		rest := bytes.TrimLeft(text[d.InputOffset():], " \t\r\n")
		if len(rest) == 0 {
			return 0, ""
		}
		return len(text) - len(rest), second
	}
	if e, ok := errors.AsType[*jsontext.SyntacticError](err); ok && !errors.Is(err, io.ErrUnexpectedEOF) {
		return int(e.ByteOffset), "neither YAML nor JSON: " + model.Clean(e.Err.Error())
	}
	return len(bytes.TrimRight(text, " \t\r\n")), "neither YAML nor JSON: it ends in the middle"
}

// reached gives the line up to which the YAML parser reads text before it gives
// up, and whether that line begins with a tab. It is fed byte by byte, because it
// keeps its own count of lines to itself.
func reached(text []byte) (line int, tab bool) {
	r := &byteReader{text: text}
	d := yaml.NewDecoder(r)
	for {
		var doc yaml.Node
		if d.Decode(&doc) != nil {
			break
		}
	}
	read := bytes.TrimRight(text[:r.at], " \t\r\n")
	start := bytes.LastIndexByte(read, '\n') + 1
	return 1 + bytes.Count(read, []byte("\n")), strings.HasPrefix(strings.TrimLeft(string(read[start:]), " "), "\t")
}

// byteReader gives one byte a call.
type byteReader struct {
	text []byte
	at   int
}

// Read implements io.Reader.
func (r *byteReader) Read(p []byte) (int, error) {
	if r.at == len(r.text) {
		return 0, io.EOF
	}
	n := copy(p, r.text[r.at:r.at+1])
	r.at += n
	return n, nil
}

// placeOf is the place of a byte of the text.
func placeOf(name string, text []byte, at int) string {
	start := bytes.LastIndexByte(text[:at], '\n') + 1
	return place(name, 1+bytes.Count(text[:at], []byte("\n")), 1+utf8.RuneCount(text[start:at]))
}
