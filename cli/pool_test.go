package cli

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
)

// Pieces come back in the order in which they were filled, whoever is done first, and a
// crash of a worker reaches the caller.
func TestPiecesKeepTheirOrder(t *testing.T) {
	const n = 500
	errLast := errors.New("no more")
	var got []int
	next := 0
	fill := func(p *int) error {
		*p = next
		if next++; next > n {
			return errLast
		}
		return nil
	}
	twice := func() func(*int) { return func(p *int) { *p *= 2 } }
	err := inOrder(t.Context(), fill, twice, func(p *int) error {
		got = append(got, *p)
		return nil
	})
	if !errors.Is(err, errLast) || len(got) != n+1 || !slices.IsSorted(got) || got[n] != 2*n {
		t.Errorf("%d pieces in order %v, %v", len(got), slices.IsSorted(got), err)
	}
	next = 0
	err = inOrder(t.Context(), fill, func() func(*int) { return func(p *int) { panic(*p) } }, func(*int) error { return nil })
	if err == nil || !strings.Contains(fmt.Sprint(err), "0") {
		t.Errorf("the crash of a worker is told as %v", err)
	}
}
