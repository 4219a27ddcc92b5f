package cli

import (
	"cmp"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"remit/model"
	"remit/report"
)

// newPlan is remit plan.
func newPlan(a *app) *cobra.Command {
	var in answerInput
	var o documentOptions
	var own []string
	country := ""
	cmd := &cobra.Command{
		Use:   "plan [SESSION|FILE|-]",
		Short: "What to do by which day, what to watch for, and what it costs",
		Long: `Writes what to do with the advice, by day after the decision; the way from today's
leader to the advised one; signs that it does not work; events after which to look
again; published costs; and questions for a lawyer.

--cost puts a figure of your own above the published ones, as ROLE=AMOUNT/PERIOD: the
period is month, year, day or hour, and the amount may begin with a currency, as in
vcio=EUR 3000/month. A figure by the month is held against the cost of a full-time seat:
your own figure for it (--cost cio=150000/year), or else published pay. What comes out
are ranges: from where to where it is worth comparing both.`,
		Example: `  remit plan acme
  remit plan examples/dental-group.yaml --cost vcio=3000/month --country "united states"
  remit plan acme --format markdown -o plan.md`,
		Args:              arguments(0, 1),
		ValidArgsFunction: a.completeFileOrSession,
	}
	formats := []format{
		{"text", "txt", false, func(w io.Writer, r report.Report) error {
			return report.PieceText(w, r, report.PiecePlan, a.textOptions())
		}},
		{"markdown", "md", false, pieceMarkdown(report.PiecePlan)},
		{"json", "json", false, pieceJSON(report.PiecePlan)},
	}
	in.flags(cmd)
	o.flags(cmd, formats)
	cmd.Flags().StringArrayVar(&own, "cost", nil, "a figure of your own, as `role=amount/period`; may be repeated")
	cmd.Flags().StringVar(&country, "country", "", "published costs of this `country` only")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		return a.document(cmd, args, &in, &o, formats, "plan", func(r *report.Report) error {
			if err := said(cmd, "country", country, "--country 'united states'"); err != nil {
				return err
			}
			if r.Advice.TooEarly() || len(own) == 0 && country == "" {
				return nil // the page says all there is to say
			}
			return priced(cmd, r, own, country)
		})
	}
	return cmd
}

// priced puts the figures of the command line into a report.
func priced(cmd *cobra.Command, r *report.Report, own []string, country string) error {
	switch {
	case len(own) > 0 && len(r.Book.Roles) == 0:
		return hasNone(cmd, "roles")
	case country != "" && len(r.Book.Costs) == 0:
		return hasNone(cmd, "costs")
	}
	if err := nothingFollows(*r); err != nil {
		return err
	}
	var known []string
	for _, c := range r.Book.Costs {
		known = append(known, c.Country)
	}
	slices.Sort(known)
	known = slices.Compact(known)
	fits := func(name string) bool { return strings.Contains(strings.ToLower(name), strings.ToLower(country)) }
	if country != "" && !slices.ContainsFunc(known, fits) {
		return misused(cmd, "There are figures from "+orAnd(known)+".", "--country: there are no figures from %s", model.Quote(country))
	}
	r.Country = country
	for _, word := range own {
		c, err := ownCost(cmd, r, word)
		if err != nil {
			return err
		}
		if slices.ContainsFunc(r.Own, func(x model.Cost) bool { return x.Role == c.Role && x.Per == c.Per && x.Currency == c.Currency }) {
			return misused(cmd, "Say it once.", "--cost %s: the figure for %s by the %s is given twice", model.Quote(word), c.Role, c.Per)
		}
		r.Own = append(r.Own, c)
	}
	return nil
}

// ownCost reads a figure such as "vcio=EUR 3000/month".
func ownCost(cmd *cobra.Command, r *report.Report, word string) (model.Cost, error) {
	fail := func(format string, args ...any) (model.Cost, error) {
		return model.Cost{}, misused(cmd, "Write it like --cost vcio=3000/month.", "--cost "+model.Quote(word)+": "+format, args...)
	}
	id, rest, ok := strings.Cut(word, "=")
	price, per, also := strings.Cut(rest, "/")
	if !ok || !also {
		return fail("a figure has the form role=amount/period")
	}
	role, err := roleCalled(r.Framework, r.Book, id)
	if err != nil {
		return model.Cost{}, err
	}
	periods := []model.Period{model.Hour, model.Day, model.Month, model.Year}
	if !slices.Contains(periods, model.Period(per)) {
		return fail("the period is hour, day, month or year")
	}
	amount := strings.TrimLeft(strings.TrimSpace(price), "ABCDEFGHIJKLMNOPQRSTUVWXYZ$€£ ")
	currency := strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(price), amount))
	if strings.Contains(amount, ",") && !grouped(amount) {
		return fail("a comma stands before every three digits, as in 3,000; there are no fractions")
	}
	n, err := strconv.Atoi(strings.ReplaceAll(amount, ",", ""))
	const most = 1_000_000_000
	if err != nil || n <= 0 || n > most || len(currency) > 4 {
		return fail("the amount is a whole number above 0, with a currency such as EUR before it or none")
	}
	return model.Cost{ID: "own", Role: role.ID, What: "your own figure", Low: n, High: n, Currency: currency, Per: model.Period(per)}, nil
}

// grouped reports whether the commas of a number divide it into thousands.
func grouped(amount string) bool {
	groups := strings.Split(amount, ",")
	if first := groups[0]; first == "" || len(first) > 3 || first[0] == '0' {
		return false
	}
	return !slices.ContainsFunc(groups[1:], func(g string) bool { return len(g) != 3 })
}

// roleCalled gives the role that a person means, by its id, its title or its short name.
func roleCalled(f *model.Framework, p *model.Playbook, said string) (*model.Role, error) {
	c := report.Catalogue{Framework: f, Book: p}
	role := c.FindRole(said)
	if role == nil {
		return nil, unknownRole(c, said)
	}
	return role, nil
}

// orAnd joins words as "a, b and c".
func orAnd(words []string) string {
	return cmp.Or(strings.Replace(orList(words), " or ", " and ", 1), "nowhere")
}
