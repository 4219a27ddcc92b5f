package advisor

import (
	"slices"

	"go.yaml.in/yaml/v3"

	"remit/model"
)

func (b *bookRead) readActivity(s spot) model.Activity {
	f := s.form("activity")
	defer f.done()
	b.activities = append(b.activities, f)
	a := model.Activity{
		ID:          f.declared(),
		Title:       required(f, "title", spot.line),
		Group:       required(f, "group", spot.line),
		What:        required(f, "what", spot.text),
		Overlap:     optional(f, "overlap", spot.yes),
		Daily:       optional(f, "daily", spot.yes),
		Needed:      optional(f, "needed", few(b.readNeed)),
		Accountable: required(f, "accountable", few(readAssignment)),
		Responsible: required(f, "responsible", few(readPart)),
		Consulted:   optional(f, "consulted", few(readPart)),
		Asked:       optional(f, "asked", oneOf("way to ask", model.ByDraft, model.InMeeting, model.ByCall)),
		Informed:    optional(f, "informed", few(readPart)),
		Dispute:     optional(f, "dispute", spot.text),
		Strength:    required(f, "strength", spot.strength),
		Sources:     required(f, "sources", spot.sources),
	}
	switch {
	case !f.has("consulted"):
		f.refuse("asked", "nobody is consulted")
	case a.Asked == "":
		a.Asked = model.ByDraft
	}
	return a
}

// readNeed reads where a row exists. Where it exists always there is nothing to say.
func (b *bookRead) readNeed(s spot) model.Fit {
	f := s.form(s.key)
	defer f.done()
	fit := b.fit(f)
	if always(fit) && !f.broken {
		f.fault("it says nothing", "Name structures, engagements, reporting lines or answers, or leave needed out.")
	}
	return fit
}

func readAssignment(s spot) model.Assignment {
	f := s.form(s.key)
	defer f.done()
	return model.Assignment{
		Fit:     f.fit(),
		Role:    required(f, "role", refer("role")),
		Because: required(f, "because", spot.text),
		Sources: optional(f, "sources", spot.sources),
	}
}

// readPart reads the id of a role, or one that takes part in some situations only.
func readPart(s spot) model.Part {
	if s.node.Kind == yaml.ScalarNode {
		return model.Part{Role: refer("role")(s)}
	}
	f := s.form(s.key)
	defer f.done()
	return model.Part{Fit: f.fit(), Role: required(f, "role", refer("role"))}
}

func readSeparation(s spot) model.Separation {
	f := s.form("separation")
	defer f.done()
	sep := model.Separation{
		ID:      f.declared(),
		Title:   required(f, "title", spot.line),
		One:     required(f, "one", readDuty),
		Others:  required(f, "others", few(readDuty)),
		When:    optional(f, "when", spot.conditions),
		Because: required(f, "because", spot.text),
		Sources: required(f, "sources", spot.sources),
	}
	if sep.One.Activity != "" && slices.Contains(sep.Others, sep.One) {
		f.fault("it keeps a duty from itself", "Name two duties.")
	}
	return sep
}

func readDuty(s spot) model.Duty {
	f := s.form(s.key)
	defer f.done()
	if f.has("role") {
		for _, key := range []string{"activity", "letter"} {
			f.refuse(key, "a duty is a letter of an activity, or all that a role is there for")
		}
		return model.Duty{Role: required(f, "role", refer("role"))}
	}
	return model.Duty{
		Activity: required(f, "activity", refer("activity")),
		Letter:   required(f, "letter", oneOf("letter", model.LetterA, model.LetterR)),
	}
}
