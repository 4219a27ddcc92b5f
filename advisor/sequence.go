package advisor

// sequence is a fixed sequence of numbers that look random (splitmix64): the same in
// every process and for ever, as the advice must be.
type sequence uint64

func (r *sequence) next() uint64 {
	*r += 0x9e3779b97f4a7c15
	z := uint64(*r)
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

func (r *sequence) below(n int) int { return int(r.next() % uint64(n)) }
