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

// slugOf makes of a company's name the beginning of a file's name: small letters,
// digits and hyphens, at most 40, so that no system and no shell takes it for anything
// else. A name of which nothing is left becomes "remit".
func slugOf(name string) string {
	const most, none = 40, "remit"
	var b strings.Builder
	gap := false
	for _, r := range strings.ToLower(model.Clean(name)) {
		letter := plainLetter(r)
		switch {
		case unicode.Is(unicode.Mn, r):
		case letter == "":
			gap = b.Len() > 0
		default:
			if gap {
				b.WriteByte('-')
				gap = false
			}
			b.WriteString(letter)
		}
	}
	slug := b.String()
	if len(slug) > most {
		slug = strings.TrimRight(slug[:most], "-")
	}
	if slug == "" {
		return none
	}
	return slug
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
