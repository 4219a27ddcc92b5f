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
	placeExport    place = "export"    // the report of a session as a file
	placeRoles     place = "roles"     // the catalogue of roles
	placeRole      place = "role"      // the role at Session.Position
	placeBeside    place = "beside"    // the roles at Session.Position, with spaces between, side by side
	placeExplain   place = "explain"   // what people ask
	placeExplained place = "explained" // the answer to the topic at Session.Position
	placeFramework place = "framework" // the rules that judge here
	placeSources   place = "sources"   // the sources of these rules; with the search at the position finding
	placeSource    place = "source"    // the source at Session.Position
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
		placeExport:    newExport,
		placeRoles:     newRoles,
		placeRole:      newRolePage,
		placeBeside:    newBeside,
		placeExplain:   newExplain,
		placeExplained: newExplained,
		placeFramework: newFrameworkScreen,
		placeSources:   newSources,
		placeSource:    newSourcePage,
	}
}
