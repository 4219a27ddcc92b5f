package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"remit/advisor"
	"remit/model"
	"remit/report"
)

// The interview line by line. It is made to be heard as well as seen: one thought
// a line, no drawing, no colour, instructions once. Every answer is on disk
// before the next question is asked, so the end of the input, a signal or a
// power cut costs nothing but the line being typed.

// dialogue is one such interview.
type dialogue struct {
	a      *app
	keep   model.Sessions
	engine *advisor.Engine
	f      *model.Framework

	s      model.Session
	unborn *model.Event    // creates s; nil when that is done
	at     *model.Question // the open question; nil when all have been asked
	trail  []string        // questions that were open before, oldest first: the way back
	past   map[string]bool // skipped in this run
	topic  string          // the topic that was announced last
	reason string          // why a question was asked, as it was said last
	told   bool            // the result was given since the questions ended

	// follow chooses the question after the open one, once said is what was said.
	follow func(d *dialogue, said model.Answers) *model.Question
	quick  bool // the adaptive check, which may stop early
}

// step is what a line of input leads to.
type step uint8

const (
	stay  step = iota // the same question, not read out again
	again             // read the question out (it may be another one)
	leave             // the dialogue is over
)

// run asks until nothing is left to ask or the person leaves.
func (d *dialogue) run(ctx context.Context) error {
	d.greet()
	for next := again; ; {
		if next == again {
			d.show()
		}
		line, err := d.listen()
		if err == nil {
			next, err = d.reply(ctx, line)
		} else if d.at == nil && errors.Is(err, io.EOF) {
			next, err = leave, d.farewell()
		}
		if errors.Is(err, errTooLong) {
			d.sayln("That is too long, so nothing of it was kept: a line may have %d bytes. Say it shorter.", model.MaxText)
			next, err = again, nil
		}
		switch {
		case err != nil && model.KindOf(err) == model.KindBug:
			return d.broken(err)
		case err != nil:
			return err
		case next == leave:
			return nil
		}
	}
}

// errTooLong is a line that cannot be kept whole. Nothing of it is.
var errTooLong = errors.New("the line is too long")

// listen reads the next line.
func (d *dialogue) listen() (string, error) {
	if d.a.env.InTerminal {
		d.say("> ")
	}
	line, cut, err := readLine(d.a.in)
	if err == nil && cut {
		err = errTooLong
	}
	return line, err
}

// reply acts on a line: a command, or an answer to the open question.
func (d *dialogue) reply(ctx context.Context, line string) (step, error) {
	if d.at != nil {
		// The letters of ranges are read out with the question, so they go first.
		if i, ok := bandNamed(d.at, strings.ToLower(line)); ok {
			return d.answer(ctx, model.Count(d.at.Bands[i].Value))
		}
	}
	word, rest, _ := strings.Cut(line, " ")
	for _, o := range orders() {
		if o.named(strings.ToLower(word)) && (rest == "" || o.takes != "") {
			return o.obey(d, ctx, strings.TrimSpace(rest))
		}
	}
	switch {
	case d.at == nil:
		return d.closing(ctx, line)
	case line == "" && d.s.Answers[d.at.ID].Kind != model.Unanswered:
		return d.pass(ctx)
	case line == "":
		d.sayln("Type an answer, skip, or help.")
		return stay, nil
	}
	answer, sorry := understand(d.at, line)
	if sorry != "" {
		d.sayln("%s", sorry)
		return stay, nil
	}
	return d.answer(ctx, answer)
}

// answer keeps what was said and opens the next question, both in one write.
func (d *dialogue) answer(ctx context.Context, given model.Answer) (step, error) {
	q := d.at
	delete(d.past, q.ID)
	events := []model.Event{{Kind: model.EventAnswered, Question: q.ID, Answer: &given}}
	next := d.follow(d, d.s.Answers.With(q.ID, given))
	if next != nil {
		events = append(events, model.Event{Kind: model.EventMoved, Question: next.ID})
	}
	if err := d.append(ctx, events...); err != nil {
		return stay, err
	}
	d.sayln("Saved: %s: %s.", q.Short, answerWords(q, given))
	d.trail = append(d.trail, q.ID)
	d.at = next
	return again, nil
}

