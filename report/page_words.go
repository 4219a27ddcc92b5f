package report

import (
	"strings"

	"remit/model"
)

// condition words what a condition asks: "head count is 50 people or more".
func (c Catalogue) condition(cond model.Condition) string {
	return small(c.Framework, cond.Question) + " is " + c.satisfying(cond)
}

func (c Catalogue) satisfying(cond model.Condition) string {
	if len(cond.In) > 0 {
		words := make([]string, len(cond.In))
		for i, option := range cond.In {
			words[i] = said(c.Framework, cond.Question, model.Choose(option))
		}
		return alternatives(words)
	}
	span := model.Span{Low: model.Count(0), High: model.Count(0)}
	if q := c.Framework.Question(cond.Question); q != nil {
		span = model.Span{Low: model.Count(q.Min), High: model.Count(q.Max)}
	}
	if cond.AtLeast != nil {
		span.Low = model.Count(*cond.AtLeast)
	}
	if cond.AtMost != nil {
		span.High = model.Count(*cond.AtMost)
	}
	return spanned(c.Framework, cond.Question, span)
}

func (c Catalogue) conditions(when []model.Condition) string {
	words := make([]string, len(when))
	for i, cond := range when {
		words[i] = c.condition(cond)
	}
	return strings.Join(words, " and ")
}

// situation words a Fit; "" where it holds always.
func (c Catalogue) situation(fit model.Fit) string {
	var parts []string
	if len(fit.For) > 0 {
		parts = append(parts, "the advice is "+titles(c.Framework, fit.For))
	}
	if len(fit.Engaged) > 0 {
		words := make([]string, len(fit.Engaged))
		for i, id := range fit.Engaged {
			words[i] = c.Framework.EngagementTerm(id).Title
		}
		parts = append(parts, "the engagement is "+alternatives(words))
	}
	if len(fit.Reporting) > 0 {
		words := make([]string, len(fit.Reporting))
		for i, id := range fit.Reporting {
			words[i] = c.Framework.ReportingTerm(id).Title
		}
		parts = append(parts, "the reporting is "+alternatives(words))
	}
	if len(fit.When) > 0 {
		parts = append(parts, c.conditions(fit.When))
	}
	return strings.Join(parts, " and ")
}

// inSituation puts words before the situation that they hold in.
func (c Catalogue) inSituation(words string, fit model.Fit) string {
	if s := c.situation(fit); s != "" {
		return words + ", where " + s
	}
	return words
}
