package cli

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"remit/model"
	"remit/tui"
)

// rescue keeps what the app could not save, because the message about it may go to a
// terminal that is gone: in the copy of the store, if one was made when its disk
// failed, or else in a file beside the logs. That file holds the commands that save it
// later, and the message names it; where no file can be written, the message has to do.
func (a *app) rescue(err error) error {
	u, ok := errors.AsType[*tui.Unsaved](err)
	e, told := errors.AsType[*model.Error](err)
	if !ok || !told {
		return err
	}
	if a.saveInCopy(u, e) {
		return err
	}
	dir, failed := a.stateDir()
	if failed == nil {
		failed = os.MkdirAll(dir, 0o700)
	}
	file := filepath.Join(dir, fmt.Sprintf("unsaved-%s-%s.txt", a.env.Now().UTC().Format("20060102-150405"), u.Session.ID))
	if failed == nil {
		failed = output{file: file}.write(a, func(w io.Writer) error { return a.saveLater(w, u) })
	}
	if failed == nil {
		e.Cure = strings.TrimSpace(fmt.Sprintf("%s\nIt is kept in %s, with the commands that save it.", e.Cure, file))
	}
	return err
}

// saveLater writes the commands that say it again.
func (a *app) saveLater(w io.Writer, u *tui.Unsaved) error {
	var b strings.Builder
	path := a.store
	if whole, err := filepath.Abs(path); err == nil && path != "" {
		path = whole // wherever the commands are run from
	}
	fmt.Fprintf(&b, "# Said in %s and not saved: %s\n# When the store can be written again:\n",
		inQuotes(u.Session.Name), model.Clean(u.Error()))
	for _, e := range u.Said {
		words := []string{"remit", "sessions", "set"}
		switch e.Kind {
		case model.EventNoted:
			words[2] = "note"
		case model.EventEdited:
			words = append([]string{"remit", "raci"}, editFlag(e)...)
		}
		if path != "" {
			words = append(words, "--store", path)
		}
		words = append(words, "--", u.Session.ID)
		switch {
		case e.Kind == model.EventNoted:
			words = append(words, e.Question, e.Text)
		case e.Answer != nil:
			words = append(words, e.Question+"="+e.Answer.String())
		}
		for i, word := range words {
			words[i] = shellWord(word)
		}
		fmt.Fprintln(&b, strings.Join(words, " "))
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// editFlag is the flag of remit raci that makes a change of the matrix again.
func editFlag(e model.Event) []string {
	cell := e.Activity + "." + e.Role
	switch {
	case e.Activity == "":
		return []string{"--reset"}
	case e.Letter == nil:
		return []string{"--unset", cell}
	}
	return []string{"--set", cell + "=" + string(*e.Letter)}
}

// shellWord quotes a word for a shell, where it needs that.
func shellWord(s string) string {
	const plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-=./"
	if s != "" && strings.Trim(s, plain) == "" {
		return s
	}
	return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'"
}
