package cli

import (
	"encoding/xml"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"remit/advisor"
	"remit/model"
	"remit/model/schematest"
	"remit/report"
)

// The way there starts from who leads today. Nobody knows it: no way. Too early for
// advice: nothing to get to, nothing to compare.
func TestWhatGoesBesideTheAdvice(t *testing.T) {
	e := advisor.Builtin()
	small := model.Answers{"headcount": model.Count(40), "technology": model.Choose("support"), "seats": model.Count(0), "estate": model.Choose("simple")}
	for _, c := range []struct {
		name      string
		as        model.Answers
		way, near bool
	}{
		{"nothing said", nil, false, false},
		{"who leads today is missing", small, false, true},
		{"who leads today is unsure", small.With("incumbent", model.Answer{Kind: model.Unsure}), false, true},
		{"nobody leads today", small.With("incumbent", model.Choose("nobody")), true, true},
	} {
		w := whatIf(e, c.as)
		if (w.Way != nil) != c.way || (len(w.Near) == nearCases) != c.near {
			t.Errorf("%s: way %v, %d cases", c.name, w.Way, len(w.Near))
		}
		if w.Way != nil && !slices.Contains(w.Way.To, w.Advice.Recommendation) {
			t.Errorf("%s: the way leads to %v, the advice is %v", c.name, w.Way.To, w.Advice.Recommendation)
		}
	}
}

func TestWhatIfOfEverySortFollowsItsForm(t *testing.T) {
	schema := schematest.Compile(t, report.Schema("whatif"))
	for _, args := range [][]string{
		{"whatif", "../examples/dental-group.yaml"},
		{"whatif", "../examples/software-company.yaml", "--set", "headcount=900"},
		{"whatif", "../examples/partial.json", "--map", "incumbent,seats"},
		{"whatif", "--set", "technology=unsure"},
	} {
		stdout, stderr, code := ran(t, append(args, "--format", "json")...)
		if code != 0 {
			t.Fatalf("%v: exit code %d, %s", args, code, stderr)
		}
		follows(t, schema, []byte(stdout))
		picture, _, _ := ran(t, append(args, "--format", "svg")...)
		for d := xml.NewDecoder(strings.NewReader(picture)); ; {
			if _, err := d.Token(); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				t.Fatalf("%v: %v in\n%s", args, err, picture)
			}
		}
		if again, _, _ := ran(t, append(args, "--format", "svg")...); again != picture {
			t.Errorf("%v: the picture is another one each time", args)
		}
	}
}

// A framework that has none of the usual questions still gets a map.
func TestOtherFrameworksGetAMapToo(t *testing.T) {
	f := &model.Framework{Questions: []model.Question{{ID: "one"}, {ID: "two"}, {ID: "three"}}}
	cmd := newWhatIf(&app{})
	x, y, err := (&whatIfOptions{axes: usualAxes}).questions(cmd, f)
	if x != "one" || y != "two" || err != nil {
		t.Errorf("%s by %s, %v", x, y, err)
	}
	if err := cmd.Flags().Set("map", usualAxes); err != nil {
		t.Fatal(err)
	}
	if _, _, err := (&whatIfOptions{axes: usualAxes}).questions(cmd, f); model.KindOf(err) != model.KindUsage {
		t.Errorf("asked for by name they must be there: %v", err)
	}
}

func TestAFileWinsOverASession(t *testing.T) {
	t.Chdir(t.TempDir())
	store := filepath.Join(t.TempDir(), "s.db")
	if _, stderr, code := ran(t, "sessions", "new", "--name", "acme", "--store", store); code != 0 {
		t.Fatal(stderr)
	}
	if _, stderr, code := ran(t, "sessions", "set", "acme", "seats=0", "technology=support", "--store", store); code != 0 {
		t.Fatal(stderr)
	}
	if got, stderr, _ := ran(t, "whatif", "acme", "--store", store); !strings.Contains(got, "for acme") || !strings.Contains(got, "Recommended: Virtual CIO") {
		t.Errorf("the session is not asked about: %s%s", got, stderr)
	}
	if err := os.WriteFile("acme", []byte("technology: product\nengineers: 60\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if got, stderr, _ := ran(t, "whatif", "acme", "--store", store); strings.Contains(got, "for acme") || !strings.Contains(got, "Leads so far: CTO only") {
		t.Errorf("the file is not read: %s%s", got, stderr)
	}
}
