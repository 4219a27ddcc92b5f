package tui

import (
	tea "charm.land/bubbletea/v2"

	"remit/model"
)

// whatIfScreen lets a person change the answers of a session for the sake of the
// argument and see at once what follows. Nothing of it is saved until it is kept as a
// session of its own.
type whatIfScreen struct {
	env     *env
	keys    whatIfKeys
	session model.Session
	order   []string
	suppose supposition
	kept    model.Answers // what was kept last; nil before
	before  model.Advice  // of the session
	now     whatFollows   // of what is supposed
	x, y    string        // the questions of the map
	at      int           // cursor in order
	mapped  bool          // the page with the map is shown instead of the list
	list    scroll
	page    scroll
	spans   []lineSpan // of each question, in lines of the list
	era     int        // of the last wish to keep
	w, h    int
}

func newWhatIf(e *env, s model.Session) screen {
	f := e.Engine.Framework()
	v := &whatIfScreen{
		env: e, keys: newWhatIfKeys(), session: s, order: interviewOrder(f), list: newScroll(), page: newScroll(),
		suppose: supposition{was: s.Answers, now: s.Answers}, before: e.Engine.Advise(s.Answers, 0),
	}
	v.x, v.y = usualAxes(f)
	v.judge()
	return v
}

func (v *whatIfScreen) words() *model.Framework { return v.env.Engine.Framework() }

func (v *whatIfScreen) Init() tea.Cmd   { return nil }
func (v *whatIfScreen) Capturing() bool { return false }
func (v *whatIfScreen) Title() string   { return sessionTitle(v.session) + crumb + "What if" }

// Aside says how many answers are changed.
func (v *whatIfScreen) Aside() string {
	if n := len(v.suppose.changes(v.order)); n > 0 {
		return plural(n, "change", "changes")
	}
	return ""
}

func (v *whatIfScreen) Resize(w, h int) {
	v.w, v.h = w, h
	v.lay()
}

func (v *whatIfScreen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		return v.onKey(msg)
	case branchMsg:
		return v.branch(msg)
	case tea.BackgroundColorMsg:
		v.lay()
	case tea.MouseWheelMsg:
		v.inSight().update(msg)
	case tea.MouseClickMsg:
		v.onClick(msg.Mouse())
	}
	return nil
}

// inSight is what the wheel turns.
func (v *whatIfScreen) inSight() *scroll {
	if v.mapped {
		return &v.page
	}
	return &v.list
}

func (v *whatIfScreen) onKey(k tea.KeyPressMsg) tea.Cmd {
	keys := v.keys
	switch {
	case keys.leave.hit(k):
		return v.leave()
	case keys.keep.hit(k):
		return v.askKeep()
	case keys.page.hit(k):
		v.mapped = !v.mapped
	case len(v.order) == 0:
		return nil
	case keys.more.hit(k):
		v.step(+1)
	case keys.less.hit(k):
		v.step(-1)
	case keys.reset.hit(k):
		return v.reset()
	case keys.resetAll.hit(k):
		return v.resetAll()
	case keys.across.hit(k):
		v.turnMap(v.order[v.at], v.y)
	case keys.along.hit(k):
		v.turnMap(v.x, v.order[v.at])
	case v.mapped && (keys.pageUp.hit(k) || keys.pageDown.hit(k)):
		v.page.update(k)
		return nil
	default:
		if d, ok := keys.delta(k, v.list.h); ok {
			v.at = min(max(v.at+d, 0), len(v.order)-1)
		}
	}
	v.lay()
	return nil
}

// step gives the question under the cursor its next or last possible answer.
func (v *whatIfScreen) step(d int) {
	q := v.order[v.at]
	stops := v.stops(q)
	at := stopAt(stops, v.suppose.now[q])
	if to := min(max(at+d, 0), len(stops)-1); to != at {
		v.suppose.now = v.suppose.now.With(q, stops[to])
		v.judge()
	}
}

func (v *whatIfScreen) reset() tea.Cmd {
	q := v.order[v.at]
	if !v.suppose.changed(q) {
		return toast(toneNote, "This answer is not changed. Esc goes back.")
	}
	v.suppose.now = v.suppose.now.With(q, v.suppose.was[q])
	v.judge()
	v.lay()
	return nil
}

func (v *whatIfScreen) resetAll() tea.Cmd {
	v.suppose.now = v.suppose.was
	v.judge()
	v.lay()
	return toast(toneNote, "All answers are again as in the session.")
}

// turnMap draws the map over two questions. Who asks for one that the other axis has
// gets the axes exchanged.
func (v *whatIfScreen) turnMap(x, y string) {
	if x == y {
		x, y = v.y, v.x
	}
	v.x, v.y = x, y
	v.judge()
}

// onClick moves the cursor; a click on the line under the cursor changes its answer.
func (v *whatIfScreen) onClick(m tea.Mouse) {
	y := m.Y - v.headHeight() + v.list.top
	if m.Button != tea.MouseLeft || m.Y < v.headHeight() || m.Y >= v.headHeight()+v.list.h || v.mapped || m.X >= v.list.w {
		return
	}
	for i, s := range v.spans {
		if s.from > y || y > s.to {
			continue
		}
		if before := v.suppose.now; i == v.at {
			if v.step(+1); sameAnswers(v.suppose.now, before) {
				v.step(-len(v.stops(v.order[i]))) // behind the last comes the first
			}
		}
		v.at = i
		v.lay()
		return
	}
}

// leave goes back. Changes that are not kept are named once before they go.
func (v *whatIfScreen) leave() tea.Cmd {
	if !v.unkept() {
		return v.env.back()
	}
	return v.env.ask("Throw the changes away?", v.changesInWords()+"\nThe session itself is as it was. To keep them, go back and press k.",
		"throw away", v.env.back())
}

// unkept reports changes that leaving would lose.
func (v *whatIfScreen) unkept() bool {
	return len(v.suppose.changes(v.order)) > 0 && !sameAnswers(v.suppose.now, v.kept)
}
