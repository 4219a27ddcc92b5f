package model_test

import (
	"strings"
	"testing"

	"remit/model"
)

func TestNearestIsWhatWasMeant(t *testing.T) {
	known := []string{"headcount", "technology", "custom_software", "it_staff", "engineers", "estate", "seats", "n/a"}
	for word, want := range map[string]string{
		"technologie":            "technology",
		"head":                   "headcount", // what was typed so far
		"Seat":                   "seats",
		"custom-software":        "custom_software",
		"sats":                   "seats",
		"itstaff":                "it_staff",
		"IT-staff":               "it_staff",
		"head count":             "headcount",
		"heatcount":              "headcount",
		"engineer":               "engineers",
		"weather":                "",
		"zebra":                  "",
		"":                       "",
		"x":                      "",
		strings.Repeat("a", 100): "",
	} {
		if got, ok := model.Nearest(word, known); got != want || ok != (want != "") {
			t.Errorf("nearest to %q is %q, %v; want %q", word, got, ok, want)
		}
	}
	if got, ok := model.Nearest("anything", nil); ok {
		t.Errorf("nearest of nothing is %q", got)
	}
}

func TestSlips(t *testing.T) {
	for _, c := range []struct {
		typed, word string
		want        int
	}{
		{"", "", 0}, {"", "cio", 3}, {"device", "device", 0},
		{"devise", "device", 1}, {"devce", "device", 1}, {"devicce", "device", 1},
		{"deivce", "device", 1}, {"vcioo", "cvio", 2}, {"naïve", "naive", 1}, {"chief", "chef", 1}, {"cto", "cio", 1}, {"ab", "ba", 1},
	} {
		for _, got := range []int{model.Slips(c.typed, c.word), model.Slips(c.word, c.typed)} {
			if got != c.want {
				t.Errorf("%q and %q: %d slips, want %d", c.typed, c.word, got, c.want)
			}
		}
	}
}
