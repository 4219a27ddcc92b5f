package tui

import (
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
)

// Every key of the result is on the help page of each of its pages, once; the smallest
// usual window shows below how to go to the next page, and what is most looked for.
func TestKeysOfTheResult(t *testing.T) {
	footer := map[verdictTab][]string{
		tabVerdict: {"page", "what if", "export"},
		tabWhy:     {"page", "what if", "export", "evidence"},
		tabChart:   {"charter", "choose", "page", "export"},
		tabRACI:    {"edit", "move", "page", "find"},
		tabRoles:   {"open", "choose", "page", "all roles"},
		tabPlan:    {"own costs", "page", "export"},
	}
	d := &desk{}
	for tab := range numTabs {
		r, v, _ := resulting(t, saas, tab, d.wire)
		r.send(tea.WindowSizeMsg{Width: 80, Height: 24})
		lines := strings.Split(strings.TrimRight(r.text(), "\n "), "\n")
		for _, word := range footer[tab] {
			if !strings.Contains(lines[len(lines)-1], word) {
				t.Errorf("%s: %q is not in %q", tab.title(), word, lines[len(lines)-1])
			}
		}
		var names []string
		for _, b := range v.Keys() {
			if b.Enabled() {
				names = append(names, b.Keys()...)
			}
		}
		for _, want := range []string{"o", "x", "w", "v", "i", "1", "down"} {
			if !slices.Contains(names, want) {
				t.Errorf("%s: nobody is told of %q", tab.title(), want)
			}
		}
		if slices.Sort(names); len(slices.Compact(slices.Clone(names))) != len(names) {
			t.Errorf("%s: a key is told twice: %q", tab.title(), names)
		}
	}
}
