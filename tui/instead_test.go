package tui

import (
	"errors"
	"strings"
	"testing"

	"remit/model"
)

// unusable is what is wrong with a framework that somebody chose.
func unusable(d *Deps) {
	d.Instead = model.Faults{
		{Kind: model.KindLaw, Where: "/home/ada/mine/rules.yaml:3:1", What: "unknown question \x1b[31m\"size\""},
		{Kind: model.KindLaw, Where: "/home/ada/mine/rules.yaml:9:1", What: "no points", Cure: "Mend it, or: remit framework use builtin"},
	}
}

// Before anything else people learn that other rules judge than they wished, with the
// fault and the cure; afterwards home says it in a line and leads to it again.
func TestRulesThatCannotBeUsedAreTold(t *testing.T) {
	r := newRig(t, unusable).begin()
	r.shows(insteadTitle, "/home/ada/mine/rules.yaml:3:1", "no points", "remit framework use builtin", "comes with remit")
	if strings.Contains(r.app.content(), "[31m\"size\"") {
		t.Error("an escape sequence of the file reached the screen")
	}
	r.press("enter")
	r.shows("New interview", insteadTitle+": press a")
	r.press("a")
	r.shows(insteadTitle, "/home/ada/mine/rules.yaml:3:1")
}

// Whoever starts elsewhere than at home is told there.
func TestTheNoticeComesOverWhateverIsFirst(t *testing.T) {
	for _, at := range []At{AtHome, AtNew, AtSessions, AtQuick} {
		r := newRig(t, unusable)
		r.app.start = begin(r.app.env, Start{At: at})
		r.begin()
		r.shows(insteadTitle)
		if r.press("enter"); r.app.over != nil {
			t.Errorf("start %d: the notice stays", at)
		}
	}
}

// An error of any other kind is told in its own words; without one there is no notice.
func TestTheNoticeIsOnlyForWhatIsWrong(t *testing.T) {
	newRig(t, func(d *Deps) { d.Instead = errors.New("the disk is gone") }).begin().shows(insteadTitle, "the disk is gone")
	if r := newRig(t).begin(); r.app.over != nil || strings.Contains(r.text(), insteadTitle) {
		t.Errorf("a notice without a reason:\n%s", r.text())
	}
}
