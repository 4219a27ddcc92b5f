package cli

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"io"

	"remit/advisor"
	"remit/model"
	"remit/report"
)

// A batch is cut into chunks of lines, which go through the pool.

const (
	maxLine    = 1 << 20  // bytes of one line
	chunkBytes = 32 << 10 // a chunk is full when it has so many bytes of input,
	chunkLines = 128      // or so many lines
	keptBytes  = 4 << 20  // a buffer that has grown beyond this is not used again
)

// batchJob is a batch on its way.
type batchJob struct {
	engine *advisor.Engine
	enc    *report.Encoder
	flips  int
}

// chunk is some lines of input and the lines of output for them.
type chunk struct {
	text  []byte
	lines []batchLine
	out   []byte
	bad   []badLine
	good  int
}

// batchLine is where a line stands in its chunk.
type batchLine struct {
	number   int // counted from 1
	from, to int
	tooLong  bool // then the text was not kept
}

type badLine struct {
	number int
	what   string
}

func (c *chunk) reset() {
	c.text, c.lines, c.out, c.bad, c.good = c.text[:0], c.lines[:0], c.out[:0], c.bad[:0], 0
	if cap(c.text) > keptBytes {
		c.text = nil
	}
	if cap(c.out) > keptBytes {
		c.out = nil
	}
}

// run judges every line of in and hands the chunks to write, in order; see inOrder.
func (b *batchJob) run(ctx context.Context, in *bufio.Reader, write func(*chunk) error) error {
	number := 0
	return inOrder(ctx, func(c *chunk) error { return c.fill(in, &number) }, b.judge, write)
}

// judge makes a worker that answers chunks.
func (b *batchJob) judge() func(*chunk) {
	p, m := newLineParser(b.engine.Framework()), newMemo(b.engine.Framework())
	var advice model.Advice // written over by each line
	return func(c *chunk) { b.answer(p, m, &advice, c) }
}

func (b *batchJob) answer(p *lineParser, m *memo, advice *model.Advice, c *chunk) {
	for _, l := range c.lines {
		what := "the line is longer than 1 MiB"
		if !l.tooLong {
			what = p.parse(c.text[l.from:l.to])
		}
		if what != "" {
			id := p.id
			if l.tooLong {
				id = nil
			}
			c.out = report.AppendBad(c.out, l.number, id, what)
			c.bad = append(c.bad, badLine{l.number, what})
			continue
		}
		c.good++
		c.out = report.AppendLineHead(c.out, p.id)
		if tail := m.recall(p.answers); tail != nil {
			c.out = append(c.out, tail...)
			continue
		}
		b.engine.Brief(advice, p.answers, b.flips) // a line has no bars
		from := len(c.out)
		c.out = b.enc.AppendLineTail(c.out, advice)
		m.keep(c.out[from:])
	}
}

// fill takes the next lines of in, of which number counts them. A chunk is done when it
// is full, and when the next line would have to be waited for: whoever writes the lines
// by hand sees each answer at once.
func (c *chunk) fill(in *bufio.Reader, number *int) error {
	c.reset()
	for {
		*number++
		err := c.readLine(in, *number)
		full := len(c.text) >= chunkBytes || len(c.lines) >= chunkLines || !ready(in)
		if err != nil || full && len(c.lines) > 0 {
			return err
		}
	}
}

// ready reports whether the next line can be read without waiting.
func ready(in *bufio.Reader) bool {
	next, _ := in.Peek(in.Buffered()) // cannot fail: it asks for what is there
	return bytes.IndexByte(next, '\n') >= 0
}

// readLine adds one line to the chunk, unless it is blank or was not read whole.
func (c *chunk) readLine(in *bufio.Reader, number int) error {
	l := batchLine{number: number, from: len(c.text)}
	for {
		part, err := in.ReadSlice('\n')
		if number == 1 && l.from == len(c.text) {
			part = bytes.TrimPrefix(part, []byte("\ufeff"))
		}
		if !l.tooLong {
			c.text = append(c.text, part...)
			if len(c.text)-l.from > maxLine+len("\r\n") {
				l.tooLong, c.text = true, c.text[:l.from]
			}
		}
		if errors.Is(err, bufio.ErrBufferFull) {
			continue
		}
		l.to = len(c.text)
		whole := err == nil || errors.Is(err, io.EOF)
		if whole && (l.tooLong || len(bytes.TrimSpace(c.text[l.from:l.to])) > 0) {
			c.lines = append(c.lines, l)
		} else {
			c.text = c.text[:l.from]
		}
		return err
	}
}
