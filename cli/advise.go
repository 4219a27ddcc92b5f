package cli

import (
	"slices"

	"github.com/spf13/cobra"

	"remit/advisor"
	"remit/model"
	"remit/report"
)

// newAdvise is remit advise.
func newAdvise(a *app) *cobra.Command {
	var in answerInput
	var format string
	var batch, brief bool
	flips := 3
	cmd := &cobra.Command{
		Use:   "advise [FILE|-]",
		Short: "Answers in, advice out; nothing is saved",
		Long: `Reads answers from a file in YAML or JSON, or from standard input, and prints the
advice. The file maps question ids to answers: an option's id, a number in plain
digits, or one of unsure, n/a (does not apply) and later. remit framework show
lists the questions. With --set and no FILE only the --set answers count.

With --batch each line of input is a JSON object {"id": ..., "answers": {...}} and
becomes one line of JSON with the same id, in the same order. A line that cannot
be read becomes {"line": N, "id": ..., "error": ...} in its place, and the exit code
is 3; 65 if no line could be read. In a batch the advice names the answers that
alone would turn it; --flips 3 also looks for two and three together, more slowly.`,
		Example: `  remit advise examples/dental-group.yaml
  remit advise examples/dental-group.yaml --brief
  remit advise --set headcount=40 --set technology=support
  remit advise examples/software-company.yaml --set headcount=900 --format json
  remit advise --batch examples/batch.ndjson`,
		Args: arguments(0, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := in.argument(cmd, args); err != nil {
				return err
			}
			if flips < 0 || flips > advisor.MaxFlips {
				return misused(cmd, "", "--flips is from 0 to %d, not %d", advisor.MaxFlips, flips)
			}
			if !batch {
				return a.advise(cmd, in, form{format, brief}, flips)
			}
			if len(in.set) > 0 || brief || cmd.Flags().Changed("format") {
				return misused(cmd, "Give the answers in the lines; a batch is always JSON.", "--batch goes with none of --set, --format and --brief")
			}
			if !cmd.Flags().Changed("flips") {
				flips = 1
			}
			return a.batch(cmd, in.file, flips)
		},
	}
	in.flags(cmd)
	cmd.Flags().StringVar(&format, "format", "text", "`text`, json or markdown")
	briefFlag(cmd, &brief)
	cmd.Flags().BoolVar(&batch, "batch", false, "one line of answers in, one line of advice out (NDJSON)")
	cmd.Flags().IntVar(&flips, "flips", flips, "look for up to `n` changed answers that turn the advice, 0 to 3 (in a batch 1)")
	return cmd
}

// advise is remit advise for one set of answers.
func (a *app) advise(cmd *cobra.Command, in answerInput, as form, flips int) error {
	write, err := a.reportWriter(cmd, as)
	if err != nil {
		return err
	}
	engine, err := a.engine()
	if err != nil {
		return err
	}
	said, err := in.read(a, cmd, engine.Framework())
	if err != nil {
		return err
	}
	advice := engine.Advise(said, flips)
	return write(a.out, report.Report{
		Framework: engine.Framework(),
		Advice:    advice,
		Turns:     engine.Turns(said, advice.Flips),
		Next:      engine.Best(said, &advice),
	})
}

// unknownFormat is the error for a --format that a command does not have.
func unknownFormat(cmd *cobra.Command, said string, known ...string) error {
	return misused(cmd, "It is "+orList(slices.Clone(known))+".", "unknown format %s", model.Quote(said))
}
