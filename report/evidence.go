package report

import (
	"fmt"
	"slices"
	"strings"

	"remit/model"
)

// The sections that carry the proof: every reason, every dissent, every source.

func whyNot(r Report) block {
	var items []item
	for _, w := range r.Advice.WhyNot {
		title := r.Framework.Structure(w.Structure).Title
		text := fmt.Sprintf("%s: %d points behind", title, w.Gap)
		switch {
		case w.Excluded:
			text = title + ": ruled out"
		case w.Gap == 1:
			text = title + ": 1 point behind"
		case w.Gap == 0:
			text = title + ": level on points, but the framework puts the other first in a tie"
		}
		items = append(items, entry(text, append(ruledOut(r, r.rank(w.Structure)), decisive(r, w)...)...))
	}
	return list(items...)
}

// ruledOut gives the sentences of the rules that exclude a structure.
func ruledOut(r Report, rank model.Rank) []string {
	var because []string
	for _, id := range rank.ExcludedBy {
		if rule := r.Framework.Rule(id); rule != nil {
			because = append(because, rule.Because)
		}
	}
	return because
}

func decisive(r Report, w model.WhyNot) []string {
	var lines []string
	for _, reason := range w.Decisive {
		line := fmt.Sprintf("%s for %s: %s", signed(reason.Points),
			r.Framework.Structure(reason.Structure).Title, reason.Because)
		lines = append(lines, line)
	}
	return lines
}

func allReasons(r Report, s model.Structure) []block {
	var pro, con []item
	for _, reason := range r.reasonsOf(s) {
		it := entry(signed(reason.Points)+"  "+reason.Because,
			becauseYouSaid(r.Framework, r.Advice.Answers, reason.Questions),
			fmt.Sprintf("rule %s, %s %s", reason.Rule, founded(reason.Strength), cited(reason.Sources)))
		if reason.Points > 0 {
			pro = append(pro, it)
		} else {
			con = append(con, it)
		}
	}
	var blocks []block
	if len(pro) > 0 {
		blocks = append(blocks, para("For it:"), list(pro...))
	}
	if len(con) > 0 {
		blocks = append(blocks, para("Against it:"), list(con...))
	}
	return blocks
}

// everyReason tells each rule that counts once, with what it gives to each structure and
// takes from it; those that matter most to the best structure come first.
func everyReason(r Report) []block {
	var items []item
	var told []string
	for _, rank := range r.Advice.Ranking {
		for _, reason := range r.reasonsOf(rank.Structure) {
			if slices.Contains(told, reason.Rule) {
				continue
			}
			told = append(told, reason.Rule)
			items = append(items, entry(reason.Because, r.shares(reason.Rule),
				becauseYouSaid(r.Framework, r.Advice.Answers, reason.Questions),
				fmt.Sprintf("rule %s, %s %s", reason.Rule, founded(reason.Strength), cited(reason.Sources))))
		}
	}
	var sums []string
	for _, rank := range r.Advice.Ranking {
		sums = append(sums, fmt.Sprintf("%s %d", r.Framework.Structure(rank.Structure).Title, rank.Points))
	}
	return []block{para("What each reason adds to some of the five or takes from them. All of it comes to: " + strings.Join(sums, ", ") + "."), list(items...)}
}

// shares says what a rule gives to each structure: "CTO only +2, Virtual CIO -1".
func (r Report) shares(rule string) string {
	var parts []string
	for _, rank := range r.Advice.Ranking {
		for _, x := range r.reasonsOf(rank.Structure) {
			if x.Rule == rule {
				parts = append(parts, r.Framework.Structure(rank.Structure).Title+" "+signed(x.Points))
			}
		}
	}
	return strings.Join(parts, ", ")
}

func founded(s model.Strength) string {
	switch s {
	case model.Strong:
		return "well founded"
	case model.Medium:
		return "widely held"
	}
	return "one voice or our own reading"
}

func dissents(r Report) block {
	var items []item
	for i := range r.Advice.Dissents {
		items = append(items, dissentItem(&r.Advice.Dissents[i]))
	}
	return list(items...)
}

func answers(r Report) block {
	t := table("Question", "Answer")
	for _, q := range r.Framework.Questions {
		if a, ok := r.Advice.Answers[q.ID]; ok {
			t.row(short(r.Framework, q.ID), said(r.Framework, q.ID, a))
		}
	}
	return t
}

// sourceList lists those sources, in the order of the framework.
func sourceList(f *model.Framework, used []string) block {
	var items []item
	for _, s := range f.Sources {
		if !slices.Contains(used, s.ID) {
			continue
		}
		text := "[" + s.ID + "] " + s.Title
		for _, more := range []string{s.Publisher, s.Year} {
			if more != "" {
				text += ", " + more
			}
		}
		it := entry(text, s.Note)
		it.link = model.Clean(s.URL)
		items = append(items, it)
	}
	return list(items...)
}

// citations gives the ids of all sources that an advice names.
func citations(a *model.Advice) []string {
	ids := slices.Concat(a.Engagement.Sources, a.Reporting.Sources)
	for _, x := range a.Reasons {
		ids = append(ids, x.Sources...)
	}
	for _, x := range slices.Concat(a.Misfits, a.Warnings) {
		ids = append(ids, x.Sources...)
	}
	for _, d := range a.Dissents {
		for _, p := range d.Positions {
			ids = append(ids, p.Sources...)
		}
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

func workings(r Report) block {
	ref := r.Framework.Ref
	return para(fmt.Sprintf("Each rule of the framework whose conditions the answers meet gives or takes points; "+
		"the structure with the most points that no rule forbids is recommended. "+
		"The points weigh reasons against each other and are no probabilities. "+
		"Framework %s, version %s, content %s.", ref.ID, ref.Version, ref.Hash))
}
