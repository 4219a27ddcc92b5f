package cli

import (
	"remit/advisor"
	"remit/model"
	"remit/store"
)

// engine is the judgement that this run uses, made when first asked for.
func (a *app) engine() (*advisor.Engine, error) {
	if a.engineMade == nil {
		a.engineMade = advisor.Builtin()
	}
	return a.engineMade, nil
}

// sessions is the store that this run uses, named when first asked for. The disk
// is touched only by what is then done with it.
func (a *app) sessions() (model.Sessions, error) {
	if a.keeperMade != nil {
		return a.keeperMade, nil
	}
	path, err := a.storePath()
	if err != nil {
		return nil, err
	}
	keep, err := store.Open(path, store.Options{Now: a.env.Now, By: a.env.User, Program: "remit"})
	if err != nil {
		return nil, err
	}
	a.keeperMade = keep
	return keep, nil
}
