package cli

import (
	"remit/advisor"
	"remit/model"
	"remit/store"
)

// engine is the judgement that this run uses, made when first asked for: that of
// the framework in the directory that --framework names, or the built-in one.
func (a *app) engine() (*advisor.Engine, error) {
	if a.engineMade == nil {
		made, err := loadFramework(a.framework)
		if err != nil {
			return nil, err
		}
		a.engineMade = made
	}
	return a.engineMade, nil
}

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
	return store.Open(path, store.Options{Now: a.env.Now, By: a.env.User, Program: "remit"})
}
