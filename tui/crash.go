package tui

import (
	"errors"
	"runtime/debug"

	tea "charm.land/bubbletea/v2"

	"remit/model"
)

// program is what Bubble Tea runs. It turns a panic in any part of the app into
// an orderly end: the terminal is restored and the caller gets an error, instead
// of a trace across the screen.
type program struct {
	app  *app
	pace *pacer // nil for the stock pace
}

func (p *program) Init() (cmd tea.Cmd) {
	p.pace.wake()
	defer p.rescue(&cmd)
	return p.guarded(p.app.init())
}

func (p *program) Update(msg tea.Msg) (_ tea.Model, cmd tea.Cmd) {
	p.pace.wake()
	defer p.rescue(&cmd)
	if c, ok := msg.(crashMsg); ok {
		p.app.crash = c.err
	}
	if p.app.crash != nil {
		return p, tea.Quit
	}
	return p, p.guarded(p.app.update(msg))
}

func (p *program) View() (v tea.View) {
	defer p.pace.wake() // the frame is there only now, however long it took
	defer func() {
		if r := recover(); r != nil {
			p.app.crash = bug(r)
			v = tea.NewView("remit has met a fault of its own. Press any key to leave.")
			v.AltScreen = true
		}
	}()
	return p.app.view()
}

func (p *program) rescue(cmd *tea.Cmd) {
	if r := recover(); r != nil {
		p.app.crash = bug(r)
		*cmd = tea.Quit
	}
}

// crashMsg brings a panic of a command back to the program.
type crashMsg struct{ err error }

// guarded is cmd with its panics caught, and those of the commands that it
// brings forth.
func (p *program) guarded(cmd tea.Cmd) tea.Cmd {
	if cmd == nil {
		return nil
	}
	return func() (msg tea.Msg) {
		defer func() {
			if r := recover(); r != nil {
				msg = crashMsg{bug(r)}
			}
		}()
		msg = cmd()
		if batch, ok := msg.(tea.BatchMsg); ok {
			for i, c := range batch {
				batch[i] = p.guarded(c)
			}
		}
		return msg
	}
}

// bug wraps what was thrown, with the place for whoever mends it.
func bug(thrown any) error {
	return &model.Error{
		Kind: model.KindBug,
		What: "remit met a fault of its own",
		Lost: "Every answer that was confirmed is saved.",
		Cure: "Start remit again: it resumes where you were.",
		Err:  &model.Panic{Thrown: thrown, Stack: debug.Stack()},
	}
}

func asError(err error) (*model.Error, bool) { return errors.AsType[*model.Error](err) }
