package report

import (
	"io"
	"maps"
	"slices"
	"time"

	"remit/model"
)

// ReportJSON writes the whole report for programs: one object, indented, with the same
// bytes for the same report. It begins with what JSON writes. Texts are as they were
// given, with what a terminal would obey written as escapes.
func ReportJSON(w io.Writer, r Report) error {
	return writeIndented(w, NewEncoder(r.Framework).AppendReport(nil, r))
}

// AppendReport appends what ReportJSON writes as one JSON object on one line, without a
// line break.
func (e *Encoder) AppendReport(dst []byte, r Report) []byte {
	dst = append(dst, '{')
	dst = e.fields(dst, &r.Advice)
	dst = append(dst, `,"next":`...)
	dst = AppendNext(dst, r.Next)
	dst = append(dst, `,"answers":`...)
	dst = appendAnswers(dst, r.Framework, r.Advice.Answers)
	dst = append(dst, `,"date":`...)
	dst = r.appendDate(dst)
	dst = append(dst, `,"session":`...)
	dst = r.appendSession(dst)
	dst = append(dst, `,"tried":`...)
	dst = appendStrings(dst, r.Tried)
	dst = append(dst, `,"follows":`...)
	dst = r.appendFollows(dst)
	dst = append(dst, `,"whatif":`...)
	if r.WhatIf == nil {
		dst = append(dst, "null"...)
	} else {
		dst = appendWhatIf(dst, *r.WhatIf)
	}
	return append(dst, '}')
}

// appendDate writes the day that other forms show in words; null if nobody knows it.
func (r Report) appendDate(dst []byte) []byte {
	if r.dated().IsZero() {
		return append(dst, "null"...)
	}
	return appendString(dst, r.dated().Format(time.DateOnly))
}

// appendSession writes whose answers they are; null if nobody knows, or shall know.
func (r Report) appendSession(dst []byte) []byte {
	s := r.Session
	if s == nil || r.Anonymous {
		return append(dst, "null"...)
	}
	return appendObject(dst,
		text("id", s.ID), text("name", s.Name), text("client", s.Client), text("asked", s.Asked), text("kind", string(s.Kind)),
		text("created", s.Created.UTC().Format(time.RFC3339)), text("updated", s.Updated.UTC().Format(time.RFC3339)),
		many("notes", slices.Sorted(maps.Keys(s.Notes)), func(dst []byte, q string) []byte {
			return appendObject(dst, text("question", q), text("text", s.Notes[q]))
		}))
}

// member is one field of an object.
type member struct {
	name  string
	value func(dst []byte) []byte
}

func appendObject(dst []byte, members ...member) []byte {
	dst = append(dst, '{')
	for i, m := range members {
		dst = append(appendString(comma(dst, i), m.name), ':')
		dst = m.value(dst)
	}
	return append(dst, '}')
}

func text(name, s string) member {
	return member{name, func(dst []byte) []byte { return appendString(dst, s) }}
}

// orNull is a text that is null where it is empty.
func orNull(name, s string) member {
	return member{name, func(dst []byte) []byte { return appendOrNull(dst, s) }}
}

func count(name string, n int) member {
	return member{name, func(dst []byte) []byte { return appendInt(dst, n) }}
}

func flag(name string, b bool) member {
	return member{name, func(dst []byte) []byte { return appendBool(dst, b) }}
}

func texts(name string, list []string) member {
	return member{name, func(dst []byte) []byte { return appendStrings(dst, list) }}
}

func many[T any](name string, list []T, one func([]byte, T) []byte) member {
	return member{name, func(dst []byte) []byte { return appendList(dst, list, one) }}
}

// founding are the fields that tell what a statement rests on.
func founding(s model.Strength, sources []string) []member {
	return []member{text("strength", string(s)), texts("sources", sources)}
}
