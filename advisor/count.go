package advisor

import (
	"math/big"
	"math/bits"
)

// Count is a number of sheets, exact up to 2^128; questions are few enough.
type Count struct{ hi, lo uint64 }

var one = Count{lo: 1}

func (c Count) plus(d Count) Count {
	lo, carry := bits.Add64(c.lo, d.lo, 0)
	hi, _ := bits.Add64(c.hi, d.hi, carry)
	return Count{hi, lo}
}

func (c Count) times(n uint64) Count {
	hi, lo := bits.Mul64(c.lo, n)
	return Count{hi + c.hi*n, lo}
}

func (c Count) product(d Count) Count {
	p := c.times(d.lo)
	p.hi += c.lo * d.hi
	return p
}

// Big gives the number for sums and shares.
func (c Count) Big() *big.Int {
	b := new(big.Int).SetUint64(c.hi)
	return b.Lsh(b, 64).Or(b, new(big.Int).SetUint64(c.lo))
}

// String writes it in digits.
func (c Count) String() string { return c.Big().String() }
