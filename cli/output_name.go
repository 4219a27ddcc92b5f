package cli

import (
	"fmt"
	"os"
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

// mostNames bounds how many names of a kind are tried.
const mostNames = 1000

// eachName tries names in the directory until one is written: slug-kind.ext, and then
// slug-kind-2.ext and so on, because nothing is replaced without force. It gives the
// file that was written.
func (o output) eachName(slug, kind, ext string, write func(output) error) (string, error) {
	for n := 1; n <= mostNames; n++ {
		name := slug + "-" + kind
		if n > 1 {
			name = fmt.Sprint(name, "-", n)
		}
		file := strings.TrimRight(o.file, string(os.PathSeparator)) + string(os.PathSeparator) + name + "." + ext // not Join: the system knows what .. means
		if _, err := os.Lstat(file); err == nil && !o.force {
			continue
		}
		err := write(output{file: file, force: o.force})
		if _, missing := os.Stat(o.file); model.KindOf(err) == model.KindExists && !o.force && missing == nil {
			continue // somebody was quicker
		}
		return file, err
	}
	return "", &model.Error{Kind: model.KindExists, What: fmt.Sprintf("write into %q: there are %d documents of this name already", o.file, mostNames),
		Lost: "Nothing was written.", Cure: "Name a file, or another directory."}
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
