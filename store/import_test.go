package store_test

import (
	"context"
	"errors"
	"iter"
	"slices"
	"strings"
	"testing"
	"time"

	"remit/model"
	"remit/store"
	"remit/store/storetest"
)

// altered gives many sessions of which one is changed on the way.
func altered(n, which int, change func(id string, events []model.Event) (string, []model.Event)) iter.Seq2[string, []model.Event] {
	return func(yield func(string, []model.Event) bool) {
		i := 0
		for id, events := range storetest.Many(n) {
			if i == which {
				id, events = change(id, events)
			}
			if i++; !yield(id, events) {
				return
			}
		}
	}
}

// What is new is added, what is here already is left, and whoever has another history
// here is named.
func TestImportAllSaysWhatBecameOfEachSession(t *testing.T) {
	b := open(t, fresh(t))
	ahead := func(id string, events []model.Event) (string, []model.Event) {
		events[len(events)-1].At = time.Now().AddDate(3, 0, 0)
		return id, events
	}
	otherwise := func(id string, events []model.Event) (string, []model.Event) { return id, events[:3] }
	for _, test := range []struct {
		name     string
		sessions iter.Seq2[string, []model.Event]
		want     store.Arrived
	}{
		{"none", storetest.Many(0), store.Arrived{}},
		{"five", storetest.Many(5), store.Arrived{Added: 5}},
		{"the five and three more", storetest.Many(8), store.Arrived{Added: 3, Here: 5}},
		{"one that is dated in the future", altered(9, 3, ahead), store.Arrived{Added: 1, Here: 7, Ahead: []int{3}}},
		{"one that went on elsewhere", altered(9, 0, otherwise), store.Arrived{Here: 8, Apart: []int{0}}},
	} {
		got, err := b.ImportAll(t.Context(), test.sessions)
		if err != nil || got.Added != test.want.Added || got.Here != test.want.Here || !slices.Equal(got.Apart, test.want.Apart) || !slices.Equal(got.Ahead, test.want.Ahead) {
			t.Errorf("%s: %+v, %v; want %+v", test.name, got, err, test.want)
		}
	}
	storetest.Sound(t, b)
}

// One session that cannot be taken, or an end before the end, and none is: nobody has to
// find out which half is there.
func TestImportAllIsAllOrNothing(t *testing.T) {
	path := filled(t, 2)
	b := open(t, path)
	before, err := b.List(t.Context(), model.Query{Limit: 10})
	if err != nil {
		t.Fatal(err)
	}
	ended, end := context.WithCancel(t.Context())
	for name, test := range map[string]struct {
		ctx      context.Context
		sessions iter.Seq2[string, []model.Event]
		is       func(error) bool
	}{
		"an id that is none": {t.Context(), altered(1500, 1200, func(_ string, events []model.Event) (string, []model.Event) { return "not an id", events }),
			func(err error) bool {
				refused, ok := errors.AsType[*store.Refused](err)
				return ok && refused.At == 1200 && model.KindOf(err) == model.KindInvalid
			}},
		"a history with a gap": {t.Context(), altered(40, 39, func(id string, events []model.Event) (string, []model.Event) { return id, slices.Delete(events, 2, 3) }),
			func(err error) bool {
				return model.KindOf(err) == model.KindInvalid && strings.Contains(err.Error(), `"Company 00039"`)
			}},
		"told to stop": {ended, altered(40, 39, func(id string, events []model.Event) (string, []model.Event) { end(); return id, events }),
			func(err error) bool { return errors.Is(err, context.Canceled) }},
	} {
		got, err := b.ImportAll(test.ctx, test.sessions)
		if !test.is(err) || got.Added+got.Here+len(got.Apart) > 0 {
			t.Errorf("%s: %+v, %v", name, got, err)
		}
		after, err := b.List(t.Context(), model.Query{Limit: 10})
		if err != nil || len(after.Sessions) != len(before.Sessions) {
			t.Errorf("%s: %d sessions, %v; want %d", name, len(after.Sessions), err, len(before.Sessions))
		}
	}
	storetest.Sound(t, b)
}
