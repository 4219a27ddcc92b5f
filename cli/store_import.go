package cli

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
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
number of them in one file. The whole file is checked before anything is changed, and
then all of it is saved in one step: after an error none of its sessions is here, so
running the command again does what it would have done.

A session that is here already is left as it is. If its history here is another one, it
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
	keep, err := a.bolt()
	if err != nil {
		return err
	}
	done, err := keep.ImportAll(cmd.Context(), func(yield func(string, []model.Event) bool) {
		for i := range docs {
			if !yield(docs[i].ID, docs[i].Events) {
				return
			}
		}
	})
	if err != nil {
		return err
	}
	if done.Added > 0 {
		a.kept = count(done.Added, "session is", "sessions are") + " imported."
	}
	a.report("Imported: %s. Already here: %d.", count(done.Added, "session", "sessions"), done.Here)
	if len(done.Apart) == 0 {
		return nil
	}
	names := make([]string, len(done.Apart))
	for i, at := range done.Apart {
		names[i] = fmt.Sprintf("%s (%s)", inQuotes(model.Cut(docs[at].Session.Name, 80)), docs[at].ID)
	}
	return &model.Error{
		Kind: model.KindPartial, What: "import " + model.Quote(file), Err: errors.New("some sessions are here already, with another history"),
		Lost: "They were left as they are here:\n" + strings.Join(names, "\n"),
		Cure: "To have both, import into another store: --store FILE",
	}
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
		if _, disk := errors.AsType[*fs.PathError](err); disk {
			return nil, unreadable(file, err)
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
