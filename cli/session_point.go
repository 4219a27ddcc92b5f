package cli

import (
	"context"
	"fmt"
	"strconv"
	"strings"
	"time"

	"remit/model"
)

// aboutPoints is what the help of commands says that take a point in time.
const aboutPoints = `SESSION@12 is the session as it was after the change number 12 of its history,
SESSION@2026-03-31 as it was at the end of that day.`

// point is a session as it was after a change of its history; the present state is
// the last one.
type point struct {
	session model.Session
	now     model.Session // what has become of it
}

// past reports a state that is not the present one.
func (p point) past() bool { return p.session.Seq != p.now.Seq }

// ref is what a command takes for it.
func (p point) ref() string {
	if p.past() {
		return fmt.Sprintf("%s@%d", p.session.ID, p.session.Seq)
	}
	return p.session.ID
}

// words is what a person calls it.
func (p point) words() string {
	name := inQuotes(p.session.Called())
	if p.past() {
		return fmt.Sprintf("%s as of change %d, %s", name, p.session.Seq, day(p.session.Updated))
	}
	return name
}

// findPoint gives a session, or what it was at a point in time. A name that has an @
// in it wins over a point.
func (a *app) findPoint(ctx context.Context, ref string) (model.Sessions, point, error) {
	keep, s, err := a.find(ctx, ref)
	if err == nil {
		return keep, point{s, s}, nil
	}
	at := strings.LastIndexByte(ref, '@')
	if keep == nil || at < 0 || model.KindOf(err) != model.KindNotFound {
		return nil, point{}, err
	}
	keep, s, err = a.find(ctx, ref[:at])
	if err != nil {
		return nil, point{}, err
	}
	events, err := keep.History(ctx, s.ID)
	if err != nil {
		return nil, point{}, err
	}
	n, err := reachedBy(s, events, ref[at+1:])
	if err != nil {
		return nil, point{}, err
	}
	return keep, point{replayed(s.ID, events[:n]), s}, nil
}

// reachedBy gives how many of the events of s had happened by a point: the number of
// a change, or a day.
func reachedBy(s model.Session, events []model.Event, when string) (int, error) {
	if n, err := strconv.Atoi(when); err == nil {
		if n < 1 || n > len(events) {
			return 0, noPoint(s, when, fmt.Sprintf("its changes are numbered from 1 to %d", len(events)))
		}
		return n, nil
	}
	start, err := time.ParseInLocation(time.DateOnly, when, time.Local)
	if err != nil {
		return 0, noPoint(s, when, "a point is the number of a change, or a day such as 2026-03-31")
	}
	end := start.AddDate(0, 0, 1)
	n := 0
	for n < len(events) && events[n].At.Before(end) {
		n++
	}
	if n == 0 {
		return 0, noPoint(s, when, "it was created later, "+day(s.Created))
	}
	return n, nil
}

func noPoint(s model.Session, when, why string) error {
	return &model.Error{Kind: model.KindUsage, What: fmt.Sprintf("session %s has no point %s: %s", inQuotes(s.Called()), model.Quote(when), why),
		Cure: "Its changes with their numbers and days: remit sessions history " + s.ID}
}
