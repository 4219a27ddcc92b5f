package cli

import (
	"slices"

	"remit/model"
	"remit/report"
)

type topicJSON struct {
	Kind  report.Kind `json:"kind"`
	ID    string      `json:"id"`
	Title string      `json:"title"`
}

type explainedJSON struct {
	topicJSON
	Answer   []string      `json:"answer"`
	Parts    []partJSON    `json:"parts"`
	Roles    []string      `json:"roles"`
	Dissents []dissentJSON `json:"dissents"`
	Costs    []costJSON    `json:"costs"`
	Sources  []sourceJSON  `json:"sources"`
}

type partJSON struct {
	Title string      `json:"title"`
	Lines []entryJSON `json:"lines"`
}

type entryJSON struct {
	Text  string   `json:"text"`
	Notes []string `json:"notes"`
}

type dissentJSON struct {
	ID        string         `json:"id"`
	Question  string         `json:"question"`
	Positions []positionJSON `json:"positions"`
	Handling  string         `json:"handling"`
}

type positionJSON struct {
	Says    string      `json:"says"`
	Sources []string    `json:"sources"`
	Voices  []voiceJSON `json:"voices"`
}

type voiceJSON struct {
	Source   string `json:"source"`
	Role     string `json:"role"`
	Industry string `json:"industry,omitempty"`
	Size     string `json:"size,omitempty"`
}

// document is what remit explain gives to programs. What was found is in explained, and
// in second what may be meant just as well; without a clear answer, and where nothing was
// asked, explained is null and topics lists what there is.
func (l *lookedUp) document(c report.Catalogue) any {
	doc := struct {
		Framework model.Ref      `json:"framework"`
		Asked     string         `json:"asked"`
		Explained *explainedJSON `json:"explained"`
		Second    *topicJSON     `json:"second"`
		Topics    []topicJSON    `json:"topics"`
	}{Framework: c.Framework.Ref, Asked: l.asked, Topics: []topicJSON{}}
	switch {
	case l.explained != nil:
		doc.Explained = explainedForJSON(c, l.explained)
		if or := l.explained.Or; or != nil {
			second := topicForJSON(*or)
			doc.Second = &second
		}
	case l.asked != "":
		for _, m := range l.candidates {
			doc.Topics = append(doc.Topics, topicForJSON(m.Topic))
		}
	default:
		for _, t := range c.Topics() {
			doc.Topics = append(doc.Topics, topicForJSON(t))
		}
	}
	return doc
}

func topicForJSON(t report.Topic) topicJSON { return topicJSON{t.Kind, t.ID, t.Title} }

func explainedForJSON(c report.Catalogue, x *report.Explained) *explainedJSON {
	j := &explainedJSON{topicJSON: topicForJSON(x.Topic), Answer: some(x.Answer), Parts: []partJSON{}, Roles: some(x.Roles),
		Dissents: []dissentJSON{}, Costs: []costJSON{}, Sources: sourcesForJSON(c.Framework, x.Sources)}
	for _, p := range x.Passages {
		part := partJSON{p.Title, []entryJSON{}}
		for _, s := range p.Lines {
			part.Lines = append(part.Lines, entryJSON{s.Text, some(s.Notes)})
		}
		j.Parts = append(j.Parts, part)
	}
	for _, d := range c.Framework.Dissents {
		if slices.Contains(x.Dissents, d.ID) {
			j.Dissents = append(j.Dissents, dissentForJSON(d))
		}
	}
	for _, cost := range x.Costs {
		j.Costs = append(j.Costs, costForJSON(cost))
	}
	return j
}

func dissentForJSON(d model.Dissent) dissentJSON {
	j := dissentJSON{d.ID, d.Question, []positionJSON{}, d.Handling}
	for _, p := range d.Positions {
		voices := []voiceJSON{}
		for _, v := range p.Voices {
			voices = append(voices, voiceJSON(v))
		}
		j.Positions = append(j.Positions, positionJSON{p.Says, some(p.Sources), voices})
	}
	return j
}
