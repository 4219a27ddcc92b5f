package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"
)

// verdictTab is one page of the result.
type verdictTab uint8

const (
	tabVerdict verdictTab = iota
	tabWhy
	tabOthers
	tabUnknown
	tabWhatIf
	tabChart
	tabRACI
	tabRoles
	tabPlan
	tabSources
	numTabs
)

// title is the word on the tab.
func (t verdictTab) title() string {
	return [numTabs]string{"Verdict", "Why", "Others", "Unknown", "What if", "Chart", "RACI", "Roles", "Plan", "Sources"}[t]
}

// part is a page of the result that is more than a text: it has a cursor and keys of
// its own. It is told of clicks in its own coordinates.
type part interface {
	Update(msg tea.Msg) tea.Cmd
	View() string
	Resize(w, h int)
	Keys() []binding
	Capturing() bool
	lay() // what it shows may have changed
}

// tabsOf lists the pages that there is something to show on. A framework without a
// playbook has none on what follows from the advice.
func (v *verdictScreen) tabsOf() []verdictTab {
	book, annex := v.env.Engine.Playbook(), v.env.Engine.Annex()
	tabs := []verdictTab{tabVerdict, tabWhy, tabOthers, tabUnknown, tabWhatIf}
	if len(book.Roles) > 0 {
		tabs = append(tabs, tabChart)
		if len(book.Activities) > 0 {
			tabs = append(tabs, tabRACI)
		}
		tabs = append(tabs, tabRoles)
	}
	if len(book.Practices)+len(book.Symptoms)+len(book.Triggers)+len(book.LegalPoints)+len(book.Costs)+len(annex.Transitions) > 0 {
		tabs = append(tabs, tabPlan)
	}
	return append(tabs, tabSources)
}

// place is where the open tab stands among those that there are.
func (v *verdictScreen) place() int {
	for i, t := range v.tabs {
		if t == v.tab {
			return i
		}
	}
	return 0
}

// turnBy goes to a page further right or left, from the last one to the first.
func (v *verdictScreen) turnBy(n int) {
	v.turn(v.tabs[(v.place()+n+len(v.tabs))%len(v.tabs)])
}

// turn goes to another page, to where it was left.
func (v *verdictScreen) turn(to verdictTab) {
	v.tops[v.tab] = v.body.top
	v.tab, v.slip = to, slip{}
	v.body.top = v.tops[v.tab]
	v.lay()
}

// part gives the open page if it is more than a text; nil otherwise.
func (v *verdictScreen) part() part {
	if v.early() {
		return nil
	}
	return v.parts[v.tab]
}

// tabStrip is the part of the row of tabs that is in sight.
type tabStrip struct {
	from, to    int // places among the tabs, to exclusive
	gap         int
	start       int  // the column of the first tab in sight
	left, right bool // there is more
}

// strip shares out the width: all tabs where they fit, else as many as do around the
// open one, with arrows where there are more.
func (v *verdictScreen) strip() tabStrip {
	all, start := 0, 0
	for _, t := range v.tabs {
		all += len(t.title())
	}
	if v.headHeight() == 1 {
		start = 1 // for the mark of the open one
	}
	for _, gap := range []int{3, 2} {
		if start+all+gap*(len(v.tabs)-1) <= v.w {
			return tabStrip{0, len(v.tabs), gap, start, false, false}
		}
	}
	const arrows = 4
	s := tabStrip{from: v.place(), to: v.place() + 1, gap: 2, start: 2}
	room := v.w - arrows - len(v.tab.title())
	for grown := true; grown; {
		grown = false
		if s.to < len(v.tabs) && len(v.tabs[s.to].title())+s.gap <= room {
			room -= len(v.tabs[s.to].title()) + s.gap
			s.to, grown = s.to+1, true
		}
		if s.from > 0 && len(v.tabs[s.from-1].title())+s.gap <= room {
			room -= len(v.tabs[s.from-1].title()) + s.gap
			s.from, grown = s.from-1, true
		}
	}
	s.left, s.right = s.from > 0, s.to < len(v.tabs)
	return s
}

// tabRow draws the tabs, the open one above a heavy line; in the lowest windows, where
// that line would be missed by the page, behind the mark of the cursor.
func (v *verdictScreen) tabRow() string {
	t, s := v.env.theme, v.strip()
	low := v.headHeight() == 1
	row, under := "", ""
	if s.left {
		row = t.accent.Render(glyphLeft)
	}
	for i, tab := range v.tabs[s.from:s.to] {
		name, gap := tab.title(), s.gap
		if i == 0 {
			gap = s.start - width(row)
			under = blank(width(row))
		}
		switch {
		case tab != v.tab:
			row += blank(gap) + t.muted.Render(name)
			under += blank(gap + len(name))
		case low:
			row += blank(gap-1) + t.chosen.Render(glyphCursor+name)
		default:
			row += blank(gap) + t.chosen.Render(name)
			under += blank(gap) + t.accent.Render(strings.Repeat(glyphHeavy, len(name)))
		}
	}
	if s.right {
		row += " " + t.accent.Render(glyphRight)
	}
	if low {
		return row
	}
	return row + "\n" + under
}

// onTabClick turns to the tab that was clicked, or past an arrow.
func (v *verdictScreen) onTabClick(x int) {
	s := v.strip()
	if s.left && x < s.start {
		v.turnBy(-1)
		return
	}
	at := s.start
	for _, tab := range v.tabs[s.from:s.to] {
		if x >= at && x < at+len(tab.title()) {
			v.turn(tab)
			return
		}
		at += len(tab.title()) + s.gap
	}
	if s.right && x >= at-s.gap {
		v.turnBy(1)
	}
}
