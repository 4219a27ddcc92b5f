package report_test

import (
	"remit/model"
	"remit/report"
)

// small is a framework with one of everything that a report can show.
func small() *model.Framework {
	ten := 10
	return &model.Framework{
		Ref:   model.Ref{ID: "small", Version: "1.0.0", Hash: "0123456789abcdef"},
		Title: "A small framework",
		Structures: []model.StructureInfo{
			{ID: model.CTO, Title: "CTO only", Letter: "T", Verdict: "Hire someone to lead the product's technology.",
				Means: "One executive builds what you sell.", First: "Write the charter."},
			{ID: model.CIO, Title: "CIO only", Letter: "I", Verdict: "Hire someone to lead the company's own systems."},
			{ID: model.Both, Title: "CTO and CIO", Letter: "B", Verdict: "Hire two."},
			{ID: model.Hybrid, Title: "One for both", Letter: "H", Verdict: "Hire one for both jobs."},
			{ID: model.VCIO, Title: "Virtual CIO", Letter: "V", Verdict: "Rent a CIO."},
		},
		Questions: []model.Question{
			{ID: "headcount", Kind: model.NumberQuestion, Ask: "How many people work here?", Short: "Headcount",
				Unit: "people", Max: 10_000_000},
			{ID: "technology", Kind: model.ChoiceQuestion, Ask: "What is technology here?", Short: "Technology",
				Options: []model.OptionInfo{{ID: "product", Label: "What we sell"}, {ID: "support", Label: "A help"}}},
			{ID: "estate", Kind: model.ChoiceQuestion, Ask: "How complex are your systems?", Short: "Systems",
				Options: []model.OptionInfo{{ID: "simple", Label: "Simple"}, {ID: "complex", Label: "Complex"}}},
		},
		Rules: []model.Rule{
			{ID: "R1", Effect: model.Scores, When: []model.Condition{{Question: "technology", In: []string{"product"}}},
				Points: [model.NumStructures]int{5, -2, 2, 1, -3}, Because: "What you sell is technology.",
				Strength: model.Strong, Sources: []string{"S1"}},
			{ID: "R2", Effect: model.Scores, Title: "Small", When: []model.Condition{{Question: "headcount", AtMost: &ten}},
				Points: [model.NumStructures]int{1, 0, -4, 0, 3}, Because: "You are few.", Strength: model.Weak, Sources: []string{"S2"}},
			{ID: "X1", Effect: model.Excludes, When: []model.Condition{{Question: "headcount", AtMost: &ten}},
				Exclude: []model.Structure{model.Both}, Because: "Two executives are too many for so few people."},
			{ID: "M1", Effect: model.Misfit, Title: "Few people, complex systems", When: []model.Condition{
				{Question: "headcount", AtMost: &ten}, {Question: "estate", In: []string{"complex"}}},
				Because: "So few people can hardly run that.", Do: "Count again.", Sources: []string{"S2"}},
			{ID: "W1", Effect: model.Safeguard, Title: "Name a deputy", Because: "People fall ill.", Do: "Name one."},
		},
		Engagements: []model.Term{{ID: "full-time", Title: "Full-time", Means: "An employee of the company."}},
		Reportings:  []model.Term{{ID: "to_ceo", Title: "To the CEO", Means: "The leader works for the CEO."}},
		Dissents: []model.Dissent{{ID: "D1", Question: "Should a small company have a CTO?",
			Positions: []model.Position{{Says: "Yes, early.", Sources: []string{"S1"}}, {Says: "No, later.", Sources: []string{"S2"}}},
			Handling:  "It asks what you sell."}},
		Sources: []model.Source{
			{ID: "S1", Title: "A study", Publisher: "A university", Year: "2023", URL: "https://example.org/a_study"},
			{ID: "S2", Title: "A post", Year: "n.d.", Note: "Sells the service."},
			{ID: "S3", Title: "Never cited", URL: "https://example.org/never"},
		},
	}
}

// adviceOn is what an engine would say about eight people who sell technology.
func adviceOn(f *model.Framework) model.Advice {
	a := model.Advice{
		Framework:      f.Ref,
		Answers:        model.Answers{"technology": model.Choose("product"), "headcount": model.Count(8), "estate": {Kind: model.Unsure}},
		Recommendation: model.CTO, RunnerUp: model.Hybrid, Margin: 5,
		Engagement: model.Decision{Then: "full-time", Because: "There is work for a whole week.", Sources: []string{"S1"}},
		Standing:   model.Clear, StandingWhy: "5 points ahead of One for both.",
		Outlook: model.Outlook{Possible: []model.Structure{model.CTO}, Decided: true},
		Ranking: []model.Rank{{Structure: model.CTO, Points: 6}, {Structure: model.Hybrid, Points: 1}, {Structure: model.VCIO},
			{Structure: model.CIO, Points: -2}, {Structure: model.Both, Points: -2, Excluded: true, ExcludedBy: []string{"X1"}}},
		Flips: []model.Flip{{To: model.VCIO, Changes: []model.Change{
			{Question: "technology", From: model.Choose("product"), To: model.Choose("support")},
			{Question: "estate", To: model.Choose("complex")},
			{Question: "headcount", From: model.Count(8), To: model.Count(11)}}}},
		Misfits:  []model.Finding{finding(f.Rule("M1"), "headcount", "estate")},
		Warnings: []model.Finding{finding(f.Rule("W1"))},
		Unknown:  []model.Unknown{{Question: "estate", Said: model.Unsure}},
		Dissents: f.Dissents,
	}
	for i := range 2 {
		rule := &f.Rules[i]
		for s, points := range rule.Points {
			if points != 0 {
				a.Reasons = append(a.Reasons, model.Reason{Rule: rule.ID, Structure: model.Structure(s), Points: points,
					Because: rule.Because, Questions: []string{rule.When[0].Question}, Strength: rule.Strength, Sources: rule.Sources})
			}
		}
	}
	a.WhyNot = []model.WhyNot{
		{Structure: model.Hybrid, Gap: 5, Decisive: a.Reasons[:1]},
		{Structure: model.VCIO, Gap: 6}, {Structure: model.CIO, Gap: 8},
		{Structure: model.Both, Gap: 8, Excluded: true},
	}
	return a
}

func finding(r *model.Rule, questions ...string) model.Finding {
	return model.Finding{Rule: r.ID, Title: r.Title, Because: r.Because, Do: r.Do, Questions: questions, Sources: r.Sources}
}

func sample() report.Report {
	f := small()
	a := adviceOn(f)
	return report.Report{Framework: f, Advice: a, Turns: exactly(a.Flips),
		Next: model.Next{Decided: true, Reason: "Nothing that is left could change the advice.", Left: 0}}
}

// exactly says flips as turns that allow nothing else.
func exactly(flips []model.Flip) []model.Turn {
	turns := make([]model.Turn, len(flips))
	for i, flip := range flips {
		turns[i] = model.Turn{To: flip.To, Effort: flip.Effort}
		for _, c := range flip.Changes {
			turns[i].Changes = append(turns[i].Changes, model.Widened{Change: c, Within: model.Span{Low: c.To, High: c.To}})
		}
	}
	return turns
}
