package storetest

import (
	"fmt"
	"iter"
	"math/rand/v2"
	"time"

	"github.com/oklog/ulid/v2"

	"remit/model"
)

// Many makes n finished interviews of 40 answers and a few notes each, the same
// ones every time, for stores that can import many at once.
func Many(n int) iter.Seq2[string, []model.Event] {
	return func(yield func(string, []model.Event) bool) {
		random := rand.NewChaCha8([32]byte{1})
		at := time.Date(2025, 1, 1, 0, 0, 0, 0, time.UTC)
		for i := range n {
			at = at.Add(time.Minute)
			id := ulid.MustNew(ulid.Timestamp(at), random)
			if !yield(id.String(), interview(i, at)) {
				return
			}
		}
	}
}

func interview(i int, at time.Time) []model.Event {
	events := []model.Event{Created(fmt.Sprintf("Company %05d", i))}
	events[0].Client = fmt.Sprintf("Client %d", i%97)
	for q := range 40 {
		question := fmt.Sprintf("question_%02d", q)
		answer := model.Count(i + q)
		if q%4 != 0 {
			answer = model.Choose(fmt.Sprintf("option_%d", (i+q)%5))
		}
		events = append(events, Answered(question, answer))
		if q%13 == 0 {
			events = append(events, model.Event{Kind: model.EventNoted, Question: question, Text: "as the founders see it"})
		}
	}
	for n := range events {
		events[n].Seq, events[n].At = uint64(n)+1, at.Add(time.Duration(n)*time.Second)
	}
	return events
}
