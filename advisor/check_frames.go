package advisor

import (
	"fmt"
	"slices"

	"remit/model"
)

// frame is a situation but for the answers.
type frame struct {
	structure  model.Structure
	engagement model.Engagement
	reporting  model.Reporting
}

func (f frame) String() string {
	if f.reporting == "" {
		return fmt.Sprintf("%s, %s, no reporting line", f.structure, f.engagement)
	}
	return fmt.Sprintf("%s, %s, %s", f.structure, f.engagement, f.reporting)
}

// frames are all that a framework's tables can give, so that what a playbook says of
// advice can be checked for each of them. The answers are left out: there are too many,
// and what holds without asking for any holds whatever they are.
type frames struct {
	all   []frame
	every frameSet
	with  map[any]frameSet // by structure, by engagement, by reporting line
}

// frameSet is a set of places in frames.all, a bit for each.
type frameSet []uint64

func newFrames(f *model.Framework) *frames {
	fr := &frames{with: map[any]frameSet{}}
	for _, s := range model.Structures() {
		for _, e := range results(f.Engagement, s) {
			for _, r := range results(f.Reporting, s) {
				fr.all = append(fr.all, frame{s, model.Engagement(e), model.Reporting(r)})
			}
		}
	}
	fr.every = fr.none()
	for i, a := range fr.all {
		fr.every.put(i)
		for _, part := range []any{a.structure, a.engagement, a.reporting} {
			if fr.with[part] == nil {
				fr.with[part] = fr.none()
			}
			fr.with[part].put(i)
		}
	}
	return fr
}

// results lists what a table can give for a structure.
func results(t model.Table, s model.Structure) []string {
	var given []string
	for _, row := range t.Rows {
		if isFor(row, s) && !slices.Contains(given, row.Then) {
			given = append(given, row.Then)
		}
	}
	return given
}

func (fr *frames) none() frameSet { return make(frameSet, (len(fr.all)+63)/64) }

// of is the set of frames in which f holds if its conditions do.
func (fr *frames) of(f model.Fit) frameSet {
	set := fr.every.clone()
	narrow(fr, set, f.For)
	narrow(fr, set, f.Engaged)
	narrow(fr, set, f.Reporting)
	return set
}

// sure is of for a fit without conditions, and nothing for any other.
func (fr *frames) sure(f model.Fit) frameSet {
	if len(f.When) > 0 {
		return fr.none()
	}
	return fr.of(f)
}

// narrow keeps in a set what has one of the parts; no parts mean any.
func narrow[T any](fr *frames, set frameSet, parts []T) {
	if len(parts) == 0 {
		return
	}
	some := fr.none()
	for _, p := range parts {
		some.add(fr.with[p])
	}
	set.keep(some)
}

// some names one frame of a set that is not empty.
func (fr *frames) some(set frameSet) frame { return fr.all[set.first()] }

func (set frameSet) put(i int)      { set[i/64] |= 1 << (i % 64) }
func (set frameSet) has(i int) bool { return set[i/64]>>(i%64)&1 == 1 }

// add, keep and remove change a set in place. A nil set is empty.
func (set frameSet) add(o frameSet) {
	for i := range o {
		set[i] |= o[i]
	}
}

func (set frameSet) keep(o frameSet) {
	for i := range set {
		set[i] &= o[i]
	}
}

func (set frameSet) remove(o frameSet) {
	for i := range o {
		set[i] &^= o[i]
	}
}

// first is the smallest member, -1 if the set is empty.
func (set frameSet) first() int {
	for i := range 64 * len(set) {
		if set.has(i) {
			return i
		}
	}
	return -1
}

func (set frameSet) empty() bool {
	return !slices.ContainsFunc(set, func(word uint64) bool { return word != 0 })
}

func (set frameSet) clone() frameSet { return slices.Clone(set) }
