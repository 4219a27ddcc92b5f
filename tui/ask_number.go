package tui

import (
	"fmt"
	"strconv"

	"remit/model"
)

// maxDigits is more than any legal number has, so that typing too many shows the
// error instead of silently swallowing a key.
const maxDigits = 12

// number is the field for typing a whole number. It takes digits only: nothing
// that could need cleaning ever gets in.
type number struct {
	digits string
	given  bool // they are the answer that was given before: the first digit begins a new one
}

func (n *number) add(d string) {
	if n.given {
		*n = number{}
	}
	if len(n.digits) < maxDigits {
		n.digits += d
	}
}

// drop takes the last digit away, also of the answer that was given before; false if
// there was none.
func (n *number) drop() bool {
	if n.digits == "" {
		return false
	}
	n.digits, n.given = n.digits[:len(n.digits)-1], false
	return true
}

// waits reports that something is typed which nobody has given as the answer yet.
func (n *number) waits() bool { return n.digits != "" && !n.given }

// answer gives what was typed, or what is wrong with it in words for the reader.
// Both are empty while nothing is typed.
func (n *number) answer(q *model.Question) (a model.Answer, fault string) {
	if n.digits == "" {
		return model.Answer{}, ""
	}
	v, err := strconv.Atoi(n.digits)
	if err != nil || v < q.Min || v > q.Max {
		return model.Answer{}, fmt.Sprintf("It takes a number from %s to %s.", thousands(q.Min), thousands(q.Max))
	}
	return model.Count(v), ""
}

// bandOf gives the band into which a typed number falls, nil if none.
func bandOf(q *model.Question, n int) *model.Band {
	for i, b := range q.Bands {
		if b.From <= n && n <= b.To {
			return &q.Bands[i]
		}
	}
	return nil
}
