package model

import (
	"fmt"
	"strings"
	"testing"
)

func TestAmountsAreReadAsPeopleWriteThem(t *testing.T) {
	for said, want := range map[string]Amount{
		"3000":              {3000, 3000, ""},
		" 3,000 ":           {3000, 3000, ""},
		"1,234,567":         {1_234_567, 1_234_567, ""},
		"3 000":             {3000, 3000, ""},
		"3\u202f000\u00a0€": {3000, 3000, "EUR"},
		"CHF 150'000":       {150_000, 150_000, "CHF"},
		"150k":              {150_000, 150_000, ""},
		"150K eur":          {150_000, 150_000, "EUR"},
		"$3000":             {3000, 3000, "USD"},
		"US$ 3000":          {3000, 3000, "USD"},
		"USD 3000":          {3000, 3000, "USD"},
		"€3000":             {3000, 3000, "EUR"},
		"3000 EUR":          {3000, 3000, "EUR"},
		"£3,000":            {3000, 3000, "GBP"},
		"GBP3000":           {3000, 3000, "GBP"},
		"jpy 900000":        {900_000, 900_000, "JPY"},
		"3000-4000":         {3000, 4000, ""},
		"€3k – 4k":          {3000, 4000, "EUR"},
		"3-4k":              {3000, 4000, ""},
		"100-150K CHF":      {100_000, 150_000, "CHF"},
		"$3 to 4k":          {3000, 4000, "USD"},
		"500-1k":            {500, 1000, ""},
		"3000-4k":           {3000, 4000, ""},
		"1000-20000":        {1000, 20_000, ""},
		"EUR 3,000 to 4,000": {
			3000, 4000, "EUR"},
		"120k":       {120_000, 120_000, ""},
		"120 k":      {120_000, 120_000, ""},
		"120 k CHF":  {120_000, 120_000, "CHF"},
		"3-4 k €":    {3000, 4000, "EUR"},
		"120 000":    {120_000, 120_000, ""},
		"120,000 £":  {120_000, 120_000, "GBP"},
		"1000000000": {MaxAmount, MaxAmount, ""},
	} {
		if got, err := ParseAmount(said); err != nil || got != want {
			t.Errorf("%q is %+v, %v; want %+v", said, got, err, want)
		}
	}
}

// What could mean two things, or nothing, is refused with the text, the reason and a way
// to write it.
func TestAmountsAreNotGuessed(t *testing.T) {
	for said, why := range map[string]string{
		"":                  "no amount",
		"  ":                "no amount",
		"EUR":               "whole number",
		"3.000":             "a point",
		"3,00":              "thousands",
		"0,003":             "thousands",
		"3,0,0":             "thousands",
		"3,000 000":         "thousands",
		"30 00":             "thousands",
		"-5":                "above 0",
		"+5":                "whole number",
		"0":                 "above 0",
		"1e9":               "whole number",
		"0x10":              "whole number",
		"3kk":               "currency",
		"3000,":             "currency",
		"３０００":              "0 to 9",
		"३०००":              "0 to 9",
		"1000000001":        "too large",
		"1000001k":          "too large",
		"99999999999999999": "too large",
		"4000-3000":         "greater to the smaller",
		"3-4k-5":            "whole number",
		"3k-4":              "greater to the smaller",
		"3-4000":            "from 3 to 4,000",
		"3-4,000":           "from 3 to 4,000",
		"1000-20001":        "no range",
		"0-4k":              "above 0",
		"1-1000001k":        "too large",
		"3000-":             "currency",
		"kr 3000":           "currency",
		"C$ 3000":           "currency",
		"EUR 3000 USD":      "both sides",
		"EUR 3000-EUR 4000": "both ends",
		"€3k-€4k":           "both ends",
		"3000 EUR-4000 EUR": "both ends",
		"3000€-4000€":       "both ends",
		"1.2m":              "millions",
		"1.2m€":             "millions",
		"EUR 1.2m":          "millions",
		"1.2 m EUR":         "millions",
		"1m-2m":             "millions",
		"2 Million":         "millions",
		"120.000,50":        "a point",
		"120,000.50":        "a point",
		"120.000":           "a point",
		"120,50":            "thousands",
		"30\u200b00":        "nobody can see",
		"3000\x1b[31m":      "nobody can see",
		"3000/month":        "currency",
	} {
		_, err := ParseAmount(said)
		var e *Error
		if ok := asModelError(err, &e); !ok || e.Kind != KindUsage || e.Cure == "" {
			t.Errorf("%q: %#v", said, err)
			continue
		}
		if !strings.Contains(e.What, why) {
			t.Errorf("%q is refused with %q, not because of %q", said, e.What, why)
		}
		if strings.TrimSpace(said) != "" && !strings.Contains(e.What, Quote(said)) {
			t.Errorf("%q is not named in %q", said, e.What)
		}
	}
}

// FuzzParseAmount: whatever is taken is legal, and is read as the same when it is
// written out; whatever is refused is refused with a cure.
func FuzzParseAmount(f *testing.F) {
	for _, said := range []string{"", "3000", "EUR 3,000-4,000", "€3k – 4k", "3.000", "-5", "1e9", "３", "150 000 CHF", "3kk", "US$1'000 to 2'000", "3-4k", "3-4000", "\x1b[31m", "k-k"} {
		f.Add(said)
	}
	f.Fuzz(func(t *testing.T, said string) {
		a, err := ParseAmount(said)
		if err != nil {
			var e *Error
			if !asModelError(err, &e) || e.Kind != KindUsage || e.Cure == "" || Clean(e.What) != e.What {
				t.Fatalf("%q: %#v", said, err)
			}
			return
		}
		if err := a.Check(); err != nil {
			t.Fatalf("%q is taken as %+v, which is not legal: %v", said, a, err)
		}
		again := fmt.Sprintf("%s %s-%s", a.Currency, Thousands(a.Low), Thousands(a.High))
		if b, err := ParseAmount(again); err != nil || a != b {
			t.Fatalf("%q is %+v, but %q is %+v, %v", said, a, again, b, err)
		}
	})
}
