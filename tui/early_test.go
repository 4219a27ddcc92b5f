package tui

import (
	"strings"
	"testing"

	"remit/model"
)

// While nothing speaks for anything no structure is shown as a result: neither on the
// result, nor on home, nor in the list; instead they say what to answer first.
func TestTooEarlyShowsNoResult(t *testing.T) {
	r, s := opened(t, placeVerdict, model.Interview, map[string]string{"technology": "unsure", "headcount": "later"})
	v := r.app.top().(*verdictScreen)
	if !v.advice.TooEarly() {
		t.Fatal("something speaks already")
	}
	for _, page := range []string{"1", "2", "3"} {
		r.press(page)
		text := flat(r)
		for _, x := range model.Structures() {
			if strings.Contains(text, v.words().Structure(x).Verdict) || strings.Contains(text, "Why not") {
				t.Errorf("page %s gives a result: %s", page, text)
			}
		}
		if !strings.Contains(text, "Too early to say") {
			t.Errorf("page %s: %s", page, text)
		}
	}
	first := v.next.Question
	r.press("1", "enter")
	if r.at() != first {
		t.Errorf("enter leads to %q, want %q", r.at(), first)
	}
	sum := summarize(r.app.env.Engine, s)
	if sum.standing != "" || sum.first != r.app.env.Engine.Framework().Question(first).Short {
		t.Errorf("the list says %q and answer first %q", sum.standing, sum.first)
	}
	for range 3 {
		r.press("esc")
	}
	r.shows("too early")
}

// What one rule is enough for is a result.
func TestOneReasonIsEnough(t *testing.T) {
	r, _ := opened(t, placeVerdict, model.Interview, map[string]string{"technology": "product"})
	if r.app.top().(*verdictScreen).early() || strings.Contains(r.text(), "Too early") {
		t.Error("one reason counts as none")
	}
}
