package advisor

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// A single word may stand for several single words.
func TestSynonymsAreRead(t *testing.T) {
	p := LoadText(t, minimalBooked()+"\nsynonyms:\n  - {means: cost, said: [salary, how much]}\n  - {means: pay, said: [salary]}\n").Playbook
	if len(p.Synonyms) != 2 || p.Synonyms[0].Means != "cost" || !slices.Equal(p.Synonyms[0].Said, []string{"salary", "how much"}) {
		t.Errorf("the synonyms are %+v", p.Synonyms)
	}
}

// What cannot be found by, or stands where nobody looks, is a fault that says where.
func TestFaultsOfSynonyms(t *testing.T) {
	for text, want := range map[string]string{
		"  - {means: cost, said: [price]}\n  - {means: cost, said: [fee]}\n":         "stands here a second time",
		"  - {means: '?!', said: [price]}\n":                                         "no letter and no digit",
		"  - {means: cost, said: ['...']}\n":                                         "no letter and no digit",
		"  - {means: It cost!, said: [price]}\n  - {means: it cost, said: [fee]}\n":  "stands here a second time",
		"  - {means: cost, said: [day rate, wage, Day-Rate]}\n":                      "it stands here a second time",
		"  - {means: cost, said: [set back]}\n  - {means: late, said: [Set back]}\n": "it is said for something else already",
		"  - {means: it provider, said: [msp]}\n  - {means: cost, said: [msp]}\n":    "it is said for something else already",
		"  - {means: cost, said: [msp]}\n  - {means: it provider, said: [msp]}\n":    "it is said for something else already",
		"  - {means: cost}\n": "said is missing",
		"  - {means: cost, said: [" + strings.Repeat("x, ", maxSaid+1) + "]}\n": fmt.Sprintf("said has more than %d items", maxSaid),
		strings.Repeat("  - {}\n", maxSynonyms+1):                               fmt.Sprintf("synonyms has more than %d items", maxSynonyms),
		"  - {means: cost, said: [price], sounds: like}\n":                      "sounds",
	} {
		_, err := Load(oneFile("synonyms:\n" + text))
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%.60q: want %q, got %.300v", text, want, err)
		}
	}
}
