package tui

import (
	"fmt"
	"strings"

	"remit/model"
)

// libraryRoom is where the parts of the list lie in the body.
type libraryRoom struct {
	top, rows     int // first line and number of rows of the list
	list, preview int // widths; no preview if 0
}

const previewGap = 4

func (l *library) Resize(w, h int) {
	l.w, l.h = w, h
	r := libraryRoom{top: 2, list: w}
	if h < 12 {
		r.top = 1
	}
	if w >= 110 {
		r.preview = min(w/3, 48)
		r.list = w - r.preview - previewGap
	}
	r.rows = max(h-r.top, 1)
	l.room = r
	l.find.resize(min(w-8, 60))
	l.list.size(len(l.rows), r.rows)
}

// Aside says where one is in the list.
func (l *library) Aside() string {
	if len(l.rows) == 0 {
		return ""
	}
	more := ""
	if l.next != "" {
		more = "+"
	}
	return fmt.Sprintf("%d of %d%s", l.list.at+1, len(l.rows), more)
}

func (l *library) View() string {
	head := clip(l.head(), l.w, 1) + strings.Repeat("\n", l.room.top)
	if l.room.preview == 0 {
		return head + l.body()
	}
	rule := strings.TrimSuffix(strings.Repeat(l.env.theme.faint.Render(glyphBar)+"\n", l.room.rows), "\n")
	return head + beside(l.room.rows, 0,
		[]int{l.room.list, 2, previewGap - 2, l.room.preview},
		l.body(), "", rule, l.preview())
}

// head shows the filter while there is one, the three shelves otherwise.
func (l *library) head() string {
	t := l.env.theme
	if l.typing || l.find.value != "" {
		if l.typing {
			return t.accent.Render(findPrompt) + l.find.view(t)
		}
		return t.muted.Render(findPrompt) + cut(l.find.value, l.w-len(findPrompt))
	}
	var parts []string
	for _, s := range []model.Show{model.ShowActive, model.ShowArchived, model.ShowDeleted} {
		if s == l.show {
			parts = append(parts, t.chosen.Render(glyphOn+" "+shelfName(s)))
		} else {
			parts = append(parts, t.muted.Render(glyphOff+" "+shelfName(s)))
		}
	}
	return flow([]string{strings.Join(parts, "  "), t.key.Render("tab") + t.muted.Render(" next list")}, "   ", l.w)[0]
}

func (l *library) body() string {
	t := l.env.theme
	w := l.room.list
	switch {
	case l.err != nil:
		return trouble(t, l.err, min(w, 76))
	case !l.loaded:
		return ""
	case len(l.rows) == 0:
		return t.muted.Render(wrapped(l.emptiness(), min(w, 76)))
	}
	from, to := l.list.window()
	return l.list.view(t, rows(l.env, l.rows[from:to], fitColumns(w-2), l.list.at-from), w)
}

// emptiness says why nothing is listed and what to do about it.
func (l *library) emptiness() string {
	switch {
	case l.find.value != "":
		return "Nothing found. Press esc to show all, or tab to look among the archived and the deleted."
	case l.show == model.ShowArchived:
		return "The archive is empty. In the list of active sessions, a puts a session here."
	case l.show == model.ShowDeleted:
		return "Nothing is deleted. A deleted session waits here until you want it back."
	}
	return "No sessions yet. Press n to start an interview."
}

// preview tells about the session under the cursor.
func (l *library) preview() string {
	s, ok := l.chosen()
	if !ok || !l.loaded {
		return ""
	}
	t, w := l.env.theme, l.room.preview
	return stack(t.strong.Render(wrapped(called(s.session), w)), l.facts(s, w), l.standingText(s, w), l.notes(s, w))
}

func (l *library) facts(s summary, w int) string {
	t := l.env.theme
	var lines []string
	fact := func(label, value string) {
		if value != "" {
			lines = append(lines, hang(t.muted.Render(fit(label, 10)), value, w))
		}
	}
	fact("Client", s.session.Client)
	fact("Asked", s.session.Asked)
	fact("Kind", map[model.SessionKind]string{model.Interview: "interview", model.Quick: "quick check"}[s.session.Kind])
	fact("Branch of", s.parent)
	fact("Known", s.Tally.String())
	now := l.env.Now()
	fact("Begun", ago(s.session.Created, now))
	fact("Changed", ago(s.session.Updated, now))
	return strings.Join(lines, "\n")
}

// standingText is the advice as it stands, in a sentence.
func (l *library) standingText(s summary, w int) string {
	t := l.env.theme
	switch {
	case s.early:
		return tooEarly(t, s.first, w)
	case s.standing == "":
		return t.muted.Render("Nothing is answered yet.")
	}
	text := leadCell(l.env, s, w) + t.muted.Render("  "+string(s.standing))
	if s.standing == model.Open {
		text = stack(text, t.muted.Render(wrapped("Too close, or too little known, to call. So far:", w)))
	}
	text = stack(text, wrapped(model.Clean(s.verdict), w))
	if !s.fits {
		text = stack(text, t.muted.Render(wrapped("Answered under other rules than today's.", w)))
	}
	return text
}

// notes lists what was noted, in the order of the questions.
func (l *library) notes(s summary, w int) string {
	if len(s.session.Notes) == 0 {
		return ""
	}
	t := l.env.theme
	lines := []string{t.muted.Render("Notes")}
	for _, q := range l.env.Engine.Framework().Questions {
		if note := s.session.Notes[q.ID]; note != "" {
			lines = append(lines, hang(t.muted.Render(glyphBullet+" "), model.Clean(q.Short)+": "+note, w))
		}
	}
	return strings.Join(lines, "\n")
}
