package tui

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"slices"
	"testing"

	tea "charm.land/bubbletea/v2"

	"remit/advisor"
)

// Whatever is pressed, in any window and under other rules than the built-in ones:
// nothing is wider or higher than the window, what is shown is the engine's advice on
// answers that may be given, there are never more than four columns, and the session
// itself stays as it was.
func TestAnyKeysInWhatIf(t *testing.T) {
	for name, e := range map[string]*advisor.Engine{"built-in": advisor.Builtin(), "hospital": hospital(t)} {
		for _, seed := range few(1, []uint64{0, 1}) {
			t.Run(fmt.Sprint(name, seed), func(t *testing.T) {
				dice := rand.New(rand.NewPCG(seed, 5))
				r := newRig(t, func(d *Deps) { d.Engine = e })
				s := r.begin().create("Acme", "", int(seed)*5)
				r.create("Globex", "", 4)
				keys := []string{"up", "down", "down", "left", "right", "right", "h", "l", "x", "y", "m", "k", "enter", "n", "R", "backspace",
					"home", "end", "g", "G", "pgup", "pgdown", "?", "esc", "j",
					"s", "c", "c", "s", "a", "d", "z", "o", "tab"}
				for i := range 160 {
					if len(r.app.stack) == 1 {
						r.goTo(placeWhatIf, s)
					}
					if dice.IntN(10) == 0 {
						r.send(tea.WindowSizeMsg{Width: 40 + dice.IntN(120), Height: 12 + dice.IntN(40)})
					}
					key := keys[dice.IntN(len(keys))]
					r.press(key)
					fits(t, r, fmt.Sprintf("step %d, %s", i, key))
					if v, ok := r.app.top().(*whatIfScreen); ok {
						sound(t, v)
					}
				}
				if got := r.stored(s.ID); got.Seq != s.Seq {
					t.Error("the session itself was changed")
				}
			})
		}
	}
}

// sound fails if the screen shows what the engine does not say.
func sound(t *testing.T, v *whatIfScreen) {
	t.Helper()
	e := v.env.Engine
	if err := e.Framework().Check(v.suppose.now); err != nil {
		t.Fatal(err)
	}
	want := e.Advise(v.suppose.now, 0)
	if v.now.advice.Recommendation != want.Recommendation || v.now.advice.Standing != want.Standing {
		t.Fatalf("shown is %v, the engine says %v", v.now.advice.Recommendation, want.Recommendation)
	}
	if x, y := v.now.plan.HereX, v.now.plan.HereY; v.now.mapped && x >= 0 && y >= 0 && v.now.plan.Cells[y][x] != want.Recommendation {
		t.Fatalf("the map says %v where one is, the engine says %v", v.now.plan.Cells[y][x], want.Recommendation)
	}
	if n := len(v.variants()); n > mostVariants || v.table.column >= n && v.comparing {
		t.Fatalf("column %d of %d", v.table.column, n)
	}
	if before := v.variants()[0].answers; !maps.Equal(before, v.session.Answers) {
		t.Fatal("A is not the session")
	}
	if !slices.Contains(v.stops(v.order[v.at]), v.suppose.now[v.order[v.at]]) {
		t.Fatal("the arrow keys do not pass the answer that is shown")
	}
}

// hospital is the engine of a framework with other questions.
func hospital(t *testing.T) *advisor.Engine {
	t.Helper()
	f, err := advisor.Load(os.DirFS("../examples/hospital"))
	if err != nil {
		t.Fatal(err)
	}
	e, err := advisor.New(f)
	if err != nil {
		t.Fatal(err)
	}
	return e
}
