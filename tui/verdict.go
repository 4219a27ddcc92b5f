package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"remit/advisor"
	"remit/model"
)

// verdictTab is one page of the result.
type verdictTab uint8

const (
	tabVerdict verdictTab = iota
	tabWhy
	tabOthers
	tabUnknown
	tabSources
	numTabs
)

var tabTitles = [numTabs]string{"Verdict", "Why", "Others", "Unknown", "Sources"}

// verdictScreen shows the result: the verdict in one sentence, then why, why not
// the others, what is not known, and what it all rests on.
type verdictScreen struct {
	env     *env
	keys    verdictKeys
	session model.Session
	advice  model.Advice
	next    model.Next
	ways    ways     // what would turn the result; empty until it is found
	since   []string // what changed since the session was made, if that was under other rules

	tab    verdictTab
	tops   [numTabs]int // how far each page is scrolled
	body   scroll
	proofs bool // strength and sources are shown beside each reason
	at     int  // cursor in what is unknown
	spans  []lineSpan
	gone   bool
	era    int // of the last reload
	wayEra int // of the last search for ways
	w, h   int
}

func newVerdict(e *env, s model.Session) screen {
	v := &verdictScreen{env: e, keys: newVerdictKeys(), body: newScroll()}
	v.take(s)
	return v
}

// take makes s the session of which the result is shown.
func (v *verdictScreen) take(s model.Session) {
	v.session = s
	v.advice = v.env.Engine.Advise(s.Answers, 0)
	v.next = v.env.Engine.Next(s.Answers)
	v.since = v.env.since(s)
	v.at = min(v.at, max(len(v.unknown())-1, 0))
}

// waysMsg brings the smallest changes that would turn the advice. The search takes
// longer than a frame, so it runs beside the screen.
type waysMsg struct {
	era  int
	ways ways
}

func (v *verdictScreen) findWays() tea.Cmd {
	v.wayEra = v.env.era()
	era, engine, answers := v.wayEra, v.env.Engine, v.session.Answers.Clone()
	return func() tea.Msg {
		return waysMsg{era, waysOf(engine, answers, engine.Advise(answers, advisor.MaxFlips).Flips)}
	}
}

// Init looks for what would turn the result.
func (v *verdictScreen) Init() tea.Cmd {
	if len(v.since) == 0 {
		return v.findWays()
	}
	return tea.Batch(v.findWays(), toast(toneNote, v.since[0]))
}

func (v *verdictScreen) Capturing() bool { return false }
func (v *verdictScreen) Title() string   { return sessionTitle(v.session) + crumb + "Result" }

// Aside says how firm the result is.
func (v *verdictScreen) Aside() string {
	if v.advice.TooEarly() {
		return "too early"
	}
	return string(v.advice.Standing)
}

// Resume reads the answers anew: a question opened from here may have changed
// the result.
func (v *verdictScreen) Resume() (cmd tea.Cmd) {
	v.gone = false
	cmd, v.era = reload(v.env, v.session.ID)
	return cmd
}

func (v *verdictScreen) Resize(w, h int) {
	v.w, v.h = w, h
	v.lay()
}

func (v *verdictScreen) Keys() []binding {
	k := v.keys
	choosing := v.tab == tabUnknown && len(v.unknown()) > 0
	if v.body.over() && !choosing {
		k.up = k.up.as(glyphUp+glyphDown, "scroll")
	}
	list := []binding{k.open.when(choosing || v.early() && v.next.Question != ""), k.next, k.up,
		k.evidence.when(v.tab <= tabOthers && !v.early()), k.suppose, k.review, k.resume, k.prev, k.tab}
	return append(list, k.moveKeys.list()[1:]...)
}

func (v *verdictScreen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case loadedMsg:
		return v.onLoaded(msg)
	case waysMsg:
		if msg.era == v.wayEra {
			v.ways = msg.ways
			v.lay()
		}
		return nil
	case tea.BackgroundColorMsg:
		v.lay()
		return nil
	}
	if v.gone {
		return nil
	}
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		return v.onKey(msg)
	case tea.MouseWheelMsg:
		v.body.update(msg)
	case tea.MouseClickMsg:
		return v.onClick(msg.Mouse())
	}
	return nil
}

