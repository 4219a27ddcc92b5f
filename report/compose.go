package report

import (
	"fmt"
	"slices"

	"remit/model"
)

// compose turns a report into a document: the verdict first, then what a doubtful
// reader asks next, in that order.
func compose(r Report) document {
	d := document{title: model.Clean(r.title())}
	d.add("", verdict(r)...)
	d.add("Three main reasons", mainReasons(r))
	d.add("The five, compared", compared(r))
	d.add("What does not fit together", findings(r, r.Advice.Misfits))
	d.add("What to take care of", findings(r, r.Advice.Warnings))
	d.add("What would change the advice", flips(r)...)
	d.add("What is not known", unknown(r)...)
	d.add("Why not one of the others", whyNot(r))
	for _, rank := range r.Advice.Ranking {
		d.add("Every reason: "+r.Framework.Structure(rank.Structure).Title, allReasons(r, rank.Structure)...)
	}
	d.add("Where the sources disagree", dissents(r))
	d.add("What was answered", answers(r))
	d.add("Sources", sources(r))
	d.add("How this was worked out", workings(r))
	return d
}

func verdict(r Report) []block {
	f, a := r.Framework, &r.Advice
	s := f.Structure(a.Recommendation)
	point := para(s.Verdict)
	if s.Verdict == "" {
		point = para(s.Title)
	}
	point.strong = true
	rest := []item{entry("Recommended: " + s.Title)}
	if then := a.Engagement.Then; then != "" {
		t := f.EngagementTerm(model.Engagement(then))
		rest = append(rest, entry("How: "+worded(t), a.Engagement.Because))
	}
	if then := a.Reporting.Then; then != "" {
		t := f.ReportingTerm(model.Reporting(then))
		rest = append(rest, entry("Reporting: "+worded(t), a.Reporting.Because))
	}
	rest = append(rest, entry("How firm: "+standing(a.Standing), margin(f, a)))
	if s.First != "" {
		rest = append(rest, entry("First: "+s.First))
	}
	return []block{point, para(s.Means), list(rest...)}
}

func worded(t model.Term) string {
	if t.Means == "" {
		return t.Title
	}
	return t.Title + ". " + t.Means
}

func mainReasons(r Report) block {
	var items []item
	for _, reason := range r.Advice.MainReasons(3) {
		items = append(items, entry(reason.Because, becauseYouSaid(r.Framework, r.Advice.Answers, reason.Questions)))
	}
	return list(items...)
}

func compared(r Report) block {
	t := table("Structure", "Points", "")
	for i, rank := range r.Advice.Ranking {
		note := ""
		switch {
		case rank.Excluded:
			note = "ruled out"
		case i == 0:
			note = "recommended"
		case !slices.Contains(r.Advice.Outlook.Possible, rank.Structure):
			note = "out of reach: no further answer leads there"
		}
		t.row(r.Framework.Structure(rank.Structure).Title, fmt.Sprint(rank.Points), note)
	}
	return t
}

func findings(r Report, found []model.Finding) block {
	var items []item
	for _, f := range found {
		text := f.Because
		if f.Title != "" {
			text = f.Title + ". " + f.Because
		}
		do := f.Do
		if do != "" {
			do = "What to do: " + do
		}
		items = append(items, entry(text, do,
			becauseYouSaid(r.Framework, r.Advice.Answers, f.Questions), cited(f.Sources)))
	}
	return list(items...)
}

func unknown(r Report) []block {
	var items []item
	idle := 0
	for _, u := range r.Advice.Unknown {
		text := short(r.Framework, u.Question) + ": " + said(r.Framework, u.Question, model.Answer{Kind: u.Said})
		switch {
		case len(u.Could) > 0:
			items = append(items, entry(text, "An answer alone could turn the advice to "+titles(r.Framework, u.Could)+"."))
		case u.Matters:
			items = append(items, entry(text, "It could move the points, but not turn the advice by itself."))
		default:
			idle++
		}
	}
	blocks := []block{list(items...)}
	if idle > 0 {
		blocks = append(blocks, para(fmt.Sprintf("Other questions without an answer that could not change anything here: %d.", idle)))
	}
	if next := r.Next; next.Question != "" {
		blocks = append(blocks, para("Best asked next: "+short(r.Framework, next.Question)+". "+next.Reason))
	}
	return blocks
}
