package tui

import (
	"errors"
	"strings"

	"remit/model"
)

// A framework that was chosen for good and cannot be used must not lock people out: the
// built-in one judges in its place, and that is said where nobody can miss it, at the
// start, and stays to be read again on the pages of home and framework.

const (
	insteadTitle = "The framework that you chose cannot be used"
	insteadMeans = "Until that is mended, the one that comes with remit asks and judges. Sessions that you begin now belong to it; " +
		"those that you have stay as they are."
)

// insteadPanel is the notice at the start.
func (e *env) insteadPanel() *panel {
	return newPanel(e, "Another framework", e.insteadText, closing(), bind("", "", "", ""), nil)
}

// insteadText says what is wrong with the framework that was chosen, and what to do;
// "" if nothing is.
func (e *env) insteadText(w int) string {
	if e.Instead == nil {
		return ""
	}
	t := e.theme
	faults, ok := errors.AsType[model.Faults](e.Instead)
	if one, is := asError(e.Instead); !ok && is {
		faults = model.Faults{one}
	}
	blocks := []string{t.warn.Render(glyphWarn) + " " + tint(t.strong, strings.TrimPrefix(hang("  ", insteadTitle+".", w), "  ")), wrapped(insteadMeans, w)}
	if len(faults) == 0 {
		return stack(append(blocks, wrapped(model.CleanLines(e.Instead.Error()), w))...)
	}
	const told = 3
	for i, f := range faults {
		if i == told {
			blocks = append(blocks, wrapped("and "+plural(len(faults)-told, "more fault", "more faults"), w))
			break
		}
		blocks = append(blocks, hang(t.bad.Render(glyphCross)+" ", model.CleanLines(f.Error()), w))
	}
	if cure := model.CleanLines(faults[len(faults)-1].Cure); cure != "" {
		blocks = append(blocks, wrapped(cure, w))
	}
	return stack(blocks...)
}
