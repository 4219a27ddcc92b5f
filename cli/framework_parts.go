package cli

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"remit/advisor"
	"remit/model"
)

// What two frameworks are compared by: lists of things with ids, each thing a list
// of fields in words. A new kind of thing is one line in comparedLists and one
// function.

// thing is one part of a framework in words.
type thing struct {
	id     string
	fields []wordedField // the first one introduces the thing
}

// wordedField is one field, named by its key in the files.
type wordedField struct{ name, text string }

// comparedList is one list of a framework.
type comparedList struct {
	noun    string // one item of it
	ordered bool   // its order matters
	things  func(contents) []thing
}

// contents is a framework with what it carries beside its judgement.
type contents struct {
	*model.Framework
	annex *model.Annex
	book  *model.Playbook
}

func contentsOf(e *advisor.Engine) contents { return contents{e.Framework(), e.Annex(), e.Playbook()} }

func comparedLists() []comparedList {
	return append([]comparedList{
		{"structure", true, func(f contents) []thing { return worded(f.Structures, structureThing) }},
		{"topic", true, func(f contents) []thing { return worded(f.Topics, topicThing) }},
		{"question", true, func(f contents) []thing { return worded(f.Questions, questionThing) }},
		{"rule", false, func(f contents) []thing { return worded(f.Rules, ruleThing) }},
		{"engagement", false, func(f contents) []thing { return worded(f.Engagements, termThing) }},
		{"reporting line", false, func(f contents) []thing { return worded(f.Reportings, termThing) }},
		{"engagement row", true, func(f contents) []thing { return worded(f.Engagement.Rows, rowThing) }},
		{"reporting row", true, func(f contents) []thing { return worded(f.Reporting.Rows, rowThing) }},
		{"law", false, func(f contents) []thing { return worded(f.Laws, lawThing) }},
		{"dissent", false, func(f contents) []thing { return worded(f.Dissents, dissentThing) }},
		{"source", false, func(f contents) []thing { return worded(f.Sources, sourceThing) }},
		{"agreement count", false, func(f contents) []thing { return worded(f.Agreement.Cases, agreementThing) }},
		{"case", false, func(f contents) []thing { return worded(f.annex.Cases, caseThing) }},
		{"transition", false, func(f contents) []thing { return worded(f.annex.Transitions, transitionThing) }},
	}, comparedBook()...)
}

func worded[T any](items []T, word func(T) thing) []thing {
	things := make([]thing, len(items))
	for i, item := range items {
		things[i] = word(item)
	}
	return things
}

func headThing(f contents) thing {
	return thing{"", []wordedField{{"id", f.ID}, {"version", f.Version}, {"title", f.Title}, {"summary", f.Summary},
		{"format", fmt.Sprint(f.Format)}}}
}

func structureThing(s model.StructureInfo) thing {
	fields := []wordedField{{"title", s.Title}, {"letter", s.Letter}, {"verdict", s.Verdict}, {"means", s.Means}, {"first", s.First}, {"seat", s.Seat}}
	return thing{s.ID.String(), numbered(fields, "instead", s.Instead, func(w model.Wording) string {
		return fitField(w.Fit) + ": " + slashed([]string{w.Verdict, w.Means, w.First, w.Seat})
	})}
}

func topicThing(t model.Topic) thing {
	return thing{t.ID, []wordedField{{"title", t.Title}, {"intro", t.Intro}}}
}

func termThing(t model.Term) thing {
	return thing{t.ID, []wordedField{{"title", t.Title}, {"means", t.Means}, {"first", t.First}, {"verdict", t.Verdict},
		{"motion", t.Motion}, {"before", string(t.Before)}, {"clause", t.Clause}}}
}

// questionThing has a field for each option, so that one that is added, taken out or
// reworded shows by its id.
func questionThing(q model.Question) thing {
	fields := []wordedField{{"ask", q.Ask}, {"topic", q.Topic}, {"kind", string(q.Kind)}, {"short", q.Short}, {"why", q.Why},
		{"help", q.Help}, {"moves", strings.TrimSpace(fmt.Sprintf("%s %d %s", q.Moves.By, q.Moves.Effort, q.Moves.How))},
		{"moves_down", q.Moves.Down}, {"examples", strings.Join(q.Examples, " / ")}}
	if len(q.Moves.Unless) > 0 {
		fields = append(fields, wordedField{"unless", conditions(q.Moves.Unless)})
	}
	if q.Kind == model.NumberQuestion {
		fields = append(fields, wordedField{"range", fmt.Sprintf("%d to %d %s", q.Min, q.Max, q.Unit)})
	}
	ids := make([]string, len(q.Options))
	for i, o := range q.Options {
		ids[i] = o.ID
		fields = append(fields, wordedField{"option " + o.ID, o.Label + " (" + o.Help + ")"})
	}
	bands := make([]string, len(q.Bands))
	for i, b := range q.Bands {
		bands[i] = strings.TrimSpace(fmt.Sprintf("%s (%d to %d, counts as %d) %s", b.Label, b.From, b.To, b.Value, b.Help))
	}
	return thing{q.ID, append(fields, wordedField{"options", strings.Join(ids, ", ")}, wordedField{"bands", strings.Join(bands, ", ")})}
}

