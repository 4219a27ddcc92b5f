package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"remit/model"
)

// whatIfScreen lets a person change the answers of a session for the sake of the
// argument and see at once what follows. What is tried can be set aside, and up to four
// variants be compared side by side. Nothing of it is saved until it is kept as a
// session of its own.
type whatIfScreen struct {
	env     *env
	keys    whatIfKeys
	session model.Session
	order   []string
	suppose supposition
	aside   []variant     // at most mostVariants-1, so that the session is the first of them
	removed *variant      // what was taken out last
	wentOn  model.Answers // of the variant that one went on from last; nil before
	kept    []keptSheet
	before  model.Advice // of the session
	now     whatFollows  // of what is supposed
	x, y    string       // the questions of the map
	at      int          // cursor in order
	mapped  bool         // the page with the map is shown instead of the list
	list    scroll
	page    scroll
	spans   []lineSpan // of each question, in lines of the list

	comparing bool // the variants are shown side by side instead of both
	table     sideTable
	picker    *sessionPicker // the last that was opened; nil before

	era  int // of the last question to the person, or request to the store
	w, h int
}

func newWhatIf(e *env, s model.Session) screen {
	f := e.Engine.Framework()
	v := &whatIfScreen{
		env: e, keys: newWhatIfKeys(), session: s, order: interviewOrder(f), list: newScroll(), page: newScroll(), table: newSideTable(),
		suppose: supposition{was: s.Answers, now: s.Answers}, before: e.Engine.Advise(s.Answers, 0),
	}
	v.x, v.y = usualAxes(f)
	v.judge()
	return v
}

func (v *whatIfScreen) words() *model.Framework { return v.env.Engine.Framework() }

func (v *whatIfScreen) Init() tea.Cmd   { return nil }
func (v *whatIfScreen) Capturing() bool { return false }

// Title says which of the pages one is on.
func (v *whatIfScreen) Title() string {
	title := sessionTitle(v.session) + crumb + "What if"
	if v.comparing {
		title += crumb + "Side by side"
	}
	return title
}

// Page tells the list from the map where only one is in sight.
func (v *whatIfScreen) Page() int {
	if v.mapped {
		return 1
	}
	return 0
}

// nextEra makes replies to what was asked before stale.
func (v *whatIfScreen) nextEra() int {
	v.era = v.env.era()
	return v.era
}

// Aside says how many answers are changed, and how many variants wait.
func (v *whatIfScreen) Aside() string {
	var parts []string
	if n := len(v.suppose.changes(v.order)); n > 0 {
		parts = append(parts, plural(n, "change", "changes"))
	}
	if n := len(v.aside); n > 0 {
		parts = append(parts, plural(n, "variant", "variants"))
	}
	return strings.Join(parts, " "+glyphDot+" ")
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
	case takeMsg:
		return v.take(msg)
	case listedMsg:
		v.picker.listed(msg)
	case pickedMsg:
		return v.added(msg)
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
	switch {
	case v.comparing:
		return &v.table.body
	case v.mapped:
		return &v.page
	}
	return &v.list
}

func (v *whatIfScreen) onKey(k tea.KeyPressMsg) tea.Cmd {
	keys := v.keys
	switch {
	case v.comparing:
		return v.onSideKey(k)
	case keys.leave.hit(k):
		return v.leave()
	case keys.compare.hit(k):
		v.compare()
	case keys.keep.hit(k):
		return v.askKeep(v.suppose.now)
	case keys.page.hit(k):
		v.mapped = !v.mapped
	case len(v.order) == 0:
		return nil
	case keys.enter.hit(k):
		return toast(toneNote, glyphLeft+glyphRight+" change this answer at once. m: the map.")
	case keys.more.hit(k):
		v.step(+1)
	case keys.less.hit(k):
		v.step(-1)
	case keys.aside.hit(k):
		return v.setAside()
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
	if v.comparing {
		v.onSideClick(m)
		return
	}
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

// leave goes back. What is not kept is named once before it goes.
func (v *whatIfScreen) leave() tea.Cmd {
	if len(v.unkept()) == 0 {
		return v.env.back()
	}
	return v.env.ask("Throw the changes away?", v.unkeptInWords()+"\nThe session itself is as it was. To keep them, go back and press k.",
		"throw away", v.env.back())
}
