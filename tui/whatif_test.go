package tui

import (
	"maps"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"remit/model"
)

// supposing opens What if on a session with these answers, in a window of the usual
// size.
func supposing(t *testing.T, answers map[string]string, change ...func(*Deps)) (*rig, *whatIfScreen, model.Session) {
	t.Helper()
	r, s := opened(t, placeWhatIf, model.Interview, answers, change...)
	v, ok := r.app.top().(*whatIfScreen)
	if !ok {
		t.Fatalf("the top screen is %T", r.app.top())
	}
	return r, v, s
}

// point moves the cursor to a question.
func (r *rig) point(question string) {
	r.t.Helper()
	v := r.app.top().(*whatIfScreen)
	r.press("home")
	for v.order[v.at] != question {
		before := v.at
		if r.press("down"); v.at == before {
			r.t.Fatalf("no way to %q", question)
		}
	}
}

// all gives every session of the store.
func (r *rig) all() []model.Session {
	r.t.Helper()
	page, err := r.store.List(r.t.Context(), model.Query{})
	if err != nil {
		r.t.Fatal(err)
	}
	return page.Sessions
}

// Other answers move the verdict, the points and the map at once and are the
// engine's; nothing of it reaches the store.
func TestWhatIfMovesTheVerdict(t *testing.T) {
	r, v, s := supposing(t, dental)
	r.shows("Virtual CIO")
	here := v.now.plan.HereX
	r.point("seats")
	r.press("right")
	r.point("headcount")
	for v.lead(v.now.advice) == v.lead(v.before) {
		before := v.suppose.now["headcount"]
		if r.press("right"); v.suppose.now["headcount"] == before {
			t.Fatal("no head count turns the advice")
		}
	}
	want := r.app.env.Engine.Advise(v.suppose.now, 0)
	if v.now.advice.Recommendation != want.Recommendation || v.now.plan.HereX <= here {
		t.Errorf("shown is %v in column %d", v.now.advice.Recommendation, v.now.plan.HereX)
	}
	r.shows("Virtual CIO → "+v.lead(want)+", "+string(want.Standing), "was 40 people", "2 changes", "you are here")
	if got := r.stored(s.ID); got.Seq != s.Seq || len(r.all()) != 1 {
		t.Error("something was saved")
	}
}

// Every option and band can be supposed, and no answer at all, and the way back leads
// over what the session has, exact numbers too.
func TestWhatIfGoesThroughAllAnswers(t *testing.T) {
	r, v, s := supposing(t, dental)
	for _, id := range v.order {
		r.point(id)
		for range v.stops(id) {
			r.press("left")
		}
		if v.suppose.now[id].Kind != model.Unanswered {
			t.Errorf("%s: the first is %v", id, v.suppose.now[id])
		}
		q, seen := v.words().Question(id), map[model.Answer]bool{}
		for range 30 {
			seen[v.suppose.now[id]] = true
			r.press("right")
		}
		for _, o := range q.Options {
			if !seen[model.Choose(o.ID)] {
				t.Errorf("%s: %s cannot be supposed", id, o.ID)
			}
		}
		for _, b := range q.Bands {
			if !seen[model.Count(b.Value)] {
				t.Errorf("%s: %d cannot be supposed", id, b.Value)
			}
		}
		if !seen[s.Answers[id]] {
			t.Errorf("%s: there is no way back to %v", id, s.Answers[id])
		}
	}
}

// Backspace puts one answer back, R all of them.
func TestWhatIfPutsBack(t *testing.T) {
	r, v, s := supposing(t, saas)
	for _, q := range []string{"technology", "headcount", "friction"} {
		r.point(q)
		r.press("right", "left", "left", "right", "right")
	}
	changed := v.suppose.changes(v.order)
	if len(changed) < 2 {
		t.Fatalf("only %v is changed", changed)
	}
	r.point(changed[0])
	if r.press("backspace"); v.suppose.changed(changed[0]) || !v.suppose.changed(changed[1]) {
		t.Errorf("after backspace changed are %v of %v", v.suppose.changes(v.order), changed)
	}
	if r.press("backspace"); r.app.top() != screen(v) {
		t.Fatal("backspace on an answer that is not changed leaves")
	}
	if r.press("R"); !maps.Equal(v.suppose.now, s.Answers) || v.now.advice.Recommendation != v.before.Recommendation {
		t.Error("R does not put everything back")
	}
}

