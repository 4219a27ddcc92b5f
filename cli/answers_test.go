package cli

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"strings"
	"testing"

	"remit/advisor"
	"remit/model"
)

func TestAnswerFilesThatAreUnderstood(t *testing.T) {
	f := advisor.Builtin().Framework()
	forty := model.Answers{"headcount": model.Count(40), "technology": model.Choose("support"), "regulation": {Kind: model.Unsure}}
	for name, c := range map[string]struct {
		text string
		want model.Answers
	}{
		"YAML":                       {"headcount: 40\ntechnology: support\nregulation: unsure\n", forty},
		"JSON":                       {`{"headcount": 40, "technology": "support", "regulation": "unsure"}`, forty},
		"JSON over lines, with tabs": {"{\n\t\"headcount\": 40,\n\t\"technology\": \"support\",\n\t\"regulation\": \"unsure\"\n}\n", forty},
		"byte order mark":            {"\ufeffheadcount: 40\ntechnology: support\nregulation: unsure\n", forty},
		"Windows line ends":          {"headcount: 40\r\ntechnology: support\r\nregulation: unsure\r\n", forty},
		"no line end at the end":     {"headcount: 40\ntechnology: support\nregulation: unsure", forty},
		"comments and a document":    {"---\n# a guess\nheadcount: 40 # people\n\ntechnology: support\nregulation: unsure\n...\n", forty},
		"quoted words":               {"headcount: 40\n'technology': \"support\"\nregulation: 'unsure'\n", forty},
		"escapes in JSON":            {`{"head\u0063ount": 40, "technology": "s\u0075pport", "regulation": "unsure"}`, forty},
		"no answers":                 {"{}", model.Answers{}},
		"an option called no":        {"versatile_leader: no", model.Answers{"versatile_leader": model.Choose("no")}},
		"the three non-answers": {"headcount: n/a\nseats: later\nfriction: unsure", model.Answers{
			"headcount": {Kind: model.NotApplicable}, "seats": {Kind: model.Later}, "friction": {Kind: model.Unsure}}},
		"the greatest number": {"headcount: 10000000", model.Answers{"headcount": model.Count(10_000_000)}},
		"zero":                {"headcount: 0", model.Answers{"headcount": model.Count(0)}},
	} {
		got, err := parseAnswers(f, "a.yaml", []byte(c.text))
		if err != nil || !maps.Equal(got, c.want) {
			t.Errorf("%s: got %v, %v; want %v", name, got, err, c.want)
		}
	}
}

