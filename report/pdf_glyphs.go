package report

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/text/unicode/norm"
)

// noGlyph stands for a character that the fonts do not have.
const noGlyph = '□'

// glyphs knows which characters the fonts of a PDF have, and keeps count of those that
// were asked for in vain. All its faces have the same.
type glyphs struct {
	font    *sfnt.Font
	buffer  sfnt.Buffer
	known   map[rune]bool
	missing map[rune]int
}

func newGlyphs() *glyphs {
	font, err := sfnt.Parse(goregular.TTF)
	if err != nil {
		panic(err) // it is part of the program
	}
	return &glyphs{font: font, known: map[rune]bool{}, missing: map[rune]int{}}
}

// text makes a text fit to be drawn. Letters with accents of their own become one
// character, for that is what fonts have; what cannot be seen is left out; what the fonts
// lack becomes a box.
func (g *glyphs) text(s string) string {
	if ascii(s) {
		return s
	}
	var b strings.Builder
	for _, c := range norm.NFC.String(s) {
		switch {
		case g.has(c):
			b.WriteRune(c)
		case unicode.Is(unicode.Zs, c):
			b.WriteByte(' ')
		case c == '\u2010' || c == '\u2011':
			b.WriteByte('-')
		case unicode.Is(unicode.Cf, c) || unicode.Is(unicode.Variation_Selector, c):
			// It only joins or selects what stands beside it.
		default:
			g.missing[c]++
			b.WriteRune(noGlyph)
		}
	}
	return b.String()
}

func (g *glyphs) has(c rune) bool {
	if c >= ' ' && c <= '~' {
		return true
	}
	known, asked := g.known[c]
	if !asked {
		// The format of the file has no room for what needs more than 16 bits.
		i, err := g.font.GlyphIndex(&g.buffer, c)
		known = err == nil && i != 0 && c > ' ' && c <= 0xffff
		g.known[c] = known
	}
	return known
}

// warnings says which characters are missing and how often, the most frequent first.
func (g *glyphs) warnings() []string {
	if len(g.missing) == 0 {
		return nil
	}
	const told = 12
	list := make([]rune, 0, len(g.missing))
	for c := range g.missing {
		list = append(list, c)
	}
	slices.SortFunc(list, func(a, b rune) int {
		if d := g.missing[b] - g.missing[a]; d != 0 {
			return d
		}
		return int(a - b)
	})
	total := 0
	var names []string
	for i, c := range list {
		total += g.missing[c]
		if i < told {
			names = append(names, fmt.Sprintf("%c (%U) %s", c, c, times(g.missing[c])))
		}
	}
	text := "The fonts of the PDF lack a character, which shows as a box: "
	if len(list) > 1 {
		text = fmt.Sprintf("The fonts of the PDF lack %d characters, which show as boxes in %d places: ", len(list), total)
	}
	text += strings.Join(names, ", ")
	if more := len(list) - told; more > 0 {
		text += fmt.Sprintf(", and %d more", more)
	}
	return []string{text + ". The HTML form has them all."}
}

func times(n int) string {
	if n == 1 {
		return "once"
	}
	return fmt.Sprintf("%d times", n)
}
