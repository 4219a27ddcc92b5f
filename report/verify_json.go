package report

import (
	"io"
	"strconv"

	"remit/model"
)

// ProofJSON writes a proof for programs: one object, indented, with the same bytes
// for the same proof. Numbers of sheets are strings of digits, because many readers
// of JSON hold no whole number that is so great.
func ProofJSON(w io.Writer, p Proof) error {
	dst := append([]byte(nil), `{"framework":`...)
	dst = appendRef(dst, p.Framework.Ref)
	dst = append(dst, `,"holds":`...)
	dst = appendBool(dst, len(p.Wrong()) == 0)
	dst = append(dst, `,"sheets":`...)
	dst = appendString(dst, p.Sheets.String())
	dst = append(dst, `,"structures":`...)
	dst = appendList(dst, p.Framework.Structures, p.appendReach)
	dst = append(dst, `,"laws":`...)
	dst = appendList(dst, p.Laws, p.appendLaw)
	dst = append(dst, `,"idle":`...)
	dst = appendList(dst, p.Idle, appendIdle)
	dst = append(dst, `,"ties":`...)
	dst = appendList(dst, p.Ties, p.appendTie)
	dst = append(dst, `,"playbook":`...)
	return writeIndented(w, append(p.appendBook(dst), '}'))
}

func (p *Proof) appendBook(dst []byte) []byte {
	b := &p.Playbook
	dst = append(dst, `{"claims":`...)
	dst = strconv.AppendInt(dst, int64(b.Claims), 10)
	dst = append(dst, `,"about":{"rows":`...)
	dst = strconv.AppendInt(dst, int64(b.About.Rows), 10)
	dst = append(dst, `,"separations":`...)
	dst = strconv.AppendInt(dst, int64(b.About.Separations), 10)
	dst = append(dst, `,"charters":`...)
	dst = strconv.AppendInt(dst, int64(b.About.Charters), 10)
	dst = append(dst, `,"names":`...)
	dst = strconv.AppendInt(dst, int64(b.About.Names), 10)
	dst = append(dst, `,"lists":`...)
	dst = strconv.AppendInt(dst, int64(b.About.Lists), 10)
	dst = append(dst, `,"lines":`...)
	dst = strconv.AppendInt(dst, int64(b.About.Lines), 10)
	dst = append(dst, `,"posts":`...)
	dst = strconv.AppendInt(dst, int64(b.About.Posts), 10)
	dst = append(dst, `,"reasons":`...)
	dst = strconv.AppendInt(dst, int64(b.About.Reasons), 10)
	dst = append(dst, `,"daily":`...)
	dst = strconv.AppendInt(dst, int64(b.About.Daily), 10)
	dst = append(dst, `,"steps":`...)
	dst = strconv.AppendInt(dst, int64(b.About.Steps), 10)
	dst = append(dst, `},"situations":`...)
	dst = strconv.AppendInt(dst, int64(b.Situations), 10)
	dst = append(dst, `,"broken":`...)
	dst = appendList(dst, b.Broken, func(dst []byte, x BookBreach) []byte {
		dst = append(dst, `{"claim":`...)
		dst = appendString(dst, x.Claim)
		dst = append(dst, `,"text":`...)
		dst = appendString(dst, x.Text)
		if x.Example == nil {
			return append(dst, `,"answers":null,"recommendation":null}`...)
		}
		dst = append(dst, `,"answers":`...)
		dst = appendAnswers(dst, p.Framework, x.Example)
		dst = append(dst, `,"recommendation":`...)
		return append(appendStructure(dst, x.Advised), '}')
	})
	dst = append(dst, `,"unproven":`...)
	return append(appendList(dst, b.Unproven, appendString), '}')
}

func (p *Proof) appendReach(dst []byte, s model.StructureInfo) []byte {
	const decimals = 6
	dst = append(dst, `{"structure":`...)
	dst = appendStructure(dst, s.ID)
	dst = append(dst, `,"sheets":`...)
	dst = appendString(dst, p.Counts[s.ID].String())
	dst = append(dst, `,"share":`...)
	dst = append(dst, p.share(s.ID).FloatString(decimals)...)
	dst = append(dst, `,"example":`...)
	if p.Examples[s.ID] == nil {
		return append(dst, "null}"...)
	}
	return append(appendAnswers(dst, p.Framework, p.Examples[s.ID]), '}')
}

func (p *Proof) appendLaw(dst []byte, l LawProof) []byte {
	dst = append(dst, `{"id":`...)
	dst = appendString(dst, l.Law.ID)
	dst = append(dst, `,"title":`...)
	dst = appendString(dst, l.Law.Title)
	dst = append(dst, `,"holds":`...)
	dst = appendBool(dst, l.Holds)
	dst = append(dst, `,"broken_by":`...)
	if l.Holds {
		return append(dst, "null}"...)
	}
	dst = append(dst, `{"answers":`...)
	dst = appendAnswers(dst, p.Framework, l.Example)
	dst = append(dst, `,"recommendation":`...)
	dst = appendStructure(dst, l.From)
	dst = append(dst, `,"raised":`...)
	if l.Law.Rising == "" {
		return append(dst, "null}}"...)
	}
	dst = append(dst, `{"question":`...)
	dst = appendString(dst, l.Law.Rising)
	dst = append(dst, `,"to":`...)
	dst = appendAnswer(dst, l.Then)
	dst = append(dst, `,"recommendation":`...)
	return append(appendStructure(dst, l.To), "}}}"...)
}

func appendIdle(dst []byte, i Idle) []byte {
	dst = append(dst, `{"part":`...)
	dst = appendString(dst, string(i.Part))
	dst = append(dst, `,"id":`...)
	dst = appendString(dst, i.ID)
	dst = append(dst, `,"why":`...)
	return append(appendString(dst, i.Why), '}')
}

func (p *Proof) appendTie(dst []byte, t Tie) []byte {
	dst = append(dst, `{"first":`...)
	dst = appendStructure(dst, t.First)
	dst = append(dst, `,"second":`...)
	dst = appendStructure(dst, t.Second)
	dst = append(dst, `,"example":`...)
	return append(appendAnswers(dst, p.Framework, t.Example), '}')
}
