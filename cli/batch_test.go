package cli

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"strings"
	"testing"
	"testing/iotest"

	"remit/advisor"
	"remit/model"
	"remit/report"
)

func TestLinesThatAreRefused(t *testing.T) {
	p := newLineParser(advisor.Builtin().Framework())
	for name, c := range map[string]struct{ line, id, want string }{
		"not JSON":             {`headcount: 40`, "", "column 1: not JSON"},
		"cut off":              {`{"id": 1, "answers": {"headcount": 40`, "1", "the line ends in the middle"},
		"a list":               {`[]`, "", "column 1: a line is an object"},
		"nothing asked":        {`{"id": "a"}`, `"a"`, `"answers" is missing`},
		"answers are a list":   {`{"answers": []}`, "", `"answers" is an object`},
		"answers are null":     {`{"answers": null}`, "", `"answers" is an object`},
		"unknown field":        {`{"id": 1, "answer": {}, "answers": {}}`, "1", `column 11: unknown field "answer"`},
		"field in capitals":    {`{"ID": 1, "answers": {}}`, "", `unknown field "ID"`},
		"unknown question":     {`{"answers": {"technologie": "support"}}`, "", `column 14: unknown question "technologie" (Did you mean "technology"?`},
		"unknown option":       {`{"answers": {"technology": "suport"}}`, "", `column 28: "technology" takes one of product, part, support, unsure, n/a, later, not "suport" (Did you mean "support"?)`},
		"below zero":           {`{"answers": {"headcount": -1}}`, "", `"headcount" takes a whole number from 0`},
		"out of range":         {`{"answers": {"headcount": 10000001}}`, "", "not 10000001"},
		"a fraction":           {`{"answers": {"headcount": 1.0}}`, "", "not 1.0"},
		"an exponent":          {`{"answers": {"headcount": 1e400}}`, "", "not 1e400"},
		"a number in quotes":   {`{"answers": {"headcount": "40"}}`, "", "Write 40 without quotes."},
		"null":                 {`{"answers": {"headcount": null}}`, "", "not nothing"},
		"true":                 {`{"answers": {"versatile_leader": true}}`, "", `"versatile_leader" takes one of yes, no`},
		"nested":               {`{"answers": {"headcount": {"is": [40]}}}`, "", "not a list or an object"},
		"question twice":       {`{"id": 7, "answers": {"headcount": 40, "head\u0063ount": 40}}`, "7", `"headcount" comes twice`},
		"field twice":          {`{"id": 7, "id": 8, "answers": {}}`, "7", `"id" comes twice`},
		"two objects":          {`{"answers": {}} {"answers": {}}`, "", "something behind the object"},
		"text behind":          {`{"answers": {}} x`, "", "something behind the object"},
		"not UTF-8":            {"{\"id\": \"\xff\", \"answers\": {}}", "", "invalid UTF-8"},
		"lone surrogate":       {`{"id": "\ud800", "answers": {}}`, "", "invalid surrogate pair"},
		"id is a list":         {`{"id": [1], "answers": {}}`, "", "an id is a string or a number"},
		"id is true":           {`{"id": true, "answers": {}}`, "", "an id is a string or a number"},
		"id is long":           {`{"id": "` + strings.Repeat("x", 2000) + `", "answers": {}}`, "", "the id is longer than 1024 bytes"},
		"very deep":            {`{"answers": {"headcount": ` + strings.Repeat("[", 100_000), "", "not JSON"},
		"a trailing comma":     {`{"answers": {"headcount": 40,}}`, "", "not JSON"},
		"a comment":            {`{"answers": {}} // all`, "", "something behind the object"},
		"single quotes":        {`{'answers': {}}`, "", "not JSON"},
		"characters, not byte": {`{"id": "äöü", "answers": {"x": 1}}`, `"äöü"`, `column 27: unknown question "x"`},
	} {
		got := p.parse([]byte(c.line))
		if !strings.Contains(got, c.want) {
			t.Errorf("%s: got %q, want %q", name, got, c.want)
		}
		if string(p.id) != c.id {
			t.Errorf("%s: the id is %q, want %q", name, p.id, c.id)
		}
		if model.Clean(got) != got {
			t.Errorf("%s: control characters in %q", name, got)
		}
	}
}

func TestAllFaultsOfALineAreToldAtOnce(t *testing.T) {
	p := newLineParser(advisor.Builtin().Framework())
	got := p.parse([]byte(`{"answers": {"headcount": -1, "foo": 1, "bar": 2, "technology": "no"}, "x": 1}`))
	for _, want := range []string{"not -1", `unknown question "foo"`, `unknown question "bar"`, `not "no"`, `unknown field "x"`} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is missing in %q", want, got)
		}
	}
	if strings.Count(got, "The questions are") != 1 {
		t.Errorf("the questions are not listed once: %q", got)
	}
}

