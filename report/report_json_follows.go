package report

import "remit/model"

// appendFollows writes what follows from the advice; null where there is nothing.
func (r Report) appendFollows(dst []byte) []byte {
	if !r.follows() {
		return append(dst, "null"...)
	}
	return appendObject(dst, r.followMembers()...)
}

func (r Report) followMembers() []member {
	d := r.Follows
	return []member{
		many("posts", d.Posts, r.appendPost),
		texts("dropped", d.Dropped),
		many("unsure", d.Unsure, func(dst []byte, u model.Unsettled) []byte {
			return appendObject(dst, text("role", u.Role), texts("questions", u.Questions))
		}),
		member{"matrix", r.appendMatrix},
		many("remarks", d.Remarks, func(dst []byte, x model.Remark) []byte {
			return appendObject(dst, text("kind", string(x.Kind)), orNull("activity", x.Activity), orNull("role", x.Role), text("text", x.Text))
		}),
		many("charters", d.Charters, r.appendCharter),
		many("practices", d.Practices, r.appendPractice),
		many("plan", d.Plan, r.appendPlanStep),
		many("symptoms", d.Symptoms, func(dst []byte, x model.Symptom) []byte {
			return appendObject(dst, append([]member{text("id", x.ID), text("sign", x.Sign), text("do", x.Do)}, founding(x.Strength, x.Sources)...)...)
		}),
		many("triggers", d.Triggers, func(dst []byte, x model.Trigger) []byte {
			return appendObject(dst, append([]member{text("id", x.ID), text("event", x.Event), text("look", x.Look), orNull("question", x.Question)}, founding(x.Strength, x.Sources)...)...)
		}),
		many("growth", d.Growth, appendThreshold),
		many("legal_points", d.LegalPoints, func(dst []byte, x model.LegalPoint) []byte {
			return appendObject(dst, append([]member{text("id", x.ID), text("ask", x.Ask), text("because", x.Because)}, founding(x.Strength, x.Sources)...)...)
		}),
		many("costs", r.here(d.Costs), appendCost),
		many("own_costs", r.Own, r.appendOwnCost),
		texts("compared", r.compared()),
		many("alternatives", d.Alternatives, appendAlternative),
		many("options", d.Options, r.appendOption),
	}
}

func (r Report) appendPost(dst []byte, p model.Post) []byte {
	return appendObject(dst, text("role", p.Role), text("title", r.roleTitle(p.Role)), text("state", string(p.State)), orNull("under", p.Under),
		flag("contract", p.Contract), flag("leads", p.Leads), flag("asked", p.Asked), flag("duty", p.Duty), orNull("deputy", p.Deputy), text("because", p.Because), texts("sources", p.Sources))
}

func (r Report) appendMatrix(dst []byte) []byte {
	m := &r.Follows.Matrix
	index := make([]int, len(m.Rows))
	for i := range index {
		index[i] = i
	}
	return appendObject(dst,
		many("columns", m.Columns, func(dst []byte, id string) []byte {
			return appendObject(dst, text("role", id), text("short", r.roleShort(id)), text("title", r.roleTitle(id)))
		}),
		many("rows", index, func(dst []byte, i int) []byte { return r.appendMatrixRow(dst, m, i) }))
}

func (r Report) appendMatrixRow(dst []byte, m *model.Matrix, i int) []byte {
	row := &m.Rows[i]
	group, how := "", model.Asking("")
	if a := r.Book.Activity(row.Activity); a != nil {
		group = a.Group
	}
	if r.consults(i) {
		how = r.consultedBy(row.Activity)
	}
	return appendObject(dst,
		text("activity", row.Activity), text("title", r.activityTitle(row.Activity)), text("group", group),
		orNull("accountable", m.Accountable(i)),
		member{"letters", func(dst []byte) []byte { return appendLetters(dst, m.Columns, row.Cells) }},
		orNull("asked", string(how)),
		many("edited", edited(m.Columns, row.Cells), func(dst []byte, c model.CellEdit) []byte {
			return appendObject(dst, text("role", c.Role), orNull("instead_of", string(c.Letter)))
		}),
		text("because", r.because(i)), texts("questions", row.Questions), texts("sources", row.Sources),
		texts("unsettled", row.Unsettled), orNull("instead", row.Instead))
}

