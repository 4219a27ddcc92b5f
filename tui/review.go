package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"remit/model"
)

// reviewScreen shows all answers of a session on one page, topic by topic. Enter
// opens the question under the cursor and comes back here.
type reviewScreen struct {
	env     *env
	keys    reviewKeys
	session model.Session
	advice  model.Advice
	order   []string
	open    map[string]model.Unknown // what is not known, by question
	at      int
	body    scroll
	spans   []lineSpan // of each question, in lines of the body
	slip    slip       // the answer that one comes back from, while it can be taken back here
	gone    bool
	era     int
	w, h    int
}

func newReview(e *env, s model.Session) screen {
	r := &reviewScreen{env: e, keys: newReviewKeys(), body: newScroll(), order: interviewOrder(e.Engine.Framework())}
	r.take(s)
	r.at = r.firstOpen()
	return r
}

// firstOpen is where the cursor begins: at the first question without an answer, else at
// the first that somebody has to find out.
func (r *reviewScreen) firstOpen() int {
	for _, kinds := range [][]model.AnswerKind{{model.Unanswered}, {model.Unsure, model.Later}} {
		for i, q := range r.order {
			if slices.Contains(kinds, r.session.Answers[q].Kind) {
				return i
			}
		}
	}
	return 0
}

func (r *reviewScreen) take(s model.Session) {
	r.session = s
	r.advice = r.env.Engine.Advise(s.Answers, 0)
	r.open = make(map[string]model.Unknown, len(r.advice.Unknown))
	for _, u := range r.advice.Unknown {
		r.open[u.Question] = u
	}
}

func (r *reviewScreen) Init() tea.Cmd   { return nil }
func (r *reviewScreen) Capturing() bool { return false }
func (r *reviewScreen) Title() string   { return sessionTitle(r.session) + crumb + "Answers" }

// tally counts the answers that count today.
func (r *reviewScreen) tally() model.Tally {
	f := r.env.Engine.Framework()
	return f.Tally(f.Usable(r.session.Answers))
}

// Aside says how much is answered.
func (r *reviewScreen) Aside() string {
	return r.tally().Short()
}

// Resume reads the answers anew: the question opened from here may have changed
// one.
func (r *reviewScreen) Resume() (cmd tea.Cmd) {
	r.gone, r.slip = false, slip{}
	cmd, r.era = reload(r.env, r.session.ID)
	return cmd
}

func (r *reviewScreen) Keys() []binding {
	k := r.keys
	return append([]binding{k.open, k.undo.when(r.slip.some()), k.result}, k.list()...)
}

func (r *reviewScreen) Resize(w, h int) {
	r.w, r.h = w, h
	r.lay()
}

func (r *reviewScreen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case loadedMsg:
		switch {
		case msg.era != r.era:
		case msg.err != nil:
			return stale()
		case msg.session.Seq >= r.session.Seq:
			r.take(msg.session)
			r.lay()
		}
		return nil
	case answeredMsg:
		if msg.slip.session == r.session.ID {
			r.slip = msg.slip
		}
		return nil
	case tea.BackgroundColorMsg:
		r.lay()
		return nil
	}
	if r.gone {
		return nil
	}
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		return r.onKey(msg)
	case tea.MouseWheelMsg:
		r.body.update(msg)
	case tea.MouseClickMsg:
		return r.onClick(msg.Mouse())
	}
	return nil
}

func (r *reviewScreen) onKey(k tea.KeyPressMsg) tea.Cmd {
	switch {
	case r.keys.open.hit(k):
		return r.openQuestion()
	case r.keys.undo.hit(k) && r.slip.some():
		return r.undo()
	case r.keys.result.hit(k):
		r.gone = true
		return r.env.open(placeVerdict, r.session)
	}
	if d, ok := r.keys.delta(k, r.body.h); ok {
		r.at = min(max(r.at+d, 0), len(r.order)-1)
		r.lay()
	}
	return nil
}

// undo takes back the answer that one comes back from.
func (r *reviewScreen) undo() tea.Cmd {
	s, decided, told := r.slip.undo(r.env, r.session)
	if decided {
		r.era = r.env.era() // what is still being read is older
		r.take(s)
		r.lay()
	}
	return told
}

func (r *reviewScreen) onClick(m tea.Mouse) tea.Cmd {
	y := m.Y - height(r.head()) + r.body.top
	if m.Button != tea.MouseLeft || m.Y < height(r.head()) {
		return nil
	}
	for i, s := range r.spans {
		if s.from <= y && y <= s.to {
			r.at = i
			return r.openQuestion()
		}
	}
	return nil
}

func (r *reviewScreen) openQuestion() tea.Cmd {
	if r.at < 0 || r.at >= len(r.order) {
		return nil
	}
	r.gone = true
	return openQuestion(r.env, r.session, r.order[r.at])
}

// openQuestion opens one question of a session, to come back when it is answered.
func openQuestion(e *env, s model.Session, question string) tea.Cmd {
	s.Position = question
	return e.open(placeQuestion, s)
}
