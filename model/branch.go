package model

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// branchSuffix marks what was only supposed.
const branchSuffix = ", what if"

// Called is what a person calls the session: its name, else its client.
func (s Session) Called() string {
	switch {
	case s.Name != "":
		return s.Name
	case s.Client != "":
		return s.Client
	}
	return "without a name"
}

// Branch gives the events of a session that says all that s says, with these
// answers in place of its own: the one that creates it, still without a name, and
// those that fill it. by may be empty. The framework of a session that names none
// is for the caller to add.
func (s Session) Branch(by string, answers Answers) (created Event, filling []Event) {
	created = Event{By: by, Kind: EventCreated, Client: Clean(s.Client), Asked: Clean(s.Asked), SessionKind: s.Kind, Parent: s.ID}
	if s.Framework != (Ref{}) {
		ref := s.Framework
		created.Framework = &ref
	}
	for _, q := range slices.Sorted(maps.Keys(answers)) {
		a := answers[q]
		filling = append(filling, Event{By: by, Kind: EventAnswered, Question: q, Answer: &a})
	}
	for _, q := range slices.Sorted(maps.Keys(s.Notes)) {
		filling = append(filling, Event{By: by, Kind: EventNoted, Question: q, Text: s.Notes[q]})
	}
	for _, edit := range s.Edits {
		e := edit.Event()
		e.By = by
		filling = append(filling, e)
	}
	for _, cost := range s.Costs {
		e := cost.Event()
		e.By = by
		filling = append(filling, e)
	}
	if s.Position != "" {
		filling = append(filling, Event{By: by, Kind: EventMoved, Question: s.Position})
	}
	return created, filling
}

// KeepBranch saves a session of its own that branches from parent: with these
// answers, under this name or, without one, under the first of "Acme, what if",
// "Acme, what if 2" that nobody has. present is the framework in use, for a parent
// that does not say under which it was made. Errors are those of Sessions.
func KeepBranch(ctx context.Context, keep Sessions, parent Session, name, by string, answers Answers, present Ref) (Session, error) {
	chosen := name != ""
	if !chosen {
		var err error
		if name, err = branchName(ctx, keep, parent.Called()); err != nil {
			return Session{}, err
		}
	}
	created, filling := parent.Branch(by, answers)
	if created.Name = name; created.Framework == nil {
		created.Framework = &present
	}
	s, err := keep.Create(ctx, created, filling...)
	if err != nil || chosen {
		return s, err
	}
	return ownName(ctx, keep, s, parent.Called(), by), nil
}

// ownName renames a new branch whose name somebody else found free at the same moment:
// of two, the one that came second gives way. Where that cannot be found out the branch
// is kept all the same, and two sessions have one name.
func ownName(ctx context.Context, keep Sessions, s Session, parent, by string) Session {
	for {
		taken, err := takenBefore(ctx, keep, s)
		if err != nil || !taken {
			return s
		}
		name, err := branchName(ctx, keep, parent)
		if err != nil {
			return s
		}
		renamed, err := keep.Append(ctx, s.ID, Event{By: by, Kind: EventRenamed, Name: name, Client: s.Client, Asked: s.Asked})
		if err != nil {
			return s
		}
		s = renamed
	}
}

// takenBefore reports whether another session had the name of s first. What a listing
// shows behind s was there when s was written; what it shows before s has changed since,
// and its age tells.
func takenBefore(ctx context.Context, keep Sessions, s Session) (bool, error) {
	like, err := sessionsLike(ctx, keep, s.Name)
	if err != nil {
		return false, err
	}
	behind := false
	for _, other := range like {
		switch {
		case other.ID == s.ID:
			behind = true
		case strings.EqualFold(other.Name, s.Name) && (behind || other.Created.Before(s.Created)):
			return true, nil
		}
	}
	return false, nil
}

// branchName gives a name that no session has which a listing shows.
func branchName(ctx context.Context, keep Sessions, parent string) (string, error) {
	const room = 8 // for a number behind
	base := Cut(Clean(parent), MaxName-len(branchSuffix)-room) + branchSuffix
	taken, err := sessionsLike(ctx, keep, base)
	if err != nil {
		return "", err
	}
	for name, n := base, 2; ; n++ {
		if !slices.ContainsFunc(taken, func(other Session) bool { return strings.EqualFold(other.Name, name) }) {
			return name, nil
		}
		name = fmt.Sprint(base, " ", n)
	}
}

// sessionsLike gives the sessions that have these words in their names, last changed
// first.
func sessionsLike(ctx context.Context, keep Sessions, words string) ([]Session, error) {
	var like []Session
	q := Query{Show: ShowAll, Text: words, Limit: 1000}
	for {
		page, err := keep.List(ctx, q)
		if err != nil {
			return nil, err
		}
		like = append(like, page.Sessions...)
		if q.After = page.Cursor; q.After == "" {
			return like, nil
		}
	}
}
