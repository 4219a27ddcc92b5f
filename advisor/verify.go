package advisor

import (
	"context"
	"slices"
	"strings"

	"remit/model"
)

// Verification is what can be said about a framework over every answer sheet that it
// allows. Nothing in it is sampled: where sampled sheets settle a question they are
// the proof themselves, all else is searched exactly.
type Verification struct {
	Framework model.Ref
	Sheets    Count                              // all answer sheets: each question's classes, and no answer
	Counts    Counts                             // how many of them lead to each structure
	Examples  [model.NumStructures]model.Answers // a sheet with as few answers as any that leads there; nil if none does
	Ties      []Tie
	Rules     []Idle // rules that never matter
	Questions []Idle // questions that never decide
	Rows      []Idle // table rows that are never reached
	Dissents  []Idle // dissents that are never shown
	Laws      []LawResult
}

// Holds reports whether nothing is wrong: every structure is reachable, nothing is
// idle and every law holds. Ties are named, not wrong.
func (v *Verification) Holds() bool {
	unreachable := slices.ContainsFunc(v.Examples[:], func(as model.Answers) bool { return as == nil })
	broken := slices.ContainsFunc(v.Laws, func(l LawResult) bool { return !l.Holds })
	return !unreachable && !broken && len(v.Rules)+len(v.Questions)+len(v.Rows)+len(v.Dissents) == 0
}

// Tie is two structures that can lead level; the first is then recommended.
type Tie struct {
	First, Second model.Structure
	Example       model.Answers
}

// Idle is a part of the framework that makes no difference to any company.
type Idle struct {
	ID  string
	Why string
}

// LawResult says whether a law holds. If not, Example is a smallest sheet that breaks
// it; for a law about a rising answer Then is that answer raised, and To what the
// recommendation becomes.
type LawResult struct {
	Law     model.Law
	Holds   bool
	Example model.Answers
	From    model.Structure // recommended on Example
	Then    model.Answer    // rising laws only
	To      model.Structure // rising laws only
}

// Verify proves the framework, exactly and over every sheet. It ends early with
// ctx's error; progress, if not nil, is told the share that is done.
func (e *Engine) Verify(ctx context.Context, progress func(done float64)) (*Verification, error) {
	const counting = 0.8 // of the time, about
	tell := func(done float64) {
		if progress != nil {
			progress(done)
		}
	}
	v := &Verification{Framework: e.f.Ref}
	by := &verifying{Engine: e, ctx: ctx}
	steps := []struct {
		proves string
		step   func()
	}{
		{"how many sheets lead to each structure", func() {
			v.Counts, by.err = e.Count(ctx, func(done float64) { tell(counting * done) })
			v.Sheets = v.Counts.Total()
		}},
		{"which structures can be reached", func() { v.Examples = by.reachable() }},
		{"which can tie", func() { v.Ties = by.ties() }},
		{"that rules and questions matter", func() { v.Rules, v.Questions = by.idleRules() }},
		{"that table rows are reached", func() { v.Rows = by.idleRows() }},
		{"that dissents are shown", func() { v.Dissents = by.idleDissents() }},
		{"the laws", func() {
			for _, l := range e.f.Laws {
				v.Laws = append(v.Laws, by.prove(l))
			}
		}},
	}
	var proven []string
	for i, s := range steps {
		by.left, by.done = claimWork, strings.Join(proven, ", ")
		if by.spend(0) {
			s.step()
		}
		if by.err != nil {
			return nil, by.err
		}
		proven = append(proven, s.proves)
		tell(counting + (1-counting)*float64(i)/float64(len(steps)-1))
	}
	return v, nil
}

// reachable gives for each structure a smallest sheet that leads to it.
func (v *verifying) reachable() (examples [model.NumStructures]model.Answers) {
	for _, s := range model.Structures() {
		v.claim("whether %v can be reached", s)
		if found := v.newContest(nil, unlimited, world{lead: s, without: -1}).example(); found != nil {
			examples[s] = v.answers(found)
		}
	}
	return examples
}

// answers words a sheet.
func (e *Engine) answers(s sheet) model.Answers {
	as := model.Answers{}
	for q, class := range s {
		if class != silent {
			as[e.domains[q].id] = e.domains[q].answer[class-1]
		}
	}
	return as
}

// ties lists the pairs that can lead level, in the order in which ties fall.
func (v *verifying) ties() []Tie {
	var list []Tie
	for i, first := range v.f.Structures {
		for _, second := range v.f.Structures[i+1:] {
			v.claim("whether %v and %v can tie", first.ID, second.ID)
			c := v.newContest(nil, unlimited, world{lead: first.ID, without: -1})
			c.level(second.ID)
			if s := c.example(); s != nil {
				list = append(list, Tie{first.ID, second.ID, v.answers(s)})
			}
		}
	}
	return list
}

// allowing turns conditions into the classes that they allow.
func (e *Engine) allowing(when []model.Condition) map[int][]bool {
	allowed := map[int][]bool{}
	for _, c := range when {
		q := e.index[c.Question]
		h := e.holds(q, c)
		for class, ok := range allowed[q] {
			h[class] = h[class] && ok
		}
		allowed[q] = h
	}
	return allowed
}

// prove decides a law.
func (v *verifying) prove(l model.Law) LawResult {
	v.claim("law %q", l.ID)
	if l.Rising != "" {
		return v.proveRising(l)
	}
	best := LawResult{Law: l, Holds: true}
	for _, s := range l.Never {
		found := v.newContest(v.allowing(l.When), unlimited, world{lead: s, without: -1}).example()
		if found != nil && best.smaller(found) {
			best = LawResult{Law: l, Example: v.answers(found), From: s}
		}
	}
	return best
}

// smaller reports whether a sheet has fewer answers than the example so far.
func (r *LawResult) smaller(s sheet) bool {
	n := 0
	for _, class := range s {
		if class != silent {
			n++
		}
	}
	return r.Holds || n < len(r.Example)
}

// proveRising looks at every answer and the next higher one that the law speaks of;
// what no such step does, no row of steps does.
func (v *verifying) proveRising(l model.Law) LawResult {
	best := LawResult{Law: l, Holds: true}
	q, allowed := v.index[l.Rising], v.allowing(l.When)
	for class := 1; class+1 < v.domains[q].classes(); class++ {
		if may := allowed[q]; may != nil && !(may[class] && may[class+1]) {
			continue
		}
		for _, from := range l.Keeps {
			for _, to := range model.Structures() {
				if slices.Contains(l.Keeps, to) {
					continue
				}
				found := v.newContest(allowed, unlimited,
					world{lead: from, held: map[int]uint16{q: uint16(class)}, without: -1},
					world{lead: to, held: map[int]uint16{q: uint16(class + 1)}, without: -1}).example()
				if found != nil && best.smaller(found) {
					best = LawResult{Law: l, Example: v.answers(found), From: from,
						Then: v.domains[q].answer[class], To: to}
				}
			}
		}
	}
	return best
}