func TestIDsComeBackAsTheyWere(t *testing.T) {
	p := newLineParser(advisor.Builtin().Framework())
	for _, id := range []string{`"a"`, `""`, `17`, `-0`, `1.50`, `1e400`, `123456789012345678901234567890`, `"ä \" \\ \n"`, `"\u001b[31m"`, `"\ud83d\ude00"`, "\"\u202e\"", `null`} {
		if what := p.parse([]byte(`{"answers": {}, "id": ` + id + `}`)); what != "" {
			t.Errorf("%s: %s", id, what)
			continue
		}
		line := report.AppendBad(nil, 1, p.id, "x")
		var want, got struct{ ID any }
		for text, into := range map[string]any{`{"id": ` + id + `}`: &want, string(line): &got} {
			d := json.NewDecoder(strings.NewReader(text))
			d.UseNumber()
			if err := d.Decode(into); err != nil {
				t.Fatal(err)
			}
		}
		if got != want {
			t.Errorf("got %q, want %q", got.ID, want.ID)
		}
		if shown := strings.TrimSuffix(string(line), "\n"); model.Clean(shown) != shown {
			t.Errorf("%s: %q can command a terminal", id, line)
		}
	}
}

// batchOf runs a batch without flips and gives its output lines.
func batchOf(t *testing.T, in io.Reader) (out []string, tally batchTally) {
	t.Helper()
	return batchWith(t, in, 0)
}

