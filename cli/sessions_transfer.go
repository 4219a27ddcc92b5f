package cli

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"remit/model"
)

// transferSchema is the version of the form in which sessions travel. It goes up
// when an older remit could no longer read it rightly.
const transferSchema = 1

// maxTransfer bounds what import reads; a session of a thousand long notes is
// smaller.
const maxTransfer = 64 << 20

// transfer is a session on its way to another store. The events are the truth,
// the session is what they add up to, for readers who do not want to replay them.
type transfer struct {
	Schema  int           `json:"remit_session"`
	ID      string        `json:"id"`
	Session model.Session `json:"session"`
	Events  []model.Event `json:"events"`
}

// newSessionsExport is remit sessions export.
func newSessionsExport(a *app) *cobra.Command {
	var to output
	cmd := &cobra.Command{
		Use:   "export SESSION",
		Short: "Write a session with its history as JSON, for another machine or a backup",
		Args:  arguments(1, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			keep, s, err := a.find(cmd.Context(), args[0])
			if err != nil {
				return err
			}
			events, err := keep.History(cmd.Context(), s.ID)
			if err != nil {
				return err
			}
			doc := transfer{transferSchema, s.ID, replayed(s.ID, events), events}
			return to.write(a, func(w io.Writer) error { return writeJSON(w, doc) })
		},
	}
	to.flags(cmd)
	return cmd
}

// replayed is what events add up to. It is what export writes, rather than the
// session that was found a moment before, so that both halves always agree.
func replayed(id string, events []model.Event) model.Session {
	s := model.Session{ID: id, Answers: model.Answers{}}
	for _, e := range events {
		s = s.Apply(e)
	}
	return s
}

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
			keep, err := a.sessions()
			if err != nil {
				return err
			}
			_, unknown := keep.Get(cmd.Context(), doc.ID)
			s, err := keep.Import(cmd.Context(), doc.ID, doc.Events)
			if err != nil {
				return err
			}
			done := "Imported"
			if unknown == nil {
				done = "Already here"
			}
			a.report(done+": %q, %s. Id: %s", s.Name, count(len(s.Answers), "answer", "answers"), s.ID)
			return nil
		},
	}
}

// readTransfer reads and checks a whole file before anything is changed.
func (a *app) readTransfer(name string) (transfer, error) {
	refuse := func(kind model.Kind, err error, cure string) (transfer, error) {
		return transfer{}, &model.Error{Kind: kind, What: fmt.Sprintf("import %q", name), Err: err,
			Lost: "Nothing was imported.", Cure: cure}
	}
	raw, err := a.read(name)
	if err != nil {
		return refuse(fileKind(err), bare(err), "")
	}
	if len(raw) > maxTransfer {
		return refuse(model.KindInvalid, fmt.Errorf("it is larger than %d MiB", maxTransfer>>20), "")
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
	case *head.Schema > transferSchema:
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
	return doc, nil
}

// read gives the bytes of a file, or of standard input for "-"; at most one more
// than maxTransfer.
func (a *app) read(name string) ([]byte, error) {
	from := io.Reader(a.in)
	if name != "-" {
		f, err := os.Open(name)
		if err != nil {
			return nil, err
		}
		defer f.Close()
		from = f
	}
	return io.ReadAll(io.LimitReader(from, maxTransfer+1))
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
