package cli

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"remit/model"
)

// newStoreImport is remit store import.
func newStoreImport(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "import FILE|-",
		Short: "Read in all sessions that rescue or sessions export wrote",
		Long: `Reads in sessions that remit store rescue or remit sessions export has written, any
number of them in one file. The whole file is checked before anything is changed. A
session that is here already is left as it is; if its history here is another one, it
is named, with exit code 3, and the others are read in.`,
		Example: "  remit store import rescued.jsonl --store new.db",
		Args:    arguments(1, 1),
		RunE:    func(cmd *cobra.Command, args []string) error { return a.importAll(cmd, args[0]) },
	}
}

func (a *app) importAll(cmd *cobra.Command, file string) error {
	docs, err := a.readTransfers(cmd, file)
	if err != nil {
		return err
	}
	keep, err := a.sessions()
	if err != nil {
		return err
	}
	var added, here int
	var refused []string
	for _, doc := range docs {
		_, unknown := keep.Get(cmd.Context(), doc.ID)
		switch s, err := keep.Import(cmd.Context(), doc.ID, doc.Events); {
		case model.KindOf(err) == model.KindExists:
			refused = append(refused, fmt.Sprintf("%s (%s)", inQuotes(model.Cut(doc.Session.Name, 80)), doc.ID))
		case err != nil:
			return errors.Join(err, a.halfway(added))
		case unknown == nil:
			here++
		default:
			added++
			a.kept = fmt.Sprintf("%s imported, the last one %s.", count(added, "session is", "sessions are"), inQuotes(s.Name))
		}
	}
	a.report("Imported: %s. Already here: %d.", count(added, "session", "sessions"), here)
	if len(refused) == 0 {
		return nil
	}
	return &model.Error{
		Kind: model.KindPartial, What: "import " + model.Quote(file), Err: errors.New("some sessions are here already, with another history"),
		Lost: "They were left as they are here:\n" + strings.Join(refused, "\n"),
		Cure: "To have both, import into another store: --store FILE",
	}
}

// halfway says what is imported when the store refuses to go on; nil if nothing is.
func (a *app) halfway(added int) error {
	if added == 0 {
		return nil
	}
	return &model.Error{Kind: model.KindIO, What: fmt.Sprintf("%s before that, and saved", count(added, "session was imported", "sessions were imported")),
		Cure: "Run the command again when the reason is gone: what is here is left as it is."}
}

// readTransfers reads and checks a whole file of sessions before anything is changed.
func (a *app) readTransfers(cmd *cobra.Command, file string) ([]transfer, error) {
	if file == "" {
		return nil, misused(cmd, "", "%s: the name of the file is empty", cmd.CommandPath())
	}
	name, r, err := a.openInput(cmd, file)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	if name != stdinName {
		name = model.Quote(name)
	}
	var docs []transfer
	for dec := json.NewDecoder(r); ; {
		place := fmt.Sprintf("%s, session %d", name, len(docs)+1)
		var raw json.RawMessage
		err := dec.Decode(&raw)
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, notATransfer(place, err)
		}
		doc, err := a.parseTransfer(place, raw)
		if err != nil {
			return nil, err
		}
		docs = append(docs, doc)
	}
	if len(docs) == 0 {
		return nil, notATransfer(name, errors.New("there is no session in it"))
	}
	return docs, nil
}

func notATransfer(place string, err error) error {
	if _, stopped := errors.AsType[interrupted](err); stopped {
		return err
	}
	said := strings.TrimPrefix(err.Error(), "json: ")
	if errors.Is(err, io.ErrUnexpectedEOF) {
		said = "it is cut short"
	}
	return &model.Error{Kind: model.KindInvalid, What: "import " + place, Err: errors.New(said), Lost: notImported,
		Cure: "Use a file that remit store rescue or remit sessions export has written, unchanged."}
}
