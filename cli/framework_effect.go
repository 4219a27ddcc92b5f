package cli

import (
	"context"
	"maps"
	"slices"

	"remit/advisor"
	"remit/model"
)

// Whose advice is another one under another framework.

// judgement is the advice on somebody, as far as two frameworks are compared by it.
type judgement struct {
	Recommendation model.Structure `json:"recommendation"`
	Engagement     string          `json:"engagement"`
	Reporting      string          `json:"reporting"`
	Standing       model.Standing  `json:"standing"`
}

// judge gives the advice on those answers that the framework of e accepts.
func judge(e *advisor.Engine, as model.Answers) judgement { return judged(brief(e, as)) }

func brief(e *advisor.Engine, as model.Answers) *model.Advice {
	var a model.Advice
	e.Brief(&a, e.Framework().Usable(as), 0)
	return &a
}

func judged(a *model.Advice) judgement {
	return judgement{a.Recommendation, a.Engagement.Then, a.Reporting.Then, a.Standing}
}

// consequences are what of a chart and a matrix is compared.
type consequences struct {
	under       map[string]string // by role that is there, the one above
	accountable map[string]string // by activity
}

func follow(e *advisor.Engine, a *model.Advice) consequences {
	d := e.Deliver(a)
	c := consequences{map[string]string{}, map[string]string{}}
	for _, post := range d.Posts {
		c.under[post.Role] = post.Under
	}
	for i, row := range d.Matrix.Rows {
		c.accountable[row.Activity] = d.Matrix.Accountable(i)
	}
	return c
}

// otherAdvice is somebody whose advice differs between two frameworks.
type otherAdvice struct {
	ID    string    `json:"id,omitempty"`
	Name  string    `json:"name,omitempty"`
	From  judgement `json:"from"`
	To    judgement `json:"to"`
	Unfit []string  `json:"unfit,omitempty"` // questions whose answer fits only one of the two
}

// effect is what another framework does to the advice on many.
type effect struct {
	Total   int           `json:"total"`
	Changed []otherAdvice `json:"changed"` // in the order given

	// On how many the chart is another one, and on how many another role answers for an
	// activity or only one of the two has it, whether the advice is the same or not.
	Charts      int `json:"charts_changed"`
	Accountable int `json:"accountable_changed"`

	// How often the advice is one that the source of a case accepts; for cases that
	// say what their source accepts.
	Known *agreed `json:"agreed,omitempty"`
}

// agreed counts agreement with the sources of cases.
type agreed struct {
	Cases int `json:"cases"`
	From  int `json:"from"`
	To    int `json:"to"`
}

// weigh adds somebody.
func (ef *effect) weigh(from, to *advisor.Engine, id, name string, as model.Answers) (was, is judgement) {
	ef.Total++
	old, changed := brief(from, as), brief(to, as)
	was, is = judged(old), judged(changed)
	before, after := follow(from, old), follow(to, changed)
	if !maps.Equal(before.under, after.under) {
		ef.Charts++
	}
	if !maps.Equal(before.accountable, after.accountable) {
		ef.Accountable++
	}
	if was != is {
		ef.Changed = append(ef.Changed, otherAdvice{id, name, was, is, fitsOne(from.Framework(), to.Framework(), as)})
	}
	return was, is
}

// fitsOne lists the questions whose answers only one of two frameworks accepts.
func fitsOne(from, to *model.Framework, as model.Answers) []string {
	was, is := from.Usable(as), to.Usable(as)
	var ids []string
	for _, id := range slices.Sorted(maps.Keys(as)) {
		if _, ok := was[id]; ok != (is[id].Kind != model.Unanswered) {
			ids = append(ids, id)
		}
	}
	return ids
}

// onSessions weighs every session that is kept and not deleted.
func (ef *effect) onSessions(ctx context.Context, keep model.Sessions, from, to *advisor.Engine) error {
	q := model.Query{Show: model.ShowAll, Limit: 1000}
	for {
		page, err := keep.List(ctx, q)
		if err != nil {
			return err
		}
		for _, s := range page.Sessions {
			ef.weigh(from, to, s.ID, s.Name, s.Answers)
		}
		if q.After = page.Cursor; q.After == "" {
			return nil
		}
	}
}

// weighCase weighs a case, and counts agreement if it says what its source accepts.
func (ef *effect) weighCase(from, to *advisor.Engine, id string, as model.Answers, expect []model.Structure) {
	was, is := ef.weigh(from, to, id, "", as)
	if len(expect) == 0 {
		return
	}
	if ef.Known == nil {
		ef.Known = &agreed{}
	}
	ef.Known.Cases++
	if slices.Contains(expect, was.Recommendation) {
		ef.Known.From++
	}
	if slices.Contains(expect, is.Recommendation) {
		ef.Known.To++
	}
}

// onPublished weighs the cases that the frameworks carry, each once.
func (ef *effect) onPublished(from, to *advisor.Engine) {
	seen := map[string]bool{}
	for _, c := range slices.Concat(to.Annex().Cases, from.Annex().Cases) {
		if !seen[c.ID] {
			seen[c.ID] = true
			ef.weighCase(from, to, c.ID, c.Facts, c.Expect)
		}
	}
}
