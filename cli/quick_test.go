package cli

import (
	"fmt"
	"strings"
	"testing"

	"remit/advisor"
	"remit/model"
)

// shop is a company for which few questions settle the matter.
func shop() model.Answers {
	return model.Answers{
		"technology": model.Choose("support"), "headcount": model.Count(12), "regulation": model.Choose("light"),
		"strategy": model.Choose("cost"), "custom_software": model.Choose("none"), "engineers": model.Count(0),
		"priority": model.Choose("efficiency"), "audience": model.Choose("internal"), "it_staff": model.Count(0),
		"estate": model.Choose("simple"), "outsourcing": model.Choose("most"), "change": model.Choose("steady"),
		"incumbent": model.Choose("nobody"), "seats": model.Count(0), "versatile_leader": model.Choose("no"),
		"friction": model.Choose("low"),
	}
}

// replies are what the shop would type in a quick check, until it is decided.
func replies(t *testing.T, e *advisor.Engine) []string {
	t.Helper()
	said := model.Answers{}
	var lines []string
	for {
		next := e.Next(said)
		if next.Decided {
			return lines
		}
		answer, ok := shop()[next.Question]
		if !ok {
			t.Fatalf("the shop has no answer to %q", next.Question)
		}
		said[next.Question] = answer
		lines = append(lines, answer.String())
	}
}

func TestAQuickCheckStopsWhenDecidedAndCanGrow(t *testing.T) {
	e := advisor.Builtin()
	lines := replies(t, e)
	total := len(e.Framework().Questions)
	if len(lines) >= total {
		t.Fatalf("the shop is asked all %d questions: the test needs a clearer case", total)
	}
	env, stdout, stderr := world(t, strings.Join(lines, "\n")+"\nyes\nquit\n", "quick", "--plain", "--name", "Shop")
	if code := Main(t.Context(), env); code != 0 {
		t.Fatalf("exit code %d: %s", code, stderr)
	}
	for _, want := range []string{
		fmt.Sprintf("Decided after %d questions. No answer to the other %d questions can change it.", len(lines), total-len(lines)),
		"Recommended now: " + e.Framework().Structure(e.Advise(shop(), 0).Recommendation).Title,
		"Go on with the full interview",
		fmt.Sprintf("Everything is saved in session \"Shop\": %d of %d answered", len(lines), total),
	} {
		if !strings.Contains(stdout.String(), want) {
			t.Errorf("%q is not said in\n%s", want, stdout)
		}
	}
	if asked := strings.Count(stdout.String(), "\nQuestion: "); asked != len(lines) {
		t.Errorf("%d questions were asked, want %d", asked, len(lines))
	}
	if grown := strings.Count(stdout.String(), fmt.Sprintf("of %d. ", total)); grown != 1 {
		t.Errorf("%d questions of the full interview were asked, want the first one", grown)
	}
}
