package report

import (
	"slices"
	"strings"

	"remit/model"
)

// The five structures and no change, side by side: what each is good at, what goes wrong
// with it, what it takes and what its seats cost here.

// options puts the five and "no change" side by side; after an engagement that only
// stands in for another, that one too.
func options(r Report) []block {
	t := table("Option", "Good at", "Main risk", "What it takes and costs")
	t.records = true
	for i, rank := range r.Advice.Ranking {
		o := r.option(rank.Structure)
		t.row(r.optionRow(r.optionTitle(i)+" ("+r.stands(i)+")", o)...)
		if later, _ := r.notYet(); later != "" && i == 0 {
			t.row(r.optionRow(later+" (not yet)", o.NotYet)...)
		}
		if after := r.after(); after != "" && i == 0 {
			t.row(r.optionRow(after+" (from then on, searched for from today)", o.After)...)
		}
	}
	if today := r.today(); today != "" && r.todayStands() != staysAdvised {
		t.row("No change, "+lowered(today)+" ("+r.todayStands()+")", "Nobody has to be found.", r.todayRisk(), "A day on which to look again. No new cost.")
	}
	return []block{t, para(r.optionsRead())}
}

// optionRow tells one way of leading in the four columns.
func (r Report) optionRow(head string, o *model.Contender) []string {
	row := []string{head, "", "", ""}
	if o == nil {
		return row
	}
	if o.Tradeoff != nil {
		row[1], row[2], row[3] = o.Tradeoff.Gains, o.Tradeoff.Risk, o.Tradeoff.Takes
	}
	costs := r.seatCosts(o.Costs)
	if o.Engagement == model.Founder {
		costs = []string{capital(keptByFounder) + "."}
	}
	if len(costs) == 0 && len(r.Book.Costs) > 0 {
		costs = append(costs, noFigure)
	}
	if ends := r.ends(o); ends != "" {
		costs = append(costs, ends)
	}
	row[3] = joinedBy(row[3], " ", strings.Join(costs, " "))
	return row
}

// ends says whose seat an option would end; "" if nobody's.
func (r Report) ends(o *model.Contender) string {
	if len(o.Ends) == 0 || r.rank(o.Structure).Excluded {
		return ""
	}
	names := make([]string, len(o.Ends))
	for i, id := range o.Ends {
		names[i] = "“" + r.roleTitle(id) + "”"
	}
	return "It ends the post of " + strings.Join(names, " and ") + "."
}

// optionsRead says how the comparison is to be read.
func (r Report) optionsRead() string {
	text := "One point is a nudge, two are a clear push, three to five are what most would decide by. What is ruled out stands last."
	if slices.ContainsFunc(r.Follows.Options, func(o model.Contender) bool { return r.ends(&o) != "" }) {
		text += " What ending a post saves and costs is not counted."
	}
	return text
}

// optionTitle names a structure at a place of the ranking: the first as it is advised, an
// executive who would not be there full-time as what he or she would be.
func (r Report) optionTitle(place int) string {
	if place == 0 {
		return r.Framework.InBrief(&r.Advice)
	}
	s := r.Advice.Ranking[place].Structure
	title := r.Framework.Structure(s).Title
	if o := r.option(s); o != nil && s == model.VCIO && o.Engagement == model.Provider {
		return title + ", here " + r.Framework.EngagementTerm(o.Engagement).Title
	}
	if o := r.option(s); o != nil && s != model.VCIO && o.Engagement != model.FullTime && o.Engagement != "" {
		title += ", " + r.Framework.EngagementTerm(o.Engagement).Title
	}
	return title
}

// notYet names the way that the advised one stands in for until the company has grown, and
// says why it still does; "" if it stands in for none.
func (r Report) notYet() (title, because string) {
	o := r.option(r.Advice.Recommendation)
	if o == nil || o.NotYet == nil {
		return "", ""
	}
	f := r.Framework
	return f.Structure(o.Structure).Title + ", " + f.EngagementTerm(o.NotYet.Engagement).Title, r.Advice.Engagement.Because
}

