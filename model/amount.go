package model

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// MaxAmount is the most that one figure can be, in whole units of its currency.
const MaxAmount = 1_000_000_000

// Amount is money as people say it: from Low to High, which are the same where one
// number was said, in whole units of Currency.
type Amount struct {
	Low      int    `json:"low"`
	High     int    `json:"high"`               // at least Low, at most MaxAmount
	Currency string `json:"currency,omitempty"` // three capitals, such as "EUR"; "" if nobody named one
}

// Check is the error of an amount that ParseAmount cannot have given: numbers out of
// range or order, a currency that is no code. Others may have written the file that it
// comes from.
func (a Amount) Check() error {
	switch {
	case a.Low < 1 || a.High > MaxAmount || a.Low > a.High:
		return fmt.Errorf("an amount from %s to %s is no range from 1 to %s", Thousands(a.Low), Thousands(a.High), Thousands(MaxAmount))
	case a.Currency != "" && !IsCurrency(a.Currency):
		return fmt.Errorf("%s is no currency; it is a code of three capitals, such as EUR", Quote(a.Currency))
	}
	return nil
}

// ParseAmount reads an amount as people write it: "3000", "EUR 3,000", "€3k-4k",
// "150 000 CHF". The currency stands before or behind, or nowhere; $ is read as USD. A
// comma, a space or an apostrophe divides thousands, k stands for three zeros, and - or
// "to" for a range; the k of "3-4k" is meant for both ends. Nothing is guessed: "3.000"
// may be three or three thousand and is refused, as is every other fraction, and a range
// that ends at more than widestRange times its beginning. Errors are *Error of KindUsage.
func ParseAmount(said string) (Amount, error) {
	fail := func(why, cure string) (Amount, error) {
		return Amount{}, &Error{Kind: KindUsage, What: "the amount " + Quote(said) + " " + why, Cure: cure}
	}
	text := strings.TrimSpace(strings.NewReplacer("\u00a0", " ", "\u2009", " ", "\u202f", " ", "–", "-", "’", "'").Replace(said))
	switch {
	case text == "":
		return Amount{}, &Error{Kind: KindUsage, What: "there is no amount", Cure: "Write a whole number, such as 3000, or a range, such as 3000-4000."}
	case Clean(text) != text:
		return fail("has characters that nobody can see", "Type it anew: digits, and a currency before them.")
	}
	front, numbers, back := aroundNumbers(text)
	if inMillions(back) {
		return fail("counts in millions", "Write it out, or in thousands: 1,200,000 or 1200k.")
	}
	if front != "" && back != "" {
		return fail("names a currency on both sides", "Name it once: EUR 3000.")
	}
	currency, ok := currencyOf(front + back)
	if !ok {
		return fail("has "+Quote(front+back)+" beside the number, which is no currency that remit knows", "Write $, €, £ or a code of three letters, such as CHF 3000; $ is read as USD.")
	}
	first, last, ranged := strings.Cut(strings.Replace(numbers, " to ", "-", 1), "-")
	if !ranged {
		last = first
	}
	_, _, behind := aroundNumbers(strings.TrimSpace(first))
	before, _, _ := aroundNumbers(strings.TrimSpace(last))
	for _, again := range []string{behind, before} {
		if _, known := currencyOf(again); known && again != "" && ranged {
			return fail("names a currency at both ends", "Name it once: EUR 3000-4000.")
		}
	}
	first = sharedK(first, last)
	a := Amount{Currency: currency}
	for _, end := range []struct {
		text string
		n    *int
	}{{first, &a.Low}, {last, &a.High}} {
		n, why, cure := wholeNumber(strings.TrimSpace(end.text))
		if why != "" {
			return fail(why, cure)
		}
		*end.n = n
	}
	if a.Low > a.High {
		return fail("runs from the greater to the smaller number", "Write the smaller one first, each in full: 3000-4000 or 3k-4k.")
	}
	if (a.High-1)/widestRange >= a.Low { // no product, which could be too large for an int
		return fail(fmt.Sprintf("runs from %s to %s, which is no range that helps anybody", Thousands(a.Low), Thousands(a.High)),
			fmt.Sprintf("Write each end in full, such as 3000-4000 or 3k-4k; the end is at most %d times the beginning.", widestRange))
	}
	return a, nil
}

// widestRange is how many times its beginning a range may end at. Beyond it, one end has
// most likely lost its thousands.
const widestRange = 20

