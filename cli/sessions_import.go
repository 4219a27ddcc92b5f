package cli

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"

	"github.com/spf13/cobra"

	"remit/model"
	"remit/store"
)

// newSessionsImport is remit sessions import.
func newSessionsImport(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "import FILE|-",
		Short: "Read a session that export wrote; reading it twice adds it once",
		Args:  arguments(1, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			doc, err := a.readTransfer(args[0])
			if err != nil {
				return err
			}
			engine, err := a.engineToLook()
			if err != nil {
				return err
			}
			keep, err := a.sessions()
			if err != nil {
				return err
			}
			_, unknown := keep.Get(cmd.Context(), doc.ID)
			s, err := keep.Import(cmd.Context(), doc.ID, doc.Events)
			if refused, ok := errors.AsType[*store.Refused](err); ok {
				return refusedIn(inputName(args[0]), refused)
			}
			if err != nil {
				return err
			}
			a.kept = fmt.Sprintf("Session %s (%s) is imported.", inQuotes(s.Name), s.ID)
			done := "Imported"
			if unknown == nil {
				done = "Already here"
			}
			a.report(done+": %s, %s. Id: %s", inQuotes(s.Name), engine.Framework().Tally(s.Answers), s.ID)
			return nil
		},
	}
}

// readTransfer reads and checks a whole file before anything is changed.
func (a *app) readTransfer(file string) (transfer, error) {
	name, raw, err := a.readImport(file)
	if err != nil {
		return transfer{}, err
	}
	return a.parseTransfer(name, raw)
}

// parseTransfer reads and checks one session; name says where it comes from.
func (a *app) parseTransfer(name string, raw []byte) (transfer, error) {
	refuse := func(kind model.Kind, err error, cure string) (transfer, error) {
		return transfer{}, &model.Error{Kind: kind, What: "import " + name, Err: err, Lost: notImported, Cure: cure}
	}
	raw = bytes.TrimPrefix(raw, []byte(byteOrderMark))
	switch {
	case len(raw) > maxTransfer:
		return refuse(model.KindInvalid, errOverlong, "")
	case isUTF16(raw):
		return transfer{}, notUTF8(name)
	}
	const cure = "Use a file that remit sessions export has written, unchanged."
	var head struct {
		Schema *int `json:"remit_session"`
	}
	if err := json.Unmarshal(raw, &head); err != nil {
		return refuse(model.KindInvalid, placed(raw, err), cure)
	}
	switch {
	case head.Schema == nil:
		return refuse(model.KindInvalid, errors.New("this is not an exported session"), cure)
	case *head.Schema > newestTransfer:
		return refuse(model.KindNewer, fmt.Errorf("it was written by a newer remit (version %d of the form)", *head.Schema),
			"Import it with a remit that is at least as new.")
	case *head.Schema < 1:
		return refuse(model.KindInvalid, fmt.Errorf("there is no version %d of the form", *head.Schema), cure)
	}
	var doc transfer
	dec := json.NewDecoder(bytes.NewReader(raw))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&doc); err != nil {
		return refuse(model.KindInvalid, placed(raw, err), cure)
	}
	if !same(doc.Session, replayed(doc.ID, doc.Events)) {
		return refuse(model.KindInvalid, errors.New("its session and its events do not agree: it was changed by hand, or is damaged"), cure)
	}
	engine, err := a.engineToLook()
	if err != nil {
		return transfer{}, err
	}
	return doc, illegal(engine.Framework(), name, doc)
}

const notImported = "Nothing was imported."

// illegal tells which events say what nobody can have said under their framework.
// It knows only its own: what was said under another one is kept as it is.
func illegal(f *model.Framework, name string, doc transfer) error {
	if doc.Session.Framework.Hash != f.Hash {
		return nil
	}
	var faults faultList
	for _, e := range doc.Events {
		if e.Question == "" {
			continue
		}
		var wrong *model.Error
		if q := f.Question(e.Question); q == nil {
			wrong = faults.unknown(f, e.Question)
		} else if e.Answer == nil || e.Answer.Kind == model.Unanswered {
			continue
		} else if err := q.Accept(*e.Answer); err != nil {
			wrong = &model.Error{What: err.Error(), Cure: "Use a file that remit sessions export has written, unchanged."}
		} else {
			continue
		}
		wrong.Kind, wrong.Where, wrong.Lost = model.KindInvalid, fmt.Sprintf("%s, event %d", name, e.Seq), notImported
		faults.add(wrong)
	}
	return faults.err()
}

// readImport gives the bytes of a file, or of standard input for "-", at most one
// more than maxTransfer, and what to call it in messages.
func (a *app) readImport(file string) (name string, raw []byte, err error) {
	fail := func(err error) (string, []byte, error) {
		if e, ok := errors.AsType[*model.Error](err); ok {
			e.Lost = notImported
		}
		return "", nil, err
	}
	if file == "" { // a variable of a script that is not set; not a wish to type
		return fail(unreadable(file, fs.ErrNotExist))
	}
	name, r, err := a.openInput(nil, file)
	if err != nil {
		return fail(err)
	}
	defer r.Close()
	raw, err = io.ReadAll(io.LimitReader(r, maxTransfer+1))
	if err != nil {
		return fail(unreadable(name, err))
	}
	if name != stdinName {
		name = model.Quote(name)
	}
	return name, raw, nil
}

// placed adds line and column to an error of the JSON decoder that knows its
// place.
func placed(raw []byte, err error) error {
	said := strings.TrimPrefix(err.Error(), "json: ")
	offset := int64(-1)
	if e, ok := errors.AsType[*json.SyntaxError](err); ok {
		offset = e.Offset
		if offset >= int64(len(bytes.TrimSpace(raw))) {
			return errors.New("it is empty or cut short")
		}
	} else if e, ok := errors.AsType[*json.UnmarshalTypeError](err); ok {
		offset, said = e.Offset, fmt.Sprintf("%q cannot be a %s", e.Field, e.Value)
	}
	if offset < 0 || offset > int64(len(raw)) {
		return errors.New(said)
	}
	before := raw[:offset]
	line := bytes.Count(before, []byte("\n")) + 1
	column := len(before) - (bytes.LastIndexByte(before, '\n') + 1)
	return fmt.Errorf("line %d, column %d: %s", line, column, said)
}

// same compares two sessions as they would be written.
func same(a, b model.Session) bool {
	x, errX := json.Marshal(a)
	y, errY := json.Marshal(b)
	return errX == nil && errY == nil && bytes.Equal(x, y)
}
