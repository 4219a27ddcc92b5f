package advisor

import (
	"strconv"
	"strings"
	"unicode"

	"go.yaml.in/yaml/v3"

	"remit/model"
)

// maxSaid is the most that people may say for one word.
const maxSaid = 200

// readSynonym reads what people say for a word. Each meaning stands once, so that whoever
// looks for it finds all of it in one place.
func (b *bookRead) readSynonym(s spot) model.Synonym {
	f := s.form("synonym")
	defer f.done()
	return model.Synonym{Means: required(f, "means", b.meaning), Said: required(f, "said", wordings)}
}

func (b *bookRead) meaning(s spot) string {
	text := s.wording()
	if first, twice := b.meant[text]; twice && text != "" {
		s.fault("what it means stands here a second time", "The first is at "+s.in.said.where(first)+". Join the two.")
		return text
	}
	if b.meant == nil {
		b.meant = map[string]place{}
	}
	b.meant[text] = s.place()
	return text
}

func wordings(s spot) []string {
	if s.node.Kind == yaml.SequenceNode && len(s.node.Content) > maxSaid {
		s.fault(s.key+" has more than "+strconv.Itoa(maxSaid)+" items", "Leave some out: endings need not stand there.")
		return nil
	}
	return each(spot.wording)(s)
}

// wording reads a word or a few of them. Finding compares letters and digits alone, so
// that a text without any would be found nowhere.
func (s spot) wording() string {
	text := s.line()
	if text != "" && strings.IndexFunc(text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) < 0 {
		s.fault("it has no letter and no digit", "Write a word that people use.")
	}
	return text
}
