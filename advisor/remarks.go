package advisor

import (
	"fmt"

	"remit/model"
)

// What a valid matrix can still suffer from. The limits are judgement: see the
// sources of RACI practice in the framework.
const (
	mostWorking   = 2 // more than two who do the work: the row hides several
	mostConsulted = 4 // each one who must be asked adds waiting time
	fewestRows    = 6 // below that, half of the rows is no load
)

// remarks says what to look at in a matrix.
func (d *staffed) remarks(m *model.Matrix) []model.Remark {
	var list []model.Remark
	load := map[string]int{}
	for i := range m.Rows {
		row := &m.Rows[i]
		load[m.Accountable(i)]++
		if row.Instead != "" {
			list = append(list, model.Remark{Kind: model.StandIn, Activity: row.Activity, Role: m.Accountable(i),
				Text: fmt.Sprintf("%s answers for it because there is no %s.", d.short(m.Accountable(i)), d.short(row.Instead))})
		}
		if n := len(m.Holding(i, model.Letter.Works)); n > mostWorking {
			list = append(list, model.Remark{Kind: model.Crowded, Activity: row.Activity,
				Text: fmt.Sprintf("%d roles do the work. Split it into smaller rows, so that each knows its part.", n)})
		}
		if n := len(m.Holding(i, func(l model.Letter) bool { return l == model.LetterC })); n > mostConsulted {
			list = append(list, model.Remark{Kind: model.Courtesy, Activity: row.Activity,
				Text: fmt.Sprintf("%d roles must be asked first. Ask only those who would protest at being left out; tell the others afterwards.", n)})
		}
	}
	list = append(list, d.onePerson(m)...)
	list = append(list, d.unnamed(m)...)
	for _, role := range m.Columns {
		if n := load[role]; len(m.Rows) >= fewestRows && 2*n > len(m.Rows) && !d.alone(m) {
			list = append(list, model.Remark{Kind: model.Overload, Role: role,
				Text: fmt.Sprintf("%s answers for %d of %d rows. %s", d.short(role), n, len(m.Rows), d.relief(role))})
		}
	}
	return list
}

// alone reports whether only one of the columns is somebody inside: then there is
// nobody to hand rows to, and nothing to say about it.
func (d *staffed) alone(m *model.Matrix) bool {
	inside := 0
	for _, role := range m.Columns {
		if d.mayAnswer(d.book.Role(role)) {
			inside++
		}
	}
	return inside == 1
}

// relief says what to do about a role that answers for too much.
func (d *staffed) relief(role string) string {
	if d.book.Role(role).Leads {
		return "Name a deputy for each group of rows and say what the deputy may decide alone."
	}
	return "Ask who has the hours for that, and hand rows over by name where nobody has."
}

func (d *staffed) short(role string) string { return d.book.Role(role).Short }

// unnamed remarks on roles that are there only because nobody else is: their work is done by
// nobody until somebody is named.
func (d *staffed) unnamed(m *model.Matrix) (list []model.Remark) {
	for i, id := range m.Columns {
		role := d.book.Role(id)
		at := d.presence(role)
		if at < 0 || len(role.Present[at].Without) == 0 {
			continue
		}
		rows := 0
		for _, row := range m.Rows {
			if row.Cells[i].Letter.Works() {
				rows++
			}
		}
		if rows > 0 {
			list = append(list, model.Remark{Kind: model.Unnamed, Role: id,
				Text: fmt.Sprintf("%s %s for that name.", role.Present[at].Because, waiting(rows))})
		}
	}
	return list
}

func waiting(rows int) string {
	if rows == 1 {
		return "One row waits"
	}
	return fmt.Sprintf("%d rows wait", rows)
}
