package advisor

import (
	"context"
	"fmt"

	"remit/model"
)

// verifying is one verification: it stops when the caller stops it, and gives up on a
// claim that takes too much work, which a framework can ask for that joins its
// questions far more than the built-in one does. After that nothing it says counts.
type verifying struct {
	*Engine
	ctx   context.Context
	left  int    // work that the claim at hand may still take
	about string // the claim at hand, for the complaint
	done  string // what was proven before
	err   error
}

// The work that verification may take, counted so that a framework is proven on every
// machine or on none. The built-in one takes less than a thousandth of it.
const (
	claimWork  = 200_000_000   // for one search: some seconds
	trialsWork = 1_000_000_000 // for all sheets that are tried out at first
)

// claim begins the proof of a claim, which may take its work.
func (v *verifying) claim(format string, about ...any) {
	v.about, v.left = fmt.Sprintf(format, about...), claimWork
}

// spend takes a little work, and reports whether to go on.
func (v *verifying) spend(work int) bool {
	if v.err != nil {
		return false
	}
	if v.ctx.Err() != nil {
		v.err = context.Cause(v.ctx)
		return false
	}
	if v.left -= work; v.left >= 0 {
		return true
	}
	v.err = &model.Error{Kind: model.KindLaw,
		What: fmt.Sprintf("gave up the proof: the rules join too many questions to settle %s", v.about),
		Lost: "Proven before that: " + v.done + ". Nothing is wrong with advice under this framework.",
		Cure: "Ask about fewer questions at once in a rule, above all in those that join questions which nothing else joins.",
	}
	return false
}
