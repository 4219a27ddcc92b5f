package cli

import (
	"fmt"
	"strings"

	"remit/model"
)

// The parts of a playbook in words, for comparing two of them and for telling what
// rests on a source.

// comparedBook is what of a playbook is compared, beside what of a framework is.
func comparedBook() []comparedList {
	return []comparedList{
		{"role", true, func(f contents) []thing { return worded(f.book.Roles, roleThing) }},
		{"activity", true, func(f contents) []thing { return worded(f.book.Activities, activityThing) }},
		{"separation", false, func(f contents) []thing { return worded(f.book.Separations, separationThing) }},
		{"charter", true, func(f contents) []thing { return worded(f.book.Charters, charterThing) }},
		{"practice", false, func(f contents) []thing { return worded(f.book.Practices, practiceThing) }},
		{"symptom", false, func(f contents) []thing { return worded(f.book.Symptoms, symptomThing) }},
		{"trigger", false, func(f contents) []thing { return worded(f.book.Triggers, triggerThing) }},
		{"legal point", false, func(f contents) []thing { return worded(f.book.LegalPoints, legalThing) }},
		{"cost", false, func(f contents) []thing { return worded(f.book.Costs, costThing) }},
		{"alternative", false, func(f contents) []thing { return worded(f.book.Alternatives, alternativeThing) }},
		{"tradeoff", false, func(f contents) []thing { return worded(f.book.Tradeoffs, tradeoffThing) }},
		{"explanation", true, func(f contents) []thing { return worded(f.book.Explanations, explanationThing) }},
		{"synonym", false, func(f contents) []thing { return worded(f.book.Synonyms, synonymThing) }},
	}
}

// eachSourced visits what in a playbook names sources, part by part.
func eachSourced(p *model.Playbook, visit func(part, id string, sources []string)) {
	for _, r := range p.Roles {
		visit("role", r.ID, r.Sources)
		for _, x := range r.Present {
			visit("role", r.ID, x.Sources)
		}
	}
	for _, a := range p.Activities {
		visit("activity", a.ID, a.Sources)
		for _, x := range a.Accountable {
			visit("activity", a.ID, x.Sources)
		}
	}
	for _, x := range p.Separations {
		visit("separation", x.ID, x.Sources)
	}
	for _, x := range p.Charters {
		visit("charter", x.ID, x.Sources)
	}
	for _, x := range p.Practices {
		visit("practice", x.ID, x.Sources)
	}
	for _, x := range p.Symptoms {
		visit("symptom", x.ID, x.Sources)
	}
	for _, x := range p.Triggers {
		visit("trigger", x.ID, x.Sources)
	}
	for _, x := range p.LegalPoints {
		visit("legal point", x.ID, x.Sources)
	}
	for _, x := range p.Costs {
		visit("cost", x.ID, x.Sources)
	}
	for _, x := range p.Alternatives {
		visit("alternative", x.ID, x.Sources)
	}
	for _, x := range p.Tradeoffs {
		visit("tradeoff", x.Structure.String(), x.Sources)
	}
	for _, x := range p.Explanations {
		visit("explanation", x.ID, x.Sources)
	}
}

// slashed writes a list of texts as one field.
func slashed(texts []string) string { return strings.Join(texts, " / ") }

// fitField words when something holds.
func fitField(f model.Fit) string {
	words := []string{}
	add := func(what, list string) {
		if list != "" {
			words = append(words, what+" "+list)
		}
	}
	add("for", structureIDs(f.For))
	add("engaged", joined(f.Engaged))
	add("reporting", joined(f.Reporting))
	if len(f.When) > 0 || len(words) == 0 {
		words = append(words, conditions(f.When))
	}
	return strings.Join(words, " ")
}

func joined[T ~string](ids []T) string {
	texts := make([]string, len(ids))
	for i, id := range ids {
		texts[i] = string(id)
	}
	return strings.Join(texts, ", ")
}

// numbered gives each item of a list a field of its own.
func numbered[T any](fields []wordedField, name string, list []T, word func(T) string) []wordedField {
	for i, x := range list {
		fields = append(fields, wordedField{fmt.Sprintf("%s %d", name, i+1), word(x)})
	}
	return fields
}

// grounds are the last fields of what rests on sources.
func grounds(strength model.Strength, sources []string) []wordedField {
	return []wordedField{{"strength", string(strength)}, {"sources", strings.Join(sources, ", ")}}
}

