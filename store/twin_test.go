package store_test

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"testing"
	"time"

	"remit/model"
	"remit/store"
	"remit/store/storetest"
)

// TestBoltAndMemoryAreTwins does the same random things to both, under a clock that
// jumps in both directions: both answer alike, failures included.
func TestBoltAndMemoryAreTwins(t *testing.T) {
	runs, steps := 8, 150
	if testing.Short() {
		runs = 2
	}
	seed := uint64(time.Now().UnixNano())
	for run := range runs {
		t.Run(fmt.Sprintf("seed %d.%d", seed, run), func(t *testing.T) {
			random := rand.New(rand.NewPCG(seed, uint64(run)))
			now := time.Date(2026, 5, 1, 12, 0, 0, 0, time.UTC)
			clock := func() time.Time { return now }
			path := fresh(t)
			twins := pair{random: random, memory: store.NewMemory(clock)}
			for range steps {
				now = now.Add(time.Duration(random.NormFloat64() * float64(time.Hour)))
				switch random.IntN(60) {
				case 0:
					now = time.Date(1969, 1, 1, 0, 0, 0, 0, time.UTC)
				case 1:
					now = time.Date(12000, 1, 1, 0, 0, 0, 0, time.UTC)
				case 2:
					now = time.Date(2026, 5, 1, 12, 0, 0, 0, time.FixedZone("", 7200))
				}
				b, err := store.Open(path, store.Options{Now: clock}) // anew each time: nothing is kept in between
				if err != nil {
					t.Fatal(err)
				}
				twins.bolt = b
				twins.step(t)
			}
			storetest.Sound(t, twins.bolt)
			storetest.Sound(t, twins.memory)
		})
	}
}

// pair holds both twins and the ids under which each knows the same session.
type pair struct {
	random *rand.Rand
	bolt   *store.Bolt
	memory *store.Memory
	ids    [][2]string
}

// any picks a session, now and then one that nobody has.
func (p *pair) any() [2]string {
	if len(p.ids) == 0 || p.random.IntN(30) == 0 {
		return [2]string{firstID, firstID}
	}
	return p.ids[p.random.IntN(len(p.ids))]
}

func (p *pair) step(t *testing.T) {
	t.Helper()
	ctx, ids := t.Context(), p.any()
	switch p.random.IntN(12) {
	case 0, 1:
		e := storetest.Created(p.name())
		b, errB := p.bolt.Create(ctx, e)
		m, errM := p.memory.Create(ctx, e)
		if errB == nil && errM == nil {
			p.ids = append(p.ids, [2]string{b.ID, m.ID})
		}
		p.alike(t, "create", b, m, errB, errM)
	case 2, 3, 4, 5:
		events := make([]model.Event, p.random.IntN(4))
		for i := range events {
			events[i] = p.event()
		}
		b, errB := p.bolt.Append(ctx, ids[0], events...)
		m, errM := p.memory.Append(ctx, ids[1], events...)
		p.alike(t, fmt.Sprintf("append %+v", events), b, m, errB, errM)
	case 6:
		b, errB := p.bolt.History(ctx, ids[0])
		m, errM := p.memory.History(ctx, ids[1])
		if !reflect.DeepEqual(b, m) || model.KindOf(errB) != model.KindOf(errM) {
			t.Errorf("history: bolt gives %+v, %v; memory gives %+v, %v", b, errB, m, errM)
		}
	case 7:
		ref := p.name()
		b, errB := p.bolt.Find(ctx, ref)
		m, errM := p.memory.Find(ctx, ref)
		p.alike(t, "find "+ref, b, m, errB, errM)
	case 8, 9:
		p.lists(t)
	case 10:
		history, err := p.memory.History(ctx, ids[1])
		if err != nil {
			history = []model.Event{storetest.Created("imported")}
			history[0].Seq, history[0].At = 1, time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
		}
		history = history[:len(history)-p.random.IntN(len(history))]
		b, errB := p.bolt.Import(ctx, ids[0], history)
		m, errM := p.memory.Import(ctx, ids[1], history)
		p.alike(t, "import", b, m, errB, errM)
	case 11:
		if p.random.IntN(3) == 0 {
			errB, errM := p.bolt.Purge(ctx, ids[0]), p.memory.Purge(ctx, ids[1])
			p.alike(t, "purge", model.Session{}, model.Session{}, errB, errM)
		}
	}
}

