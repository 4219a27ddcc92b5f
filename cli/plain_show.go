package cli

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"remit/model"
)

// greet says once what this is and how it works.
func (d *dialogue) greet() {
	d.sayln("Session %s, %s.", inQuotes(d.s.Name), d.tally())
	d.sayln("Answer with the number of a choice, or with unsure, n/a or later (u, x, l). Each answer is saved at once.")
	d.sayln("Other words: back, list, go, why, skip, clear, note, again, review, result, save, quit. The word help explains them.")
	if d.s.Archived {
		d.sayln("This session is archived. %s", toRestore(d.s))
	}
	if len(d.s.Answers) > 0 {
		for _, note := range since(d.engine, d.s) {
			d.sayln("Note: %s", note)
		}
	}
}

// show reads the open question out, or says that there is none any more.
func (d *dialogue) show() {
	q := d.at
	if q == nil {
		d.end()
		return
	}
	d.sayln("")
	if d.quick {
		d.sayWhyNow(q)
		d.sayln("Question: %s", q.Ask)
	} else {
		d.announce(q)
		d.sayln("Question %d of %d. %s", d.index(q.ID)+1, len(d.f.Questions), q.Ask)
	}
	switch q.Kind {
	case model.NumberQuestion:
		d.sayln("Type a whole number%s.", of(q.Unit))
		if len(q.Bands) > 0 {
			d.sayln("Or the letter of a range:")
		}
		for i, b := range q.Bands {
			d.sayln("  %s. %s", letter(i), described(b.Label, b.Help))
		}
	default:
		for i, o := range q.Options {
			d.sayln("  %d. %s", i+1, described(o.Label, o.Help))
		}
	}
	if a := d.s.Answers[q.ID]; a.Kind != model.Unanswered {
		d.sayln("Answer now: %s. An empty line keeps it.", answerWords(q, a))
	}
	if note := d.s.Notes[q.ID]; note != "" {
		d.sayln("Note: %s", note)
	}
}

// sayWhyNow tells in a quick check how long it may still take and, when that has
// changed, why this question was chosen.
func (d *dialogue) sayWhyNow(q *model.Question) {
	next := d.next(d.s.Answers)
	if next.Question != q.ID {
		return
	}
	d.sayln("%s can still change the recommendation.", count(next.Matter, "question", "questions"))
	if next.Reason != d.reason {
		d.reason = next.Reason
		d.sayln("%s", next.Reason)
	}
}

// announce names the topic when it changes.
func (d *dialogue) announce(q *model.Question) {
	if q.Topic == d.topic {
		return
	}
	d.topic = q.Topic
	for _, t := range d.f.Topics {
		if t.ID == q.Topic {
			d.sayln("Topic: %s", described(t.Title, t.Intro))
		}
	}
}

// end is said when no question is left to ask.
func (d *dialogue) end() {
	d.told = false
	d.sayln("")
	if !d.quick {
		d.sayln("That was the last question. Everything is saved; %s.", d.tally())
		d.sayln("An empty line gives the result; review, list, go and back still work.")
		return
	}
	if next := d.next(d.s.Answers); next.Decided {
		d.sayln("Decided after %s. %s", count(len(d.f.Questions)-next.Left, "question", "questions"), others(next.Left))
	} else {
		d.sayln("Not decided, but no question is left to ask that could settle it: %s.", d.tally())
	}
	d.sayln("%s", d.verdict())
	if len(d.missing()) > 0 {
		d.sayln("Go on with the full interview in the same session? Type yes; no or an empty line gives the result.")
	}
}

// others says what is left behind a decision.
func others(left int) string {
	if left == 0 {
		return "Every question has been asked."
	}
	return fmt.Sprintf("No answer to the other %s can change it.", count(left, "question", "questions"))
}

// grow turns a quick check into a full interview of the same session.
func (d *dialogue) grow() (step, error) {
	d.quick, d.follow = false, guided
	d.past = map[string]bool{}
	d.at = d.follow(d, d.s.Answers)
	return again, nil
}

func (d *dialogue) list(_ context.Context, words string) (step, error) {
	for i, q := range d.f.Questions {
		if !strings.Contains(strings.ToLower(q.Short+" "+q.ID+" "+q.Ask), strings.ToLower(words)) {
			continue
		}
		d.sayln("%d. %s (%s): %s", i+1, q.Short, q.ID, answerWords(&q, d.s.Answers[q.ID]))
	}
	return stay, nil
}

func (d *dialogue) review(context.Context, string) (step, error) {
	sayAnswers(d.a.out, d.f, d.s)
	return stay, nil
}

func (d *dialogue) why(context.Context, string) (step, error) {
	q := d.at
	if q == nil {
		d.sayln("All questions have been asked.")
		return stay, nil
	}
	for _, text := range []string{q.Why, q.Help} {
		if text != "" {
			d.sayln("%s", text)
		}
	}
	for i, example := range q.Examples {
		if i == 0 {
			d.sayln("For example:")
		}
		d.sayln("- %s", example)
	}
	return stay, nil
}

// evidence tells which rules read the open question, why, and on whose word. Those
// that read little else come first, and unless all are asked for only a few.
func (d *dialogue) evidence(_ context.Context, how string) (step, error) {
	const few = 6
	if d.at == nil {
		d.sayln("Go to a question first.")
		return stay, nil
	}
	var rules []model.Rule
	for _, r := range d.f.Rules {
		if slices.ContainsFunc(r.When, func(c model.Condition) bool { return c.Question == d.at.ID }) {
			rules = append(rules, r)
		}
	}
	slices.SortStableFunc(rules, func(a, b model.Rule) int { return len(a.When) - len(b.When) })
	for i, r := range rules {
		if i == few && how != "all" {
			d.sayln("%s more: evidence all.", count(len(rules)-few, "reason", "reasons"))
			break
		}
		d.sayln("- %s Sources: %s.", r.Because, strings.Join(sourceTitles(d.f, r.Sources), "; "))
	}
	return stay, nil
}

func (d *dialogue) standings(ctx context.Context, _ string) (step, error) {
	as := d.f.Usable(d.s.Answers)
	outlook := d.engine.Outlook(as)
	shares, err := sharesOf(ctx, d.engine, as)
	if err != nil {
		return stay, err
	}
	for _, s := range model.Structures() {
		bar := outlook.Bars[s]
		state := "still possible"
		if shares != nil {
			state += ", in " + shares.InWords(s) + " to answer the rest"
		}
		switch {
		case bar.Excluded:
			state = "excluded by an answer"
		case !bar.Possible:
			state = "cannot win any more"
		}
		d.sayln("%s: %d points now, between %d and %d possible; %s.", d.f.Structure(s).Title, bar.Points, bar.Low, bar.High, state)
	}
	if shares != nil && !outlook.Decided {
		d.sayln("Ways to answer are counted here; they are not chances.")
	}
	return stay, nil
}

// of names the unit of a number, if it has one.
func of(unit string) string {
	if unit == "" {
		return ""
	}
	return " of " + unit
}

// described joins a label and its help into one sentence.
func described(label, help string) string {
	if help == "" {
		return label
	}
	return strings.TrimRight(label, ".:") + ": " + help
}

func sourceTitles(f *model.Framework, ids []string) []string {
	titles := make([]string, 0, len(ids))
	for _, id := range ids {
		if s := f.Source(id); s != nil {
			titles = append(titles, s.Title)
		}
	}
	return titles
}
