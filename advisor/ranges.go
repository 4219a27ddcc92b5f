package advisor

import "remit/model"

// pointRange gives the least and the greatest points that a structure can have over all
// completions of the node. It is exact: see unravel.go.
func (n *node) pointRange(s model.Structure) (low, high int) {
	most, _ := n.unravel(func(e *effect) int64 { return int64(e.points[s]) })
	least, _ := n.unravel(func(e *effect) int64 { return -int64(e.points[s]) })
	return -int(least), int(most)
}
