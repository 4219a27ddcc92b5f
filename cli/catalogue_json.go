package cli

import (
	"slices"

	"remit/model"
	"remit/report"
)

// The JSON form of what is looked up. Fields are only ever added.

type roleJSON struct {
	ID        string         `json:"id"`
	Title     string         `json:"title"`
	Short     string         `json:"short"`
	Level     model.Level    `json:"level"`
	Purpose   string         `json:"purpose"`
	Question  string         `json:"question"`
	DealsWith []string       `json:"deals_with"`
	Faces     []string       `json:"faces"`
	Measures  []string       `json:"measures"`
	ReportsTo string         `json:"reports_to"`
	WorksWith []tieJSON      `json:"works_with"`
	Unlike    []unlikeJSON   `json:"unlike"`
	Appears   string         `json:"appears"`
	OnChart   []string       `json:"on_chart"` // why it is there; empty if never by itself
	StandIns  []string       `json:"stand_ins"`
	AnswerFor []string       `json:"may_answer_for"` // ids of activities
	Charters  []charterJSON  `json:"charters"`
	Costs     []costJSON     `json:"costs"`
	Strength  model.Strength `json:"strength"`
	Sources   []sourceJSON   `json:"sources"`
}

type tieJSON struct {
	Role string `json:"role"`
	On   string `json:"on"`
}

type unlikeJSON struct {
	With string `json:"with"` // the id of a role, or words
	How  string `json:"how"`
}

type charterJSON struct {
	ID      string   `json:"id"`
	Title   string   `json:"title"`
	Mission string   `json:"mission"`
	Decides []string `json:"decides"`
	Asks    []string `json:"asks"`
	Duties  []string `json:"duties"`
}

type costJSON struct {
	Role       string           `json:"role"`
	Engagement model.Engagement `json:"engagement,omitempty"`
	What       string           `json:"what"`
	Payment    model.Payment    `json:"payment"`
	Low        int              `json:"low"`
	High       int              `json:"high"`
	Currency   string           `json:"currency"`
	Per        model.Period     `json:"per"`
	Country    string           `json:"country"`
	Published  string           `json:"published"`
	Note       string           `json:"note,omitempty"`
	Strength   model.Strength   `json:"strength"`
	Sources    []string         `json:"sources"`
}

type sourceJSON struct {
	ID        string `json:"id"`
	Title     string `json:"title"`
	Publisher string `json:"publisher,omitempty"`
	Year      string `json:"year,omitempty"`
	URL       string `json:"url,omitempty"`
	Note      string `json:"note,omitempty"`
}

// rolesDocument is what remit roles gives to programs: a list, also of one.
func rolesDocument(c report.Catalogue, roles []*model.Role) any {
	list := make([]roleJSON, len(roles))
	for i, r := range roles {
		list[i] = roleForJSON(c, r)
	}
	return struct {
		Framework model.Ref  `json:"framework"`
		Roles     []roleJSON `json:"roles"`
	}{c.Framework.Ref, list}
}

func roleForJSON(c report.Catalogue, r *model.Role) roleJSON {
	j := roleJSON{ID: r.ID, Title: r.Title, Short: r.Short, Level: r.Level, Purpose: r.Purpose, Question: r.Key,
		DealsWith: some(r.Focus), Faces: some(r.Faces), Measures: some(r.Measures), ReportsTo: r.Reports,
		WorksWith: []tieJSON{}, Unlike: []unlikeJSON{}, Appears: r.Appears, OnChart: []string{}, StandIns: some(r.StandIns),
		AnswerFor: []string{}, Charters: []charterJSON{}, Costs: []costJSON{}, Strength: r.Strength,
		Sources: sourcesForJSON(c.Framework, r.Sources)}
	for _, t := range r.Works {
		j.WorksWith = append(j.WorksWith, tieJSON(t))
	}
	for _, u := range r.Unlike {
		j.Unlike = append(j.Unlike, unlikeJSON(u))
	}
	for _, p := range r.Present {
		j.OnChart = append(j.OnChart, p.Because)
	}
	for _, a := range c.Book.Activities {
		if slices.ContainsFunc(a.Accountable, func(x model.Assignment) bool { return x.Role == r.ID }) {
			j.AnswerFor = append(j.AnswerFor, a.ID)
		}
	}
	for _, x := range c.Book.Charters {
		if x.Role == r.ID {
			j.Charters = append(j.Charters, charterJSON{x.ID, x.Title, x.Mission, some(report.Lines(c.Book, x.Decides)), some(report.Consents(c.Book, &x)), some(report.Lines(c.Book, x.Duties))})
		}
	}
	for _, x := range c.Book.Costs {
		if x.Role == r.ID {
			j.Costs = append(j.Costs, costForJSON(x))
		}
	}
	return j
}

func costForJSON(x model.Cost) costJSON {
	return costJSON{x.Role, x.Engagement, x.What, x.Payment, x.Low, x.High, x.Currency, x.Per, x.Country, x.Published, x.Note, x.Strength, some(x.Sources)}
}

// sourcesForJSON gives those sources whole, in the order of the framework.
func sourcesForJSON(f *model.Framework, ids []string) []sourceJSON {
	list := []sourceJSON{}
	for _, s := range f.Sources {
		if slices.Contains(ids, s.ID) {
			list = append(list, sourceJSON(s))
		}
	}
	return list
}

// some is a list that is written as one even when it is empty.
func some(list []string) []string {
	if list == nil {
		return []string{}
	}
	return list
}
