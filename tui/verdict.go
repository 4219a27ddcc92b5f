package tui

import (
	"errors"
	"strings"

	tea "charm.land/bubbletea/v2"

	"remit/model"
	"remit/report"
)

// verdictScreen shows the result: the verdict in one sentence, then why, why not the
// others, what is not known, what would turn it, what follows from it, and what it all
// rests on.
type verdictScreen struct {
	env     *env
	keys    verdictKeys
	session model.Session
	advice  model.Advice
	next    model.Next
	turns   []model.Turn // what would turn the result; empty until it is found
	near    []model.Turn // those of them that a company can imagine
	turned  bool         // it was looked for
	since   []string     // what changed since the session was made, if that was under other rules

	follows *following
	ledger  *costLedger
	costsAt int          // the line of the plan at which the costs begin
	tabs    []verdictTab // those that there is something to show on
	parts   [numTabs]part
	tab     verdictTab
	tops    [numTabs]int // how far each page is scrolled
	body    scroll
	proofs  bool // strength and sources are shown beside each reason
	at      int  // cursor in what is unknown
	slip    slip // the answer that one comes back from, while it can be taken back here
	spans   []lineSpan
	gone    bool
	era     int // of the last reload
	turnEra int // of the last search for turns
	w, h    int
}

func newVerdict(e *env, s model.Session) screen {
	v := &verdictScreen{env: e, keys: newVerdictKeys(), body: newScroll(), follows: &following{env: e}}
	v.ledger = &costLedger{screen: v}
	v.keys.export = v.keys.export.when(e.Export != nil)
	v.tabs = v.tabsOf()
	v.parts[tabChart] = newChartPage(v.follows, v.visit, v.showCharter)
	v.parts[tabRACI] = newRACIPage(v.follows, v.keep)
	v.parts[tabRoles] = newCharterPage(v.follows)
	v.take(s)
	return v
}

// take makes s the session of which the result is shown.
func (v *verdictScreen) take(s model.Session) {
	v.session = s
	v.advice = v.env.Engine.Advise(s.Answers, 0)
	v.next = v.env.Engine.Best(s.Answers, &v.advice)
	v.since = v.env.since(s)
	v.at = min(v.at, max(len(v.unknown())-1, 0))
	v.follows.of(&v.advice, s.Edits)
}

// keep saves what was said here and takes the session as it then is. Where others
// changed it meanwhile nothing is saved and the error is an ErrMoved: the session is
// then taken as they left it. after looks up what that changes.
func (v *verdictScreen) keep(events ...model.Event) (after tea.Cmd, err error) {
	for i := range events {
		events[i].By = v.env.By
	}
	before := v.session.Answers
	s, err := appendAt(v.env.ctx, v.env.Sessions, v.session, events...)
	if err != nil && !errors.Is(err, model.ErrMoved) {
		return nil, err
	}
	v.take(s)
	if !sameAnswers(before, s.Answers) {
		after = v.findTurns()
	}
	return after, err
}

// visit opens a question that the result waits for.
func (v *verdictScreen) visit(question string) tea.Cmd {
	return v.wish(openQuestion(v.env, v.session, question))
}

// showCharter goes to what a role is for.
func (v *verdictScreen) showCharter(role string) {
	v.parts[tabRoles].(*charterPage).open(role)
	v.turn(tabRoles)
}

// Init looks for what would turn the result.
func (v *verdictScreen) Init() tea.Cmd {
	if len(v.since) == 0 {
		return v.findTurns()
	}
	return tea.Batch(v.findTurns(), toast(toneNote, v.since[0]))
}

// Capturing reports that keys are text on the open page.
func (v *verdictScreen) Capturing() bool {
	p := v.part()
	return p != nil && p.Capturing()
}

func (v *verdictScreen) Title() string { return sessionTitle(v.session) + crumb + "Result" }

// Page says which tab is open.
func (v *verdictScreen) Page() int { return int(v.tab) }

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
	v.gone, v.slip = false, slip{}
	cmd, v.era = reload(v.env, v.session.ID)
	return cmd
}

func (v *verdictScreen) Resize(w, h int) {
	v.w, v.h = w, h
	v.lay()
}

func (v *verdictScreen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case loadedMsg:
		return v.onLoaded(msg)
	case answeredMsg:
		if msg.slip.session == v.session.ID {
			v.slip = msg.slip
		}
		return nil
	case turnsMsg:
		if msg.era == v.turnEra {
			v.turns, v.turned = msg.turns, true
			v.near = report.WithinReach(v.words(), &v.advice, v.turns)
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
	case takeCostsBackMsg:
		return v.ledger.takeAllBack(msg)
	case tea.KeyPressMsg:
		return v.onKey(msg)
	case tea.MouseWheelMsg:
		if p := v.part(); p != nil {
			return p.Update(msg)
		}
		v.body.update(msg)
	case tea.MouseClickMsg:
		return v.onClick(msg.Mouse())
	default:
		if p := v.part(); p != nil {
			return p.Update(msg)
		}
	}
	return nil
}

