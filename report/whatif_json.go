package report

import (
	"bytes"
	"encoding/json"
	"io"

	"remit/model"
)

// WhatIfJSON writes what would change the advice for programs: one object, indented,
// with the same bytes for the same input.
func WhatIfJSON(w io.Writer, r WhatIf) error { return writeIndented(w, appendWhatIf(nil, r)) }

func appendWhatIf(dst []byte, r WhatIf) []byte {
	dst = append(dst, `{"framework":`...)
	dst = appendRef(dst, r.Framework.Ref)
	dst = append(dst, `,"answers":`...)
	dst = appendAnswers(dst, r.Framework, r.Advice.Answers)
	dst = append(dst, `,"recommendation":`...)
	dst = appendStructure(dst, r.Advice.Recommendation)
	dst = append(dst, `,"standing":`...)
	dst = appendString(dst, string(r.Advice.Standing))
	dst = append(dst, `,"too_early":`...)
	dst = appendBool(dst, r.Advice.TooEarly())
	dst = append(dst, `,"runner_up":`...)
	dst = appendStructure(dst, r.Advice.RunnerUp)
	dst = append(dst, `,"margin":`...)
	dst = appendInt(dst, r.Advice.Margin)
	dst = append(dst, `,"robustness":{"draws":`...)
	dst = appendInt(dst, r.Draws)
	dst = append(dst, `,"recommended":{`...)
	for i, s := range model.Structures() {
		dst = comma(dst, i)
		dst = append(appendStructure(dst, s), ':')
		dst = appendInt(dst, r.Stands[s])
	}
	dst = append(dst, `}},"flips":`...)
	dst = appendList(dst, r.Turns, func(dst []byte, t model.Turn) []byte { return appendTurn(dst, r.Framework, t) })
	dst = append(dst, `,"path":`...)
	dst = appendPath(dst, r.Along, r.Path)
	dst = append(dst, `,"map":`...)
	dst = appendMap(dst, r.Map)
	dst = append(dst, `,"transition":`...)
	dst = appendTransition(dst, r.Way, r.Advice.Recommendation)
	dst = append(dst, `,"nearest":`...)
	dst = appendList(dst, r.Near, func(dst []byte, n model.Neighbour) []byte {
		return appendNeighbour(dst, r.Framework, r.Advice.Answers, &n)
	})
	return append(dst, '}')
}

// writeIndented lays one JSON value out for people who look at it.
func writeIndented(w io.Writer, value []byte) error {
	var b bytes.Buffer
	if err := json.Indent(&b, value, "", "  "); err != nil {
		return err
	}
	b.WriteByte('\n')
	_, err := b.WriteTo(w)
	return err
}

func comma(dst []byte, i int) []byte {
	if i > 0 {
		dst = append(dst, ',')
	}
	return dst
}

// appendAnswers writes an answer file, in the order of the questions.
func appendAnswers(dst []byte, f *model.Framework, as model.Answers) []byte {
	dst = append(dst, '{')
	n := 0
	for i := range f.Questions {
		id := f.Questions[i].ID
		if as[id].Kind == model.Unanswered {
			continue
		}
		dst = comma(dst, n)
		dst = append(appendString(dst, id), ':')
		dst = appendAnswer(dst, as[id])
		n++
	}
	return append(dst, '}')
}

func appendTurn(dst []byte, f *model.Framework, t model.Turn) []byte {
	dst = append(dst, `{"to":`...)
	dst = appendStructure(dst, t.To)
	dst = append(dst, `,"effort":`...)
	dst = appendInt(dst, t.Effort)
	dst = append(dst, `,"takes":`...)
	dst = appendOrNull(dst, string(paceOf(f, t.Changes)))
	dst = append(dst, `,"changes":`...)
	dst = appendList(dst, t.Changes, func(dst []byte, c model.Widened) []byte { return appendWidened(dst, f, c) })
	return append(dst, '}')
}

func appendWidened(dst []byte, f *model.Framework, c model.Widened) []byte {
	dst = append(dst, `{"question":`...)
	dst = appendString(dst, c.Question)
	dst = append(dst, `,"from":`...)
	dst = appendAnswer(dst, c.From)
	dst = append(dst, `,"to":`...)
	dst = appendAnswer(dst, c.To)
	dst = append(dst, `,"within":`...)
	dst = appendSpan(dst, c.Within)
	dst = append(dst, `,"or":`...)
	dst = appendList(dst, c.Or, appendAnswer)
	dst = append(dst, `,"how":`...)
	dst = appendOrNull(dst, howOf(f, c))
	return append(dst, '}')
}

func appendSpan(dst []byte, s model.Span) []byte {
	dst = append(dst, `{"from":`...)
	dst = appendAnswer(dst, s.Low)
	dst = append(dst, `,"to":`...)
	dst = appendAnswer(dst, s.High)
	return append(dst, '}')
}

func appendPath(dst []byte, along string, path []Stretch) []byte {
	if along == "" {
		return append(dst, "null"...)
	}
	dst = append(dst, `{"question":`...)
	dst = appendString(dst, along)
	dst = append(dst, `,"stretches":`...)
	dst = appendList(dst, path, func(dst []byte, s Stretch) []byte {
		dst = append(dst, `{"from":`...)
		dst = appendAnswer(dst, s.Low)
		dst = append(dst, `,"to":`...)
		dst = appendAnswer(dst, s.High)
		dst = append(dst, `,"structure":`...)
		dst = appendStructure(dst, s.Structure)
		dst = append(dst, `,"here":`...)
		return append(appendBool(dst, s.Here), '}')
	})
	return append(dst, '}')
}

func appendMap(dst []byte, m Map) []byte {
	axis := func(dst []byte, a Axis, here int) []byte {
		dst = append(dst, `{"question":`...)
		dst = appendString(dst, a.Question)
		dst = append(dst, `,"spans":`...)
		dst = appendList(dst, a.Spans, appendSpan)
		dst = append(dst, `,"here":`...)
		if here < 0 {
			return append(dst, "null}"...)
		}
		return append(appendInt(dst, here), '}')
	}
	dst = append(dst, `{"x":`...)
	dst = axis(dst, m.X, m.HereX)
	dst = append(dst, `,"y":`...)
	dst = axis(dst, m.Y, m.HereY)
	dst = append(dst, `,"cells":`...)
	dst = appendList(dst, m.Cells, appendStructures)
	return append(dst, '}')
}
