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
	hits      int
	idle      bool // a whole memo full was never asked for again: this input does not repeat itself
}

func newMemo(f *model.Framework) *memo {
	return &memo{questions: f.Questions, tails: map[string][]byte{}}
}

// recall gives what keep was given for the same answers; nil if it is not there. It
// sets the key for the keep that follows.
func (m *memo) recall(as model.Answers) []byte {
	if m.idle {
		return nil
	}
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
	tail := m.tails[string(m.key)]
	if tail != nil {
		m.hits++
	}
	return tail
}

// keep remembers a copy of the output for the answers that recall was asked last.
// When the memo is full it forgets all: what comes often is soon there again.
func (m *memo) keep(tail []byte) {
	if m.idle {
		return
	}
	if m.size += len(tail); m.size > memoBytes || len(m.tails) >= memoLines {
		clear(m.tails)
		m.size = len(tail)
		if m.idle, m.hits = m.hits == 0, 0; m.idle {
			m.tails, m.size = nil, 0
			return
		}
	}
	m.tails[string(m.key)] = append([]byte(nil), tail...)
}
