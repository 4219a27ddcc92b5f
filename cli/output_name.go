package cli

import (
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
	"unicode"

	"remit/model"
)

// inFolder reports whether the output is a directory, for a document that can be
// given a name of its own there.
func (o output) inFolder() bool {
	if !o.toFile() {
		return false
	}
	there, err := os.Stat(o.file)
	return err == nil && there.IsDir() || os.IsPathSeparator(o.file[len(o.file)-1])
}

// shelf gives documents names of their own in a directory: slug-kind.ext, and then
// slug-kind-2.ext and so on. It passes over what is there, with force too: what stands
// under a name that nobody chose may be of another company.
type shelf struct {
	dir   output
	tried map[string]int // how many names a beginning has had
}

func newShelf(dir output) *shelf { return &shelf{dir: dir, tried: map[string]int{}} }

// put writes a document under the first name that is free, and gives that name. note,
// which may be nil, is told each name before anything is written there.
func (s *shelf) put(a *app, slug, kind, ext string, note func(name string) error, fill func(io.Writer) error) (name string, err error) {
	begin := slug + "-" + kind
	for {
		s.tried[begin]++
		name := begin + "." + ext
		if n := s.tried[begin]; n > 1 {
			name = fmt.Sprintf("%s-%d.%s", begin, n, ext)
		}
		to := output{file: inside(s.dir.file, name)}
		if _, err := os.Lstat(to.file); err == nil {
			continue
		}
		if note != nil {
			if err := note(name); err != nil {
				return name, err
			}
		}
		err := to.write(a, fill)
		if _, there := os.Lstat(to.file); model.KindOf(err) == model.KindExists && there == nil {
			continue // somebody was quicker
		}
		return name, err
	}
}

// isNamed reports whether a file has a name that a shelf gives.
func isNamed(file, slug, kind, ext string) bool {
	rest, ok := strings.CutPrefix(strings.TrimSuffix(file, "."+ext), slug+"-"+kind)
	if rest == "" || !ok {
		return ok
	}
	n, err := strconv.Atoi(strings.TrimPrefix(rest, "-"))
	return err == nil && rest == fmt.Sprint("-", n)
}

// save writes a document: into the file that is named, or under a name of its own where
// that is a directory. It gives the file.
func (o output) save(a *app, slug, kind, ext string, fill func(io.Writer) error) (file string, err error) {
	if o.inFolder() {
		name, err := newShelf(o).put(a, slug, kind, ext, nil, fill)
		return inside(o.file, name), err
	}
	return o.file, o.write(a, fill)
}

// inside names a file in a directory. It does not clean the path: the system knows what
// .. means there.
func inside(dir, name string) string {
	return strings.TrimRight(dir, string(os.PathSeparator)) + string(os.PathSeparator) + name
}

// nameless begins the names of documents that do not say whose they are.
const nameless = "remit"

// slugOf makes of a company's name the beginning of a file's name: small letters of any
// script, digits and hyphens, at most 40, so that no system and no shell takes it for
// anything else, and that it says whose it is. Latin letters lose their marks. A name of
// which nothing is left becomes otherwise.
func slugOf(name, otherwise string) string {
	const most = 40
	var slug []rune
	gap := false
	for _, r := range strings.ToLower(model.Clean(name)) {
		letter := nameLetter(r, slug)
		switch {
		case letter == "" && unicode.Is(unicode.Mn, r):
		case letter == "":
			gap = len(slug) > 0
		case gap:
			slug = append(slug, '-')
			fallthrough
		default:
			slug, gap = append(slug, []rune(letter)...), false
		}
	}
	if len(slug) > most {
		slug = slug[:most]
	}
	if text := strings.TrimRight(string(slug), "-"); text != "" {
		return text
	}
	return otherwise
}

// nameLetter is what a file's name keeps of a small letter, a digit or a mark behind what it
// has so far; "" for nothing. What cannot be seen is no letter here: two names would look
// the same.
func nameLetter(r rune, before []rune) string {
	switch plain := plainLetter(r); {
	case plain != "" || r <= unicode.MaxLatin1:
		return plain
	case unicode.Is(unicode.Other_Default_Ignorable_Code_Point, r):
		return ""
	case unicode.IsLetter(r), unicode.Is(unicode.Nd, r):
		return string(r)
	case unicode.IsMark(r) && len(before) > 0 && before[len(before)-1] > unicode.MaxLatin1:
		return string(r) // a vowel, in many scripts
	}
	return ""
}

// plainLetter writes a small letter or digit without its marks; "" for all else.
func plainLetter(r rune) string {
	if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
		return string(r)
	}
	for _, same := range []struct{ letter, marked string }{
		{"a", "àáâãåāăą"}, {"ae", "äæ"}, {"c", "çćĉċč"}, {"d", "ďđð"}, {"e", "èéêëēĕėęě"}, {"g", "ĝğġģ"}, {"i", "ìíîïĩīĭįı"},
		{"l", "ĺļľłŀ"}, {"n", "ñńņňŋ"}, {"o", "òóôõøōŏő"}, {"oe", "öœ"}, {"r", "ŕŗř"}, {"s", "śŝşšș"}, {"ss", "ß"}, {"t", "ţťŧțþ"},
		{"u", "ùúûũūŭůűų"}, {"ue", "ü"}, {"y", "ýÿŷ"}, {"z", "źżž"},
	} {
		if strings.ContainsRune(same.marked, r) {
			return same.letter
		}
	}
	return ""
}
