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

func TestNobodyStartsWhereTheLeaderStays(t *testing.T) {
	kept := []model.Post{{Role: "cio", Leads: true, State: model.PostKept}}
	for _, c := range []struct {
		day   int
		posts []model.Post
		want  string
	}{
		{0, kept, "Now"}, {0, append(kept, model.Post{Role: "cto", Leads: true, State: model.PostNew}), "Before anybody starts"}, {7, kept, "By day 7"},
	} {
		if got := report.ByDayWith(c.day, c.posts); got != c.want {
			t.Errorf("day %d: %q, want %q", c.day, got, c.want)
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
