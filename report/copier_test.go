package report_test

import (
	"reflect"
	"slices"
	"strings"
)

// copier copies a value with all that it leads to, and other texts in it. What several
// point to stays one.
type copier struct {
	text  func(v reflect.Value, owner, field string) reflect.Value // what takes the place of a text in a field of a type
	key   func(v reflect.Value) reflect.Value                      // and of the key of a map; nil leaves it
	grows func(elem reflect.Type, owner, field string) bool        // whether an empty list gets an element; nil for none
	done  map[uintptr]reflect.Value
}

// copied copies a value of any type.
func copied[T any](x T, c copier) T {
	c.done = map[uintptr]reflect.Value{}
	return c.copy(reflect.ValueOf(x), "", "").Interface().(T)
}

func (c copier) copy(v reflect.Value, owner, field string) reflect.Value {
	switch v.Kind() {
	case reflect.String:
		return c.text(v, owner, field)
	case reflect.Pointer:
		if v.IsNil() {
			return v
		}
		if made, ok := c.done[v.Pointer()]; ok {
			return made
		}
		made := reflect.New(v.Type().Elem())
		c.done[v.Pointer()] = made
		made.Elem().Set(c.copy(v.Elem(), owner, field))
		return made
	case reflect.Struct:
		made := reflect.New(v.Type()).Elem()
		made.Set(v)
		for i := range v.NumField() {
			if f := v.Type().Field(i); f.IsExported() {
				made.Field(i).Set(c.copy(v.Field(i), v.Type().Name(), f.Name))
			}
		}
		return made
	case reflect.Slice:
		return c.list(v, owner, field)
	case reflect.Map:
		return c.table(v, owner, field)
	}
	return v
}

func (c copier) list(v reflect.Value, owner, field string) reflect.Value {
	if v.Len() == 0 {
		if c.grows == nil || !c.grows(v.Type().Elem(), owner, field) {
			return v
		}
		v = reflect.MakeSlice(v.Type(), 1, 1)
	}
	made := reflect.MakeSlice(v.Type(), v.Len(), v.Len())
	for i := range v.Len() {
		made.Index(i).Set(c.copy(v.Index(i), owner, field))
	}
	return made
}

// table copies a map in the order of its keys, so that texts come in one order.
func (c copier) table(v reflect.Value, owner, field string) reflect.Value {
	if v.IsNil() {
		return v
	}
	made := reflect.MakeMap(v.Type())
	keys := v.MapKeys()
	slices.SortFunc(keys, func(a, b reflect.Value) int { return strings.Compare(a.String(), b.String()) })
	for _, key := range keys {
		named := key
		if c.key != nil {
			named = c.key(key)
		}
		made.SetMapIndex(named, c.copy(v.MapIndex(key), owner, field))
	}
	return made
}

// plainText reports a text that is no word of a closed list.
func plainText(t reflect.Type) bool { return t.Kind() == reflect.String && t.Name() == "string" }
