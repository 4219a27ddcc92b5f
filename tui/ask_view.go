package tui

import (
	tea "charm.land/bubbletea/v2"

	"remit/model"
)

// What each part of the interview needs: beside each other from besideWidth on,
// below each other where there are rows enough, else the standings in one line.
const (
	besideWidth = 72
	boardMin    = 33
	boardMax    = 58
	gutter      = 2 // between them; twice that where there is room
	airyWidth   = 100
	belowHeight = 26
)

func (a *askScreen) View() string {
	if a.inner != nil {
		return a.inner.View()
	}
	left, right := a.columns()
	switch {
	case right > 0 && a.explaining():
		return beside(a.h, a.w-left-right, []int{left, right}, a.page(left, a.h).view(), a.evidence.view(a.env.theme))
	case right > 0:
		return beside(a.h, a.w-left-right, []int{left, right}, a.page(left, a.h).view(), a.board().view(right, a.h))
	case a.covered():
		return a.evidence.view(a.env.theme)
	case a.h >= belowHeight:
		board := a.board().view(a.w, a.h/3)
		top := a.h - height(board) - 1
		return box(a.page(a.w, top).view(), a.w, top) + "\n\n" + board
	}
	return box(a.page(a.w, a.h-1).view(), a.w, a.h-1) + "\n" + a.board().line(a.w)
}

// columns gives the widths of question and standings; right is 0 where they do
// not fit beside each other.
func (a *askScreen) columns() (left, right int) {
	if a.w < besideWidth {
		return a.w, 0
	}
	right = min(max(a.w*7/16, boardMin), boardMax)
	gap := gutter
	if a.w >= airyWidth {
		gap *= 2
	}
	return a.w - right - gap, right
}

// explaining reports that the evidence is shown.
func (a *askScreen) explaining() bool { return a.unfolded && a.talk.at != "" }

// covered reports that the evidence is shown in the place of the question.
func (a *askScreen) covered() bool {
	_, right := a.columns()
	return right == 0 && a.explaining()
}

func (a *askScreen) board() scoreboard {
	return scoreboard{
		standings: standings{
			theme: a.env.theme, words: a.talk.framework(), outlook: a.talk.advice.Outlook, preview: a.glimpse(), shares: &a.shares, aside: allAside(&a.talk.advice),
		},
		first:  a.talk.afterAll(),
		before: a.talk.before,
		after:  a.talk.advice,
		last:   a.talk.last,
	}
}

// glimpse is the outlook with the answer under the cursor, nil if that is what
// counts already.
func (a *askScreen) glimpse() *model.Outlook {
	q := a.talk.question()
	if q == nil || a.cur < 0 {
		return nil
	}
	answer := a.choices[a.cur].answer
	if a.choices[a.cur].typed {
		answer, _ = a.field.answer(q)
	}
	if answer.Kind == model.Unanswered || answer == a.talk.session.Answers[q.ID] {
		return nil
	}
	seen, ok := a.preview[answer]
	if !ok {
		seen = a.env.Engine.Outlook(a.talk.session.Answers.With(q.ID, answer))
		a.preview[answer] = seen
	}
	return &seen
}

// Aside says how far the interview is, where the page itself does not.
func (a *askScreen) Aside() string {
	if a.talk.at == "" || a.talk.way == adaptive && a.laidOut().density < bare {
		return ""
	}
	return a.place()
}

// place counts where the open question stands.
func (a *askScreen) place() string {
	said := a.talk.asked()
	switch a.talk.way {
	case adaptive:
		if a.talk.said(a.talk.at).Kind == model.Unanswered {
			said++
		}
		return "question " + thousands(said)
	case rest:
		return plural(a.unansweredCount(), "left", "left")
	}
	for i, q := range a.talk.order {
		if q == a.talk.at {
			at := thousands(i+1) + " of " + thousands(len(a.talk.order))
			if a.w < besideWidth {
				return at
			}
			return "question " + at
		}
	}
	return ""
}

// Cursor shows the terminal's own cursor where something is typed.
func (a *askScreen) Cursor() *tea.Cursor {
	if a.inner != nil {
		if c, ok := a.inner.(cursorer); ok {
			return c.Cursor()
		}
		return nil
	}
	if a.cur < 0 || !a.choices[a.cur].typed || a.covered() {
		return nil
	}
	p := a.laidOut()
	y := p.spans[a.cur].from - p.top
	if y < 0 || y >= p.room {
		return nil
	}
	return tea.NewCursor(width(a.choiceHead(a.cur))+width(a.choices[a.cur].label)+2+len(a.field.digits), height(p.head)+y)
}

// laidOut is the page as View draws it.
func (a *askScreen) laidOut() page {
	left, right := a.columns()
	switch {
	case right > 0:
		return a.page(left, a.h)
	case a.h >= belowHeight:
		board := a.board().view(a.w, a.h/3)
		return a.page(a.w, a.h-height(board)-1)
	}
	return a.page(a.w, a.h-1)
}

// onClick gives the answer that was clicked at.
func (a *askScreen) onClick(m tea.Mouse) tea.Cmd {
	left, _ := a.columns()
	if m.Button != tea.MouseLeft || m.X < 0 || m.X >= left || a.covered() {
		return nil
	}
	p := a.laidOut()
	row := m.Y - height(p.head)
	if row < 0 || row >= p.room {
		return nil
	}
	for i, s := range p.spans {
		if y := row + p.top; y < s.from || y > s.to {
			continue
		}
		a.status = status{}
		a.cur = i
		switch {
		case a.talk.at == "":
			return a.end(i)
		case a.choices[i].typed:
			return nil
		}
		return a.give(a.choices[i].answer)
	}
	return nil
}

// onWheel scrolls the evidence under the pointer, else moves the cursor.
func (a *askScreen) onWheel(m tea.MouseWheelMsg) {
	left, _ := a.columns()
	if a.covered() || a.unfolded && m.X >= left {
		a.evidence.update(m)
		return
	}
	if d := wheel(m); d != 0 {
		a.moveTo(a.cur + d/max(d, -d))
	}
}
