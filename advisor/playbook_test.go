package advisor

import (
	"path/filepath"
	"strings"
	"testing"

	"remit/model"
)

// MinimalPlaybook goes with the minimal framework and uses every part of a playbook.
const MinimalPlaybook = `
roles:
  - id: boss
    title: The boss
    short: Boss
    level: executive
    purpose: To decide.
    key: What do we do?
    focus: [people]
    faces: [everybody]
    measures: [the company lives]
    reports: To the owners.
    works: [{role: builder, on: what to build}]
    unlike: [{with: the owner, how: The owner pays.}]
    appears: At once.
    strength: weak
    sources: [book]
    present: [{because: There is always one., sources: [book]}]
    today: [founder]
  - id: builder
    title: Builder
    short: CTO
    level: executive
    purpose: To build.
    key: How do we build it?
    focus: [software]
    faces: [engineers]
    measures: [it works]
    reports: To the boss.
    works: [{role: boss, on: money}]
    unlike: [{with: runner, how: One builds and one runs.}]
    appears: With software.
    strength: weak
    sources: [book]
    present:
      - {for: [cto, both], because: It is advised., sources: [book]}
      - {when: {headcount: {at_least: 50}}, because: There are enough., sources: [study]}
    leads: true
    today: [cto]
    under:
      - {for: [hybrid], role: runner}
      - {role: boss}
    stand_ins: [runner, boss]
  - id: runner
    title: Runner
    short: CIO
    level: executive
    purpose: To run.
    key: Does it run?
    focus: [systems]
    faces: [colleagues]
    measures: [it runs]
    reports: To the boss.
    works: [{role: adviser, on: contracts}]
    appears: With systems.
    strength: weak
    sources: [book]
    present:
      - {for: [cio, both, hybrid], because: It is advised., sources: [book]}
    leads: true
    under:
      - {for: [both], reporting: [to_ceo], role: builder}
      - {role: boss}
    stand_ins: [boss]
  - id: adviser
    title: Adviser
    short: vCIO
    level: outside
    purpose: To advise.
    key: What would you do?
    focus: [plans]
    faces: [the boss]
    measures: [the plan holds]
    reports: To the boss.
    works: [{role: boss, on: the plan}]
    appears: Where nobody leads.
    strength: weak
    sources: [book]
    present:
      - {for: [vcio], engaged: [part-time, full-time], because: It is advised., sources: [book]}
    under:
      - {role: boss}
    stand_ins: [boss]
  - id: auditor
    title: Auditor
    short: Auditor
    level: oversight
    purpose: To look.
    key: Is it so?
    focus: [papers]
    faces: [the boss]
    measures: [nothing is found twice]
    reports: To the boss.
    works: [{role: boss, on: what was found}]
    appears: Late.
    strength: weak
    sources: [book]
    present:
      - {when: {technology: support}, because: It must be., sources: [book]}
    under: [{role: boss}]
    stand_ins: [adviser]
  - id: clerk
    title: Clerk
    short: Clerk
    level: specialist
    purpose: To write.
    key: Is it written down?
    focus: [words]
    faces: [nobody]
    measures: [it is legible]
    reports: To whoever writes.
    works: [{role: boss, on: letters}]
    appears: Seldom.
    strength: weak
    sources: [book]

activities:
  - id: plan
    title: The plan
    group: Direction
    what: What to do next.
    accountable:
      - {for: [cio], role: runner, because: It runs., sources: [study]}
      - {role: boss, because: It is the boss's.}
    responsible: [boss, {for: [vcio], role: adviser}]
    consulted: [builder]
    strength: weak
    sources: [book]
  - id: build
    title: Building
    group: Product
    what: To write software.
    needed:
      - {for: [cto, both]}
      - {when: {technology: product}}
    accountable:
      - {role: builder, because: It builds.}
    responsible: [builder]
    informed: [runner]
    dispute: Some say otherwise.
    strength: weak
    sources: [book]

separations:
  - id: plan-not-build
    title: Planning is not building
    one: {activity: plan, letter: A}
    others: [{activity: build, letter: R}]
    when: {technology: product}
    because: It is too much.
    sources: [book]

charters:
  - id: product-cto
    role: builder
    engaged: [full-time]
    title: Product CTO
    mission: Build it.
    decides: [tools]
    asks: ["money, of the boss"]
    duties: [to build]
    measures: [it works]
    first: [{day: 30, do: Look.}, {day: 90, do: Act.}]
    interview: ["What did you build?"]
    strength: weak
    sources: [book]
  - id: outside-cio
    role: adviser
    title: Adviser
    mission: Advise.
    decides: [nothing]
    asks: ["everything, of the boss"]
    duties: [to advise]
    first: [{day: 1, do: Come.}]
    contract: [It ends.]
    agenda: [The plan.]
    vetting: ["Who are you?"]
    strength: weak
    sources: [book]

practices:
  - {id: meet, kind: rhythm, for: [both], title: Meet, do: Meet weekly., who: the boss, by: leader, clock: start, day: 7, because: You forget., strength: weak, sources: [book]}

symptoms:
  - {id: silence, for: [both], sign: They do not talk., do: Let them talk., strength: weak, sources: [book]}

triggers:
  - {id: growth, event: You grow., look: Look again., question: headcount, strength: weak, sources: [book]}

legal_points:
  - {id: name-one, for: [vcio], ask: "Must we name somebody?", because: Some must., strength: weak, sources: [book]}

tradeoffs:
  - id: cto
    gains: What is built.
    risk: What is run.
    takes: Somebody below.
    strength: weak
    sources: [book]

costs:
  - id: cto-pay
    role: builder
    engagement: full-time
    what: base pay
    payment: base
    low: 100
    high: 200
    currency: EUR
    per: year
    country: Germany
    published: 2026
    note: One survey.
    strength: weak
    sources: [book]

alternatives:
  - id: council
    for: [both]
    title: A council
    means: Nobody leads alone.
    suits: Where people agree.
    posts:
      - {title: Council}
      - {title: Member, under: Council}
    strength: weak
    sources: [book]

explanations:
  - {id: what-is-a-cto, ask: "What is a CTO?", answer: [One who builds., It depends.], roles: [builder], dissents: [one-or-two], sources: [book]}
`

