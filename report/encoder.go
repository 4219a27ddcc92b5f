package report

import (
	"math"
	"math/big"
	"slices"

	"remit/model"
)

// Encoder writes advice as JSON by appending to a slice. What a framework says is
// always the same, so NewEncoder writes every reason and finding once and Append
// only copies them. An Encoder never changes and may be used by many goroutines.
type Encoder struct {
	ref       model.Ref
	framework []byte // ref as a finished object
	rules     map[string]*ready
	dissents  map[string][]byte
}

// ready is what one rule can contribute to an advice, with the bytes for it.
type ready struct {
	reasons [model.NumStructures]model.Reason
	reason  [model.NumStructures][]byte
	finding model.Finding
	found   []byte
}

// NewEncoder prepares an encoder for advice given under f.
func NewEncoder(f *model.Framework) *Encoder {
	e := &Encoder{
		ref:       f.Ref,
		framework: appendRef(nil, f.Ref),
		rules:     make(map[string]*ready, len(f.Rules)),
		dissents:  make(map[string][]byte, len(f.Dissents)),
	}
	for i := range f.Rules {
		e.rules[f.Rules[i].ID] = prepare(&f.Rules[i])
	}
	for i := range f.Dissents {
		e.dissents[f.Dissents[i].ID] = appendDissent(nil, f.Dissents[i])
	}
	return e
}

func prepare(rule *model.Rule) *ready {
	var questions []string
	for _, c := range rule.When {
		if !slices.Contains(questions, c.Question) {
			questions = append(questions, c.Question)
		}
	}
	p := new(ready)
	for s, points := range rule.Points {
		p.reasons[s] = model.Reason{Rule: rule.ID, Structure: model.Structure(s), Points: points,
			Because: rule.Because, Questions: questions, Sources: rule.Sources}
		p.reason[s] = appendReason(nil, &p.reasons[s])
	}
	p.finding = model.Finding{Rule: rule.ID, Title: rule.Title, Because: rule.Because, Do: rule.Do,
		Questions: questions, Sources: rule.Sources}
	p.found = appendFinding(nil, &p.finding)
	return p
}

// Append appends the advice as one JSON object on one line, without a line break.
func (e *Encoder) Append(dst []byte, a *model.Advice) []byte {
	dst = append(dst, '{')
	dst = e.fields(dst, a)
	return append(dst, '}')
}

// AppendLineHead appends the beginning of a line of a batch: its id, which alone differs
// between lines with the same answers. The id is written as it is: it must be a JSON
// value, or empty for none.
func AppendLineHead(dst, id []byte) []byte {
	return appendID(append(dst, `{"id":`...), id)
}

// AppendLineTail appends the rest of the line, with the line break.
func (e *Encoder) AppendLineTail(dst []byte, a *model.Advice) []byte {
	dst = append(dst, ',')
	dst = e.fields(dst, a)
	return append(dst, "}\n"...)
}

// AppendWithNext appends the advice with the question to ask now.
func (e *Encoder) AppendWithNext(dst []byte, a *model.Advice, next model.Next) []byte {
	dst = append(dst, '{')
	dst = e.fields(dst, a)
	dst = append(dst, `,"next":`...)
	dst = AppendNext(dst, next)
	return append(dst, '}')
}

// AppendBad appends the line of a batch that stands for an input line which could
// not be read: its number, counted from 1, its id if that was readable, and what
// is wrong.
func AppendBad(dst []byte, line int, id []byte, what string) []byte {
	dst = append(dst, `{"line":`...)
	dst = appendInt(dst, line)
	dst = append(dst, `,"id":`...)
	dst = appendID(dst, id)
	dst = append(dst, `,"error":`...)
	dst = appendString(dst, what)
	return append(dst, "}\n"...)
}

// AppendText appends s as a JSON string that is safe to look at in a terminal.
func AppendText(dst []byte, s string) []byte { return appendString(dst, s) }

// AppendNext appends which question to ask now; its question is null when none is
// left that could matter.
func AppendNext(dst []byte, next model.Next) []byte {
	dst = append(dst, `{"question":`...)
	dst = appendOrNull(dst, next.Question)
	dst = append(dst, `,"reason":`...)
	dst = appendString(dst, next.Reason)
	dst = append(dst, `,"decided":`...)
	dst = appendBool(dst, next.Decided)
	dst = append(dst, `,"matter":`...)
	dst = appendInt(dst, next.Matter)
	dst = append(dst, `,"left":`...)
	dst = appendInt(dst, next.Left)
	return append(dst, '}')
}

// AppendNextWithShares appends the same with how many completions of the answers
// there are, and how many of them lead to each structure.
func AppendNextWithShares(dst []byte, next model.Next, counts [model.NumStructures]*big.Int) []byte {
	all := new(big.Int)
	for _, n := range counts {
		all.Add(all, n)
	}
	dst = AppendNext(dst, next)
	dst = append(dst[:len(dst)-1], `,"completions":`...)
	dst = appendString(dst, all.String())
	dst = append(dst, `,"shares":`...)
	dst = appendList(dst, model.Structures(), func(dst []byte, s model.Structure) []byte {
		const decimals = 6
		dst = append(dst, `{"structure":`...)
		dst = appendStructure(dst, s)
		dst = append(dst, `,"completions":`...)
		dst = appendString(dst, counts[s].String())
		dst = append(dst, `,"share":`...)
		return append(append(dst, new(big.Rat).SetFrac(counts[s], all).FloatString(decimals)...), '}')
	})
	return append(dst, '}')
}

