package report

import (
	"slices"
	"strings"

	"remit/model"
)

// Explained is what there is to say about a topic.
type Explained struct {
	Topic    Topic
	Answer   []string // paragraphs, the short answer first
	Passages []Passage
	Roles    []string // ids of the roles that it is about
	Dissents []string // ids of the disputes that bear on it
	Costs    []model.Cost
	Sources  []string // ids
	See      []string // commands that tell more
	Or       *Topic   // what whoever asked may mean just as well; nil if that is clear
}

// Passage is a list with a heading.
type Passage struct {
	Title string
	Lines []Statement
}

// Statement is an entry of a passage.
type Statement struct {
	Text  string
	Notes []string // may be empty
}

func (x *Explained) tell(title string, lines ...Statement) {
	if len(lines) > 0 {
		x.Passages = append(x.Passages, Passage{title, lines})
	}
}

// say adds paragraphs to the answer; empty ones are left out.
func (x *Explained) say(paragraphs ...string) {
	for _, p := range paragraphs {
		if p != "" {
			x.Answer = append(x.Answer, p)
		}
	}
}

// unnoted gives entries that have no notes.
func unnoted(texts []string) []Statement {
	list := make([]Statement, len(texts))
	for i, text := range texts {
		list[i] = statement(text)
	}
	return list
}

func statement(text string, notes ...string) Statement {
	return Statement{text, slices.DeleteFunc(notes, func(n string) bool { return n == "" })}
}

// Explain says what there is to say about a topic of this catalogue.
func (c Catalogue) Explain(t Topic) Explained {
	x := Explained{Topic: t}
	switch t.Kind {
	case AboutExplanation:
		c.explainExplanation(&x)
	case AboutQuestion:
		c.explainQuestion(&x, c.Framework.Question(t.ID))
	case AboutStructure:
		c.explainStructure(&x)
	case AboutEngagement:
		c.explainTerm(&x, c.Framework.EngagementTerm(model.Engagement(t.ID)), c.Framework.Engagement.Rows)
	case AboutReporting:
		c.explainTerm(&x, c.Framework.ReportingTerm(model.Reporting(t.ID)), c.Framework.Reporting.Rows)
	case AboutActivity:
		c.explainActivity(&x, c.Book.Activity(t.ID))
	case AboutRole:
		c.explainRole(&x, c.Book.Role(t.ID))
	case AboutRule:
		c.explainRule(&x, c.Framework.Rule(t.ID))
	case AboutLaw:
		c.explainLaw(&x)
	case AboutDissent:
		x.Dissents = []string{t.ID}
	case AboutPractice:
		c.explainPractice(&x)
	}
	x.Sources = c.known(append(x.Sources, c.dissentSources(x.Dissents)...))
	return x
}

// known puts sources into the order of the framework, each once.
func (c Catalogue) known(ids []string) []string {
	var list []string
	for _, s := range c.Framework.Sources {
		if slices.Contains(ids, s.ID) {
			list = append(list, s.ID)
		}
	}
	return list
}

func (c Catalogue) dissent(id string) *model.Dissent {
	i := slices.IndexFunc(c.Framework.Dissents, func(d model.Dissent) bool { return d.ID == id })
	if i < 0 {
		return nil
	}
	return &c.Framework.Dissents[i]
}

func (c Catalogue) dissentSources(ids []string) (sources []string) {
	for _, id := range ids {
		if d := c.dissent(id); d != nil {
			for _, p := range d.Positions {
				sources = append(sources, p.Sources...)
			}
		}
	}
	return sources
}

