package cli

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"remit/advisor"
	"remit/model"
)

// diffOptions are the inputs of remit framework diff.
type diffOptions struct {
	cases      string
	noSessions bool
	format     string
}

// frameworkDiff is what differs between two frameworks, and for whom.
type frameworkDiff struct {
	From        model.Ref    `json:"from"`
	To          model.Ref    `json:"to"`
	Differences []difference `json:"differences"`
	Cases       *effect      `json:"cases"`
	Sessions    *effect      `json:"sessions,omitempty"`
}

// newFrameworkDiff is remit framework diff.
func newFrameworkDiff(a *app) *cobra.Command {
	o := &diffOptions{}
	cmd := &cobra.Command{
		Use:   "diff FROM TO",
		Short: "What differs between two frameworks, and whose advice it changes",
		Long: `FROM and TO are directories, or builtin (a directory of that name is ./builtin).
Lists every question, option, rule, table row, law, dispute, source and part of the
playbook that was added, removed or changed; then whose advice changes: of the published cases that
the frameworks carry, and of your sessions, and how many would get another chart or
another list of who answers for what. Nothing is saved.

--cases takes other cases, one a line, as remit advise --batch reads them:
{"id": …, "answers": {…}}. A line may say which structures are right for it, as
"expect": ["cto"]; then agreement is counted.

The exit code is 0 whether something differs or not.`,
		Example: `  remit framework diff builtin examples/hospital
  remit framework diff builtin mine --cases my-clients.ndjson --format json`,
		Args: arguments(2, 2),
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
			return []cobra.Completion{builtin}, cobra.ShellCompDirectiveDefault
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := oneOf(cmd, "format", o.format, "text", "json"); err != nil {
				return err
			}
			return o.run(cmd, a, args[0], args[1])
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&o.cases, "cases", "", "try the cases in this `file` in place of the published ones (NDJSON)")
	flags.BoolVar(&o.noSessions, "no-sessions", false, "leave the saved sessions out")
	flags.StringVar(&o.format, "format", "text", "`text` or json")
	return cmd
}

func (o *diffOptions) run(cmd *cobra.Command, a *app, fromDir, toDir string) error {
	from, err := loadFramework(fromDir)
	if err != nil {
		return err
	}
	to, err := loadFramework(toDir)
	if err != nil {
		return err
	}
	d := frameworkDiff{From: from.Framework().Ref, To: to.Framework().Ref, Differences: differences(contentsOf(from), contentsOf(to))}
	if d.Cases, err = o.onCases(from, to); err != nil {
		return err
	}
	if !o.noSessions {
		keep, err := a.sessions()
		if err != nil {
			return err
		}
		d.Sessions = &effect{Changed: []otherAdvice{}}
		if err := d.Sessions.onSessions(cmd.Context(), keep, from, to); err != nil {
			return err
		}
	}
	if o.format == "json" {
		return writeJSON(a.out, d)
	}
	p := diffPrinter{printer{w: a.out, width: a.width()}, from.Framework(), to.Framework()}
	p.diff(d)
	return nil
}

// onCases weighs the cases that the frameworks carry, or those in a file.
func (o *diffOptions) onCases(from, to *advisor.Engine) (*effect, error) {
	ef := &effect{Changed: []otherAdvice{}}
	if o.cases != "" {
		return ef, ef.onFile(o.cases, from, to)
	}
	ef.onPublished(from, to)
	return ef, nil
}

// diffPrinter writes a diff for people.
type diffPrinter struct {
	printer
	from, to *model.Framework
}

func (p diffPrinter) diff(d frameworkDiff) {
	fmt.Fprintf(p.w, "From %s %s (content %s)\nto   %s %s (content %s)\n",
		d.From.ID, d.From.Version, d.From.Hash, d.To.ID, d.To.Version, d.To.Hash)
	switch {
	case len(d.Differences) > 0:
		p.heading("What differs")
		p.line("", strings.Join(tallied(d.Differences), ", ")+".")
		p.sameVersion(d)
		p.differences(d.Differences)
	case d.From.Hash != d.To.Hash:
		p.line("", "They say the same; only comments, line breaks or the order of files differ.")
	default:
		p.line("", "They are the same.")
	}
	p.effect("Advice on the cases", "case", d.Cases)
	p.effect("Advice on your sessions", "session", d.Sessions)
}

// sameVersion warns where two contents go by one name.
func (p diffPrinter) sameVersion(d frameworkDiff) {
	if d.From.ID == d.To.ID && d.From.Version == d.To.Version {
		p.line("", "Both are called "+d.To.ID+" "+d.To.Version+". Give one of them another id or version in its framework.yaml, or nobody can tell their sessions apart.")
	}
}

