package report

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"remit/model"
)

// What there is to say about each kind of topic.

func (c Catalogue) explainExplanation(x *Explained) {
	i := slices.IndexFunc(c.Book.Explanations, func(e model.Explanation) bool { return e.ID == x.Topic.ID })
	if i < 0 {
		return
	}
	e := &c.Book.Explanations[i]
	x.Answer, x.Roles, x.Dissents, x.Sources = e.Answer, e.Roles, e.Dissents, slices.Clone(e.Sources)
	if strings.Contains(e.ID, "cost") {
		x.Costs = c.costsOf(e.Roles)
		for _, cost := range x.Costs {
			x.Sources = append(x.Sources, cost.Sources...)
		}
	}
	if a := c.Book.Activity(e.ID); a != nil {
		x.tell("Who answers for it, by structure", c.accountable(a)...)
	}
	x.See = rolesCommand(e.Roles)
}

// rolesCommand is the command that puts roles side by side, as many as fit there and
// on one line: half a command does harm.
func rolesCommand(ids []string) []string {
	const (
		most = 4
		room = 70
	)
	if len(ids) == 0 {
		return nil
	}
	command := "remit roles " + ids[0]
	for _, id := range ids[1:min(most, len(ids))] {
		if len(command)+1+len(id) > room {
			break
		}
		command += " " + id
	}
	return []string{command}
}

func (c Catalogue) explainQuestion(x *Explained, q *model.Question) {
	x.say(q.Why, q.Help)
	var options []Statement
	for _, o := range q.Options {
		options = append(options, statement(o.Label+" ("+o.ID+")", o.Help))
	}
	if q.Kind == model.NumberQuestion {
		options = append(options, statement(grouped(q.Min)+" to "+quantity(q, q.Max)))
	}
	x.tell("What can be answered", append(options, statement("unsure, n/a (does not apply), later (to be found out)"))...)
	var examples []Statement
	for _, e := range q.Examples {
		examples = append(examples, statement(e))
	}
	x.tell("Examples", examples...)
	var rules []Statement
	for _, effect := range []model.Effect{model.Excludes, model.Scores, model.Misfit, model.Safeguard} {
		for i := range c.Framework.Rules {
			if r := &c.Framework.Rules[i]; r.Effect == effect && asks(r, q.ID) {
				rules = append(rules, statement(r.Because, c.applies(r), "rule "+r.ID))
				x.Sources = append(x.Sources, r.Sources...)
			}
		}
	}
	x.tell("What the answer does", rules...)
}

func asks(r *model.Rule, question string) bool {
	return slices.ContainsFunc(r.When, func(cond model.Condition) bool { return cond.Question == question })
}

// applies says where a rule applies and what it does there.
func (c Catalogue) applies(r *model.Rule) string {
	return capital(c.whenever(model.Fit{When: r.When})) + ": " + c.does(r)
}

// does says what a rule does when it applies.
func (c Catalogue) does(r *model.Rule) string {
	switch r.Effect {
	case model.Scores:
		var parts []string
		for _, s := range model.Structures() {
			if p := r.Points[s]; p != 0 {
				parts = append(parts, signed(p)+" "+c.Framework.Structure(s).Title)
			}
		}
		return strings.Join(parts, ", ")
	case model.Excludes:
		return "rules out " + titles(c.Framework, r.Exclude)
	case model.Misfit:
		return "shown as something that does not fit together" + c.onlyFor(r)
	}
	return "shown as something to take care of" + c.onlyFor(r)
}

func (c Catalogue) onlyFor(r *model.Rule) string {
	if len(r.For) == 0 {
		return ""
	}
	return ", if the advice is " + titles(c.Framework, r.For)
}

func (c Catalogue) explainRule(x *Explained, r *model.Rule) {
	x.say(r.Because)
	if r.Do != "" {
		x.say("What to do: " + r.Do)
	}
	when := []Statement{statement("always")}
	if len(r.When) > 0 {
		when = nil
	}
	for _, cond := range r.When {
		when = append(when, statement(capital(c.condition(cond)), "question "+cond.Question))
	}
	x.tell("When it applies: all of these", when...)
	x.tell("What it does", statement(capital(c.does(r))))
	x.tell("How well this is known", statement(capital(founded(r.Strength))))
	x.Sources = slices.Clone(r.Sources)
}

