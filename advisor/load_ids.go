package advisor

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"remit/model"
)

// declared reads the form's own id and notes where it stands. An id that a thing
// of the same noun has already is a fault.
func (f *form) declared() string {
	return required(f, "id", func(s spot) string {
		id := s.id()
		if id == "" {
			return ""
		}
		if f.in.places[f.noun] == nil {
			f.in.places[f.noun] = map[string]place{}
		}
		if first, twice := f.in.places[f.noun][id]; twice {
			s.fault("there is another one with this id", "The first is at "+f.in.said.where(first)+". Give one of them another id.")
			return id
		}
		f.in.places[f.noun][id] = s.place()
		return id
	})
}

// refer reads the id of a thing that is declared elsewhere.
func refer(noun string) func(spot) string {
	return func(s spot) string {
		id := s.id()
		if _, ok := s.in.places[noun][id]; ok {
			return id
		}
		s.in.unresolved[noun] = true
		if id != "" {
			s.unknownOf(noun, id)
		}
		return id
	}
}

// sources reads a list of sources and notes that they are used.
func (s spot) sources() []string {
	ids := distinct(s, refer("source"))
	for _, id := range ids {
		s.in.used[id] = true
	}
	return ids
}

// unknownOf reports an id that no thing of this noun has. As long as a file could
// not be read nobody knows, and nothing is said.
func (s spot) unknownOf(noun, id string) {
	if s.in.whole {
		s.unknown(noun, id, slices.Sorted(maps.Keys(s.in.places[noun])))
	}
}

// unknown reports a word that is none of those known.
func (s spot) unknown(noun, word string, known []string) {
	if !s.legible(word) {
		return
	}
	what := fmt.Sprintf("unknown %s %q", noun, shown(word))
	if s.key != noun && s.key != "" {
		what = s.key + " names " + what
	}
	s.lazyFault(what, func() string { return suggest(word, plural(noun), known) })
}

// plural is what several of a noun are called: "ways to ask", "activities".
func plural(noun string) string {
	head, rest, _ := strings.Cut(noun, " to ")
	if rest != "" {
		rest = " to " + rest
	}
	if stem, ok := strings.CutSuffix(head, "y"); ok && strings.TrimRight(stem, "aeou") == stem {
		return stem + "ies" + rest
	}
	return head + "s" + rest
}

// suggest is a cure: the nearest of the known words, and all of them if they are
// few enough to read.
func suggest(word, noun string, known []string) string {
	const few = 20
	cure := ""
	if near, ok := model.Nearest(word, known); ok {
		cure = "Did you mean " + near + "? "
	}
	switch {
	case len(known) == 0:
		return fmt.Sprintf("There are no %s.", noun)
	case len(known) <= few:
		return fmt.Sprintf("%sThe %s are %s.", cure, noun, strings.Join(known, ", "))
	case cure == "":
		return fmt.Sprintf("There are %d %s; the first are %s.", len(known), noun, strings.Join(known[:few], ", "))
	}
	return strings.TrimSpace(cure)
}
