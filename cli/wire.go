package cli

import (
	"remit/model"
	"remit/store"
)

// sessions is where this run keeps sessions, named when first asked for.
func (a *app) sessions() (model.Sessions, error) {
	if a.keeperMade != nil {
		return a.keeperMade, nil
	}
	keep, err := a.bolt()
	if err != nil {
		return nil, err
	}
	a.keeperMade = keep
	return keep, nil
}

// bolt is the store on disk. The disk is touched only by what is then done with
// it.
func (a *app) bolt() (*store.Bolt, error) {
	path, err := a.storePath()
	if err != nil {
		return nil, err
	}
	refuge, err := a.stateDir()
	if err != nil {
		refuge = "" // then there is no place for a copy
	}
	return store.Open(path, store.Options{Now: a.env.Now, By: a.env.User, Program: "remit", Refuge: refuge})
}
