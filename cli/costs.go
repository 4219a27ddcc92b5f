package cli

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"remit/advisor"
	"remit/model"
	"remit/report"
)

// costOptions are the flags about money that documents have: figures of the company's own
// and the country of the published ones. Those that keep figures are for remit plan.
type costOptions struct {
	own     []string // role=amount/period
	country string

	keep    bool
	back    []string // role/period, or role
	allBack bool
}

// flags adds what every document with costs takes.
func (o *costOptions) flags(cmd *cobra.Command) {
	cmd.Flags().StringArrayVar(&o.own, "cost", nil, "a figure of your own, as `role=amount/period`; may be repeated")
	cmd.Flags().StringVar(&o.country, "country", "", "published costs of this `country` only")
}

// keepFlags adds what changes the figures that a session keeps.
func (o *costOptions) keepFlags(cmd *cobra.Command) {
	cmd.Flags().BoolVar(&o.keep, "keep", false, "save in the session what --cost, --take-back and --take-back-all change")
	cmd.Flags().StringArrayVar(&o.back, "take-back", nil, "leave out a figure that the session keeps: `role/period`, or role for all of that role; with --keep remove it; may be repeated")
	cmd.Flags().BoolVar(&o.allBack, "take-back-all", false, "leave out all figures that the session keeps; with --keep remove them")
}

// ofOne refuses the flags where many companies are told of: each has figures of its own.
func (o *costOptions) ofOne(cmd *cobra.Command) error {
	if o.changing() || cmd.Flags().Changed("country") {
		return misused(cmd, "Save figures in their session first: remit plan SESSION --cost vcio=3000/month --keep.", "--cost and --country go with one report, not with --all")
	}
	return nil
}

// changing reports whether figures are given or taken back.
func (o *costOptions) changing() bool { return len(o.own)+len(o.back) > 0 || o.allBack }

// apply puts the figures into a report, above those that its session keeps, and saves them
// if that is wanted.
func (o *costOptions) apply(cmd *cobra.Command, a *app, r *report.Report) error {
	if err := said(cmd, "country", o.country, "--country 'united states'"); err != nil {
		return err
	}
	if o.keep && !o.changing() {
		return misused(cmd, "Say what to keep, such as --cost vcio=3000/month --keep.", "--keep: there is nothing to keep")
	}
	if o.country != "" && !r.Advice.TooEarly() { // else the page says all there is to say
		if err := o.here(cmd, r); err != nil {
			return err
		}
	}
	if o.changing() {
		return o.change(cmd, a, r)
	}
	return nil
}

// change puts the figures in place, on paper or also in the session.
func (o *costOptions) change(cmd *cobra.Command, a *app, r *report.Report) error {
	chosen := a.engineToLook
	if o.keep {
		chosen = a.engine // what is saved must be meant under these rules
	}
	engine, err := chosen()
	if err != nil {
		return err
	}
	if len(engine.Playbook().Roles) == 0 {
		return hasNone(cmd, "roles")
	}
	s := model.Session{}
	if r.Session != nil {
		s = *r.Session
	}
	events, none, err := o.events(cmd, engine, s)
	if err != nil {
		return err
	}
	if len(none) > 0 && len(o.back) > 0 {
		return notKept(s, none)
	}
	if o.keep {
		return o.save(cmd, a, engine, r)
	}
	if !r.Advice.TooEarly() {
		if err := nothingFollows(*r); err != nil {
			return err
		}
	}
	r.Own = changed(s, events).OwnCosts()
	a.tellNotKept(none)
	if len(events) > 0 && r.Session != nil {
		a.warn("shown, not saved; remit plan --keep saves it in session " + inQuotes(s.Name))
	}
	return nil
}

// tellNotKept says which figures were to be taken back and are not there to be.
func (a *app) tellNotKept(none []string) {
	for _, word := range none {
		a.warn("nothing to take back: no figure is kept for " + word)
	}
}

