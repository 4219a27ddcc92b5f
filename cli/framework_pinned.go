package cli

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"remit/advisor"
	"remit/model"
)

// since says what is to be known about a session that was made under another
// framework than the present one: what changed in between, which answers no longer
// fit, and whether the recommendation differs because of it. One sentence each, not
// cleaned; none if the framework is the same, or says the same.
//
// A session remembers the name, version and content of its framework and not the
// framework itself. So the last point can be told where that framework is the
// built-in one; else since says how to find out.
func since(present *advisor.Engine, s model.Session) []string {
	if sameRules(present, s.Framework) {
		return nil
	}
	return sinceThen(present, s)
}

// sameRules reports whether a framework is the present one, or says the same. Comparing
// two of them costs more than advice.
func sameRules(present *advisor.Engine, was model.Ref) bool {
	return was.Hash == present.Framework().Hash || sameContent(present, was)
}

// sinceThen is since for a session of a framework that is known to be another one.
func sinceThen(present *advisor.Engine, s model.Session) []string {
	was, is := s.Framework, present.Framework().Ref
	var said []string
	switch {
	case was == (model.Ref{}):
		said = append(said, "Nobody noted under which framework this session was made.")
	case was.ID != is.ID:
		said = append(said, fmt.Sprintf("This session was made under another framework, %s %s; what follows is the view of %s %s.", was.ID, was.Version, is.ID, is.Version))
	case was.Version != is.Version:
		said = append(said, fmt.Sprintf("Questions or rules have changed since: the session was made under %s %s, and this is %s.", was.ID, was.Version, is.Version))
	default:
		said = append(said, fmt.Sprintf("Questions or rules may have changed since: %s %s has the same version as then, but other content (then %s, now %s).", was.ID, was.Version, was.Hash, is.Hash))
	}
	if misfits := unfit(present.Framework(), s.Answers); len(misfits) > 0 {
		said = append(said, "Not counted, because it does not fit any more: "+strings.Join(misfits, "; ")+".")
	}
	if was == (model.Ref{}) {
		return said
	}
	return append(said, byRules(present, s))
}

// sameContent reports whether the framework of a session is at hand, as the built-in
// one, and says the same as the present one in every field: a copy that somebody has
// written out has another hash, because its lines and comments count there.
func sameContent(present *advisor.Engine, was model.Ref) bool {
	then, is := advisor.Builtin(), present.Framework()
	return was == then.Framework().Ref && was.ID == is.ID && was.Version == is.Version &&
		len(differences(contentsOf(then), contentsOf(present))) == 0
}

// unfit words the answers that f does not accept.
func unfit(f *model.Framework, as model.Answers) []string {
	var words []string
	for _, id := range slices.Sorted(maps.Keys(as)) {
		switch q := f.Question(id); {
		case q == nil:
			words = append(words, fmt.Sprintf("%s = %s (no such question)", id, as[id]))
		case q.Accept(as[id]) != nil:
			words = append(words, fmt.Sprintf("%s = %s (no such answer)", id, as[id]))
		}
	}
	return words
}

// byRules says whether the other rules make another recommendation of the answers.
func byRules(present *advisor.Engine, s model.Session) string {
	then := advisor.Builtin()
	if s.Framework.Hash != then.Framework().Hash {
		return fmt.Sprintf("Whether the advice was another then cannot be told here: a session does not keep its framework. With its files in DIR: remit sessions show %s --framework DIR", s.ID)
	}
	was, is := judge(then, s.Answers).Recommendation, judge(present, s.Answers).Recommendation
	if was == is {
		return fmt.Sprintf("The recommendation is the same under %s %s.", s.Framework.ID, s.Framework.Version)
	}
	return fmt.Sprintf("Under %s %s the same answers lead to: %s. The difference comes from the framework, not from the answers.",
		s.Framework.ID, s.Framework.Version, then.Framework().Structure(was).Title)
}
