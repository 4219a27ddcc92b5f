package cli

import (
	"bufio"
	"io"
	"slices"
	"strings"
	"testing"

	"remit/advisor"
	"remit/model"
	"remit/store"
)

// Figures that somebody else gives between reading and writing stay, and what a command
// takes back is worked out on the session as it then is.
func TestFiguresAreKeptInTheSessionAsItIs(t *testing.T) {
	figure := func(role string, per model.Period, amount int) model.OwnCost {
		return model.OwnCost{Role: role, Per: per, Amount: model.Amount{Low: amount, High: amount}}
	}
	fee, pay, day := figure("vcio", model.Month, 3000), figure("cio", model.Year, 150_000), figure("vcio", model.Day, 900)
	for name, test := range map[string]struct {
		other model.Event
		args  []string
		want  []model.OwnCost
		says  string
	}{
		"another figure":             {pay.Event(), []string{"--cost", "vcio=3500/month"}, []model.OwnCost{pay, figure("vcio", model.Month, 3500)}, "saved"},
		"the same figure":            {figure("vcio", model.Month, 4000).Event(), []string{"--cost", "vcio=3500/month"}, []model.OwnCost{figure("vcio", model.Month, 3500)}, "saved"},
		"the same change":            {figure("vcio", model.Month, 3500).Event(), []string{"--cost", "vcio=3500/month"}, []model.OwnCost{figure("vcio", model.Month, 3500)}, "nothing to change"},
		"one more of the role":       {day.Event(), []string{"--take-back", "vcio"}, nil, "saved"},
		"taken back by both":         {fee.TakeBack(), []string{"--take-back", "vcio/month"}, nil, "nothing to change"},
		"one more before all go":     {pay.Event(), []string{"--take-back-all"}, nil, "saved"},
		"all go, and one comes anew": {pay.Event(), []string{"--take-back-all", "--cost", "cto=1k/day"}, []model.OwnCost{figure("cto", model.Day, 1000)}, "saved"},
	} {
		t.Run(name, func(t *testing.T) {
			env, _, said := world(t, "")
			keep := &overtaken{store.NewMemory(env.Now), &test.other}
			ref := advisor.Builtin().Framework().Ref
			s, err := keep.Create(t.Context(), model.Event{Kind: model.EventCreated, Name: "Acme", SessionKind: model.Interview, Framework: &ref}, fee.Event())
			if err != nil {
				t.Fatal(err)
			}
			a := &app{env: env, in: bufio.NewReader(strings.NewReader("")), out: &writer{to: io.Discard}, err: &writer{to: said}, keeperMade: keep}
			root := newRoot(a)
			root.SetArgs(append([]string{"plan", "Acme", "--keep"}, test.args...))
			if err := root.ExecuteContext(t.Context()); err != nil {
				t.Fatal(err)
			}
			now, err := keep.Get(t.Context(), s.ID)
			if err != nil || !slices.Equal(now.Costs, test.want) {
				t.Errorf("kept is %v, %v; want %v", now.Costs, err, test.want)
			}
			if !strings.Contains(said.String(), test.says) {
				t.Errorf("it does not say %q: %s", test.says, said)
			}
		})
	}
}

// What is taken back once is one change of the history, and what was never kept is none.
func TestTakingBackIsOneChange(t *testing.T) {
	for name, test := range map[string]struct {
		args    []string
		changes uint64
		says    string
	}{
		"all, and one of them":     {[]string{"--keep", "--take-back-all", "--take-back", "vcio/month"}, 1, "saved"},
		"a role, and its figure":   {[]string{"--keep", "--take-back", "vcio", "--take-back", "vcio/month"}, 1, "saved"},
		"a role without figures":   {[]string{"--keep", "--take-back", "cto"}, 0, `no figure is kept for "cto"`},
		"a period without figures": {[]string{"--keep", "--take-back", "vcio/day"}, 0, `no figure is kept for "vcio/day"`},
		"nothing, without keeping": {[]string{"--take-back", "cto"}, 0, `no figure is kept for "cto"`},
		"nothing, and a figure":    {[]string{"--keep", "--take-back", "cto/day", "--cost", "cio=8/month"}, 0, `no figure is kept for "cto/day"`},
		"the same, only shown":     {[]string{"--take-back", "cto/day", "--cost", "cio=8/month"}, 0, `no figure is kept for "cto/day"`},
		"back and given at once":   {[]string{"--keep", "--take-back", "vcio", "--cost", "vcio=8/month"}, 0, "taken back and given at once"},
	} {
		t.Run(name, func(t *testing.T) {
			changes, told := planned(t, test.args...)
			if changes != test.changes || !strings.Contains(told, test.says) {
				t.Errorf("%d changes; want %d, and %q in %q", changes, test.changes, test.says, told)
			}
		})
	}
}

// Nothing that is only shown changes the session, and nothing that is refused does.
func TestFiguresAreSavedOnlyOnRequest(t *testing.T) {
	for _, args := range [][]string{
		{"--cost", "vcio=3500/month"}, {"--take-back", "vcio"}, {"--take-back-all"},
		{"--keep", "--cost", "vcio=3.500/month"}, {"--keep", "--cost", "vcio=1/day", "--cost", "nobody=1/day"},
		{"--keep", "--cost", "vcio=1/day", "--cost", "vCIO=2/day"}, {"--keep", "--cost", "vcio=1/day", "--country", ""}, {"--keep", "--country", "france"},
	} {
		if changes, _ := planned(t, args...); changes != 0 {
			t.Errorf("%q: the session has %d changes, want none", args, changes)
		}
	}
}

// planned runs remit plan on a session with one figure of its own, and gives how often the
// command changed the session, and what it told.
func planned(t *testing.T, args ...string) (changes uint64, told string) {
	t.Helper()
	env, _, said := world(t, "")
	keep := store.NewMemory(env.Now)
	ref := advisor.Builtin().Framework().Ref
	fee := model.OwnCost{Role: "vcio", Per: model.Month, Amount: model.Amount{Low: 3000, High: 3000}}
	s, err := keep.Create(t.Context(), model.Event{Kind: model.EventCreated, Name: "Acme", SessionKind: model.Interview, Framework: &ref}, fee.Event())
	if err != nil {
		t.Fatal(err)
	}
	a := &app{env: env, in: bufio.NewReader(strings.NewReader("")), out: &writer{to: io.Discard}, err: &writer{to: said}, keeperMade: keep}
	root := newRoot(a)
	root.SetArgs(append([]string{"plan", "Acme"}, args...))
	if err := root.ExecuteContext(t.Context()); err != nil {
		told = err.Error()
	}
	now, err := keep.Get(t.Context(), s.ID)
	if err != nil {
		t.Fatal(err)
	}
	return now.Seq - s.Seq, told + said.String()
}
