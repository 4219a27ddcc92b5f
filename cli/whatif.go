package cli

import (
	"strings"

	"github.com/spf13/cobra"

	"remit/advisor"
	"remit/model"
	"remit/report"
)

// whatIfOptions are the inputs of remit whatif.
type whatIfOptions struct {
	in     answerInput
	axes   string // two questions with a comma between them
	format string
}

const (
	usualAxes = "headcount,technology"
	growth    = "headcount" // the question along which companies grow
	nearCases = 3           // how many published cases are told
)

// newWhatIf is remit whatif.
func newWhatIf(a *app) *cobra.Command {
	o := &whatIfOptions{}
	cmd := &cobra.Command{
		Use:   "whatif [FILE|-|SESSION]",
		Short: "What would change the advice, and a map of where it changes",
		Long: `Reads answers as remit advise does, or those of a saved session, and says how steady
the advice is, which smallest changes of answers would turn it to each of the other
structures, what they take, and what happens as the company grows. A map shows the
advice for all answers to two questions, the others staying as they are. If it is
known who leads technology today, the steps from there to the advice follow, and then
the published cases that resemble the company most. Where a file and a session have
the same name, the file is read. Nothing is saved.

With --format svg the map comes as an image of its own.`,
		Example: `  remit whatif examples/software-company.yaml
  remit whatif acme --map headcount,seats
  remit whatif examples/dental-group.yaml --format svg > map.svg`,
		Args:              arguments(0, 1),
		ValidArgsFunction: a.completeFileOrSession,
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := o.in.argument(cmd, args); err != nil {
				return err
			}
			return o.run(cmd, a)
		},
	}
	o.in.flags(cmd)
	cmd.Flags().StringVar(&o.axes, "map", usualAxes, "draw the map over these two `questions`")
	cmd.Flags().StringVar(&o.format, "format", "text", "`text`, json or svg (the map)")
	return cmd
}

func (o *whatIfOptions) run(cmd *cobra.Command, a *app) error {
	if o.format != "text" && o.format != "json" && o.format != "svg" {
		return unknownFormat(cmd, o.format, "text", "json", "svg")
	}
	engine, err := a.engineToLook()
	if err != nil {
		return err
	}
	x, y, err := o.questions(cmd, engine.Framework())
	if err != nil {
		return err
	}
	about, err := a.subject(cmd, &o.in, engine)
	if err != nil {
		return err
	}
	plan, err := engine.PhaseMap(about.answers, x, y)
	if err != nil {
		return err
	}
	if o.format == "svg" {
		return report.MapSVG(a.out, engine.Framework(), drawn(plan))
	}
	w := whatIf(engine, about.answers)
	w.Name, w.Map = about.name(), drawn(plan)
	if o.format == "json" {
		return report.WhatIfJSON(a.out, w)
	}
	return report.WhatIfText(a.out, w, a.textOptions())
}

// questions gives the axes of the map. A framework that does not have the usual ones
// gets its first two.
func (o *whatIfOptions) questions(cmd *cobra.Command, f *model.Framework) (x, y string, err error) {
	x, y, ok := strings.Cut(o.axes, ",")
	x, y = strings.TrimSpace(x), strings.TrimSpace(y)
	if !cmd.Flags().Changed("map") {
		x, y = usualMap(f)
		return x, y, nil
	}
	switch {
	case !ok || strings.Contains(y, ","):
		err = misused(cmd, "Write it like --map "+usualAxes+".", "--map takes two questions, not %s", model.Quote(o.axes))
	case x == y:
		err = misused(cmd, "Name two different questions.", "--map: both axes are %s", model.Quote(x))
	}
	for _, id := range []string{x, y} {
		if err == nil && f.Question(id) == nil {
			e := unknownQuestion(f, id, false)
			e.Kind, e.Where = model.KindUsage, "--map"
			err = e
		}
	}
	return x, y, err
}

// usualMap gives the axes of a map that nobody chose.
func usualMap(f *model.Framework) (x, y string) {
	x, y, _ = strings.Cut(usualAxes, ",")
	if (f.Question(x) == nil || f.Question(y) == nil) && len(f.Questions) > 1 {
		return f.Questions[0].ID, f.Questions[1].ID
	}
	return x, y
}

// whatIf gathers what the engine knows about changes.
func whatIf(e *advisor.Engine, as model.Answers) report.WhatIf {
	w := report.WhatIf{
		Framework: e.Framework(),
		Advice:    e.Advise(as, advisor.MaxFlips),
		Draws:     advisor.Reweightings,
		Stands:    e.Robustness(as),
		Most:      e.MostFlips(),
	}
	w.Turns = e.Turns(as, w.Advice.Flips)
	if path := e.Path(as, growth); path != nil {
		w.Along = growth
		for _, s := range path {
			w.Path = append(w.Path, report.Stretch{Span: span(s.Class), Structure: s.Structure, Here: s.Here})
		}
	}
	if !w.Advice.TooEarly() {
		besides(e, as, &w)
	}
	return w
}

// besides adds what goes with an advice: the way there and the cases to hold it
// against. Where it is too early for advice there is neither.
func besides(e *advisor.Engine, as model.Answers, w *report.WhatIf) {
	if way, ok := e.Transition(as, w.Advice.Recommendation, model.Engagement(w.Advice.Engagement.Then)); ok {
		w.Way = &way
	}
	w.Near = e.Nearest(as, nearCases)
}

// drawn hands a map to its writers.
func drawn(m advisor.PhaseMap) report.Map {
	axis := func(a advisor.Axis) report.Axis {
		spans := make([]model.Span, len(a.Classes))
		for i, c := range a.Classes {
			spans[i] = span(c)
		}
		return report.Axis{Question: a.Question, Spans: spans}
	}
	return report.Map{X: axis(m.X), Y: axis(m.Y), Cells: m.Cells, HereX: m.HereX, HereY: m.HereY}
}

func span(c advisor.Class) model.Span { return model.Span{Low: c.From, High: c.To} }

// completeFileOrSession offers sessions; the shell adds its files.
func (a *app) completeFileOrSession(cmd *cobra.Command, args []string, typed string) ([]cobra.Completion, cobra.ShellCompDirective) {
	names, _ := a.completeSession(cmd, args, typed)
	if len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	return names, cobra.ShellCompDirectiveDefault
}
