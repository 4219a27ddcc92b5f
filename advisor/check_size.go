package advisor

import "errors"

// checkSize wants a framework that answers while a person waits: see tangle.go. It
// looks at one without other faults, for an engine stands on all of it.
func (in *loading) checkSize() {
	if in.said.count() > 0 {
		return
	}
	_, err := New(in.f)
	if x, ok := errors.AsType[*excess](err); ok {
		in.said.add(in.places[x.noun][x.id], x.fault.What, x.fault.Cure)
	}
}
