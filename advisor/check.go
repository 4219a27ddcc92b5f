package advisor

import (
	"fmt"
	"strings"

	"remit/model"
)

// check judges the framework as a whole, once every part of it has been read.
func (in *loading) check() {
	in.checkPresent()
	in.checkStructures()
	in.checkExclusions()
	in.checkCuts()
	in.checkTable("engagement", in.f.Engagement, in.f.Engagements)
	in.checkTable("reporting", in.f.Reporting, in.f.Reportings)
	in.checkEngaged()
	in.checkUsed()
	in.checkConflicts()
	in.checkSize()
}

// general records a fault of the framework that has no place of its own.
func (in *loading) general(what, cure string) {
	in.said.add(place{file: noFile}, what, cure)
}

// checkPresent names the lists that a framework cannot do without.
func (in *loading) checkPresent() {
	for _, list := range []struct {
		key   string
		items int
	}{
		{"structures", len(in.f.Structures)},
		{"topics", len(in.f.Topics)},
		{"questions", len(in.f.Questions)},
		{"rules", len(in.f.Rules)},
		{"engagements", len(in.f.Engagements)},
		{"reportings", len(in.f.Reportings)},
		{"engagement", len(in.f.Engagement.Rows)},
		{"reporting", len(in.f.Reporting.Rows)},
		{"sources", len(in.f.Sources)},
	} {
		if list.items == 0 {
			in.general("the framework has no "+list.key, "Add them to one of its files.")
		}
	}
}

// checkStructures wants all five, each with a letter of its own.
func (in *loading) checkStructures() {
	if len(in.f.Structures) == 0 {
		return
	}
	letters := map[string]model.Structure{}
	for _, info := range in.f.Structures {
		other, taken := letters[info.Letter]
		if taken && info.Letter != "" && other != info.ID {
			in.said.add(in.places["structure"][info.ID.String()],
				fmt.Sprintf("structure %q: letter %s is also that of %q", info.ID, info.Letter, other), "Give each its own.")
		}
		letters[info.Letter] = info.ID
	}
	for _, s := range model.Structures() {
		if _, ok := in.places["structure"][s.String()]; !ok {
			in.general(fmt.Sprintf("structure %q is missing", s), "All five structures are needed, each once.")
		}
	}
}

// checkExclusions wants one structure that stays whatever is answered.
func (in *loading) checkExclusions() {
	by := map[model.Structure]string{}
	last := ""
	for _, r := range in.f.Rules {
		for _, s := range r.Exclude {
			if by[s] == "" {
				by[s], last = r.ID, r.ID
			}
		}
	}
	if len(by) < model.NumStructures {
		return
	}
	var who []string
	for _, s := range model.Structures() {
		who = append(who, fmt.Sprintf("%s by %s", s, by[s]))
	}
	in.said.add(in.places["rule"][last], fmt.Sprintf("rule %q: with it every structure is excluded by some rule", last),
		"One structure must stay whatever is answered. Excluded are "+strings.Join(who, ", ")+".")
}

// checkUsed names what nothing refers to.
func (in *loading) checkUsed() {
	for _, source := range in.f.Sources {
		if at, ok := in.places["source"][source.ID]; ok && !in.used[source.ID] && !in.unresolved["source"] {
			in.said.add(at, fmt.Sprintf("source %q: nothing refers to it", source.ID),
				"Name it where its claim is used, or take it out.")
		}
	}
	asked := map[string]bool{}
	for _, q := range in.f.Questions {
		asked[q.Topic] = true
	}
	for _, t := range in.f.Topics {
		if at, ok := in.places["topic"][t.ID]; ok && !asked[t.ID] && !in.unresolved["topic"] {
			in.said.add(at, fmt.Sprintf("topic %q: no question belongs to it", t.ID), "Add a question, or take it out.")
		}
	}
}
