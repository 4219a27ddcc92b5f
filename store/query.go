package store

import (
	"errors"
	"fmt"
	"hash/crc32"
	"strconv"
	"strings"
	"unicode"

	"remit/model"
)

const (
	usualPage   = 50
	largestPage = 1000
)

// state is what a listing needs to know of a session to leave it out.
type state byte

const (
	archived state = 1 << iota
	deleted
)

func stateOf(s model.Session) (st state) {
	if s.Archived {
		st |= archived
	}
	if s.Deleted {
		st |= deleted
	}
	return st
}

// filter is a checked query.
type filter struct {
	show   model.Show
	words  []string // folded; all must occur
	before uint64   // only changes with a smaller order number
	limit  int
}

func newFilter(q model.Query) (filter, error) {
	f := filter{show: q.Show, words: strings.Fields(fold(model.Clean(q.Text))), before: ^uint64(0), limit: q.Limit}
	const what = "list sessions"
	if q.Show > model.ShowAll {
		return f, usage(what, fmt.Errorf("there is no listing number %d", q.Show))
	}
	if f.limit == 0 {
		f.limit = usualPage
	}
	if f.limit < 1 || f.limit > largestPage {
		return f, usage(what, fmt.Errorf("a page has 1 to %d sessions, not %d", largestPage, q.Limit))
	}
	if q.After != "" {
		order, ok := parseCursor(q.After)
		if !ok {
			return f, usage(what, errors.New("the place to go on from is not one that a listing gave"))
		}
		f.before = order
	}
	return f, nil
}

// cursor names the place after the session that was changed with this number. Its
// last letters are a check, because any word is a number to base 36: a mistyped
// one would give a page that has nothing to do with the one before.
func cursor(order uint64) string {
	number := strconv.FormatUint(order, 36)
	return fmt.Sprintf("%s-%04x", number, uint16(crc32.Checksum([]byte(number), castagnoli)))
}

func parseCursor(text string) (order uint64, ok bool) {
	number, _, _ := strings.Cut(text, "-")
	order, err := strconv.ParseUint(number, 36, 64)
	return order, err == nil && text == cursor(order)
}

// wants reports whether a session belongs in the listing; texts are its
// searchTexts.
func (f filter) wants(st state, texts string) bool {
	switch f.show {
	case model.ShowActive:
		if st != 0 {
			return false
		}
	case model.ShowArchived:
		if st != archived {
			return false
		}
	case model.ShowDeleted:
		if st&deleted == 0 {
			return false
		}
	case model.ShowAll:
		if st&deleted != 0 {
			return false
		}
	}
	for _, word := range f.words {
		if !strings.Contains(texts, word) {
			return false
		}
	}
	return true
}

// searchTexts is what a listing searches, folded. Line breaks keep the three
// apart: names have none.
func searchTexts(s model.Session) string {
	return fold(s.Name + "\n" + s.Client + "\n" + s.Asked)
}

// fold makes texts that differ only in case equal, in the sense of
// strings.EqualFold.
func fold(s string) string {
	return strings.Map(func(r rune) rune {
		least := r
		for other := unicode.SimpleFold(r); other != r; other = unicode.SimpleFold(other) {
			least = min(least, other)
		}
		return least
	}, s)
}

const shortestPrefix = 4

// mayBeID reports whether ref could be the beginning of an id, and gives it in
// the letters that ids are written in.
func mayBeID(ref string) (prefix string, ok bool) {
	if len(ref) < shortestPrefix || len(ref) > 26 {
		return "", false
	}
	for i := range len(ref) {
		c := ref[i]
		if !(c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z') {
			return "", false
		}
	}
	return strings.ToUpper(ref), true
}

// mostNamed bounds the list in the message about an ambiguous reference.
const mostNamed = 5

// choose gives the one session that was found. gone are deleted ones that ref
// would mean if they were not.
func choose(ref string, found, gone []model.Session) (model.Session, error) {
	switch {
	case len(found) == 1:
		return found[0], nil
	case len(found) > 1:
		return model.Session{}, &model.Error{
			Kind: model.KindUsage,
			What: inQuotes(ref) + " can mean several sessions",
			Cure: "Give the whole id of the one you mean.",
			Err:  errors.New(listed(found)),
		}
	case len(gone) > 0:
		return model.Session{}, &model.Error{
			Kind: model.KindNotFound,
			What: "there is no session " + inQuotes(ref) + " any more",
			Cure: fmt.Sprintf("To bring it back: remit sessions restore %s", gone[0].ID),
			Err:  errors.New("deleted: " + listed(gone)),
		}
	}
	err := notFound(ref)
	if n := len(ref); n > 0 && n < shortestPrefix {
		err.Cure += fmt.Sprintf(". The beginning of an id counts from %d characters on.", shortestPrefix)
	}
	return model.Session{}, err
}

func listed(sessions []model.Session) string {
	var list []string
	for i, s := range sessions {
		if i == mostNamed {
			list = append(list, "and more")
			break
		}
		list = append(list, fmt.Sprintf("%s (%s)", s.ID, s.Name))
	}
	return strings.Join(list, ", ")
}
