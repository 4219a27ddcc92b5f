package cli

import (
	"strings"
	"testing"
)

// asked are ways in which people ask, under what they should find. Among them are the
// titles and questions of the five founding documents as they stand there.
var asked = map[string][]string{
	"cto-or-cio": {
		"CTO against CIO", "CTO versus CIO", "what is the difference between a CIO and a CTO?", "cio vs cto", "difference cto cio",
		"What is the difference between a CTO and a CIO?", "What's the difference between the CIO and the CTO?",
		"Who exactly is the CIO, and who is the CTO?", "who truly owns IT success, cio or cto", "which do we need, a cto or a cio",
		"chief technology officer or chief information officer", "how do a CTO and a CIO differ",
	},
	"it-director-or-cio": {"IT Director against CIO", "how does a CIO differ from an IT director", "What does an IT Director do compared to a CIO?", "head of it or cio"},
	"who-does-what": {
		"IT Stakeholder Roles: Who Does What in Technology Projects", "CTOs, CIOs, IT Managers, and DevOps explained",
		"CIO vs CTO vs IT Director: What’s the difference?", "what roles are there in an IT department",
	},
	"what-is-raci": {"what is RACI", "raci", "RACI?", "raci matrix", "What is a RACI matrix in IT project management?", "what does raci stand for", "waht is a raci matirx"},
	"raci-variants": {
		"what is DACI", "daci", "rasci", "raci or daci", "which raci variants exist", "alternatives to raci", "rapid or raci?", "what is DARE",
	},
	"does-raci-work": {"is raci any good", "is raci outdated?", "what's wrong with raci", "criticism of raci"},
	"do-we-need-both": {
		"do we need both a CTO and a CIO", "both?", "do we need a cto and a cio", "Does Your Company Need Both?", "What's the point of both?",
		"Should a company have both a CTO and a CIO?", "do we realy need a CTO and a CIO",
	},
	"can-one-hold-both":       {"can one person be cto and cio", "one person for both jobs", "can our CTO also be the CIO", "combine cio and cto"},
	"divide-duties":           {"How should responsibilities be divided between the CIO and the CTO in the enterprise?", "Where do you draw the line between a CIO and a CTO?", "how to split duties of cto and cio"},
	"work-well-together":      {"How to Ensure that CIOs and CTOs Work Well Together", "How do your company's CTO and CIO work together?", "How do the two work together?", "how can our CIO and CTO get along better"},
	"how-they-see-each-other": {"What do CTOs think of the CIO?", "What do CIOs think of the CTO?"},
	"who-reports-to-whom": {
		"Who's in charge: the CIO or the CTO?", "CIO vs. CTO: Who's in Charge of IT Management?", "should the cto report to the cio", "does the CTO report to the CIO",
		"who is the boss, cto or cio", "who reports to the CIO, and who reports to the CTO?", "is the CIO above the CTO",
	},
	"where-devops-reports": {"where does DevOps report", "who does devops belong to", "who should our devops people report to"},
	"product-managers":     {"how do Product Managers work with them", "How do Product Managers work with IT stakeholders?"},
	"device-protection": {
		"who is in charge of device protection", "Who is in charge of data-protection software on company devices?", "antivirus on laptops", "who protects our laptops",
		"let's say your company needs data protection software for all your corporate devices. Who's in charge here?", "The Risks IoT Devices Pose to Data Protection & Privacy",
	},
	"need-a-vcio": {
		"does my organisation need a vCIO", "do we need a virtual CIO?", "Does My Organization Need a vCIO? 5 Things You Need to Know",
		"does my organization need a virtual chief information officer?", "do i need a vcio",
	},
	"what-it-costs": {
		"what does it cost", "cost", "salary of a CIO", "How much does a virtual CIO cost", "vcio cost", "How Much Does a vCIO Cost? And Can a vCIO Help My Budget?",
		"how much do fractional CTOs charge", "what does a cto earn", "cto salary", "price of an msp", "how expensive is a cio",
	},
	"who-owns-security":         {"who is responsible for security", "who owns security", "who is in charge of cyber security"},
	"two-leaders-quarrel":       {"our cto and cio fight", "cto and cio hate each other", "conflict between CIO and CTO"},
	"part-time-leaders":         {"when is a part-time CTO enough", "fractional or full time?"},
	"choose-a-provider":         {"questions to ask an msp", "9 Questions to Ask A Potential Managed IT Services Provider", "how to choose an it provider"},
	"leader-as-privacy-officer": {"can the CTO be our data protection officer", "can the cio be the dpo"},
	"cio-as-security-officer":   {"can the cio be the ciso", "can the CIO be the security officer", "can our CTO be CISO as well?"},
	"need-a-cto":                {"do I need a CTO", "when should we hire a cto", "do i need a chief technology officer?"},
	"outsource-it-support": {
		"Does My Company Really Need to Outsource IT Support?", "should i outsource it support", "outsource it", "should we outsource IT?",
		"What are the most common consequences of an absence of IT support?", "do we need an msp",
	},
	"vcio-quarterly-review": {"Why should a vCIO head my quarterly business review?", "qbr", "vCIO Services: Why should a vCIO head my quarterly business review?", "who runs the quarterly business review"},
	"what-a-cio-does":       {"What does a CIO do?", "CIO Responsibilities", "what is the role of a CIO", "cio job description"},
	"who-owns-data":         {"who owns the data", "The Hidden Costs of Ineffective Data Management"},
	"ten-people":            {"do we need an IT person", "we are 10 people, do we need IT?"},
	"cto-leaves":            {"our cto quit", "what if the CTO leaves"},
	"how-many-for-it":       {"how many IT people do we need"},
	"shadow-it":             {"shadow IT"},
	"who-buys-software":     {"who approves buying software"},
	"cofounder-as-cto":      {"can a founder be CTO"},
	"role cto":              {"What does a CTO do?", "CTO Responsibilities", "role of the CTO", "what is a CTO"},
	"role cio":              {"what is a cio", "What exactly is a CIO?", "Chief Information Officer"},
	"role it-director":      {"What does an IT Director do?", "what is an IT director", "head of it"},
	"role devops":           {"What is the role of a DevOps Engineer in an organization?", "what does devops do"},
	"role fractional-cto":   {"what is a fractional cto", "what is a part-time CTO"},
	"role vcio":             {"what is a virtual CIO", "what does a vCIO do"},
	"role vp-engineering":   {"what is a VP of Engineering"},
	"role product-manager":  {"what does a product manager do"},
	"role ciso":             {"what is a ciso", "what does a security officer do"},
	"role provider":         {"what is an msp"},
}

