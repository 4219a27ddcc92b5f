package report

import (
	"fmt"
	"math/big"
	"slices"
	"strings"

	"remit/model"
)

// Proof is what holds for a framework over every answer sheet that it allows, and
// what does not. It is put together by the caller; the writers only read it.
type Proof struct {
	Framework *model.Framework
	Try       string                             // the command that takes --set question=value under this framework
	Sheets    *big.Int                           // all answer sheets
	Counts    [model.NumStructures]*big.Int      // how many of them lead to each structure
	Examples  [model.NumStructures]model.Answers // a smallest sheet that leads there; nil if none does
	Ties      []Tie
	Idle      []Idle
	Laws      []LawProof
	Playbook  BookProof
}

// BookProof says which claims about the playbook hold in every situation: that the
// chart is one tree, that somebody inside answers for each row of the matrix, that
// duties stay apart, that seats have charters and posts have work.
type BookProof struct {
	Claims     int // 0 if there is no playbook
	About      model.Claims
	Situations int // that had to be told apart
	Broken     []BookBreach
	Unproven   []string // claims that took too much work to settle
}

// BookBreach is a claim about the playbook that does not hold, with a whole sheet on
// which it does not; nil if it asks for something that no sheet shows.
type BookBreach struct {
	Claim   string
	Text    string // what is wrong there
	Example model.Answers
	Advised model.Structure
}

// Tie is two structures that can lead level; the first is then recommended.
type Tie struct {
	First, Second model.Structure
	Example       model.Answers
}

// Part is a kind of part of a framework that can be idle.
type Part string

// The parts.
const (
	RulePart     Part = "rule"
	QuestionPart Part = "question"
	RowPart      Part = "row"
	DissentPart  Part = "dissent"
)

// Idle is a part of the framework that makes no difference to any company.
type Idle struct {
	Part Part
	ID   string
	Why  string
}

// LawProof says whether a law holds. If not, Example is a smallest sheet that breaks
// it; for a law about a rising answer Then is that answer raised, and To what the
// recommendation becomes.
type LawProof struct {
	Law     model.Law
	Holds   bool
	Example model.Answers
	From    model.Structure // recommended on Example
	Then    model.Answer    // rising laws only
	To      model.Structure // rising laws only
}

// Wrong lists in a few words each what is wrong; empty if all holds. Ties are named,
// not wrong.
func (p *Proof) Wrong() []string {
	var wrong []string
	note := func(n int, one, many string) {
		switch {
		case n == 1:
			wrong = append(wrong, "1 "+one)
		case n > 1:
			wrong = append(wrong, fmt.Sprintf("%d %s", n, many))
		}
	}
	broken, lost := 0, 0
	for _, l := range p.Laws {
		if !l.Holds {
			broken++
		}
	}
	for _, as := range p.Examples {
		if as == nil {
			lost++
		}
	}
	note(broken, "law is broken", "laws are broken")
	note(len(p.Playbook.Broken), "claim about the playbook is broken", "claims about the playbook are broken")
	note(len(p.Playbook.Unproven), "claim about the playbook could not be settled", "claims about the playbook could not be settled")
	note(lost, "structure is out of reach", "structures are out of reach")
	for _, part := range parts() {
		note(len(p.idle(part)), part.word()+" is idle", part.word()+"s are idle")
	}
	return wrong
}

// word is what people call a part.
func (p Part) word() string {
	switch p {
	case RowPart:
		return "table row"
	case DissentPart:
		return "open dispute"
	}
	return string(p)
}

func parts() []Part { return []Part{RulePart, QuestionPart, RowPart, DissentPart} }

func (p *Proof) idle(part Part) (list []Idle) {
	for _, i := range p.Idle {
		if i.Part == part {
			list = append(list, i)
		}
	}
	return list
}

// share is what part of all sheets leads to a structure.
func (p *Proof) share(s model.Structure) *big.Rat {
	if p.Sheets.Sign() == 0 {
		return new(big.Rat)
	}
	return new(big.Rat).SetFrac(p.Counts[s], p.Sheets)
}

// paste is the command that gives the advice on a sheet. The sheet on which nothing
// is said says unsure once, which is the same to every rule.
func (p *Proof) paste(as model.Answers) string {
	words := []string{p.Try}
	for i := range p.Framework.Questions {
		id := p.Framework.Questions[i].ID
		if a := as[id]; a.Kind != model.Unanswered {
			words = append(words, "--set "+id+"="+a.String())
		}
	}
	if len(words) == 1 && len(p.Framework.Questions) > 0 {
		words = append(words, "--set "+p.Framework.Questions[0].ID+"="+model.WordUnsure)
	}
	return model.Clean(strings.Join(words, " "))
}

// fold is the ties of one structure that the same sheet shows.
type fold struct {
	first   model.Structure
	seconds []model.Structure
	example model.Answers
	paste   string
}

func (p *Proof) folded() []fold {
	var list []fold
	for _, t := range p.Ties {
		line := p.paste(t.Example)
		i := slices.IndexFunc(list, func(f fold) bool { return f.first == t.First && f.paste == line })
		if i < 0 {
			i = len(list)
			list = append(list, fold{t.First, nil, t.Example, line})
		}
		list[i].seconds = append(list[i].seconds, t.Second)
	}
	return list
}