// after names the permanent way for which the advised one holds the chair; "" if it holds
// it for none.
func (r Report) after() string {
	o := r.option(r.Advice.Recommendation)
	if o == nil || o.After == nil {
		return ""
	}
	f := r.Framework
	return f.Structure(o.Structure).Title + ", " + f.EngagementTerm(o.After.Engagement).Title
}

// option is what is known of a structure for this company; nil if nothing is.
func (r Report) option(s model.Structure) *model.Contender {
	at := slices.IndexFunc(r.Follows.Options, func(o model.Contender) bool { return o.Structure == s })
	if at < 0 {
		return nil
	}
	return &r.Follows.Options[at]
}

// optionGrounds says what the comparison rests on, and what each option means.
func optionGrounds(r Report) block {
	var items []item
	for _, rank := range r.Advice.Ranking {
		if o := r.option(rank.Structure); o != nil && o.Tradeoff != nil {
			s := r.Framework.Spoken(model.Situation{Structure: o.Structure, Engagement: o.Engagement, Answers: r.Advice.Answers})
			items = append(items, entry(s.Title, s.Means, founded(o.Tradeoff.Strength)+" "+cited(o.Tradeoff.Sources)))
		}
	}
	return list(items...)
}

// stands says how the structure at a place of the ranking stands to the first.
func (r Report) stands(place int) string {
	rank, first := r.Advice.Ranking[place], r.Advice.Ranking[0]
	switch {
	case rank.Excluded:
		return "ruled out"
	case place > 0:
		return pointsOf(first.Points-rank.Points) + " behind"
	}
	return FirstTold(r.Framework, &r.Advice)
}

// seatCosts tells what the published figures for each seat span, or that somebody
// is paid for it today.
func (r Report) seatCosts(costs []model.Cost) []string {
	costs = r.here(costs)
	var lines, told []string
	for _, c := range costs {
		if slices.Contains(told, c.Role) {
			continue
		}
		told = append(told, c.Role)
		if p := r.posted(c.Role); p != nil && r.chart().filled(*p) == filledToday {
			lines = append(lines, r.roleShort(c.Role)+": "+r.paidFor(*p)+".")
			continue
		}
		lines = append(lines, r.roleShort(c.Role)+": "+spanTold(r.span(costs, c.Role))+r.ifTaken(c.Role)+".")
	}
	return lines
}

// today names who leads today; "" if nobody said.
func (r Report) today() string {
	a := r.Advice.Answers[model.Incumbent]
	q := r.Framework.Question(model.Incumbent)
	if q == nil || a.Kind != model.Option || q.Option(a.Option) == nil {
		return ""
	}
	return q.Option(a.Option).Label
}

// staysAdvised is how today's way compares where it is the advice: then its row is there
// already.
const staysAdvised = "this is the advice"

// todayStands says how today's way compares.
func (r Report) todayStands() string {
	if r.WhatIf != nil && r.WhatIf.Way != nil && r.WhatIf.Way.Stays != "" {
		return staysAdvised
	}
	return "not the advice"
}

// todayRisk is what goes on if nothing changes: what does not fit between today's way and
// the advice, or else what today's answers say by themselves.
func (r Report) todayRisk() string {
	var own, rest []string
	for _, x := range r.Advice.Misfits {
		if rule := r.Framework.Rule(x.Rule); rule != nil && slices.Contains(x.Questions, model.Incumbent) {
			own = append(own, x.Because)
		} else {
			rest = append(rest, x.Because)
		}
	}
	if found := slices.Concat(own, rest); len(found) > 0 {
		return found[0]
	}
	return r.stayingOn()
}

// stayingOn is what today's way is like, where nothing in the answers speaks against it.
func (r Report) stayingOn() string {
	o := r.Framework.Question(model.Incumbent).Option(r.Advice.Answers[model.Incumbent].Option)
	return "It stays as it is: " + lowered(o.Help)
}