func (v *verdictScreen) onLoaded(msg loadedMsg) tea.Cmd {
	switch {
	case msg.era != v.era:
		return nil
	case msg.err != nil:
		return stale()
	}
	v.take(msg.session)
	v.lay()
	return v.findWays()
}

func (v *verdictScreen) onKey(k tea.KeyPressMsg) tea.Cmd {
	keys := v.keys
	switch {
	case keys.next.hit(k):
		v.turn(v.tab + 1)
	case keys.prev.hit(k):
		v.turn(v.tab + numTabs - 1)
	case keys.tab.hit(k):
		v.turn(verdictTab(k.Text[0] - '1'))
	case keys.evidence.hit(k):
		v.proofs = !v.proofs
		v.lay()
	case keys.review.hit(k):
		return v.wish(v.env.swap(placeReview, v.session))
	case keys.suppose.hit(k):
		return v.wish(v.env.open(placeWhatIf, v.session))
	case keys.resume.hit(k):
		return v.wish(v.env.swap(placeInterview, v.session))
	case v.tab == tabUnknown && len(v.unknown()) > 0:
		return v.onUnknownKey(k)
	case v.early() && keys.open.hit(k) && v.next.Question != "":
		return v.wish(openQuestion(v.env, v.session, v.next.Question))
	default:
		v.body.update(k)
	}
	return nil
}

func (v *verdictScreen) onUnknownKey(k tea.KeyPressMsg) tea.Cmd {
	open := v.unknown()
	if v.keys.open.hit(k) {
		return v.wish(openQuestion(v.env, v.session, open[v.at].Question))
	}
	if d, ok := v.keys.delta(k, v.body.h); ok {
		v.at = min(max(v.at+d, 0), len(open)-1)
		v.lay()
		v.body.reveal(v.spans[v.at].from, v.spans[v.at].to)
	}
	return nil
}

// wish asks for another place and goes deaf until it is back on top.
func (v *verdictScreen) wish(cmd tea.Cmd) tea.Cmd {
	v.gone = true
	return cmd
}

// turn goes to another page, to where it was left.
func (v *verdictScreen) turn(to verdictTab) {
	v.tops[v.tab] = v.body.top
	v.tab = to % numTabs
	v.body.top = v.tops[v.tab]
	v.lay()
}

func (v *verdictScreen) onClick(m tea.Mouse) tea.Cmd {
	if m.Button != tea.MouseLeft || m.Y < 0 {
		return nil
	}
	if m.Y == 0 {
		x := 0
		for i, title := range tabTitles {
			if m.X >= x && m.X < x+len(title) {
				v.turn(verdictTab(i))
				return nil
			}
			x += len(title) + v.tabGap()
		}
		return nil
	}
	y := m.Y - v.headHeight() + v.body.top
	for i, s := range v.spans {
		if v.tab == tabUnknown && s.from <= y && y <= s.to {
			v.at = i
			return v.wish(openQuestion(v.env, v.session, v.unknown()[i].Question))
		}
	}
	return nil
}

func (v *verdictScreen) View() string {
	t := v.env.theme
	tabs, under := make([]string, numTabs), make([]string, numTabs)
	for i, title := range tabTitles {
		tabs[i], under[i] = t.muted.Render(title), blank(len(title))
		if verdictTab(i) == v.tab {
			tabs[i], under[i] = t.chosen.Render(title), t.accent.Render(strings.Repeat(glyphHeavy, len(title)))
		}
	}
	gap := blank(v.tabGap())
	head := strings.Join(tabs, gap) + "\n" + strings.Join(under, gap)
	if v.headHeight() > 2 {
		head += "\n"
	}
	return head + "\n" + v.body.view(t)
}

func (v *verdictScreen) headHeight() int {
	if v.h < 18 {
		return 2
	}
	return 3
}

func (v *verdictScreen) tabGap() int {
	if v.w < 60 {
		return 1
	}
	return 3
}

// lay writes the open page anew.
func (v *verdictScreen) lay() {
	const lineMost = 100 // longer lines are tiring to read
	v.body.resize(v.w, max(v.h-v.headHeight(), 1))
	v.body.set(v.page(min(v.body.textWidth(), lineMost)))
}
