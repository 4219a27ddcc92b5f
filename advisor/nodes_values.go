package advisor

import (
	"fmt"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"remit/model"
)

// The longest texts in bytes. They are for people to read, on a screen.
const (
	maxID   = 60
	maxLine = 500
	maxLong = 4000
)

// raw gives a text as it stands, without the space around it. Only texts are
// texts: what other readers of YAML would take for a number, a boolean or a date
// needs quotes.
func (s spot) raw() (string, bool) {
	if s.node.Kind != yaml.ScalarNode {
		s.wants("a text", "")
		return "", false
	}
	text := strings.TrimSpace(s.node.Value)
	switch {
	case s.node.Tag == "!!null" || text == "":
		s.fault(s.name()+" is empty", "")
		return "", false
	case s.node.Tag != "!!str" || oldBoolean(s.node):
		s.wants("a text", fmt.Sprintf("Put it in quotes: %q.", shown(text)))
		return "", false
	}
	return text, true
}

// line is a text on one line.
func (s spot) line() string {
	text, ok := s.raw()
	if !ok || !s.printable(text, model.Clean(strings.ReplaceAll(text, "\n", " ")), maxLine) {
		return ""
	}
	if strings.Contains(text, "\n") {
		s.fault(s.name()+" has several lines", "Write it on one line, or begin it with >- to join its lines.")
		return ""
	}
	return text
}

// text is a text of one or several lines.
func (s spot) text() string {
	text, ok := s.raw()
	if !ok || !s.printable(text, model.CleanLines(text), maxLong) {
		return ""
	}
	return text
}

// printable reports text that is too long, or that cleaning would change.
func (s spot) printable(text, clean string, most int) bool {
	if len(text) > most {
		s.fault(fmt.Sprintf("%s is longer than %d characters", s.name(), most), "Shorten it.")
		return false
	}
	if strings.ReplaceAll(text, "\n", " ") == strings.ReplaceAll(clean, "\n", " ") {
		return true
	}
	s.fault(s.name()+" has characters that cannot be seen or printed"+firstUnseen(text), "Take them out: "+strconv.Quote(shown(clean)))
	return false
}

// legible reports a word in which characters hide: what is wrong with it could not be seen
// in a complaint about the word.
func (s spot) legible(word string) bool { return s.printable(word, model.Clean(word), maxLine) }

// firstUnseen names the first character that cleaning takes out.
func firstUnseen(text string) string {
	for _, r := range text {
		if r != '\n' && model.Clean(string(r)) != string(r) {
			return fmt.Sprintf(", first %U", r)
		}
	}
	return ""
}

// id is a word that other parts of the framework, answers and commands use as a
// name.
func (s spot) id() string {
	text, ok := s.raw()
	if !ok || !s.legible(text) {
		return ""
	}
	if !isID(text) {
		s.fault(fmt.Sprintf("%s %q is not a legal id", s.name(), shown(text)),
			fmt.Sprintf("Use lower-case letters, digits, - and _, at most %d of them, a letter or digit first.", maxID))
		return ""
	}
	return text
}

func isID(text string) bool {
	for i, c := range []byte(text) {
		letter := c >= 'a' && c <= 'z' || c >= '0' && c <= '9'
		if !letter && (i == 0 || c != '-' && c != '_') {
			return false
		}
	}
	return text != "" && len(text) <= maxID
}

// integer is a whole number from low to high, in plain decimal digits.
func (s spot) integer(low, high int) int {
	if s.node.Kind != yaml.ScalarNode || s.node.Tag != "!!int" {
		s.wants("a whole number", "")
		return low
	}
	digits := strings.TrimLeft(s.node.Value, "+-")
	if strings.Trim(digits, "0123456789") != "" || len(digits) > 1 && digits[0] == '0' {
		s.fault(fmt.Sprintf("%s is written as %s", s.name(), shown(s.node.Value)), "Write it in plain digits, without a 0 in front.")
		return low
	}
	n, err := strconv.Atoi(s.node.Value)
	if err != nil || n < low || n > high {
		s.fault(fmt.Sprintf("%s is %s, outside %d to %d", s.name(), shown(s.node.Value), low, high), "")
		return low
	}
	return n
}

// version is three numbers with dots.
func (s spot) version() string {
	if s.node.Kind == yaml.ScalarNode && s.node.Tag == "!!float" {
		s.fault("version is the number "+shown(s.node.Value)+", not a version", "Write three numbers, such as 1.0.0.")
		return ""
	}
	text := s.line()
	if text == "" {
		return ""
	}
	parts := strings.Split(text, ".")
	ok := len(parts) == 3
	for _, p := range parts {
		ok = ok && p != "" && len(p) < 10 && strings.Trim(p, "0123456789") == ""
	}
	if !ok {
		s.fault(fmt.Sprintf("version %q is not a version", shown(text)), "Write three numbers, such as 1.0.0.")
	}
	return text
}

// year is a year or a word for it, such as n.d.; a plain number is a year too.
func (s spot) year() string {
	if s.node.Kind == yaml.ScalarNode && s.node.Tag == "!!int" && len(s.node.Value) == 4 {
		return strconv.Itoa(s.integer(1000, 9999))
	}
	return s.line()
}

// link is the address of a page.
func (s spot) link() string {
	text := s.line()
	if text == "" {
		return ""
	}
	if !strings.HasPrefix(text, "https://") && !strings.HasPrefix(text, "http://") || strings.ContainsAny(text, " \"<>\\^`{|}") {
		s.fault(fmt.Sprintf("%s %q is not a web address", s.name(), shown(text)), "Write it as https://…, without spaces.")
	}
	return text
}

// structure is one of the five.
func (s spot) structure() model.Structure {
	id, _ := s.raw()
	known, ok := model.ParseStructure(id)
	if !ok && id != "" {
		s.unknown("structure", id, structureIDs())
	}
	return known
}

// structures is a list of structures, each at most once.
func (s spot) structures() []model.Structure {
	return distinct(s, spot.structure)
}

// distinct reads a list in which nothing may stand twice.
func distinct[T comparable](s spot, read func(spot) T) []T {
	var items []T
	seen := map[T]bool{}
	for _, item := range s.list() {
		faults := s.in.said.count()
		v := read(item)
		if s.in.said.count() > faults {
			continue
		}
		if seen[v] {
			item.fault(fmt.Sprintf("%s lists %q twice", s.key, shown(item.node.Value)), "Keep one.")
			continue
		}
		seen[v] = true
		items = append(items, v)
	}
	return items
}

func structureIDs() []string {
	var ids []string
	for _, s := range model.Structures() {
		ids = append(ids, s.String())
	}
	return ids
}
