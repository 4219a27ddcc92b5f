package advisor

import (
	"fmt"

	"remit/model"
)

const (
	maxTransitions = 500
	fewestSteps    = 3
	mostSteps      = 6
)

// incumbent is the question that asks who leads technology today. Only a framework
// that has it can say how to get from there to the advice.
const incumbent = model.Incumbent

// readTransitions reads the ways from today's leader to the advised structure.
// Whoever writes a framework may leave them out, but not some of them.
func (in *loading) readTransitions() {
	ways := &waysRead{by: map[way]string{}}
	in.f.Annex.Transitions = joined(in, "transitions", maxTransitions, ways.read)
	if len(in.f.Annex.Transitions) > 0 && in.whole && !ways.doubtful && !in.unresolved["engagement"] {
		in.checkWays(ways)
		in.checkCovers(ways)
	}
}

// way is a pair of today's leader and an advised structure; how is empty for all
// engagements that have no way of their own.
type way struct {
	from string
	to   model.Structure
	how  model.Engagement
}

// waysRead tells which transition covers a way. It is doubtful once a transition with
// a fault in its ends may have meant others.
type waysRead struct {
	by       map[way]string
	steps    [][]spot // beside Annex.Transitions: where each step stands
	doubtful bool
}

func (ways *waysRead) read(s spot) model.Transition {
	f := s.form("transition")
	defer f.done()
	faults := s.in.said.count()
	t := model.Transition{
		From: required(f, "from", spot.incumbents),
		To:   required(f, "to", spot.structures),
	}
	t.Engaged = optional(f, "engaged", several[model.Engagement]("engagement"))
	ways.doubtful = ways.doubtful || s.in.said.count() > faults
	t.ID = f.declared()
	t.Title = required(f, "title", spot.line)
	t.Sources = required(f, "sources", spot.sources)
	switch {
	case f.has("stays"):
		t.Stays = required(f, "stays", spot.text)
		f.refuse("steps", "nothing changes")
	case f.has("steps"):
		t.Steps = required(f, "steps", spot.steps)
	case !f.broken:
		f.fault("the transition leads nowhere", "A transition has steps, or stays with the reason why nothing changes.")
	}
	ways.add(f, &t)
	ways.steps = append(ways.steps, f.steps())
	return t
}

// add notes what a transition covers. No way is covered twice.
func (ways *waysRead) add(f *form, t *model.Transition) {
	for _, from := range t.From {
		for _, to := range t.To {
			for _, how := range hows(t) {
				if other, taken := ways.by[way{from, to, how}]; taken {
					f.fault(fmt.Sprintf("transition %q leads from %s to %s already", other, from, to), "Take it out of one of them.")
					continue
				}
				ways.by[way{from, to, how}] = t.ID
			}
		}
	}
}

// hows are the engagements that a transition names, "" if it names none.
func hows(t *model.Transition) []model.Engagement {
	if len(t.Engaged) == 0 {
		return []model.Engagement{""}
	}
	return t.Engaged
}

// incumbents is a list of those who may lead today.
func (s spot) incumbents() []string {
	q := s.in.questions[incumbent]
	return distinct(s, func(s spot) string {
		id := s.id()
		if id != "" && q != nil && q.Option(id) == nil && !s.in.doubtful[incumbent] {
			s.unknown("option", id, optionIDs(q))
		}
		return id
	})
}

// steps are the places of the steps of a transition.
func (f *form) steps() (places []spot) {
	if s, ok := f.get("steps"); ok {
		for i, node := range s.node.Content {
			places = append(places, spot{in: s.in, file: s.file, node: node, of: s.about(fmt.Sprintf("step %d", i+1))})
		}
	}
	return places
}

func (s spot) steps() []model.Step {
	steps := each(readStep)(s)
	if n := len(steps); n > 0 && n < fewestSteps || n > mostSteps {
		s.fault(fmt.Sprintf("steps has %d items, not %d to %d", n, fewestSteps, mostSteps), "Fewer hide work, more are not remembered.")
	}
	for i := 1; i < len(steps); i++ {
		if dueBefore(&steps[i], &steps[i-1]) {
			s.fault(fmt.Sprintf("step %d is due before step %d", i+1, i), "Put them in the order of their days: what counts from the decision stands before what counts from the start.")
		}
	}
	return steps
}

func readStep(s spot) model.Step {
	f := s.form("step")
	defer f.done()
	return model.Step{
		Clock:  clock(f),
		Day:    day(f),
		Title:  required(f, "title", spot.line),
		Do:     required(f, "do", spot.text),
		Who:    required(f, "who", spot.line),
		By:     doer(f),
		Keep:   optional(f, "keep", spot.text),
		Covers: optional(f, "covers", func(s spot) []string { return distinct(s, refer("practice")) }),
	}
}

// dueBefore reports whether one step is to be done before another.
func dueBefore(one, other *model.Step) bool {
	return due(one.Clock, one.Day, other.Clock, other.Day) < 0
}

// checkWays wants a transition for everybody who may lead today and every structure.
func (in *loading) checkWays(ways *waysRead) {
	q := in.questions[incumbent]
	if q == nil || q.Kind != model.ChoiceQuestion {
		in.general(fmt.Sprintf("there are transitions, but no choice question %q", incumbent), "Ask who leads technology today, or leave the transitions out.")
		return
	}
	if in.doubtful[incumbent] {
		return
	}
	for _, o := range q.Options {
		for _, to := range model.Structures() {
			in.checkWay(ways, o.ID, to)
		}
	}
}

// checkWay wants one transition from a leader to a structure for every engagement that
// the table can give it.
func (in *loading) checkWay(ways *waysRead, from string, to model.Structure) {
	given := results(in.f.Engagement, to)
	_, plain := ways.by[way{from, to, ""}]
	var missing []string
	for _, how := range given {
		if _, own := ways.by[way{from, to, model.Engagement(how)}]; !own && how != "" {
			missing = append(missing, how)
		}
	}
	switch {
	case plain && len(given) > 0 && len(missing) == 0:
		in.general(fmt.Sprintf("nobody takes transition %q from %s to %s", ways.by[way{from, to, ""}], from, to), "Every engagement has another one. Take it out of one of them.")
	case !plain && len(missing) == len(given):
		in.general(fmt.Sprintf("no transition leads from %s to %s", from, to), "Add one, or extend one; all or none are needed.")
	case !plain && len(missing) > 0:
		in.general(fmt.Sprintf("no transition leads from %s to %s for engagement %s", from, to, missing[0]), "Add one without engaged for the others.")
	}
}
