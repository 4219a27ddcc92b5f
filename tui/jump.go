package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"remit/model"
	"remit/report"
)

// jump is the list of all questions by topic. Typing narrows it to the questions
// in whose words, topic, choices or answer every typed word occurs.
type jump struct {
	env   *env
	keys  jumpKeys
	talk  *interview
	open  func(question string)
	query string
	found []string
	list  pick
	w, h  int
}

func newJump(e *env, talk *interview, open func(string)) *jump {
	j := &jump{env: e, keys: newJumpKeys(), talk: talk, open: open}
	j.search()
	for i, q := range j.found {
		if q == talk.at {
			j.list.at = i
		}
	}
	return j
}

func (j *jump) Update(msg tea.Msg) (tea.Cmd, bool) {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		return nil, j.onKey(msg)
	case tea.PasteMsg:
		j.query += model.Clean(model.Cut(msg.Content, model.MaxName))
		j.search()
	case tea.MouseWheelMsg:
		j.list.move(wheel(msg))
	case tea.MouseClickMsg:
		return nil, j.onClick(msg.Mouse())
	}
	return nil, false
}

func (j *jump) onKey(k tea.KeyPressMsg) (done bool) {
	switch {
	case j.keys.close.hit(k):
		return true
	case j.keys.open.hit(k):
		return j.pick(j.list.at)
	case j.keys.up.hit(k):
		j.list.move(-1)
	case j.keys.down.hit(k):
		j.list.move(1)
	case j.keys.pageUp.hit(k):
		j.list.move(-j.list.rows)
	case j.keys.pageDown.hit(k):
		j.list.move(j.list.rows)
	case j.keys.clear.hit(k):
		j.query = ""
		j.search()
	case j.keys.erase.hit(k):
		if j.query == "" {
			return true
		}
		letters := []rune(j.query)
		j.query = string(letters[:len(letters)-1])
		j.search()
	case k.Text != "" && len(j.query) < model.MaxName:
		j.query += k.Text
		j.search()
	}
	return false
}

func (j *jump) pick(i int) (done bool) {
	if i < 0 || i >= len(j.found) {
		return false
	}
	j.open(j.found[i])
	return true
}

func (j *jump) onClick(m tea.Mouse) (done bool) {
	row := m.Y - jumpHead
	from, to := j.list.window()
	if m.Button != tea.MouseLeft || row < 0 || from+row >= to {
		return false
	}
	return j.pick(from + row)
}

// search fills the list: first the questions with the words in what the list shows of
// them or in the question itself, then those with the words in what belongs to it. The
// cursor goes to the first that is found.
func (j *jump) search() {
	f := j.talk.framework()
	var near, far []string
	for _, id := range j.talk.order {
		q := f.Question(id)
		text := strings.Join([]string{q.Short, q.Ask, topicTitle(f, q.Topic), inWords(q, j.talk.said(id)), id}, " ")
		switch {
		case report.HasWords(text, j.query):
			near = append(near, id)
		case report.HasWords(text+" "+around(f, q), j.query):
			far = append(far, id)
		}
	}
	j.found = append(near, far...)
	j.list.at, j.list.top = 0, 0
	j.list.size(len(j.found), j.h-jumpHead)
}

// around is what is said about a question beside the question: why it is asked, what
// helps, what can be picked, and the names of the rules that read the answer.
func around(f *model.Framework, q *model.Question) string {
	texts := append([]string{q.Why, q.Help}, q.Examples...)
	for _, o := range q.Options {
		texts = append(texts, o.Label, o.Help)
	}
	for _, b := range q.Bands {
		texts = append(texts, b.Label, b.Help)
	}
	for _, r := range f.Rules {
		if reads(r, q.ID) {
			texts = append(texts, r.Title)
		}
	}
	return strings.Join(texts, " ")
}

// jumpHead is how many lines stand above the list.
const jumpHead = 2

func (j *jump) Resize(w, h int) {
	j.w, j.h = min(w, 100), h
	j.list.size(len(j.found), h-jumpHead)
}

func (j *jump) Title() string { return "All questions" }

func (j *jump) Keys() []binding {
	k := j.keys
	return []binding{k.open, k.help, k.close, k.up, k.down, k.pageUp, k.pageDown, k.erase, k.clear}
}

func (j *jump) View() string {
	t := j.env.theme
	hint := ""
	if j.query == "" {
		hint = " type a word"
	}
	lines := []string{t.accent.Render(findPrompt) + cutLeft(j.query, j.w-len(findPrompt)-1) + t.muted.Render(cut(hint, j.w-len(findPrompt))), ""}
	if len(j.found) == 0 {
		lines = append(lines, tint(t.muted, wrapped("No question has these words. Ctrl+u shows all again.", j.w)))
	}
	return pile(strings.Join(lines, "\n"), j.rows())
}

// rows draws what is found, with a bar where there is more. Its topic stands beside the
// first question of each, and beside the first in sight.
func (j *jump) rows() string {
	var lines []string
	from, to := j.list.window()
	topic := ""
	for i := from; i < to; i++ {
		q := j.talk.framework().Question(j.found[i])
		lines = append(lines, j.row(i, q, q.Topic != topic))
		topic = q.Topic
	}
	return j.list.view(j.env.theme, lines, j.w)
}

// row draws one question: mark, topic where it begins, short name and answer.
func (j *jump) row(i int, q *model.Question, first bool) string {
	t := j.env.theme
	mark, paint := " ", t.text
	if i == j.list.at {
		mark, paint = glyphCursor, t.chosen
	}
	topic, col := "", min(22, j.w/4)
	if j.w < besideWidth {
		col = 0
	}
	if first {
		topic = topicTitle(j.talk.framework(), q.Topic)
	}
	short := min(24, (j.w-col)/2)
	said := j.talk.said(q.ID)
	line := t.muted.Render(fit(topic, col))
	if col > 0 {
		line += " "
	}
	rest := max(j.w-2-width(line)-short-5, 0) // two columns are the bar's
	return line + paint.Render(mark+" "+fit(q.Short, short)) + " " + t.muted.Render(markOf(q, said)+" "+cut(saidInWords(q, said), rest))
}

// Cursor shows the terminal's own cursor behind what is typed.
func (j *jump) Cursor() *tea.Cursor {
	return tea.NewCursor(len(findPrompt)+width(cutLeft(j.query, j.w-len(findPrompt)-1)), 0)
}
