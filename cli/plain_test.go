package cli

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"remit/model"
)

func TestWhatIsUnderstood(t *testing.T) {
	choice := &model.Question{ID: "technology", Kind: model.ChoiceQuestion, Options: []model.OptionInfo{
		{ID: "product", Label: "It is what we sell"}, {ID: "support", Label: "It helps us run"},
	}}
	lettered := &model.Question{ID: "axis", Kind: model.ChoiceQuestion, Options: []model.OptionInfo{{ID: "x", Label: "Across"}, {ID: "y", Label: "Up"}}}
	number := &model.Question{ID: "headcount", Kind: model.NumberQuestion, Unit: "people", Max: 5000, Bands: []model.Band{
		{Label: "under 25", To: 24, Value: 12}, {Label: "25 and more", From: 25, To: 5000, Value: 100},
	}}
	for _, c := range []struct {
		q    *model.Question
		line string
		want model.Answer // zero: not understood
	}{
		{choice, "1", model.Choose("product")},
		{choice, "2", model.Choose("support")},
		{choice, "support", model.Choose("support")},
		{choice, "It helps us RUN", model.Choose("support")},
		{choice, "0", model.Answer{}},
		{choice, "3", model.Answer{}},
		{choice, "-1", model.Answer{}},
		{choice, "no", model.Answer{}},
		{choice, "unsure", model.Answer{Kind: model.Unsure}},
		{choice, "N/A", model.Answer{Kind: model.NotApplicable}},
		{choice, "later", model.Answer{Kind: model.Later}},
		{choice, "u", model.Answer{Kind: model.Unsure}},
		{choice, "X", model.Answer{Kind: model.NotApplicable}},
		{choice, "l", model.Answer{Kind: model.Later}},
		{lettered, "x", model.Choose("x")}, // an option keeps its name
		{number, "l", model.Answer{Kind: model.Later}},
		{number, "1 person", model.Count(1)},
		{number, "0", model.Count(0)},
		{number, "40", model.Count(40)},
		{number, "40 people", model.Count(40)},
		{number, "1,200", model.Count(1200)},
		{number, "1 200", model.Count(1200)},
		{number, "1'200", model.Count(1200)},
		{number, "5001", model.Answer{}},
		{number, "-3", model.Answer{}},
		{number, "1.5", model.Answer{}},
		{number, "1,20", model.Answer{}},
		{number, "99999999999999999999", model.Answer{}},
		{number, "a", model.Count(12)},
		{number, "B", model.Count(100)},
		{number, "c", model.Answer{}},
		{number, "unsure", model.Answer{Kind: model.Unsure}},
	} {
		got, sorry := understand(c.q, c.line)
		if got != c.want || (sorry == "") != (c.want != model.Answer{}) {
			t.Errorf("%s: %q is understood as %+v (%q), want %+v", c.q.ID, c.line, got, sorry, c.want)
		}
	}
}

func TestLinesAreReadWhole(t *testing.T) {
	long := strings.Repeat("x", model.MaxText+10)
	in := "first\r\n\x1b[31msecond\x1b[0m\n\n" + long + "\nlast"
	for name, from := range map[string]io.Reader{
		"at once": strings.NewReader(in), "byte by byte": iotest.OneByteReader(strings.NewReader(in)),
	} {
		t.Run(name, func(t *testing.T) {
			r := bufio.NewReader(from)
			for _, want := range []struct {
				line string
				cut  bool
			}{{"first", false}, {"second", false}, {"", false}, {long[:model.MaxText], true}, {"last", false}} {
				line, cut, err := readLine(r)
				if line != want.line || cut != want.cut || err != nil {
					t.Fatalf("got %.40q (%d bytes, cut %v, %v), want %.40q (%d bytes, cut %v)",
						line, len(line), cut, err, want.line, len(want.line), want.cut)
				}
			}
			if _, _, err := readLine(r); !errors.Is(err, io.EOF) {
				t.Errorf("after the last line: %v, want the end", err)
			}
		})
	}
}

// No order may have a name that is also an answer word, and none may be named
// twice.
func TestOrdersDoNotClash(t *testing.T) {
	seen := map[string]string{"unsure": "an answer", "n/a": "an answer", "later": "an answer", "yes": "an answer", "no": "an answer"}
	for w := range nonAnswers() {
		seen[w] = "an answer"
	}
	for _, o := range orders() {
		for _, w := range o.words {
			if other, ok := seen[w]; ok {
				t.Errorf("%q means %s and %s", w, other, o.words[0])
			}
			seen[w] = o.words[0]
		}
	}
}

func TestJSONReadsBackAndShowsHarmlessly(t *testing.T) {
	const hostile = "a\x1b]0;x\x07\u009b31m\u202eb\U000E0041 ü 漢 \U0001F600"
	var b bytes.Buffer
	if err := writeJSON(&b, hostile); err != nil {
		t.Fatal(err)
	}
	if clean := model.CleanLines(b.String()); clean != b.String() {
		t.Errorf("a terminal would obey %q", b.String())
	}
	var back string
	if err := json.Unmarshal(b.Bytes(), &back); err != nil || back != hostile {
		t.Errorf("reads back as %q, %v; want %q", back, err, hostile)
	}
}

func TestTablesAlignByWhatIsSeen(t *testing.T) {
	var b bytes.Buffer
	columns(&b, [][]string{{"NAME", "ID"}, {"漢字", "1"}, {"é", "2"}, {"plain", "3"}})
	if got, want := b.String(), "NAME   ID\n漢字   1\né      2\nplain  3\n"; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