func roleThing(r model.Role) thing {
	fields := []wordedField{{"title", r.Title}, {"short", r.Short}, {"called", r.Called}, {"known", slashed(r.Known)}, {"level", string(r.Level)}, {"purpose", r.Purpose}, {"key", r.Key},
		{"focus", slashed(r.Focus)}, {"faces", slashed(r.Faces)}, {"measures", slashed(r.Measures)}, {"reports", r.Reports},
		{"appears", r.Appears}, {"leads", fmt.Sprint(r.Leads)}, {"seat", fmt.Sprint(r.Seat)}, {"duty", fmt.Sprint(r.Duty)}, {"counted", r.Counted}, {"today", joined(r.Today)}, {"stand-ins", joined(r.StandIns)}}
	fields = numbered(fields, "works", r.Works, func(x model.Tie) string { return x.Role + ": " + x.On })
	fields = numbered(fields, "unlike", r.Unlike, func(x model.Contrast) string { return x.With + ": " + x.How })
	fields = numbered(fields, "present", r.Present, func(x model.Presence) string {
		return readBeside(model.Beside{Without: x.Without}, fitField(x.Fit)) + dutyField(x.Duty) + ": " + x.Because + sourced(x.Sources)
	})
	fields = numbered(fields, "contract", r.Contract, func(x model.Presence) string {
		return fitField(x.Fit) + dutyField(x.Duty) + ": " + x.Because + sourced(x.Sources)
	})
	fields = numbered(fields, "deputy", r.Deputies, func(x model.Deputy) string { return x.For + ": " + joined(x.Roles) })
	fields = numbered(fields, "under", r.Under, func(x model.Line) string { return x.Role + " " + fitField(x.Fit) })
	return thing{r.ID, append(fields, grounds(r.Strength, r.Sources)...)}
}

// dutyField marks a presence that is no post of its own.
func dutyField(duty bool) string {
	if duty {
		return " (a duty)"
	}
	return ""
}

func activityThing(a model.Activity) thing {
	fields := []wordedField{{"title", a.Title}, {"group", a.Group}, {"what", a.What}, {"overlap", fmt.Sprint(a.Overlap)}, {"daily", fmt.Sprint(a.Daily)}, {"asked", string(a.Asked)}, {"dispute", a.Dispute},
		{"responsible", partWords(a.Responsible)}, {"consulted", partWords(a.Consulted)}, {"informed", partWords(a.Informed)}}
	fields = numbered(fields, "needed", a.Needed, fitField)
	fields = numbered(fields, "accountable", a.Accountable, func(x model.Assignment) string {
		return x.Role + " " + fitField(x.Fit) + ": " + x.Because + sourced(x.Sources)
	})
	return thing{a.ID, append(fields, grounds(a.Strength, a.Sources)...)}
}

// partWords tells who takes part, and where not always.
func partWords(list []model.Part) string {
	words := make([]string, len(list))
	for i, x := range list {
		words[i] = x.Role
		if fit := fitField(x.Fit); fit != "always" {
			words[i] += " (" + fit + ")"
		}
	}
	return strings.Join(words, ", ")
}

func separationThing(x model.Separation) thing {
	others := make([]string, len(x.Others))
	for i, d := range x.Others {
		others[i] = dutyWords(d)
	}
	return thing{x.ID, []wordedField{{"title", x.Title}, {"one", dutyWords(x.One)}, {"others", strings.Join(others, ", ")}, {"when", conditions(x.When)},
		{"because", x.Because}, {"sources", strings.Join(x.Sources, ", ")}}}
}

func dutyWords(d model.Duty) string {
	if d.Role != "" {
		return "being " + d.Role
	}
	return string(d.Letter) + " of " + d.Activity
}

func charterThing(c model.Charter) thing {
	fields := []wordedField{{"title", c.Title}, {"role", c.Role}, {"deputy", c.Deputy}, {"holds", fitField(c.Fit)}, {"mission", c.Mission}, {"decides", slashed(clauses(c.Decides))},
		{"asks", slashed(consents(c.Asks))}, {"duties", slashed(clauses(c.Duties))}, {"measures", slashed(clauses(c.Measures))}, {"interview", slashed(clauses(c.Interview))},
		{"contract", slashed(clauses(c.Contract))}, {"agenda", slashed(clauses(c.Agenda))}, {"vetting", slashed(clauses(c.Vetting))}}
	fields = numbered(fields, "first", c.First, func(s model.Stage) string { return readBeside(s.Beside, fmt.Sprintf("day %d: %s", s.Day, s.Do)) })
	return thing{c.ID, append(fields, grounds(c.Strength, c.Sources)...)}
}

