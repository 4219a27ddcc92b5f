package tui

import (
	"strings"

	"remit/advisor"
	"remit/model"
)

// pathInWords follows the advice as the company grows, in one sentence.
func pathInWords(f *model.Framework, question string, path []advisor.Stretch) string {
	q := f.Question(question)
	if q == nil || len(path) == 0 {
		return ""
	}
	if len(path) == 1 {
		return f.Structure(path[0].Structure).Title + ", whatever the answer."
	}
	parts := make([]string, len(path))
	for i, s := range path {
		parts[i] = f.Structure(s.Structure).Title
		if i < len(path)-1 {
			parts[i] += " up to " + numbered(q, s.To.Number)
		}
		if s.Here {
			parts[i] += " (you are here)"
		}
	}
	return strings.Join(parts, ", then ") + "."
}
