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

// named are the fields of each type that name something by its id or its address: another
// text there would not be a hostile report but a broken one.
var named = map[string][]string{
	"": {"ID", "Sources"}, // of any type

	"Answer": {"Option"}, "Assignment": {"Role"}, "Axis": {"Question"}, "Case": {"URL", "Engagement", "Reporting"},
	"CellEdit": {"Activity", "Role"}, "Change": {"Question"}, "Charter": {"Role"}, "Condition": {"Question", "In"}, "Consent": {"Role"}, "Cost": {"Role"},
	"Decision": {"Row", "Then"}, "Deliverables": {"Dropped"}, "Deputy": {"Roles"}, "Duty": {"Activity", "Role"}, "Explanation": {"Roles", "Dissents"},
	"Finding": {"Rule", "Questions"}, "Law": {"Rising"}, "Line": {"Role"}, "Matrix": {"Columns"}, "MatrixRow": {"Activity", "Questions", "Unsettled", "Instead"},
	"Neighbour": {"Shared", "Differs"}, "Next": {"Question"}, "OwnCost": {"Role"}, "Part": {"Role"}, "Post": {"Role", "Under"}, "Question": {"Topic"},
	"Rank": {"ExcludedBy"}, "Reason": {"Rule", "Questions"}, "Ref": {"Hash"}, "Remark": {"Activity", "Role"}, "Role": {"StandIns", "Today"}, "Row": {"Then"},
	"Session": {"Parent", "Position"}, "Source": {"URL"}, "Threshold": {"Question", "Come", "Go"}, "Tie": {"Role"}, "Transition": {"From"}, "Trigger": {"Question"},
	"Unknown": {"Question"}, "Unsettled": {"Role", "Questions"}, "WhatIf": {"Along"},
}

// names reports whether a field of a type only names something.
func names(owner, field string) bool {
	return slices.Contains(named[""], field) || slices.Contains(named[owner], field)
}

// salted copies a report with every text in it replaced, those excepted that name
// something. An empty text stays empty.
func salted(r report.Report, say func() string) report.Report {
	return copied(r, copier{text: func(v reflect.Value, owner, field string) reflect.Value {
		if v.Len() == 0 || !plainText(v.Type()) || names(owner, field) {
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
