package cli

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"remit/advisor"
	"remit/model"
)

// newSessionsSet is remit sessions set.
func newSessionsSet(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "set SESSION QUESTION=VALUE...",
		Short: "Answer questions of a session; QUESTION= takes an answer back",
		Long: `Answers questions by their ids, all or none. A value is an option's id, a number,
or one of unsure, n/a and later. An empty value takes the answer back.`,
		Example: "  remit sessions set acme headcount=40 technology=support regulation=unsure",
		Args:    arguments(2, -1),

		ValidArgsFunction: a.completeAnswer,
		RunE: func(cmd *cobra.Command, args []string) error {
			engine, err := a.engine()
			if err != nil {
				return err
			}
			events, err := answered(engine.Framework(), args[1:])
			if err != nil {
				return err
			}
			return a.set(cmd, engine, args[0], events)
		},
	}
}

// set keeps answers and says what became of them.
func (a *app) set(cmd *cobra.Command, engine *advisor.Engine, ref string, events []model.Event) error {
	keep, s, err := a.findLive(cmd.Context(), ref)
	if err != nil {
		return err
	}
	var said, taken int
	var none []string
	var wanted []model.Event
	for _, e := range events {
		switch {
		case e.Answer.Kind != model.Unanswered:
			said++
		case s.Answers[e.Question].Kind == model.Unanswered:
			none = append(none, e.Question)
			continue
		default:
			taken++
		}
		wanted = append(wanted, e)
	}
	if len(wanted) > 0 {
		if s, err = a.append(cmd.Context(), keep, s.ID, wanted...); err != nil {
			return err
		}
	}
	if said > 0 {
		a.report("Saved what was said to %s.", count(said, "question", "questions"))
	}
	if taken > 0 {
		a.report("Taken back what was said to %s.", count(taken, "question", "questions"))
	}
	if len(none) > 0 {
		a.report("Nothing to take back: %s had no answer", strings.Join(none, ", "))
	}
	a.report("Session %s: %s.", inQuotes(s.Name), engine.Framework().Tally(s.Answers))
	a.tellArchived(s)
	a.report("%s", verdict(engine, s.Answers))
	return nil
}

// answered turns question=value words into events; every fault is reported.
func answered(f *model.Framework, words []string) ([]model.Event, error) {
	var faults faultList
	var events []model.Event
	seen := map[string]bool{}
	for _, w := range words {
		id, value, ok := strings.Cut(w, "=")
		q := f.Question(id)
		var e *model.Error
		switch {
		case !ok:
			e = &model.Error{What: "an answer has the form question=value", Cure: "Write it like headcount=40."}
		case q == nil:
			e = faults.unknown(f, id)
		case seen[id]:
			e = &model.Error{What: fmt.Sprintf("%q is answered twice", id), Cure: "Say it once."}
		default:
			seen[id] = true
			answer, err := valued(q, value)
			if err == nil {
				events = append(events, model.Event{Kind: model.EventAnswered, Question: id, Answer: &answer})
				continue
			}
			e, _ = errors.AsType[*model.Error](err)
		}
		e.Kind, e.Where, e.Lost = model.KindUsage, model.Cut(w, 80), "Nothing was saved."
		faults.add(e)
	}
	if err := faults.err(); err != nil {
		return nil, err
	}
	return events, nil
}

// valued reads the value of one answer as commands write it; none takes the answer
// back.
func valued(q *model.Question, value string) (model.Answer, error) {
	if value == "" {
		return model.Answer{}, nil
	}
	return answerTo(q, typed(value))
}

// newSessionsNote is remit sessions note.
func newSessionsNote(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "note SESSION QUESTION TEXT...",
		Short: "Keep a note with a question; - reads it from standard input, an empty text takes it away",
		Args:  arguments(3, -1),
		RunE: func(cmd *cobra.Command, args []string) error {
			engine, err := a.engine()
			if err != nil {
				return err
			}
			id, text := args[1], strings.Join(args[2:], " ")
			if engine.Framework().Question(id) == nil {
				e := unknownQuestion(engine.Framework(), id, false)
				e.Kind, e.Lost = model.KindUsage, "Nothing was saved."
				return e
			}
			kind := model.KindUsage
			if text == "-" {
				kind = model.KindInvalid
				read, err := io.ReadAll(io.LimitReader(a.in, model.MaxText+2))
				if err != nil {
					return unreadable(stdinName, err)
				}
				text = strings.TrimRight(string(read), "\n")
			}
			raw := len(text) // what cleaning shortens may have been read in part only
			if text = model.CleanLines(text); max(raw, len(text)) > model.MaxText {
				return &model.Error{Kind: kind, What: "the note is too long", Lost: "Nothing was saved.",
					Cure: fmt.Sprintf("A note may have %d bytes.", model.MaxText)}
			}
			s, err := a.change(cmd, args[0], model.Event{Kind: model.EventNoted, Question: id, Text: text})
			if err != nil {
				return err
			}
			if text == "" {
				a.report("Saved: no note on %s in %s", id, inQuotes(s.Name))
			} else {
				a.report("Saved: the note on %s in %s", id, inQuotes(s.Name))
			}
			a.tellArchived(s)
			return nil
		},
	}
}