func (v *verdictScreen) onLoaded(msg loadedMsg) tea.Cmd {
	switch {
	case msg.era != v.era:
		return nil
	case msg.err != nil:
		return stale()
	case msg.session.Seq < v.session.Seq: // it was read before what was saved here
		return nil
	}
	v.take(msg.session)
	v.lay()
	return v.findTurns()
}

func (v *verdictScreen) onKey(k tea.KeyPressMsg) tea.Cmd {
	if p := v.part(); p != nil && owned(p.Keys(), k) || v.Capturing() {
		return v.part().Update(k)
	}
	keys := v.keys
	switch {
	case keys.next.hit(k):
		v.turnBy(1)
	case keys.prev.hit(k):
		v.turnBy(-1)
	case keys.tab.hit(k):
		if place := strings.Index(tabDigits, k.Text); place < len(v.tabs) {
			v.turn(v.tabs[place])
		}
	case keys.evidence.hit(k):
		v.proofs = !v.proofs
		v.lay()
	case keys.review.hit(k):
		return v.wish(v.env.swap(placeReview, v.session))
	case keys.suppose.hit(k), v.tab == tabWhatIf && !v.early() && keys.open.hit(k):
		return v.wish(v.env.open(placeWhatIf, v.session))
	case keys.export.hit(k):
		return v.wish(v.env.open(placeExport, v.session))
	case keys.roles.hit(k):
		return v.wish(v.env.open(placeRoles, model.Session{}))
	case keys.resume.hit(k):
		return v.wish(v.env.swap(asking(v.session), v.session))
	case v.pricing() && keys.costs.hit(k):
		v.slip = slip{}
		over := newCostForm(v.ledger)
		return func() tea.Msg { return overlayMsg{over} }
	case v.undoKey().hit(k):
		return v.undo()
	case v.settles() && keys.settle.hit(k):
		return v.visit(v.unsettled()[0].Question)
	case v.pricing() && keys.reset.hit(k):
		return v.ledger.askReset()
	case v.tab == tabUnknown && len(v.unknown()) > 0:
		return v.onUnknownKey(k)
	case v.early() && keys.open.hit(k) && v.next.Question != "":
		return v.visit(v.next.Question)
	default:
		v.body.update(k)
	}
	return nil
}

// wish asks for another place and goes deaf until it is back on top.
func (v *verdictScreen) wish(cmd tea.Cmd) tea.Cmd {
	v.gone = true
	return cmd
}

func (v *verdictScreen) onClick(m tea.Mouse) tea.Cmd {
	if m.Button != tea.MouseLeft || m.Y < 0 {
		return nil
	}
	if m.Y == 0 {
		v.onTabClick(m.X)
		return nil
	}
	if p := v.part(); p != nil {
		m.Y -= v.headHeight()
		return p.Update(tea.MouseClickMsg(m))
	}
	y := m.Y - v.headHeight() + v.body.top
	for i, s := range v.spans {
		if v.tab == tabUnknown && s.from <= y && y <= s.to {
			v.at = i
			return v.visit(v.unknown()[i].Question)
		}
	}
	return nil
}

func (v *verdictScreen) View() string {
	head := v.tabRow()
	if v.headHeight() > 2 {
		head += "\n"
	}
	if p := v.part(); p != nil {
		return head + "\n" + p.View()
	}
	return head + "\n" + v.body.view(v.env.theme)
}

// headHeight is how many lines the tabs take: in the lowest windows one, in which the open
// one stands in brackets, else two, and with air three.
func (v *verdictScreen) headHeight() int {
	switch {
	case v.h < lowTabs:
		return 1
	case v.h < 18:
		return 2
	}
	return 3
}

const lowTabs = 12

// lay writes the open page anew.
func (v *verdictScreen) lay() {
	const lineMost = 100 // longer lines are tiring to read
	h := max(v.h-v.headHeight(), 1)
	if p := v.part(); p != nil {
		p.Resize(v.w, h)
		return
	}
	top := v.body.top // resize holds it against the text of the page before
	v.body.resize(v.w, h)
	v.body.set(v.page(min(v.body.textWidth(), lineMost)))
	v.body.top = top
	v.body.move(0)
}