// changed is a session with changes that nobody has saved.
func changed(s model.Session, events []model.Event) model.Session {
	for _, e := range events {
		e.Seq, e.At = s.Seq, s.Updated
		s = s.Apply(e)
	}
	return s
}

// save keeps the changes with the session of a report. They are worked out on the session
// as it is when they are written.
func (o *costOptions) save(cmd *cobra.Command, a *app, e *advisor.Engine, r *report.Report) error {
	if r.Session == nil {
		return misused(cmd, "Name a session; remit sessions list shows all. Without --keep the figures are only shown.", "--keep: the answers are from no session")
	}
	keep, err := a.sessions()
	if err != nil {
		return err
	}
	var none []string
	s, saved, err := a.judgedSave(cmd.Context(), keep, *r.Session, func(s model.Session) (events []model.Event, err error) {
		if events, none, err = o.events(cmd, e, s); slices.Equal(changed(s, events).Costs, s.Costs) {
			return nil, err
		}
		return events, err
	})
	if err != nil {
		return err
	}
	a.tellNotKept(none)
	switch {
	case saved:
		a.warn("saved in session " + inQuotes(s.Name))
	case len(o.own) > 0:
		a.warn("nothing to change: session " + inQuotes(s.Name) + " keeps these figures already")
	default:
		a.warn("nothing to change in session " + inQuotes(s.Name))
	}
	r.Session.Costs, r.Session.Updated, r.Own = s.Costs, s.Updated.Local(), s.OwnCosts()
	return nil
}

// events are the changes in the order: all back, some back, new ones. A figure is changed
// once. none are the flags that take back what s does not keep.
func (o *costOptions) events(cmd *cobra.Command, e *advisor.Engine, s model.Session) (events []model.Event, none []string, err error) {
	switch {
	case o.allBack && len(s.Costs) > 0:
		events = append(events, model.Event{Kind: model.EventPriced})
	case o.allBack:
		none = append(none, "any role")
	}
	for _, word := range o.back {
		back, err := takenBack(cmd, e, s, word)
		if err != nil {
			return nil, nil, err
		}
		if !slices.ContainsFunc(back, func(c model.Event) bool { return figure(s.Costs, model.OwnCost{Role: c.Role, Per: c.Per}) != nil }) {
			none = append(none, model.Quote(word))
		}
		left := changed(s, events).Costs // what an earlier flag took back is not taken back again
		for _, c := range back {
			if slices.ContainsFunc(left, func(l model.OwnCost) bool { return l.Role == c.Role && l.Per == c.Per }) {
				events = append(events, c)
			}
		}
	}
	backs := len(events)
	for _, word := range o.own {
		c, err := ownCost(cmd, e, word)
		if err != nil {
			return nil, nil, err
		}
		of := func(x model.Event) bool { return x.Role == c.Role && x.Per == c.Per }
		if slices.ContainsFunc(events[:backs], of) {
			return nil, nil, misused(cmd, "Leave --take-back out: a new figure replaces the old one.", "--cost %s: the figure for %s by the %s is taken back and given at once", model.Quote(word), c.Role, c.Per)
		}
		if slices.ContainsFunc(events[backs:], of) {
			return nil, nil, misused(cmd, "Say it once.", "--cost %s: the figure for %s by the %s is given twice", model.Quote(word), c.Role, c.Per)
		}
		events = append(events, c.Event())
	}
	return events, none, nil
}

// here leaves the published costs of one country.
func (o *costOptions) here(cmd *cobra.Command, r *report.Report) error {
	if len(r.Book.Costs) == 0 {
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
	fits := func(name string) bool { return strings.Contains(strings.ToLower(name), strings.ToLower(o.country)) }
	if !slices.ContainsFunc(known, fits) {
		return misused(cmd, "There are figures from "+andList(known)+".", "--country: there are no figures from %s", model.Quote(o.country))
	}
	r.Country = o.country
	return nil
}
