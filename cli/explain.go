package cli

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"remit/model"
	"remit/report"
)

// newExplain is remit explain.
func newExplain(a *app) *cobra.Command {
	var to output
	said := ""
	cmd := &cobra.Command{
		Use:   "explain [TOPIC | WORDS …]",
		Short: "Answers to what people ask, such as: where does DevOps report",
		Long: `Without a topic lists the questions that it answers. A topic is one of them, or
the id of a question of the interview, a structure, an engagement, a reporting
line, a role, a row of the RACI table, a rule, a law, a dispute or a practice.
Anything else is read as a question in your own words. Where two answers fit, the
second is named below the first; where none does, the nearest are listed.`,
		Example: `  remit explain
  remit explain what-is-raci
  remit explain who is in charge of device protection
  remit explain headcount`,
		Args: arguments(0, -1),
		RunE: func(cmd *cobra.Command, args []string) error {
			format, err := to.pageFormat(cmd, said)
			if err != nil {
				return err
			}
			c, err := a.catalogue()
			if err != nil {
				return err
			}
			found, err := lookUp(c, strings.TrimSpace(strings.Join(args, " ")))
			if err != nil {
				return err
			}
			if format == "json" {
				return to.write(a, func(w io.Writer) error { return writeJSON(w, found.document(c)) })
			}
			return a.page(to, format, found.page(c))
		},
		ValidArgsFunction: a.completeTopic,
	}
	pageFormatFlag(cmd, &said)
	to.flags(cmd)
	return cmd
}

// lookedUp is what a look-up came to: an explanation, or topics that may be meant.
type lookedUp struct {
	asked      string
	explained  *report.Explained
	candidates []report.Match
}

// lookUp finds what is asked. Nothing asked lists what there is.
func lookUp(c report.Catalogue, asked string) (lookedUp, error) {
	if asked == "" {
		return lookedUp{}, nil
	}
	found := lookedUp{asked: model.Clean(asked)}
	answer := c.Ask(asked)
	if answer.Best != nil {
		found.explained = explainFound(c, answer)
		return found, nil
	}
	found.candidates = answer.Matches
	if like := strings.ContainsAny(asked, "-_") && !strings.Contains(asked, " "); like || len(found.candidates) == 0 {
		if near, ok := model.Nearest(asked, c.TopicNames()); ok {
			return found, unknownTopic(asked, near)
		}
	}
	if len(found.candidates) == 0 {
		return found, unknownTopic(asked, "")
	}
	return found, nil
}

// explainFound explains the best of what was found, and points to what bears the same name
// and to what may be meant just as well.
func explainFound(c report.Catalogue, found report.Found) *report.Explained {
	x := c.Explain(*found.Best)
	for _, other := range found.Namesakes {
		x.See = append(x.See, fmt.Sprintf("remit explain %s %s", other.Kind, other.ID))
	}
	x.Or = found.Second
	return &x
}

func unknownTopic(asked, near string) error {
	e := &model.Error{Kind: model.KindNotFound, What: "nothing is known about " + model.Quote(asked),
		Cure: "What there is: remit explain"}
	if near != "" {
		e.Cure = fmt.Sprintf("Did you mean %s? %s", near, e.Cure)
	}
	return e
}

func (l *lookedUp) page(c report.Catalogue) report.Page {
	switch {
	case l.explained != nil:
		return c.Page(*l.explained)
	case l.asked != "":
		return c.Candidates(model.Cut(l.asked, 100), l.candidates)
	}
	return c.Explanations()
}

// completeTopic offers what can be explained by name.
func (a *app) completeTopic(_ *cobra.Command, args []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
	if len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	c, err := a.catalogue()
	if err != nil {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	var ids []cobra.Completion
	offered := map[string]bool{}
	for _, t := range c.Topics() {
		if !offered[t.ID] {
			offered[t.ID] = true
			ids = append(ids, cobra.CompletionWithDesc(t.ID, t.Title))
		}
	}
	return ids, cobra.ShellCompDirectiveNoFileComp
}
