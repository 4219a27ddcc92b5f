package store

import (
	"reflect"

	"remit/model"
)

// Twin is one session in two stores.
type Twin struct {
	ID, Name    string
	Here, There int // how many of its events can be read
}

// Difference is what two stores hold against each other, each list oldest session
// first. Of a damaged store it knows what can still be read.
type Difference struct {
	Same       int    // how many sessions are in both and alike
	OnlyHere   []Twin // not in the other store
	OnlyThere  []Twin // not in this store
	NewerHere  []Twin // in both, and this store knows how it went on
	NewerThere []Twin // in both, and the other store knows how it went on
	Apart      []Twin // in both, and went on in each in another way
}

// None reports whether the two stores hold the same.
func (d Difference) None() bool {
	return len(d.OnlyHere)+len(d.OnlyThere)+len(d.NewerHere)+len(d.NewerThere)+len(d.Apart) == 0
}

// differ compares what two stores hold.
func differ(here, there []Salvaged) (d Difference) {
	others := make(map[string]Salvaged, len(there))
	for _, s := range there {
		others[s.ID] = s
	}
	for _, s := range here {
		other, both := others[s.ID]
		delete(others, s.ID)
		twin := Twin{s.ID, s.Name, len(s.Events), len(other.Events)}
		switch {
		case !both:
			d.OnlyHere = append(d.OnlyHere, twin)
		case !begins(s.Events, other.Events):
			d.Apart = append(d.Apart, twin)
		case twin.Here > twin.There:
			d.NewerHere = append(d.NewerHere, twin)
		case twin.Here < twin.There:
			d.NewerThere = append(d.NewerThere, twin)
		default:
			d.Same++
		}
	}
	for _, s := range there {
		if _, only := others[s.ID]; only {
			d.OnlyThere = append(d.OnlyThere, Twin{s.ID, s.Name, 0, len(s.Events)})
		}
	}
	return d
}

// begins reports whether one of two histories is the beginning of the other.
func begins(a, b []model.Event) bool {
	n := min(len(a), len(b))
	return reflect.DeepEqual(a[:n], b[:n])
}
