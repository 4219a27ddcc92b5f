package cli

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"remit/model"
)

// hostileTransfer is an exported session that somebody has written by hand: a text stands
// in every place for texts and another one in every place for ids, and it fits its events.
func hostileTransfer(t *testing.T, text, id string) []byte {
	t.Helper()
	moment := time.Date(2026, 11, 1, 12, 0, 0, 0, time.UTC)
	letter, answer := model.LetterA, model.Choose(id)
	events := []model.Event{
		{Kind: model.EventCreated, Name: text + "Evil", Client: text, Asked: text, SessionKind: model.Interview, Framework: &model.Ref{ID: text, Version: text, Hash: text}},
		{Kind: model.EventAnswered, Question: id, Answer: &answer},
		{Kind: model.EventNoted, Question: id, Text: text},
		{Kind: model.EventNoted, Question: "headcount", Text: text},
		{Kind: model.EventEdited, Activity: id, Role: id, Letter: &letter},
		{Kind: model.EventEdited, Activity: "product-technology", Role: "cfo", Letter: &letter},
		{Kind: model.EventMoved, Question: id},
	}
	for q, a := range sample() {
		events = append(events, model.Event{Kind: model.EventAnswered, Question: q, Answer: &a})
	}
	events = append(events, model.Event{Kind: model.EventRenamed, Name: text + "Evil", Client: text, Asked: text})
	for i := range events {
		events[i].Seq, events[i].At, events[i].By = uint64(i+1), moment.Add(time.Duration(i)*time.Minute), text
	}
	doc, err := json.Marshal(transferOf("01JBN3T5G0QQQQQQQQQQQQQQQQ", events))
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// A session that comes from a stranger is either refused or harmless: whatever a command
// shows of it commands no terminal, and nothing fails but in words.
func TestASessionOfAStrangerIsHarmless(t *testing.T) {
	const id = "01JBN3T5G0QQQQQQQQQQQQQQQQ"
	for i, text := range []string{
		"\x1b]0;owned\a\x1b[2J\u009b31m\u202e\u2066", "a\r\nb\tc\x00\x7f\b\u200b\ufeff\U000e0041", "<script>alert(1)</script>", `"]; click p0 | a * _ {x}`, "=cmd|'/c calc'!A1", "-rf",
	} {
		if testing.Short() && i > 0 {
			break
		}
		dir := t.TempDir()
		file, db := filepath.Join(dir, "evil.json"), filepath.Join(dir, "sessions.db")
		code := -1
		for _, as := range []string{text, "strange"} { // an id that cannot be one is refused
			if err := os.WriteFile(file, hostileTransfer(t, text, as), 0o600); err != nil {
				t.Fatal(err)
			}
			if code, _ = looksHarmless(t, "sessions", "import", file, "--store", db); code == 0 {
				break
			}
		}
		if code != 0 {
			t.Errorf("%q: the session is refused altogether", text)
			continue
		}
		shown := 0
		for _, args := range append(anonymousDocuments(), []string{"sessions", "list"}, []string{"sessions", "list", "--format", "json"},
			[]string{"sessions", "show"}, []string{"sessions", "show", "--format", "json"}, []string{"sessions", "history"}, []string{"sessions", "history", "--format", "json"},
			[]string{"sessions", "export"}, []string{"sessions", "compare", id}, []string{"whatif"}, []string{"whatif", "--format", "json"}, []string{"whatif", "--format", "svg"},
			[]string{"advise"}, []string{"advise", "--brief"}, []string{"advise", "--format", "markdown"}, []string{"advise", "--format", "json"}, []string{"next"}, []string{"next", "--format", "json"}) {
			if !slices.Contains(args, "list") {
				args = append(args, id)
			}
			code, out := looksHarmless(t, append(args, "--store", db)...)
			if code == 0 && strings.Contains(out, "Evil") {
				shown++
			}
		}
		if shown < 10 {
			t.Errorf("%q: only %d commands show the session", text, shown)
		}
	}
}

// A word of a closed list that is none of its words refuses the whole session: nobody would
// clean it later.
func TestAWordThatIsNoneRefusesASession(t *testing.T) {
	moment := time.Date(2026, 11, 1, 12, 0, 0, 0, time.UTC)
	odd := model.Letter("<b>")
	for what, e := range map[string]model.Event{
		"kind":     {Kind: "\x1b[31m"},
		"letter":   {Kind: model.EventEdited, Activity: "product-technology", Role: "cfo", Letter: &odd},
		"period":   {Kind: model.EventPriced, Role: "cto", Per: "=1+1", Amount: &model.Amount{Low: 1, High: 2, Currency: "EUR"}},
		"currency": {Kind: model.EventPriced, Role: "cto", Per: model.Month, Amount: &model.Amount{Low: 1, High: 2, Currency: "<b>\x1b[31m"}},
	} {
		events := []model.Event{{Kind: model.EventCreated, Name: "Acme", SessionKind: model.Interview}, e}
		for i := range events {
			events[i].Seq, events[i].At = uint64(i+1), moment
		}
		doc, err := json.Marshal(transferOf("01JBN3T5G0QQQQQQQQQQQQQQQQ", events))
		if err != nil {
			t.Fatal(err)
		}
		file := filepath.Join(t.TempDir(), "evil.json")
		if err := os.WriteFile(file, doc, 0o600); err != nil {
			t.Fatal(err)
		}
		if code, _ := looksHarmless(t, "sessions", "import", file); code != 65 && code != 78 {
			t.Errorf("%s: exit code %d", what, code)
		}
	}
}

// looksHarmless runs a command and looks at all that it says, except what is packed.
func looksHarmless(t *testing.T, args ...string) (code int, out string) {
	t.Helper()
	env, stdout, stderr := world(t, "", args...)
	code = Main(t.Context(), env)
	if code == 1 {
		t.Errorf("%v: %s", args, stderr)
	}
	for _, said := range [][]byte{stdout.Bytes(), stderr.Bytes()} {
		packed := bytes.HasPrefix(said, []byte("PK")) || bytes.HasPrefix(said, []byte("%PDF"))
		if clean := model.CleanLines(string(said)); !packed && clean != string(said) {
			t.Errorf("%.60q: something commands a terminal in %.300q", args, said)
		}
	}
	return code, stdout.String()
}