func ruleThing(r model.Rule) thing {
	return thing{r.ID, []wordedField{{"because", r.Because}, {"title", r.Title}, {"when", conditions(r.When)}, {"for", structureIDs(r.For)},
		{"engaged", joined(r.Engaged)}, {"does", string(r.Effect)}, {"points", pointWords(r.Points)}, {"excludes", structureIDs(r.Exclude)}, {"do", r.Do},
		{"strength", string(r.Strength)}, {"sources", strings.Join(r.Sources, ", ")}}}
}

func rowThing(r model.Row) thing {
	return thing{r.ID, []wordedField{{"because", r.Because}, {"for", structureIDs(r.For)}, {"when", conditions(r.When)},
		{"then", r.Then}, {"before", string(r.Before)}, {"sources", strings.Join(r.Sources, ", ")}}}
}

func lawThing(l model.Law) thing {
	return thing{l.ID, []wordedField{{"title", l.Title}, {"because", l.Because}, {"never", structureIDs(l.Never)},
		{"when", conditions(l.When)}, {"rising", l.Rising}, {"keeps", structureIDs(l.Keeps)}}}
}

func dissentThing(d model.Dissent) thing {
	fields := []wordedField{{"question", d.Question}, {"for", structureIDs(d.For)}, {"when", conditions(d.When)}, {"handling", d.Handling}}
	for i, p := range d.Positions {
		fields = append(fields, wordedField{fmt.Sprintf("position %d", i+1), p.Says + voiced(p.Voices) + sourced(p.Sources)})
	}
	return thing{d.ID, fields}
}

func voiced(list []model.Voice) string {
	text := ""
	for _, v := range list {
		text += " (" + v.String() + ", in " + v.Source + ")"
	}
	return text
}

func sourceThing(s model.Source) thing {
	return thing{s.ID, []wordedField{{"title", s.Title}, {"publisher", s.Publisher}, {"year", s.Year}, {"url", s.URL}, {"note", s.Note}}}
}

func agreementThing(g model.CaseGroup) thing {
	fields := []wordedField{{"agrees", fmt.Sprintf("%d of %d, or the second choice in %d", g.Agree, g.Total, g.FirstTwo)}}
	for _, l := range g.ByLabel {
		fields = append(fields, wordedField{l.Structure.String(), fmt.Sprintf("%d of %d", l.Agree, l.Total)})
	}
	return thing{g.Title, fields}
}

func caseThing(c model.Case) thing {
	facts := make([]string, 0, len(c.Facts))
	for _, id := range slices.Sorted(maps.Keys(c.Facts)) {
		facts = append(facts, id+"="+c.Facts[id].String())
	}
	return thing{c.ID, []wordedField{{"situation", c.Situation}, {"kind", string(c.Kind)}, {"source", c.Source}, {"url", c.URL},
		{"facts", strings.Join(facts, ", ")}, {"expect", structureIDs(c.Expect)}, {"engagement", c.Engagement}, {"reporting", c.Reporting}}}
}

func transitionThing(t model.Transition) thing {
	fields := []wordedField{{"title", t.Title}, {"from", strings.Join(t.From, ", ")}, {"to", structureIDs(t.To)},
		{"engaged", joined(t.Engaged)}, {"stays", t.Stays}, {"sources", strings.Join(t.Sources, ", ")}}
	for i, step := range t.Steps {
		does := fmt.Sprintf("%s, day %d: %s. %s (%s; by %s) %s %s",
			step.Clock, step.Day, step.Title, step.Do, step.Who, step.By, step.Keep, joined(step.Covers))
		fields = append(fields, wordedField{fmt.Sprintf("step %d", i+1), strings.TrimSpace(does)})
	}
	return thing{t.ID, fields}
}

func structureIDs(list []model.Structure) string {
	ids := make([]string, len(list))
	for i, s := range list {
		ids[i] = s.String()
	}
	return strings.Join(ids, ", ")
}

// pointWords writes points as the files do, those that are 0 left out.
func pointWords(points [model.NumStructures]int) string {
	var words []string
	for _, s := range model.Structures() {
		if p := points[s]; p != 0 {
			words = append(words, fmt.Sprintf("%s %+d", s, p))
		}
	}
	return strings.Join(words, ", ")
}
