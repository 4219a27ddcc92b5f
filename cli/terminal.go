package cli

import (
	"context"
	"os"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"remit/model"
	"remit/tui"
)

// canDraw reports whether the terminal app can run here: it needs a terminal on
// both sides that understands more than lines.
func (a *app) canDraw() bool {
	t := a.env.Getenv("TERM")
	return a.env.InTerminal && a.env.OutTerminal && t != "dumb" && t != ""
}

// show runs the terminal app.
func (a *app) show(ctx context.Context, start tui.Start) error {
	keep, err := a.sessions()
	if err != nil {
		return err
	}
	engine, inUse, err := a.engineToTalk()
	if err != nil {
		return err
	}
	backdrop, err := a.backdrop()
	if err != nil {
		return err
	}
	if terminal, ok := a.env.Stdin.(*os.File); ok {
		var stop context.CancelFunc
		ctx, stop = untilHangup(ctx, terminal)
		defer stop()
	}
	export := exporter{a, keep, engine}
	return a.rescue(tui.Run(ctx, tui.Deps{
		Engine:   engine,
		Sessions: keep,
		Now:      a.env.Now,
		By:       a.env.User,
		ASCII:    a.ascii,
		NoColor:  !a.color,
		Backdrop: backdrop,
		InUse:    inUse,
		Instead:  a.unusable,
		Since:    func(s model.Session) []string { return since(engine, s) },

		Export:     export.write,
		Preview:    export.preview,
		ExportName: export.name,
		Open:       a.opener(),
	}, start))
}

// foreign reports whether the locale says that the terminal shows no Unicode. A
// locale that says nothing is no reason to draw less well.
func (a *app) foreign() bool {
	for _, name := range []string{"LC_ALL", "LC_CTYPE", "LANG"} {
		if locale := strings.ToLower(a.env.Getenv(name)); locale != "" {
			return !strings.Contains(locale, "utf-8") && !strings.Contains(locale, "utf8")
		}
	}
	return false
}

// width is how many columns text may fill: those of the terminal, at most 100
// because longer lines are hard to read, and 80 where there is none.
func (a *app) width() int {
	const most = 100
	return min(a.columns(), most)
}

// columns is how wide the terminal is; 80 where there is none.
func (a *app) columns() int {
	const usual = 80
	if n, err := strconv.Atoi(a.env.Getenv("COLUMNS")); err == nil && n > 0 {
		return n
	}
	if f, ok := a.env.Stdout.(*os.File); ok && a.env.OutTerminal {
		if w, _, err := term.GetSize(int(f.Fd())); err == nil && w > 0 {
			return w
		}
	}
	return usual
}

// home is remit without a command: the terminal app, or a word on what to do where
// it cannot run.
func (a *app) home(cmd *cobra.Command) error {
	if !a.canDraw() {
		return &model.Error{Kind: model.KindUsage, What: "the terminal app needs a terminal that can draw",
			Cure: "Line by line: remit interview --plain\nAll commands: remit --help"}
	}
	return a.show(cmd.Context(), tui.Start{At: tui.AtHome})
}
