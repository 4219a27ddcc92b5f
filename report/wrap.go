package report

import (
	"strings"
	"unicode"

	"github.com/charmbracelet/x/ansi"
)

// Wrap breaks text into lines of at most w cells: at spaces, which are dropped there,
// after hyphens, and inside of a word only where the word has no room on a line of its
// own. All else stays in its order, escape codes too. Only a sign that is itself wider
// than w makes a wider line. Where w is less than 1 the text stays as it is.
func Wrap(text string, w int) []string {
	if w < 1 {
		return strings.Split(text, "\n")
	}
	b := breaker{w: w}
	var state byte
	for len(text) > 0 {
		sign, cells, n, next := ansi.DecodeSequence(text, state, nil)
		switch {
		case sign == "\n":
			b.endParagraph()
		case breakable(sign):
			b.word()
			b.space = append(b.space, sign...)
			b.spaceCells += cells
		case sign == "-":
			b.add(sign, cells)
			if b.lettered { // else it is a sign before a number, or a flag
				b.word()
			}
		default:
			b.add(sign, cells)
			b.lettered = b.lettered || cells > 0
		}
		text, state = text[n:], next
	}
	b.endParagraph()
	return b.lines
}

// breakable reports whether a sign is a space at which a line may end.
func breakable(sign string) bool {
	const kept = "\u00a0\u202f\u2007" // spaces that hold together what they part
	for i, r := range sign {
		return i == 0 && len(sign) == len(string(r)) && unicode.IsSpace(r) && !strings.ContainsRune(kept, r)
	}
	return false
}

// breaker fills lines. What it has read of a word, and the space before it, wait until
// it is known how wide the word is.
type breaker struct {
	w                      int
	lines                  []string // finished
	line, space, next      []byte
	cells, spaceCells, own int  // widths of these three
	lettered               bool // the word that waits has more than hyphens
}

func (b *breaker) add(sign string, cells int) {
	b.next = append(b.next, sign...)
	b.own += cells
}

// word puts the word that waits onto a line.
func (b *breaker) word() {
	if len(b.next) == 0 {
		return
	}
	if b.cells+b.spaceCells+b.own > b.w {
		b.breakLine()
	}
	b.line = append(append(b.line, b.space...), b.next...)
	b.cells += b.spaceCells + b.own
	b.space, b.spaceCells = b.space[:0], 0
	b.next, b.own, b.lettered = b.next[:0], 0, false
	if b.cells > b.w {
		b.divide()
	}
}

// divide breaks a line that is one word too long for any.
func (b *breaker) divide() {
	word := string(b.line)
	b.line, b.cells = b.line[:0], 0
	var state byte
	for len(word) > 0 {
		sign, cells, n, next := ansi.DecodeSequence(word, state, nil)
		if b.cells+cells > b.w {
			b.breakLine()
		}
		b.line = append(b.line, sign...)
		b.cells += cells
		word, state = word[n:], next
	}
}

// breakLine goes to the next line, if the present one has anything that shows; the
// space before the break goes.
func (b *breaker) breakLine() {
	if b.cells > 0 {
		b.lines = append(b.lines, string(b.line))
		b.line, b.cells = b.line[:0], 0
	}
	b.space, b.spaceCells = b.space[:0], 0
}

// endParagraph ends a line where the text does.
func (b *breaker) endParagraph() {
	b.word()
	if b.cells+b.spaceCells <= b.w {
		b.line = append(b.line, b.space...)
	}
	b.lines = append(b.lines, string(b.line))
	b.line, b.cells = b.line[:0], 0
	b.space, b.spaceCells = b.space[:0], 0
}
