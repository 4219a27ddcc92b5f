package tui

import (
	"cmp"
	"context"
	"errors"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"remit/advisor"
	"remit/model"
)

// Deps is what the app is built on.
type Deps struct {
	Engine   *advisor.Engine
	Sessions model.Sessions
	Now      func() time.Time // the clock, in the person's own time zone
	By       string           // who answers, for the history; may be empty
	ASCII    bool             // draw with ASCII only
	NoColor  bool             // no colours, whatever the terminal can do
	Backdrop Backdrop         // what the colours have to be read on

	// InUse says which framework Engine judges by and why, a sentence that is not
	// cleaned; "" for the built-in one, which is not worth a word.
	InUse string

	// Instead is why the framework that was chosen for good cannot be used; Engine then
	// judges by the built-in one. nil if nothing is wrong.
	Instead error

	// Since says what is to be known about a session that was made under another
	// framework than Engine's, a sentence each, not cleaned; none for one of the same.
	// It may be nil: then the app says only that the framework is another one.
	Since func(model.Session) []string

	// Export writes a report to a file and returns when it is on the disk. It never
	// replaces a file: then the error wraps fs.ErrExist, and another name is asked for.
	// The path of the request is what the person typed, not checked. Export may be nil:
	// then no screen offers to write anything. Else the two below must be there too.
	Export func(context.Context, ExportRequest) (ExportResult, error)

	// Preview gives the beginning of what Export would write, as plain text for a
	// page of this many columns, whatever the format.
	Preview func(ctx context.Context, r ExportRequest, columns int) (string, error)

	// ExportName proposes the name of the file: one that every shell and file system
	// takes as it is, and that does not name anybody if the request is anonymous.
	ExportName func(model.Session, ExportRequest) string

	// Open shows a file in the program that the system has for it. It returns when that
	// is on its way or has failed, and nothing of that program reaches the terminal. It
	// is nil where there is nothing to show it on.
	Open func(path string) error
}

// Backdrop says what the colours have to be read on. The first two are what to believe
// until the terminal tells its background, which some never do; the last two hold whatever
// it tells.
type Backdrop uint8

// The backdrops.
const (
	MaybeDark  Backdrop = iota // dark, unless the terminal says otherwise
	MaybeLight                 // light, unless the terminal says otherwise
	Dark
	Light
)

// settled reports that the terminal is not asked.
func (b Backdrop) settled() bool { return b >= Dark }

func (b Backdrop) isDark() bool { return b == MaybeDark || b == Dark }

// Start says which screen comes first. Home lies below it in every case, so that
// going back always leads somewhere.
type Start struct {
	At      At
	Session string // an id, the beginning of one, or a name, for the places that need a session
}

// At is a place to start.
type At uint8

// The places to start.
const (
	AtHome      At = iota
	AtNew          // the form for a new interview
	AtInterview    // the interview of Session, where it was left; its result if all was asked
	AtQuick        // the quick check of Session; of a new session if it is empty
	AtResult       // the result of Session
	AtSessions     // the list of all sessions
)

// Run shows the app until the person leaves it or ctx ends; then it returns the
// cause of that end. A fault of remit itself comes back as an error of
// KindBug, after the terminal was restored. If something that was said is not in
// the store then, a *model.Error that names it and wraps *Unsaved is returned, or
// joined to the cause. The caller handles signals and makes sure that there is a
// terminal.
func Run(ctx context.Context, d Deps, s Start, options ...tea.ProgramOption) error {
	e := newEnv(ctx, d)
	a := newApp(e, begin(e, s))
	options = append([]tea.ProgramOption{
		tea.WithContext(ctx), tea.WithFilter(saneSize), tea.WithoutSignalHandler(),
	}, options...)
	if d.NoColor {
		options = append(options, tea.WithColorProfile(colorprofile.ASCII))
	}
	root := &program{app: a, pace: &pacer{}}
	root.pace.program = tea.NewProgram(root, options...)
	_, err := root.pace.program.Run()
	root.pace.end()
	switch {
	case a.crash != nil:
		err = a.crash
	case ctx.Err() != nil:
		err = context.Cause(ctx)
	case errors.Is(err, tea.ErrInterrupted):
		err = nil
	}
	lost := a.lost(err == nil)
	if err == nil || lost == nil {
		return cmp.Or(err, lost)
	}
	return errors.Join(err, lost)
}

// begin is the command that opens the first screen above home; nil for home.
func begin(e *env, s Start) tea.Cmd {
	switch s.At {
	case AtNew:
		return func() tea.Msg { return startMsg{to: placeNew} }
	case AtSessions:
		return func() tea.Msg { return startMsg{to: placeSessions} }
	case AtQuick:
		if s.Session == "" {
			return newQuick(e, func(session model.Session) tea.Msg { return startMsg{placeQuick, session} })
		}
	}
	to, ok := map[At]place{AtInterview: placeInterview, AtQuick: placeQuick, AtResult: placeVerdict}[s.At]
	if !ok {
		return nil
	}
	ctx, sessions, ref := e.ctx, e.Sessions, s.Session
	return func() tea.Msg {
		session, err := sessions.Find(ctx, ref)
		if err != nil {
			return failedMsg{"open the session", err}
		}
		if to == placeInterview && summarize(e.Engine, session).asked() {
			to = placeVerdict
		}
		return startMsg{to, session}
	}
}

// saneSize keeps sizes usable: a terminal that does not know its size counts as
// 80x24 (Bubble Tea 2.0 would draw nothing), and a window beyond 500x200 would
// cost hundreds of megabytes.
func saneSize(_ tea.Model, msg tea.Msg) tea.Msg {
	s, ok := msg.(tea.WindowSizeMsg)
	if !ok {
		return msg
	}
	if s.Width <= 0 || s.Height <= 0 {
		return tea.WindowSizeMsg{Width: 80, Height: 24}
	}
	return tea.WindowSizeMsg{Width: min(s.Width, 500), Height: min(s.Height, 200)}
}