func (p *pair) lists(t *testing.T) {
	t.Helper()
	q := model.Query{Show: model.Show(p.random.IntN(4)), Limit: p.random.IntN(5)}
	if p.random.IntN(2) == 0 {
		q.Text = []string{"a", "ACME", "b acme", "nothing"}[p.random.IntN(4)]
	}
	for {
		b, errB := p.bolt.List(t.Context(), q)
		m, errM := p.memory.List(t.Context(), q)
		if errB != nil || errM != nil || len(b.Sessions) != len(m.Sessions) || b.Cursor != m.Cursor {
			t.Fatalf("list %+v: bolt gives %+v, %v; memory gives %+v, %v", q, b, errB, m, errM)
		}
		for i := range b.Sessions {
			p.alike(t, fmt.Sprintf("list %+v", q), b.Sessions[i], m.Sessions[i], nil, nil)
		}
		if q.After = b.Cursor; q.After == "" {
			return
		}
	}
}

// alike compares what both gave, but for the ids, which are random.
func (p *pair) alike(t *testing.T, what string, b, m model.Session, errB, errM error) {
	t.Helper()
	if b.ID != m.ID {
		for _, ids := range p.ids {
			if ids == [2]string{b.ID, m.ID} {
				b.ID = m.ID
			}
		}
	}
	if !reflect.DeepEqual(b, m) || model.KindOf(errB) != model.KindOf(errM) || (errB == nil) != (errM == nil) {
		t.Errorf("%s:\nbolt gives   %+v, %v\nmemory gives %+v, %v", what, b, errB, m, errM)
	}
}

func (p *pair) name() string {
	return []string{"a", "b", "Acme", "ACME", "acme ", "Straße", "STRAßE", "", "a\x1b[31mb"}[p.random.IntN(9)]
}

func (p *pair) event() model.Event {
	question := fmt.Sprintf("q%d", p.random.IntN(5))
	switch p.random.IntN(12) {
	case 0:
		return model.Event{Kind: model.EventNoted, Question: question, Text: []string{"", "a\nnote", "\x00"}[p.random.IntN(3)]}
	case 1:
		return model.Event{Kind: model.EventMoved, Question: question, By: "Ada"}
	case 2:
		return model.Event{Kind: model.EventRenamed, Name: p.name(), Client: p.name(), Asked: p.name()}
	case 3:
		return model.Event{Kind: model.EventArchived}
	case 4:
		return model.Event{Kind: model.EventDeleted}
	case 5, 6:
		return model.Event{Kind: model.EventRestored}
	case 7:
		if p.random.IntN(5) == 0 {
			return model.Event{Kind: "exploded"}
		}
	case 8:
		return storetest.Answered(question, model.Answer{})
	case 9:
		return p.figure()
	}
	return storetest.Answered(question, []model.Answer{
		model.Count(p.random.IntN(9)), model.Choose("support"), {Kind: model.Unsure}, {Kind: model.Later}, {Kind: model.NotApplicable},
	}[p.random.IntN(5)])
}

// figure gives a figure or takes one back, or all; now and then it is one without sense.
func (p *pair) figure() model.Event {
	c := model.OwnCost{Role: []string{"cio", "vcio"}[p.random.IntN(2)], Per: model.OwnPeriods()[p.random.IntN(4)], Amount: model.Amount{Low: p.random.IntN(9), High: 8}}
	switch p.random.IntN(6) {
	case 0:
		return c.TakeBack()
	case 1:
		return model.Event{Kind: model.EventPriced}
	}
	return c.Event()
}

// TestAClockThatJumpsBack shuffles no listing and dates no event before the one it
// follows.
func TestAClockThatJumpsBack(t *testing.T) {
	now := time.Date(2026, 5, 1, 12, 0, 0, 0, time.UTC)
	clock := func() time.Time { now = now.Add(-time.Hour); return now }
	b, err := store.Open(fresh(t), store.Options{Now: clock})
	if err != nil {
		t.Fatal(err)
	}
	for name, s := range map[string]model.Sessions{"bolt": b, "memory": store.NewMemory(clock)} {
		t.Run(name, func(t *testing.T) {
			var want []string
			for i := range 5 {
				made, err := s.Create(t.Context(), storetest.Created(fmt.Sprint(i)))
				if err == nil {
					_, err = s.Append(t.Context(), made.ID, answerNumber(2))
				}
				if err != nil {
					t.Fatal(err)
				}
				want = append([]string{made.ID}, want...)
			}
			page, err := s.List(t.Context(), model.Query{})
			if err != nil {
				t.Fatal(err)
			}
			for i, listed := range page.Sessions {
				if listed.ID != want[i] {
					t.Errorf("place %d: %s, want %s", i, listed.ID, want[i])
				}
			}
			storetest.Sound(t, s)
		})
	}
}
