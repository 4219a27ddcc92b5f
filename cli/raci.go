package cli

import (
	"cmp"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"remit/model"
	"remit/report"
)

// raciOptions are the inputs of remit raci.
type raciOptions struct {
	in    answerInput // without --set, which means cells here
	doc   documentOptions
	role  string
	topic string
	set   []string // activity.role=letter
	unset []string // activity.role
	reset bool
	try   bool
}

// newRACI is remit raci.
func newRACI(a *app) *cobra.Command {
	o := &raciOptions{}
	cmd := &cobra.Command{
		Use:   "raci [SESSION|FILE|-]",
		Short: "Who answers for what: the RACI matrix, why it is so, and changes to it",
		Long: `Shows for each activity who answers for it (A), who does the work (R), who is asked
before (C) and who is told after (I), and why. Where the terminal is wide enough it is a
table, else a list. SESSION, FILE and --output are as with remit report.

--set changes a cell: activity.role=LETTER, where the letter is A, R, A/R, C, I or - for
none. Who is given an A takes it from the one who had it. Of a session the change is
saved, and told as changed by hand (*) wherever the matrix is shown; --try only shows it.
Of a file it is only shown. The rows that were changed come out. A change that breaks a law is refused, with exit code 4: one
A and at least one R in a row, no A for who is under contract, duties apart that must
stay apart. --unset takes a change back, --reset all of them. The ids of activities and
roles are in --format json.`,
		Example: `  remit raci acme
  remit raci acme --role cto --topic security
  remit raci acme --set what-to-build.cto=A
  remit raci examples/dental-group.yaml --format csv -o raci.csv`,
		Args:              arguments(0, 1),
		ValidArgsFunction: a.completeFileOrSession,
	}
	formats := []format{
		{"text", "txt", false, func(w io.Writer, r report.Report) error {
			return report.PieceText(w, r, report.PieceMatrix, a.wideText())
		}},
		{"markdown", "md", false, pieceMarkdown(report.PieceMatrix)},
		{"csv", "csv", false, withMatrix(report.RACICSV)},
		{"xlsx", "xlsx", true, withMatrix(report.RACIXLSX)},
		{"json", "json", false, pieceJSON(report.PieceMatrix)},
	}
	o.doc.flags(cmd, formats)
	flags := cmd.Flags()
	flags.StringVar(&o.role, "role", "", "only rows in which this `role` has a letter")
	flags.StringVar(&o.topic, "topic", "", "only rows of this `area`, such as security")
	flags.StringArrayVar(&o.set, "set", nil, "change a cell: `activity.role=letter`; may be repeated")
	flags.StringArrayVar(&o.unset, "unset", nil, "take the change of a cell back: `activity.role`; may be repeated")
	flags.BoolVar(&o.reset, "reset", false, "take all changes back")
	flags.BoolVar(&o.try, "try", false, "show the changes without saving them")
	_ = cmd.RegisterFlagCompletionFunc("role", a.completeRoleID)
	_ = cmd.RegisterFlagCompletionFunc("topic", a.completeArea)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if err := o.in.argument(cmd, args); err != nil {
			return err
		}
		return o.run(cmd, a, formats)
	}
	return cmd
}

func (o *raciOptions) run(cmd *cobra.Command, a *app, formats []format) error {
	if err := cmp.Or(said(cmd, "role", o.role, "--role cto"), said(cmd, "topic", o.topic, "--topic security")); err != nil {
		return err
	}
	f, err := o.doc.choose(cmd, a, formats)
	if err != nil {
		return err
	}
	changing := len(o.set)+len(o.unset) > 0 || o.reset
	chosen := a.engineToLook
	if changing && !o.try {
		chosen = a.engine // what is saved must be meant under these rules
	}
	engine, err := chosen()
	if err != nil {
		return err
	}
	if len(engine.Playbook().Activities) == 0 {
		return hasNone(cmd, "activities")
	}
	about, err := a.subject(cmd, &o.in, engine)
	if err != nil {
		return err
	}
	if changing {
		if about, err = o.change(cmd, a, engine, about); err != nil {
			return err
		}
	}
	r := deliver(engine, about)
	if err := o.narrow(&r); err != nil {
		return err
	}
	if changing && !o.reset && o.doc.format == "" && o.doc.out.file == "" {
		keepRows(&r, func(row int) bool { return o.touched(r.Follows.Matrix.Rows[row].Activity) })
	}
	return o.doc.put(a, "raci", f, r)
}

// wideText is textOptions for tables of letters, which may fill the whole terminal.
func (a *app) wideText() report.TextOptions {
	o := a.textOptions()
	o.Wide = a.columns()
	return o
}

// narrow leaves only the rows that were asked for.
func (o *raciOptions) narrow(r *report.Report) error {
	if o.role == "" && o.topic == "" {
		return nil
	}
	if err := nothingFollows(*r); err != nil {
		return err
	}
	wanted, err := o.wanted(r)
	if err != nil {
		return err
	}
	keepRows(r, wanted)
	return nil
}

// keepRows leaves some rows of the matrix, and the remarks on them.
func keepRows(r *report.Report, wanted func(row int) bool) {
	follows := *r.Follows
	follows.Matrix.Rows, follows.Remarks = nil, nil
	kept := map[string]bool{}
	for i, row := range r.Follows.Matrix.Rows {
		if wanted(i) {
			follows.Matrix.Rows = append(follows.Matrix.Rows, row)
			kept[row.Activity] = true
		}
	}
	for _, remark := range r.Follows.Remarks {
		if remark.Activity == "" || kept[remark.Activity] {
			follows.Remarks = append(follows.Remarks, remark)
		}
	}
	r.Follows = &follows
}

// touched reports whether the command line changes a row: then that row is what one
// wants to see.
func (o *raciOptions) touched(activity string) bool {
	return slices.ContainsFunc(slices.Concat(o.set, o.unset), func(word string) bool {
		return strings.HasPrefix(word, activity+".")
	})
}

// letterOf reads a letter as people type it.
func letterOf(word string) (model.Letter, bool) {
	switch word {
	case "-", "none":
		return model.NoLetter, true
	case "AR", "ar", "RA", "R/A", "a/r":
		return model.LetterAR, true
	}
	for _, l := range model.Letters() {
		if l != model.NoLetter && (word == string(l) || len(word) == 1 && word[0]&^0x20 == l[0] && len(l) == 1) {
			return l, true
		}
	}
	return model.NoLetter, false
}
