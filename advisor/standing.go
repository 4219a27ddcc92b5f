package advisor

import "remit/model"

// ClearMargin is the lead in points from which a recommendation can be clear;
// OpenMargin is the lead below which it is open. One strong rule is worth 3 to 5
// points, so a clear lead survives the loss of any single middling reason, and an
// open one hangs on a nudge.
const (
	ClearMargin = 4
	OpenMargin  = 2
)

// standing is the one definition of clear, leaning and open:
//
//   - open: the lead is under OpenMargin points, or nothing has been answered;
//   - clear: the lead is ClearMargin points or more, the recommendation stands however
//     each rule's weight is off by up to a quarter (steady), and no answer to a single
//     question that has none yet could turn it (turnable);
//   - leaning: everything between.
func standing(margin int, steady, turnable, answered bool) model.Standing {
	switch {
	case margin < OpenMargin || !answered:
		return model.Open
	case margin >= ClearMargin && steady && !turnable:
		return model.Clear
	}
	return model.Leaning
}
