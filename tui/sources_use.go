package tui

import (
	"slices"

	"remit/advisor"
	"remit/model"
)

// sourceUse is what of one kind rests on a source, in the words that people meet.
type sourceUse struct {
	title string
	texts []string
}

// restsOn gathers what names a source, what moves the advice first.
func restsOn(e *advisor.Engine, source string) []sourceUse {
	f, b := e.Framework(), e.Playbook()
	var uses []sourceUse
	add := func(title string, texts []string) {
		if len(texts) > 0 {
			uses = append(uses, sourceUse{title, texts})
		}
	}
	add("Rules that rest on it", naming(source, f.Rules, func(r model.Rule) (string, [][]string) { return r.Because, [][]string{r.Sources} }))
	add("How the leader is engaged", naming(source, f.Engagement.Rows, func(r model.Row) (string, [][]string) { return r.Because, [][]string{r.Sources} }))
	add("To whom the leader reports", naming(source, f.Reporting.Rows, func(r model.Row) (string, [][]string) { return r.Because, [][]string{r.Sources} }))
	add("Where it disagrees with others", naming(source, f.Dissents, func(d model.Dissent) (string, [][]string) {
		var cited [][]string
		for _, p := range d.Positions {
			cited = append(cited, p.Sources)
		}
		return d.Question, cited
	}))
	add("Roles", naming(source, b.Roles, func(r model.Role) (string, [][]string) {
		cited := [][]string{r.Sources}
		for _, p := range r.Present {
			cited = append(cited, p.Sources)
		}
		return r.Title, cited
	}))
	add("Who answers for what", naming(source, b.Activities, func(a model.Activity) (string, [][]string) {
		cited := [][]string{a.Sources}
		for _, by := range a.Accountable {
			cited = append(cited, by.Sources)
		}
		return a.Title, cited
	}))
	add("Duties kept apart", naming(source, b.Separations, func(x model.Separation) (string, [][]string) { return x.Title, [][]string{x.Sources} }))
	add("Charters", naming(source, b.Charters, func(x model.Charter) (string, [][]string) { return x.Title, [][]string{x.Sources} }))
	add("What to do", naming(source, b.Practices, func(x model.Practice) (string, [][]string) { return x.Title, [][]string{x.Sources} }))
	add("From today's leader to another", naming(source, e.Annex().Transitions, func(x model.Transition) (string, [][]string) { return x.Title, [][]string{x.Sources} }))
	add("Signs of trouble", naming(source, b.Symptoms, func(x model.Symptom) (string, [][]string) { return x.Sign, [][]string{x.Sources} }))
	add("When to look again", naming(source, b.Triggers, func(x model.Trigger) (string, [][]string) { return x.Event, [][]string{x.Sources} }))
	add("What to ask a lawyer", naming(source, b.LegalPoints, func(x model.LegalPoint) (string, [][]string) { return x.Ask, [][]string{x.Sources} }))
	add("Prices", naming(source, b.Costs, func(x model.Cost) (string, [][]string) {
		words := x.What
		if r := b.Role(x.Role); r != nil {
			words = r.Short + ", " + x.What
		}
		return words, [][]string{x.Sources}
	}))
	add("Other ways to draw the chart", naming(source, b.Alternatives, func(x model.Alternative) (string, [][]string) { return x.Title, [][]string{x.Sources} }))
	add("What each way gives and takes", naming(source, b.Tradeoffs, func(x model.Tradeoff) (string, [][]string) {
		return e.Framework().Structure(x.Structure).Title, [][]string{x.Sources}
	}))
	add("Questions that people ask", naming(source, b.Explanations, func(x model.Explanation) (string, [][]string) { return x.Ask, [][]string{x.Sources} }))
	return uses
}

// naming gives, once each, the words of those things that name a source.
func naming[T any](source string, list []T, read func(T) (words string, cited [][]string)) []string {
	var texts []string
	for _, x := range list {
		words, cited := read(x)
		names := func(ids []string) bool { return slices.Contains(ids, source) }
		if slices.ContainsFunc(cited, names) && !slices.Contains(texts, words) {
			texts = append(texts, words)
		}
	}
	return texts
}