func (c Catalogue) explainStructure(x *Explained) {
	s, _ := model.ParseStructure(x.Topic.ID)
	info := c.Framework.Structure(s)
	x.say(info.Verdict, info.Means)
	if info.First != "" {
		x.say("First: " + info.First)
	}
	var rules []*model.Rule
	var against []Statement
	for i := range c.Framework.Rules {
		r := &c.Framework.Rules[i]
		switch {
		case r.Points[s] != 0:
			rules = append(rules, r)
		case slices.Contains(r.Exclude, s):
			against = append(against, statement(r.Because, capital(c.whenever(model.Fit{When: r.When})), "rule "+r.ID))
			x.Sources = append(x.Sources, r.Sources...)
		}
	}
	x.tell("What rules it out", against...)
	slices.SortStableFunc(rules, func(a, b *model.Rule) int { return cmp.Compare(b.Points[s], a.Points[s]) })
	const few = 5
	pro := slices.DeleteFunc(slices.Clone(rules), func(r *model.Rule) bool { return r.Points[s] < 0 })
	con := slices.DeleteFunc(slices.Clone(rules), func(r *model.Rule) bool { return r.Points[s] > 0 })
	slices.Reverse(con)
	x.tell("What counts for it most", c.weightiest(x, s, pro[:min(few, len(pro))])...)
	x.tell("What counts against it most", c.weightiest(x, s, con[:min(few, len(con))])...)
	for _, r := range c.Book.Roles {
		if leadsUnder(&r, s) {
			x.Roles = append(x.Roles, r.ID)
		}
	}
	for _, d := range c.Framework.Dissents {
		if slices.Equal(d.For, []model.Structure{s}) {
			x.Dissents = append(x.Dissents, d.ID)
		}
	}
	x.See = append(rolesCommand(x.Roles), "remit framework show")
}

func (c Catalogue) weightiest(x *Explained, s model.Structure, rules []*model.Rule) []Statement {
	var lines []Statement
	for _, r := range rules {
		lines = append(lines, statement(signed(r.Points[s])+"  "+r.Because, capital(c.whenever(model.Fit{When: r.When})), "rule "+r.ID))
		x.Sources = append(x.Sources, r.Sources...)
	}
	return lines
}

func (c Catalogue) explainTerm(x *Explained, t model.Term, rows []model.Row) {
	x.say(t.Means)
	if t.First != "" {
		x.say("First: " + t.First)
	}
	var lines []Statement
	for _, r := range rows {
		if r.Then == t.ID {
			lines = append(lines, statement(r.Because, capital(c.whenever(model.Fit{For: r.For, When: r.When})), cited(r.Sources)))
			x.Sources = append(x.Sources, r.Sources...)
		}
	}
	x.tell("When remit advises it: the first line of its table that fits", lines...)
}

func (c Catalogue) explainRole(x *Explained, r *model.Role) {
	x.say(r.Purpose, "Its question: “"+r.Key+"”", "Reports to: "+r.Reports)
	x.tell("What it looks after", unnoted(r.Focus)...)
	x.tell("How its work is measured", unnoted(r.Measures)...)
	var unlike []Statement
	for _, u := range r.Unlike {
		unlike = append(unlike, statement(c.named(u.With)+": "+u.How))
	}
	x.tell("Not to be confused with", unlike...)
	var asked []Statement
	for _, e := range c.Book.Explanations {
		if slices.Contains(e.Roles, r.ID) {
			asked = append(asked, statement(e.Ask, "remit explain "+e.ID))
		}
	}
	x.tell("Questions that people ask about it", asked...)
	x.Sources = slices.Clone(r.Sources)
	x.See = rolesCommand([]string{r.ID})
}

func (c Catalogue) explainLaw(x *Explained) {
	i := slices.IndexFunc(c.Framework.Laws, func(l model.Law) bool { return l.ID == x.Topic.ID })
	if i < 0 {
		return
	}
	l := &c.Framework.Laws[i]
	x.say(l.Because)
	what := "Never advised: " + titles(c.Framework, l.Never)
	if l.Rising != "" {
		what = fmt.Sprintf("More of %s never moves the advice away from %s", small(c.Framework, l.Rising), titles(c.Framework, l.Keeps))
	}
	if len(l.When) > 0 {
		what += ", where " + c.conditions(l.When)
	}
	x.tell("What it promises for every company", statement(what))
	x.See = []string{"remit verify"}
}

func (c Catalogue) explainPractice(x *Explained) {
	i := slices.IndexFunc(c.Book.Practices, func(p model.Practice) bool { return p.ID == x.Topic.ID })
	if i < 0 {
		return
	}
	p := &c.Book.Practices[i]
	x.say(p.Do, p.Because)
	x.tell("Who and when", statement("Seen to by "+p.Who), statement(dueBy(p.Clock, p.Day)), statement(capital(c.whenever(p.Fit))))
	x.tell("How well this is known", statement(capital(founded(p.Strength))))
	x.Sources = slices.Clone(p.Sources)
}
