package model

import (
	"slices"
	"strings"
	"testing"
)

func TestTheListOfCurrenciesIsInOrder(t *testing.T) {
	codes := strings.Fields(currencyCodes)
	if !slices.IsSorted(codes) || len(slices.Compact(slices.Clone(codes))) != len(codes) {
		t.Error("the codes are not sorted, or one is there twice")
	}
	for _, code := range codes {
		if !IsCurrency(code) {
			t.Errorf("%q is no code", code)
		}
	}
}

// A sign and a code of the same currency are one currency: figures in them can be compared.
func TestASignIsTheCodeOfItsCurrency(t *testing.T) {
	for code, ways := range map[string][]string{
		"USD": {"$ 3000", "US$3000", "3000 $", "usd 3000", "USD 3000"},
		"EUR": {"€3000", "3000 €", "eur 3000", "3000EUR"},
		"GBP": {"£3000", "3000 £", "gbp 3000", "GBP 3000"},
		"CHF": {"CHF 3000", "chf 3'000", "3000 chf"},
	} {
		for _, said := range ways {
			if a, err := ParseAmount(said); err != nil || a != (Amount{3000, 3000, code}) {
				t.Errorf("%q is read as %+v, %v", said, a, err)
			}
		}
	}
}

// Three letters are no currency because they look like one; what is kept already stays
// readable.
func TestOnlyCurrenciesInUseAreTaken(t *testing.T) {
	for said, want := range map[string]string{"eur 3000": "EUR", "180000 CHF": "CHF", "zar3000": "ZAR", "abc180000": "", "EUX 3000": "", "XXX 1": "", "XAU 1": ""} {
		a, err := ParseAmount(said)
		if a.Currency != want || (err == nil) != (want != "") {
			t.Errorf("%q is read as %v, %v", said, a, err)
		}
		if err != nil && !strings.Contains(err.Error(), "no currency that remit knows") {
			t.Errorf("%q is refused as %v", said, err)
		}
	}
	if err := (Amount{Low: 1, High: 1, Currency: "ABC"}).Check(); err != nil {
		t.Errorf("a figure that is kept cannot be read any more: %v", err)
	}
}