// nonsense has no answer in remit: "Not one clear answer", or nothing at all.
var nonsense = []string{
	"zebra", "what is the weather", "who is it", "how do I bake bread", "who won the election", "the coast guard", "can I bring my dog to work",
	"what is the meaning of life", "is the earth flat", "who painted the mona lisa", "when does the train leave", "do we need a bigger fridge",
	"how much wood could a woodchuck chuck", "what does the fox say", "who let the dogs out", "salary of a nurse", "how do I reset my password",
	"which printer should I buy", "do I need a lawyer", "who is the president", "best pizza", "xylophone lessons", "how tall is the ceo",
}

func TestPeopleFindWhatTheyAskFor(t *testing.T) {
	c := builtinCatalogue()
	for want, phrasings := range asked {
		if testing.Short() {
			phrasings = phrasings[:1]
		}
		for _, words := range phrasings {
			found, err := lookUp(c, words)
			switch {
			case err != nil:
				t.Errorf("%q: %v; want %s", words, err, want)
			case found.explained == nil:
				t.Errorf("%q: no clear answer, want %s; first are %s and %s", words, want, nth(found, 0), nth(found, 1))
			case found.explained.Topic.ID != want && string(found.explained.Topic.Kind)+" "+found.explained.Topic.ID != want:
				t.Errorf("%q finds %s %s, want %s", words, found.explained.Topic.Kind, found.explained.Topic.ID, want)
			case strings.HasPrefix(want, "role ") != (found.explained.Topic.Kind == "role"):
				t.Errorf("%q finds the %s", words, found.explained.Topic.Kind)
			}
		}
	}
}

func nth(l lookedUp, i int) string {
	if i >= len(l.candidates) {
		return "nothing"
	}
	return string(l.candidates[i].Kind) + " " + l.candidates[i].ID
}

func TestNoAnswerIsBetterThanAWrongOne(t *testing.T) {
	c := builtinCatalogue()
	for _, words := range nonsense {
		if found, err := lookUp(c, words); err == nil && found.explained != nil {
			t.Errorf("%q is answered with %s %s", words, found.explained.Topic.Kind, found.explained.Topic.ID)
		}
	}
}
