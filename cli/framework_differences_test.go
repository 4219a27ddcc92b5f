package cli

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"remit/advisor"
	"remit/model"
)

// Whatever field of a framework is changed, a diff tells it. A field that is new in
// the model has to be told in framework_parts.go.
func TestADiffTellsEveryChange(t *testing.T) {
	old := contentsOf(advisor.Builtin())
	changed := contents{copied(t, *old.Framework), copied(t, *old.annex), copied(t, *old.book)}
	if list := differences(old, changed); len(list) > 0 {
		t.Fatalf("a copy differs: %+v", list)
	}
	tried := map[string]bool{}
	check := func(path string) {
		if list := differences(old, changed); len(list) == 0 {
			t.Errorf("a change of %s is not told", path)
		}
	}
	changeEach(reflect.ValueOf(changed.Framework).Elem(), "framework", tried, check)
	changeEach(reflect.ValueOf(changed.annex).Elem(), "annex", tried, check)
	changeEach(reflect.ValueOf(changed.book).Elem(), "book", tried, check)
	if len(tried) < 180 {
		t.Errorf("only %d fields were changed", len(tried))
	}
}

// changeEach changes one value of each field after the other, calls check and puts
// it back. What is not said anywhere cannot be changed.
func changeEach(v reflect.Value, path string, tried map[string]bool, check func(string)) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			switch name := path + "." + v.Type().Field(i).Name; name {
			case "framework.Ref.Hash": // follows from the content
			case "framework.Annex", "framework.Playbook": // come from the engine
			default:
				changeEach(v.Field(i), name, tried, check)
			}
		}
	case reflect.Slice, reflect.Array:
		for i := range v.Len() {
			changeEach(v.Index(i), path+"[]", tried, check)
		}
	case reflect.Pointer:
		if !v.IsNil() {
			changeEach(v.Elem(), path, tried, check)
		}
	case reflect.Map:
		if v.Len() > 0 && !tried[path] {
			tried[path] = true
			key := v.MapKeys()[0]
			was := v.MapIndex(key)
			v.SetMapIndex(key, reflect.Value{})
			check(path)
			v.SetMapIndex(key, was)
		}
	default:
		if !v.IsZero() && !tried[path] {
			tried[path] = true
			changeLeaf(v, path, check)
		}
	}
}

func changeLeaf(v reflect.Value, path string, check func(string)) {
	was := reflect.ValueOf(v.Interface())
	switch {
	case v.Kind() == reflect.String:
		v.SetString(v.String() + "x")
	case v.Kind() == reflect.Bool:
		v.SetBool(!v.Bool())
	case v.CanInt():
		v.SetInt(v.Int() + 1)
	case v.CanUint():
		v.SetUint(v.Uint() - 1) // a structure
	}
	check(path)
	v.Set(was)
}

func TestADiffTellsWhatMoved(t *testing.T) {
	old := contentsOf(advisor.Builtin())
	changed := contents{copied(t, *old.Framework), old.annex, old.book}
	q := changed.Questions
	q[1], q[2] = q[2], q[1]
	r := changed.Rules
	r[0], r[1] = r[1], r[0] // the order of rules means nothing
	list := differences(old, changed)
	if len(list) != 1 || list[0].Kind != "moved" || list[0].Part != "question" {
		t.Fatalf("got %+v", list)
	}
	if order := list[0].Fields[0]; order.From != q[2].ID+", "+q[1].ID || order.To != q[1].ID+", "+q[2].ID {
		t.Errorf("the order is told as %+v", order)
	}
}

// A diff reads the same from both ends.
func TestADiffTurnsAround(t *testing.T) {
	hospital, err := readFramework(hospitalDir)
	if err != nil {
		t.Fatal(err)
	}
	a, b := contentsOf(advisor.Builtin()), contentsOf(hospital)
	there, back := map[string]int{}, map[string]int{}
	for _, d := range differences(a, b) {
		there[d.Part+d.ID+d.Kind]++
	}
	turned := strings.NewReplacer("added", "removed", "removed", "added")
	for _, d := range differences(b, a) {
		back[d.Part+d.ID+turned.Replace(d.Kind)]++
	}
	if !reflect.DeepEqual(there, back) {
		t.Errorf("there %v\nback  %v", there, back)
	}
}

func copied[T model.Framework | model.Annex | model.Playbook](t *testing.T, v T) *T {
	t.Helper()
	text, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	var c T
	if err := json.Unmarshal(text, &c); err != nil {
		t.Fatal(err)
	}
	return &c
}
