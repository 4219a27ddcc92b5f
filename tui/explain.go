package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"remit/model"
	"remit/report"
)

// explainScreen lists what can be explained: the questions that people ask first, then
// everything else that has a name.
type explainScreen struct {
	env    *env
	list   index
	finder *report.Finder // nil until it is prepared, which takes longer than a key may
	era    int
}

// finderMsg brings the catalogue, prepared for questions.
type finderMsg struct {
	era    int
	finder *report.Finder
}

func newExplain(e *env, _ model.Session) screen {
	x := &explainScreen{env: e}
	x.list = newIndex(e, "a word, or a question of your own", x.found)
	x.list.none = "Nothing is known about these words. Press esc to show all."
	x.list.about = "Answers, where the sources disagree, and where to read on"
	x.list.tell = func(id string) string {
		if said := e.catalogue().Explain(topicNamed(e, id)).Answer; len(said) > 0 {
			return model.Clean(said[0])
		}
		return ""
	}
	x.list.preview = func(id string, w int) string {
		c := e.catalogue()
		return printed(e.theme, c.Page(c.Explain(topicNamed(e, id))), w)
	}
	return x
}

// kindTitle is the heading under which topics of a kind stand; "" for those that are
// found by words only.
func kindTitle(k report.Kind) string {
	switch k {
	case report.AboutExplanation:
		return "Questions that people ask"
	case report.AboutStructure:
		return "The five structures"
	case report.AboutEngagement:
		return "Ways to engage a leader"
	case report.AboutReporting:
		return "Who reports to whom"
	case report.AboutDissent:
		return "Where the sources disagree"
	case report.AboutQuestion:
		return "Questions of the interview"
	case report.AboutActivity:
		return "Who answers for it"
	}
	return ""
}

// found lists topics: first the answer to what was typed, if there is clearly one, then
// those whose words have all of it, then those that come near to it.
func (x *explainScreen) found(words string) []indexEntry {
	c := x.env.catalogue()
	var list []indexEntry
	listed := map[string]bool{}
	add := func(t report.Topic, group string) {
		id := topicID(t)
		if !listed[id] {
			listed[id] = true
			list = append(list, indexEntry{id: id, group: group, head: model.Clean(t.Title)})
		}
	}
	var asked report.Found
	if x.finder != nil && strings.TrimSpace(words) != "" {
		asked = x.finder.Ask(words)
	}
	if asked.Best != nil {
		add(*asked.Best, "The answer")
	}
	if asked.Second != nil {
		add(*asked.Second, "Or did you mean")
	}
	answers := map[string]string{}
	for _, e := range x.env.Engine.Playbook().Explanations {
		answers[e.ID] = strings.Join(e.Answer, " ")
	}
	for _, t := range c.Topics() {
		text := t.Title
		if t.Kind == report.AboutExplanation {
			text += " " + answers[t.ID]
		}
		if group := kindTitle(t.Kind); group != "" && report.HasWords(text, words) {
			add(t, group)
		}
	}
	near := "May be meant"
	if asked.Best == nil {
		near = "Nothing answers it clearly; the nearest"
	}
	for _, m := range asked.Matches {
		add(m.Topic, near)
	}
	return list
}

// topicID names a topic among all kinds.
func topicID(t report.Topic) string { return string(t.Kind) + "/" + t.ID }

// topicNamed gives the topic of this id; the zero Topic, which explains nothing, if
// there is none.
func topicNamed(e *env, id string) report.Topic {
	for _, t := range e.catalogue().Topics() {
		if topicID(t) == id {
			return t
		}
	}
	return report.Topic{}
}

// Init prepares the catalogue, once and beside what is typed meanwhile.
func (x *explainScreen) Init() tea.Cmd {
	x.era = x.env.era()
	era, c := x.era, x.env.catalogue()
	return func() tea.Msg { return finderMsg{era, c.Finder()} }
}

func (x *explainScreen) Capturing() bool { return x.list.typing }
func (x *explainScreen) Title() string   { return "Questions people ask" }
func (x *explainScreen) Aside() string   { return x.list.aside() }
func (x *explainScreen) Resize(w, h int) { x.list.resize(w, h) }
func (x *explainScreen) View() string    { return x.list.view() }
func (x *explainScreen) Keys() []binding { return x.list.bindings() }

func (x *explainScreen) Update(msg tea.Msg) tea.Cmd {
	if ready, ok := msg.(finderMsg); ok {
		x.prepared(ready)
		return nil
	}
	if open, _ := x.list.handle(msg); open {
		return x.env.open(placeExplained, about(x.list.chosen()))
	}
	return nil
}

// prepared takes the finder. What was typed before it came is asked now.
func (x *explainScreen) prepared(ready finderMsg) {
	if ready.era != x.era {
		return
	}
	x.finder = ready.finder
	switch words := x.list.find.value; {
	case words == "":
	case x.list.typing:
		x.list.seek(words)
	default:
		x.list.refresh()
	}
}