// sharedK gives the beginning of a range the k that was said once, at the end: 3-4k is
// from 3k. In 500-1k the beginning is a number of its own, as 500k would be more than 1k.
func sharedK(first, last string) string {
	first, last = strings.TrimSpace(first), strings.TrimSpace(last)
	short := strings.TrimRight(last, "kK ")
	low, bad, _ := wholeNumber(first)
	high, worse, _ := wholeNumber(short)
	if short == last || strings.HasSuffix(strings.ToLower(first), "k") || bad+worse != "" || low > high {
		return first
	}
	return first + "k"
}

// aroundNumbers divides an amount into its numbers and what stands before and behind. A
// k behind the last digit belongs to the number.
func aroundNumbers(text string) (front, numbers, back string) {
	const digits = "0123456789"
	from, to := strings.IndexAny(text, digits+"+-.,'"), strings.LastIndexAny(text, digits)+1
	if to == 0 || from < 0 || slices.ContainsFunc([]rune(text), foreignDigit) {
		return "", text, ""
	}
	gap := len(text[to:]) - len(strings.TrimLeft(text[to:], " "))
	if rest := []rune(text[to+gap:]); len(rest) > 0 && (rest[0] == 'k' || rest[0] == 'K') && (len(rest) == 1 || !unicode.IsLetter(rest[1])) {
		to += gap + 1
	}
	return strings.TrimSpace(text[:from]), strings.TrimSpace(text[from:to]), strings.TrimSpace(text[to:])
}

// inMillions reports whether what stands behind a number begins with a word for millions.
func inMillions(back string) bool {
	words := strings.FieldsFunc(strings.ToLower(back), func(r rune) bool { return unicode.IsSpace(r) || unicode.IsSymbol(r) })
	return len(words) > 0 && slices.Contains([]string{"m", "mm", "mn", "mio", "mio.", "million", "millions"}, words[0])
}

// foreignDigit reports a digit that is none of 0 to 9, such as a full-width one.
func foreignDigit(r rune) bool { return unicode.IsDigit(r) && r > '9' }

// wholeNumber reads a number above 0; why says what is wrong with one that it does not
// take, and is empty for others.
func wholeNumber(text string) (n int, why, cure string) {
	const whole = "Write a whole number above 0: 3000, 3,000 or 3k."
	digits, k := strings.CutSuffix(strings.ReplaceAll(text, "K", "k"), "k")
	digits = strings.TrimRight(digits, " ")
	switch {
	case text == "":
		return 0, "is not above 0, or lacks one end of a range", "Write a whole number above 0, such as 3000, or a range, such as 3000-4000."
	case strings.ContainsFunc(text, foreignDigit):
		return 0, "has digits other than 0 to 9", "Type them with the digits 0 to 9."
	case strings.Contains(text, "."):
		return 0, "has a point, which may stand for thousands or for cents", "Write it without: 3000, 3,000 or 3k."
	}
	if digits == "" || strings.ContainsFunc(digits, func(r rune) bool { return !strings.ContainsRune("0123456789, '", r) }) {
		return 0, "is not a whole number", whole
	}
	for _, mark := range []string{",", " ", "'"} {
		if strings.Contains(digits, mark) {
			if !grouped(digits, mark) {
				return 0, "is not divided into thousands", "A comma stands before every three digits, as in 3,000; there are no fractions."
			}
			digits = strings.ReplaceAll(digits, mark, "")
			break
		}
	}
	if k {
		digits += "000"
	}
	n, err := strconv.Atoi(digits)
	switch {
	case err != nil || n > MaxAmount:
		return 0, "is too large", "The most is " + Thousands(MaxAmount) + "."
	case n == 0:
		return 0, "is not above 0", whole
	}
	return n, "", ""
}

// grouped reports whether marks divide digits into thousands.
func grouped(digits, mark string) bool {
	groups := strings.Split(digits, mark)
	if first := groups[0]; first == "" || len(first) > 3 || first[0] == '0' {
		return false
	}
	return !slices.ContainsFunc(groups[1:], func(g string) bool { return len(g) != 3 })
}

// currencyOf gives the code of a currency; ok is false for a word that is none. No word
// is no currency.
func currencyOf(word string) (code string, ok bool) {
	switch code = strings.ToUpper(word); code {
	case "", "USD":
		return code, true
	case "$", "US$":
		return "USD", true
	case "€":
		return "EUR", true
	case "£":
		return "GBP", true
	}
	return code, CurrencyInUse(code)
}

// IsCurrency reports whether a word has the form of a currency's code: three capitals.
func IsCurrency(word string) bool {
	return len(word) == 3 && strings.Trim(word, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}
