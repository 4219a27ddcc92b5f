package cli

import (
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/charmbracelet/x/ansi"
	"github.com/spf13/cobra"

	"remit/advisor"
	"remit/model"
)

// listOptions are the inputs of remit sessions list.
type listOptions struct {
	query                  model.Query
	all, archived, deleted bool
	format                 string
}

// newSessionsList is remit sessions list.
func newSessionsList(a *app) *cobra.Command {
	o := &listOptions{}
	cmd := &cobra.Command{
		Use:   "list [WORDS...]",
		Short: "List sessions, last changed first; WORDS filter by name, client or who is asked",
		RunE: func(cmd *cobra.Command, args []string) error {
			o.query.Text = model.Clean(strings.Join(args, " "))
			if err := o.check(cmd); err != nil {
				return err
			}
			return o.run(cmd, a)
		},
	}
	flags := cmd.Flags()
	flags.BoolVar(&o.all, "all", false, "archived sessions too")
	flags.BoolVar(&o.archived, "archived", false, "archived sessions only")
	flags.BoolVar(&o.deleted, "deleted", false, "deleted sessions only")
	flags.IntVar(&o.query.Limit, "limit", 50, "at most this `number`, 1 to 1000")
	flags.StringVar(&o.query.After, "after", "", "go on after this `cursor`, which the page before ended with")
	flags.StringVar(&o.format, "format", "text", "text or json")
	return cmd
}

func (o *listOptions) check(cmd *cobra.Command) error {
	if err := oneOf(cmd, "format", o.format, "text", "json"); err != nil {
		return err
	}
	if o.query.Limit < 1 || o.query.Limit > 1000 {
		return misused(cmd, "Use a number from 1 to 1000.", "--limit %d is out of range", o.query.Limit)
	}
	chosen := 0
	for show, on := range map[model.Show]bool{model.ShowAll: o.all, model.ShowArchived: o.archived, model.ShowDeleted: o.deleted} {
		if on {
			o.query.Show = show
			chosen++
		}
	}
	if chosen > 1 {
		return misused(cmd, "Use one of them.", "--all, --archived and --deleted exclude each other")
	}
	return nil
}

// oneOf checks a flag that takes a word of a list.
func oneOf(cmd *cobra.Command, flag, value string, legal ...string) error {
	for _, l := range legal {
		if value == l {
			return nil
		}
	}
	return misused(cmd, "Use --"+flag+" "+orList(legal)+".", "--%s %s is unknown", flag, model.Quote(value))
}

func (o *listOptions) run(cmd *cobra.Command, a *app) error {
	keep, err := a.sessions()
	if err != nil {
		return err
	}
	page, err := keep.List(cmd.Context(), o.query)
	if err != nil {
		return err
	}
	engine, err := a.engineToLook()
	if err != nil {
		return err
	}
	if o.format == "json" {
		return listJSON(a.out, engine, page)
	}
	o.text(a, engine, page)
	return nil
}

func (o *listOptions) text(a *app, e *advisor.Engine, page model.Page) {
	if len(page.Sessions) == 0 {
		a.report("%s", o.nothing())
		return
	}
	rows := [][]string{{"NAME", "CLIENT", "KIND", "ANSWERS", "RESULT", "CHANGED", "ID"}}
	for _, s := range page.Sessions {
		said := e.Framework().Tally(s.Answers)
		rows = append(rows, []string{
			shown(s.Name, 40), shown(s.Client, 24), string(s.Kind) + mark(s),
			fmt.Sprintf("%d of %d", said.Answered, said.Questions), outcome(e, s), day(s.Updated), s.ID,
		})
	}
	columns(a.out, rows)
	if page.Cursor != "" {
		a.report("There are more. To go on: the same command with --after %s", page.Cursor)
	}
}

// outcome is the advice on a session in a few words. It is worked out anew: what is
// kept of a session is only what was said.
func outcome(e *advisor.Engine, s model.Session) string {
	var advice model.Advice
	e.Brief(&advice, e.Framework().Usable(s.Answers), 0)
	if advice.TooEarly() {
		return "too early to say"
	}
	return shown(e.Framework().InBrief(&advice), 24) + ", " + string(advice.Standing)
}

