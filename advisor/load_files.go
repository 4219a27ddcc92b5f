package advisor

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"unicode/utf8"

	"remit/model"
)

// The limits of a framework's files. A framework that people wrote stays far
// below them; beyond them nothing is read.
const (
	maxFiles     = 32
	maxFileSize  = 1 << 20
	maxTotalSize = 4 << 20

	// maxMarks bounds the characters of one file that can begin a key or an item:
	// each may cost the parser a few hundred bytes.
	maxMarks      = 96 << 10
	maxTotalMarks = 4 * maxMarks
)

// textFile is one file of a framework: valid UTF-8 without byte order mark,
// lines ending in \n.
type textFile struct {
	name  string
	index int
	data  []byte
}

// readFolder reads the *.yaml files in the root of fsys in the order of their
// names. Files that break a limit are reported and left out.
func (in *loading) readFolder(fsys fs.FS) ([]textFile, error) {
	names, err := yamlNames(fsys)
	if err != nil {
		return nil, err
	}
	if len(names) > maxFiles {
		return nil, model.Faults{{Kind: model.KindInvalid,
			What: fmt.Sprintf("the framework has %d files; the limit is %d", len(names), maxFiles),
			Cure: "Join some of them: the lists of all files are put together anyway."}}
	}
	in.said.files = names
	files := make([]textFile, 0, len(names))
	size, marks := 0, 0
	for i, name := range names {
		raw, err := readLimited(fsys, name)
		if err != nil {
			return nil, unreadable(name, err)
		}
		if size += len(raw); size > maxTotalSize {
			return nil, model.Faults{{Kind: model.KindInvalid,
				What: fmt.Sprintf("the framework is larger than %d MiB", maxTotalSize>>20),
				Cure: "Split the framework, or leave some out."}}
		}
		file, ok := in.accept(textFile{name: name, index: i, data: raw}, &marks)
		if !ok {
			in.whole = false
			continue
		}
		files = append(files, file)
	}
	return files, nil
}

// yamlNames lists the files to read, sorted as fs.ReadDir sorts.
func yamlNames(fsys fs.FS) ([]string, error) {
	entries, err := fs.ReadDir(fsys, ".")
	if err != nil {
		return nil, unreadable("", err)
	}
	var names []string
	other := ""
	for _, e := range entries {
		switch ext := path.Ext(e.Name()); {
		case e.IsDir():
		case ext == ".yaml":
			names = append(names, e.Name())
		case ext == ".yml":
			other = e.Name()
		}
	}
	if len(names) > 0 {
		return names, nil
	}
	cure := "A framework is a folder with framework.yaml and its other .yaml files."
	if other != "" {
		cure = fmt.Sprintf("Rename %s to end in .yaml.", model.Clean(model.Cut(other, 60)))
	}
	return nil, &model.Error{Kind: model.KindNotFound, What: "the folder holds no .yaml files", Cure: cure}
}

// readLimited reads at most one byte more than a file may have. It does not open
// anything but regular files: a pipe could keep it waiting for ever.
func readLimited(fsys fs.FS, name string) ([]byte, error) {
	info, err := fs.Stat(fsys, name)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, errors.New("it is not a regular file")
	}
	file, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	var b bytes.Buffer
	b.Grow(int(min(max(info.Size(), 0), maxFileSize)) + bytes.MinRead)
	_, err = b.ReadFrom(io.LimitReader(file, maxFileSize+1))
	return b.Bytes(), err
}

// unreadable makes an error of a failure to read. It names the file itself, made
// fit to print, in place of what the file system says.
func unreadable(name string, err error) error {
	if failed, ok := errors.AsType[*fs.PathError](err); ok {
		err = failed.Err
	}
	e := &model.Error{Kind: model.KindIO, What: "read the framework", Err: err}
	if name != "" {
		e.Where = model.Clean(model.Cut(name, 200))
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		e.Kind = model.KindNotFound
	case errors.Is(err, fs.ErrPermission):
		e.Kind = model.KindPermission
	}
	return e
}

// accept checks what can be checked before a file is parsed and brings its line
// endings into one form. It adds the file's marks to those of the files before.
func (in *loading) accept(file textFile, marks *int) (textFile, bool) {
	at := place{file: file.index}
	if len(file.data) > maxFileSize {
		in.said.add(at, fmt.Sprintf("the file is larger than %d MiB", maxFileSize>>20), "Split it into several files.")
		return file, false
	}
	if bytes.HasPrefix(file.data, []byte("\xff\xfe")) || bytes.HasPrefix(file.data, []byte("\xfe\xff")) {
		in.said.add(at, "the file is UTF-16", "Save it as UTF-8.")
		return file, false
	}
	file.data = bytes.TrimPrefix(file.data, []byte("\uFEFF"))
	file.data = unifyLines(file.data)
	if bad, what := badCharacter(file.data); bad >= 0 {
		in.said.add(placeOf(file, bad), what, "Save the file as UTF-8 text without control characters.")
		return file, false
	}
	own := countMarks(file.data)
	if *marks += own; own > maxMarks || *marks > maxTotalMarks {
		in.said.add(at, "the file has too many keys and list items", "Split the framework, or leave some out.")
		return file, false
	}
	return file, true
}

func unifyLines(data []byte) []byte {
	if bytes.IndexByte(data, '\r') < 0 {
		return data
	}
	data = bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n"))
	return bytes.ReplaceAll(data, []byte("\r"), []byte("\n"))
}

// badCharacter finds the first byte that is not UTF-8 or belongs to a control
// character that YAML does not allow; -1 if there is none.
func badCharacter(data []byte) (at int, what string) {
	for i := 0; i < len(data); {
		c := data[i]
		if c >= ' ' && c < 0x7f || c == '\n' || c == '\t' {
			i++
			continue
		}
		r, size := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && size == 1 {
			return i, "the file is not valid UTF-8 from here on"
		}
		if r < ' ' || r >= 0x7f && r < 0xa0 {
			return i, fmt.Sprintf("the file holds the control character %U", r)
		}
		i += size
	}
	return -1, ""
}

// countMarks counts the characters without which YAML makes no new key or item.
func countMarks(data []byte) int {
	n := 0
	for _, c := range data {
		switch c {
		case '-', '?', ':', ',', '[', '{':
			n++
		}
	}
	return n
}

// placeOf turns an offset into a line and a column, both counted from 1.
func placeOf(file textFile, offset int) place {
	before := file.data[:offset]
	line := bytes.Count(before, []byte("\n")) + 1
	start := bytes.LastIndexByte(before, '\n') + 1
	return place{file.index, line, utf8.RuneCount(before[start:]) + 1}
}

// hashOf is the identity of a framework's content: it changes with any byte of
// any name or file except byte order marks and line endings.
func hashOf(files []textFile) string {
	h := sha256.New()
	for _, f := range files {
		fmt.Fprintf(h, "%d %s\n%d ", len(f.name), f.name, len(f.data))
		h.Write(f.data)
	}
	return hex.EncodeToString(h.Sum(nil))[:16]
}