// The map is over any two questions, and says the same as the engine in every cell.
func TestWhatIfMapOverAnyTwoQuestions(t *testing.T) {
	r, v, _ := supposing(t, saas)
	r.send(tea.WindowSizeMsg{Width: 120, Height: 40})
	mapped(r, "Map: Head count across, Role of technology down")
	r.shows("you are here")
	r.point("seats")
	r.press("x")
	mapped(r, "Map: Seats you can fund across, Role of technology down")
	r.point("technology")
	r.press("x") // the axes change places
	mapped(r, "Map: Role of technology across, Seats you can fund down")
	e := r.app.env.Engine
	for y, row := range v.now.plan.Cells {
		for x, got := range row {
			as := v.suppose.now.With("technology", v.now.plan.X.Classes[x].From).With("seats", v.now.plan.Y.Classes[y].From)
			if want := e.Advise(as, 0).Recommendation; got != want {
				t.Errorf("cell %d,%d is %v, the engine says %v", x, y, got, want)
			}
		}
	}
	r.press("left", "right", "backspace")
	if r.press("m"); !v.mapped {
		t.Fatal("m does not show the page")
	}
	r.shows("1 It is what we sell")
	r.press("m")
}

func mapped(r *rig, heading string) {
	r.t.Helper()
	v := r.app.top().(*whatIfScreen)
	if got := v.drawing().heading(); got != heading {
		r.t.Errorf("the map is headed %q, want %q", got, heading)
	}
}

// A session without answers, or with answers of another framework, can be supposed on.
func TestWhatIfOfLittleAndOfForeign(t *testing.T) {
	r, v, _ := supposing(t, nil)
	r.shows("Too early to say")
	r.point("technology")
	r.press("right")
	if v.now.advice.TooEarly() {
		t.Error("an answer says nothing")
	}
	_, s := opened(t, placeHome, model.Interview, dental)
	s.Answers = s.Answers.With("gone", model.Choose("x")).With("technology", model.Choose("magic"))
	r.goTo(placeWhatIf, s)
	r.shows("magic")
	r.point("technology")
	r.press("right", "k", "enter")
	for _, kept := range r.all() {
		if strings.HasSuffix(kept.Name, ", what if") && kept.Answers["gone"] != model.Choose("x") {
			t.Error("an answer to a question that is not asked any more was lost")
		}
	}
}

func TestWhatIfMouse(t *testing.T) {
	r, v, _ := supposing(t, dental)
	f := r.app.frame
	at := func(i int) tea.Msg { return click(f.left+4, f.bodyY+v.headHeight()+v.spans[i].from-v.list.top) }
	if r.send(at(2)); v.at != 2 {
		t.Fatalf("a click leads to %d", v.at)
	}
	if r.send(at(2)); !v.suppose.changed(v.order[2]) {
		t.Error("a second click changes nothing")
	}
}

// The result leads to What if and is the same when one comes back.
func TestTheResultLeadsToWhatIf(t *testing.T) {
	r, _ := opened(t, placeVerdict, model.Interview, dental)
	result := r.app.top()
	r.press("w")
	if _, ok := r.app.top().(*whatIfScreen); !ok {
		t.Fatalf("w leads to %q", r.app.title())
	}
	if r.press("down", "right", "esc", "enter"); r.app.top() != result {
		t.Errorf("back leads to %q", r.app.title())
	}
	if r.press("w"); r.app.top() == result {
		t.Error("What if opens only once")
	}
}
