package cli

import (
	"context"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"remit/advisor"
	"remit/model"
	"remit/report"
)

// change applies the changes of the command line to the edits of a subject. Those of a
// session are saved, unless they are only tried. They are judged on the session as it
// is when they are written: where somebody else was quicker they are judged again.
func (o *raciOptions) change(cmd *cobra.Command, a *app, e *advisor.Engine, about subject) (subject, error) {
	events, err := o.events(cmd, e)
	if err != nil {
		return about, err
	}
	if about.session == nil || o.try {
		after, _, err := supposed(e, about, events)
		if err != nil {
			return about, err
		}
		a.tellNeverChosen(neverChosen(about.edits(), events))
		after.triedLetters = otherLetters(about.edits(), after.edits())
		switch {
		case about.session == nil:
			a.warn("shown, not saved: the answers are from no session")
		case len(after.triedLetters) > 0:
			a.warn("shown, not saved; without --try it is saved in session " + inQuotes(about.session.Name))
		}
		return after, nil
	}
	keep, err := a.sessions()
	if err != nil {
		return about, err
	}
	return a.saveEdits(cmd.Context(), keep, e, about, events)
}

// saveEdits keeps changes of the matrix of a session.
func (a *app) saveEdits(ctx context.Context, keep model.Sessions, e *advisor.Engine, about subject, events []model.Event) (subject, error) {
	of := func(s model.Session) subject { return subject{answers: e.Framework().Usable(s.Answers), session: &s} }
	var never []string
	now, saved, err := a.judgedSave(ctx, keep, *about.session, func(s model.Session) ([]model.Event, error) {
		never = neverChosen(s.Edits, events)
		_, telling, err := supposed(e, of(s), events)
		return telling, err
	})
	if err != nil {
		return about, err
	}
	a.tellNeverChosen(never)
	switch {
	case saved:
		a.warn("saved in session " + inQuotes(now.Name))
	default:
		a.warn("nothing to change: the matrix of session " + inQuotes(now.Name) + " says so already")
	}
	return of(now), nil
}

// otherLetters lists the cells that are not chosen alike, as they are after.
func otherLetters(before, after []model.CellEdit) []model.CellEdit {
	var other []model.CellEdit
	for _, c := range after {
		if !slices.Contains(before, c) {
			other = append(other, c)
		}
	}
	for _, c := range before {
		if !slices.ContainsFunc(after, func(x model.CellEdit) bool { return x.Activity == c.Activity && x.Role == c.Role }) {
			other = append(other, model.CellEdit{Activity: c.Activity, Role: c.Role})
		}
	}
	return other
}

// neverChosen lists the cells that changes take back although no letter was chosen there.
func neverChosen(edits []model.CellEdit, events []model.Event) []string {
	var cells []string
	for _, e := range events {
		if e.Letter == nil && e.Activity != "" && !slices.ContainsFunc(edits, func(c model.CellEdit) bool { return c.Activity == e.Activity && c.Role == e.Role }) {
			cells = append(cells, e.Activity+"."+e.Role)
		}
	}
	return cells
}

func (a *app) tellNeverChosen(cells []string) {
	for _, cell := range cells {
		a.warn("nothing to take back at " + cell + ": no letter was chosen there")
	}
}

// supposed gives a subject with changes of the matrix, if they keep the laws, and those
// of the changes that tell something new.
func supposed(e *advisor.Engine, about subject, events []model.Event) (after subject, telling []model.Event, err error) {
	advice := e.Advise(about.answers, 0)
	if advice.TooEarly() {
		return about, nil, nothingFollows(report.Report{Framework: e.Framework(), Advice: advice, Next: e.Next(about.answers)})
	}
	derived := e.Deliver(&advice).Matrix
	s := model.Session{}
	if about.session != nil {
		s = *about.session
	}
	before := s.Edits
	for _, event := range events {
		numbered := event
		numbered.Seq, numbered.At = s.Seq, s.Updated
		if next := s.Apply(numbered); !sameEdits(derived, s.Edits, next.Edits) {
			s = next
			telling = append(telling, event)
		}
	}
	if sameEdits(derived, before, s.Edits) {
		return about, nil, nil
	}
	if err := lawful(e, &advice, derived, before, s.Edits); err != nil {
		return about, nil, err
	}
	return subject{answers: about.answers, session: &s}, telling, nil
}

// sameEdits reports whether edits are the same and do the same. Their order does not
// matter where it has no effect.
func sameEdits(derived model.Matrix, a, b []model.CellEdit) bool {
	other := func(c model.CellEdit) bool { return !slices.Contains(b, c) }
	if len(a) != len(b) || slices.ContainsFunc(a, other) {
		return false
	}
	x, _ := advisor.Revise(derived, a)
	y, _ := advisor.Revise(derived, b)
	return reflect.DeepEqual(x, y)
}

// events are the changes in the order: all back, some back, new ones. A cell is changed
// once.
func (o *raciOptions) events(cmd *cobra.Command, e *advisor.Engine) ([]model.Event, error) {
	var events []model.Event
	add := func(change model.Event) error {
		if slices.ContainsFunc(events, func(x model.Event) bool { return x.Activity == change.Activity && x.Role == change.Role }) {
			return misused(cmd, "Say it once.", "%s.%s is changed twice", change.Activity, change.Role)
		}
		events = append(events, change)
		return nil
	}
	if o.reset {
		events = append(events, model.Event{Kind: model.EventEdited})
	}
	for _, word := range o.unset {
		activity, role, err := cellNamed(cmd, e, "--unset "+word, word)
		if err != nil {
			return nil, err
		}
		if err := add(model.Event{Kind: model.EventEdited, Activity: activity, Role: role}); err != nil {
			return nil, err
		}
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
		if err := add(model.CellEdit{Activity: activity, Role: role, Letter: letter}.Event()); err != nil {
			return nil, err
		}
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
		return "", "", &model.Error{Kind: model.KindNotFound, Where: model.Clean(where), What: "there is no activity " + model.Quote(activity), Cure: cure}
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
func lawful(e *advisor.Engine, advice *model.Advice, derived model.Matrix, before, after []model.CellEdit) error {
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
		faults = append(faults, &model.Error{Kind: model.KindLaw, What: fmt.Sprintf("the change breaks the law %q, in %s", b.Law, inQuotes(activityTitle(e.Playbook(), b.Activity))), Lost: "Nothing was changed.", Cure: b.Text})
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
	e.What = "the activity " + edit.Activity + " has no row under this advice"
	e.Cure = "remit raci without --set shows the rows; --format json has their ids."
	return e
}

// wanted reports which rows were asked for.
func (o *raciOptions) wanted(r *report.Report) (func(row int) bool, error) {
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
		return nil, &model.Error{Kind: model.KindNotFound, Where: "--topic", What: "there is no area " + model.Quote(o.topic),
			Cure: "The areas are " + andList(groups) + "."}
	}
	return func(row int) bool {
		return fits(row) && (column < 0 || m.Rows[row].Cells[column].Letter != model.NoLetter)
	}, nil
}
