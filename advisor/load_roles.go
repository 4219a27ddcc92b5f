package advisor

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"remit/model"
)

// maxShort is how many characters the head of a column may have.
const maxShort = 12

// roleNamed is the id of a role that one before it in the files may name.
type roleNamed struct {
	at spot
	id string
}

func (b *bookRead) readRole(s spot) model.Role {
	f := s.form("role")
	defer f.done()
	b.roles = append(b.roles, f)
	r := model.Role{
		ID:       f.roleID(),
		Title:    required(f, "title", spot.line),
		Short:    required(f, "short", spot.short),
		Called:   optional(f, "called", spot.named),
		Known:    optional(f, "known", few(spot.named)),
		Level:    required(f, "level", oneOf("level", model.Executive, model.Management, model.Specialist, model.Oversight, model.Outside)),
		Purpose:  required(f, "purpose", spot.text),
		Key:      required(f, "key", spot.line),
		Focus:    required(f, "focus", spot.lines),
		Faces:    required(f, "faces", spot.lines),
		Measures: required(f, "measures", spot.lines),
		Reports:  required(f, "reports", spot.text),
		Works:    required(f, "works", few(b.readTie)),
		Unlike:   optional(f, "unlike", few(b.readContrast)),
		Appears:  required(f, "appears", spot.text),
		Strength: required(f, "strength", spot.strength),
		Sources:  required(f, "sources", spot.sources),
		Today:    optional(f, "today", spot.today),
		Counted:  optional(f, "counted", spot.counter),
	}
	present, ok := f.get("present")
	if !ok {
		f.refuse("leads", "without present the role is on no chart")
		f.refuse("duty", "without present the role is on no chart")
		f.refuse("contract", "without present the role is on no chart")
		f.refuse("counted", "without present the role is on no chart")
		f.refuse("deputies", "without present the role is on no chart")
		f.refuse("under", "without present the role is on no chart")
		f.refuse("stand_ins", "without present the role holds no letters")
		return r
	}
	r.Present = few(b.readPresence)(present)
	r.Contract = optional(f, "contract", few(b.readContract))
	r.Leads = optional(f, "leads", spot.yes)
	r.Seat = optional(f, "seat", spot.yes)
	r.Duty = optional(f, "duty", spot.yes)
	r.Deputies = optional(f, "deputies", few(b.readDeputy))
	r.Under = optional(f, "under", few(b.readLine))
	r.StandIns = optional(f, "stand_ins", func(s spot) []string { return distinct(s, b.role) })
	return r
}

// roleID reads the id of a role. The words for who does a step are no ids: nobody could say
// whether the word or the role is meant.
func (f *form) roleID() string {
	id := f.declared()
	if words := []model.Doer{model.Inside, model.Leader}; slices.Contains(words, model.Doer(id)) {
		s, _ := f.get("id")
		s.fault(fmt.Sprintf("id %q is a word that says who does a step", id), "Give the role another id, such as "+id+"-role.")
	}
	return id
}

// named is a name that is looked for in texts.
func (s spot) named() string {
	text := s.line()
	if text != "" && !strings.ContainsFunc(text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
		s.fault(s.name()+" has no letter or digit", "No text can be searched for it: write a word.")
	}
	return text
}

// short is the head of a column.
func (s spot) short() string {
	text := s.named()
	if utf8.RuneCountInString(text) > maxShort {
		s.fault(fmt.Sprintf("short is longer than %d characters", maxShort), "It heads a column: shorten it.")
	}
	return text
}

func (b *bookRead) readTie(s spot) model.Tie {
	f := s.form("work")
	defer f.done()
	return model.Tie{Role: required(f, "role", b.role), On: required(f, "on", spot.line)}
}

func (b *bookRead) readContrast(s spot) model.Contrast {
	f := s.form("contrast")
	defer f.done()
	return model.Contrast{With: required(f, "with", b.roleOrWords), How: required(f, "how", spot.text)}
}

func (b *bookRead) readPresence(s spot) model.Presence {
	f := s.form("presence")
	defer f.done()
	p := b.presence(f)
	p.Without = optional(f, "without", func(s spot) []string { return distinct(s, b.role) })
	p.Duty = optional(f, "duty", spot.yes)
	return p
}

func (b *bookRead) readContract(s spot) model.Presence {
	f := s.form("contract")
	defer f.done()
	return b.presence(f)
}

// presence reads when something holds of a role, and why.
func (b *bookRead) presence(f *form) model.Presence {
	return model.Presence{
		Fit:     b.fit(f),
		Because: required(f, "because", spot.text),
		Sources: required(f, "sources", spot.sources),
	}
}

func (b *bookRead) readDeputy(s spot) model.Deputy {
	f := s.form("deputy")
	defer f.done()
	return model.Deputy{
		For:   required(f, "for", spot.line),
		Roles: required(f, "roles", func(s spot) []string { return distinct(s, b.role) }),
	}
}

func (b *bookRead) readLine(s spot) model.Line {
	f := s.form(s.key)
	defer f.done()
	return model.Line{Fit: f.fit(), Role: required(f, "role", b.role)}
}

// today is a list of those who may lead today.
func (s spot) today() []string {
	if q := s.in.questions[incumbent]; s.in.whole && (q == nil || q.Kind != model.ChoiceQuestion) {
		s.fault(fmt.Sprintf("today has no meaning here: there is no choice question %q", incumbent), "Ask who leads technology today, or take it out.")
		return nil
	}
	return s.incumbents()
}

// counter is the id of a question that takes a number.
func (s spot) counter() string {
	id := refer("question")(s)
	if q := s.in.questions[id]; q != nil && q.Kind != model.NumberQuestion {
		s.fault(fmt.Sprintf("counted names %q, which is a choice", id), "Name a question that takes a number.")
	}
	return id
}

// role reads the id of a role, which may stand further down.
func (b *bookRead) role(s spot) string {
	id := s.id()
	if id != "" {
		b.later = append(b.later, roleNamed{s, id})
	}
	return id
}

// roleOrWords reads the id of a role, or words for something else: what could be an id
// is one.
func (b *bookRead) roleOrWords(s spot) string {
	if words := s.line(); !isID(words) {
		return words
	}
	return b.role(s)
}

// settle looks up the roles that were named before all were known.
func (b *bookRead) settle() {
	for _, named := range b.later {
		if _, ok := b.in.places["role"][named.id]; !ok {
			b.in.unresolved["role"] = true
			named.at.unknownOf("role", named.id)
		}
	}
	b.later = nil
}
