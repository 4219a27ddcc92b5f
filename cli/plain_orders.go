package cli

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"remit/model"
)

// order is a word that does something instead of answering.
type order struct {
	words []string // the first is its name
	takes string   // what may follow, in words; empty if nothing may
	does  string
	obey  func(d *dialogue, ctx context.Context, rest string) (step, error)
}

// named reports whether a word means this order.
func (o order) named(word string) bool { return slices.Contains(o.words, word) }

// orders lists them all; help prints the list.
func orders() []order {
	return []order{
		{[]string{"back", "b"}, "", "the question before", (*dialogue).back},
		{[]string{"skip", "s"}, "", "go on without an answer", (*dialogue).skip},
		{[]string{"list"}, "WORDS", "all questions with their numbers, or those that contain the words", (*dialogue).list},
		{[]string{"go", "g"}, "NUMBER or NAME", "to that question of the list", (*dialogue).goTo},
		{[]string{"why", "w"}, "", "why it is asked, and how to find the answer", (*dialogue).why},
		{[]string{"evidence", "e"}, "all", "what the answer is used for, with sources", (*dialogue).evidence},
		{[]string{"note", "n"}, "TEXT", "keep a note with this question; note - takes it away", (*dialogue).note},
		{[]string{"clear"}, "", "take the answer to this question back", (*dialogue).clear},
		{[]string{"standings"}, "", "how the five structures stand now", (*dialogue).standings},
		{[]string{"review", "r"}, "", "everything that was answered", (*dialogue).review},
		{[]string{"result"}, "", "the advice as of now, on one page", func(d *dialogue, _ context.Context, _ string) (step, error) {
			return stay, d.result()
		}},
		{[]string{"more"}, "", "the whole report: every reason, what would change it, the sources", func(d *dialogue, _ context.Context, _ string) (step, error) {
			return stay, d.more()
		}},
		{[]string{"again"}, "", "read the question again", func(*dialogue, context.Context, string) (step, error) {
			return again, nil
		}},
		{[]string{"save"}, "", "say what is saved (every answer is, at once)", (*dialogue).save},
		{[]string{"quit", "q", "exit"}, "", "stop here and keep everything", (*dialogue).quit},
		{[]string{"help", "h", "?"}, "", "this list", (*dialogue).help},
	}
}

func (d *dialogue) back(ctx context.Context, _ string) (step, error) {
	if n := len(d.trail); n > 0 {
		q := d.f.Question(d.trail[n-1])
		d.trail = d.trail[:n-1]
		return d.open(ctx, q)
	}
	here := len(d.f.Questions)
	if d.at != nil {
		here = d.index(d.at.ID)
	}
	if here == 0 {
		d.sayln("This is the first question.")
		return stay, nil
	}
	return d.open(ctx, &d.f.Questions[here-1])
}

func (d *dialogue) skip(ctx context.Context, _ string) (step, error) {
	if d.at == nil {
		return d.quit(ctx, "")
	}
	d.past[d.at.ID] = true
	d.sayln("Skipped: %s.", d.at.Short)
	return d.pass(ctx)
}

func (d *dialogue) goTo(ctx context.Context, rest string) (step, error) {
	q := d.f.Question(strings.ToLower(rest))
	if n, err := strconv.Atoi(rest); err == nil && n >= 1 && n <= len(d.f.Questions) {
		q = &d.f.Questions[n-1]
	}
	for i := range d.f.Questions {
		if strings.EqualFold(rest, d.f.Questions[i].Short) {
			q = &d.f.Questions[i]
		}
	}
	if q == nil {
		d.sayln("Type go and a number from 1 to %d; list shows them.", len(d.f.Questions))
		return stay, nil
	}
	if d.at != nil {
		d.trail = append(d.trail, d.at.ID)
	}
	return d.open(ctx, q)
}

func (d *dialogue) note(ctx context.Context, rest string) (step, error) {
	if d.at == nil {
		d.sayln("A note belongs to a question: go to one first.")
		return stay, nil
	}
	if rest == "" {
		d.sayln("Type the note on the next line; an empty line leaves it as it is.")
		line, err := d.listen()
		if err != nil || line == "" {
			return stay, err
		}
		rest = line
	}
	if rest == "-" {
		rest = ""
	}
	switch {
	case len(rest) > model.MaxText: // cleaning can make a line longer
		return stay, errTooLong
	case rest == "" && d.s.Notes[d.at.ID] == "":
		d.sayln("There is no note to take away.")
		return stay, nil
	}
	err := d.append(ctx, model.Event{Kind: model.EventNoted, Question: d.at.ID, Text: rest})
	switch {
	case err != nil:
	case rest == "":
		d.sayln("Saved: no note.")
	default:
		d.sayln("Saved: the note.")
	}
	return stay, err
}

func (d *dialogue) clear(ctx context.Context, _ string) (step, error) {
	if d.at == nil {
		d.sayln("Go to a question first.")
		return stay, nil
	}
	if d.s.Answers[d.at.ID].Kind == model.Unanswered {
		d.sayln("%s has no answer to take back.", d.at.Short)
		return stay, nil
	}
	err := d.append(ctx, model.Event{Kind: model.EventAnswered, Question: d.at.ID, Answer: &model.Answer{}})
	if err == nil {
		d.sayln("Saved: %s has no answer now.", d.at.Short)
	}
	return again, err
}

func (d *dialogue) save(context.Context, string) (step, error) {
	if d.unborn != nil {
		d.sayln("Nothing was said yet, so no session is kept.")
		return stay, nil
	}
	d.sayln("Everything is saved in session %s: %s.", inQuotes(d.s.Name), d.tally())
	return stay, nil
}

func (d *dialogue) quit(ctx context.Context, _ string) (step, error) {
	d.save(ctx, "")
	d.sayln("%s", d.toGoOn())
	return leave, nil
}

func (d *dialogue) help(context.Context, string) (step, error) {
	d.sayln("Answers:")
	if d.at != nil && d.at.Kind == model.ChoiceQuestion {
		d.sayln("  1 to %d: that choice", len(d.at.Options))
	} else {
		d.sayln("  a number, or the letter of a range")
	}
	d.sayln("  unsure or u: nobody here knows")
	d.sayln("  n/a or x: the question does not apply to this company")
	d.sayln("  later or l: to be found out")
	d.sayln("Other words:")
	for _, o := range orders() {
		d.sayln("  %s: %s", strings.TrimSpace(o.words[0]+" "+o.takes), o.does)
	}
	return stay, nil
}

// closing answers a line after the last question.
func (d *dialogue) closing(ctx context.Context, line string) (step, error) {
	switch yes := strings.ToLower(line); {
	case d.told && (line == "" || d.quick && yes == "no"):
		return d.quit(ctx, "")
	case line == "", d.quick && yes == "no":
		return stay, d.result()
	case d.quick && (yes == "yes" || yes == "y"):
		return d.grow()
	}
	d.sayln("Not understood: %s. Type help for the words there are.", model.Quote(line))
	return stay, nil
}
