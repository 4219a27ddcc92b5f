package tui

import (
	"strings"

	"remit/model"
	"remit/report"
)

// planPage says what to do by when, how to get there from today, what to watch, what to
// ask a lawyer, and what it costs.
func (v *verdictScreen) planPage(w int) string {
	d := v.follows.look().set
	plan := stack(v.byDays(d.Plan, w), v.frictions(d.Symptoms, w), v.occasions(w), v.legal(d.LegalPoints, w))
	v.costsAt = 0
	if plan != "" {
		v.costsAt = height(plan) + 1
	}
	if text := stack(plan, v.prices(w)); text != "" {
		return text
	}
	return tint(v.env.theme.muted, wrapped("Nothing follows from this advice that would need a plan.", w))
}

// told writes an entry of the plan: what it is, what goes with it, and on request its
// sources.
func (v *verdictScreen) told(text string, notes []string, s model.Strength, sources []string, w int) string {
	const in = "    "
	parts := []string{hang("  "+v.env.theme.muted.Render(glyphBullet)+" ", text, w)}
	for _, note := range notes {
		if note != "" {
			parts = append(parts, tint(v.env.theme.muted, indent(wrapped(note, w-4), in)))
		}
	}
	if v.proofs && len(sources) > 0 {
		parts = append(parts, indent(v.follows.proof(s, sources, w-4), in))
	}
	return pile(parts...)
}

// headed puts a heading and a word of introduction above entries; nothing without any.
func (v *verdictScreen) headed(title, intro string, list []string, w int) string {
	if len(list) == 0 {
		return ""
	}
	head := pile(tint(v.env.theme.strong, wrapped(title, w)), tint(v.env.theme.muted, wrapped(intro, w)))
	if v.h < 14 {
		return pile(append([]string{head}, list...)...)
	}
	return stack(append([]string{head}, list...)...)
}

// byDays lists what to do, in the order of the days, those that count from the decision
// first.
func (v *verdictScreen) byDays(list []model.PlanStep, w int) string {
	t, told := v.env.theme, v.onPaper()
	var blocks []string
	for i := range list {
		s := &list[i]
		clock, day := "", ""
		if i == 0 || list[i-1].Clock != s.Clock {
			clock = tint(t.strong, wrapped(report.PlanClock(s.Clock), w))
		}
		if i == 0 || list[i-1].Clock != s.Clock || list[i-1].Day != s.Day {
			day = t.accent.Render(cut(report.ByDay(s), w))
		}
		notes := []string{"Seen to by " + v.who(s.Who) + "."}
		if s.Because != "" {
			notes[0] += " " + s.Because
		}
		if s.Keep != "" {
			notes = append(notes, "To keep: "+s.Keep)
		}
		parts := []string{clock, day, tint(t.strong, hang("  "+glyphBullet+" ", s.Title, w)), indent(wrapped(s.Do, w-4), "    ")}
		for _, note := range notes {
			parts = append(parts, tint(t.muted, indent(wrapped(note, w-4), "    ")))
		}
		if v.proofs {
			parts = append(parts, indent(v.follows.proof(s.Strength, s.Sources, w-4), "    "))
		}
		blocks = append(blocks, pile(parts...))
	}
	intro := ""
	if len(list) > 0 {
		intro = report.PlanClocks(told)
	}
	if way, ok := v.transition(); ok {
		intro = pile(intro, "From today's leader to this: "+sentence(way.Title)+" "+way.Stays)
	}
	return v.headed("What to do by when", intro, blocks, w)
}

// who names the post of this company that sees to something.
func (v *verdictScreen) who(text string) string {
	return report.Who(v.follows.book(), v.follows.set.Posts, text)
}

// transition gives the way from today's leader to the advice.
func (v *verdictScreen) transition() (model.Transition, bool) {
	return v.env.Engine.Transition(v.session.Answers, v.advice.Recommendation, model.Engagement(v.advice.Engagement.Then))
}