func appendID(dst, id []byte) []byte {
	if len(id) == 0 {
		return append(dst, "null"...)
	}
	return append(dst, id...)
}

// fields appends everything that every form of advice carries.
func (e *Encoder) fields(dst []byte, a *model.Advice) []byte {
	dst = append(dst, `"framework":`...)
	if a.Framework == e.ref {
		dst = append(dst, e.framework...)
	} else {
		dst = appendRef(dst, a.Framework)
	}
	dst = append(dst, `,"recommendation":`...)
	dst = appendStructure(dst, a.Recommendation)
	dst = append(dst, `,"runner_up":`...)
	dst = appendStructure(dst, a.RunnerUp)
	dst = append(dst, `,"engagement":`...)
	dst = appendOrNull(dst, a.Engagement.Then)
	dst = append(dst, `,"reporting":`...)
	dst = appendOrNull(dst, a.Reporting.Then)
	dst = append(dst, `,"standing":`...)
	dst = appendString(dst, string(a.Standing))
	dst = append(dst, `,"too_early":`...)
	dst = appendBool(dst, a.TooEarly())
	dst = append(dst, `,"margin":`...)
	dst = appendInt(dst, a.Margin)
	dst = append(dst, `,"decided":`...)
	dst = appendBool(dst, a.Outlook.Decided)
	dst = append(dst, `,"possible":`...)
	dst = appendStructures(dst, a.Outlook.Possible)
	dst = append(dst, `,"ranking":`...)
	dst = appendList(dst, a.Ranking, appendRank)
	dst = append(dst, `,"reasons":`...)
	dst = e.reasons(dst, a.Reasons)
	dst = append(dst, `,"flips":`...)
	dst = appendList(dst, a.Flips, appendFlip)
	dst = append(dst, `,"misfits":`...)
	dst = e.findings(dst, a.Misfits)
	dst = append(dst, `,"warnings":`...)
	dst = e.findings(dst, a.Warnings)
	dst = append(dst, `,"unknown":`...)
	dst = appendList(dst, a.Unknown, appendUnknown)
	dst = append(dst, `,"dissents":`...)
	return e.dissent(dst, a.Dissents)
}

// reasons appends the contributions in the order of byWeight. It reads the list once for
// every weight that is there, which are few, as a line of a batch must allocate nothing.
func (e *Encoder) reasons(dst []byte, list []model.Reason) []byte {
	dst = append(dst, '[')
	told := 0
	for weight := heaviest(list, math.MaxInt); weight >= 0; weight = heaviest(list, weight) {
		for i := range list {
			if magnitude(list[i].Points) == weight {
				dst = e.reason(comma(dst, told), &list[i])
				told++
			}
		}
	}
	return append(dst, ']')
}

// heaviest is the greatest weight in the list that is below another; -1 if there is none.
func heaviest(list []model.Reason, below int) int {
	weight := -1
	for i := range list {
		if m := magnitude(list[i].Points); m > weight && m < below {
			weight = m
		}
	}
	return weight
}

func (e *Encoder) reason(dst []byte, r *model.Reason) []byte {
	if p := e.rules[r.Rule]; p != nil && sameReason(r, &p.reasons[r.Structure]) {
		return append(dst, p.reason[r.Structure]...)
	}
	return appendReason(dst, r)
}

func (e *Encoder) findings(dst []byte, list []model.Finding) []byte {
	dst = append(dst, '[')
	for i := range list {
		if i > 0 {
			dst = append(dst, ',')
		}
		f := &list[i]
		if p := e.rules[f.Rule]; p != nil && sameFinding(f, &p.finding) {
			dst = append(dst, p.found...)
		} else {
			dst = appendFinding(dst, f)
		}
	}
	return append(dst, ']')
}

func (e *Encoder) dissent(dst []byte, list []model.Dissent) []byte {
	dst = append(dst, '[')
	for i := range list {
		if i > 0 {
			dst = append(dst, ',')
		}
		if done, ok := e.dissents[list[i].ID]; ok {
			dst = append(dst, done...)
		} else {
			dst = appendDissent(dst, list[i])
		}
	}
	return append(dst, ']')
}

// sameReason compares what is written. The strings are mostly the very same ones,
// which costs a comparison of pointers.
func sameReason(a, b *model.Reason) bool {
	return a.Points == b.Points && a.Because == b.Because &&
		slices.Equal(a.Questions, b.Questions) && slices.Equal(a.Sources, b.Sources)
}

func sameFinding(a, b *model.Finding) bool {
	return a.Title == b.Title && a.Because == b.Because && a.Do == b.Do &&
		slices.Equal(a.Questions, b.Questions) && slices.Equal(a.Sources, b.Sources)
}
