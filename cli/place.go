package cli

import (
	"errors"
	"os"
	"path/filepath"

	"github.com/adrg/xdg"

	"remit/model"
)

// places gives the base directories for data, state and settings of this process, by
// the XDG rules on Linux and by the customs of other systems there. They are empty
// where nothing names them: the library would then write below the root directory.
func places() (data, state, config string) {
	data, state, config = xdg.DataHome, xdg.StateHome, xdg.ConfigHome
	if _, err := os.UserHomeDir(); err != nil {
		for name, place := range map[string]*string{"XDG_DATA_HOME": &data, "XDG_STATE_HOME": &state, "XDG_CONFIG_HOME": &config} {
			if !filepath.IsAbs(os.Getenv(name)) {
				*place = ""
			}
		}
	}
	return data, state, config
}

// errNoHome is why no place can be named.
var errNoHome = errors.New("HOME is not set")

// storePath is the file that keeps the sessions.
func (a *app) storePath() (string, error) {
	switch {
	case a.store != "":
		return a.store, nil
	case a.env.DataHome == "":
		return "", &model.Error{Kind: model.KindUsage, What: "find a place for the sessions", Err: errNoHome,
			Lost: "Nothing was read or written.",
			Cure: "Set HOME, or name a file with --store or REMIT_STORE."}
	}
	return filepath.Join(a.env.DataHome, "remit", "sessions.db"), nil
}

// stateDir is where logs go.
func (a *app) stateDir() (string, error) {
	if a.env.StateHome == "" {
		return "", errNoHome
	}
	return filepath.Join(a.env.StateHome, "remit"), nil
}

// settingsPath is the file that keeps what was set for good; "" where there is no
// place for it.
func (a *app) settingsPath() string {
	if a.env.ConfigHome == "" {
		return ""
	}
	return filepath.Join(a.env.ConfigHome, "remit", "settings.yaml")
}
