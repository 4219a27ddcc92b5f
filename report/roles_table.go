package report

import (
	"strings"

	"remit/model"
)

// LevelOf gives the place of a level, counted from 0 at the top, and its heading. A
// level that is not known comes last, under its own name.
func LevelOf(l model.Level) (place int, title string) {
	all := levels()
	for i, known := range all {
		if known.level == l {
			return i, known.title
		}
	}
	return len(all), string(l)
}

// RoleTable is what RolesBeside tells, for a screen that lays out its own columns. Its
// texts are clean.
type RoleTable struct {
	Names    []string // of the roles, a column each
	Shorts   []string // the same, for narrow columns
	Rows     []RoleRow
	Apart    []string // what tells them from each other
	Together []string // what they work on with each other
}

// RoleRow is one line of a RoleTable.
type RoleRow struct {
	Name   string
	Cells  []string // one a role
	Differ bool     // not all cells say the same
}

// RoleTable puts roles side by side.
func (c Catalogue) RoleTable(roles []*model.Role) RoleTable {
	var t RoleTable
	for _, r := range roles {
		t.Names, t.Shorts = append(t.Names, model.Clean(roleName(r))), append(t.Shorts, model.Clean(r.Short))
	}
	for _, row := range c.beside(roles).table[1:] {
		name, differ := strings.CutSuffix(row[0], differs)
		t.Rows = append(t.Rows, RoleRow{name, row[1:], differ})
	}
	for _, it := range c.apart(roles) {
		t.Apart = append(t.Apart, it.text)
	}
	for _, it := range c.together(roles) {
		t.Together = append(t.Together, it.text)
	}
	return t
}