// frictions lists the signs that leaders do not get on.
func (v *verdictScreen) frictions(list []model.Symptom, w int) string {
	var blocks []string
	for _, s := range list {
		blocks = append(blocks, v.told(s.Sign, []string{"What to do: " + s.Do}, s.Strength, s.Sources, w))
	}
	return v.headed("Signs of friction", "", blocks, w)
}

// occasions lists when to look again.
func (v *verdictScreen) occasions(w int) string {
	var blocks []string
	if told := v.onPaper(); len(told.Follows.Posts) > 0 {
		told.Turns = v.turns
		for _, x := range report.Occasions(told) {
			blocks = append(blocks, v.told(x.Event, []string{x.Look}, x.Strength, x.Sources, w))
		}
	}
	return stack(v.headed("When to look again", "", blocks, w), v.growth(w))
}

// growth lists what would change if only one number rose.
func (v *verdictScreen) growth(w int) string {
	var blocks []string
	for _, p := range report.Growth(v.follows.framework(), v.follows.book(), v.advice.Answers, v.follows.set.Growth) {
		parts := []string{hang("  "+v.env.theme.muted.Render(glyphBullet)+" ", p.Lead, w)}
		for _, line := range p.Lines {
			parts = append(parts, tint(v.env.theme.muted, indent(wrapped(line, w-4), "    ")))
		}
		blocks = append(blocks, pile(parts...))
	}
	return v.headed("Your growth path", report.GrowthIntro, blocks, w)
}

// legal lists questions for a lawyer or a supervisor.
func (v *verdictScreen) legal(list []model.LegalPoint, w int) string {
	var blocks []string
	for _, x := range list {
		blocks = append(blocks, v.told(x.Ask, []string{x.Because}, x.Strength, x.Sources, w))
	}
	return v.headed("Questions for a lawyer", "To be put to a lawyer or a supervisor; these are no answers.", blocks, w)
}

// onPaper is what a report is made of, for what is told here in the same words.
func (v *verdictScreen) onPaper() report.Report {
	f := v.follows.look()
	return report.Report{Framework: v.words(), Book: f.book(), Advice: v.advice, Follows: &f.set}
}

// prices lists the company's own figures, who is paid today already, then published
// ranges, each with country, year and how well it is founded.
func (v *verdictScreen) prices(w int) string {
	f, told := v.follows, v.onPaper()
	intro := "Published figures as they stand, not converted and not adjusted. Press c to put your own beside them."
	var blocks []string
	if own := v.ownPrices(w); own != "" {
		blocks, intro = append(blocks, own), "Your own figures first; c changes them. The published ones stand as they are, not converted and not adjusted."
	}
	for _, said := range report.PaidToday(told) {
		blocks = append(blocks, hang("  "+v.env.theme.muted.Render(glyphBullet)+" ", model.Clean(said), w))
	}
	if none := report.NoCosts(told); none != "" {
		blocks = append(blocks, hang("  "+v.env.theme.muted.Render(glyphBullet)+" ", none, w))
	}
	list := report.NewCosts(told)
	for i := range list {
		c := &list[i]
		what := c.What
		if c.Engagement != "" {
			what = strings.ToLower(f.framework().EngagementTerm(c.Engagement).Title) + ", " + what
		}
		text := f.short(c.Role) + ", " + what + ": " + report.PriceRange(c)
		where := c.Country + ", " + strings.TrimSuffix(c.Published, ".") + ". " + sentence(report.FoundedPrice(c))
		sources := ""
		if v.proofs {
			sources = sourcesText(f.framework(), c.Sources)
		}
		parts := []string{hang("  "+v.env.theme.muted.Render(glyphBullet)+" ", text, w)}
		for _, note := range []string{where, c.Note, sources} {
			if note != "" {
				parts = append(parts, tint(v.env.theme.muted, indent(wrapped(note, w-4), "    ")))
			}
		}
		blocks = append(blocks, pile(parts...))
	}
	return v.headed("What it costs", intro, blocks, w)
}
