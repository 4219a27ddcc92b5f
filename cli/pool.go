package cli

import (
	"context"
	"errors"
	"io"
	"runtime"
	"runtime/debug"

	"remit/model"
)

// Long work is cut into pieces. One goroutine fills them, one on each core works on
// them, and the caller gets them back in the order in which they were filled. There is
// a fixed number of pieces that go round: that bounds the memory, and a slow reader of
// the output slows the reading of the input.

// piece is some work on its way.
type piece[T any] struct {
	of    T
	crash error // a *model.Panic, if the worker panicked
	done  chan struct{}
}

// inOrder has fill put work into pieces, one after the other, hands each to one of the
// workers, of which worker makes one for each core, and gives them to write in order. A
// piece is used again: fill finds in it what was there. With io.EOF fill says that this
// was the last one; another error ends the work behind what was filled. It stops at the
// first error of write, when ctx ends, and with a *model.Panic if there is a bug in
// what a worker does.
func inOrder[T any](ctx context.Context, fill func(*T) error, worker func() func(*T), write func(*T) error) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	workers := runtime.GOMAXPROCS(0)
	round := 2*workers + 2
	free, work, order := make(chan *piece[T], round), make(chan *piece[T], round), make(chan *piece[T], round)
	for range round {
		free <- &piece[T]{done: make(chan struct{}, 1)}
	}
	for range workers {
		go func() {
			do := worker()
			for p := range work {
				p.run(do)
			}
		}()
	}
	var unread error
	go func() {
		unread = feed(ctx, fill, free, func(p *piece[T]) { order <- p; work <- p })
		close(order)
		close(work)
	}()
	for p := range order {
		<-p.done
		if p.crash != nil {
			return p.crash
		}
		if err := write(&p.of); err != nil {
			return err
		}
		free <- p
	}
	return unread
}

// feed fills pieces until there is no more work.
func feed[T any](ctx context.Context, fill func(*T) error, free <-chan *piece[T], send func(*piece[T])) error {
	for {
		var p *piece[T]
		select {
		case p = <-free:
		case <-ctx.Done():
			return context.Cause(ctx)
		}
		err := fill(&p.of)
		send(p)
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return err
		}
	}
}

func (p *piece[T]) run(do func(*T)) {
	defer func() {
		if thrown := recover(); thrown != nil {
			p.crash = &model.Panic{Thrown: thrown, Stack: debug.Stack()}
		}
		p.done <- struct{}{}
	}()
	do(&p.of)
}
