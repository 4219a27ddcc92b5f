package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"time"

	"github.com/spf13/cobra"

	"remit/advisor"
	"remit/model"
	"remit/report"
)

// subject is what a document is about: answers, and the session that they come from.
type subject struct {
	answers model.Answers
	session *model.Session // nil for answers from a file, standard input or the command line
	dated   time.Time      // when the file that the answers come from was last changed; zero without one
	tried   []string       // questions that the command line answers otherwise than the session

	triedLetters []model.CellEdit // of the matrix, that the command line chooses otherwise
}

// name is what the session is called; "" without one.
func (s subject) name() string {
	if s.session == nil {
		return ""
	}
	return s.session.Name
}

// edits are the letters of the matrix that people chose.
func (s subject) edits() []model.CellEdit {
	if s.session == nil {
		return nil
	}
	return s.session.Edits
}

// subject reads what a command is asked about: a file, standard input or a session,
// with the answers of the command line over it. Where a file and a session have the
// same name, it is the file. What is to be known about a session from another framework
// goes to the complaints, so that the output stays what programs expect.
func (a *app) subject(cmd *cobra.Command, in *answerInput, e *advisor.Engine) (subject, error) {
	f := e.Framework()
	if in.file == "" || in.file == "-" {
		as, err := in.read(a, cmd, f)
		return subject{answers: as}, err
	}
	if info, err := os.Stat(in.file); !errors.Is(err, fs.ErrNotExist) {
		as, err := in.read(a, cmd, f)
		about := subject{answers: as}
		if info != nil && info.Mode().IsRegular() {
			about.dated = info.ModTime()
		}
		return about, err
	}
	_, s, err := a.find(cmd.Context(), in.file)
	if model.KindOf(err) == model.KindNotFound {
		return subject{}, &model.Error{Kind: model.KindNotFound, What: fmt.Sprintf("there is neither a file nor a session %s", model.Quote(in.file)),
			Cure: "Check the name; remit sessions list shows all sessions, and - stands for standard input."}
	}
	if err != nil {
		return subject{}, err
	}
	for _, note := range since(e, s) {
		a.warn(note)
	}
	saved := f.Usable(s.Answers)
	as, err := in.override(f, saved.Clone())
	if err != nil {
		return subject{}, err
	}
	about := subject{answers: as, session: &s, tried: triedOver(f, saved, as)}
	if n := len(about.tried); n > 0 {
		a.warn(fmt.Sprintf("%s tried here, not saved in session %s", count(n, "answer is", "answers are"), inQuotes(s.Name)))
	}
	return about, nil
}

// triedOver gives the questions that are answered otherwise than in the session, in the
// order of the framework.
func triedOver(f *model.Framework, saved, now model.Answers) []string {
	var tried []string
	for i := range f.Questions {
		if id := f.Questions[i].ID; saved[id] != now[id] {
			tried = append(tried, id)
		}
	}
	return tried
}

// deliver puts everything together that is known about a subject: the advice, what
// follows from it with the edits that people made, and what would change it.
func deliver(e *advisor.Engine, s subject) report.Report {
	w := whatIf(e, s.answers)
	w.Name = s.name()
	x, y := usualMap(e.Framework())
	if plan, err := e.PhaseMap(s.answers, x, y); err == nil { // a framework of one question has no map
		w.Map = drawn(plan)
	}
	r := report.Report{Framework: e.Framework(), Advice: w.Advice, Turns: w.Turns, Next: e.Best(s.answers, &w.Advice), WhatIf: &w, Tried: s.tried, TriedLetters: s.triedLetters}
	if !s.dated.IsZero() {
		r.Dated = s.dated.Local()
	}
	if s.session != nil {
		own := *s.session
		own.Updated = own.Updated.Local()
		r.Session, r.Own = &own, own.OwnCosts()
	}
	if !r.Advice.TooEarly() {
		follows := e.Deliver(&r.Advice)
		revise(e, &r.Advice, &follows, s.edits())
		r.Book, r.Follows = e.Playbook(), &follows
	}
	return r
}

// revise puts the letters that people chose into the matrix, and remarks on those that
// found no place and on those that break a law under the present answers.
func revise(e *advisor.Engine, a *model.Advice, d *model.Deliverables, edits []model.CellEdit) {
	if len(edits) == 0 {
		return
	}
	var idle []model.CellEdit
	d.Matrix, idle = advisor.Revise(d.Matrix, edits)
	d.Remarks = e.Remarks(&d.Matrix, a.Situation())
	for _, edit := range idle {
		d.Remarks = append(d.Remarks, model.Remark{Kind: model.IdleEdit, Activity: edit.Activity, Role: edit.Role,
			Text: fmt.Sprintf("An edit gives %s %s, but this advice has no such row or column. It is kept and has no effect.", roleName(e.Playbook(), edit.Role), letterName(edit.Letter))})
	}
	for _, b := range e.Breaches(&d.Matrix, a.Situation()) {
		d.Remarks = append(d.Remarks, model.Remark{Kind: model.Broken, Activity: b.Activity, Role: b.Role,
			Text: "With the edits this breaks a law. " + b.Text})
	}
}

// anonymous takes everything out of a report that tells whose it is.
func anonymous(r report.Report) report.Report {
	r.Anonymous, r.Dated = true, time.Time{}
	if r.WhatIf != nil {
		w := *r.WhatIf
		w.Name = ""
		r.WhatIf = &w
	}
	if r.Session != nil {
		r.Session = &model.Session{Kind: r.Session.Kind, Costs: r.Session.Costs}
	}
	return r
}

func roleName(p *model.Playbook, id string) string {
	if r := p.Role(id); r != nil {
		return r.Short
	}
	return id
}

func letterName(l model.Letter) string {
	if l == model.NoLetter {
		return "no letter"
	}
	return "the letter " + string(l)
}
