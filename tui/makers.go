package tui

import "remit/model"

// place names where one can be.
type place string

const (
	placeHome      place = "home"
	placeNew       place = "new"       // a new interview: name, client, who is asked
	placeNewQuick  place = "new quick" // the same of a quick check
	placeRename    place = "rename"    // the same of a session that exists
	placeSessions  place = "sessions"  // all sessions
	placeInterview place = "interview" // all questions, resumed at Session.Position
	placeQuick     place = "quick"     // the adaptive quick check of a session
	placeQuestion  place = "question"  // the one question at Session.Position, then back
	placeReview    place = "review"    // all answers before the result
	placeVerdict   place = "verdict"   // the result
	placeWhatIf    place = "what if"   // other answers, for the sake of the argument
)

// maker builds the screen of a place for a session; the zero session where the
// place needs none. It may not do I/O: that is for Init.
type maker func(e *env, s model.Session) screen

func makers() map[place]maker {
	return map[place]maker{
		placeHome:      newHome,
		placeNew:       newStart,
		placeNewQuick:  newQuickStart,
		placeRename:    newRename,
		placeSessions:  newLibrary,
		placeInterview: newAsk(guided),
		placeQuick:     newAsk(adaptive),
		placeQuestion:  newAsk(errand),
		placeReview:    newReview,
		placeVerdict:   newVerdict,
		placeWhatIf:    newWhatIf,
	}
}
