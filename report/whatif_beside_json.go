package report

import (
	"strconv"

	"remit/model"
)

// appendTransition writes the way to the advised structure, null if there is none.
func appendTransition(dst []byte, way *model.Transition, to model.Structure) []byte {
	if way == nil {
		return append(dst, "null"...)
	}
	dst = append(dst, `{"id":`...)
	dst = appendString(dst, way.ID)
	dst = append(dst, `,"title":`...)
	dst = appendString(dst, way.Title)
	dst = append(dst, `,"to":`...)
	dst = appendStructure(dst, to)
	dst = append(dst, `,"stays":`...)
	dst = appendOrNull(dst, way.Stays)
	dst = append(dst, `,"steps":`...)
	dst = appendList(dst, way.Steps, func(dst []byte, s model.Step) []byte {
		dst = append(dst, `{"clock":`...)
		dst = appendString(dst, string(s.Clock))
		dst = append(dst, `,"day":`...)
		dst = strconv.AppendInt(dst, int64(s.Day), 10)
		dst = append(dst, `,"title":`...)
		dst = appendString(dst, s.Title)
		dst = append(dst, `,"do":`...)
		dst = appendString(dst, s.Do)
		dst = append(dst, `,"who":`...)
		dst = appendString(dst, s.Who)
		dst = append(dst, `,"keep":`...)
		return append(appendOrNull(dst, s.Keep), '}')
	})
	dst = append(dst, `,"sources":`...)
	return append(appendStrings(dst, way.Sources), '}')
}

// appendNeighbour writes a case beside the company's answers.
func appendNeighbour(dst []byte, f *model.Framework, as model.Answers, n *model.Neighbour) []byte {
	c := &n.Case
	beside := func(dst []byte, id string) []byte {
		dst = append(dst, `{"question":`...)
		dst = appendString(dst, id)
		dst = append(dst, `,"case":`...)
		dst = appendAnswer(dst, c.Facts[id])
		dst = append(dst, `,"company":`...)
		return append(appendAnswer(dst, as[id]), '}')
	}
	dst = append(dst, `{"id":`...)
	dst = appendString(dst, c.ID)
	dst = append(dst, `,"kind":`...)
	dst = appendString(dst, string(c.Kind))
	dst = append(dst, `,"situation":`...)
	dst = appendString(dst, c.Situation)
	dst = append(dst, `,"source":`...)
	dst = appendString(dst, c.Source)
	dst = append(dst, `,"url":`...)
	dst = appendOrNull(dst, c.URL)
	dst = append(dst, `,"facts":`...)
	dst = appendAnswers(dst, f, c.Facts)
	dst = append(dst, `,"same":`...)
	dst = appendList(dst, n.Shared, beside)
	dst = append(dst, `,"differs":`...)
	dst = appendList(dst, n.Differs, beside)
	dst = append(dst, `,"accepts":`...)
	dst = appendStructures(dst, c.Expect)
	dst = append(dst, `,"engagement":`...)
	dst = appendOrNull(dst, c.Engagement)
	dst = append(dst, `,"reporting":`...)
	dst = appendOrNull(dst, c.Reporting)
	dst = append(dst, `,"agrees":`...)
	return append(appendBool(dst, n.Agrees), '}')
}