// pass goes on without changing the answer to the open question.
func (d *dialogue) pass(ctx context.Context) (step, error) {
	d.trail = append(d.trail, d.at.ID)
	return d.open(ctx, d.follow(d, d.s.Answers))
}

// open makes q the open question and remembers it as the place to resume.
func (d *dialogue) open(ctx context.Context, q *model.Question) (step, error) {
	if q != nil && q.ID != d.s.Position && d.unborn == nil {
		if err := d.append(ctx, model.Event{Kind: model.EventMoved, Question: q.ID}); err != nil {
			return stay, err
		}
	}
	d.at = q
	return again, nil
}

// append keeps events and takes over what the session is now.
func (d *dialogue) append(ctx context.Context, events ...model.Event) error {
	var s model.Session
	var err error
	if d.unborn != nil {
		s, err = d.keep.Create(ctx, *d.unborn, events...)
	} else {
		s, err = d.a.append(ctx, d.keep, d.s.ID, events...)
	}
	if err != nil {
		return err
	}
	d.s, d.unborn = s, nil
	d.a.kept = fmt.Sprintf("Session %s is saved: %s. %s", inQuotes(s.Name), d.tally(), d.toGoOn())
	return nil
}

// broken is the error for input that ended, by itself or by a signal, before the
// work was done.
func (d *dialogue) broken(cause error) error {
	e := &model.Error{
		Kind: model.KindEndOfInput,
		What: "the interview is not finished",
		Err:  cause,
		Cure: d.toGoOn(),
	}
	if errors.Is(cause, io.EOF) {
		e.Err = errors.New("the input ended")
	}
	if d.at != nil {
		e.Err = fmt.Errorf("%w at the question %q", e.Err, d.at.ID)
	}
	if d.unborn != nil {
		e.Lost = "Nothing was said, so no session was kept."
		return e
	}
	e.Lost = fmt.Sprintf("Nothing is lost: session %s is saved, %s.", inQuotes(d.s.Name), d.tally())
	if missing := d.missing(); len(missing) > 0 {
		e.Lost += fmt.Sprintf("\nStill missing: %s.", strings.Join(missing, ", "))
	}
	return e
}

// toGoOn says how to take up this session again.
func (d *dialogue) toGoOn() string {
	command := "interview"
	if d.quick {
		command = "quick"
	}
	if d.unborn != nil {
		return fmt.Sprintf("To start: remit %s --plain", command)
	}
	return fmt.Sprintf("To go on: remit %s --plain %s", command, d.s.ID)
}

// tally counts what was said so far.
func (d *dialogue) tally() model.Tally { return d.f.Tally(d.s.Answers) }

// missing names the questions to which nothing was said.
func (d *dialogue) missing() []string {
	var ids []string
	for _, q := range d.f.Questions {
		if d.s.Answers[q.ID].Kind == model.Unanswered {
			ids = append(ids, q.ID)
		}
	}
	return ids
}

// say prints words of the interview. Everything passes through Clean, because
// sessions and frameworks may come from elsewhere.
func (d *dialogue) say(format string, args ...any) {
	text := model.CleanLines(fmt.Sprintf(format, args...))
	if d.a.env.OutTerminal { // a program that reads along gets each sentence on a line of its own
		text = atWords(text, d.a.columns())
	}
	fmt.Fprint(d.a.out, text)
}

// atWords breaks lines of more than w cells between words, each under its own beginning:
// a terminal would break them anywhere.
func atWords(text string, w int) string {
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		own := strings.TrimLeft(line, " ")
		lead := line[:len(line)-len(own)]
		if len(line) > w && len(lead) < w/2 {
			lines[i] = lead + strings.Join(report.Wrap(own, w-len(lead)), "\n"+lead)
		}
	}
	return strings.Join(lines, "\n")
}

// sayln is say with the end of the line.
func (d *dialogue) sayln(format string, args ...any) { d.say(format+"\n", args...) }