// appendLetters writes who has which letter, in the order of the columns.
func appendLetters(dst []byte, columns []string, cells []model.Cell) []byte {
	var members []member
	for i, c := range cells {
		if c.Letter != model.NoLetter {
			members = append(members, text(columns[i], string(c.Letter)))
		}
	}
	return appendObject(dst, members...)
}

// edited gives the cells that people changed, each with the letter that was there.
func edited(columns []string, cells []model.Cell) []model.CellEdit {
	var list []model.CellEdit
	for i, c := range cells {
		if c.Edited {
			list = append(list, model.CellEdit{Role: columns[i], Letter: c.Was})
		}
	}
	return list
}

func (r Report) appendCharter(dst []byte, c model.Charter) []byte {
	return appendObject(dst, append([]member{
		text("id", c.ID), text("role", c.Role), text("title", c.Title), text("mission", c.Mission),
		texts("decides", Lines(r.Book, c.Decides)), texts("asks", r.consents(&c)), texts("duties", Lines(r.Book, c.Duties)), texts("measures", r.measures(&c)),
		many("first", c.First, func(dst []byte, s model.Stage) []byte {
			return appendObject(dst, count("day", s.Day), text("do", s.Do))
		}),
		texts("interview", Lines(r.Book, c.Interview)), texts("contract", Lines(r.Book, c.Contract)), texts("agenda", Lines(r.Book, c.Agenda)), texts("vetting", Lines(r.Book, c.Vetting)),
	}, founding(c.Strength, c.Sources)...)...)
}

// measures are those of the charter, or else of the role.
func (r Report) measures(c *model.Charter) []string {
	if role := r.Book.Role(c.Role); len(c.Measures) == 0 && role != nil {
		return role.Measures
	}
	return Lines(r.Book, c.Measures)
}

func (r Report) appendPractice(dst []byte, p model.Practice) []byte {
	return appendObject(dst, append([]member{
		text("id", p.ID), text("kind", string(p.Kind)), text("title", p.Title), text("do", p.Do), text("who", r.who(p.Who)),
		text("clock", string(p.Clock)), count("day", p.Day), text("because", p.Because),
	}, founding(p.Strength, p.Sources)...)...)
}

func (r Report) appendPlanStep(dst []byte, s model.PlanStep) []byte {
	return appendObject(dst, text("clock", string(s.Clock)), count("day", s.Day), text("title", s.Title), text("do", s.Do), text("who", r.who(s.Who)),
		orNull("keep", s.Keep), orNull("because", s.Because), orNull("practice", s.Practice), orNull("transition", s.Way), texts("sources", s.Sources))
}

func (r Report) appendOption(dst []byte, o model.Contender) []byte {
	t := o.Tradeoff
	if t == nil {
		t = &model.Tradeoff{}
	}
	later, after := "", ""
	if o.NotYet != nil {
		later = string(o.NotYet.Engagement)
	}
	if o.After != nil {
		after = string(o.After.Engagement)
	}
	return appendObject(dst, member{"structure", func(dst []byte) []byte { return appendStructure(dst, o.Structure) }},
		orNull("engagement", string(o.Engagement)), orNull("gains", t.Gains), orNull("risk", t.Risk), orNull("takes", t.Takes),
		many("costs", r.here(o.Costs), appendCost), texts("ends", o.Ends), orNull("not_yet", later), orNull("after", after), texts("sources", t.Sources))
}

func appendAlternative(dst []byte, a model.Alternative) []byte {
	return appendObject(dst, append([]member{
		text("id", a.ID), text("title", a.Title), text("means", a.Means), text("suits", a.Suits),
		many("posts", a.Posts, func(dst []byte, p model.AlternativePost) []byte {
			return appendObject(dst, text("title", p.Title), orNull("under", p.Under))
		}),
	}, founding(a.Strength, a.Sources)...)...)
}
