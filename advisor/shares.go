package advisor

import (
	"context"
	"math/big"
	"slices"
	"strconv"

	"remit/model"
)

// Shares counts the completions of partial answers by the structure that each of
// them recommends, exactly. A completion gives every open question (nothing said,
// unsure, later) one of its classes, or leaves it silent; see Outlook, which tells
// only whether there is any. A structure's count is 0 if and only if it is not
// possible any more.
//
// These are ways to answer, not chances: nobody says that all ways are as likely, and
// a range of numbers between two that matter is one way, however wide.
//
// Only answers that narrow make counting quick: with none it takes as long as Count,
// with four a few milliseconds. It ends early with ctx's error.
func (e *Engine) Shares(ctx context.Context, as model.Answers) (Counts, error) {
	s, open := make(sheet, len(e.domains)), make([]bool, len(e.domains))
	e.read(as, s, open)
	return e.countFrom(ctx, s, open, nil)
}

// Percent writes how much of all that was counted leads to a structure, in at most
// four cells: "62%". The figures of all structures add up to 100, so that one is at
// times rounded away from the nearest, by less than 1. What is not nothing is never
// written as 0 but as "<1%", and what is not all never as 100 but as ">99%"; these two
// stand for 0 and 100 in the sum.
func (c Counts) Percent(s model.Structure) string {
	switch n := c.hundredths()[s]; {
	case c[s] != Count{} && n == 0:
		return "<1%"
	case c[s] != c.Total() && n == 100:
		return ">99%"
	default:
		return strconv.Itoa(n) + "%"
	}
}

// InWords says how much of all that was counted leads to a structure, as ways among a
// hundred, or among a thousand where they are few: "62 of 100 ways". It is the same
// number as that of Percent.
func (c Counts) InWords(s model.Structure) string {
	part, all := c[s], c.Total()
	hundred, thousand := c.hundredths()[s], rounded(part, all, 1000)
	switch {
	case part == Count{}:
		return "no way"
	case part == all:
		return "every way"
	case thousand == 0:
		return "fewer than 1 of 1,000 ways"
	case thousand < 10 || hundred == 0:
		return strconv.Itoa(thousand) + " of 1,000 ways"
	case hundred == 100:
		return "more than 99 of 100 ways"
	}
	return strconv.Itoa(hundred) + " of 100 ways"
}

// hundredths shares 100 out among the structures: to each the whole hundredths that it
// has, and one more to those that miss the least to the next, the first in order where
// they miss as much. All are 0 where nothing was counted.
func (c Counts) hundredths() (list [model.NumStructures]int) {
	all := c.Total().Big()
	if all.Sign() == 0 {
		return list
	}
	var rests [model.NumStructures]*big.Int
	left := 100
	for s, part := range c {
		whole, rest := new(big.Int).Mul(part.Big(), big.NewInt(100)), new(big.Int)
		whole.QuoRem(whole, all, rest)
		list[s], rests[s] = int(whole.Int64()), rest
		left -= list[s]
	}
	order := model.Structures()
	slices.SortStableFunc(order, func(a, b model.Structure) int { return rests[b].Cmp(rests[a]) })
	for _, s := range order[:left] {
		list[s]++
	}
	return list
}

// rounded gives part of all as a number of so many, to the nearest; 0 of nothing.
func rounded(part, all Count, of int64) int {
	whole := all.Big()
	if whole.Sign() == 0 {
		return 0
	}
	n := new(big.Int).Mul(part.Big(), big.NewInt(2*of))
	n.Add(n, whole).Quo(n, whole.Lsh(whole, 1))
	return int(n.Int64())
}
