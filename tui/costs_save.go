package tui

import (
	"errors"
	"slices"

	tea "charm.land/bubbletea/v2"

	"remit/model"
	"remit/report"
)

// costLedger keeps the figures of the company's own with the session of a result, and
// knows how to undo what was changed here.
type costLedger struct {
	screen *verdictScreen
	past   [][]model.OwnCost // the figures before each change of this page, oldest first
	last   []model.OwnCost   // and after the last
	era    int               // of the last question whether to take all back
}

// figures are those that the session keeps, in a form to draw.
func (l *costLedger) figures() []model.OwnCost {
	var list []model.OwnCost
	for _, c := range l.screen.session.Costs {
		if c.Check() == nil { // the session may be from elsewhere
			list = append(list, c)
		}
	}
	return list
}

// seats are the roles that one may give a figure for: those that the advice is about
// come first, then those with published costs, then the rest of the catalogue.
func (l *costLedger) seats() []string {
	var all []string
	add := func(role string) {
		if !slices.Contains(all, role) {
			all = append(all, role)
		}
	}
	for _, p := range l.screen.follows.look().set.Posts {
		if p.Leads {
			add(p.Role)
		}
	}
	for _, c := range l.screen.follows.book().Costs {
		add(c.Role)
	}
	for _, r := range l.screen.follows.book().Roles {
		add(r.ID)
	}
	for _, c := range l.figures() {
		add(c.Role)
	}
	return all
}

// usual is the period for which a seat is usually paid.
func (l *costLedger) usual(role string) model.Period {
	for _, p := range l.screen.follows.look().set.Posts {
		if p.Role == role && p.Contract {
			return model.Month
		}
	}
	return model.Year
}

// told says a figure in a line: "vCIO, EUR 3,000 a month".
func (l *costLedger) told(c model.OwnCost) string {
	cost := c.Cost()
	return l.screen.follows.short(c.Role) + ", " + report.PriceRange(&cost)
}

// beside says how figures stand to full-time.
func (l *costLedger) beside(figures []model.OwnCost) []string {
	told := l.screen.onPaper()
	told.Own = model.Session{Costs: figures}.OwnCosts()
	said := report.Compared(told)
	for i := range said {
		said[i] = model.Clean(said[i])
	}
	return said
}

// sync forgets what to go back to where somebody else has changed the figures.
func (l *costLedger) sync() {
	if now := l.screen.session.Costs; !slices.Equal(l.last, now) {
		l.past, l.last = nil, now
	}
}

func (l *costLedger) undoable() bool {
	l.sync()
	return len(l.past) > 0
}

// errFigureMoved is the fault of a change that somebody else overtook.
func errFigureMoved() error {
	return &model.Error{Kind: model.KindBusy, What: "Not saved: somebody else has just changed this figure", Cure: "Look at it again, then save."}
}

// put saves a change of one figure. What others did to other figures meanwhile does not
// matter; where they changed this one, it is not saved.
func (l *costLedger) put(e model.Event) (looked tea.Cmd, err error) {
	l.sync()
	was := figureOf(l.screen.session.Costs, e)
	return l.replace([]model.Event{e}, func(now []model.OwnCost) bool { return figureOf(now, e) == was })
}

// figureOf is the figure that an event is about; the zero figure if there is none.
func figureOf(costs []model.OwnCost, e model.Event) model.OwnCost {
	i := slices.IndexFunc(costs, func(c model.OwnCost) bool { return c.Role == e.Role && c.Per == e.Per })
	if i < 0 {
		return model.OwnCost{}
	}
	return costs[i]
}

// replace saves events, as long as what others do meanwhile leaves them their sense.
func (l *costLedger) replace(events []model.Event, still func(now []model.OwnCost) bool) (looked tea.Cmd, err error) {
	var before []model.OwnCost
	looked, err = insist(func() (tea.Cmd, error) {
		before = l.screen.session.Costs
		return l.screen.keep(events...)
	}, func() bool {
		l.sync()
		l.screen.lay()
		return still(l.screen.session.Costs)
	})
	switch {
	case err == nil:
		l.past, l.last = append(l.past, before), l.screen.session.Costs
		l.screen.lay()
	case errors.Is(err, model.ErrMoved):
		err = errFigureMoved()
	}
	return looked, err
}

// undo goes back by one change of this page.
func (l *costLedger) undo() tea.Cmd {
	if !l.undoable() {
		return nil
	}
	n := len(l.past) - 1
	past, now := l.past[:n], l.last
	looked, err := l.replace(costEvents(now, l.past[n]), func(costs []model.OwnCost) bool { return slices.Equal(costs, now) })
	if err != nil {
		return tea.Batch(looked, failed("take the figure back", err))
	}
	l.past = past
	return tea.Batch(looked, toast(toneNote, "Undone. "+l.keeps()))
}

// keeps says in a line which figures there are.
func (l *costLedger) keeps() string {
	const most = 2
	list := l.figures()
	if len(list) == 0 {
		return "No figure of your own is kept."
	}
	if len(list) > most {
		return plural(len(list), "figure is", "figures are") + " kept."
	}
	told := make([]string, len(list))
	for i, c := range list {
		told[i] = l.told(c)
	}
	return "Kept: " + listing(told, "and") + "."
}

// costEvents leads from some figures to others.
func costEvents(now, then []model.OwnCost) []model.Event {
	var events []model.Event
	for _, c := range now {
		if figureOf(then, c.TakeBack()) == (model.OwnCost{}) {
			events = append(events, c.TakeBack())
		}
	}
	for _, c := range then {
		if !slices.Contains(now, c) {
			events = append(events, c.Event())
		}
	}
	return events
}

// takeCostsBackMsg says that the person agreed to take all figures back.
type takeCostsBackMsg struct{ era int }

// askReset asks before it takes all figures back.
func (l *costLedger) askReset() tea.Cmd {
	n := len(l.screen.session.Costs)
	if n == 0 {
		return nil
	}
	l.era = l.screen.env.era()
	agreed := takeCostsBackMsg{l.era}
	return l.screen.env.ask("Take all your own costs back?",
		plural(n, "figure is", "figures are")+" kept with this session. The published ones stay. "+keyUndo+" brings yours back.",
		"take back", func() tea.Msg { return agreed })
}

// takeAllBack saves that there are no figures any more.
func (l *costLedger) takeAllBack(msg takeCostsBackMsg) tea.Cmd {
	if msg.era != l.era {
		return nil
	}
	l.sync()
	before := l.screen.session.Costs
	looked, err := l.replace([]model.Event{{Kind: model.EventPriced}}, func(now []model.OwnCost) bool { return slices.Equal(now, before) })
	if err != nil {
		return tea.Batch(looked, failed("take the figures back", err))
	}
	return tea.Batch(looked, toast(toneGood, "Taken back. "+keyUndo+" undoes it."))
}
