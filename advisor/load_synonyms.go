package advisor

import (
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"remit/model"
)

// maxSaid is the most that people may say for one word.
const maxSaid = 200

// heard is where people's words stand first.
type heard struct {
	at     place
	single bool // it is one word for one word
}

// readSynonym reads what people say for a word. Each meaning stands once, so that whoever
// looks for it finds all of it in one place.
func (b *bookRead) readSynonym(s spot) model.Synonym {
	f := s.form("synonym")
	defer f.done()
	means := required(f, "means", b.meaning)
	return model.Synonym{Means: means, Said: required(f, "said", func(s spot) []string { return b.wordings(s, means) })}
}

func (b *bookRead) meaning(s spot) string {
	text := s.wording()
	words := strings.Join(model.Words(text), " ")
	if first, twice := b.meant[words]; twice && words != "" {
		s.fault("what it means stands here a second time", "The first is at "+s.in.said.where(first)+". Join the two.")
		return text
	}
	if b.meant == nil {
		b.meant = map[string]place{}
	}
	b.meant[words] = s.place()
	return text
}

func (b *bookRead) wordings(s spot, means string) []string {
	if s.node.Kind == yaml.SequenceNode && len(s.node.Content) > maxSaid {
		s.fault(s.key+" has more than "+strconv.Itoa(maxSaid)+" items", "Leave some out: endings need not stand there.")
		return nil
	}
	one := len(model.Words(means)) == 1
	here := map[string]bool{}
	return each(func(s spot) string {
		text := s.wording()
		b.hear(s, model.Words(text), one, here)
		return text
	})(s)
}

// hear notes what people say, and finds what would be said in vain: a second time for the
// same, or for several things where only one is looked for. A single word for a single
// word may mean several.
func (b *bookRead) hear(s spot, words []string, one bool, here map[string]bool) {
	if len(words) == 0 {
		return
	}
	text, single := strings.Join(words, " "), one && len(words) == 1
	first, twice := b.said[text]
	switch {
	case here[text]:
		s.fault("it stands here a second time", "The first is at "+s.in.said.where(first.at)+". Leave one out.")
	case twice && !(single && first.single):
		s.fault("it is said for something else already", "The first is at "+s.in.said.where(first.at)+
			". Several words in a row stand for one thing, so leave one of the two out.")
	}
	here[text] = true
	if b.said == nil {
		b.said = map[string]heard{}
	}
	if !twice {
		b.said[text] = heard{s.place(), single}
	}
}

// wording reads a word or a few of them. Finding compares letters and digits alone, so
// that a text without any would be found nowhere.
func (s spot) wording() string {
	text := s.line()
	if text != "" && len(model.Words(text)) == 0 {
		s.fault("it has no letter and no digit", "Write a word that people use.")
	}
	return text
}
