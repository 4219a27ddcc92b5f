package model

import (
	"errors"
	"reflect"
	"testing"
)

func asModelError(err error, e **Error) (ok bool) {
	*e, ok = errors.AsType[*Error](err)
	return ok
}

// One figure for a seat and a period: a later one takes its place, and the order in
// which they were said leaves no trace.
func TestFiguresOfASession(t *testing.T) {
	cost := func(role string, per Period, low, high int, currency string) OwnCost {
		return OwnCost{role, per, Amount{low, high, currency}}
	}
	fee, pay, more := cost("vcio", Month, 3000, 4000, "EUR"), cost("cio", Year, 150_000, 150_000, ""), cost("vcio", Month, 3500, 3500, "USD")
	day := cost("vcio", Day, 900, 900, "")
	all := Event{Kind: EventPriced}
	for name, test := range map[string]struct {
		events []Event
		want   []OwnCost
	}{
		"kept":                      {[]Event{fee.Event(), pay.Event()}, []OwnCost{pay, fee}},
		"kept the other way round":  {[]Event{pay.Event(), fee.Event()}, []OwnCost{pay, fee}},
		"two periods of one seat":   {[]Event{fee.Event(), day.Event()}, []OwnCost{day, fee}},
		"said anew":                 {[]Event{fee.Event(), pay.Event(), more.Event()}, []OwnCost{pay, more}},
		"taken back":                {[]Event{fee.Event(), pay.Event(), fee.TakeBack()}, []OwnCost{pay}},
		"taken back and there anew": {[]Event{fee.Event(), fee.TakeBack(), fee.Event()}, []OwnCost{fee}},
		"the last one taken back":   {[]Event{fee.Event(), fee.TakeBack()}, nil},
		"nothing there to take":     {[]Event{fee.Event(), pay.TakeBack()}, []OwnCost{fee}},
		"all taken back":            {[]Event{fee.Event(), pay.Event(), all}, nil},
	} {
		var s Session
		for _, e := range test.events {
			before := s
			was := append([]OwnCost(nil), s.Costs...)
			s = s.Apply(e)
			if !reflect.DeepEqual(append([]OwnCost(nil), before.Costs...), was) {
				t.Errorf("%s: an event changes the session before it", name)
			}
		}
		if !reflect.DeepEqual(s.Costs, test.want) {
			t.Errorf("%s: %+v, want %+v", name, s.Costs, test.want)
		}
	}
}

func TestABranchTakesTheFiguresAlong(t *testing.T) {
	fee := OwnCost{"vcio", Month, Amount{3000, 4000, "EUR"}}
	parent := Session{ID: "x", Costs: []OwnCost{fee}}
	var branch Session
	_, filling := parent.Branch("Ada", Answers{})
	for _, e := range filling {
		branch = branch.Apply(e)
		if e.By != "Ada" {
			t.Errorf("%s is signed by %q", e.Kind, e.By)
		}
	}
	if !reflect.DeepEqual(branch.Costs, parent.Costs) {
		t.Errorf("the branch has %+v", branch.Costs)
	}
}

func TestFiguresThatNobodyCanHaveEntered(t *testing.T) {
	good := OwnCost{"vcio", Month, Amount{3000, 4000, "EUR"}}
	if err := good.Check(); err != nil {
		t.Fatal(err)
	}
	for name, spoil := range map[string]func(*OwnCost){
		"nothing":            func(c *OwnCost) { c.Low, c.High = 0, 0 },
		"below nothing":      func(c *OwnCost) { c.Low = -1 },
		"backwards":          func(c *OwnCost) { c.High = c.Low - 1 },
		"too much":           func(c *OwnCost) { c.High = MaxAmount + 1 },
		"no period":          func(c *OwnCost) { c.Per = "" },
		"an unknown period":  func(c *OwnCost) { c.Per = "fortnight" },
		"a published period": func(c *OwnCost) { c.Per = PerUser },
		"a sign":             func(c *OwnCost) { c.Currency = "$" },
		"small letters":      func(c *OwnCost) { c.Currency = "eur" },
		"a bell":             func(c *OwnCost) { c.Currency = "EU\a" },
		"another alphabet":   func(c *OwnCost) { c.Currency = "ЕUR" },
	} {
		bad := good
		spoil(&bad)
		if bad.Check() == nil {
			t.Errorf("%s: %+v is taken", name, bad)
		}
	}
}