// Page composes what was explained.
func (c Catalogue) Page(x Explained) Page {
	d := document{title: model.Clean(capital(x.Topic.Title))}
	if x.Topic.Kind != AboutExplanation {
		d.about = model.Clean(string(x.Topic.Kind) + " " + x.Topic.ID)
	}
	var answer []block
	for i, p := range x.Answer {
		if i == 0 {
			answer = append(answer, point(p))
		} else {
			answer = append(answer, para(p))
		}
	}
	d.add("", answer...)
	for _, p := range x.Passages {
		var items []item
		for _, l := range p.Lines {
			items = append(items, entry(l.Text, l.Notes...))
		}
		d.add(p.Title, list(items...))
	}
	d.add("The roles in it", list(c.roleItems(x.Roles)...))
	d.add("Where the sources disagree", list(c.dissentItems(x.Dissents)...))
	d.add("What it costs", c.prices(x.Costs)...)
	d.add("Sources", sourceList(c.Framework, x.Sources))
	d.add("More", list(entries(x.See)...))
	if x.Or != nil {
		d.add("Or did you mean", list(topicItem(*x.Or)))
	}
	return Page{d}
}

func (c Catalogue) roleItems(ids []string) []item {
	var items []item
	for _, id := range ids {
		if r := c.Book.Role(id); r != nil {
			items = append(items, entry(roleName(r)+": "+r.Purpose))
		}
	}
	return items
}

func (c Catalogue) dissentItems(ids []string) []item {
	var items []item
	for _, id := range ids {
		d := c.dissent(id)
		if d == nil {
			continue
		}
		items = append(items, dissentItem(d))
	}
	return items
}

// dissentItem shows the sides of a dispute, behind each who takes it and where it stands.
func dissentItem(d *model.Dissent) item {
	var lines []string
	for _, p := range d.Positions {
		line := p.Says + " " + cited(p.Sources)
		if said := SaidBy(p); said != "" {
			line += " " + said
		}
		lines = append(lines, line)
	}
	if d.Handling != "" {
		lines = append(lines, "What remit does: "+d.Handling)
	}
	return entry(d.Question, lines...)
}

// SaidBy tells who takes a position, as far as its sources say; "" if they do not.
func SaidBy(p model.Position) string {
	if len(p.Voices) == 0 {
		return ""
	}
	voices := make([]string, len(p.Voices))
	for i, v := range p.Voices {
		voices[i] = v.String()
	}
	return "Said by: " + strings.Join(voices, "; ") + "."
}

// Candidates says that nothing clearly answers a question, and lists the topics that come
// nearest, each with the way to it.
func (c Catalogue) Candidates(question string, matches []Match) Page {
	const most = 5 // of what may be far from the question anyway
	d := document{title: model.Clean(`Nothing here clearly answers "` + question + `"`)}
	var items []item
	for _, m := range matches[:min(most, len(matches))] {
		items = append(items, topicItem(m.Topic))
	}
	d.add("The nearest are", list(items...))
	d.add("", para("All questions that are answered: remit explain"))
	return Page{d}
}

func topicItem(t Topic) item { return entry(t.Title, string(t.Kind)+"; remit explain "+t.ID) }

// Explanations lists the questions that are answered, and what else can be explained.
func (c Catalogue) Explanations() Page {
	d := document{title: "What remit can explain"}
	var items []item
	for _, x := range c.Book.Explanations {
		items = append(items, entry(x.Ask, "remit explain "+x.ID))
	}
	d.add("Questions that people ask", list(items...))
	for _, kind := range []struct {
		kind  Kind
		title string
	}{
		{AboutQuestion, "Questions of the interview"}, {AboutStructure, "Structures"}, {AboutEngagement, "Engagements"},
		{AboutReporting, "Reporting lines"}, {AboutActivity, "Decisions and work that somebody answers for"},
	} {
		d.add(kind.title, c.topicTable(kind.kind))
	}
	d.add("More", list(
		entry("Roles: remit roles lists them."),
		entry("Rules, laws, disputes and practices go by the id that reports and remit framework show give them."),
		entry("Or ask in your own words:", "remit explain who is in charge of device protection")))
	return Page{d}
}

// topicTable lists the topics of a kind, each with its id.
func (c Catalogue) topicTable(kind Kind) block {
	t := table("Name", "")
	for _, topic := range c.Topics() {
		if topic.Kind == kind {
			t.row(topic.ID, topic.Title)
		}
	}
	return t
}
