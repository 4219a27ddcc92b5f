package tui

import (
	"context"
	"errors"

	"remit/model"
)

// broken is a store that cannot be read or written, as after the disk was taken
// away.
type broken struct{ model.Sessions }

func brokenError() error {
	return &model.Error{
		Kind: model.KindIO,
		What: "read the sessions",
		Lost: "Nothing is lost.",
		Cure: "Put the disk back and try again.",
		Err:  errors.New("no such device"),
	}
}

func (broken) List(context.Context, model.Query) (model.Page, error) {
	return model.Page{}, brokenError()
}

func (broken) Create(context.Context, model.Event, ...model.Event) (model.Session, error) {
	return model.Session{}, brokenError()
}

func (broken) Append(context.Context, string, ...model.Event) (model.Session, error) {
	return model.Session{}, brokenError()
}

func (broken) AppendAt(context.Context, string, uint64, ...model.Event) (model.Session, error) {
	return model.Session{}, brokenError()
}

func (broken) Find(context.Context, string) (model.Session, error) {
	return model.Session{}, brokenError()
}

func (broken) Get(context.Context, string) (model.Session, error) {
	return model.Session{}, brokenError()
}

func (broken) History(context.Context, string) ([]model.Event, error) {
	return nil, brokenError()
}
