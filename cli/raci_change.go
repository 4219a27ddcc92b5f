package cli

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"remit/advisor"
	"remit/model"
	"remit/report"
)

// change applies the changes of the command line to the edits of a subject. Those of a
// session are saved, unless they are only tried.
func (o *raciOptions) change(cmd *cobra.Command, a *app, e *advisor.Engine, about subject) (subject, error) {
	events, err := o.events(cmd, e)
	if err != nil {
		return about, err
	}
	s := model.Session{}
	if about.session != nil {
		s = *about.session
		if s.Deleted && !o.try {
			return about, isDeleted(s)
		}
	}
	before := s.Edits
	for _, event := range events {
		event.Seq, event.At = s.Seq, s.Updated
		s = s.Apply(event)
	}
	if err := lawful(e, about.answers, before, s.Edits); err != nil {
		return about, err
	}
	if about.session == nil {
		fmt.Fprintln(a.err, "remit: shown, not saved: the answers are from no session")
	} else if !o.try {
		keep, err := a.sessions()
		if err != nil {
			return about, err
		}
		if s, err = a.append(cmd.Context(), keep, s.ID, events...); err != nil {
			return about, err
		}
		fmt.Fprintf(a.err, "remit: saved in session %s\n", model.Quote(s.Name))
	}
	about.session = &s
	return about, nil
}

// events are the changes in the order: all back, some back, new ones.
func (o *raciOptions) events(cmd *cobra.Command, e *advisor.Engine) ([]model.Event, error) {
	var events []model.Event
	if o.reset {
		events = append(events, model.Event{Kind: model.EventEdited})
	}
	for _, word := range o.unset {
		activity, role, err := cellNamed(cmd, e, "--unset "+word, word)
		if err != nil {
			return nil, err
		}
		events = append(events, model.Event{Kind: model.EventEdited, Activity: activity, Role: role})
	}
	for _, word := range o.set {
		at, said, ok := strings.Cut(word, "=")
		letter, known := letterOf(said)
		if !ok || !known {
			return nil, misused(cmd, "Write it like --set what-to-build.cto=A; the letters are A, R, A/R, C, I and - for none.", "--set %s: a change has the form activity.role=letter", model.Quote(word))
		}
		activity, role, err := cellNamed(cmd, e, "--set "+word, at)
		if err != nil {
			return nil, err
		}
		events = append(events, model.CellEdit{Activity: activity, Role: role, Letter: letter}.Event())
	}
	return events, nil
}

// cellNamed reads activity.role.
func cellNamed(cmd *cobra.Command, e *advisor.Engine, where, word string) (activity, role string, err error) {
	activity, said, ok := strings.Cut(word, ".")
	if !ok {
		return "", "", misused(cmd, "Write it like what-to-build.cto.", "%s: a cell has the form activity.role", model.Clean(where))
	}
	if p := e.Playbook(); p.Activity(activity) == nil {
		ids := make([]string, len(p.Activities))
		for i, x := range p.Activities {
			ids[i] = x.ID
		}
		cure := "The activities are " + strings.Join(ids, ", ") + "."
		if near, ok := model.Nearest(activity, ids); ok {
			cure = fmt.Sprintf("Did you mean %s?", near)
		}
		return "", "", misused(cmd, cure, "there is no activity %s", model.Quote(activity))
	}
	r, err := roleCalled(e.Framework(), e.Playbook(), said)
	if err != nil {
		return "", "", err
	}
	return activity, r.ID, nil
}

// lawful refuses edits that break a law which held before them. What people did under
// other answers and breaks one by now is no reason to refuse more: it is told with the
// matrix.
func lawful(e *advisor.Engine, as model.Answers, before, after []model.CellEdit) error {
	advice := e.Advise(as, 0)
	if advice.TooEarly() {
		return nothingFollows(report.Report{Framework: e.Framework(), Advice: advice, Next: e.Next(as)})
	}
	derived := e.Deliver(&advice).Matrix
	was, _ := advisor.Revise(derived, before)
	is, idle := advisor.Revise(derived, after)
	for _, edit := range idle {
		if !slices.Contains(before, edit) {
			return noSuchCell(e.Playbook(), &derived, edit)
		}
	}
	known := e.Breaches(&was, advice.Situation())
	var faults model.Faults
	for _, b := range e.Breaches(&is, advice.Situation()) {
		if slices.Contains(known, b) {
			continue
		}
		title := b.Activity
		if x := e.Playbook().Activity(b.Activity); x != nil {
			title = x.Title
		}
		faults = append(faults, &model.Error{Kind: model.KindLaw, What: fmt.Sprintf("the change breaks the law %q, in %q", b.Law, title), Lost: "Nothing was changed.", Cure: b.Text})
	}
	if len(faults) > 0 {
		return faults
	}
	return nil
}

// noSuchCell is the error for an edit of what this advice does not have.
func noSuchCell(p *model.Playbook, m *model.Matrix, edit model.CellEdit) error {
	e := &model.Error{Kind: model.KindNotFound, Lost: "Nothing was changed."}
	if !slices.Contains(m.Columns, edit.Role) {
		e.What = fmt.Sprintf("this advice has no %s in the matrix", roleName(p, edit.Role))
		e.Cure = "The roles here are " + strings.Join(m.Columns, ", ") + "."
		return e
	}
	e.What = fmt.Sprintf("the activity %q has no row under this advice", edit.Activity)
	e.Cure = "remit raci without --set shows the rows; --format json has their ids."
	return e
}

// wanted reports which rows were asked for.
func (o *raciOptions) wanted(cmd *cobra.Command, r *report.Report) (func(row int) bool, error) {
	m := &r.Follows.Matrix
	column := -1
	if o.role != "" {
		role, err := roleCalled(r.Framework, r.Book, o.role)
		if err != nil {
			return nil, err
		}
		if column = slices.Index(m.Columns, role.ID); column < 0 {
			return nil, &model.Error{Kind: model.KindNotFound, What: fmt.Sprintf("this advice has no %s in the matrix", role.Short),
				Cure: "The roles here are " + strings.Join(m.Columns, ", ") + "."}
		}
	}
	group := func(row int) string {
		if x := r.Book.Activity(m.Rows[row].Activity); x != nil {
			return x.Group
		}
		return ""
	}
	fits := func(row int) bool {
		return strings.Contains(strings.ToLower(group(row)), strings.ToLower(o.topic))
	}
	var groups []string
	some := false
	for i := range m.Rows {
		some = some || fits(i)
		if !slices.Contains(groups, group(i)) {
			groups = append(groups, group(i))
		}
	}
	if !some {
		return nil, misused(cmd, "The areas are "+orAnd(groups)+".", "--topic: there is no area %s", model.Quote(o.topic))
	}
	return func(row int) bool {
		return fits(row) && (column < 0 || m.Rows[row].Cells[column].Letter != model.NoLetter)
	}, nil
}