func batchWith(t *testing.T, in io.Reader, flips int) (out []string, tally batchTally) {
	t.Helper()
	engine := advisor.Builtin()
	job := &batchJob{engine: engine, enc: report.NewEncoder(engine.Framework()), flips: flips}
	tally.name = "in"
	var b bytes.Buffer
	err := job.run(t.Context(), bufio.NewReader(in), func(c *chunk) error {
		tally.add(c)
		b.Write(c.out)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if b.Len() == 0 {
		return nil, tally
	}
	return strings.Split(strings.TrimSuffix(b.String(), "\n"), "\n"), tally
}

func TestABatchKeepsTheOrderAndItsBadLinesKeepTheirPlace(t *testing.T) {
	var in strings.Builder
	const n = 1000
	for i := range n {
		if i%7 == 3 {
			fmt.Fprintf(&in, `{"id": %d, "answers": {"headcount": "x"}}`+"\n", i)
		} else {
			fmt.Fprintf(&in, `{"id": %d, "answers": {"headcount": %d}}`+"\n", i, i)
		}
	}
	for name, r := range map[string]io.Reader{
		"at once":     strings.NewReader(in.String()),
		"by the byte": iotest.OneByteReader(strings.NewReader(in.String())),
	} {
		lines, tally := batchOf(t, r)
		if len(lines) != n || tally.good+tally.bad != n {
			t.Fatalf("%s: %d lines, tally %d and %d", name, len(lines), tally.good, tally.bad)
		}
		for i, line := range lines {
			want := fmt.Sprintf(`{"id":%d,"framework"`, i)
			if i%7 == 3 {
				want = fmt.Sprintf(`{"line":%d,"id":%d,"error"`, i+1, i)
			}
			if !strings.HasPrefix(line, want) {
				t.Fatalf("%s: line %d is %.80s", name, i+1, line)
			}
		}
	}
}

func TestABatchTakesAnyLineEndings(t *testing.T) {
	lines, tally := batchOf(t, strings.NewReader("\ufeff{\"id\":1,\"answers\":{}}\r\n\r\n  \n{\"id\":2,\"answers\":{}}\n\nnonsense\n{\"id\":3,\"answers\":{}}"))
	if len(lines) != 4 || tally.good != 3 || tally.bad != 1 {
		t.Fatalf("%d lines, tally %d and %d", len(lines), tally.good, tally.bad)
	}
	if !strings.HasPrefix(lines[2], `{"line":6,"id":null`) {
		t.Errorf("blank lines are not counted: %.60s", lines[2])
	}
}

func TestALineMayHaveOneMiBAndNoMore(t *testing.T) {
	pad := func(n int) string {
		const line = `{"id":1,"answers":{}}`
		return line + strings.Repeat(" ", n-len(line))
	}
	in := pad(maxLine) + "\n" + pad(maxLine) + "\r\n" + pad(10<<20) + "\n" + pad(100) + "\n" + strings.Repeat("x", 3<<20)
	lines, tally := batchOf(t, strings.NewReader(in))
	if tally.good != 3 || tally.bad != 2 {
		t.Fatalf("tally %d and %d", tally.good, tally.bad)
	}
	for i, line := range lines {
		if long := strings.Contains(line, "longer than 1 MiB"); long != (i == 2 || i == 4) {
			t.Errorf("line %d is %.80s", i+1, line)
		}
	}
}

func TestAnEmptyBatchIsNoError(t *testing.T) {
	lines, tally := batchOf(t, strings.NewReader(""))
	if len(lines) != 0 || tally.err() != nil {
		t.Errorf("got %q, %v", lines, tally.err())
	}
}

func TestABatchEndsWithItsContextItsInputAndItsOutput(t *testing.T) {
	engine := advisor.Builtin()
	job := &batchJob{engine: engine, enc: report.NewEncoder(engine.Framework())}
	gone := errors.New("gone")
	line := `{"answers":{}}` + "\n"

	in := bufio.NewReader(io.MultiReader(strings.NewReader(line+`{"ans`), iotest.ErrReader(gone)))
	written := 0
	err := job.run(t.Context(), in, func(c *chunk) error { written += c.good; return nil })
	if !errors.Is(err, gone) || written != 1 {
		t.Errorf("reading failed: got %v after %d lines", err, written)
	}
	endless := func() *bufio.Reader { return bufio.NewReader(repeating(line)) }
	if err := job.run(t.Context(), endless(), func(*chunk) error { return gone }); !errors.Is(err, gone) {
		t.Errorf("writing failed: got %v", err)
	}
	ctx, stop := context.WithCancelCause(t.Context())
	if err := job.run(ctx, endless(), func(*chunk) error { stop(gone); return nil }); !errors.Is(err, gone) {
		t.Errorf("told to stop: got %v", err)
	}
}

func TestABugInAWorkerIsCaught(t *testing.T) {
	job := &batchJob{engine: advisor.Builtin()} // without an encoder
	err := job.run(t.Context(), bufio.NewReader(strings.NewReader(`{"answers":{}}`)), func(*chunk) error { return nil })
	if p, ok := errors.AsType[*model.Panic](err); !ok || !bytes.Contains(p.Stack, []byte("AppendLine")) {
		t.Errorf("got %v", err)
	}
}

// repeating is a reader without an end.
type repeating string

func (r repeating) Read(p []byte) (int, error) { return copy(p, r), nil }

func TestALineIsAnsweredBeforeTheNextIsWritten(t *testing.T) {
	engine := advisor.Builtin()
	job := &batchJob{engine: engine, enc: report.NewEncoder(engine.Framework())}
	r, w := io.Pipe()
	answered := make(chan int, 1)
	ended := make(chan error, 1)
	go func() {
		ended <- job.run(t.Context(), bufio.NewReader(r), func(c *chunk) error {
			if c.good > 0 {
				answered <- c.good
			}
			return nil
		})
	}()
	for range 3 {
		fmt.Fprintln(w, `{"answers":{}}`)
		if n := <-answered; n != 1 {
			t.Errorf("%d lines came at once", n)
		}
	}
	w.Close()
	if err := <-ended; err != nil {
		t.Error(err)
	}
}

func TestTheTallyTellsTheFirstBadLines(t *testing.T) {
	lines, tally := batchOf(t, strings.NewReader(strings.Repeat("nonsense\n", 50)+`{"answers":{}}`))
	if len(lines) != 51 {
		t.Fatalf("%d lines", len(lines))
	}
	faults, _ := errors.AsType[model.Faults](tally.err())
	if len(faults) != toldLines+1 || faults[0].Where != "in:1" || model.KindOf(faults) != model.KindPartial {
		t.Errorf("got %v", faults)
	}
	if last := faults[toldLines].What; last != "50 of 51 lines were rejected; these are the first 20" {
		t.Errorf("got %q", last)
	}
	_, tally = batchOf(t, strings.NewReader("nonsense\n"))
	if err := tally.err(); model.KindOf(err) != model.KindInvalid {
		t.Errorf("all bad: got %v", err)
	}
}

// FuzzBatchLine: whatever a line holds, the line that comes out is one line of
// JSON; and answers that a batch takes, an answer file takes as the same.
func FuzzBatchLine(f *testing.F) {
	framework := advisor.Builtin().Framework()
	for _, seed := range []string{
		`{"id": 1, "answers": {"headcount": 40, "technology": "support"}}`, `{"answers": {"seats": "unsure"}}`,
		`{"id": "\u001b", "answers": {}}`, `{"answers": {"headcount": 1e3, "headcount": 2}}`, `[[[`, `{"id": null}`, "{\"\xff\": 1}", `{"answers": {"x": {"y": [1, "\ud800"]}}}`,
	} {
		f.Add([]byte(seed))
	}
	p := newLineParser(framework)
	f.Fuzz(func(t *testing.T, line []byte) {
		what := p.parse(line)
		out := report.AppendBad(nil, 1, p.id, what)
		if !json.Valid(out) || bytes.Count(out, []byte("\n")) != 1 {
			t.Fatalf("%q gives %q", line, out)
		}
		if what != "" {
			return
		}
		if err := framework.Check(p.answers); err != nil {
			t.Fatal(err)
		}
		var outer struct{ Answers json.RawMessage }
		if err := json.Unmarshal(line, &outer); err != nil {
			t.Fatalf("%q is taken, but %v", line, err)
		}
		if len(outer.Answers) > maxAnswers {
			return
		}
		as, err := parseAnswers(framework, "f", outer.Answers)
		if err != nil || !maps.Equal(as, p.answers) {
			t.Fatalf("%s: a batch takes it as %v, a file as %v, %v", outer.Answers, p.answers, as, err)
		}
	})
}
