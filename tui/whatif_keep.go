package tui

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"remit/model"
)

// branchSuffix marks what was only supposed.
const branchSuffix = ", what if"

// askKeep asks before it makes a session of what is supposed.
func (v *whatIfScreen) askKeep() tea.Cmd {
	switch {
	case len(v.suppose.changes(v.order)) == 0:
		return nil
	case !v.unkept():
		return toast(toneNote, "These changes are kept already.")
	}
	v.era = v.env.era()
	agreed := branchMsg{v.era}
	return v.env.ask("Keep this as a session of its own?",
		v.changesInWords()+"\nAll other answers and the notes come along. The session itself stays as it is.",
		"keep", func() tea.Msg { return agreed })
}

// branchMsg says that the person agreed to keep what is supposed.
type branchMsg struct{ era int }

// branch saves what is supposed as a new session. One stays where one was.
func (v *whatIfScreen) branch(msg branchMsg) tea.Cmd {
	if msg.era != v.era || !v.unkept() {
		return nil
	}
	parent, by := v.session, v.env.By
	ref := v.words().Ref
	if parent.Framework != (model.Ref{}) {
		ref = parent.Framework
	}
	created := model.Event{By: by, Kind: model.EventCreated, Client: model.Clean(parent.Client), Asked: model.Clean(parent.Asked),
		SessionKind: parent.Kind, Framework: &ref}
	s, err := createBranch(v.env.ctx, v.env.Sessions, called(parent), created, branchEvents(by, parent, v.suppose.now))
	if err != nil {
		return failed("keep this as a session of its own", err)
	}
	v.kept = v.suppose.now
	return toast(toneGood, "Kept as “"+cut(model.Clean(s.Name), 60)+"”.")
}

// branchEvents say all that the parent says, with these answers instead of its own.
func branchEvents(by string, parent model.Session, answers model.Answers) []model.Event {
	var list []model.Event
	for _, q := range slices.Sorted(maps.Keys(answers)) {
		a := answers[q]
		list = append(list, model.Event{By: by, Kind: model.EventAnswered, Question: q, Answer: &a})
	}
	for _, q := range slices.Sorted(maps.Keys(parent.Notes)) {
		list = append(list, model.Event{By: by, Kind: model.EventNoted, Question: q, Text: parent.Notes[q]})
	}
	return append(list, model.Event{By: by, Kind: model.EventMoved, Question: parent.Position})
}

// createBranch saves a new session with its events. Half a session is worse than
// none, so what cannot be filled is removed again.
func createBranch(ctx context.Context, sessions model.Sessions, parent string, created model.Event, events []model.Event) (model.Session, error) {
	name, err := branchName(ctx, sessions, parent)
	if err != nil {
		return model.Session{}, err
	}
	created.Name = name
	s, err := sessions.Create(ctx, created)
	if err != nil {
		return s, err
	}
	filled, err := sessions.Append(ctx, s.ID, events...)
	if err != nil {
		_ = sessions.Purge(ctx, s.ID) // the error of the filling is the one to tell
	}
	return filled, err
}

// branchName gives a name that no other session has: "Acme, what if", "Acme, what if 2".
func branchName(ctx context.Context, sessions model.Sessions, parent string) (string, error) {
	const room = 8 // for a number behind
	base := model.Cut(model.Clean(parent), model.MaxName-len(branchSuffix)-room) + branchSuffix
	for name, n := base, 1; ; {
		page, err := sessions.List(ctx, model.Query{Show: model.ShowAll, Text: name, Limit: 1000})
		if err != nil {
			return "", err
		}
		if !slices.ContainsFunc(page.Sessions, func(s model.Session) bool { return strings.EqualFold(s.Name, name) }) {
			return name, nil
		}
		n++
		name = fmt.Sprint(base, " ", n)
	}
}
