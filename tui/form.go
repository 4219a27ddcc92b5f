package tui

import (
	"strings"

	"remit/model"
)

// A structure may be advised in a form for which its title promises too much: a virtual
// CIO who is nobody yet. What is advised then goes by the words of the form, while bars,
// maps and options, which compare structures, keep the title; where both meet the form
// is said to be one of the structure.

// form gives the words of the form in which a structure is advised, fit to print; "" if
// its title says it all.
func form(f *model.Framework, a *model.Advice) string {
	words := f.Recommended(a)
	if words == f.Structure(a.Recommendation).Title {
		return ""
	}
	return model.Clean(words)
}

// advised names what is advised in a few words, fit to print.
func advised(f *model.Framework, a *model.Advice) string { return model.Clean(f.InBrief(a)) }

// formText ties the form that is advised to the structure that the bars show; "" where
// there is nothing to tie.
func formText(f *model.Framework, a *model.Advice) string {
	words := form(f, a)
	if words == "" || a.TooEarly() {
		return ""
	}
	return model.Clean(f.Structure(a.Recommendation).Title) + ", here in the form “" + words + "”."
}

// wholeWords shortens a name to w cells, by whole words as far as that goes.
func wholeWords(s string, w int) string {
	for width(s) > w {
		i := strings.LastIndexByte(s, ' ')
		if i < 0 {
			return cut(s, w)
		}
		s = s[:i]
	}
	return s
}
