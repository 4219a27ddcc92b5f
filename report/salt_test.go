package report_test

import (
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"remit/report"
)

// attacks are texts that would do something if a page took them for code. Where they
// fetch anything, they fetch it from address.
func attacks(t testing.TB, address string) []string {
	t.Helper()
	b, err := os.ReadFile("testdata/xss.txt")
	if err != nil {
		t.Fatal(err)
	}
	list := strings.Split(strings.TrimSpace(strings.ReplaceAll(string(b), "{URL}", address)), "\n")
	if len(list) < 80 {
		t.Fatalf("there are only %d attacks", len(list))
	}
	return list
}

// named are fields that name something by its id or its address: another text there
// would not be a hostile report but a broken one.
var named = []string{"ID", "Role", "Roles", "Under", "Question", "Questions", "Rule", "Sources", "Option", "ExcludedBy",
	"Then", "Row", "In", "Hash", "Columns", "Activity", "Dropped", "Dissents", "StandIns", "Today", "From", "Instead",
	"Unsettled", "Along", "Topic", "Parent", "Engagement", "Reporting", "URL", "Rising", "Position", "Shared", "Differs", "Reports", "Come", "Go"}

// salted copies a report with every text in it replaced, those excepted that name
// something. An empty text stays empty.
func salted(r report.Report, say func() string) report.Report {
	return copied(r, copier{text: func(v reflect.Value, _, field string) reflect.Value {
		if v.Len() == 0 || !plainText(v.Type()) || slices.Contains(named, field) {
			return v
		}
		return reflect.ValueOf(say())
	}})
}

// inTurn gives the texts one after another, beginning anywhere.
func inTurn(texts []string, from int) func() string {
	return func() string {
		from++
		return texts[from%len(texts)]
	}
}
