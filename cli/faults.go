package cli

import "remit/model"

// toldFaults is how many faults of one input are told. Who has more has made the
// same mistake many times, or has given the wrong file.
const toldFaults = 20

// faultList collects what is wrong with one input. The zero value is ready.
type faultList struct {
	told   model.Faults
	more   int  // those that are only counted
	listed bool // the questions there are have been named
}

func (l *faultList) add(e *model.Error) {
	if len(l.told) == toldFaults {
		l.more++
		return
	}
	l.told = append(l.told, e)
}

// unknown words that there is no such question. The first one names those there
// are.
func (l *faultList) unknown(f *model.Framework, id string) *model.Error {
	if len(l.told) == toldFaults {
		return &model.Error{} // it is only counted, and looking for the nearest word costs
	}
	e := unknownQuestion(f, id, l.listed)
	l.listed = true
	return e
}

// err gives all of it as model.Faults, nil if nothing is wrong.
func (l *faultList) err() error {
	switch {
	case len(l.told) == 0:
		return nil
	case l.more == 0:
		return l.told
	}
	return append(l.told, &model.Error{Kind: l.told[0].Kind, What: "and " + counted(l.more, "more fault")})
}
