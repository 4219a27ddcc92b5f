package advisor

import (
	"context"
	"fmt"
	"math/big"

	"remit/model"
)

// maxCountBits is how many bits a Count has.
const maxCountBits = 128

// countable refuses what is more than a Count can hold.
func (e *Engine) countable(open []bool) error {
	size := big.NewInt(1)
	for q := range e.domains {
		if open[q] {
			size.Mul(size, big.NewInt(int64(e.domains[q].classes())))
		}
	}
	if size.BitLen() <= maxCountBits {
		return nil
	}
	return &model.Error{Kind: model.KindLaw,
		What: fmt.Sprintf("there are about 10^%d ways to answer the questions, and up to 10^38 can be counted", len(size.String())-1),
		Lost: "Nothing was proven. Nothing is wrong with advice under this framework.",
		Cure: "Take questions out, or options."}
}

// mostSums is how many different sums a worker may have at a time; the memory is a
// quarter of a GiB.
const mostSums = 1 << 21

// stopped reports whether to count no further: nobody waits any more, or there are too
// many sums. The counts are then of no use.
func (c *counter) stopped() bool {
	switch {
	case c.err != nil:
	case c.ctx.Err() != nil:
		c.err = context.Cause(c.ctx)
	case len(c.next.list) > mostSums:
		c.err = &model.Error{Kind: model.KindLaw,
			What: "gave up counting: the answers add up in too many different ways",
			Lost: "Nothing was proven. Nothing is wrong with advice under this framework.",
			Cure: "Give smaller points, or ask fewer questions."}
	}
	return c.err != nil
}
