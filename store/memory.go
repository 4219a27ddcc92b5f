package store

import (
	"context"
	"crypto/rand"
	"reflect"
	"slices"
	"strings"
	"sync"
	"time"

	"remit/model"
)

// Memory keeps sessions as long as it lives: the twin of Bolt for demonstrations
// and tests. It is safe for use by several goroutines.
type Memory struct {
	now func() time.Time

	mu       sync.Mutex
	order    uint64
	sessions map[string]*kept
}

type kept struct {
	order   uint64 // of the last change
	session model.Session
	events  []model.Event
}

var _ model.Sessions = (*Memory)(nil)

// NewMemory makes an empty store. A nil now is time.Now.
func NewMemory(now func() time.Time) *Memory {
	if now == nil {
		now = time.Now
	}
	return &Memory{now: now, sessions: map[string]*kept{}}
}

// Create implements model.Sessions.
func (m *Memory) Create(ctx context.Context, created model.Event, more ...model.Event) (model.Session, error) {
	if err := ctx.Err(); err != nil {
		return model.Session{}, err
	}
	events, err := enterNew(created, more, "")
	if err != nil {
		return model.Session{}, err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	now := m.now()
	id, err := newID(now, rand.Reader)
	if err != nil {
		return model.Session{}, err
	}
	stamp(model.Session{}, now, events)
	return m.put(id, events), nil
}

// Append implements model.Sessions.
func (m *Memory) Append(ctx context.Context, id string, events ...model.Event) (model.Session, error) {
	return m.append(ctx, id, anySeq, events)
}

// AppendAt implements model.Sessions.
func (m *Memory) AppendAt(ctx context.Context, id string, seq uint64, events ...model.Event) (model.Session, error) {
	return m.append(ctx, id, func(now uint64) bool { return now == seq }, events)
}

func (m *Memory) append(ctx context.Context, id string, at func(seq uint64) bool, events []model.Event) (model.Session, error) {
	if err := ctx.Err(); err != nil {
		return model.Session{}, err
	}
	events, err := enterMore(id, events, "")
	if err != nil {
		return model.Session{}, err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	k := m.find(id)
	if k == nil {
		return model.Session{}, notFound(id)
	}
	if len(events) == 0 {
		return tidy(k.session), nil
	}
	if !at(k.session.Seq) {
		return model.Session{}, moved(id)
	}
	stamp(k.session, m.now(), events)
	return m.put(k.session.ID, events), nil
}

// Get implements model.Sessions.
func (m *Memory) Get(ctx context.Context, id string) (model.Session, error) {
	if err := ctx.Err(); err != nil {
		return model.Session{}, err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	k := m.find(id)
	if k == nil {
		return model.Session{}, notFound(id)
	}
	return tidy(k.session), nil
}

// Find implements model.Sessions.
func (m *Memory) Find(ctx context.Context, ref string) (model.Session, error) {
	if err := ctx.Err(); err != nil {
		return model.Session{}, err
	}
	ref = strings.TrimSpace(model.Clean(ref))
	m.mu.Lock()
	defer m.mu.Unlock()
	if k := m.find(ref); k != nil {
		return tidy(k.session), nil
	}
	prefix, mayBe := mayBeID(ref)
	var found, gone []model.Session
	for _, k := range m.sessions {
		s := k.session
		named := ref != "" && strings.EqualFold(s.Name, ref)
		switch {
		case !named && !(mayBe && strings.HasPrefix(s.ID, prefix)):
		case s.Deleted:
			gone = append(gone, tidy(s))
		default:
			found = append(found, tidy(s))
		}
	}
	byID := func(a, b model.Session) int { return strings.Compare(a.ID, b.ID) }
	slices.SortFunc(found, byID)
	slices.SortFunc(gone, byID)
	return choose(ref, found, gone)
}

// List implements model.Sessions.
func (m *Memory) List(ctx context.Context, q model.Query) (model.Page, error) {
	if err := ctx.Err(); err != nil {
		return model.Page{}, err
	}
	f, err := newFilter(q)
	if err != nil {
		return model.Page{}, err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	var wanted []*kept
	for _, k := range m.sessions {
		if k.order < f.before && f.wants(stateOf(k.session), searchTexts(k.session)) {
			wanted = append(wanted, k)
		}
	}
	slices.SortFunc(wanted, func(a, b *kept) int {
		if a.order > b.order {
			return -1
		}
		return 1
	})
	var page model.Page
	if len(wanted) > f.limit {
		wanted = wanted[:f.limit]
		page.Cursor = cursor(wanted[f.limit-1].order)
	}
	for _, k := range wanted {
		page.Sessions = append(page.Sessions, tidy(k.session))
	}
	return page, nil
}

// History implements model.Sessions.
func (m *Memory) History(ctx context.Context, id string) ([]model.Event, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	k := m.find(id)
	if k == nil {
		return nil, notFound(id)
	}
	return copyEvents(k.events), nil
}

// Import implements model.Sessions.
func (m *Memory) Import(ctx context.Context, id string, events []model.Event) (model.Session, error) {
	if err := ctx.Err(); err != nil {
		return model.Session{}, err
	}
	canonical, events, err := enterImport(id, m.now(), events)
	if err != nil {
		return model.Session{}, err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if k := m.find(canonical); k != nil {
		if !reflect.DeepEqual(k.events, events) {
			return model.Session{}, alreadyThere(canonical, events)
		}
		return tidy(k.session), nil
	}
	return m.put(canonical, events), nil
}

// Purge implements model.Sessions.
func (m *Memory) Purge(ctx context.Context, id string) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	k := m.find(id)
	if k == nil {
		return notFound(id)
	}
	delete(m.sessions, k.session.ID)
	return nil
}

func (m *Memory) find(id string) *kept {
	canonical, ok := parseID(id)
	if !ok {
		return nil
	}
	return m.sessions[canonical]
}

// put adds events that are stamped. The pointers in them are the store's own:
// enter made them.
func (m *Memory) put(id string, events []model.Event) model.Session {
	k := m.sessions[id]
	if k == nil {
		k = &kept{session: model.Session{ID: id}}
		m.sessions[id] = k
	}
	m.order++
	k.order = m.order
	k.session = apply(k.session, events)
	k.events = append(k.events, events...)
	return tidy(k.session)
}

func copyEvents(events []model.Event) []model.Event {
	copied := slices.Clone(events)
	for i, e := range copied {
		if e.Answer != nil {
			a := *e.Answer
			copied[i].Answer = &a
		}
		if e.Framework != nil {
			ref := *e.Framework
			copied[i].Framework = &ref
		}
		if e.Letter != nil {
			letter := *e.Letter
			copied[i].Letter = &letter
		}
	}
	return copied
}
