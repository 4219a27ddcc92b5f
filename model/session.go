package model

import (
	"context"
	"errors"
	"time"
)

// SessionKind tells what a session is for.
type SessionKind string

// The kinds of session.
const (
	Interview SessionKind = "interview"
	Quick     SessionKind = "quick"
)

// Session is the present state of one saved interview: what its events add up to.
// It holds what people said, never advice.
type Session struct {
	ID        string            `json:"id"` // a ULID: sorts by time of creation
	Name      string            `json:"name"`
	Client    string            `json:"client,omitempty"` // for whom, if not the same
	Asked     string            `json:"asked,omitempty"`  // who is asked
	Kind      SessionKind       `json:"kind"`
	Framework Ref               `json:"framework"`        // what the answers were given under
	Parent    string            `json:"parent,omitempty"` // id of the session that it branched from, which may be gone
	Answers   Answers           `json:"answers"`
	Notes     map[string]string `json:"notes,omitempty"`    // by question id
	Edits     []CellEdit        `json:"edits,omitempty"`    // letters of the RACI matrix that people chose, in the order of their choice
	Costs     []OwnCost         `json:"costs,omitempty"`    // figures of the company's own, by role and period
	Position  string            `json:"position,omitempty"` // the question that was open last: resume there
	Created   time.Time         `json:"created"`
	Updated   time.Time         `json:"updated"`
	Archived  bool              `json:"archived,omitempty"`
	Deleted   bool              `json:"deleted,omitempty"` // hidden from lists, can be brought back
	Seq       uint64            `json:"seq"`               // number of the last event
}

// NameAt is the name of a session that nobody has named: what it is and when it was
// begun, in the time zone of that time.
func (k SessionKind) NameAt(begun time.Time) string {
	word := "Interview"
	if k == Quick {
		word = "Quick check"
	}
	return word + begun.Format(" 2006-01-02 15:04")
}

// EventKind tells what happened to a session.
type EventKind string

// The kinds of event.
const (
	EventCreated  EventKind = "created"  // Name, Client, Asked, SessionKind, Framework, Parent
	EventAnswered EventKind = "answered" // Question, Answer; the zero Answer takes an answer back
	EventNoted    EventKind = "noted"    // Question, Text; an empty text takes the note away
	EventMoved    EventKind = "moved"    // Question: the one that is open now
	EventEdited   EventKind = "edited"   // Activity, Role, Letter; no letter takes the edit of a cell back, no cell either takes all back
	EventPriced   EventKind = "priced"   // Role, Per, Amount; no amount takes the figure of a seat and a period back, neither of these takes all back
	EventRenamed  EventKind = "renamed"  // Name, Client, Asked
	EventArchived EventKind = "archived"
	EventRestored EventKind = "restored" // back from archived or deleted
	EventDeleted  EventKind = "deleted"
)

// Event is one thing that happened, in the order of Seq. Events are only ever
// appended.
type Event struct {
	Seq         uint64      `json:"seq"` // 1 for the first event of a session; set by the store
	At          time.Time   `json:"at"`  // set by the store
	By          string      `json:"by,omitempty"`
	Kind        EventKind   `json:"kind"`
	Question    string      `json:"question,omitempty"`
	Answer      *Answer     `json:"answer,omitempty"`
	Text        string      `json:"text,omitempty"`
	Name        string      `json:"name,omitempty"`
	Client      string      `json:"client,omitempty"`
	Asked       string      `json:"asked,omitempty"`
	SessionKind SessionKind `json:"session_kind,omitempty"`
	Framework   *Ref        `json:"framework,omitempty"`
	Parent      string      `json:"parent,omitempty"`
	Activity    string      `json:"activity,omitempty"`
	Role        string      `json:"role,omitempty"`
	Letter      *Letter     `json:"letter,omitempty"` // nil is no letter chosen; that a role has nothing to do with a row is a choice
	Per         Period      `json:"per,omitempty"`
	Amount      *Amount     `json:"amount,omitempty"`
}

