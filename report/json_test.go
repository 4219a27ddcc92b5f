package report_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"math/big"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"remit/model"
	"remit/model/schematest"
	"remit/report"
)

var update = flag.Bool("update", false, "rewrite the files in testdata")

// golden compares got with a file, or writes the file under -update.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s differs; got\n%s", path, got)
	}
}

func TestJSONHasTheFieldsInTheirOrder(t *testing.T) {
	var b bytes.Buffer
	if err := report.JSON(&b, sample()); err != nil {
		t.Fatal(err)
	}
	golden(t, "small.json", b.Bytes())
}

func TestEveryFormFollowsTheSchema(t *testing.T) {
	schema := schematest.Compile(t, report.Schema("advice"))
	r := sample()
	e := report.NewEncoder(r.Framework)
	silent := r.Advice
	silent.Outlook = model.Outlook{Possible: model.Structures()}
	silent.Reasons, silent.Flips, silent.Misfits, silent.Warnings, silent.Unknown, silent.Dissents = nil, nil, nil, nil, nil, nil
	advice := e.AppendWithNext(nil, &r.Advice, r.Next)
	shared := report.AppendNextWithShares(nil, r.Next, [model.NumStructures]*big.Int{
		big.NewInt(3), new(big.Int), new(big.Int).Lsh(big.NewInt(1), 90), big.NewInt(1), new(big.Int),
	})
	line := func(id string, a *model.Advice) []byte {
		return e.AppendLineTail(report.AppendLineHead(nil, []byte(id)), a)
	}
	for name, text := range map[string][]byte{
		"advice":         advice,
		"with shares":    bytes.Replace(advice, report.AppendNext(nil, r.Next), shared, 1),
		"line":           line(`"a-1"`, &r.Advice),
		"number as id":   line(`17`, &r.Advice),
		"line, no id":    line("", &r.Advice),
		"bad line":       report.AppendBad(nil, 7, nil, "column 3: no"),
		"nothing to say": line("", &silent),
	} {
		if err := schema.Check(text); err != nil {
			t.Errorf("%s: %v\n%s", name, err, text)
		}
	}
	for name, text := range map[string]string{
		"field missing": `{"id":null,"recommendation":"cto"}`,
		"line zero":     `{"line":0,"id":null,"error":"x"}`,
		"empty error":   `{"line":1,"id":null,"error":""}`,
	} {
		if schema.Check([]byte(text)) == nil {
			t.Errorf("%s: the schema accepts %s", name, text)
		}
	}
}

func TestAnEncoderWritesWhatAnUnknownFrameworkSaid(t *testing.T) {
	r := sample()
	other := report.NewEncoder(&model.Framework{Ref: model.Ref{ID: "other"}})
	want := report.NewEncoder(r.Framework).Append(nil, &r.Advice)
	if got := other.Append(nil, &r.Advice); !bytes.Equal(got, want) {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestAnEncoderDoesNotTrustItsMemory(t *testing.T) {
	r := sample()
	r.Advice.Reasons[0].Points++
	r.Advice.Reasons[1].Because = "Something else."
	r.Advice.Misfits[0].Do = "Nothing."
	got := report.NewEncoder(r.Framework).Append(nil, &r.Advice)
	for _, want := range []string{`"points":6,"because":"What you sell`, `"Something else."`, `"do":"Nothing."`} {
		if !bytes.Contains(got, []byte(want)) {
			t.Errorf("%s is missing in %s", want, got)
		}
	}
}

func TestTheEncoderAllocatesNothing(t *testing.T) {
	r := sample()
	e := report.NewEncoder(r.Framework)
	buf := e.AppendLineTail(report.AppendLineHead(nil, nil), &r.Advice)
	if n := testing.AllocsPerRun(100, func() { buf = e.AppendLineTail(report.AppendLineHead(buf[:0], nil), &r.Advice) }); n > 0 {
		t.Errorf("%v allocations a line", n)
	}
}

// Lists are read from the top: what moves most comes first, for programs and in text, and
// what weighs the same as the framework has it.
func TestReasonsStandByWeight(t *testing.T) {
	r := whole(t, insurer())
	var got struct {
		Reasons []struct {
			Rule      string
			Structure string
			Points    int
		}
	}
	var b bytes.Buffer
	if err := report.JSON(&b, r); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(b.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	want := slices.Clone(r.Advice.Reasons)
	weight := func(x model.Reason) int { return max(x.Points, -x.Points) }
	slices.SortStableFunc(want, func(x, y model.Reason) int { return weight(y) - weight(x) })
	if len(want) == 0 || len(got.Reasons) != len(want) || slices.EqualFunc(want, r.Advice.Reasons, func(x, y model.Reason) bool { return x.Rule == y.Rule && x.Structure == y.Structure }) {
		t.Fatalf("%d reasons of %d; or they need no sorting", len(got.Reasons), len(want))
	}
	for i, x := range want {
		if y := got.Reasons[i]; y.Rule != x.Rule || y.Structure != x.Structure.String() || y.Points != x.Points {
			t.Errorf("reason %d is %+v, want %s for %s", i, y, x.Rule, x.Structure)
		}
	}
	r.Follows = nil // then every structure has a list of its own
	said := strings.Join(strings.Fields(text(t, r, report.TextOptions{})), " ")
	_, said, _ = strings.Cut(said, "Every reason: "+r.Framework.Structure(r.Advice.Recommendation).Title)
	for _, x := range want {
		if x.Structure == r.Advice.Recommendation && x.Points > 0 {
			_, rest, ok := strings.Cut(said, x.Because)
			if said = rest; !ok {
				t.Errorf("%s is not in its place in the text", x.Rule)
			}
		}
	}
}

func TestAnswersSchemaTakesWhatTheFrameworkTakes(t *testing.T) {
	f := small()
	schema := schematest.Compile(t, report.AnswersSchema(f))
	for text, ok := range map[string]bool{
		`{}`:                            true,
		`{"headcount":0}`:               true,
		`{"headcount":10000000}`:        true,
		`{"headcount":"unsure"}`:        true,
		`{"technology":"product"}`:      true,
		`{"technology":"n/a"}`:          true,
		`{"estate":"later"}`:            true,
		`{"headcount":-1}`:              false,
		`{"headcount":10000001}`:        false,
		`{"headcount":"many"}`:          false,
		`{"headcount":null}`:            false,
		`{"technology":"other"}`:        false,
		`{"technology":["product"]}`:    false,
		`{"technologie":"product"}`:     false,
		`["technology"]`:                false,
		`{"technology":{"is":"later"}}`: false,
	} {
		if err := schema.Check([]byte(text)); (err == nil) != ok {
			t.Errorf("%s: legal is %v, the schema says %v", text, ok, err)
		}
	}
}

func FuzzStringsComeBackAsTheyWere(f *testing.F) {
	for _, s := range []string{"", "plain", "\"\\/", "\x00\x1b[31m\x7f", "\u2028\u202e\u009b", "naïve 東京 😀", "\U000e0041", "\xff\xc0\xaf", "a\u200db"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		text := report.AppendText(nil, s)
		var back string
		if err := json.Unmarshal(text, &back); err != nil {
			t.Fatalf("%q: %v", text, err)
		}
		if want := strings.ToValidUTF8(s, "\ufffd"); utf8.ValidString(s) && back != want {
			t.Fatalf("got %q, want %q", back, want)
		}
		for _, r := range string(text) {
			if !unicode.IsPrint(r) {
				t.Fatalf("%q has %U in it", text, r)
			}
		}
	})
}
