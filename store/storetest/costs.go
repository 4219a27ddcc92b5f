package storetest

import (
	"reflect"
	"testing"

	"remit/model"
)

// costs follows figures of a company's own through everything that carries a session:
// given, given anew, taken back one by one, taken back all.
func costs(t *testing.T, s model.Sessions) {
	id := create(t, s, "Acme").ID
	fee := model.OwnCost{Role: "vcio", Per: model.Month, Amount: model.Amount{Low: 3000, High: 4000, Currency: "EUR"}}
	pay := model.OwnCost{Role: "cio", Per: model.Year, Amount: model.Amount{Low: 150_000, High: 150_000}}
	after := add(t, s, id, fee.Event(), pay.Event())
	want := []model.OwnCost{pay, fee}
	same := func(way string, got []model.OwnCost) {
		t.Helper()
		if len(got)+len(want) > 0 && !reflect.DeepEqual(got, want) {
			t.Errorf("%s: figures %+v, want %+v", way, got, want)
		}
	}
	same("append", after.Costs)
	after.Costs[0].Role = "changed by the caller"
	same("get", get(t, s, id).Costs)

	dearer := fee
	dearer.High = 5000
	want = []model.OwnCost{pay, dearer}
	same("a figure given anew", add(t, s, id, dearer.Event()).Costs)
	want = want[1:]
	same("one taken back", add(t, s, id, pay.TakeBack()).Costs)

	events := history(t, s, id)
	if err := s.Purge(t.Context(), id); err != nil {
		t.Fatal(err)
	}
	again, err := s.Import(t.Context(), id, events)
	if err != nil {
		t.Fatal(err)
	}
	same("import", again.Costs)
	want = nil
	same("all taken back", add(t, s, id, model.Event{Kind: model.EventPriced}).Costs)

	for name, spoil := range map[string]func(*model.Event){
		"nothing":            func(e *model.Event) { e.Amount = &model.Amount{} },
		"too much":           func(e *model.Event) { e.Amount = &model.Amount{Low: 1, High: model.MaxAmount + 1} },
		"backwards":          func(e *model.Event) { e.Amount = &model.Amount{Low: 2, High: 1} },
		"a bell":             func(e *model.Event) { e.Amount = &model.Amount{Low: 1, High: 1, Currency: "EU\a"} },
		"a long currency":    func(e *model.Event) { e.Amount = &model.Amount{Low: 1, High: 1, Currency: "EUROS"} },
		"an unknown period":  func(e *model.Event) { e.Per = "fortnight" },
		"no period":          func(e *model.Event) { e.Per = "" },
		"no seat":            func(e *model.Event) { e.Role = "" },
		"no seat, no period": func(e *model.Event) { e.Role, e.Per = "", "" },
		"two words":          func(e *model.Event) { e.Role = "two words" },
		"a cell":             func(e *model.Event) { e.Activity = "strategy" },
		"another kind":       func(e *model.Event) { e.Kind = model.EventArchived },
		"an edit":            func(e *model.Event) { e.Kind = model.EventEdited },
		"a kind of session":  func(e *model.Event) { e.SessionKind = model.Quick },
	} {
		e := fee.Event()
		spoil(&e)
		_, err := s.Append(t.Context(), id, e)
		wantKind(t, "append a figure without sense: "+name, err, model.KindUsage)

		first := events[0]
		e.Seq, e.At = 2, first.At
		_, err = s.Import(t.Context(), noSuchID, []model.Event{first, e})
		wantKind(t, "import a figure without sense: "+name, err, model.KindInvalid)
	}
}
