package model

import (
	"fmt"
	"strconv"
	"strings"
)

// Counted says a number with the unit of the question, "12 people" or "1 person". A
// unit is written as a plural; where it has no singular that follows the common rules
// of English it stays as it is.
func (q *Question) Counted(n int) string { return strings.TrimSpace(fmt.Sprint(n) + " " + q.UnitOf(n)) }

// UnitOf gives the unit of the question as it stands behind the number n.
func (q *Question) UnitOf(n int) string {
	if n != 1 {
		return q.Unit
	}
	return singular(q.Unit)
}

// singular knows the few ways in which units are plurals.
func singular(unit string) string {
	if head, ok := strings.CutSuffix(unit, "people"); ok {
		return head + "person"
	}
	if stem, ok := strings.CutSuffix(unit, "ies"); ok {
		return stem + "y"
	}
	if stem, ok := strings.CutSuffix(unit, "es"); ok {
		for _, hiss := range []string{"ch", "sh", "ss", "x"} {
			if strings.HasSuffix(stem, hiss) {
				return stem
			}
		}
	}
	if strings.HasSuffix(unit, "ss") {
		return unit
	}
	return strings.TrimSuffix(unit, "s")
}

// Thousands writes a number with its digits in groups, so that a slip of one digit is
// seen: "12,500".
func Thousands(n int) string {
	if n < 0 {
		return "-" + Thousands(-n)
	}
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}
