package report

import (
	"fmt"
	"slices"
	"strings"

	"remit/model"
)

// compose turns the advice alone into a document: the verdict first, then what a
// doubtful reader asks next, in that order.
func compose(r Report) document {
	d := headed(r)
	if r.Advice.TooEarly() {
		d.add("", undecided(r)...)
		d.add("What does not fit together", findings(r, contradictions(r)))
		d.add("What was answered", answers(r))
		d.add("Notes", noted(r))
		d.add("How this was worked out", workings(r))
		return d
	}
	d.add("", verdict(r)...)
	d.add(mainReasons(r))
	d.add("The five, compared", compared(r)...)
	d.add("What does not fit together", findings(r, r.Advice.Misfits))
	d.add("What to take care of", findings(r, r.Advice.Warnings))
	d.add("What would change the advice", turns(r.Framework, &r.Advice, r.Turns, nil)...)
	d.add("What is not known", unknown(r)...)
	d.add("Why not one of the others", whyNot(r))
	for _, rank := range r.Advice.Ranking {
		d.add("Every reason: "+r.Framework.Structure(rank.Structure).Title, allReasons(r, rank.Structure)...)
	}
	d.add("Where the sources disagree", dissents(r))
	d.add("What was answered", answers(r))
	d.add("Notes", noted(r))
	d.add("Sources", sourceList(r.Framework, d.citing(r.Framework)))
	d.add("How this was worked out", workings(r))
	return d
}

func headed(r Report) document {
	return document{title: model.Clean(r.title()), about: model.Clean(r.about())}
}

// undecided stands in place of the verdict where no answer speaks for anything: what
// the order of ties would recommend then is no advice.
func undecided(r Report) []block {
	blocks := []block{point(tooEarly), para(r.Advice.StandingWhy)}
	if q := r.Framework.Question(r.Next.Question); q != nil {
		if r.Next.Decided { // but for what does not apply
			blocks = append(blocks, para(r.Next.Reason))
		}
		return append(blocks, list(entry("Answer first: "+q.Ask, q.Why)))
	}
	var items []item
	for _, u := range r.Advice.Unknown {
		q := r.Framework.Question(u.Question)
		if q != nil && u.Said != model.NotApplicable && len(items) < 3 {
			items = append(items, entry(q.Ask))
		}
	}
	if len(items) == 0 {
		return append(blocks, para(r.Next.Reason))
	}
	return append(blocks, para("Find out first:"), list(items...))
}

// contradictions are the misfits between answers; the others measure today against
// an advice that is not given yet.
func contradictions(r Report) []model.Finding {
	return slices.DeleteFunc(slices.Clone(r.Advice.Misfits), func(m model.Finding) bool {
		rule := r.Framework.Rule(m.Rule)
		return rule == nil || len(rule.For) > 0
	})
}

func verdict(r Report) []block {
	f, a := r.Framework, &r.Advice
	first, means := "", f.Spoken(a.Situation()).Means
	if do := r.firstStep(); do != "" {
		first = "First: " + do
	}
	if f.Recommended(a) != f.Structure(a.Recommendation).Title {
		means = "" // that of the engagement is told with it
	}
	return append(opening(r), para(first), para(means), list(terms(r, worded)...))
}

// terms are the parts of the recommendation, each with its reason; named words a term.
func terms(r Report, named func(model.Term) string) []item {
	f, a := r.Framework, &r.Advice
	items := []item{entry(capital(FirstTold(f, a)) + ": " + f.Recommended(a))}
	if then := a.Engagement.Then; then != "" {
		term := f.EngagementTerm(model.Engagement(then))
		if term.Verdict != "" {
			term.Title = term.Means // the title would say once more what is recommended
			term.Means = ""
		}
		items = append(items, entry("How: "+named(term), a.Engagement.Because, cited(a.Engagement.Sources)))
	}
	if then := a.Reporting.Then; then != "" {
		items = append(items, entry("Reporting: "+named(f.ReportingTerm(model.Reporting(then))), a.Reporting.Because, cited(a.Reporting.Sources)))
	}
	return append(items, entry("How firm: "+r.firmly()))
}

func worded(t model.Term) string {
	if t.Means == "" {
		return t.Title
	}
	return t.Title + ". " + t.Means
}

const mainReasonsTold = 3

func mainReasons(r Report) (title string, reasons block) {
	var items []item
	for _, reason := range r.Advice.MainReasons(mainReasonsTold) {
		items = append(items, entry(reason.Because, becauseYouSaid(r.Framework, r.Advice.Answers, reason.Questions)))
	}
	if title = "Main reasons"; len(items) == mainReasonsTold {
		title = "Three main reasons"
	}
	return title, list(items...)
}

// compared ranks the five. What is ruled out stands last, whatever its points.
func compared(r Report) []block {
	t := table("Structure", "Points", "")
	excluded := 0
	for i, rank := range r.Advice.Ranking {
		note := ""
		switch {
		case rank.Excluded:
			excluded++
			note = strings.TrimSuffix("ruled out: "+strings.Join(ruledOut(r, rank), " "), ": ")
		case i == 0:
			note = FirstTold(r.Framework, &r.Advice)
		case r.awaited() && !slices.Contains(r.Advice.Outlook.Possible, rank.Structure):
			note = "no answer that is still missing leads there"
		}
		t.row(r.Framework.Structure(rank.Structure).Title, fmt.Sprint(rank.Points), note)
	}
	if excluded == 0 {
		return []block{t}
	}
	return []block{t, para("What is ruled out stands last, whatever its points: it may not be recommended.")}
}

// awaited reports whether an answer is still missing.
func (r Report) awaited() bool {
	return slices.ContainsFunc(r.Advice.Unknown, func(u model.Unknown) bool { return u.Said != model.NotApplicable })
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
	var apart []string
	idle := 0
	for _, u := range r.Advice.Unknown {
		text := short(r.Framework, u.Question) + ": " + said(r.Framework, u.Question, model.Answer{Kind: u.Said})
		switch {
		case u.Said == model.NotApplicable:
			apart = append(apart, short(r.Framework, u.Question))
		case len(u.Could) > 0:
			items = append(items, entry(text, "An answer alone could turn the advice to "+titles(r.Framework, u.Could)+"."))
		case len(u.Engages) > 0:
			items = append(items, entry(text, reengaged(r.Framework, u)))
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
	if len(apart) > 0 {
		blocks = append(blocks, para("Does not apply here, as was answered: "+strings.Join(apart, "; ")+"."))
	}
	return append(blocks, para(bestNext(r)))
}

// bestNext names the question to ask now, if there is one.
func bestNext(r Report) string {
	if r.Next.Question == "" {
		return ""
	}
	return "Best asked next: " + short(r.Framework, r.Next.Question) + ". " + r.Next.Reason
}
