package tui

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"remit/advisor"
	"remit/model"
)

// pageSizes are the windows in which the pages on what follows have to be usable.
var pageSizes = [][2]int{{40, 12}, {47, 15}, {80, 24}, {120, 40}}

// resulting opens a page of the result of these answers.
func resulting(t *testing.T, answers map[string]string, tab verdictTab, change ...func(*Deps)) (*rig, *verdictScreen, model.Session) {
	t.Helper()
	r, s := opened(t, placeVerdict, model.Interview, answers, change...)
	v := r.app.top().(*verdictScreen)
	r.onTab(tab)
	return r, v, s
}

// onTab goes to a page by its number.
func (r *rig) onTab(tab verdictTab) {
	r.t.Helper()
	v := r.app.top().(*verdictScreen)
	place := slices.Index(v.tabs, tab)
	if r.press(string(tabDigits[place])); v.tab != tab {
		r.t.Fatalf("%c leads to %s", tabDigits[place], v.tab.title())
	}
}

// walked is all that a person sees who goes down a list of entries to its end, reading
// on wherever there is more.
func walked(r *rig, e *entries) string {
	r.press("home")
	var seen strings.Builder
	for range 3000 {
		seen.WriteString(r.text())
		at := e.at
		for e.beside() && e.side.top+e.side.h < len(e.side.lines) || !e.beside() && e.more() {
			if r.press("pgdown"); e.at != at {
				r.t.Fatal("reading on leaves the line")
			}
			seen.WriteString(r.text())
		}
		if r.press("down"); e.at == at {
			return squeezed(seen.String())
		}
	}
	r.t.Fatal("the list does not end")
	return ""
}

// squeezed is the words of a text without all that layout puts between them; lines may
// end in the middle of a word with a hyphen.
func squeezed(text string) string {
	return strings.Join(strings.FieldsFunc(text, func(c rune) bool { return strings.ContainsRune(" \n-│┃━─├└┄▸•", c) }), " ")
}

// toldIn fails unless every word of the texts was seen.
func toldIn(t *testing.T, at, seen string, texts ...string) {
	t.Helper()
	for _, text := range texts {
		if !legible(seen, squeezed(text)) {
			t.Errorf("%s: no way to %q", at, text)
		}
	}
}

// Whoever walks through the chart reads of every post why it is there, and of whatever
// is not on it why it is not, in every window.
func TestChartTellsOfEveryPost(t *testing.T) {
	for _, answers := range []map[string]string{dental, saas, {"technology": "support", "headcount": "40"}} {
		r, v, _ := resulting(t, answers, tabChart)
		c := v.parts[tabChart].(*chartPage)
		r.press("e")
		for _, size := range pageSizes {
			r.send(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
			seen, at := walked(r, &c.list), fmt.Sprint(size)
			d := v.follows.set
			for _, p := range d.Posts {
				toldIn(t, at, seen, v.follows.title(p.Role), p.Because, sourcesText(v.words(), p.Sources))
			}
			for _, role := range d.Dropped {
				toldIn(t, at, seen, v.follows.title(role))
			}
			for _, u := range d.Unsure {
				toldIn(t, at, seen, v.follows.title(u.Role), v.follows.asked(u.Questions))
			}
			for _, a := range d.Alternatives {
				toldIn(t, at, seen, a.Title, a.Means, a.Suits)
			}
		}
	}
}

// The seats that the advice is about have the colour of the structure; a contract has a
// dotted line.
func TestChartShowsWhoLeadsAndWhoIsUnderContract(t *testing.T) {
	r, v, _ := resulting(t, dental, tabChart)
	if !strings.Contains(r.text(), "┄ Virtual CIO") {
		t.Errorf("no dotted line to the virtual CIO:\n%s", r.text())
	}
	paint := r.app.env.theme.structure(v.advice.Recommendation).Bold(true)
	if !strings.Contains(v.View(), paint.Render("Virtual CIO")) {
		t.Error("the seat that leads has no colour")
	}
}

// Enter on a post leads to its charter, on what is unsettled to the question.
func TestChartLeadsOn(t *testing.T) {
	r, v, _ := resulting(t, saas, tabChart)
	c := v.parts[tabChart].(*chartPage)
	for !v.follows.set.Posts[0].Leads && !strings.Contains(r.text(), glyphCursor+" ├─ Chief Technology") {
		before := c.list.at
		if r.press("down"); c.list.at == before {
			t.Fatal("no way to the CTO")
		}
	}
	r.press("enter")
	r.shows("Product CTO", "Decides alone")

	open := map[string]string{}
	for k, w := range saas {
		if k != "regulation" && k != "engineers" {
			open[k] = w
		}
	}
	r, v, _ = resulting(t, open, tabChart)
	c = v.parts[tabChart].(*chartPage)
	if len(v.follows.set.Unsure) == 0 {
		t.Fatal("nothing is unsettled")
	}
	for c.opens[c.list.at] != "answer" {
		r.press("down")
	}
	want := v.follows.set.Unsure[0].Questions[0]
	r.press("enter")
	if r.at() != want {
		t.Fatalf("at %q, want %q", r.at(), want)
	}
	r.say(saas[want])
	if r.app.top() != screen(v) || v.tab != tabChart {
		t.Fatalf("the answer leads to %q", r.app.title())
	}
	for _, u := range v.follows.look().set.Unsure {
		if slices.Contains(u.Questions, want) {
			t.Errorf("%s still depends on %s", u.Role, want)
		}
	}
}

// Without a playbook there is nothing on what follows, and no page for it.
func TestPagesOfAFrameworkWithoutPlaybook(t *testing.T) {
	f, err := advisor.Load(os.DirFS("../examples/hospital"))
	if err != nil {
		t.Fatal(err)
	}
	f.Playbook, f.Annex = model.Playbook{}, model.Annex{}
	e, err := advisor.New(f)
	if err != nil {
		t.Fatal(err)
	}
	r := newRig(t, func(d *Deps) { d.Engine = e })
	r.begin().goTo(placeVerdict, r.create("Ward", "", 8))
	v := r.app.top().(*verdictScreen)
	for _, tab := range []verdictTab{tabChart, tabRACI, tabRoles, tabPlan} {
		if slices.Contains(v.tabs, tab) {
			t.Errorf("there is a page %s", tab.title())
		}
	}
	for _, key := range []string{"7", "8", "9", "0"} {
		if r.press(key); v.tab != tabVerdict {
			t.Errorf("%s leads to %s", key, v.tab.title())
		}
	}
	for range v.tabs {
		r.press("tab")
		fits(t, r, v.tab.title())
	}
}

// While it is too early for an advice, nothing is said to follow from it.
func TestNothingFollowsTooEarly(t *testing.T) {
	r, v, _ := resulting(t, map[string]string{"technology": "unsure"}, tabVerdict)
	for _, tab := range []verdictTab{tabWhatIf, tabChart, tabRACI, tabRoles, tabPlan} {
		r.onTab(tab)
		if r.shows("Too early"); v.part() != nil {
			t.Errorf("%s shows what follows", tab.title())
		}
		fits(t, r, tab.title())
	}
}

// The page What if leads to where it is tried.
func TestWhatIfTabLeadsToWhatIf(t *testing.T) {
	for _, key := range []string{"enter", "w"} {
		r, v, _ := resulting(t, dental, tabWhatIf)
		r.shows("What would turn it")
		if r.press(key); r.app.top() == screen(v) {
			t.Errorf("%s leads nowhere", key)
		}
		if _, ok := r.app.top().(*whatIfScreen); !ok {
			t.Errorf("%s leads to %T", key, r.app.top())
		}
	}
}
