package cli

import (
	"strings"

	"github.com/spf13/cobra"

	"remit/model"
)

// What the shell offers at Tab. Completion is a courtesy: where something fails it
// offers nothing and stays silent.

// addCompletion adds the command that writes the completion scripts, and makes it
// refuse a shell that it does not know.
func addCompletion(root *cobra.Command) {
	root.InitDefaultCompletionCmd()
	if cmd, _, err := root.Find([]string{"completion"}); err == nil {
		group(cmd)
	}
}

// completeSession offers the names of sessions for the first argument.
func (a *app) completeSession(cmd *cobra.Command, args []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
	if len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	keep, err := a.sessions()
	if err != nil {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	page, err := keep.List(cmd.Context(), model.Query{Show: model.ShowAll, Limit: 1000})
	if err != nil {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	var names []cobra.Completion
	for _, s := range page.Sessions {
		names = append(names, cobra.CompletionWithDesc(model.Clean(s.Name), model.Clean(s.Client)))
	}
	return names, cobra.ShellCompDirectiveNoFileComp
}

// completeAnswer offers a session first, then questions, then the values that a
// question takes.
func (a *app) completeAnswer(cmd *cobra.Command, args []string, typed string) ([]cobra.Completion, cobra.ShellCompDirective) {
	if len(args) == 0 {
		return a.completeSession(cmd, args, typed)
	}
	engine, err := a.engine()
	if err != nil {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	f := engine.Framework()
	if id, _, ok := strings.Cut(typed, "="); ok {
		return completeValue(f.Question(id)), cobra.ShellCompDirectiveNoFileComp
	}
	var ids []cobra.Completion
	for _, q := range f.Questions {
		ids = append(ids, cobra.CompletionWithDesc(q.ID+"=", q.Ask))
	}
	return ids, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveNoSpace
}

// completeSet offers what --set takes.
func (a *app) completeSet(cmd *cobra.Command, _ []string, typed string) ([]cobra.Completion, cobra.ShellCompDirective) {
	return a.completeAnswer(cmd, []string{"a session"}, typed)
}

// completeSessions offers the names of sessions for each of two arguments.
func (a *app) completeSessions(cmd *cobra.Command, args []string, typed string) ([]cobra.Completion, cobra.ShellCompDirective) {
	if len(args) == 1 {
		args = nil
	}
	return a.completeSession(cmd, args, typed)
}

func completeValue(q *model.Question) []cobra.Completion {
	if q == nil {
		return nil
	}
	var values []cobra.Completion
	for _, o := range q.Options {
		values = append(values, cobra.CompletionWithDesc(q.ID+"="+o.ID, o.Label))
	}
	for _, word := range []string{model.WordUnsure, model.WordNotApplicable, model.WordLater} {
		values = append(values, q.ID+"="+word)
	}
	return values
}

// completing gives commands that take a session their completion.
func (a *app) completing(cmds ...*cobra.Command) []*cobra.Command {
	for _, cmd := range cmds {
		if cmd.ValidArgsFunction == nil && strings.Contains(cmd.Use, "SESSION") {
			cmd.ValidArgsFunction = a.completeSession
		}
	}
	return cmds
}

// completeRoleID offers the roles of the framework.
func (a *app) completeRoleID(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
	engine, err := a.engine()
	if err != nil {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	var ids []cobra.Completion
	for _, r := range engine.Playbook().Roles {
		ids = append(ids, cobra.CompletionWithDesc(r.ID, r.Title))
	}
	return ids, cobra.ShellCompDirectiveNoFileComp
}

// completeArea offers the headings of the matrix.
func (a *app) completeArea(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
	engine, err := a.engine()
	if err != nil {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	var areas []cobra.Completion
	for _, x := range engine.Playbook().Activities {
		if len(areas) == 0 || areas[len(areas)-1] != x.Group {
			areas = append(areas, x.Group)
		}
	}
	return areas, cobra.ShellCompDirectiveNoFileComp
}
