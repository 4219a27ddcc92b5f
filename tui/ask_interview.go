package tui

import (
	"errors"
	"slices"

	"remit/advisor"
	"remit/model"
)

// way is how an interview walks through the questions.
type way uint8

const (
	guided   way = iota // every question, topic by topic
	adaptive            // the question that matters most, until decided
	rest                // after a quick check: every question that has no answer yet
	errand              // one question, then back to where the reader came from
)

// interview is the course of one session: which question is open and what was
// said. It knows nothing of keys and screens; saving is the keeper's part.
type interview struct {
	keeper
	engine *advisor.Engine
	order  []string
	way    way

	at      string   // the open question; "" when all is asked
	trail   []string // the questions before it, for going back where there is no fixed order
	skipped []string // left open on purpose during this visit

	advice model.Advice // for the answers saved so far
	before model.Advice // the same before the last answer
	last   string       // the question answered last during this visit
	why    model.Next   // what the engine said of the open question, on an adaptive way
}

// newInterview opens a session: at the given question, or at the one that was
// open when it was left, or at the first without an answer.
func newInterview(engine *advisor.Engine, k keeper, w way, question string) *interview {
	f := engine.Framework()
	i := &interview{keeper: k, engine: engine, order: interviewOrder(f), way: w}
	i.advice = engine.Advise(k.session.Answers, 0)
	i.before = i.advice
	switch {
	case f.Question(question) != nil:
		i.at = question
	case w == adaptive:
		i.openAdaptive()
	default:
		i.at = resumeAt(i.order, k.session)
	}
	return i
}

// openAdaptive resumes a quick check at the question that was open if it still
// needs an answer, else where the engine wants to go on. Going back from there
// leads through what was answered before.
func (i *interview) openAdaptive() {
	s := i.session
	i.at = i.following(s.Answers)
	if i.at != "" && i.framework().Question(s.Position) != nil && s.Answers[s.Position].Kind == model.Unanswered {
		i.at = s.Position
	}
	for _, q := range i.order {
		if q != i.at && s.Answers[q].Kind != model.Unanswered {
			i.trail = append(i.trail, q)
		}
	}
}

func (i *interview) framework() *model.Framework { return i.engine.Framework() }

// question is the open one, nil when all is asked.
func (i *interview) question() *model.Question { return i.framework().Question(i.at) }

// following gives the question behind the open one, "" where the way ends.
func (i *interview) following(as model.Answers) string {
	at := slices.Index(i.order, i.at)
	switch i.way {
	case adaptive:
		return i.chosen(as)
	case rest:
		return nextUnanswered(i.order, i.at, as, i.skipped)
	case guided:
		if at+1 < len(i.order) {
			return i.order[at+1]
		}
	}
	return ""
}

// chosen asks the engine which question to put, passing over what was left open
// on purpose: "later" is open to every completion, so it decides nothing.
func (i *interview) chosen(as model.Answers) string {
	for _, q := range i.skipped {
		if as[q].Kind == model.Unanswered {
			as = as.With(q, model.Answer{Kind: model.Later})
		}
	}
	i.why = i.engine.Next(as)
	if i.why.Decided {
		return ""
	}
	return i.why.Question
}

// afterAll is the question to come back to where all that could speak was said not to
// apply; "" where that is not so.
func (i *interview) afterAll() string {
	if !allAside(&i.advice) {
		return ""
	}
	return i.engine.Next(i.session.Answers).Question
}

// answer saves what was said to the open question and goes on; given tells what it has
// replaced, and ended that an errand is done. After an error nothing has moved: the answer
// is kept and can be saved again.
func (i *interview) answer(a model.Answer) (given slip, ended bool, err error) {
	given = slip{i.session.ID, i.at, a, a}
	if i.said(i.at) == a && len(i.drafts) == 0 {
		return given, i.forward(), nil
	}
	q := i.at
	d := draft{question: q, answer: a, to: i.following(i.session.Answers.With(q, a))}
	if given.was, err = i.keep(d); err != nil {
		return given, false, err
	}
	i.learn(q)
	return given, i.forward(), nil
}

// takeBack saves that the open question has no answer any more, and stays.
func (i *interview) takeBack() error {
	if i.said(i.at).Kind == model.Unanswered {
		return nil
	}
	_, err := i.keep(draft{question: i.at})
	if err == nil {
		i.learn(i.at)
	}
	return err
}

