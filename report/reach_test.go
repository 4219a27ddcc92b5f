package report_test

import (
	"strings"
	"testing"

	"remit/model"
	"remit/report"
)

func TestOnlyWhatCanBeImaginedIsWithinReach(t *testing.T) {
	f := whole(t, bank()).Framework
	for _, c := range []struct {
		question string
		from, to int
		leader   string
		want     bool
	}{
		{"headcount", 40, 60, "cio", true},
		{"headcount", 6, 1000, "cio", false},
		{"headcount", 30, 1, "cio", false},   // less than a tenth
		{"headcount", 90, 260, "cio", false}, // another kind of company
		{"engineers", 0, 6, "cio", true},
		{"seats", 2, 1, "cio", true},
		{"seats", 2, 0, "cio", false}, // somebody sits there
		{"seats", 1, 0, "nobody", true},
	} {
		turn := model.Turn{To: model.CIO, Changes: []model.Widened{{Change: model.Change{Question: c.question, From: model.Count(c.from), To: model.Count(c.to)}}}}
		a := model.Advice{Answers: model.Answers{"incumbent": model.Choose(c.leader)}}
		if got := len(report.WithinReach(f, &a, []model.Turn{turn})) == 1; got != c.want {
			t.Errorf("%s from %d to %d, led by %s: %t", c.question, c.from, c.to, c.leader, got)
		}
	}
}

func TestABakeryIsNotToldHowToBecomeACorporation(t *testing.T) {
	got := cutText(t, whole(t, bakery()), report.Full)
	if strings.Contains(got, "1,000 people or more (now 6)") || !strings.Contains(got, "farther off") {
		t.Errorf("it says\n%s", got)
	}
}

func TestWhoSeesToItIsAPostOfThisCompany(t *testing.T) {
	r := whole(t, bank())
	for said, want := range map[string]string{"the CEO": "the CEO", "cto": "the CTO", "the leader of technology, or the inside owner": "the CIO and the CTO"} {
		if got := report.Who(r.Book, r.Follows.Posts, said); got != want {
			t.Errorf("%q is %q, want %q", said, got, want)
		}
	}
	small := whole(t, dental())
	for said, want := range map[string]string{"the technology leader": "the inside owner", "the leader of technology, or the inside owner": "the inside owner"} {
		if got := report.Who(small.Book, small.Follows.Posts, said); got != want {
			t.Errorf("%q is %q, want %q", said, got, want)
		}
	}
}

// Days count from the decision, and from the first day of whoever is still to come: where
// everybody is there, as where the founder goes on, there is one clock.
func TestTheSecondClockWaitsForSomebody(t *testing.T) {
	post := func(role string, state model.PostState) model.Post {
		return model.Post{Role: role, Leads: true, State: state}
	}
	kept, coming := post("cio", model.PostKept), post("cto", model.PostNew)
	book := &model.Playbook{Roles: []model.Role{{ID: "cio", Short: "CIO"}, {ID: "cto", Short: "CTO"}}}
	for _, c := range []struct {
		posts []model.Post
		how   model.Engagement
		waits string // for whom the second clock waits
	}{
		{[]model.Post{kept}, "full-time", ""},
		{[]model.Post{kept, coming}, "full-time", "the CTO."},
		{[]model.Post{post("cio", model.PostExpected), coming}, "full-time", "both are in office, the CIO and the CTO."},
		{[]model.Post{coming}, model.Founder, ""},
	} {
		r := report.Report{Book: book, Follows: &model.Deliverables{Posts: c.posts}, Advice: model.Advice{Engagement: model.Decision{Then: string(c.how)}}}
		got := report.PlanClocks(r)
		if two := strings.Contains(got, "Two clocks"); two != (c.waits != "") || !strings.HasSuffix(got, c.waits) {
			t.Errorf("%v, %s: %q", c.posts, c.how, got)
		}
	}
}

func TestEveryBoxSaysWhetherSomebodyIsThere(t *testing.T) {
	for name, as := range map[string]model.Answers{"bank": bank(), "bakery": bakery(), "dental": dental()} {
		r := whole(t, as)
		c := &report.Chart{Framework: r.Framework, Book: r.Book, Advice: &r.Advice, Posts: r.Follows.Posts}
		for _, row := range report.ChartRows(c, true) {
			if row.Note == "" {
				t.Errorf("%s: %s says nothing", name, row.Title)
			}
		}
	}
	founder := whole(t, sheetOf(map[string]string{"technology": "product", "custom_software": "heavy", "incumbent": "founder"},
		map[string]int{"headcount": 12, "engineers": 7, "seats": 1}))
	if got := strings.Join(report.ChartLines(&report.Chart{Framework: founder.Framework, Book: founder.Book, Advice: &founder.Advice, Posts: founder.Follows.Posts}, true), "\n"); !strings.Contains(got, "Chief Technology Officer (the founder, or new, full-time)") {
		t.Errorf("got\n%s", got)
	}
}
