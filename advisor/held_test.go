package advisor

import (
	"slices"
	"testing"

	"remit/model"
)

// Whoever runs IT today keeps the highest of the posts for it, and is set below nobody
// who is only assumed; without a second post nothing is said to be dropped.
func TestWhoRunsITTodayKeepsTheHighestPost(t *testing.T) {
	e := loadedEngine(t)
	for staff, want := range map[int]string{2: "it-manager", 7: "it-director", 40: "it-director"} {
		a := e.Advise(model.Answers{"technology": model.Choose("support"), "headcount": model.Count(400), "seats": model.Count(1),
			"it_staff": model.Count(staff), "incumbent": model.Choose("manager"), "estate": model.Choose("complex")}, 0)
		d := e.Deliver(&a)
		var kept []string
		for _, p := range d.Posts {
			if p.State == model.PostKept && (p.Role == "it-director" || p.Role == "it-manager") {
				kept = append(kept, p.Role)
			}
		}
		if !slices.Equal(kept, []string{want}) {
			t.Errorf("%d people: kept are %v, want %s", staff, kept, want)
		}
		if slices.Contains(d.Dropped, "it-director") || slices.Contains(d.Dropped, "it-manager") {
			t.Errorf("%d people: %v is dropped", staff, d.Dropped)
		}
	}
}