func TestAnswerFilesThatAreRefused(t *testing.T) {
	f := advisor.Builtin().Framework()
	for name, c := range map[string]struct{ text, want string }{
		"empty":                   {"", "a.yaml: there are no answers in it"},
		"blank":                   {" \n\n", "a.yaml: there are no answers in it"},
		"comments only":           {"# nothing\n", "a.yaml: there are no answers in it"},
		"unknown question":        {"headcount: 40\ntechnologie: support", `a.yaml:2:1: unknown question "technologie" (Did you mean "technology"? The questions are`},
		"a question in capitals":  {"Headcount: 40", `a.yaml:1:1: unknown question "Headcount" (Did you mean "headcount"?`},
		"unknown option":          {"technology: suport", `a.yaml:1:13: "technology" takes one of product, part, support, unsure, n/a, later, not "suport" (Did you mean "support"?)`},
		"below zero":              {"headcount: -1", `a.yaml:1:12: "headcount" takes a whole number from 0 to 10000000`},
		"minus zero":              {"headcount: -0", `not -0 (Write the number in digits only`},
		"above ten million":       {"headcount: 10000001", "not 10000001"},
		"more digits than fit":    {`{"headcount": 99999999999999999999}`, "not 99999999999999999999"},
		"a fraction":              {"headcount: 1.0", "not 1.0 (Write the number in digits only"},
		"an exponent":             {`{"headcount": 1e3}`, "not 1e3 (Write the number in digits only"},
		"a huge exponent":         {`{"headcount": 1e400}`, "1e400"},
		"hexadecimal":             {"headcount: 0x28", "not 0x28"},
		"leading zero":            {"headcount: 0123", "not 0123"},
		"underscores":             {"headcount: 1_000", "not 1_000"},
		"not a number":            {"headcount: .nan", "not .nan"},
		"a number in quotes":      {`{"headcount": "40"}`, `a.yaml:1:15: "headcount" takes a whole number from 0 to 10000000, or unsure, n/a, later, not "40" (Write 40 without quotes.)`},
		"a number for a word":     {"technology: 3", `"technology" takes one of`},
		"true for a word":         {"versatile_leader: true", `"versatile_leader" takes one of yes, no`},
		"null":                    {`{"headcount": null}`, `not nothing (Leave the question out, or write unsure, n/a or later.)`},
		"no value":                {"headcount:\ntechnology: support", "not nothing"},
		"tilde":                   {"headcount: ~", "not nothing"},
		"an empty word":           {`technology: ""`, `not ""`},
		"a list":                  {"headcount: [40]", `a.yaml:1:12: "headcount" takes a whole number from 0 to 10000000, or unsure, n/a, later, not a list (Write one value.)`},
		"a mapping":               {"headcount: {is: 40}", "not a mapping"},
		"twice":                   {"headcount: 40\ntechnology: support\nheadcount: 50", `a.yaml:3:1: "headcount" is answered twice, first on line 1`},
		"twice in JSON":           {`{"headcount": 40, "head\u0063ount": 40}`, `a.yaml:1:19: "headcount" is answered twice`},
		"unknown twice":           {"x: 1\nx: 2", `a.yaml:2:1: "x" is answered twice`},
		"two documents":           {"headcount: 40\n---\nheadcount: 50\n", "a.yaml:2:1: a second document begins here"},
		"two JSON objects":        {`{"headcount": 40} {"headcount": 50}`, "a.yaml:1:19: a second document begins here"},
		"text behind":             {"{\"headcount\": 40}\nnonsense", "a.yaml:2:1: a second document begins here"},
		"cut off":                 {`{"headcount": 40,`, "a.yaml:1:18: neither YAML nor JSON: it ends in the middle"},
		"no comma":                {`{"headcount": 40 "technology": "part"}`, "a.yaml:1:18: neither YAML nor JSON"},
		"no comma, no quotes":     {"{headcount: 40\n technology: part}", "a.yaml:2: neither YAML nor JSON"},
		"a tab in the first line": {"\theadcount: 40", "a.yaml:1: neither YAML nor JSON: found character that cannot start any token (The line begins with a tab"},
		"no colon":                {"headcount: 40\ntechnology part\n", "a.yaml:2: neither YAML nor JSON"},
		"list of answers":         {"- headcount: 40", "a.yaml:1:1: an answer file maps questions to answers; this is a list"},
		"one word":                {"support", "this is a single value"},
		"one null":                {"null", "this is a single value"},
		"a list as a question":    {"[headcount]: 40", "a question is named by its id; this is a list"},
		"an alias":                {"headcount: &n 40\nengineers: *n", "a.yaml:1:12: anchors and aliases have no place"},
		"merged keys":             {"<<: {headcount: 40}", `unknown question "<<"`},
		"a tag":                   {"headcount: !!int 40", "tags have no place"},
		"a tag of one's own":      {"headcount: !person 40", "tags have no place"},
		"not UTF-8":               {"headcount: 40\ntechnology: \xff", "a.yaml:2:13: the file is not UTF-8 text"},
		"UTF-16":                  {"\xff\xfeh\x00", "a.yaml:1:1: the file is UTF-16 text, not UTF-8 (Save it as UTF-8"},
		"UTF-16 without a mark":   {"h\x00e\x00a\x00", "a.yaml:1:1: the file is UTF-16 text"},
		"UTF-16, the other way":   {"\x00h\x00e\x00a", "a.yaml:1:1: the file is UTF-16 text"},
		"NUL":                     {"headcount: \x00", "a.yaml:1:12: there is an invisible character here, '\\x00'"},
		"lone surrogate":          {`{"\ud800": 40}`, "neither YAML nor JSON"},
		"escape sequence as name": {`{"\u001b]0;x\u0007": 1}`, `unknown question "\x1b]0;x\a" (with invisible characters)`},
		"tabs for indent":         {"headcount:\n\t40", "a.yaml:2: neither YAML nor JSON"},
		"a name in disguise":      {`{"\u202etechnology": "part"}`, `unknown question "\u202etechnology" (with invisible characters) (Did you mean "technology"?`},
		"very deep":               {strings.Repeat("[", 100_000), "a.yaml:1:10001: neither YAML nor JSON: exceeded max depth"},
		"a compressed file":       {"\x1f\x8b\x08\x00", "not UTF-8"},
		"a page":                  {"<!DOCTYPE html><html></html>", "a.yaml"},
	} {
		got, err := parseAnswers(f, "a.yaml", []byte(c.text))
		if err == nil {
			t.Errorf("%s: taken as %v", name, got)
			continue
		}
		if !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %q, want %q", name, err, c.want)
		}
		if model.KindOf(err) != model.KindInvalid {
			t.Errorf("%s: kind %d", name, model.KindOf(err))
		}
		if model.CleanLines(err.Error()) != err.Error() {
			t.Errorf("%s: the error carries control characters: %q", name, err)
		}
	}
}

