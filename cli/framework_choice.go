package cli

import (
	"fmt"
	"strings"

	"remit/advisor"
	"remit/model"
)

// Which framework is used, and why that one.

// chooser is who says which framework is used.
type chooser string

// The choosers, the strongest first.
const (
	byFlag     chooser = "flag"
	byVariable chooser = "variable"
	bySetting  chooser = "setting"
	byNobody   chooser = "builtin"
)

// choice is a framework that was chosen.
type choice struct {
	dir  string // "" for the built-in one
	by   chooser
	file string // the settings, with bySetting
}

// choice gives the framework to use. The settings are read only if nothing stronger
// speaks.
func (a *app) choice() (choice, error) {
	c := choice{dir: a.framework, by: byVariable}
	switch {
	case a.framework != "" && a.flagged:
		c.by = byFlag
	case a.framework == "":
		said, err := readSettings(a.settingsPath())
		if err != nil {
			return c, err
		}
		c = choice{said.Framework, bySetting, a.settingsPath()}
		if said.Framework == "" {
			c = choice{by: byNobody}
		}
	}
	if c.dir == builtin {
		c.dir = ""
	}
	return c, nil
}

// why says who has chosen, as the rest of a sentence.
func (c choice) why() string {
	switch c.by {
	case byFlag:
		return "--framework says so"
	case byVariable:
		return "the variable REMIT_FRAMEWORK says so"
	case bySetting:
		return "it is set in " + c.file
	}
	return "nothing else is chosen"
}

// notice says which framework is used and why, if it is not the built-in one; ""
// else. It is not cleaned.
func (c choice) notice(f *model.Framework) string {
	if c.dir == "" {
		return ""
	}
	return fmt.Sprintf("In use: %s %s from %s, because %s.", f.ID, f.Version, c.dir, c.why())
}

// blame tells who chose a framework that cannot be used, where it was not the
// command line.
func (c choice) blame(err error) error {
	if err == nil || c.by != bySetting {
		return err
	}
	cure := fmt.Sprintf("%s names this framework. Mend it or put it back, or choose another: remit framework use DIR. The built-in one: remit framework use builtin", c.file)
	with := func(e *model.Error) *model.Error {
		told := *e
		if told.Kind == model.KindNotFound {
			told.Cure = inUse // what it asks for, a directory, has been given
		}
		told.Cure = strings.TrimSpace(told.Cure + "\n" + cure)
		return &told
	}
	switch e := err.(type) {
	case model.Faults:
		all := append(model.Faults{}, e...)
		all[len(all)-1] = with(all[len(all)-1])
		return all
	case *model.Error:
		return with(e)
	}
	return err
}

// engine is the judgement that this run uses, made when first asked for.
func (a *app) engine() (*advisor.Engine, error) {
	if a.engineMade == nil {
		c, err := a.choice()
		if err != nil {
			return nil, err
		}
		made, err := loadFramework(c.dir)
		if err != nil {
			return nil, c.blame(err)
		}
		a.engineMade = made
	}
	return a.engineMade, nil
}

// engineToLook is engine for commands that look at something or carry it. A setting
// that has gone bad must not stand between people and what they have kept: then the
// built-in framework speaks, and a complaint says so. Commands that write what
// somebody says ask engine: it must not be judged by other rules than was meant.
func (a *app) engineToLook() (*advisor.Engine, error) {
	if a.instead != nil {
		return a.instead, nil
	}
	engine, err := a.engine()
	if err == nil || a.framework != "" {
		return engine, err
	}
	complain(a.err, err)
	fmt.Fprintln(a.err, "remit: until then, the built-in framework judges what is shown here")
	a.instead = advisor.Builtin()
	return a.instead, nil
}

// engineToTalk is engine for the terminal app, and what is to be said about the
// framework that is in use. A setting that has gone bad must not lock people out of the
// app either: then the built-in framework judges for the rest of this run, and unusable
// says why, for the app to show. What was named for this very run is refused.
func (a *app) engineToTalk() (engine *advisor.Engine, inUse string, err error) {
	engine, err = a.engine()
	if err != nil && a.framework == "" {
		a.unusable, err = err, nil
		engine = advisor.Builtin()
		a.engineMade = engine
	}
	if err != nil || a.unusable != nil {
		return engine, "", err
	}
	chosen, err := a.choice()
	return engine, chosen.notice(engine.Framework()), err
}
