package advisor

import (
	"cmp"
	"slices"

	"remit/model"
)

// Advise says everything about a set of answers. flips bounds the size of the flips
// it looks for, from 0 (none) to MaxFlips. Answers that the framework does not know
// count as not given; Framework.Check finds them.
func (e *Engine) Advise(as model.Answers, flips int) model.Advice {
	c := e.consider(as)
	defer e.release(c)
	var a model.Advice
	c.brief(&a, flips)
	c.addRanges(&a.Outlook)
	a.WhyNot = c.whyNot(a.Ranking)
	c.addEngages(&a)
	a.StandingWhy = c.standingWhy(&a)
	return a
}

// Brief is Advise without WhyNot, without StandingWhy, without the engagements that open
// answers lead to and without the ranges of the outlook's bars (Low and High are the
// points now), for callers who judge by the million. It writes over
// a, in the memory that its lists have already: what a held before is gone.
func (e *Engine) Brief(a *model.Advice, as model.Answers, flips int) {
	c := e.consider(as)
	defer e.release(c)
	c.brief(a, flips)
}

// consideration is one set of answers with what every part of the advice starts
// from.
type consideration struct {
	*Engine
	as    model.Answers
	sheet sheet
	open  []bool
	now   effect
	node  *node
	fired []bool // by rule
	turns *variants
}

// consider readies a consideration; release it when nothing refers to it any more.
func (e *Engine) consider(as model.Answers) *consideration {
	c, ok := e.spare.Get().(*consideration)
	if !ok {
		c = &consideration{Engine: e, node: &node{e: e}, fired: make([]bool, len(e.rules)), turns: e.newVariants(),
			sheet: make(sheet, len(e.domains)), open: make([]bool, len(e.domains))}
	}
	c.as = as
	e.read(as, c.sheet, c.open)
	c.now = e.score(c.sheet)
	c.node.reduce(c.sheet, c.open)
	for i := range e.rules {
		c.fired[i] = e.rules[i].fires(c.sheet)
	}
	return c
}

func (e *Engine) release(c *consideration) {
	c.as = nil
	e.spare.Put(c)
}

func (c *consideration) brief(a *model.Advice, flips int) {
	c.turns.fill(c.Engine, c.sheet)
	a.Framework, a.Answers, a.WhyNot, a.StandingWhy = c.f.Ref, c.as, nil, ""
	a.Recommendation = c.winner(&c.now)
	c.outlook(&a.Outlook)
	a.Ranking = c.ranking(a.Ranking[:0])
	a.RunnerUp = a.Ranking[1].Structure
	a.Margin = a.Ranking[0].Points - a.Ranking[1].Points
	if a.Ranking[1].Excluded {
		// Nobody else may be recommended: the lead is as great as a lead can matter.
		a.Margin = max(a.Margin, ClearMargin)
	}
	a.Unknown = c.unknown(a.Unknown[:0], a.Recommendation)
	a.Reasons = c.reasons(a.Reasons[:0], a.Ranking)
	a.Engagement = decide(c.f.Engagement.Rows, c.engagement, a.Recommendation, c.sheet)
	a.Reporting = decide(c.f.Reporting.Rows, c.reporting, a.Recommendation, c.sheet)
	a.Misfits = c.findings(a.Misfits[:0], model.Misfit, a)
	a.Warnings = c.findings(a.Warnings[:0], model.Safeguard, a)
	firm := c.firmness(a)
	a.Standing, a.Steady = firm.standing(), firm.steady
	a.Dissents = c.dissenting(a.Dissents[:0], a.Recommendation)
	a.Flips = c.flips(a.Flips[:0], a.Recommendation, min(flips, MaxFlips))
}

// concerns reports whether a list of structures, empty for all, covers s.
func concerns(list []model.Structure, s model.Structure) bool {
	return len(list) == 0 || slices.Contains(list, s)
}

// ranking orders the structures, excluded ones behind all others.
func (c *consideration) ranking(ranks []model.Rank) []model.Rank {
	for _, s := range model.Structures() {
		r := model.Rank{Structure: s, Points: int(c.now.points[s]), Excluded: c.now.excluded>>s&1 == 1}
		for i := range c.f.Rules {
			if !r.Excluded {
				break
			}
			if rule := &c.f.Rules[i]; c.fired[i] && rule.Effect == model.Excludes && slices.Contains(rule.Exclude, s) {
				r.ExcludedBy = append(r.ExcludedBy, rule.ID)
			}
		}
		ranks = append(ranks, r)
	}
	slices.SortStableFunc(ranks, func(a, b model.Rank) int {
		if a.Excluded != b.Excluded {
			if a.Excluded {
				return 1
			}
			return -1
		}
		return cmp.Or(cmp.Compare(b.Points, a.Points), cmp.Compare(c.order[a.Structure], c.order[b.Structure]))
	})
	return ranks
}

// decide reads a decision table.
func decide(rows []model.Row, when []compiled, s model.Structure, on sheet) model.Decision {
	for i := range rows {
		if r := &rows[i]; concerns(r.For, s) && when[i].fires(on) {
			return model.Decision{Then: r.Then, Row: r.ID, Because: r.Because, Sources: r.Sources, Before: r.Before}
		}
	}
	return model.Decision{}
}

// findings lists the misfits or the safeguards that go with an advice.
func (c *consideration) findings(list []model.Finding, kind model.Effect, a *model.Advice) []model.Finding {
	engaged := model.Engagement(a.Engagement.Then)
	for i := range c.f.Rules {
		r := &c.f.Rules[i]
		if r.Effect == kind && c.fired[i] && concerns(r.For, a.Recommendation) && (len(r.Engaged) == 0 || slices.Contains(r.Engaged, engaged)) {
			list = append(list, model.Finding{Rule: r.ID, Title: r.Title, Because: r.Because, Do: r.Do,
				Questions: c.rules[i].questions, Strength: r.Strength, Sources: r.Sources})
		}
	}
	return list
}

func (c *consideration) dissenting(list []model.Dissent, s model.Structure) []model.Dissent {
	for i := range c.dissents {
		if d := &c.f.Dissents[i]; concerns(d.For, s) && c.dissents[i].fires(c.sheet) {
			list = append(list, *d)
		}
	}
	return list
}

// unknown lists the questions without a real answer and where one answer could take
// the recommendation.
func (c *consideration) unknown(list []model.Unknown, now model.Structure) []model.Unknown {
	live := c.node.live(model.Structures())
	for q := range c.domains {
		said := c.as[c.domains[q].id].Kind
		if c.sheet[q] != silent || said == model.Option || said == model.Number {
			continue
		}
		u := model.Unknown{Question: c.domains[q].id, Said: said, Matters: live[q]}
		for _, s := range model.Structures() {
			if s != now && slices.Contains(c.turns.won[q], s) {
				u.Could = append(u.Could, s)
			}
		}
		list = append(list, u)
	}
	return list
}
