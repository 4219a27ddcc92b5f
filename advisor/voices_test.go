package advisor

import (
	"strings"
	"testing"
)

// Who takes a position, and in which other words people ask, come through reading as they
// were written.
func TestVoicesAndWaysToAskAreRead(t *testing.T) {
	text := strings.Replace(minimalBooked(), "- {says: One., sources: [study]}",
		"- {says: One., sources: [study], voices: [{source: study, role: CTO, industry: software, size: 11 to 50 people}, {source: study, role: nurse}]}", 1)
	text = strings.Replace(text, `ask: "What is a CTO?",`, `ask: "What is a CTO?", asked: [CTO, "Who is the CTO?"],`, 1)
	f := LoadText(t, text)
	voices := f.Dissents[0].Positions[0].Voices
	if len(voices) != 2 || voices[0].String() != "CTO, software, 11 to 50 people" || voices[1].String() != "nurse" {
		t.Errorf("the voices are %v", voices)
	}
	if asked := f.Playbook.Explanations[0].Asked; strings.Join(asked, "|") != "CTO|Who is the CTO?" {
		t.Errorf("it is asked as %v", asked)
	}
}

// The founding forum lets eight practitioners speak. Each of them stands behind some
// position, with trade and size as far as the forum tells.
func TestEveryPractitionerOfTheForumIsHeard(t *testing.T) {
	heard := map[string]bool{}
	for _, d := range Builtin().Framework().Dissents {
		for _, p := range d.Positions {
			for _, v := range p.Voices {
				if v.Source == "peer-forum" {
					heard[v.String()] = true
				}
			}
		}
	}
	if len(heard) != 8 {
		t.Errorf("%d voices of the forum are heard: %v", len(heard), heard)
	}
}
