package tui

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"remit/model"
)

// forAndAgainst splits what the rules gave the recommendation, greatest first.
func (v *verdictScreen) forAndAgainst() (pro, con []model.Reason) {
	return split(v.advice.Reasons, v.advice.Recommendation)
}

func split(reasons []model.Reason, s model.Structure) (pro, con []model.Reason) {
	for _, r := range reasons {
		switch {
		case r.Structure != s:
		case r.Points > 0:
			pro = append(pro, r)
		default:
			con = append(con, r)
		}
	}
	slices.SortStableFunc(pro, byPoints)
	slices.SortStableFunc(con, byPoints)
	return pro, con
}

// byPoints orders reasons, those first that move most.
func byPoints(a, b model.Reason) int {
	return cmp.Or(cmp.Compare(max(b.Points, -b.Points), max(a.Points, -a.Points)), strings.Compare(a.Rule, b.Rule))
}

// reasons draws contributions under a heading, each with the answers behind it.
func (v *verdictScreen) reasons(title string, list []model.Reason, w int) string {
	if len(list) == 0 {
		return ""
	}
	blocks := make([]string, 0, len(list))
	for i, r := range list {
		head := ""
		if i == 0 {
			head = v.env.theme.strong.Render(title)
		}
		blocks = append(blocks, pile(head, v.reason(r, w)))
	}
	if v.h < 14 {
		return pile(blocks...)
	}
	return stack(blocks...)
}

func (v *verdictScreen) reason(r model.Reason, w int) string {
	t := v.env.theme
	paint := t.structure(r.Structure)
	if r.Points < 0 {
		paint = t.muted
	}
	mark := fitRight(signed(r.Points), 3) + " "
	text := paint.Render(mark) + strings.TrimPrefix(hang(blank(width(mark)), r.Because, w), blank(width(mark)))
	return pile(text, tint(t.muted, indent(wrapped(v.behind(r), w-4), "    ")), v.proof(r.Strength, r.Sources, w))
}

// whyPage shows every contribution; they add up to the points shown.
func (v *verdictScreen) whyPage(w int) string {
	t, f, a := v.env.theme, v.words(), v.advice
	info := f.Spoken(a.Situation())
	pro, con := v.forAndAgainst()
	sum := 0
	for _, r := range append(slices.Clone(pro), con...) {
		sum += r.Points
	}
	blocks := []string{
		tint(t.strong, wrapped("Why "+info.Title+": "+plural(sum, "point", "points")+" in all", w)),
		v.reasons("For it", pro, w),
		v.reasons("Against it", con, w),
	}
	if len(pro)+len(con) == 0 {
		blocks = append(blocks, wrapped("No rule speaks for or against it yet; it stands first by the order in which ties fall.", w))
	}
	blocks = append(blocks,
		v.decision("How the leader is engaged", f.EngagementTerm(model.Engagement(a.Engagement.Then)), a.Engagement, w),
		v.decision("Who reports to whom", f.ReportingTerm(model.Reporting(a.Reporting.Then)), a.Reporting, w),
		v.findings(w),
	)
	if info.Means != "" {
		blocks = append(blocks, t.strong.Render("What it means")+"\n"+wrapped(info.Means, w))
	}
	return stack(blocks...)
}

// decision shows what a decision table gave, and why.
func (v *verdictScreen) decision(title string, term model.Term, d model.Decision, w int) string {
	if d.Then == "" {
		return ""
	}
	t := v.env.theme
	proof := ""
	if v.proofs && len(d.Sources) > 0 {
		proof = tint(t.muted, wrapped(sourcesText(v.words(), d.Sources), w))
	}
	return pile(t.strong.Render(title), wrapped(sentence(term.Title)+" "+d.Because, w), tint(t.muted, wrapped(term.Means, w)), proof)
}

// sentence ends a text with a full stop and starts it with a capital.
func sentence(s string) string {
	if s == "" {
		return ""
	}
	return capital(s) + "."
}

// capital begins a text with a capital letter.
func capital(s string) string {
	first, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return string(unicode.ToUpper(first)) + s[n:]
}

// othersPage says of each other structure why it was not recommended.
func (v *verdictScreen) othersPage(w int) string {
	blocks := []string{v.ranking(w)}
	for _, n := range v.advice.WhyNot {
		blocks = append(blocks, v.whyNot(n, w))
	}
	return stack(blocks...)
}

func (v *verdictScreen) whyNot(n model.WhyNot, w int) string {
	t, f := v.env.theme, v.words()
	info := f.Structure(n.Structure)
	place := plural(n.Gap, "point", "points") + " behind"
	if n.Excluded {
		place = "ruled out"
	}
	paint := t.structure(n.Structure).Bold(true)
	blocks := []string{paint.Render(cut(info.Letter+" Why not "+info.Title, w)) + t.muted.Render(cut("  "+place, max(w-width(info.Title)-10, 0)))}
	for _, id := range v.excluders(n.Structure) {
		if r := f.Rule(id); r != nil {
			questions := make([]string, len(r.When))
			for i, c := range r.When {
				questions[i] = c.Question
			}
			blocks = append(blocks, pile(hang("  "+glyphCross+" ", r.Because, w),
				tint(t.muted, indent(wrapped("Because you said: "+quotes(f, questions, v.advice.Answers), w-4), "    ")),
				v.proof(r.Strength, r.Sources, w)))
		}
	}
	for _, r := range n.Decisive {
		blocks = append(blocks, v.separating(n.Structure, r, w))
	}
	blocks = append(blocks, v.waysTo(n.Structure, w))
	if v.h < 14 {
		return pile(blocks...)
	}
	return stack(blocks...)
}

// separating draws a reason that keeps a structure behind: one that counts
// against it, or one that counts for the recommendation alone.
func (v *verdictScreen) separating(s model.Structure, r model.Reason, w int) string {
	if r.Structure != s {
		r.Because += " That speaks for " + v.words().Structure(r.Structure).Title + "."
	}
	return v.reason(r, w)
}

func (v *verdictScreen) excluders(s model.Structure) []string {
	for _, r := range v.advice.Ranking {
		if r.Structure == s {
			return r.ExcludedBy
		}
	}
	return nil
}
