package cli

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"remit/model"
	"remit/store"
)

// newStoreRescue is remit store rescue.
func newStoreRescue(a *app) *cobra.Command {
	var to output
	cmd := &cobra.Command{
		Use:   "rescue [DAMAGED]",
		Short: "Write out every session that a damaged store still gives",
		Long: `Reads what can still be read of a damaged store, the one in use or the file
DAMAGED, and writes it out, a session a line, in the form that remit store import
reads. Each record is taken only if its checksum holds. A session of which only the
beginning can be read is written up to there. All that is missing is named, with exit
code 3; the damaged file is never changed.`,
		Example: `  remit store rescue -o rescued.jsonl
  remit store import rescued.jsonl --store new.db
  remit store restore new.db`,
		Args: arguments(0, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			keep, err := a.bolt()
			if err == nil && len(args) == 1 {
				keep, err = a.wreck(cmd, args[0])
			}
			if err != nil {
				return err
			}
			return a.rescueAll(cmd, keep, to)
		},
	}
	to.flags(cmd)
	return cmd
}

// wreck is the store in a file that is named; what is written never replaces it.
func (a *app) wreck(cmd *cobra.Command, file string) (*store.Bolt, error) {
	if file == "" || file == "-" {
		return nil, misused(cmd, "", "%s: a store is the name of a file", cmd.CommandPath())
	}
	if there, err := os.Stat(file); err == nil {
		a.read = append(a.read, there)
	}
	return store.Open(file, store.Options{Now: a.env.Now})
}

func (a *app) rescueAll(cmd *cobra.Command, keep *store.Bolt, to output) error {
	found, err := keep.Rescue(cmd.Context())
	if err != nil {
		return err
	}
	if err := to.write(a, func(w io.Writer) error { return writeTransfers(w, found.Sessions) }); err != nil {
		return err
	}
	if to.toFile() {
		a.kept = fmt.Sprintf("What could be read is in %q.", to.file)
		a.report("Rescued: %s", tallyOf(found))
		if slices.ContainsFunc(found.Sessions, func(s store.Salvaged) bool { return len(s.Events) > 0 }) {
			a.report("To read them in: remit store import %s --store NEW", shellWord(to.file))
		}
	}
	return missing(keep.Path(), found)
}

// writeTransfers writes sessions in the form of export, one a line, last changed last,
// so that they are listed as before when they are read in. One of which not even the
// beginning can be read is left out.
func writeTransfers(w io.Writer, sessions []store.Salvaged) error {
	sessions = slices.DeleteFunc(slices.Clone(sessions), func(s store.Salvaged) bool { return len(s.Events) == 0 })
	changed := func(s store.Salvaged) time.Time { return s.Events[len(s.Events)-1].At }
	slices.SortStableFunc(sessions, func(a, b store.Salvaged) int { return changed(a).Compare(changed(b)) })
	for _, s := range sessions {
		var line bytes.Buffer
		enc := json.NewEncoder(&line)
		enc.SetEscapeHTML(false)
		if err := enc.Encode(transferOf(s.ID, s.Events)); err != nil {
			return err
		}
		if _, err := w.Write(escaped(line.Bytes())); err != nil {
			return err
		}
	}
	return nil
}

// missing is the error that names what a store does not give any more; nil if that is
// nothing.
func missing(path string, found store.Salvage) error {
	var lines []string
	for _, s := range found.Sessions {
		if s.Err != nil {
			lines = append(lines, fmt.Sprintf("%s (%s): %s", inQuotes(model.Cut(s.Name, 80)), s.ID, readable(s)))
			if again := sayAgain(s); again != "" {
				lines = append(lines, "  Its last answers are known. To give them again: "+again)
			}
		}
	}
	if len(lines) == 0 {
		return nil
	}
	return &model.Error{
		Kind: model.KindPartial, What: "not all of the store can be read", Where: path, Err: errors.New(tallyOf(found)),
		Lost: strings.Join(lines, "\n"),
		Cure: "The damaged file was left as it is: keep it. An older backup may have what is missing: remit store restore BACKUP --dry-run",
	}
}

// sayAgain is the command that gives a session, of which only the beginning of the
// history is left, the answers that it had at last; "" where they are not known.
func sayAgain(s store.Salvaged) string {
	if s.Now == nil || len(s.Events) == 0 {
		return ""
	}
	had := replayed(s.ID, s.Events).Answers
	words := []string{"remit sessions set --store NEW --", s.ID}
	for _, q := range slices.Sorted(maps.Keys(s.Now.Answers)) {
		if s.Now.Answers[q] != had[q] {
			words = append(words, shellWord(q+"="+s.Now.Answers[q].String()))
		}
	}
	for _, q := range slices.Sorted(maps.Keys(had)) {
		if _, still := s.Now.Answers[q]; !still {
			words = append(words, shellWord(q+"="))
		}
	}
	if len(words) == 2 {
		return ""
	}
	return strings.Join(words, " ")
}

// readable says in a few words how much of a session can be read.
func readable(s store.Salvaged) string {
	switch n := len(s.Events); {
	case s.Err == nil:
		return "all of it"
	case n == 0:
		return "nothing can be read"
	case model.KindOf(s.Err) == model.KindNewer:
		return fmt.Sprintf("the first %d of %d entries; the rest is of a newer remit", n, s.Last)
	case uint64(n) < s.Last:
		return fmt.Sprintf("the first %d of %d entries", n, s.Last)
	default:
		return fmt.Sprintf("%s, and perhaps there were more", count(n, "entry", "entries"))
	}
}

// tallyOf counts what can be read.
func tallyOf(found store.Salvage) string {
	var part, none int
	for _, s := range found.Sessions {
		switch {
		case s.Err == nil:
		case len(s.Events) == 0:
			none++
		default:
			part++
		}
	}
	text := count(found.Whole(), "session is whole", "sessions are whole")
	if part > 0 {
		text += fmt.Sprintf(", of %d at least the beginning can be read", part)
	}
	if none > 0 {
		text += fmt.Sprintf(", of %d nothing", none)
	}
	if found.Stale {
		text += "; sessions that were removed for good may be among them"
	}
	return text + "."
}