func TestAllFaultsOfAnAnswerFileAreToldAtOnce(t *testing.T) {
	f := advisor.Builtin().Framework()
	_, err := parseAnswers(f, "a.yaml", []byte("headcount: -1\nfoo: 1\ntechnology: none\nseats: 1\nseats: 1\n"))
	faults, ok := errors.AsType[model.Faults](err)
	if !ok || len(faults) != 4 {
		t.Fatalf("got %v", err)
	}
	for i, want := range []string{"a.yaml:1:12", "a.yaml:2:1", "a.yaml:3:13", "a.yaml:5:1"} {
		if faults[i].Where != want {
			t.Errorf("fault %d stands at %s, want %s", i, faults[i].Where, want)
		}
	}
}

// FuzzAnswers: whatever a file holds, it is refused or gives legal answers, and
// these written as JSON are read back as the same.
func FuzzAnswers(f *testing.F) {
	framework := advisor.Builtin().Framework()
	for _, seed := range []string{
		"", "{}", "headcount: 40\n", `{"headcount": 40, "technology": "support"}`, "headcount: &a 4\nseats: *a", "a: {b: [c]}",
		"seats: 1\n---\nseats: 2", "\ufeffseats: 1\r\n", "? seats\n: 1", "seats: |\n  1\n", "'seats': 0x1", "\"\\ud800\": 1",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		as, err := parseAnswers(framework, "f", text)
		if err != nil {
			if as != nil || err.Error() == "" || model.CleanLines(err.Error()) != err.Error() {
				t.Fatalf("got %v with %q", as, err)
			}
			return
		}
		if err := framework.Check(as); err != nil {
			t.Fatal(err)
		}
		written, err := json.Marshal(as)
		if err != nil {
			t.Fatal(err)
		}
		if again, err := parseAnswers(framework, "f", written); err != nil || !maps.Equal(again, as) {
			t.Fatalf("%v is written as %s and read as %v, %v", as, written, again, err)
		}
	})
}

// However much is wrong, a person can read what is said about it.
func TestRefusalsStayShort(t *testing.T) {
	keys := map[string]int{}
	for i := range 50_000 {
		keys[fmt.Sprintf("key%05d", i)] = i
	}
	many, err := json.Marshal(keys)
	if err != nil {
		t.Fatal(err)
	}
	f := advisor.Builtin().Framework()
	digits := strings.Repeat("9", 900_000)
	for name, c := range map[string]struct{ text, want string }{
		"a long number":            {"headcount: " + digits, "not 9999"},
		"a long number in quotes":  {`headcount: "` + digits + `"`, "without quotes"},
		"a long word":              {"technology: " + digits, "not "},
		"a long name":              {`? "` + digits + `"` + "\n: 1", "unknown question"},
		"a long name, twice":       {fmt.Sprintf("? %[1]q\n: 1\n? %[1]q\n: 1", digits[:100_000]), "is answered twice"},
		"many unknown questions":   {string(many), "and 49980 more faults"},
		"many unknown, in a batch": {string(many), "and 49980 more faults"},
	} {
		said := ""
		if strings.Contains(name, "batch") {
			said = newLineParser(f).parse([]byte(`{"answers": ` + c.text + `}`))
		} else if _, err := parseAnswers(f, "a.yaml", []byte(c.text)); err != nil {
			said = err.Error()
		}
		if len(said) > 4000 || !strings.Contains(said, c.want) {
			t.Errorf("%s: %d bytes, or no %q: %.200s", name, len(said), c.want, said)
		}
		if n := strings.Count(said, "The questions are"); n > 1 {
			t.Errorf("%s: the questions are listed %d times", name, n)
		}
	}
}
