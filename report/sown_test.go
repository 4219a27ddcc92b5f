package report_test

import (
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"remit/advisor"
	"remit/model"
	"remit/report"
)

// everything is a report in which no list is empty that a report can tell of.
func everything(t testing.TB) report.Report {
	t.Helper()
	r := whole(t, insurer())
	r.Session = &model.Session{Name: "First talk", Client: "Acme", Asked: "Ada", Updated: r.Session.Updated, Notes: map[string]string{}}
	for _, q := range r.Framework.Questions {
		r.Session.Notes[q.ID] = "A note."
	}
	follows := *r.Follows
	row := follows.Matrix.Rows[0]
	r.Session.Edits = []model.CellEdit{{Activity: row.Activity, Role: follows.Matrix.Columns[1], Letter: model.LetterA}}
	r.TriedLetters = r.Session.Edits
	follows.Matrix, _ = advisor.Revise(follows.Matrix, r.Session.Edits)
	follows.Dropped = []string{"it-manager"}
	follows.Growth = slices.Clone(follows.Growth)
	follows.Growth[0].Go = follows.Growth[0].Come
	follows.Remarks = append(slices.Clone(follows.Remarks), model.Remark{Kind: model.IdleEdit, Activity: row.Activity, Role: "nobody", Text: "No such row."},
		model.Remark{Kind: model.Broken, Activity: row.Activity, Role: "ceo", Text: "A law is broken."})
	r.Follows = &follows
	r.Session.Costs = []model.OwnCost{{Role: "cto", Per: model.Month, Amount: model.Amount{Low: 1, High: 2, Currency: "EUR"}}}
	r.Own = []model.Cost{{Role: follows.Costs[0].Role, What: "Our own figure", Low: 1, High: 2, Per: follows.Costs[0].Per}}
	return r
}

// sown copies a report with another text in every field, also in those that are empty,
// except where a field names something by its id. It keeps count of the fields.
func sown(r report.Report, say func() string) (report.Report, map[string]bool) {
	fields := map[string]bool{} // "Type.Field"
	holds := func(t reflect.Type, owner, field string) bool { return plainText(t) && !names(owner, field) }
	return copied(r, copier{
		text: func(v reflect.Value, owner, field string) reflect.Value {
			if !holds(v.Type(), owner, field) {
				return v
			}
			fields[owner+"."+field] = true
			return reflect.ValueOf(say())
		},
		grows: func(elem reflect.Type, owner, field string) bool {
			return holds(elem, owner, field) || elem.Kind() == reflect.Struct
		},
	}), fields
}

// suffixed copies a report with something behind every text and every id, so that what
// named another thing still does.
func suffixed(r report.Report, suffix string) report.Report {
	longer := func(v reflect.Value) reflect.Value {
		open := slices.Contains([]string{"string", "Engagement", "Reporting"}, v.Type().Name())
		if v.Kind() != reflect.String || v.Len() == 0 || !open || strings.HasPrefix(v.String(), "http") {
			return v
		}
		return reflect.ValueOf(v.String() + suffix).Convert(v.Type())
	}
	return copied(r, copier{text: func(v reflect.Value, _, _ string) reflect.Value { return longer(v) }, key: longer})
}

// textFields lists the fields below a type that hold text, as "Type.Field".
func textFields(of reflect.Type, owner, field string, seen map[reflect.Type]bool, list map[string]bool) {
	switch of.Kind() {
	case reflect.String:
		if plainText(of) && !names(owner, field) {
			list[owner+"."+field] = true
		}
	case reflect.Pointer, reflect.Slice, reflect.Array, reflect.Map:
		textFields(of.Elem(), owner, field, seen, list)
	case reflect.Struct:
		if seen[of] {
			return
		}
		seen[of] = true
		for i := range of.NumField() {
			if f := of.Field(i); f.IsExported() {
				textFields(f.Type, of.Name(), f.Name, seen, list)
			}
		}
	}
}

// A field that is added to the words tomorrow gets its hostile text too, or this fails.
func TestNoFieldIsForgotten(t *testing.T) {
	all := map[string]bool{}
	textFields(reflect.TypeFor[report.Report](), "", "", map[reflect.Type]bool{}, all)
	_, got := sown(everything(t), func() string { return "x" })
	for field := range all {
		if !got[field] {
			t.Errorf("nothing is sown into %s", field)
		}
	}
	t.Logf("%d fields hold text", len(all))
}

// A field that is left out because it names something does name something: the id of a part
// of the framework, an address or a checksum. What is a sentence there belongs to the texts.
func TestWhatNamesSomethingHoldsNoWords(t *testing.T) {
	name := regexp.MustCompile(`^([A-Za-z0-9]+([-_.][A-Za-z0-9]+)*|https?://\S+)?$`)
	seen := map[string]bool{}
	copied(everything(t), copier{text: func(v reflect.Value, owner, field string) reflect.Value {
		if names(owner, field) {
			seen[owner+"."+field] = true
			if !name.MatchString(v.String()) {
				t.Errorf("%s.%s is %q", owner, field, v)
			}
		}
		return v
	}})
	for owner, fields := range named {
		for _, field := range fields {
			if owner != "" && !seen[owner+"."+field] {
				t.Errorf("nothing is in %s.%s", owner, field)
			}
		}
	}
}
