package advisor

import (
	"fmt"
	"slices"
	"strings"

	"remit/model"
)

// checkTable wants a result for every structure whatever is answered, and every
// row and every term to be reachable.
func (in *loading) checkTable(key string, table model.Table, terms []model.Term) {
	if len(table.Rows) == 0 {
		return
	}
	at := in.places[rowNoun(key)]
	for i, row := range table.Rows {
		if by := shadows(table.Rows[:i], row); len(by) > 0 {
			in.said.add(at[row.ID], fmt.Sprintf("%s %q: no answers ever get to it", rowNoun(key), row.ID),
				"All its cases are caught before by "+strings.Join(by, ", ")+". Move it up, or take it out.")
		}
	}
	last := table.Rows[len(table.Rows)-1]
	for _, s := range model.Structures() {
		caught := slices.ContainsFunc(table.Rows, func(r model.Row) bool { return len(r.When) == 0 && isFor(r, s) })
		if !caught {
			in.said.add(at[last.ID], fmt.Sprintf("the table %s has no row for %q when no other fits", key, s),
				"Add a last row without when for it.")
		}
	}
	if in.unresolved[key] {
		return
	}
	for _, t := range terms {
		given := slices.ContainsFunc(table.Rows, func(r model.Row) bool { return r.Then == t.ID })
		if at, ok := in.places[key][t.ID]; ok && !given {
			in.said.add(at, fmt.Sprintf("%s %q: no row of the table gives it", key, t.ID), "Add a row, or take it out.")
		}
	}
}

// shadows names the earlier rows that leave nothing to this one: for each of its
// structures there is one that holds whenever it does.
func shadows(earlier []model.Row, row model.Row) []string {
	var by []string
	for _, s := range model.Structures() {
		if !isFor(row, s) {
			continue
		}
		i := slices.IndexFunc(earlier, func(e model.Row) bool { return isFor(e, s) && implies(row.When, e.When) })
		if i < 0 {
			return nil
		}
		if !slices.Contains(by, earlier[i].ID) {
			by = append(by, earlier[i].ID)
		}
	}
	return by
}

func isFor(row model.Row, s model.Structure) bool {
	return len(row.For) == 0 || slices.Contains(row.For, s)
}

// implies tells whether b holds whenever a does: every condition of b is one of
// a's, or wider.
func implies(a, b []model.Condition) bool {
	for _, wide := range b {
		if !slices.ContainsFunc(a, func(narrow model.Condition) bool { return within(narrow, wide) }) {
			return false
		}
	}
	return true
}

// within tells whether every answer that satisfies narrow satisfies wide.
func within(narrow, wide model.Condition) bool {
	if narrow.Question != wide.Question {
		return false
	}
	for _, option := range narrow.In {
		if !slices.Contains(wide.In, option) {
			return false
		}
	}
	low := wide.AtLeast == nil || narrow.AtLeast != nil && *narrow.AtLeast >= *wide.AtLeast
	high := wide.AtMost == nil || narrow.AtMost != nil && *narrow.AtMost <= *wide.AtMost
	return low && high
}
