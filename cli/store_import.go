package cli

import (
	"bufio"
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

// newStoreImport is remit store import.
func newStoreImport(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "import FILE|-",
		Short: "Read in all sessions that rescue or sessions export wrote",
		Long: `Reads in sessions that remit store rescue or remit sessions export has written, any
number of them in one file. The whole file is checked before anything is changed, and
then all of it is saved in one step: after an error none of its sessions is here, so
running the command again does what it would have done.

A session that is here already is left as it is. If its history here is another one, or if
it is dated in the future, it is named and left out, with exit code 3, and the others are
read in.`,
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
	if refused, ok := errors.AsType[*store.Refused](err); ok {
		return refusedIn(fmt.Sprintf("%s, session %d", inputName(file), refused.At+1), refused)
	}
	if err != nil {
		return err
	}
	if done.Added > 0 {
		a.kept = count(done.Added, "session is", "sessions are") + " imported."
	}
	a.report("Imported: %s. Already here: %d.", count(done.Added, "session", "sessions"), done.Here)
	return leftOut(file, docs, done)
}

// leftOut names the sessions that were not imported while the others were, and tells what
// to do about them; nil if there is none.
func leftOut(file string, docs []transfer, done store.Arrived) error {
	var faults model.Faults
	tell := func(places []int, why, lost, cure string) {
		if len(places) == 0 {
			return
		}
		names := make([]string, len(places))
		for i, at := range places {
			names[i] = fmt.Sprintf("%s (%s), session %d", inQuotes(model.Cut(docs[at].Session.Name, 80)), docs[at].ID, at+1)
		}
		faults = append(faults, &model.Error{Kind: model.KindPartial, What: "import " + inputName(file), Err: errors.New(why),
			Lost: lost + "\n" + strings.Join(names, "\n"), Cure: cure})
	}
	tell(done.Apart, "some sessions are here already, with another history",
		"They were left as they are here:", "To have both, import into another store: --store FILE")
	tell(done.Ahead, "some sessions are dated in the future by the clock of this computer", "They were left out:", cureAhead)
	if len(faults) == 0 {
		return nil
	}
	return faults
}

// refusedIn says in which file, and where in it, a session stands that the store refuses.
func refusedIn(place string, refused *store.Refused) error {
	if e, ok := errors.AsType[*model.Error](refused); ok {
		e.Where, e.Lost, e.Cure = place, notImported, cureTransfer
		if refused.Ahead() {
			e.Cure = cureAhead
		}
	}
	return refused
}

// inputName is what an input is called in messages.
func inputName(file string) string {
	if file == "-" {
		return stdinName
	}
	return model.Quote(file)
}

// readTransfers reads and checks a whole file of sessions before anything is changed.
func (a *app) readTransfers(cmd *cobra.Command, file string) ([]transfer, error) {
	if file == "" {
		return nil, misused(cmd, "", "%s: the name of the file is empty", cmd.CommandPath())
	}
	_, r, err := a.openInput(cmd, file)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	name := inputName(file)
	within := &bounded{from: r, left: maxTransfer + 1}
	text := bufio.NewReader(within)
	if begin, _ := text.Peek(len(byteOrderMark)); string(begin) == byteOrderMark {
		_, _ = text.Discard(len(begin))
	} else if isUTF16(begin) {
		return nil, notUTF8(name)
	}
	var docs []transfer
	at := map[string]int{} // where a session stands, counted from 1
	for dec := json.NewDecoder(text); ; within.left = maxTransfer + 1 {
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
		if first := at[strings.ToUpper(doc.ID)]; first > 0 { // an id counts in any case
			return nil, twiceInFile(name, doc, first, len(docs))
		}
		at[strings.ToUpper(doc.ID)] = len(docs)
	}
	if len(docs) == 0 {
		return nil, notATransfer(name, errors.New("there is no session in it"))
	}
	return docs, nil
}

// twiceInFile is the error for a file that has a session two times: which of them counts
// is not for remit to say.
func twiceInFile(name string, doc transfer, first, second int) error {
	return &model.Error{Kind: model.KindInvalid, What: fmt.Sprintf("import %s, sessions %d and %d", name, first, second),
		Err:  fmt.Errorf("both are %s (%s)", inQuotes(model.Cut(doc.Session.Name, 80)), doc.ID),
		Lost: notImported, Cure: "Take one of the two out of the file: each stands on lines of its own."}
}

// cureTransfer is what to do about a file of sessions that cannot be read in.
const cureTransfer = "Use a file that remit store rescue or remit sessions export has written, unchanged."

// cureAhead is what to do about a session that is dated in the future.
const cureAhead = "If the clock of this computer is wrong, set it right and import the file again. Else import it again once that date has come."

func notATransfer(place string, err error) error {
	if _, stopped := errors.AsType[interrupted](err); stopped {
		return err
	}
	said := strings.TrimPrefix(err.Error(), "json: ")
	if errors.Is(err, io.ErrUnexpectedEOF) {
		said = "it is cut short"
	}
	return &model.Error{Kind: model.KindInvalid, What: "import " + place, Err: errors.New(said), Lost: notImported,
		Cure: cureTransfer}
}
