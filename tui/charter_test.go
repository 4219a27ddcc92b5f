package tui

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"remit/report"
)

// The list has every post, with what it is for.
func TestRolesListsEveryPost(t *testing.T) {
	for _, answers := range []map[string]string{dental, saas} {
		r, v, _ := resulting(t, answers, tabRoles)
		c := v.parts[tabRoles].(*charterPage)
		for _, size := range pageSizes {
			r.send(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
			seen := walked(r, &c.list)
			for _, p := range v.follows.set.Posts {
				purpose := v.follows.book().Role(p.Role).Purpose
				if charter := v.follows.charter(p.Role); charter != nil {
					purpose = charter.Mission
				}
				toldIn(t, fmt.Sprint(size), seen, v.follows.title(p.Role), purpose)
			}
		}
	}
}

// A charter has all its parts: who reads to its end has read everything.
func TestCharterIsWhole(t *testing.T) {
	for _, answers := range []map[string]string{dental, saas} {
		r, v, _ := resulting(t, answers, tabRoles)
		c := v.parts[tabRoles].(*charterPage)
		for _, size := range pageSizes {
			r.send(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
			for i := range v.follows.set.Charters {
				charter := &v.follows.set.Charters[i]
				v.showCharter(charter.Role)
				seen := r.text()
				for c.page.top+c.page.h < len(c.page.lines) {
					r.press("pgdown")
					seen += r.text()
				}
				seen = squeezed(seen)
				toldIn(t, fmt.Sprint(size), seen, charter.Mission)
				for _, part := range report.CharterParts(v.follows.book(), charter) {
					for _, text := range part.Texts {
						toldIn(t, fmt.Sprint(size), seen, strings.Replace(text, ":", "", 1))
					}
				}
			}
		}
	}
}

// Enter opens a charter, enter and esc lead back to the list, n and p to the others.
func TestCharterOpensAndCloses(t *testing.T) {
	r, v, _ := resulting(t, saas, tabRoles)
	c := v.parts[tabRoles].(*charterPage)
	for _, back := range []string{"esc", "enter"} {
		if r.press("enter"); !c.reading {
			t.Fatal("enter opens nothing")
		}
		r.press("n", "n", "p")
		if r.press(back); c.reading || r.app.top() != screen(v) {
			t.Fatalf("%s does not lead back to the list", back)
		}
	}
	if c.list.at != 2 {
		t.Errorf("the cursor is at post %d", c.list.at)
	}
	r.press("enter", "p", "p", "p", "p")
	if r.press("end"); c.list.at != 0 {
		t.Errorf("before the first comes post %d", c.list.at)
	}
}

// The plan has everything that follows in time, money and law, with its sources.
func TestPlanIsWhole(t *testing.T) {
	for _, answers := range []map[string]string{dental, saas} {
		r, v, _ := resulting(t, answers, tabPlan)
		r.press("e")
		d, text := v.follows.set, strings.Join(strings.Fields(ansi.Strip(strings.Join(v.body.lines, " "))), " ")
		var want []string
		for _, s := range d.Plan {
			want = append(want, report.PlanClock(s.Clock), report.ByDay(&s), s.Title, s.Do, v.who(s.Who), s.Keep, s.Because)
		}
		for _, s := range d.Symptoms {
			want = append(want, s.Sign, s.Do)
		}
		for _, x := range d.Triggers {
			want = append(want, x.Event, x.Look)
		}
		for _, l := range d.LegalPoints {
			want = append(want, l.Ask, l.Because)
		}
		for _, c := range report.NewCosts(v.onPaper()) {
			want = append(want, report.PriceRange(&c), c.Country+", "+c.Published, sentence(report.FoundedPrice(&c)), c.Note)
		}
		want = append(want, report.PaidToday(v.onPaper())...)
		way, ok := v.transition()
		if !ok {
			t.Error("there is no way from today's leader")
		}
		for _, w := range append(want, way.Stays) {
			if !strings.Contains(text, strings.Join(strings.Fields(w), " ")) {
				t.Errorf("the plan lacks %q", w)
			}
		}
	}
}

// The sources of what follows are among those that the advice rests on.
func TestSourcesNameWhatFollows(t *testing.T) {
	r := whole(t, saas)
	r.onTab(tabSources)
	v, text := r.app.top().(*verdictScreen), flat(r)
	for _, id := range v.follows.look().set.Cited() {
		if s := v.words().Source(id); s != nil && !strings.Contains(text, strings.Join(strings.Fields(s.Title), " ")) {
			t.Errorf("the source %q is missing", s.Title)
		}
	}
}
