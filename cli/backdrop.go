package cli

import (
	"strings"

	"remit/model"
	"remit/tui"
)

// backdrop says on what the app draws: as the variable REMIT_THEME names it, else as the
// terminal itself tells. To those that do not answer when they are asked, many leave the
// number of their background at the end of COLORFGBG, as in "0;15".
func (a *app) backdrop() (tui.Backdrop, error) {
	switch named := strings.ToLower(strings.TrimSpace(a.env.Getenv("REMIT_THEME"))); named {
	case "", "auto":
	case "light":
		return tui.Light, nil
	case "dark":
		return tui.Dark, nil
	default:
		return tui.MaybeDark, &model.Error{Kind: model.KindUsage, What: "REMIT_THEME is " + model.Quote(named) + ", which is no theme",
			Cure: "Set it to light, dark or auto."}
	}
	const white, brightWhite = "7", "15"
	fields := strings.Split(a.env.Getenv("COLORFGBG"), ";")
	if last := fields[len(fields)-1]; last == white || last == brightWhite {
		return tui.MaybeLight, nil
	}
	return tui.MaybeDark, nil
}