// minimalBooked is the minimal framework with all that a playbook needs, and with one.
func minimalBooked() string {
	return ledFramework(ctoStays+ctoLeaves+founders) + MinimalPlaybook
}

func TestPlaybookIsRead(t *testing.T) {
	p := LoadText(t, minimalBooked()).Playbook
	for what, n := range map[string]int{
		"roles": len(p.Roles) - 6, "activities": len(p.Activities) - 2, "separations": len(p.Separations) - 1,
		"charters": len(p.Charters) - 2, "practices": len(p.Practices) - 1, "symptoms": len(p.Symptoms) - 1,
		"triggers": len(p.Triggers) - 1, "legal points": len(p.LegalPoints) - 1, "costs": len(p.Costs) - 1,
		"alternatives": len(p.Alternatives) - 1, "explanations": len(p.Explanations) - 1,
	} {
		if n != 0 {
			t.Errorf("%s: %+d", what, n)
		}
	}
	cost := p.Costs[0]
	if cost.Per != model.Year || cost.Engagement != "full-time" || cost.Published != "2026" {
		t.Errorf("the cost is %+v", cost)
	}
	line := p.Role("runner").Under[0]
	if line.Role != "builder" || len(line.For) != 1 || line.For[0] != model.Both || line.Reporting[0] != "to_ceo" {
		t.Errorf("the line is %+v", line)
	}
	if part := p.Activity("plan").Responsible; part[0].Role != "boss" || part[1].Role != "adviser" || part[1].For[0] != model.VCIO {
		t.Errorf("the parts are %+v", part)
	}
}

// Each case of testdata/playbook changes the minimal playbook; see TestFaults.
func TestPlaybookFaults(t *testing.T) {
	files, err := filepath.Glob("testdata/playbook/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no cases", err)
	}
	for _, file := range files {
		for _, c := range readFaultCases(t, file) {
			c.base = minimalBooked()
			t.Run(strings.TrimSuffix(filepath.Base(file), ".txt")+"/"+c.name, c.check)
		}
	}
}

// Nothing in a playbook is idle: take out any one line, and there is a fault; but for
// those that may be left out.
func TestEveryPlaybookLineCounts(t *testing.T) {
	mayGo := []string{
		"", "unlike:", "today:", "leads:", "stand_ins: [boss]", "stand_ins: [adviser]", "consulted:", "informed:", "dispute:", "when: {technology",
		"engaged:", "measures: [it works]", "note:", "engagement: full", "for: [both]",
		"- {title: Member",
		// a line of several, or all of a list that may be empty
		"- {when: {headcount", "- {for: [hybrid]", "- {for: [both]", "- {for: [cio], role", "- {for: [cto, both]", "- {when: {technology",
		"- {id: meet", "- {id: silence", "- {id: growth", "- {id: name-one", "- {id: what-is",
	}
	lines := strings.Split(MinimalPlaybook, "\n")
	base := strings.TrimSuffix(minimalBooked(), MinimalPlaybook)
	for i, line := range lines {
		if testing.Short() && i%10 > 0 {
			continue
		}
		text := strings.Join(append(append([]string{}, lines[:i]...), lines[i+1:]...), "\n")
		_, err := Load(oneFile(base + text))
		if may := idle(mayGo, line); err == nil && !may {
			t.Errorf("line %d may go: %q", i+1, line)
		}
	}
}

func idle(mayGo []string, line string) bool {
	for _, start := range mayGo {
		if strings.TrimSpace(line) == start || start != "" && strings.HasPrefix(strings.TrimSpace(line), start) {
			return true
		}
	}
	return false
}

// Without a playbook there is nothing to say, and nothing is wrong.
func TestPlaybookMayBeLeftOut(t *testing.T) {
	p := LoadText(t, MinimalFramework).Playbook
	if len(p.Roles)+len(p.Activities)+len(p.Costs) > 0 {
		t.Errorf("it has %+v", p)
	}
}

// What a playbook asks about numbers moves no advice: it makes no classes, and cuts no
// band.
func TestPlaybookCutsNothing(t *testing.T) {
	with, without := LoadText(t, minimalBooked()), LoadText(t, strings.TrimSuffix(minimalBooked(), MinimalPlaybook))
	for i, d := range domains(without) {
		if got := domains(with)[i].classes(); got != d.classes() {
			t.Errorf("%s has %d classes with the playbook and %d without", d.id, got, d.classes())
		}
	}
}

// An engine gives the playbook of its framework.
func TestEnginePlaybook(t *testing.T) {
	f := LoadText(t, minimalBooked())
	e, err := New(f)
	if err != nil {
		t.Fatal(err)
	}
	if e.Playbook() != &f.Playbook {
		t.Error("it is another one")
	}
	if first, again := Builtin().Playbook(), Builtin().Playbook(); first != again {
		t.Error("the built-in one is read twice")
	}
}
