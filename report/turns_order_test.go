package report

import (
	"slices"
	"testing"

	"remit/model"
)

// Whoever reads what would change the advice reads first of what is nearest.
func TestTheNearestStructureComesFirst(t *testing.T) {
	way := func(to model.Structure, effort, changes int) model.Turn {
		return model.Turn{To: to, Effort: effort, Changes: make([]model.Widened, changes)}
	}
	turns := []model.Turn{ // for each structure the cheapest first, as the engine has them
		way(model.CIO, 4, 2), way(model.CIO, 9, 3),
		way(model.CTO, 4, 1), way(model.CTO, 12, 3),
		way(model.Hybrid, 2, 1),
	}
	if got, want := Nearest(turns), []model.Structure{model.Hybrid, model.CTO, model.CIO}; !slices.Equal(got, want) {
		t.Errorf("in the order %v, want %v", got, want)
	}
	if got := Nearest(nil); len(got) != 0 {
		t.Errorf("of no turns %v", got)
	}
}
