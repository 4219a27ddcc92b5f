package report

import (
	"fmt"
	"slices"
	"strings"

	"remit/model"
)

// What a page for a board tells of the other ways, of what could go wrong, and of the law.

// clearPush is how many points are more than a nudge.
const clearPush = 2

// risks are what does not fit, then what to take care of, the best founded first.
func risks(r Report) block {
	if !r.follows() {
		return block{}
	}
	var items []item
	for _, x := range r.lawless("") {
		if len(items) < toldRisks {
			items = append(items, entry(r.activityTitle(x.Activity)+": "+x.Text))
		}
	}
	for _, found := range [][]model.Finding{r.Advice.Misfits, r.byStrength(r.Advice.Warnings)} {
		for _, x := range found {
			text := x.Because
			if x.Title != "" {
				text = x.Title + ". " + x.Do
			}
			if len(items) < toldRisks {
				items = append(items, entry(text))
			}
		}
	}
	return list(items...)
}

// lawless are the remarks on laws that the matrix breaks, of one row or of all.
func (r Report) lawless(activity string) []model.Remark {
	return slices.DeleteFunc(slices.Clone(r.Follows.Remarks), func(x model.Remark) bool {
		return x.Kind != model.Broken || activity != "" && x.Activity != activity
	})
}

// guards are what to do about the risks, the best founded first.
func guards(r Report) block {
	var items []item
	for _, x := range r.byStrength(r.Advice.Warnings) {
		items = append(items, entry(joinedBy(x.Title, ". ", x.Do)))
	}
	return list(items...)
}

// riskReasons say why each of them is a risk here.
func riskReasons(r Report) block {
	var items []item
	for _, x := range r.byStrength(r.Advice.Warnings) {
		items = append(items, entry(joinedBy(x.Title, ". ", x.Because),
			becauseYouSaid(r.Framework, r.Advice.Answers, x.Questions), cited(x.Sources)))
	}
	return list(items...)
}

// byStrength puts findings into the order of what their rules rest on.
func (r Report) byStrength(found []model.Finding) []model.Finding {
	strength := func(x model.Finding) int {
		if rule := r.Framework.Rule(x.Rule); rule != nil {
			return weight(rule.Strength)
		}
		return -1
	}
	sorted := slices.Clone(found)
	slices.SortStableFunc(sorted, func(a, b model.Finding) int { return strength(b) - strength(a) })
	return sorted
}

// rejected gives each other structure a line, and one to those with the same reason.
func rejected(r Report) block {
	if !r.follows() {
		return block{}
	}
	var names, why []string
	by := map[string]int{} // where the structures stand that one rule excludes
	var told []string      // what the page says already
	for _, reason := range r.Advice.MainReasons(mainReasonsTold) {
		told = append(told, reason.Because)
	}
	for _, w := range r.Advice.WhyNot {
		title, text := r.Framework.Structure(w.Structure).Title, ""
		switch rank := r.rank(w.Structure); {
		case w.Excluded:
			text = "ruled out. " + strings.Join(ruledOut(r, rank)[:min(1, len(rank.ExcludedBy))], "")
		default:
			because := r.fresh(w, told)
			told = append(told, because)
			text = strings.TrimSpace(fmt.Sprintf("%s behind. %s", pointsOf(w.Gap), because))
		}
		if excluded := r.rank(w.Structure).ExcludedBy; len(excluded) > 0 {
			if i, same := by[excluded[0]]; same {
				names[i] += ", " + title
				continue
			}
			by[excluded[0]] = len(names)
		}
		names, why = append(names, title), append(why, text)
	}
	var items []item
	if later, because := r.notYet(); later != "" {
		items = append(items, entry(later+": not yet. "+because))
	}
	for i := range names {
		items = append(items, entry(names[i]+": "+why[i]))
	}
	return list(items...)
}

// pointsOf writes a number of points.
func pointsOf(n int) string {
	if n == 1 {
		return "1 point"
	}
	return fmt.Sprintf("%d points", n)
}

// fresh is what separates a structure from the recommended one and is not told yet: best
// what speaks against the one and for the other, then what clearly speaks against the one
// and not against the other; or else what goes wrong with it most often.
func (r Report) fresh(w model.WhyNot, told []string) string {
	best := map[string]int{}
	for _, x := range r.reasonsOf(r.Advice.Recommendation) {
		best[x.Rule] = x.Points
	}
	own := map[string]int{}
	for _, x := range r.reasonsOf(w.Structure) {
		own[x.Rule] = x.Points
	}
	separates := func(x model.Reason) int {
		const first = 100 // more than any rule gives
		switch lead := best[x.Rule] - own[x.Rule]; {
		case own[x.Rule] >= 0 || best[x.Rule] < 0:
			return 0
		case best[x.Rule] > 0:
			return first + lead
		case lead >= clearPush:
			return lead
		}
		return 0
	}
	because, most := "", 0
	for _, x := range r.reasonsOf(w.Structure) {
		if n := separates(x); n > most && !slices.Contains(told, x.Because) {
			because, most = x.Because, n
		}
	}
	if because != "" {
		return because
	}
	if o := r.option(w.Structure); o != nil && o.Tradeoff != nil {
		risk, _, more := strings.Cut(o.Tradeoff.Risk, ". ")
		if more {
			risk += "."
		}
		return risk
	}
	return ""
}

// strictly names, where the rules of the trade are heavy, who watches security and what
// to ask a lawyer first.
func strictly(r Report) []block {
	const regulation, heavy = "regulation", "heavy"
	if !r.follows() || r.Advice.Answers[regulation].Option != heavy {
		return nil
	}
	var items []item
	if p := r.posted(security); p != nil {
		items = append(items, blank("Who is our security officer? Name:"))
	}
	points := slices.Clone(r.Follows.LegalPoints)
	slices.SortStableFunc(points, func(a, b model.LegalPoint) int { return bare(a.Ask) - bare(b.Ask) })
	for _, l := range points[:min(toldLaw, len(points))] {
		items = append(items, entry("Ask a lawyer: "+l.Ask))
	}
	return []block{list(items...)}
}

// bare puts questions that hold for every trade before those that begin with an if.
func bare(ask string) int {
	if strings.HasPrefix(ask, "If ") {
		return 1
	}
	return 0
}

// resolved is the room for what the board decides.
func resolved(r Report) []block {
	if !r.follows() {
		return nil
	}
	return []block{list(blank("As advised, or otherwise and why:"), blank("By whom, on which day:"), blank("Looked at again on:"))}
}
