package tui

import (
	"context"
	"errors"

	tea "charm.land/bubbletea/v2"

	"remit/model"
)

// slip is an answer that has just been saved, with what was there before. A key pressed
// on the wrong page answers as well as one that was meant, so what it did is shown and
// can be taken back. The zero slip is none.
type slip struct {
	session, question string
	was, is           model.Answer
}

// answeredMsg tells the screen that an errand leads back to what was answered there.
type answeredMsg struct{ slip slip }

func (s slip) some() bool { return s.question != "" }

// told says what was saved, and what it replaces.
func (s slip) told(f *model.Framework) string {
	switch {
	case s.is.Kind == model.Unanswered:
		return "Taken back."
	case s.was.Kind == model.Unanswered, s.was == s.is:
		return "Saved. " + quote(f, s.question, s.is) + "."
	}
	return "Changed. " + quote(f, s.question, s.is) + " (was: " + s.worded(f, s.was) + ")."
}

// worded says an answer to its question.
func (s slip) worded(f *model.Framework, a model.Answer) string {
	if q := f.Question(s.question); q != nil {
		return saidInWords(q, a)
	}
	return model.Clean(a.String())
}

// toldIn is told with a hint behind it, in w cells: the hint stays whole, and the answer as
// long as it can.
func (s slip) toldIn(f *model.Framework, hint string, w int) string {
	now, room := quote(f, s.question, s.is)+".", w-width(hint)-1
	for _, text := range []string{s.told(f), "Changed. " + now} {
		if width(text) <= room {
			return text + " " + hint
		}
	}
	return cutMiddle(now, room) + " " + hint
}

// takeBack saves that the answer is again what it was, and gives the session as it then
// is. Where somebody else has answered the question since, theirs stays and the error is
// an ErrMoved.
func (s slip) takeBack(ctx context.Context, sessions model.Sessions, by string, now model.Session) (model.Session, error) {
	stands := func() bool { return now.Answers[s.question] == s.is }
	if !stands() { // a screen may be asked before it has read what was answered on another
		there, err := sessions.Get(ctx, now.ID)
		if err != nil {
			return now, err
		}
		now = there
	}
	_, err := insist(func() (tea.Cmd, error) {
		if !stands() {
			return nil, model.ErrMoved
		}
		after, err := appendAt(ctx, sessions, now,
			model.Event{Kind: model.EventAnswered, By: by, Question: s.question, Answer: &s.was})
		if err == nil || errors.Is(err, model.ErrMoved) {
			now = after
		}
		return nil, err
	}, stands)
	return now, err
}

// undo takes back what is remembered here, and gives the session as it then is and what to
// tell. It is forgotten once that is decided, which a store that fails does not: then one
// can try again, and the session is the same as before.
func (s *slip) undo(e *env, now model.Session) (after model.Session, decided bool, told tea.Cmd) {
	last := *s
	after, err := last.takeBack(e.ctx, e.Sessions, e.By, now)
	told = toast(last.takenBack(e.Engine.Framework(), err))
	if err != nil && !errors.Is(err, model.ErrMoved) {
		return now, false, told
	}
	*s = slip{}
	return after, true, told
}

// takenBack says how taking back ended.
func (s slip) takenBack(f *model.Framework, err error) (tone, string) {
	switch {
	case err == nil:
		return toneGood, "Taken back. " + quote(f, s.question, s.was) + "."
	case errors.Is(err, model.ErrMoved):
		return toneWarn, "Not taken back: somebody else has answered this question since."
	}
	return toneWarn, withCure("Not taken back: "+model.Clean(err.Error())+".", err)
}
