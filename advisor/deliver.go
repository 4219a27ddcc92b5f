package advisor

import "remit/model"

// Deliver works out what follows from an advice: posts, matrix, charters, practices
// and what else the playbook has for its situation. A framework without a playbook
// gives nothing.
func (e *Engine) Deliver(a *model.Advice) model.Deliverables {
	d := deliver(e.Playbook(), e.known(a.Situation()))
	way, _ := e.Transition(a.Answers, a.Recommendation, model.Engagement(a.Engagement.Then))
	d.Plan = planned(&d, &way, model.Engagement(a.Engagement.Then))
	d.Growth = e.growth(a.Answers)
	d.Options = e.options(a)
	for _, b := range e.Breaches(&d.Matrix, a.Situation()) { // of a framework that was not verified
		d.Remarks = append(d.Remarks, model.Remark{Kind: model.Broken, Activity: b.Activity, Role: b.Role, Text: "This breaks a law. " + b.Text})
	}
	return d
}

// known says of a situation which missing answers are no news.
func (e *Engine) known(s model.Situation) model.Situation {
	for i := range e.f.Questions {
		if q := &e.f.Questions[i]; q.RuledOut(s.Answers) {
			s.Moot = append(s.Moot, q.ID)
		}
	}
	return s
}

func deliver(p *model.Playbook, s model.Situation) model.Deliverables {
	list, unsure := posts(p, s)
	there := presence(list)
	crew := newStaffed(p, s, there)
	practices := fitting(s, p.Practices, func(x model.Practice) model.Fit { return x.Fit })
	d := model.Deliverables{
		Posts: list, Unsure: unsure, Dropped: dropped(p, s.Answers, there),
		Matrix:       crew.matrix(list),
		Charters:     crew.charters(list, practices),
		Practices:    practices,
		Symptoms:     fitting(s, p.Symptoms, func(x model.Symptom) model.Fit { return x.Fit }),
		Triggers:     fitting(s, p.Triggers, func(x model.Trigger) model.Fit { return x.Fit }),
		LegalPoints:  fitting(s, p.LegalPoints, func(x model.LegalPoint) model.Fit { return x.Fit }),
		Alternatives: fitting(s, p.Alternatives, func(x model.Alternative) model.Fit { return x.Fit }),
		Costs:        crew.costs(list),
	}
	d.Remarks = crew.remarks(&d.Matrix)
	return d
}

// fitting keeps what holds in a situation.
func fitting[T any](s model.Situation, all []T, fit func(T) model.Fit) []T {
	var kept []T
	for _, x := range all {
		if fit(x).Holds(s) {
			kept = append(kept, x)
		}
	}
	return kept
}

// costs are what is published about the posts and fits a company like this one; of the
// seats that lead, for the way in which they are filled.
func (d *staffed) costs(list []model.Post) []model.Cost {
	var found []model.Cost
	for _, post := range list {
		if post.Duty {
			continue // it takes hours, and nobody is paid a salary for it
		}
		for _, c := range d.book.Costs {
			if c.Role == post.Role && c.Holds(d.in) && (c.Engagement == "" || !post.Leads || c.Engagement == d.in.Engagement) {
				found = append(found, c)
			}
		}
	}
	return found
}
