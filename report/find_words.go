package report

import (
	"strings"
	"unicode"
)

// What words tell a search in any language of a trade: nothing, or how somebody asks. What
// words mean the same is said by the framework, in its synonyms.

// idleWords are words that every question has. Numbers in words are among them, as those
// in digits tell nothing either.
const idleWords = `a about acting actually all already an and any are as at be been being between by common day did do does doing done else ever every everything exactly
	five for from get gets got had has have having he help her here him his i if in into is it its just keep keeps let like ll m make many me
	more most much my nine no not of on one or other our please possible potential re really s same say she so some something still t tell ten than that
	the their them then there these they thing things this to time too two truly typical up us usual usually ve very was we were will with
	you your`

// framingWords say how somebody asks rather than about what.
const framingWords = `also who what when where why how can should would company know use`

func setOf(words string) map[string]bool {
	set := map[string]bool{}
	for word := range strings.FieldsSeq(words) {
		set[word] = true
	}
	return set
}

// stem takes the endings off a word that do not tell one thing from another.
func stem(word string) string {
	const least = 3
	for _, ending := range []string{"ations", "ation", "ities", "ity", "ings", "ing", "ies", "es", "ed", "ers", "er", "ly", "s", "e", "y"} {
		if root, ok := strings.CutSuffix(word, ending); ok && len(root) >= least {
			return root
		}
	}
	return word
}

func isNumber(word string) bool {
	return strings.IndexFunc(word, func(r rune) bool { return !unicode.IsDigit(r) }) < 0
}
