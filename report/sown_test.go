package report_test

import (
	"reflect"
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
	follows.Matrix, _ = advisor.Revise(follows.Matrix, []model.CellEdit{{Activity: row.Activity, Role: follows.Matrix.Columns[1], Letter: model.LetterA}})
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
	s := sower{say, map[uintptr]reflect.Value{}, map[string]bool{}, func(field string) bool { return slices.Contains(named, field) }}
	return s.copy(reflect.ValueOf(r), "", "").Interface().(report.Report), s.fields
}

// suffixed copies a report with something behind every text and every id, so that what
// named another thing still does.
func suffixed(r report.Report, suffix string) report.Report {
	s := suffixer{suffix, map[uintptr]reflect.Value{}}
	return s.copy(reflect.ValueOf(r)).Interface().(report.Report)
}

type sower struct {
	say    func() string
	done   map[uintptr]reflect.Value // what several point to stays one
	fields map[string]bool           // "Type.Field"
	skip   func(field string) bool
}

func (s sower) copy(v reflect.Value, owner, field string) reflect.Value {
	text := func(k reflect.Type) bool { return k.Kind() == reflect.String && k.Name() == "string" && !s.skip(field) }
	if text(v.Type()) {
		s.fields[owner+"."+field] = true
		return reflect.ValueOf(s.say())
	}
	switch v.Kind() {
	case reflect.Pointer:
		if v.IsNil() {
			return v
		}
		if c, ok := s.done[v.Pointer()]; ok {
			return c
		}
		c := reflect.New(v.Type().Elem())
		s.done[v.Pointer()] = c
		c.Elem().Set(s.copy(v.Elem(), owner, field))
		return c
	case reflect.Struct:
		c := reflect.New(v.Type()).Elem()
		c.Set(v)
		for i := range v.NumField() {
			if f := v.Type().Field(i); f.IsExported() {
				c.Field(i).Set(s.copy(v.Field(i), v.Type().Name(), f.Name))
			}
		}
		return c
	case reflect.Slice:
		n := v.Len()
		if elem := v.Type().Elem(); n == 0 && (text(elem) || elem.Kind() == reflect.Struct) {
			n = 1
		}
		c := reflect.MakeSlice(v.Type(), n, n)
		for i := range n {
			old := reflect.Zero(v.Type().Elem())
			if i < v.Len() {
				old = v.Index(i)
			}
			c.Index(i).Set(s.copy(old, owner, field))
		}
		return c
	case reflect.Map:
		c := reflect.MakeMap(v.Type())
		for _, key := range slices.SortedFunc(slices.Values(v.MapKeys()), func(a, b reflect.Value) int { return strings.Compare(a.String(), b.String()) }) {
			c.SetMapIndex(key, s.copy(v.MapIndex(key), owner, field))
		}
		return c
	}
	return v
}

type suffixer struct {
	suffix string
	done   map[uintptr]reflect.Value
}

func (s suffixer) copy(v reflect.Value) reflect.Value {
	switch v.Kind() {
	case reflect.String:
		named := slices.Contains([]string{"string", "Engagement", "Reporting"}, v.Type().Name())
		if v.Len() == 0 || !named || strings.HasPrefix(v.String(), "http") {
			return v
		}
		return reflect.ValueOf(v.String() + s.suffix).Convert(v.Type())
	case reflect.Pointer:
		if v.IsNil() {
			return v
		}
		if c, ok := s.done[v.Pointer()]; ok {
			return c
		}
		c := reflect.New(v.Type().Elem())
		s.done[v.Pointer()] = c
		c.Elem().Set(s.copy(v.Elem()))
		return c
	case reflect.Struct:
		c := reflect.New(v.Type()).Elem()
		c.Set(v)
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				c.Field(i).Set(s.copy(v.Field(i)))
			}
		}
		return c
	case reflect.Slice:
		if v.IsNil() {
			return v
		}
		c := reflect.MakeSlice(v.Type(), v.Len(), v.Len())
		for i := range v.Len() {
			c.Index(i).Set(s.copy(v.Index(i)))
		}
		return c
	case reflect.Map:
		c := reflect.MakeMap(v.Type())
		for _, key := range v.MapKeys() {
			c.SetMapIndex(s.copy(key), s.copy(v.MapIndex(key)))
		}
		return c
	}
	return v
}

// textFields lists the fields below a type that hold text, as "Type.Field".
func textFields(of reflect.Type, owner, field string, seen map[reflect.Type]bool, list map[string]bool) {
	switch of.Kind() {
	case reflect.String:
		if of.Name() == "string" && !slices.Contains(named, field) {
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
