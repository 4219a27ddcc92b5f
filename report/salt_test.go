package report_test

import (
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"remit/report"
)

// attacks are texts that would do something if a page took them for code. Where they
// fetch anything, they fetch it from address.
func attacks(t testing.TB, address string) []string {
	t.Helper()
	b, err := os.ReadFile("testdata/xss.txt")
	if err != nil {
		t.Fatal(err)
	}
	list := strings.Split(strings.TrimSpace(strings.ReplaceAll(string(b), "{URL}", address)), "\n")
	if len(list) < 80 {
		t.Fatalf("there are only %d attacks", len(list))
	}
	return list
}

// named are fields that name something by its id or its address: another text there
// would not be a hostile report but a broken one.
var named = []string{"ID", "Role", "Roles", "Under", "Question", "Questions", "Rule", "Sources", "Option", "ExcludedBy",
	"Then", "Row", "In", "Hash", "Columns", "Activity", "Dropped", "Dissents", "StandIns", "Today", "From", "Instead",
	"Unsettled", "Along", "Topic", "Parent", "Engagement", "Reporting", "URL", "Rising", "Position", "Shared", "Differs", "Reports", "Come", "Go"}

// salted copies a report with every text in it replaced, those excepted that name
// something. An empty text stays empty.
func salted(r report.Report, say func() string) report.Report {
	s := salt{say, map[uintptr]reflect.Value{}}
	return s.copy(reflect.ValueOf(r), "").Interface().(report.Report)
}

type salt struct {
	say  func() string
	done map[uintptr]reflect.Value // what several point to stays one
}

func (s salt) copy(v reflect.Value, field string) reflect.Value {
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
		c.Elem().Set(s.copy(v.Elem(), field))
		return c
	case reflect.Struct:
		c := reflect.New(v.Type()).Elem()
		c.Set(v)
		for i := range v.NumField() {
			if f := v.Type().Field(i); f.IsExported() {
				c.Field(i).Set(s.copy(v.Field(i), f.Name))
			}
		}
		return c
	case reflect.Slice:
		if v.IsNil() {
			return v
		}
		c := reflect.MakeSlice(v.Type(), v.Len(), v.Len())
		for i := range v.Len() {
			c.Index(i).Set(s.copy(v.Index(i), field))
		}
		return c
	case reflect.String:
		if v.Len() > 0 && v.Type().Name() == "string" && !slices.Contains(named, field) {
			return reflect.ValueOf(s.say())
		}
	}
	return v
}

// inTurn gives the texts one after another, beginning anywhere.
func inTurn(texts []string, from int) func() string {
	return func() string {
		from++
		return texts[from%len(texts)]
	}
}
