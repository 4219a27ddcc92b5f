package cli

import (
	"testing"

	"remit/advisor"
	"remit/model"
)

// Answers that differ in anything must not share output: not a number and an
// option, not the three non-answers, not the same word at another question.
func TestTheMemoTellsAnswersApart(t *testing.T) {
	m := newMemo(advisor.Builtin().Framework())
	sheets := []model.Answers{
		{},
		{"headcount": model.Count(1)},
		{"headcount": model.Count(128)},
		{"engineers": model.Count(1)},
		{"headcount": model.Say("unsure")},
		{"headcount": model.Say("n/a")},
		{"headcount": model.Say("later")},
		{"custom_software": model.Choose("none")},
		{"outsourcing": model.Choose("none")},
		{"priority": model.Choose("both"), "audience": model.Choose("internal")},
		{"priority": model.Choose("both"), "incumbent": model.Choose("both")},
	}
	for i, as := range sheets {
		if m.recall(as) != nil {
			t.Errorf("%v is taken for another sheet", as)
		}
		m.keep([]byte{byte(i)})
	}
	for i, as := range sheets {
		if got := m.recall(as); len(got) != 1 || got[0] != byte(i) {
			t.Errorf("%v gives %v, want %d", as, got, i)
		}
	}
}

func TestTheMemoIsBounded(t *testing.T) {
	m := newMemo(advisor.Builtin().Framework())
	tail := make([]byte, memoBytes/3)
	for n := range 10 {
		m.recall(model.Answers{"headcount": model.Count(n)})
		m.keep(tail)
		m.recall(model.Answers{"headcount": model.Count(n)}) // or it gives up
		held := 0
		for _, kept := range m.tails {
			held += len(kept)
		}
		if held > memoBytes || held != m.size {
			t.Fatalf("holds %d bytes and counts %d, want at most %d", held, m.size, memoBytes)
		}
	}
}
