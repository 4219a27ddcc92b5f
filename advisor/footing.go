package advisor

import "remit/model"

// footing is how the structures stand to each other in a partial sum: their points,
// times perPoint, and on top what the order of ties is worth to each (handicaps), so
// that no two are ever level and the lowest bits tell who it is. Only differences
// count: level takes the same from all.
type footing [model.NumStructures]int32

const (
	perPoint = 8 // a power of two, and more than there are structures
	struck   = -1 << 29
	behind   = struck / 2 // below this a structure is struck out, whatever was added since
)

// footing gives an effect the form in which effects are added up.
func (e *effect) footing() (f footing) {
	for s, p := range e.points {
		f[s] = p * perPoint
		if e.excluded>>s&1 == 1 {
			f[s] = struck
		}
	}
	return f
}

// handicaps is what the order of ties is worth: most to the structure listed first.
func (e *Engine) handicaps() (f footing) {
	for s, place := range e.order {
		f[s] = int32(len(f)-1) - int32(place)
	}
	return f
}

func (f *footing) plus(g *footing) footing {
	return footing{f[0] + g[0], f[1] + g[1], f[2] + g[2], f[3] + g[3], f[4] + g[4]}
}

// level makes footings with the same differences equal.
func (f *footing) level() {
	top := max(f[0], f[1], f[2], f[3], f[4]) &^ (perPoint - 1)
	for s := range f {
		if f[s] < behind {
			f[s] = struck
		} else {
			f[s] -= top
		}
	}
}

func (f *footing) equals(g *footing) bool {
	return f[0] == g[0] && f[1] == g[1] && f[2] == g[2] && f[3] == g[3] && f[4] == g[4]
}

// hash mixes a footing; its upper bits are the good ones.
func (f *footing) hash() uint64 {
	a := uint64(uint32(f[0])) | uint64(uint32(f[1]))<<32
	b := uint64(uint32(f[2])) | uint64(uint32(f[3]))<<32
	h := a*0x9e3779b97f4a7c15 ^ (b+uint64(uint32(f[4]))<<17)*0xbf58476d1ce4e5b9
	return (h ^ h>>29) * 0x94d049bb133111eb
}
