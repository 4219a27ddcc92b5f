package tui

import (
	"fmt"
	"time"

	"remit/advisor"
	"remit/model"
)

// summary is what a list says about one session. The advice in it is computed
// from the answers, never stored.
type summary struct {
	model.Tally
	session  model.Session // with its texts cleaned
	fits     bool          // the answers were given under the framework in use
	lead     model.Structure
	advised  string         // what is advised, in a few words
	verdict  string         // the same as a sentence, as the result gives it
	standing model.Standing // "" while nothing is answered, and while it is too early
	decided  bool           // no further answer can change the result
	early    bool           // answered, but nothing speaks for or against any structure yet
	parent   string         // name of the session that it branched from; "" for none, or where nobody looked
	first    string         // what to answer first then: the short name of a question
}

// summarize looks at a session with the framework in use. Answers that this
// framework does not know are left out, as it could not read them.
func summarize(eng *advisor.Engine, s model.Session) summary {
	f := eng.Framework()
	sum := summary{Tally: f.Tally(f.Usable(s.Answers)), session: cleanSession(s), fits: s.Framework == f.Ref}
	legal := model.Answers{}
	for i := range f.Questions {
		q := &f.Questions[i]
		if a, ok := s.Answers[q.ID]; ok && !unfit(q, a) {
			legal[q.ID] = a
		}
	}
	if sum.Closed()+sum.ToFindOut == 0 {
		return sum
	}
	advice := eng.Advise(legal, 0)
	sum.decided = advice.Outlook.Decided
	if sum.early = advice.TooEarly(); !sum.early {
		sum.lead, sum.standing, sum.advised = advice.Recommendation, advice.Standing, advised(f, &advice)
		sum.verdict = f.Verdict(&advice)
	} else if q := f.Question(eng.Next(legal).Question); q != nil {
		sum.first = model.Clean(q.Short)
	}
	return sum
}

// cleanSession makes every text of a session fit to print.
func cleanSession(s model.Session) model.Session {
	s.Name, s.Client, s.Asked = model.Clean(s.Name), model.Clean(s.Client), model.Clean(s.Asked)
	notes := make(map[string]string, len(s.Notes))
	for q, text := range s.Notes {
		notes[q] = model.CleanLines(text)
	}
	s.Notes = notes
	return s
}

// done reports whether every question has had its answer.
func (s summary) done() bool { return s.Closed() == s.Questions }

// asked reports whether something was said to every question, "not sure" included.
func (s summary) asked() bool { return s.Left() == 0 }

// place is where opening the session leads: to the result, once everything was asked. On
// a question a key that was meant for the result would answer.
func (s summary) place() place {
	switch {
	case s.asked(), s.session.Kind == model.Quick && s.decided:
		return placeVerdict
	}
	return asking(s.session)
}

// asking is where the questions of a session are put.
func asking(s model.Session) place {
	if s.Kind == model.Quick {
		return placeQuick
	}
	return placeInterview
}

// called gives the session's name, or what stands for it.
func called(s model.Session) string {
	switch {
	case s.Name != "":
		return s.Name
	case s.Client != "":
		return s.Client
	}
	return "without a name"
}

// ago says when something was, as people say it, in at most agoWidth cells.
func ago(then, now time.Time) string {
	then = then.In(now.Location())
	day := func(t time.Time) time.Time { return time.Date(t.Year(), t.Month(), t.Day(), 12, 0, 0, 0, time.UTC) }
	days := int(day(now).Sub(day(then)).Hours()) / 24
	switch gone := now.Sub(then); {
	case gone < time.Minute:
		return "just now"
	case gone < time.Hour:
		return fmt.Sprintf("%d min ago", int(gone.Minutes()))
	case days == 0:
		return fmt.Sprintf("%d h ago", int(gone.Hours()))
	case days == 1:
		return "yesterday"
	case days < 7:
		return fmt.Sprintf("%d days ago", days)
	case then.Year() == now.Year():
		return then.Format("2 Jan")
	}
	return then.Format("2 Jan 2006")
}

const agoWidth = 11
