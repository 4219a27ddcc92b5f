package advisor

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"remit/model"
)

// searching are the steps of a plan that find somebody for a seat.
func searching(d *model.Deliverables) (ids []string) {
	for _, s := range d.Plan {
		if strings.HasPrefix(s.Practice, "search-for-") {
			ids = append(ids, s.Practice)
		}
	}
	return ids
}

// A plan that ends with a new leader says how that leader is found, once: two steps that
// look for the same person contradict each other. Only an interim leader who holds the
// chair for a permanent one is found beside that one. Where everybody is there, nobody is
// looked for.
func TestEverySeatIsSearchedForOnce(t *testing.T) {
	searched := map[string]bool{}
	forRandomAnswers(t, 1500, func(t *testing.T, e *Engine, as model.Answers, _ *rand.Rand) {
		if !as[incumbent].Real() {
			return // nobody said who is there
		}
		a := e.Advise(as, 0)
		d := e.Deliver(&a)
		how := model.Engagement(a.Engagement.Then)
		found, want := searching(&d), 0
		switch {
		case len(model.Arriving(d.Posts, how)) == 0:
		case slices.ContainsFunc(d.Options, func(o model.Contender) bool { return o.Structure == a.Recommendation && o.After != nil }):
			want = 2
			if !slices.Contains(found, "search-for-the-interim") || !slices.Contains(found, "search-for-the-permanent-one") {
				t.Errorf("%v: %q", as, found)
			}
		default:
			want = 1
		}
		if len(found) != want {
			t.Errorf("%v: %s, %s: %q, not %d", as, a.Recommendation, how, found, want)
		}
		for _, id := range found {
			searched[id] = true
		}
	})
	if len(searched) < 5 {
		t.Errorf("only %v are searched for", searched)
	}
}

// What counts from the decision needs nobody who is still to come, in the words of who
// sees to it.
func TestNothingBeforeTheFirstDayNeedsWhoIsStillToCome(t *testing.T) {
	forRandomAnswers(t, 1500, func(t *testing.T, e *Engine, as model.Answers, _ *rand.Rand) {
		if !as[incumbent].Real() {
			return
		}
		a := e.Advise(as, 0)
		d := e.Deliver(&a)
		for _, p := range model.Arriving(d.Posts, model.Engagement(a.Engagement.Then)) {
			for _, s := range d.Plan {
				if s.Clock == model.FromDecision && slices.ContainsFunc(named(e.Playbook(), s.Who), func(r *model.Role) bool { return r.ID == p.Role }) {
					t.Errorf("%v: %q is for %s, who is still to come", as, s.Title, p.Role)
				}
			}
		}
		signs := slices.IndexFunc(d.Plan, func(s model.PlanStep) bool { return strings.HasPrefix(s.Practice, "duties-signed") })
		if a.Recommendation == model.Both && (signs < 0 || d.Plan[signs].Clock == model.FromDecision != (as[incumbent].Option == "both")) {
			t.Errorf("%v: both sign at %d of the plan", as, signs)
		}
	})
}

// Until whoever is to come is there, somebody answers: by the plan, or because whoever leads
// today goes on.
func TestSomebodyAnswersUntilThen(t *testing.T) {
	leading := []string{"founder", "cio", "cto", "both", "hybrid"}
	forRandomAnswers(t, 1500, func(t *testing.T, e *Engine, as model.Answers, _ *rand.Rand) {
		today := as[incumbent]
		if !today.Real() || slices.Contains(leading, today.Option) {
			return
		}
		a := e.Advise(as, 0)
		d := e.Deliver(&a)
		names := slices.IndexFunc(d.Plan, func(s model.PlanStep) bool {
			return slices.Contains([]string{"answers-until-then", "owner-of-the-leader", "owner-hours"}, s.Practice)
		})
		if names < 0 || d.Plan[names].Day > 7 || d.Plan[names].Clock != model.FromDecision {
			t.Errorf("%v: %s, %s: nobody answers in the first week", as, a.Recommendation, a.Engagement.Then)
		}
		if a.Recommendation == model.VCIO && names != 0 {
			t.Errorf("%v: the inside owner is named today, and the plan begins with %q", as, d.Plan[0].Title)
		}
	})
}

// A great change has a sponsor in the business, and an executive goes from a supervised
// company only after the supervisor was asked about.
func TestSponsorsAndSupervisorsAreInThePlan(t *testing.T) {
	gone := 0
	forRandomAnswers(t, 1500, func(t *testing.T, e *Engine, as model.Answers, _ *rand.Rand) {
		a := e.Advise(as, 0)
		d := e.Deliver(&a)
		has := func(practice string) bool {
			return slices.ContainsFunc(d.Plan, func(s model.PlanStep) bool { return strings.HasPrefix(s.Practice, practice) })
		}
		if as["change"].Option == "transforming" != has("sponsor-named") {
			t.Errorf("%v: the sponsor", as)
		}
		if as["regulation"].Option == "heavy" && len(d.Dropped) > 0 && e.Playbook().Role(d.Dropped[0]).Leads {
			if gone++; !has("supervisor-told") {
				t.Errorf("%v: %v go, and the supervisor hears it from others", as, d.Dropped)
			}
		}
	})
	if gone == 0 {
		t.Error("nobody goes")
	}
}
