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
// only such as change the advice or how firm it is, the others are named.
const toldThresholds = 4

// nearestEnd is up to which number a path is told at least, however small the company.
const nearestEnd = 25

// nearSecond is the lead in points up to which one says that the second comes near.
const nearSecond = 4

// Growth words the thresholds of an advice, a path for each question that has any. It
// stops where the company would be another one.
func Growth(f *model.Framework, book *model.Playbook, as model.Answers, list []model.Threshold) (paths []GrowthPath) {
	if book == nil {
		return nil
	}
	r := Report{Framework: f, Book: book}
	for _, q := range f.Questions {
		own := slices.DeleteFunc(slices.Clone(list), func(t model.Threshold) bool { return t.Question != q.ID })
		if len(own) > 0 {
			paths = append(paths, r.path(&q, as[q.ID].Number, own))
		}
	}
	return paths
}

// path words what changes on the way up from today's number.
func (r Report) path(q *model.Question, today int, own []model.Threshold) GrowthPath {
	p := GrowthPath{Lead: fmt.Sprintf("%s, %s today", short(r.Framework, q.ID), quantity(q, today))}
	end := max(farTimes*today, nearestEnd)
	within := slices.DeleteFunc(slices.Clone(own), func(t model.Threshold) bool { return t.At > end })
	var further []string
	for i, t := range within {
		if i >= toldThresholds && !t.Turns() && !t.Shifts() {
			further = append(further, grouped(t.At))
			continue
		}
		p.Lines = append(p.Lines, fmt.Sprintf("From %s: %s.", quantity(q, t.At), r.threshold(t)))
	}
	if len(further) > 0 {
		p.Lines = append(p.Lines, "Posts change again from: "+strings.Join(further, "; ")+".")
	}
	if len(within) < len(own) {
		p.Lines = append(p.Lines, ended(quantity(q, end), end == farTimes*today, len(within) == 0))
	}
	return p
}

// ended says up to where a path is told, and why no further.
func ended(end string, tenfold, empty bool) string {
	if tenfold {
		end += ", ten times as many as today"
	}
	if empty {
		return "Nothing changes up to " + end + ". We look no further: other answers will have changed by then."
	}
	return "We stop at " + end + ": other answers will have changed by then."
}

// threshold words what changes at one number. Where the advice itself turns, the posts
// change with it, and a list of them would only hide that.
func (r Report) threshold(t model.Threshold) string {
	f := r.Framework
	if t.Was.Structure != t.Then.Structure {
		turned := "the advice turns to " + r.advisedAs(t.Then)
		if t.Stands.Standing != model.Clear {
			turned += " (" + string(t.Stands.Standing) + r.rival(t.Stands) + ")"
		}
		return turned + ", and the posts with it"
	}
	var parts []string
	if t.Shifts() {
		parts = append(parts, r.shift(t))
	}
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

// shift says how firm an advice becomes that stays, and what to do where it is open.
func (r Report) shift(t model.Threshold) string {
	to, rival := t.Stands.Standing, r.rival(t.Stands)
	switch {
	case to == model.Open:
		return "the advice is open" + rival + "; decide anew"
	case to == model.Leaning && t.Stood.Standing == model.Clear && t.Stands.Conflict:
		return "the advice stays and is less sure, because other answers you gave then contradict that number; answer them again"
	case to == model.Leaning && t.Stood.Standing == model.Clear:
		return "the advice stays and is less sure" + rival
	}
	return "the advice is firmer, " + string(to) + rival
}

// rival says how near the second comes, after a colon; "" where none may be advised.
func (r Report) rival(at model.Footing) string {
	second := r.Framework.Structure(at.RunnerUp).Title
	switch {
	case at.Alone:
		return ""
	case at.Margin == 0:
		return ": " + second + " is level"
	case at.Margin > nearSecond:
		return ", " + pointsOf(at.Margin) + " ahead of " + second
	}
	return ": " + second + " comes within " + pointsOf(at.Margin)
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
const GrowthIntro = "What changes in the advice, in how firm it is, or among the posts, if only this number rises and every other answer stays. The numbers are those of our rules; some come from sources that disagree, some are our own."

// appendThreshold writes one number of a growth path.
func appendThreshold(dst []byte, t model.Threshold) []byte {
	advised := func(name string, a model.Advised) member {
		return member{name, func(dst []byte) []byte {
			return appendObject(dst, member{"structure", func(dst []byte) []byte { return appendStructure(dst, a.Structure) }},
				orNull("engagement", string(a.Engagement)), orNull("reporting", string(a.Reporting)))
		}}
	}
	return appendObject(dst, text("question", t.Question), count("at", t.At), advised("was", t.Was), advised("then", t.Then),
		footing("stood", t.Stood), footing("stands", t.Stands), texts("come", t.Come), texts("go", t.Go))
}

// footing is how firm an advice is.
func footing(name string, at model.Footing) member {
	return member{name, func(dst []byte) []byte {
		return appendObject(dst, text("standing", string(at.Standing)), count("margin", at.Margin),
			member{"runner_up", func(dst []byte) []byte { return appendStructure(dst, at.RunnerUp) }}, flag("alone", at.Alone), flag("conflict", at.Conflict))
	}}
}
