package report

import (
	"strconv"
	"unicode"
	"unicode/utf8"

	"remit/model"
)

// appendString appends s as a JSON string. Characters that a reader cannot see
// but a terminal may obey are written as \u escapes: the value is the same, and
// looking at the file is safe. Invalid UTF-8 becomes U+FFFD.
func appendString(dst []byte, s string) []byte {
	dst = append(dst, '"')
	start := 0
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf {
			if c >= ' ' && c != '"' && c != '\\' && c != 0x7f {
				i++
				continue
			}
			dst = append(dst, s[start:i]...)
			dst = appendEscape(dst, rune(c))
			i++
			start = i
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if unicode.IsPrint(r) && (r != utf8.RuneError || size > 1) {
			i += size
			continue
		}
		dst = append(dst, s[start:i]...)
		dst = appendEscape(dst, r)
		i += size
		start = i
	}
	dst = append(dst, s[start:]...)
	return append(dst, '"')
}

func appendEscape(dst []byte, r rune) []byte {
	switch r {
	case '"', '\\':
		return append(dst, '\\', byte(r))
	case '\n':
		return append(dst, '\\', 'n')
	case '\t':
		return append(dst, '\\', 't')
	case '\r':
		return append(dst, '\\', 'r')
	}
	if r > 0xffff {
		const surrogates, low, bits = 0x10000, 0x3ff, 10
		r -= surrogates
		dst = appendHex(dst, 0xd800+r>>bits)
		return appendHex(dst, 0xdc00+r&low)
	}
	return appendHex(dst, r)
}

func appendHex(dst []byte, r rune) []byte {
	const digits = "0123456789abcdef"
	return append(dst, '\\', 'u', digits[r>>12&0xf], digits[r>>8&0xf], digits[r>>4&0xf], digits[r&0xf])
}

func appendInt(dst []byte, n int) []byte { return strconv.AppendInt(dst, int64(n), 10) }

func appendBool(dst []byte, b bool) []byte { return strconv.AppendBool(dst, b) }

// appendOrNull writes "" as null: there is no such thing here.
func appendOrNull(dst []byte, s string) []byte {
	if s == "" {
		return append(dst, "null"...)
	}
	return appendString(dst, s)
}

// appendAnswer writes a number, a word, or null for no answer.
func appendAnswer(dst []byte, a model.Answer) []byte {
	if a.Kind == model.Number {
		return appendInt(dst, a.Number)
	}
	return appendOrNull(dst, a.String())
}

// appendStrings writes a list of strings.
func appendStrings(dst []byte, list []string) []byte {
	return appendList(dst, list, appendString)
}

// appendStructures writes a list of structures.
func appendStructures(dst []byte, list []model.Structure) []byte {
	return appendList(dst, list, appendStructure)
}

func appendStructure(dst []byte, s model.Structure) []byte { return appendString(dst, s.String()) }

// appendList writes a list, [] if it is empty, its members written by member.
func appendList[T any](dst []byte, list []T, member func([]byte, T) []byte) []byte {
	dst = append(dst, '[')
	for i := range list {
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = member(dst, list[i])
	}
	return append(dst, ']')
}
