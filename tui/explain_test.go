package tui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"remit/model"
	"remit/report"
)

// inQuestions opens what people ask from the home screen.
func inQuestions(t *testing.T) (*rig, *explainScreen) {
	t.Helper()
	r := newRig(t).begin()
	r.press("e")
	x, ok := r.app.top().(*explainScreen)
	if !ok {
		t.Fatalf("e leads to %q", r.app.title())
	}
	return r, x
}

// Each question that the framework answers stands in the list; its answer, who
// disagrees, every source with its address and the roles in it are on its page.
func TestEveryQuestionHasItsAnswer(t *testing.T) {
	r, x := inQuestions(t)
	e := r.app.env.Engine
	for i, asked := range e.Playbook().Explanations {
		if got := x.list.entries[i].head; got != asked.Ask {
			t.Errorf("entry %d is %q, want %q", i, got, asked.Ask)
		}
		r.goTo(placeExplained, about(x.list.entries[i].id))
		p := r.app.top().(*explainedPage)
		text := strings.Join(strings.Fields(unstyled(p.body.lines)), " ")
		wanted := append([]string{}, asked.Answer...)
		for _, id := range asked.Dissents {
			for _, d := range e.Framework().Dissents {
				if d.ID == id {
					wanted = append(wanted, d.Question)
				}
			}
		}
		for _, id := range asked.Roles {
			wanted = append(wanted, e.Playbook().Role(id).Purpose)
		}
		for _, want := range wanted {
			if !strings.Contains(text, want) {
				t.Errorf("%s: the page lacks %q", asked.ID, want)
			}
		}
		for _, id := range asked.Sources {
			if address := e.Framework().Source(id).URL; !strings.Contains(strings.ReplaceAll(unstyled(p.body.lines), "\n", ""), address) {
				t.Errorf("%s: the page lacks %s", asked.ID, address)
			}
		}
		r.press("esc")
	}
}

// Each role in an answer can be opened, and back leads to the answer.
func TestTheRolesInAnAnswerCanBeOpened(t *testing.T) {
	r, x := inQuestions(t)
	asked := r.app.env.Engine.Playbook().Explanations[0]
	r.press("enter")
	p := r.app.top().(*explainedPage)
	for _, id := range asked.Roles {
		r.press("enter")
		if page, ok := r.app.top().(*rolePage); !ok || page.role().ID != id {
			t.Fatalf("enter leads to %q, want %s", r.app.title(), id)
		}
		if r.press("esc"); r.app.top() != screen(p) {
			t.Fatalf("esc leads to %q", r.app.title())
		}
		r.press("right")
	}
	if r.press("esc"); r.app.top() != screen(x) {
		t.Error("esc does not lead to the questions")
	}
}

// A question in one's own words finds what remit explain would.
func TestOwnWordsFindAnAnswer(t *testing.T) {
	for words, want := range map[string]string{
		"devops":             "where-devops-reports",
		"raci":               "what-is-raci",
		"difference cto cio": "cto-or-cio",
	} {
		r, x := inQuestions(t)
		seek(r, words)
		if len(x.list.entries) == 0 {
			t.Errorf("%q finds nothing", words)
			continue
		}
		found := false
		for _, e := range x.list.entries[:min(3, len(x.list.entries))] {
			found = found || e.id == topicID(report.Topic{Kind: report.AboutExplanation, ID: want})
		}
		if !found {
			t.Errorf("%q does not find %s among the first three", words, want)
		}
	}
}

// Where one answer is clearly meant, it stands first, whatever else has the words.
func TestTheAnswerStandsFirst(t *testing.T) {
	_, x := inQuestions(t)
	for words, want := range map[string]string{
		"cost":                                 "what-it-costs",
		"both?":                                "do-we-need-both",
		"qbr":                                  "vcio-quarterly-review",
		"Who's in charge: the CIO or the CTO?": "who-reports-to-whom",
		"does my company really need to outsource IT support?": "outsource-it-support",
	} {
		if list := x.found(words); len(list) == 0 || list[0].id != topicID(report.Topic{Kind: report.AboutExplanation, ID: want}) {
			t.Errorf("%q does not begin with %s: %v", words, want, list)
		}
	}
	if list := x.found("zebra crossing"); len(list) > 0 && list[0].group == "The answer" {
		t.Errorf("zebras are answered with %s", list[0].id)
	}
}

// Everything that can be explained by a command can be found here, by its name.
func TestEverythingThatCanBeExplainedIsFound(t *testing.T) {
	r, x := inQuestions(t)
	for _, topic := range r.app.env.catalogue().Topics() {
		if kindTitle(topic.Kind) == "" {
			continue // found by words only
		}
		found := false
		for _, e := range x.found(topic.Title) {
			found = found || e.id == topicID(topic)
		}
		if !found {
			t.Errorf("%s %s is not found by its title", topic.Kind, topic.ID)
		}
	}
	r.goTo(placeExplained, model.Session{Position: "no such thing"})
	r.press("enter", "right", "down")
}

// From the page of keys a person gets to the answers, whatever the screen.
func TestHelpLeadsToTheQuestions(t *testing.T) {
	r := newRig(t)
	interviewed(r, placeInterview, 3).press("?", "w")
	if _, ok := r.app.top().(*explainScreen); !ok {
		t.Fatalf("w leads to %q", r.app.title())
	}
	if r.press("esc"); r.at() == "" {
		t.Errorf("esc leads to %q", r.app.title())
	}
	answered := r.ask().talk.at
	if r.press("1"); r.ask().talk.at == answered {
		t.Error("the interview does not take answers any more")
	}
}

// unstyled gives lines as they are read, without colours.
func unstyled(lines []string) string { return ansi.Strip(strings.Join(lines, "\n")) }

// Preparing takes longer than a key may: it is done beside, once, and what was typed before
// it was ready is asked then.
func TestWhatIsTypedBeforeThePreparationIsAskedAfterIt(t *testing.T) {
	r := newRig(t).begin()
	x := newExplain(r.app.env, model.Session{}).(*explainScreen)
	x.Resize(80, 20)
	ready := x.Init()
	x.Update(keyPress(t, "/"))
	for _, c := range "who owns privacy" {
		x.Update(tea.KeyPressMsg{Code: c, Text: string(c)})
	}
	if x.finder != nil {
		t.Error("a key has waited for the preparation")
	}
	x.Update(ready())
	if !strings.Contains(x.View(), "The answer") {
		t.Errorf("what was typed is not asked:\n%s", ansi.Strip(x.View()))
	}
	x.Update(finderMsg{})
	if x.finder == nil {
		t.Error("a preparation that nobody asked for is taken")
	}
}
