package advisor

import (
	"slices"
	"testing"

	"remit/model"
)

// Work of every day is somebody's who does not lead. Where nobody said whose, a colleague has
// to be named for it, and the matrix says that the rows wait for the name.
func TestNobodyWhoLeadsWorksAtTheHelpDesk(t *testing.T) {
	e := loadedEngine(t)
	partial(t, 600, func(t *testing.T, as model.Answers, a *model.Advice, d *model.Deliverables) {
		colleague := posted(d, "it-colleague") != nil
		for i, row := range d.Matrix.Rows {
			if !e.Playbook().Activity(row.Activity).Daily {
				continue
			}
			for _, role := range d.Matrix.Holding(i, model.Letter.Works) {
				if e.Playbook().Role(role).Leads {
					t.Errorf("%v: %s does %s", as, role, row.Activity)
				}
			}
			if colleague && !slices.Contains(d.Matrix.Holding(i, model.Letter.Works), "it-colleague") {
				t.Errorf("%v: who is to be named has no part in %s", as, row.Activity)
			}
		}
		known := slices.ContainsFunc([]string{"it-technician", "it-manager", "it-director", "provider", "outside-help"}, func(id string) bool { return posted(d, id) != nil })
		told := slices.ContainsFunc(d.Remarks, func(r model.Remark) bool { return r.Kind == model.Unnamed && r.Role == "it-colleague" })
		if colleague == known || told != colleague {
			t.Errorf("%v: somebody is known to run IT: %t, a colleague is to be named: %t, and that is told: %t", as, known, colleague, told)
		}
	})
}

// A CTO of whom nothing is known but that software is built does not answer tickets.
func TestAFullTimeCTOAnswersNoTickets(t *testing.T) {
	e := loadedEngine(t)
	a := e.Advise(model.Answers{"technology": model.Choose("product"), "engineers": model.Count(12), "headcount": model.Count(30)}, 0)
	d := e.Deliver(&a)
	i := slices.IndexFunc(d.Matrix.Rows, func(r model.MatrixRow) bool { return r.Activity == "service-desk" })
	if got := d.Matrix.Holding(i, model.Letter.Works); d.Matrix.Accountable(i) != "cto" || !slices.Equal(got, []string{"it-colleague"}) {
		t.Errorf("%s answers for the help desk, %q do its work", d.Matrix.Accountable(i), got)
	}
}
