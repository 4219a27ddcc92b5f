package cli

import (
	"encoding/binary"

	"remit/model"
)

// Batches repeat themselves: portfolios hold many companies that answer alike, and
// sweeps vary one answer at a time. A memo keeps the output for the answer sheets
// that came last, so that a repeated one costs a copy.

const (
	memoBytes = 16 << 20 // of output kept by one worker
	memoLines = 4096     // sheets kept by one worker
)

// memo is not safe for use by several goroutines: each worker has its own.
type memo struct {
	questions []model.Question
	tails     map[string][]byte
	size      int
	key       []byte
}

func newMemo(f *model.Framework) *memo {
	return &memo{questions: f.Questions, tails: map[string][]byte{}}
}

// recall gives what keep was given for the same answers; nil if it is not there. It
// sets the key for the keep that follows.
func (m *memo) recall(as model.Answers) []byte {
	m.key = m.key[:0]
	for i := range m.questions {
		a := as[m.questions[i].ID]
		m.key = append(m.key, byte(a.Kind))
		switch a.Kind {
		case model.Number:
			m.key = binary.AppendVarint(m.key, int64(a.Number))
		case model.Option:
			m.key = append(append(m.key, a.Option...), 0)
		}
	}
	return m.tails[string(m.key)]
}

// keep remembers a copy of the output for the answers that recall was asked last.
// When the memo is full it forgets all: what comes often is soon there again.
func (m *memo) keep(tail []byte) {
	if m.size += len(tail); m.size > memoBytes || len(m.tails) >= memoLines {
		clear(m.tails)
		m.size = len(tail)
	}
	m.tails[string(m.key)] = append([]byte(nil), tail...)
}
