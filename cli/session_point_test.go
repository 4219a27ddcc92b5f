package cli

import (
	"testing"
	"time"

	"remit/model"
)

// A day means its end, where the person is; a number means that change.
func TestPointsInTime(t *testing.T) {
	at := func(day, hour int) time.Time { return time.Date(2026, 3, day, hour, 0, 0, 0, time.Local) }
	s := model.Session{ID: "01JZZZZZZZZZZZZZZZZZZZZZZZ", Name: "Acme", Created: at(2, 9)}
	events := []model.Event{{Seq: 1, At: at(2, 9)}, {Seq: 2, At: at(2, 23)}, {Seq: 3, At: at(3, 0)}, {Seq: 4, At: at(9, 12)}}
	for when, want := range map[string]int{
		"1": 1, "3": 3, "4": 4, "2026-03-02": 2, "2026-03-03": 3, "2026-03-08": 3, "2026-03-09": 4, "2030-01-01": 4,
		"0": 0, "5": 0, "-1": 0, "": 0, "2026-03-01": 0, "2026-02-30": 0, "03/02/2026": 0, "99999999999999999999": 0,
	} {
		got, err := reachedBy(s, events, when)
		if got != want || (err != nil) != (want == 0) {
			t.Errorf("%q: %d, %v; want %d", when, got, err, want)
		}
		if err != nil && model.KindOf(err) != model.KindUsage {
			t.Errorf("%q: kind %d", when, model.KindOf(err))
		}
	}
}