// differences lists all, but of many that are added or removed alike only the first:
// who takes all published cases out knows it.
func (p diffPrinter) differences(list []difference) {
	const most = 20
	told := map[string]int{}
	for i, d := range list {
		key := d.Part + d.Kind
		if d.Kind == "changed" || told[key] < most {
			p.difference(d)
		}
		told[key]++
		last := i+1 == len(list) || list[i+1].Part+list[i+1].Kind != key
		if more := told[key] - most; last && d.Kind != "changed" && more > 0 {
			fmt.Fprintln(p.w)
			p.line("", fmt.Sprintf("%s %d more of the kind %s; --format json lists all.", d.Kind, more, d.Part))
		}
	}
}

// tallied counts the differences by kind and part, "1 question added".
func tallied(list []difference) []string {
	count := map[string]int{}
	var keys []string
	for _, d := range list {
		key := d.Part + "\x00" + d.Kind
		if count[key]++; count[key] == 1 {
			keys = append(keys, key)
		}
	}
	words := make([]string, len(keys))
	for i, key := range keys {
		part, kind, _ := strings.Cut(key, "\x00")
		words[i] = counted(count[key], part) + " " + kind
		if kind == "moved" {
			words[i] = "order of " + plural(2, part) + " changed"
		} else if part == "framework" {
			words[i] = "its name or summary changed"
		}
	}
	return words
}

func (p diffPrinter) difference(d difference) {
	fmt.Fprintln(p.w)
	about := ""
	if d.about != "" {
		about = ": " + d.about
	}
	p.line("", strings.TrimSpace(d.Kind+" "+d.Part+" "+d.ID)+about)
	for _, f := range d.Fields {
		p.line("    ", f.Field)
		p.line("      ", "was: "+orNothing(f.From))
		p.line("      ", "now: "+orNothing(f.To))
	}
}

func orNothing(text string) string {
	if text == "" {
		return "(nothing)"
	}
	return text
}

// effect says whose advice changes; nothing if nobody was asked about.
func (p diffPrinter) effect(title, noun string, ef *effect) {
	if ef == nil {
		return
	}
	p.heading(title)
	if ef.Total == 0 {
		p.line("", "There are none.")
		return
	}
	if k := ef.Known; k != nil {
		p.line("", fmt.Sprintf("The advice is what the source accepts in %d of %d before, in %d of %d now.", k.From, k.Cases, k.To, k.Cases))
	}
	defer p.consequences(noun, ef)
	if len(ef.Changed) == 0 {
		p.line("", fmt.Sprintf("The same as before on %s.", all(ef.Total, noun)))
		return
	}
	p.line("", fmt.Sprintf("Other than before on %d of %s.", len(ef.Changed), counted(ef.Total, noun)))
	for _, o := range ef.Changed {
		p.line("", fmt.Sprintf("%s: %s", model.Clean(orElse(o.Name, o.ID)), strings.Join(p.turn(o.From, o.To), "; ")))
		if len(o.Unfit) > 0 {
			p.line("    ", "answers that only one of the two takes: "+model.Clean(strings.Join(o.Unfit, ", ")))
		}
	}
}

// consequences says how often chart and matrix are others, also under the same advice.
func (p diffPrinter) consequences(noun string, ef *effect) {
	on := func(n int) string {
		if n == ef.Total {
			return all(n, noun)
		}
		return fmt.Sprintf("%d of %s", n, counted(ef.Total, noun))
	}
	if ef.Charts > 0 {
		p.line("", fmt.Sprintf("Another chart on %s.", on(ef.Charts)))
	}
	if ef.Accountable > 0 {
		p.line("", fmt.Sprintf("Another list of who answers for what on %s.", on(ef.Accountable)))
	}
}

func orElse(text, other string) string {
	if text == "" {
		return other
	}
	return text
}

func all(n int, noun string) string {
	if n == 1 {
		return "the one " + noun
	}
	return "all " + counted(n, noun)
}

// turn words what changes between two judgements.
func (p diffPrinter) turn(was, is judgement) []string {
	words := []string{}
	add := func(what, from, to string) {
		if from != to {
			words = append(words, strings.TrimSpace(what+" "+orNothing(from)+" → "+orNothing(to)))
		}
	}
	add("", p.from.Structure(was.Recommendation).Title, p.to.Structure(is.Recommendation).Title)
	add("engagement", p.from.EngagementTerm(model.Engagement(was.Engagement)).Title, p.to.EngagementTerm(model.Engagement(is.Engagement)).Title)
	add("reporting", p.from.ReportingTerm(model.Reporting(was.Reporting)).Title, p.to.ReportingTerm(model.Reporting(is.Reporting)).Title)
	add("standing", string(was.Standing), string(is.Standing))
	return slices.Clip(words)
}