// Apply returns the session after one more event. Stores, imports and histories
// all replay through it, so there is one meaning of an event. It does not check
// answers: a session keeps what was said under the framework of its day.
func (s Session) Apply(e Event) Session {
	s.Seq, s.Updated = e.Seq, e.At
	switch e.Kind {
	case EventCreated:
		s.Name, s.Client, s.Asked, s.Kind, s.Created = e.Name, e.Client, e.Asked, e.SessionKind, e.At
		s.Parent = e.Parent
		if e.Framework != nil {
			s.Framework = *e.Framework
		}
	case EventAnswered:
		var a Answer
		if e.Answer != nil {
			a = *e.Answer
		}
		s.Answers = s.Answers.With(e.Question, a)
		s.Position = e.Question
	case EventNoted:
		notes := make(map[string]string, len(s.Notes)+1)
		for q, text := range s.Notes {
			notes[q] = text
		}
		if e.Text == "" {
			delete(notes, e.Question)
		} else {
			notes[e.Question] = e.Text
		}
		s.Notes = notes
		s.Position = e.Question
	case EventMoved:
		s.Position = e.Question
	case EventEdited:
		s.Edits = edited(s.Edits, e)
	case EventPriced:
		s.Costs = priced(s.Costs, e)
	case EventRenamed:
		s.Name, s.Client, s.Asked = e.Name, e.Client, e.Asked
	case EventArchived:
		s.Archived = true
	case EventDeleted:
		s.Deleted = true
	case EventRestored:
		s.Archived, s.Deleted = false, false
	}
	return s
}

// edited gives the edits after one more. Of two edits of a cell the later one counts,
// in its later place: what it takes from others depends on the order.
func edited(edits []CellEdit, e Event) []CellEdit {
	if e.Activity == "" {
		return nil
	}
	var after []CellEdit
	for _, old := range edits {
		if old.Activity != e.Activity || old.Role != e.Role {
			after = append(after, old)
		}
	}
	if e.Letter != nil {
		after = append(after, CellEdit{e.Activity, e.Role, *e.Letter})
	}
	return after
}

// Event is the event that makes the edit.
func (c CellEdit) Event() Event {
	return Event{Kind: EventEdited, Activity: c.Activity, Role: c.Role, Letter: &c.Letter}
}

// Show says which sessions a listing wants.
type Show uint8

// What a listing can show.
const (
	ShowActive   Show = iota // neither archived nor deleted
	ShowArchived             // archived, not deleted
	ShowDeleted              // deleted, to be brought back
	ShowAll                  // active and archived, not deleted
)

// Query asks for one page of sessions, last changed first.
type Query struct {
	Show  Show
	Text  string // words that name, client or asked contain, in any case; "" for all
	After string // the Cursor of the page before; "" for the first
	Limit int    // 1 to 1000; 0 means 50
}

// Page is one page of a listing.
type Page struct {
	Sessions []Session
	Cursor   string // for Query.After; "" on the last page
}

// ErrMoved is the cause of the error when a session was changed between reading it and
// writing what was judged by that reading.
var ErrMoved = errors.New("somebody else has changed the session meanwhile")

// Sessions keeps sessions. Implementations are safe for use by several goroutines
// and, where they are on disk, by several processes; they hold no lock between
// calls. Every method that writes returns only when the write is durable: a nil
// error is the acknowledgement.
//
// Errors are *Error with one of these kinds: KindNotFound (no such session),
// KindBusy (somebody else holds the store for too long), KindInvalid (damaged, or
// not a store), KindNewer (made by a newer remit), KindPermission, KindIO. After
// an error nothing was written, and what was stored before is as it was.
type Sessions interface {
	// Create starts a session from its created event and those that follow it at
	// once, all or none. It sets id, seq and time.
	Create(ctx context.Context, created Event, more ...Event) (Session, error)

	// Append adds events to a session, all or none, and returns what it is now,
	// with whatever others appended in between.
	Append(ctx context.Context, id string, events ...Event) (Session, error)

	// AppendAt is Append to a session as the caller has read it: seq is the Seq that
	// it had. If others have changed it since, nothing is written and the error is an
	// ErrMoved of KindBusy: read it again, judge again, try again.
	AppendAt(ctx context.Context, id string, seq uint64, events ...Event) (Session, error)

	// Get returns a session, deleted ones included.
	Get(ctx context.Context, id string) (Session, error)

	// Find returns the session that a person means by ref: an id, a beginning of
	// an id of at least 4 characters, or a name in any case. Deleted sessions are
	// found by full id only. KindUsage if several match; the error lists them.
	Find(ctx context.Context, ref string) (Session, error)

	// List returns one page, last changed first. Its cost follows the page.
	List(ctx context.Context, q Query) (Page, error)

	// History returns the events of a session, oldest first.
	History(ctx context.Context, id string) ([]Event, error)

	// Import adds a session with its events under its own id. If the id is there
	// with the same events it does nothing; with other events it is KindExists.
	Import(ctx context.Context, id string, events []Event) (Session, error)

	// Purge removes a session for good.
	Purge(ctx context.Context, id string) error
}
