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

// verdict is the recommendation in a line or two.
func verdict(e *advisor.Engine, as model.Answers) string {
	f := e.Framework()
	said := f.Usable(as)
	advice := e.Advise(said, 0)
	if advice.TooEarly() {
		text := "Too early to say. " + advice.StandingWhy
		if q := f.Question(e.Next(said).Question); q != nil {
			text += " Answer first: " + q.Ask
		} else if t := f.Tally(said); t.ToFindOut > 0 {
			text += " Find out some of the answers that are missing."
		}
		return model.Clean(text)
	}
	info := f.Spoken(advice.Situation())
	return model.Clean(fmt.Sprintf("Recommended now: %s (%s). %s %s", info.Title, advice.Standing, info.Verdict, advice.StandingWhy))
}

// reportOn puts the whole advice on a session together.
func reportOn(e *advisor.Engine, s model.Session) report.Report {
	f := e.Framework()
	said := f.Usable(s.Answers)
	s.Updated = s.Updated.Local()
	advice := e.Advise(said, advisor.MaxFlips)
	return report.Report{
		Framework: f,
		Advice:    advice,
		Turns:     e.Turns(said, advice.Flips),
		Session:   &s,
		Next:      e.Best(said, &advice),
	}
}

// result gives the advice on one page.
func (d *dialogue) result() error {
	err := d.tell(report.Board)
	if d.at == nil {
		d.told = true
		d.sayln("\nType more for the whole report. An empty line ends here.")
	} else {
		d.sayln("\nType more for the whole report.")
	}
	return err
}

// more gives the whole report.
func (d *dialogue) more() error { return d.tell(report.Full) }

// farewell gives the result to input that has ended behind the last question, where
// nobody can ask for more any longer.
func (d *dialogue) farewell() error {
	if d.told {
		return nil
	}
	err := d.tell(report.Board)
	if d.unborn == nil {
		d.sayln("\nThe whole report: remit sessions show %s --format markdown", d.s.ID)
	}
	return err
}

func (d *dialogue) tell(cut report.Cut) error {
	d.sayln("")
	return report.Text(d.a.out, reportOn(d.engine, d.s), cut, d.a.textOptions())
}

func (d *dialogue) verdict() string { return verdict(d.engine, d.s.Answers) }
