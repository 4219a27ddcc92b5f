package cli

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"remit/model"
	"remit/report"
)

// roleOptions are the flags of remit roles.
type roleOptions struct {
	output
	format   string
	search   string
	charters bool
}

// newRoles is remit roles.
func newRoles(a *app) *cobra.Command {
	var o roleOptions
	cmd := &cobra.Command{
		Use:   "roles [ROLE …]",
		Short: "What a CIO, a CTO, an IT Director and the others do; several side by side",
		Long: `Without a role lists them all by level. With one tells everything about it: what it
is for, what it decides, how one sees that it goes well, with whom it works and
with whom it is confused. With several puts them side by side and marks what
differs. Roles go by id, short name or title, in any case.`,
		Example: `  remit roles
  remit roles cto cio it-director
  remit roles "IT Director"
  remit roles --search security`,
		Args: arguments(0, -1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.roles(cmd, o, args)
		},
		ValidArgsFunction: a.completeRole,
	}
	pageFormatFlag(cmd, &o.format)
	cmd.Flags().StringVar(&o.search, "search", "", "list the roles whose texts have these `words`")
	cmd.Flags().BoolVar(&o.charters, "charters", false, "of one role, its charters in full: duties, first 90 days, questions for a candidate")
	o.flags(cmd)
	return cmd
}

// pageFormatFlag adds --format for what can be looked up.
func pageFormatFlag(cmd *cobra.Command, format *string) {
	cmd.Flags().StringVar(format, "format", "", "`text, markdown, json`; else by the ending of --output, else text")
}

func (a *app) roles(cmd *cobra.Command, o roleOptions, args []string) error {
	format, err := o.pageFormat(cmd, o.format)
	if err != nil {
		return err
	}
	if o.search != "" && len(args) > 0 {
		return misused(cmd, "Leave one of them out.", "--search goes with no role")
	}
	if cmd.Flags().Changed("search") && strings.TrimSpace(o.search) == "" {
		return misused(cmd, "Say what to look for: --search security", "--search: there is no word")
	}
	if o.charters && len(args) == 0 {
		return misused(cmd, "Name one: remit roles cto --charters", "--charters: of which role?")
	}
	c, err := a.catalogue()
	if err != nil {
		return err
	}
	if len(c.Book.Roles) == 0 {
		return hasNone(cmd, "roles")
	}
	roles, err := o.chosen(c, args)
	if err != nil {
		return err
	}
	if o.charters && len(roles) > 1 {
		return misused(cmd, "Name one role.", "--charters goes with one role, not with %d", len(roles))
	}
	if format == "json" {
		return o.write(a, func(w io.Writer) error { return writeJSON(w, rolesDocument(c, roles)) })
	}
	return a.page(o.output, format, o.compose(c, roles, len(args) > 0))
}

// hasNone is the error for what a framework says nothing about, such as roles.
func hasNone(cmd *cobra.Command, things string) error {
	return &model.Error{Kind: model.KindNotFound, What: "this framework has no " + things,
		Cure: "Those of the built-in one: " + cmd.CommandPath() + " --framework builtin"}
}

// said refuses a flag that is given without a word: an empty one would leave nothing
// out, as if the flag were not there.
func said(cmd *cobra.Command, flag, value, example string) error {
	if cmd.Flags().Changed(flag) && strings.TrimSpace(value) == "" {
		return misused(cmd, "Say which: "+example, "--%s: there is no word", flag)
	}
	return nil
}

// chosen gives the roles that are asked for: all without a word.
func (o *roleOptions) chosen(c report.Catalogue, args []string) ([]*model.Role, error) {
	if o.search != "" {
		roles := c.SearchRoles(o.search)
		if len(roles) == 0 {
			return nil, &model.Error{Kind: model.KindNotFound, What: "no role has " + model.Quote(o.search) + " in its texts",
				Cure: "Try a shorter word, or list all with: remit roles"}
		}
		return roles, nil
	}
	if len(args) == 0 {
		var all []*model.Role
		for i := range c.Book.Roles {
			all = append(all, &c.Book.Roles[i])
		}
		return all, nil
	}
	return rolesNamed(c, args)
}

func (o *roleOptions) compose(c report.Catalogue, roles []*model.Role, named bool) report.Page {
	switch {
	case o.search != "":
		return c.RolesFound(o.search, roles)
	case !named:
		return c.RoleList(roles)
	case len(roles) == 1:
		return c.Role(roles[0], report.RoleOptions{Charters: o.charters})
	}
	return c.RolesBeside(roles)
}

// rolesNamed finds the roles that arguments name, each once. A name of several words
// may come as several arguments: it director.
func rolesNamed(c report.Catalogue, args []string) ([]*model.Role, error) {
	var found []*model.Role
	for len(args) > 0 {
		role, used := roleAhead(c, args)
		if role == nil {
			return nil, unknownRole(c, args[0])
		}
		if !slices.Contains(found, role) {
			found = append(found, role)
		}
		args = args[used:]
	}
	return found, nil
}

// roleAhead gives the role that the first arguments name, as many of them as do.
func roleAhead(c report.Catalogue, args []string) (role *model.Role, used int) {
	const longest = 8 // words of a title
	for n := min(len(args), longest); n > 0; n-- {
		if role := c.FindRole(strings.Join(args[:n], " ")); role != nil {
			return role, n
		}
	}
	return nil, 0
}

func unknownRole(c report.Catalogue, name string) error {
	e := &model.Error{Kind: model.KindNotFound, What: "there is no role " + model.Quote(name),
		Cure: "All roles: remit roles"}
	if near, ok := model.Nearest(name, c.RoleNames()); ok {
		role := c.FindRole(near)
		e.Cure = fmt.Sprintf("Did you mean %s (%s)? %s", role.ID, role.Title, e.Cure)
	}
	return e
}

// catalogue is what can be looked up in the framework that is used.
func (a *app) catalogue() (report.Catalogue, error) {
	engine, err := a.engineToLook()
	if err != nil {
		return report.Catalogue{}, err
	}
	return report.Catalogue{Framework: engine.Framework(), Book: engine.Playbook()}, nil
}

// pageFormat gives the format of a page: the one that was asked for, else the one that
// the ending of the file means, else text.
func (o output) pageFormat(cmd *cobra.Command, said string) (string, error) {
	f, err := o.formatOf(cmd, said, "text", []format{{name: "text", ext: "txt"}, {name: "markdown", ext: "md"}, {name: "json", ext: "json"}})
	return f.name, err
}

// page writes a page as text or Markdown.
func (a *app) page(to output, format string, p report.Page) error {
	return to.write(a, func(w io.Writer) error {
		if format == "markdown" {
			return p.Markdown(w)
		}
		o := a.textOptions()
		if to.toFile() {
			o.Color = false // a file is no terminal
		}
		return p.Text(w, o)
	})
}

// completeRole offers the roles that are not named yet.
func (a *app) completeRole(_ *cobra.Command, args []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
	c, err := a.catalogue()
	if err != nil {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	var ids []cobra.Completion
	for _, r := range c.Book.Roles {
		if !slices.Contains(args, r.ID) {
			ids = append(ids, cobra.CompletionWithDesc(r.ID, r.Title))
		}
	}
	return ids, cobra.ShellCompDirectiveNoFileComp
}