func clauses(list []model.Clause) []string {
	texts := make([]string, len(list))
	for i, x := range list {
		texts[i] = readBeside(x.Beside, x.Text)
	}
	return texts
}

// readBeside adds to a line of a charter beside whom it is read, or to a reason to be
// there without whom it is one.
func readBeside(b model.Beside, text string) string {
	for _, x := range []struct {
		word  string
		roles []string
	}{{"with", b.With}, {"without", b.Without}} {
		if len(x.roles) > 0 {
			text += fmt.Sprintf(" (%s %s)", x.word, strings.Join(x.roles, ", "))
		}
	}
	return text
}

func consents(list []model.Consent) []string {
	texts := make([]string, len(list))
	for i, x := range list {
		texts[i] = strings.TrimSpace(x.Role + " " + x.Text)
	}
	return texts
}

func practiceThing(x model.Practice) thing {
	return thing{x.ID, append([]wordedField{{"title", x.Title}, {"kind", string(x.Kind)}, {"holds", fitField(x.Fit)}, {"do", x.Do}, {"charter", x.Charter}, {"who", x.Who},
		{"by", string(x.By)}, {"clock", string(x.Clock)}, {"day", fmt.Sprint(x.Day)}, {"because", x.Because}}, grounds(x.Strength, x.Sources)...)}
}

func symptomThing(x model.Symptom) thing {
	return thing{x.ID, append([]wordedField{{"sign", x.Sign}, {"holds", fitField(x.Fit)}, {"do", x.Do}}, grounds(x.Strength, x.Sources)...)}
}

func triggerThing(x model.Trigger) thing {
	return thing{x.ID, append([]wordedField{{"event", x.Event}, {"holds", fitField(x.Fit)}, {"look", x.Look}, {"question", x.Question}},
		grounds(x.Strength, x.Sources)...)}
}

func legalThing(x model.LegalPoint) thing {
	return thing{x.ID, append([]wordedField{{"ask", x.Ask}, {"holds", fitField(x.Fit)}, {"because", x.Because}}, grounds(x.Strength, x.Sources)...)}
}

func costThing(x model.Cost) thing {
	return thing{x.ID, append([]wordedField{{"what", x.What}, {"payment", string(x.Payment)}, {"role", x.Role}, {"proxy", x.Proxy}, {"holds", fitField(x.Fit)}, {"engagement", string(x.Engagement)},
		{"range", fmt.Sprintf("%d to %d %s a %s", x.Low, x.High, x.Currency, x.Per)}, {"country", x.Country}, {"published", x.Published},
		{"note", x.Note}}, grounds(x.Strength, x.Sources)...)}
}

func tradeoffThing(x model.Tradeoff) thing {
	fields := numbered([]wordedField{{"gains", x.Gains}, {"risk", x.Risk}, {"takes", x.Takes}}, "instead", x.Instead, func(w model.OtherTradeoff) string {
		return fitField(w.Fit) + ": " + slashed([]string{w.Gains, w.Risk, w.Takes, string(w.Strength)}) + sourced(w.Sources)
	})
	return thing{x.Structure.String(), append(fields, grounds(x.Strength, x.Sources)...)}
}

func alternativeThing(x model.Alternative) thing {
	fields := []wordedField{{"title", x.Title}, {"holds", fitField(x.Fit)}, {"means", x.Means}, {"suits", x.Suits}}
	fields = numbered(fields, "post", x.Posts, func(p model.AlternativePost) string { return p.Title + " under " + orNothing(p.Under) })
	return thing{x.ID, append(fields, grounds(x.Strength, x.Sources)...)}
}

func explanationThing(x model.Explanation) thing {
	fields := numbered([]wordedField{{"ask", x.Ask}, {"asked", slashed(x.Asked)}}, "paragraph", x.Answer, func(text string) string { return text })
	return thing{x.ID, append(fields, wordedField{"roles", joined(x.Roles)}, wordedField{"dissents", joined(x.Dissents)},
		wordedField{"sources", strings.Join(x.Sources, ", ")})}
}

func synonymThing(x model.Synonym) thing {
	return thing{x.Means, []wordedField{{"said", joined(x.Said)}}}
}