// nothing says why a listing is empty.
func (o *listOptions) nothing() string {
	kind := map[model.Show]string{model.ShowArchived: "archived ", model.ShowDeleted: "deleted "}[o.query.Show]
	switch {
	case o.query.After != "":
		return "There are no more sessions."
	case !blank(o.query.Text):
		return fmt.Sprintf("No %ssession matches %s in its name, its client or who is asked.", kind, inQuotes(model.Cut(o.query.Text, 80)))
	case kind != "":
		return fmt.Sprintf("There are no %ssessions.", kind)
	}
	return "No sessions here. To start one: remit interview"
}

// mark says that a session is put away.
func mark(s model.Session) string {
	switch {
	case s.Deleted:
		return ", deleted"
	case s.Archived:
		return ", archived"
	}
	return ""
}

// shown cleans text for a table and cuts it to a width.
func shown(s string, width int) string { return ansi.Truncate(model.Clean(s), width, "…") }

// day is a time as a person reads it, in the local zone.
func day(t time.Time) string { return t.Local().Format("2006-01-02 15:04") }

// columns writes rows as a table, aligned by what is seen and not by bytes.
func columns(w io.Writer, rows [][]string) {
	widths := make([]int, len(rows[0]))
	for _, row := range rows {
		for i, cell := range row {
			widths[i] = max(widths[i], ansi.StringWidth(cell))
		}
	}
	for _, row := range rows {
		var line strings.Builder
		for i, cell := range row {
			line.WriteString(cell)
			line.WriteString(strings.Repeat(" ", widths[i]-ansi.StringWidth(cell)+2))
		}
		fmt.Fprintln(w, strings.TrimRight(line.String(), " "))
	}
}

// listed is one session in the JSON form of a listing.
type listed struct {
	ID             string    `json:"id"`
	Name           string    `json:"name"`
	Client         string    `json:"client,omitempty"`
	Asked          string    `json:"asked,omitempty"`
	Kind           string    `json:"kind"`
	Answers        int       `json:"answers"` // of every kind, so that those who read it before read the same
	Answered       int       `json:"answered"`
	ToFindOut      int       `json:"to_find_out"`
	NotApplicable  int       `json:"not_applicable"`
	Questions      int       `json:"questions"`
	Recommendation string    `json:"recommendation"`
	Standing       string    `json:"standing"`
	TooEarly       bool      `json:"too_early"`
	Created        time.Time `json:"created"`
	Updated        time.Time `json:"updated"`
	Parent         string    `json:"parent,omitempty"` // id of the session that it branched from
	Archived       bool      `json:"archived,omitempty"`
	Deleted        bool      `json:"deleted,omitempty"`
}

func listJSON(w io.Writer, e *advisor.Engine, page model.Page) error {
	doc := struct {
		Sessions []listed `json:"sessions"`
		Cursor   string   `json:"cursor,omitempty"`
	}{Sessions: []listed{}, Cursor: page.Cursor}
	var advice model.Advice
	for _, s := range page.Sessions {
		said := e.Framework().Tally(s.Answers)
		e.Brief(&advice, e.Framework().Usable(s.Answers), 0)
		doc.Sessions = append(doc.Sessions, listed{
			ID: s.ID, Name: s.Name, Client: s.Client, Asked: s.Asked, Kind: string(s.Kind),
			Answers: len(s.Answers), Answered: said.Answered, ToFindOut: said.ToFindOut, NotApplicable: said.Apart, Questions: said.Questions,
			Recommendation: advice.Recommendation.String(), Standing: string(advice.Standing), TooEarly: advice.TooEarly(),
			Created: s.Created, Updated: s.Updated, Parent: s.Parent, Archived: s.Archived, Deleted: s.Deleted,
		})
	}
	return writeJSON(w, doc)
}
