package cli

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

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
			s, err := a.change(cmd, args[0], events...)
			if err != nil {
				return err
			}
			a.report("Saved: %s in %q", count(len(events), "answer", "answers"), s.Name)
			a.report("%s", verdict(engine, s.Answers))
			return nil
		},
	}
}

// answered turns question=value words into events; every fault is reported.
func answered(f *model.Framework, words []string) ([]model.Event, error) {
	var faults model.Faults
	var events []model.Event
	seen := map[string]bool{}
	for _, w := range words {
		id, value, ok := strings.Cut(w, "=")
		fault := func(what, cure string) {
			faults = append(faults, &model.Error{Kind: model.KindInvalid, Where: model.Cut(w, 80), What: what,
				Lost: "Nothing was saved.", Cure: cure})
		}
		q := f.Question(id)
		switch {
		case !ok:
			fault("an answer has the form question=value", "")
			continue
		case q == nil:
			err := f.Check(model.Answers{id: model.Say(value)})
			fault(strings.TrimSpace(err.Error()), "")
			continue
		case seen[id]:
			fault(fmt.Sprintf("%q is answered twice", id), "Say it once.")
			continue
		}
		seen[id] = true
		answer := valued(q, value)
		if answer.Kind != model.Unanswered {
			if err := q.Accept(answer); err != nil {
				fault(err.Error(), "")
				continue
			}
		}
		events = append(events, model.Event{Kind: model.EventAnswered, Question: id, Answer: &answer})
	}
	if len(faults) > 0 {
		return nil, faults
	}
	return events, nil
}

// valued reads the value of one answer as commands write it.
func valued(q *model.Question, value string) model.Answer {
	if value == "" {
		return model.Answer{}
	}
	if n, err := strconv.Atoi(value); err == nil && q.Kind == model.NumberQuestion {
		return model.Count(n)
	}
	return model.Say(value)
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
				return &model.Error{Kind: model.KindInvalid, What: fmt.Sprintf("note on %q", model.Cut(id, 60)),
					Err: engine.Framework().Check(model.Answers{id: model.Say(model.WordUnsure)}), Lost: "Nothing was saved."}
			}
			if text == "-" {
				read, err := io.ReadAll(io.LimitReader(a.in, model.MaxText+1))
				if err != nil {
					return &model.Error{Kind: model.KindIO, What: "read the note", Err: err, Lost: "Nothing was saved."}
				}
				text = strings.TrimRight(string(read), "\n")
			}
			if len(text) > model.MaxText {
				return &model.Error{Kind: model.KindInvalid, What: "the note is too long", Lost: "Nothing was saved.",
					Cure: fmt.Sprintf("A note may have %d bytes.", model.MaxText)}
			}
			text = model.CleanLines(text)
			s, err := a.change(cmd, args[0], model.Event{Kind: model.EventNoted, Question: id, Text: text})
			if err != nil {
				return err
			}
			if text == "" {
				a.report("Saved: no note on %s in %q", id, s.Name)
			} else {
				a.report("Saved: the note on %s in %q", id, s.Name)
			}
			return nil
		},
	}
}
