package cli

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

// What was taken away is forgotten, and with it the name of its company.
func TestTheListForgetsWhatIsGone(t *testing.T) {
	e := newEvening(t)
	e.export(0)
	for _, name := range e.files() {
		if err := os.Remove(e.path(name)); err != nil {
			t.Fatal(err)
		}
	}
	e.export(0, "--anonymous")
	if list := e.read(ledgerName); strings.Contains(list, "bakery") || !strings.Contains(list, "remit-report") {
		t.Errorf("the list is %s", list)
	}
}

// Where the list may not be changed, it is named, and no report is written before.
func TestAProtectedListIsNamedFirst(t *testing.T) {
	e := newEvening(t)
	e.export(0, "bakery")
	if err := os.Chmod(e.path(ledgerName), 0o400); err != nil {
		t.Fatal(err)
	}
	if said := e.export(73, "--force"); !strings.Contains(said, ledgerName) || !strings.Contains(said, "protected") {
		t.Errorf("it says %s", said)
	}
	e.holds("bakery-report.md")
}

// No report is called so: such an entry counts for nothing, and the list is called damaged.
func TestAnEntryThatCanBeNoReportIsNotBelieved(t *testing.T) {
	for _, name := range []string{"..", ".", "/", "../x.md", strings.Repeat("x", 300), `\u0000`, ledgerName, ""} {
		e := newEvening(t)
		e.export(0, "bakery")
		list := e.read(ledgerName)
		e.put(ledgerName, list+fmt.Sprintf(`{"of":%q,"file":"%s","sum":"0"}`+"\n", strings.Repeat("0", 32), name))
		if said := e.export(0, "--force", "bakery"); !strings.Contains(said, "damaged") {
			t.Errorf("%.20q: it says %s", name, said)
		}
		e.holds("bakery-report.md")
		if again := e.export(0, "--force", "bakery"); strings.Contains(again, "damaged") {
			t.Errorf("%.20q: the list stays damaged", name)
		}
	}
}

func TestAProtectedReportIsSaidToBeProtected(t *testing.T) {
	e := newEvening(t)
	e.export(0, "bakery")
	if err := os.Chmod(e.path("bakery-report.md"), 0o400); err != nil {
		t.Fatal(err)
	}
	if said := e.export(0, "--force", "bakery"); !strings.Contains(said, "protected") || strings.Contains(said, "somebody has changed") {
		t.Errorf("it says %s", said)
	}
}

// The list is remit's own: no document takes its place.
func TestNoDocumentReplacesTheList(t *testing.T) {
	e := newEvening(t)
	e.export(0)
	list := e.read(ledgerName)
	e.do(2, "report", "third", "--format", "json", "--force", "-o", e.path(ledgerName))
	e.do(2, "report", "--all", "--format", "json", "--force", "-o", e.path(ledgerName))
	if e.read(ledgerName) != list {
		t.Error("the list was replaced")
	}
}
