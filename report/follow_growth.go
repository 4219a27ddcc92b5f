package report

import (
	"fmt"
	"slices"
	"strings"

	"remit/model"
)

// What growth alone would change, told number by number.

// GrowthPath is what changes as the answer to one question rises.
type GrowthPath struct {
	Lead  string   // "Head count, 30 people today"
	Lines []string // "From 50 people: …"
}

// toldThresholds is how many numbers of a path are told in full; of those further off
// only such as change the advice are, the others are named.
const toldThresholds = 4

// Growth words the thresholds of an advice, a path for each question that has any.
func Growth(f *model.Framework, book *model.Playbook, as model.Answers, list []model.Threshold) (paths []GrowthPath) {
	if book == nil {
		return nil
	}
	r := Report{Framework: f, Book: book}
	for _, q := range f.Questions {
		own := slices.DeleteFunc(slices.Clone(list), func(t model.Threshold) bool { return t.Question != q.ID })
		if len(own) == 0 {
			continue
		}
		p := GrowthPath{Lead: fmt.Sprintf("%s, %s today", short(f, q.ID), quantity(&q, as[q.ID].Number))}
		var further []string
		for i, t := range own {
			if i >= toldThresholds && t.Was == t.Then {
				further = append(further, grouped(t.At))
				continue
			}
			p.Lines = append(p.Lines, fmt.Sprintf("From %s: %s.", quantity(&q, t.At), r.threshold(t)))
		}
		if len(further) > 0 {
			p.Lines = append(p.Lines, "Posts change again from: "+strings.Join(further, "; ")+".")
		}
		paths = append(paths, p)
	}
	return paths
}

// threshold words what changes at one number. Where the advice itself turns, the posts
// change with it, and a list of them would only hide that.
func (r Report) threshold(t model.Threshold) string {
	f := r.Framework
	if t.Was.Structure != t.Then.Structure {
		return "the advice turns to " + r.advisedAs(t.Then) + ", and the posts with it"
	}
	var parts []string
	if t.Was.Engagement != t.Then.Engagement {
		parts = append(parts, "no longer “"+f.EngagementTerm(t.Was.Engagement).Title+"” but “"+f.EngagementTerm(t.Then.Engagement).Title+"”")
	}
	if t.Was.Reporting != t.Then.Reporting {
		parts = append(parts, "the place is no longer “"+f.ReportingTerm(t.Was.Reporting).Title+"” but “"+f.ReportingTerm(t.Then.Reporting).Title+"”")
	}
	if len(t.Come) > 0 {
		parts = append(parts, "also "+r.titled(t.Come))
	}
	if len(t.Go) > 0 {
		parts = append(parts, "no longer "+r.titled(t.Go))
	}
	return strings.Join(parts, "; ")
}

// advisedAs names an advice as its verdict would.
func (r Report) advisedAs(a model.Advised) string {
	words := r.Framework.Recommended(&model.Advice{Recommendation: a.Structure, Engagement: model.Decision{Then: string(a.Engagement)}})
	return "“" + words + "”"
}

func (r Report) titled(roles []string) string {
	names := make([]string, len(roles))
	for i, id := range roles {
		names[i] = r.roleTitle(id)
	}
	return strings.Join(names, ", ")
}

// growth tells the numbers on the way of a company that grows.
func growth(r Report) []block {
	if !r.follows() {
		return nil
	}
	var items []item
	for _, p := range Growth(r.Framework, r.Book, r.Advice.Answers, r.Follows.Growth) {
		items = append(items, entry(p.Lead, p.Lines...))
	}
	if len(items) == 0 {
		return nil
	}
	return []block{para("Your growth path. " + GrowthIntro), list(items...)}
}

// GrowthIntro says how a growth path is meant.
const GrowthIntro = "What changes in the advice, or among the posts, if only this number rises and every other answer stays. The numbers are those of our rules; some come from sources that disagree, some are our own."

// appendThreshold writes one number of a growth path.
func appendThreshold(dst []byte, t model.Threshold) []byte {
	advised := func(name string, a model.Advised) member {
		return member{name, func(dst []byte) []byte {
			return appendObject(dst, member{"structure", func(dst []byte) []byte { return appendStructure(dst, a.Structure) }},
				orNull("engagement", string(a.Engagement)), orNull("reporting", string(a.Reporting)))
		}}
	}
	return appendObject(dst, text("question", t.Question), count("at", t.At), advised("was", t.Was), advised("then", t.Then),
		texts("come", t.Come), texts("go", t.Go))
}
