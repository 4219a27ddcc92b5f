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
	if s.Position != "" {
		filling = append(filling, Event{By: by, Kind: EventMoved, Question: s.Position})
	}
	return created, filling
}

// KeepBranch saves a session of its own that branches from parent: with these
// answers, under this name or, without one, under the first of "Acme, what if",
// "Acme, what if 2" that nobody has. present is the framework in use, for a parent
// that does not say under which it was made. Half a session is worse than none:
// what cannot be filled is removed again. Errors are those of Sessions.
func KeepBranch(ctx context.Context, keep Sessions, parent Session, name, by string, answers Answers, present Ref) (Session, error) {
	if name == "" {
		var err error
		if name, err = branchName(ctx, keep, parent.Called()); err != nil {
			return Session{}, err
		}
	}
	created, filling := parent.Branch(by, answers)
	if created.Name = name; created.Framework == nil {
		created.Framework = &present
	}
	s, err := keep.Create(ctx, created)
	if err != nil {
		return Session{}, err
	}
	filled, err := keep.Append(ctx, s.ID, filling...)
	if err != nil {
		// The error of the filling is the one to tell, and a call that was called off
		// must not leave half a session behind.
		_ = keep.Purge(context.WithoutCancel(ctx), s.ID)
		return Session{}, err
	}
	return filled, nil
}

// branchName gives a name that no session has which a listing shows.
func branchName(ctx context.Context, keep Sessions, parent string) (string, error) {
	const room = 8 // for a number behind
	base := Cut(Clean(parent), MaxName-len(branchSuffix)-room) + branchSuffix
	taken, err := namesLike(ctx, keep, base)
	if err != nil {
		return "", err
	}
	for name, n := base, 2; ; n++ {
		if !slices.ContainsFunc(taken, func(other string) bool { return strings.EqualFold(other, name) }) {
			return name, nil
		}
		name = fmt.Sprint(base, " ", n)
	}
}

// namesLike gives the names of the sessions that have these words in them.
func namesLike(ctx context.Context, keep Sessions, words string) ([]string, error) {
	var names []string
	q := Query{Show: ShowAll, Text: words, Limit: 1000}
	for {
		page, err := keep.List(ctx, q)
		if err != nil {
			return nil, err
		}
		for _, s := range page.Sessions {
			names = append(names, s.Name)
		}
		if q.After = page.Cursor; q.After == "" {
			return names, nil
		}
	}
}
