package advisor

import "math/bits"

// sum is a footing, and how many sheets come to it.
type sum struct {
	at    footing
	count Count
}

// sums holds one sum for each footing: a list in the order of arrival, and an index
// into it by hash. Emptied, it keeps its memory for the next use, which is what it has
// over a map.
type sums struct {
	list  []sum
	index []int32 // place in list, plus one; 0 is free
	shift int
}

func (t *sums) empty() {
	t.list = t.list[:0]
	clear(t.index)
}

// add counts sheets that come to a footing.
func (t *sums) add(at *footing, count Count) {
	if 2*len(t.list) >= len(t.index) {
		t.grow()
	}
	mask := len(t.index) - 1
	for i := int(at.hash() >> t.shift); ; i++ {
		place := &t.index[i&mask]
		if *place == 0 {
			t.list = append(t.list, sum{*at, count})
			*place = int32(len(t.list))
			return
		}
		if have := &t.list[*place-1]; have.at.equals(at) {
			have.count = have.count.plus(count)
			return
		}
	}
}

func (t *sums) grow() {
	const least = 64
	size := max(2*len(t.index), least)
	t.index, t.shift = make([]int32, size), 64-bits.TrailingZeros(uint(size))
	for k := range t.list {
		i := int(t.list[k].at.hash() >> t.shift)
		for t.index[i&(size-1)] != 0 {
			i++
		}
		t.index[i&(size-1)] = int32(k + 1)
	}
}
