package cli

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"remit/advisor"
	"remit/model"
	"remit/report"
)

// sayAnswers writes what a session says, question by question, with its notes.
// Answers to questions that the framework does not have come last.
func sayAnswers(w io.Writer, f *model.Framework, s model.Session) {
	var b strings.Builder
	for i := range f.Questions {
		q := &f.Questions[i]
		fmt.Fprintf(&b, "%s: %s\n", q.Short, answerWords(q, s.Answers[q.ID]))
		sayNote(&b, s.Notes[q.ID])
	}
	for _, id := range slices.Sorted(maps.Keys(s.Answers)) {
		if f.Question(id) == nil {
			fmt.Fprintf(&b, "%s (not a question of this framework): %s\n", id, answerWords(nil, s.Answers[id]))
			sayNote(&b, s.Notes[id])
		}
	}
	fmt.Fprint(w, model.CleanLines(b.String()))
}

func sayNote(b *strings.Builder, note string) {
	if note != "" {
		fmt.Fprintf(b, "  note: %s\n", strings.ReplaceAll(note, "\n", "\n        "))
	}
}

// usable gives those answers that the framework accepts. A session may be older
// than the framework; what it does not know it cannot judge.
func usable(f *model.Framework, as model.Answers) model.Answers {
	fit := as.Clone()
	for id, a := range as {
		if q := f.Question(id); q == nil || q.Accept(a) != nil {
			delete(fit, id)
		}
	}
	return fit
}

// verdict is the recommendation in one line.
func verdict(e *advisor.Engine, as model.Answers) string {
	f := e.Framework()
	advice := e.Advise(usable(f, as), 0)
	info := f.Structure(advice.Recommendation)
	return model.Clean(fmt.Sprintf("Recommended now: %s (%s). %s", info.Title, advice.Standing, info.Verdict))
}

// writeReport writes the whole advice on a session as text.
func (a *app) writeReport(e *advisor.Engine, s model.Session) error {
	f := e.Framework()
	said := usable(f, s.Answers)
	return report.Text(a.out, report.Report{
		Framework: f,
		Advice:    e.Advise(said, advisor.MaxFlips),
		Session:   &s,
		Next:      e.Next(said),
	}, report.TextOptions{Width: a.width(), Color: a.color && a.env.OutTerminal, ASCII: a.ascii})
}

func (d *dialogue) result() error {
	d.sayln("")
	return d.a.writeReport(d.engine, d.s)
}

func (d *dialogue) verdict() string { return verdict(d.engine, d.s.Answers) }
