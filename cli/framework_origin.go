package cli

import (
	"fmt"
	"slices"
	"strings"

	"remit/advisor"
	"remit/model"
)

// Does the advice on two sessions differ because of the answers, or because of the
// rules? Each remembers the name, version and content of its framework and not the
// framework itself, so only the one in use and the built-in one can be asked.

// result is what one framework says of two sessions.
type result struct {
	Framework model.Ref `json:"framework"`
	InUse     bool      `json:"in_use"`
	A         finding   `json:"a"`
	B         finding   `json:"b"`
}

// finding is the advice on a session, and whether it comes too early.
type finding struct {
	judgement
	TooEarly bool `json:"too_early"`
}

// cause says why the advice on two sessions differs.
type cause string

// The causes. Advice is compared as each session's own framework gives it; where
// both were made under one framework that is not at hand, as the one in use does.
const (
	noDifference cause = "none"
	byAnswers    cause = "answers"
	byTheRules   cause = "rules"
	byBoth       cause = "both"
	notKnown     cause = "unknown" // a framework is not at hand
)

// origin is two sessions and the framework in use.
type origin struct {
	present *advisor.Engine
	a, b    model.Session
}

// find gives the advice on a session.
func find(e *advisor.Engine, s model.Session) finding {
	var advice model.Advice
	e.Brief(&advice, e.Framework().Usable(s.Answers), 0)
	return finding{judge(e, s.Answers), advice.TooEarly()}
}

// atHand gives the engine of a framework, nil if there is none here.
func (o origin) atHand(ref model.Ref) *advisor.Engine {
	for _, e := range []*advisor.Engine{o.present, advisor.Builtin()} {
		if e.Framework().Hash == ref.Hash {
			return e
		}
	}
	return nil
}

// results are what the framework in use says, and what other frameworks do under
// which one of the two was made.
func (o origin) results() []result {
	list := []result{o.result(o.present)}
	for _, ref := range []model.Ref{o.a.Framework, o.b.Framework} {
		told := func(r result) bool { return r.Framework.Hash == ref.Hash }
		if e := o.atHand(ref); e != nil && !slices.ContainsFunc(list, told) {
			list = append(list, o.result(e))
		}
	}
	return list
}

func (o origin) result(e *advisor.Engine) result {
	return result{e.Framework().Ref, e == o.present, find(e, o.a), find(e, o.b)}
}

func (o origin) sameRules() bool { return o.a.Framework.Hash == o.b.Framework.Hash }

func (o origin) cause() cause {
	rulesA, rulesB := o.atHand(o.a.Framework), o.atHand(o.b.Framework)
	if rulesA == nil || rulesB == nil {
		if !o.sameRules() {
			return notKnown
		}
		rulesA, rulesB = o.present, o.present
	}
	a, b := find(rulesA, o.a), find(rulesB, o.b)
	crossA, crossB := find(rulesB, o.a), find(rulesA, o.b)
	switch {
	case a == b:
		return noDifference
	case crossA == a && crossB == b:
		return byAnswers
	case crossA == b && crossB == a:
		return byTheRules
	}
	return byBoth
}

// words says what can and what cannot be said, a sentence each, not cleaned.
func (o origin) words(c cause) []string {
	return append(o.made(), o.conclusion(c)...)
}

// made tells under which frameworks the two were made; nothing if both were under
// the one in use.
func (o origin) made() []string {
	is := o.present.Framework().Ref
	a, b := o.refWords(o.a.Framework), o.refWords(o.b.Framework)
	switch {
	case o.sameRules() && o.a.Framework.Hash == is.Hash:
		return nil
	case o.sameRules():
		return []string{fmt.Sprintf("Both were made under %s. The framework in use is another one, %s.", a, o.refWords(is))}
	}
	return []string{fmt.Sprintf("They were made under different frameworks: A under %s, B under %s. In use is %s.", a, b, o.refWords(is))}
}

func (o origin) conclusion(c cause) []string {
	switch c {
	case noDifference:
		switch own := o.atHand(o.a.Framework); {
		case !o.sameRules():
			return []string{"Each under its own framework, the advice is the same for both."}
		case own != nil && own != o.present:
			return []string{"Under the framework that they were made under, the advice is the same for both."}
		}
		return o.missing([]string{"The advice is the same for both."})
	case byAnswers:
		if o.sameRules() {
			return o.missing([]string{"The advice differs because the answers do: both are judged by the same rules."})
		}
		return []string{"The advice differs because the answers do: neither session is advised differently under the framework of the other."}
	case byTheRules:
		return []string{"The advice differs because the rules do: under the same rules, both sessions are advised alike."}
	case byBoth:
		return []string{"The advice differs because of both, the answers and the rules: see above what each framework says of each session."}
	}
	said := "the advice is the same for both."
	if find(o.present, o.a) != find(o.present, o.b) {
		said = "the advice differs, and that comes from the answers alone."
	}
	return o.missing([]string{"By the framework in use " + said})
}

// missing adds what cannot be told, and how to find it out.
func (o origin) missing(said []string) []string {
	var gone []string
	unnoted := false
	for _, ref := range []model.Ref{o.a.Framework, o.b.Framework} {
		switch {
		case ref == (model.Ref{}):
			unnoted = true
		case o.atHand(ref) == nil && (len(gone) == 0 || gone[0] != o.refWords(ref)):
			gone = append(gone, o.refWords(ref))
		}
	}
	if unnoted {
		said = append(said, "Of a session whose framework nobody noted it cannot be told what was advised when it was made.")
	}
	if len(gone) > 0 {
		said = append(said, fmt.Sprintf("What was advised under %s, and whether the rules alone would make a difference, cannot be told here: a session does not keep its framework. With its files in DIR: the same command with --framework DIR.",
			strings.Join(gone, " and under ")))
	}
	return said
}

// refWords names a framework; its content only where the name is not enough to tell
// it from the others here.
func (o origin) refWords(ref model.Ref) string {
	if ref == (model.Ref{}) {
		return "a framework that nobody noted"
	}
	name := strings.TrimSpace(ref.ID + " " + ref.Version)
	for _, other := range []model.Ref{o.a.Framework, o.b.Framework, o.present.Framework().Ref} {
		if other.ID == ref.ID && other.Version == ref.Version && other.Hash != ref.Hash {
			return name + " (content " + ref.Hash + ")"
		}
	}
	return name
}
