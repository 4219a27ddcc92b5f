package report

import "remit/model"

// Report is what is known at one moment about one company: the advice with the
// framework it came from. It is put together by the caller; the writers only read
// it.
type Report struct {
	Framework *model.Framework
	Advice    model.Advice
	Session   *model.Session // nil for answers that come from a file
	Next      model.Next
}

// title names the report after the company, if somebody said who it is.
func (r Report) title() string {
	const subject = "Who should lead technology"
	if r.Session == nil {
		return subject
	}
	name := r.Session.Client
	if name == "" {
		name = r.Session.Name
	}
	if name == "" {
		return subject
	}
	return subject + " at " + name
}

// reasonsOf gives the contributions to one structure, in the order of the advice.
func (r Report) reasonsOf(s model.Structure) []model.Reason {
	var of []model.Reason
	for _, reason := range r.Advice.Reasons {
		if reason.Structure == s {
			of = append(of, reason)
		}
	}
	return of
}