// undo puts the answer that was given last back to what it was, and opens its question.
// What cannot be taken back because somebody else has answered since is forgotten.
func (i *interview) undo() (slip, error) {
	last := i.past[len(i.past)-1]
	s, err := last.takeBack(i.ctx, i.sessions, i.by, i.session)
	if err != nil && !errors.Is(err, model.ErrMoved) {
		return last, err
	}
	i.past = i.past[:len(i.past)-1]
	i.session = s
	i.learn("")
	if n := len(i.trail); n > 0 && i.trail[n-1] == last.question {
		i.trail = i.trail[:n-1]
		i.at = last.question
	} else {
		i.jump(last.question)
	}
	return last, err
}

// note saves a note, and stays.
func (i *interview) note(question, text string) error {
	_, err := i.keep(draft{question: question, note: text, isNote: true})
	if err == nil && i.foreign > 0 {
		i.learn("")
	}
	return err
}

// retry saves what could not be saved. If that was the answer to the open
// question, it goes on as if it had been saved at once.
func (i *interview) retry() (ended bool, err error) {
	here := slices.ContainsFunc(i.drafts, func(d draft) bool {
		return d.question == i.at && !d.isNote && d.answer.Kind != model.Unanswered
	})
	if err := i.flush(); err != nil {
		return false, err
	}
	i.learn(i.at)
	return here && i.forward(), nil
}

// learn brings the advice up to what is saved now.
func (i *interview) learn(question string) {
	i.last = question
	i.before, i.advice = i.advice, i.engine.Advise(i.session.Answers, 0)
}

// take makes another state of the session the present one, unless it is older.
func (i *interview) take(s model.Session) {
	if s.ID != i.session.ID || s.Seq <= i.session.Seq {
		return
	}
	i.session = s
	i.advice = i.engine.Advise(s.Answers, 0)
	i.before, i.last = i.advice, ""
}

// forward goes to the following question, behind the last one to the end. An errand
// stays where it is and has ended.
func (i *interview) forward() (ended bool) {
	if i.way == errand {
		return true
	}
	i.trail = append(i.trail, i.at)
	i.at = i.following(i.session.Answers)
	return false
}

// skip leaves the open question as it is and goes on.
func (i *interview) skip() (ended bool) {
	if i.session.Answers[i.at].Kind == model.Unanswered && !slices.Contains(i.skipped, i.at) {
		i.skipped = append(i.skipped, i.at)
	}
	return i.forward()
}

// back goes to the question before the open one; false if there is none.
func (i *interview) back() bool {
	if i.way == guided {
		at := slices.Index(i.order, i.at)
		if i.at == "" {
			at = len(i.order)
		}
		if at <= 0 {
			return false
		}
		i.at = i.order[at-1]
		return true
	}
	if len(i.trail) == 0 {
		return false
	}
	last := len(i.trail) - 1
	i.at, i.trail = i.trail[last], i.trail[:last]
	return true
}

// jump opens any question.
func (i *interview) jump(question string) {
	if i.framework().Question(question) == nil || question == i.at {
		return
	}
	if i.at != "" {
		i.trail = append(i.trail, i.at)
	}
	i.at = question
}

// goOn goes on, at the end of a way, with what has no answer yet: of a quick check
// it makes the full interview of the same session.
func (i *interview) goOn() {
	if to := nextUnanswered(i.order, "", i.session.Answers, nil); to != "" {
		i.way, i.skipped = rest, nil
		i.jump(to)
	}
}

// leave saves which question is open, with what could not be saved before.
func (i *interview) leave() error {
	if i.at == "" || i.session.Position == i.at {
		return i.flush()
	}
	return i.moved(i.at)
}

// mark saves at once which question is open, so that a killed remit comes back to
// it. What was said and not saved waits for its own attempt, which is told.
func (i *interview) mark() error {
	if i.at == "" || i.session.Position == i.at || len(i.drafts) > 0 {
		return nil
	}
	err := i.moved(i.at)
	if err == nil && i.foreign > 0 {
		i.learn("")
	}
	return err
}

// tally counts what is known, with what is said here and not saved yet.
func (i *interview) tally() model.Tally {
	as := i.session.Answers
	for _, d := range i.drafts {
		if !d.isNote {
			as = as.With(d.question, d.answer)
		}
	}
	return i.framework().Tally(i.framework().Usable(as))
}

// asked counts the questions to which something was said, "not sure" included.
func (i *interview) asked() int {
	n := 0
	for _, q := range i.order {
		if i.session.Answers[q].Kind != model.Unanswered {
			n++
		}
	}
	return n
}
