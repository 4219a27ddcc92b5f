package report

import (
	"strings"
	"unicode"
)

// What words mean to a search: which tell nothing, which mean the same, and which few
// only mean something together.

// idleWords are words that every question has. Numbers in words are among them, as those
// in digits tell nothing either.
const idleWords = `a about acting actually all already an and any are as at be been being between by common day did do does doing done else ever every everything exactly
	five for from get gets got had has have having he help her here him his i if in into is it its just keep keeps let like ll m make many me
	more most much my nine no not of on one or other our please possible potential re really s same say she so some something still t tell ten than that
	the their them then there these they thing things this to time too two truly typical up us usual usually ve very was we were will with
	you your`

// framingWords say how somebody asks rather than about what.
const framingWords = `also who what when where why how can should would company know use`

// synonyms are words that people use for the one that the search uses, which stands
// before them.
const synonyms = `
	cost: price prices priced pricing pay pays paid salary salaries fee fees expensive cheap cheaper money spend earn earns charge charges
		costs rate rates afford wage wages compensation
	device: laptop laptops phone phones computer computers endpoint endpoints antivirus mdm devices
	report: boss sit sits under below subordinate reports reporting above hierarchy rank ranks senior outrank outranks
	difference: compared compare comparison versus vs v against distinguish distinguishes differ differs different differences
		differentiate
	provider: supplier suppliers vendor vendors providers
	quarrel: fight fights fighting argue arguing conflict conflicts clash hate disagree quarrelling quarrels feud friction dispute
	own: owns owned owning responsible accountable handles handle whose decide decides deciding decision
	together: collaborate collaborating collaboration cooperate cooperation teamwork communicate communication
	duty: role roles responsibility responsibilities duties task tasks job jobs
	what: mean means meaning define definition explain explained which
	can: may could allowed ok okay fine permitted
	need: needs needed require requires required necessary hire hires hiring add adding overkill
	outsource: outsourcing outsourced
	contract: buy buys buying purchase purchases purchasing sign signs signing signed
	software: app apps application applications tool tools program programs
	rented: saas subscription subscriptions
	engineer: developer developers programmer programmers coder coders builder builders engineers
	join: onboard onboarding starter starters joiner joiners
	small: tiny little
	fulltime: permanent
	incident: hack hacked hackers breach attack attacked ransomware
	lead: executive executives chief chiefs
	belong: belongs belonging
	protect: protects protecting protection encrypt encrypts encrypting encryption
	choose: choosing pick picking select selecting evaluate evaluating vet vetting
	ai: chatgpt copilot llm
	devops: sre devsecops ops
	security: cybersecurity infosec
	worth: good useful worthwhile worthless helpful benefit benefits advantage advantages
	wrong: disadvantage disadvantages downside downsides drawback drawbacks fail fails failing failure problem problems criticism critics critique bad outdated broken
	without: absence lack lacking missing
	leave: leaver leavers offboarding leaves leaving quit quits quitting resign resigned resigns resigning left replace departure fired
	combine: combined combining merge merged merging joined
	divide: divided dividing split splits splitting division
	company: organisation organization organisations organizations firm firms business businesses enterprise companies org
	people: staff employees employee persons person headcount colleague colleagues`

// expressions are words that mean something only together, after what stands for them.
const expressions = `
	ciso: chief information security officer, chief security officer, security officer, security chief, head of security, cso
	data protection officer: data privacy officer
	vp engineering: vp of engineering, vice president of engineering
	it director: director of it, it head
	it manager: manager of it
	it provider: managed it services provider, managed it service provider, managed services provider, managed service provider,
		msp, it company, it firm, it vendor, it supplier
	it technician: it guy
	fractional: part time, parttime
	fulltime: full time
	inhouse: in house
	own: whose job, whose task, in charge, responsible for, accountable for, look after, looks after, looking after, take care, takes care, taking care
	cost: cost of hiring, cost to hire, how much, set me back, sets me back, per user, per hour, per day, per month, a month, an hour, monthly fee
	enough: get by
	worth: pros and cons, advantages and disadvantages, any good
	also: as well, doubling as, doubles as, same time
	cofounder: co founder
	raci: raci matrix, raci chart, raci table, raci model, raci diagram
	howmany: how many, how big, how large
	report: reporting line, line of reporting, answer to, answers to, boss of
	together: get along, gets along, getting along, get on, play nice
	duty: job description
	what: stand for, stands for, short for
	helpdesk: service desk, help desk
	quarterly review: quarterly business review, business review, qbr
	ai: artificial intelligence
	quarrel: at odds, at war
	shadowit: shadow it
	startup: start up
	security: cyber security, it security, information security`

// meanings reads lines of what is meant, a colon, and what people say for it; a line that
// goes on has no colon. Each is handed on as one text to be divided by the reader.
func meanings(table string, add func(meant, said string)) {
	meant := ""
	for line := range strings.Lines(table) {
		before, after, found := strings.Cut(line, ":")
		if found {
			meant = strings.TrimSpace(before)
		} else {
			after = before
		}
		if after = strings.TrimSpace(after); after != "" {
			add(meant, after)
		}
	}
}

func setOf(words string) map[string]bool {
	set := map[string]bool{}
	for word := range strings.FieldsSeq(words) {
		set[word] = true
	}
	return set
}

// stem takes the endings off a word that do not tell one thing from another.
func stem(word string) string {
	const least = 4
	for _, ending := range []string{"ations", "ation", "ities", "ity", "ings", "ing", "ions", "ion", "ies", "es", "ed", "er", "or", "ly", "s", "e", "y"} {
		if root, ok := strings.CutSuffix(word, ending); ok && len(root) >= least {
			return root
		}
	}
	return word
}

func letterOrDigit(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// plainWords are the words of a text in small letters.
func plainWords(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !letterOrDigit(r) })
}

func isNumber(word string) bool {
	return strings.IndexFunc(word, func(r rune) bool { return !unicode.IsDigit(r) }) < 0
}
