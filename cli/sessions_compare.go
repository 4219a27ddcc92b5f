package cli

import (
	"maps"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"remit/advisor"
	"remit/model"
)

// newSessionsCompare is remit sessions compare.
func newSessionsCompare(a *app) *cobra.Command {
	format := ""
	cmd := &cobra.Command{
		Use:   "compare SESSION[@POINT] SESSION[@POINT]",
		Short: "Two sessions beside each other, or one at two points in time",
		Long: `Lists the answers, the notes, those cells of the matrix set by hand and those costs of
your own that differ, what is recommended for each, and whether the difference comes from
the answers or from the rules: each session remembers under which framework it was made.
A session does not keep the rules themselves, so what its own framework said can be told
only where that is the one in use or the built-in one; it is said where it cannot.
Nothing is saved.

` + aboutPoints,
		Example: `  remit sessions compare acme "acme, what if"
  remit sessions compare acme@12 acme
  remit sessions compare acme@2026-03-31 acme --format json`,
		Args:              arguments(2, 2),
		ValidArgsFunction: a.completeSessions,
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := oneOf(cmd, "format", format, "text", "json"); err != nil {
				return err
			}
			_, first, err := a.findPoint(cmd.Context(), args[0])
			if err != nil {
				return err
			}
			_, second, err := a.findPoint(cmd.Context(), args[1])
			if err != nil {
				return err
			}
			engine, err := a.engineToLook()
			if err != nil {
				return err
			}
			c := compared(engine, first, second)
			if format == "json" {
				return writeJSON(a.out, c)
			}
			comparisonPrinter{printer{w: a.out, width: a.width()}, engine.Framework(), engine.Playbook(), c}.print()
			return nil
		},
	}
	cmd.Flags().StringVar(&format, "format", "text", "`text` or json")
	return cmd
}

// comparison is what differs between two sessions.
type comparison struct {
	A       side           `json:"a"`
	B       side           `json:"b"`
	Answers []answerChange `json:"answers"` // those that differ
	Notes   []noteChange   `json:"notes"`   // those that differ
	Cells   []cellChange   `json:"cells"`   // cells that people set, and whose letters differ
	Costs   []costChange   `json:"costs"`   // figures of their own that differ
	Results []result       `json:"results"` // by the framework in use first, then by others at hand
	Cause   cause          `json:"cause"`   // why the results differ
	Why     []string       `json:"why"`     // that in sentences
}

// side is one of two sessions that are compared.
type side struct {
	ID        string            `json:"id"`
	Name      string            `json:"name"`
	Client    string            `json:"client,omitempty"`
	Kind      model.SessionKind `json:"kind"`
	Seq       uint64            `json:"seq"` // after which of its changes
	Updated   time.Time         `json:"updated"`
	Past      bool              `json:"past,omitempty"` // not its present state
	Parent    string            `json:"parent,omitempty"`
	Framework model.Ref         `json:"framework"`       // under which it was made
	Unfit     []string          `json:"unfit,omitempty"` // answers that the framework in use does not take
	Edits     []model.CellEdit  `json:"edits,omitempty"` // letters of the matrix that people chose
	Costs     []model.OwnCost   `json:"costs,omitempty"` // figures of their own

	at point
}

// answerChange is an answer that is not the same in two states of answers. None is
// the zero Answer.
type answerChange struct {
	Question string       `json:"question"`
	From     model.Answer `json:"from"`
	To       model.Answer `json:"to"`
}

// noteChange is a note that is not the same.
type noteChange struct {
	Question string `json:"question"`
	From     string `json:"from"`
	To       string `json:"to"`
}

func compared(present *advisor.Engine, first, second point) comparison {
	f, a, b := present.Framework(), first.session, second.session
	c := comparison{
		A: sideOf(f, first), B: sideOf(f, second),
		Answers: answerChanges(f, a.Answers, b.Answers), Notes: noteChanges(f, a.Notes, b.Notes), Cells: cellChanges(present, a, b), Costs: costChanges(a, b),
	}
	o := origin{present, a, b}
	c.Results = o.results()
	c.Cause = o.cause()
	c.Why = o.words(c.Cause)
	return c
}

func sideOf(f *model.Framework, p point) side {
	s := p.session
	return side{ID: s.ID, Name: s.Name, Client: s.Client, Kind: s.Kind, Seq: s.Seq, Updated: s.Updated, Past: p.past(),
		Parent: s.Parent, Framework: s.Framework, Unfit: unfit(f, s.Answers), Edits: s.Edits, Costs: s.Costs, at: p}
}

// answerChanges lists what differs, in the order of the questions; what f does not
// ask comes last.
func answerChanges(f *model.Framework, from, to model.Answers) []answerChange {
	list := []answerChange{}
	for _, q := range questionsOf(f, from, to) {
		if from[q] != to[q] {
			list = append(list, answerChange{q, from[q], to[q]})
		}
	}
	return list
}

func noteChanges(f *model.Framework, from, to map[string]string) []noteChange {
	list := []noteChange{}
	for _, q := range questionsOf(f, from, to) {
		if from[q] != to[q] {
			list = append(list, noteChange{q, from[q], to[q]})
		}
	}
	return list
}

// questionsOf gives the questions that f asks, and then those others that any of
// two says something to.
func questionsOf[V any](f *model.Framework, a, b map[string]V) []string {
	var asked []string
	for i := range f.Questions {
		asked = append(asked, f.Questions[i].ID)
	}
	other := map[string]bool{}
	for _, said := range []map[string]V{a, b} {
		for id := range said {
			if f.Question(id) == nil {
				other[id] = true
			}
		}
	}
	return append(asked, slices.Sorted(maps.Keys(other))...)
}

func short(f *model.Framework, question string) string {
	if q := f.Question(question); q != nil {
		return q.Short
	}
	return question
}
