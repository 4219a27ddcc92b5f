package cli

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"syscall"

	"go.yaml.in/yaml/v3"

	"remit/model"
)

// What was set for good is in one small YAML file, which people may edit. It is read
// as strictly as an answer file and only when it is needed, so that nothing in it
// stands between a person and a command that does without it.

// settings is what was set for good.
type settings struct {
	Framework string // an absolute directory, or builtin; "" if nothing was set
}

const (
	settingsFormat = 1        // raised when an older remit must not guess at it
	maxSettings    = 64 << 10 // bytes; one that remit writes has a hundred
)

// settingsCure says how to get rid of a file that cannot be used.
const settingsCure = "Mend the file, or begin a new one: remit framework use builtin (the old one is kept beside it)."

// readSettings reads the file; one that is not there says nothing.
func readSettings(path string) (settings, error) {
	text, err := settingsText(path)
	if err != nil || text == nil {
		return settings{}, err
	}
	root, fault := parseYAML(path, text)
	if fault != nil {
		fault.Cure = settingsCure
		return settings{}, fault
	}
	if root == nil {
		return settings{}, nil
	}
	p := settingsParser{file: path, seen: map[string]bool{}}
	p.read(root)
	return p.said, p.faults.err()
}

// settingsText gives the bytes of the file, nil if there is none. What is no plain
// file is not opened: a pipe would wait for somebody to write to it.
func settingsText(path string) ([]byte, error) {
	if path == "" {
		return nil, nil
	}
	fail := func(kind model.Kind, err error) ([]byte, error) {
		return nil, &model.Error{Kind: kind, Where: path, What: "the settings cannot be read", Err: err, Cure: settingsCure}
	}
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, syscall.ENOTDIR):
		if _, err := os.Lstat(path); err == nil {
			return fail(model.KindInvalid, errors.New("this is a symbolic link to nothing"))
		}
		return nil, nil
	case err != nil:
		return fail(fileKind(err), bare(err))
	case !info.Mode().IsRegular():
		return fail(model.KindInvalid, errors.New("this is "+typeWord(info.Mode())))
	}
	file, err := os.Open(path)
	if err != nil {
		return fail(fileKind(err), bare(err))
	}
	defer file.Close()
	text, err := io.ReadAll(io.LimitReader(file, maxSettings+1))
	switch {
	case err != nil:
		return fail(fileKind(err), bare(err))
	case len(text) > maxSettings:
		return fail(model.KindInvalid, fmt.Errorf("the file is larger than %d KiB, which no settings are", maxSettings>>10))
	}
	return bytes.TrimPrefix(text, []byte("\ufeff")), nil // the mark that some editors begin a file with
}

// settingsParser turns the file into settings and collects what is wrong.
type settingsParser struct {
	file   string
	said   settings
	seen   map[string]bool
	faults faultList
}

func (p *settingsParser) fault(n *yaml.Node, kind model.Kind, what, cure string) {
	p.faults.add(&model.Error{Kind: kind, Where: place(p.file, n.Line, n.Column), What: what, Cure: cure})
}

func (p *settingsParser) read(root *yaml.Node) {
	if root.Kind != yaml.MappingNode || p.decorated(root) {
		p.fault(root, model.KindInvalid, "settings are names with values, one a line", settingsCure)
		return
	}
	if p.newer(root) {
		return // what else it says is not for this remit to judge
	}
	for i := 0; i+1 < len(root.Content); i += 2 {
		p.pair(root.Content[i], root.Content[i+1])
	}
}

// newer reports, as a fault, a file that a later remit has written.
func (p *settingsParser) newer(root *yaml.Node) bool {
	for i := 0; i+1 < len(root.Content); i += 2 {
		value := root.Content[i+1]
		if n, err := strconv.Atoi(value.Value); root.Content[i].Value == "format" && err == nil && n > settingsFormat {
			p.fault(value, model.KindNewer, fmt.Sprintf("the settings have format %d, this remit knows up to %d", n, settingsFormat),
				"Use the newer remit, or begin a new file: remit framework use builtin (the old one is kept beside it).")
			return true
		}
	}
	return false
}

func (p *settingsParser) pair(key, value *yaml.Node) {
	name := key.Value
	switch {
	case p.decorated(key), p.decorated(value):
		p.fault(key, model.KindInvalid, "anchors, aliases and tags have no place in the settings", settingsCure)
	case key.Kind != yaml.ScalarNode || name != "format" && name != "framework":
		p.fault(key, model.KindInvalid, "unknown setting "+model.Quote(name)+"; those that there are: format, framework", settingsCure)
	case p.seen[name]:
		p.fault(key, model.KindInvalid, model.Quote(name)+" is set twice", settingsCure)
	case name == "format" && value.Value != strconv.Itoa(settingsFormat):
		p.fault(value, model.KindInvalid, "the format is 1, not "+model.Quote(value.Value), settingsCure)
	case name == "framework" && (value.Kind != yaml.ScalarNode || value.Value != builtin && !filepath.IsAbs(value.Value)):
		p.fault(value, model.KindInvalid, "framework takes builtin, or the whole path of a directory", settingsCure)
	case name == "framework":
		p.said.Framework = value.Value
	}
	p.seen[name] = true
}

func (p *settingsParser) decorated(n *yaml.Node) bool {
	return n.Kind == yaml.AliasNode || n.Anchor != "" || n.Style&yaml.TaggedStyle != 0
}

// writeSettings replaces the file, whole or not at all. One that cannot be read is
// moved aside first; aside says where to, if it was.
func (a *app) writeSettings(path string, s settings) (aside string, err error) {
	if path == "" {
		return "", &model.Error{Kind: model.KindUsage, What: "find a place for the settings", Err: errNoHome, Lost: notSet,
			Cure: "Set HOME or XDG_CONFIG_HOME; or name the framework in REMIT_FRAMEWORK."}
	}
	text := s.text()
	if again, fault := parseYAML(path, text); fault != nil || !s.reads(again) {
		return "", &model.Error{Kind: model.KindUsage, What: "keep " + model.Quote(s.Framework) + " in the settings: its path has signs that no text file can hold",
			Lost: notSet, Cure: "Rename the directory, or name it in REMIT_FRAMEWORK."}
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return "", notWritten(path, err)
	}
	if _, unread := readSettings(path); unread != nil {
		if aside, err = moveAside(path); err != nil {
			return "", notWritten(path, err)
		}
	}
	target := path
	if led, err := filepath.EvalSymlinks(path); err == nil {
		target = led // people keep settings elsewhere and link to them
	}
	err = output{file: target, force: true}.write(a, func(w io.Writer) error {
		_, err := w.Write(text)
		return err
	})
	return aside, err
}

// moveAside gives a file the first name with .old behind it that is free.
func moveAside(path string) (aside string, err error) {
	const most = 1000
	for n := 1; n <= most; n++ {
		aside = path + ".old"
		if n > 1 {
			aside = fmt.Sprint(aside, ".", n)
		}
		if _, err := os.Lstat(aside); errors.Is(err, fs.ErrNotExist) {
			return aside, os.Rename(path, aside)
		}
	}
	return "", fs.ErrExist
}

const notSet = "The setting is as it was."

func notWritten(path string, err error) error {
	return &model.Error{Kind: fileKind(err), Where: path, What: "the settings cannot be written", Err: bare(err), Lost: notSet,
		Cure: "See that you may write there and that nothing is in the way; or name the framework in REMIT_FRAMEWORK."}
}

// text is the file as it will stand.
func (s settings) text() []byte {
	node := yaml.Node{Kind: yaml.MappingNode, HeadComment: "What is set for good in remit. To change it: remit framework use DIR|builtin"}
	for _, word := range []string{"format", strconv.Itoa(settingsFormat), "framework", s.Framework} {
		n := yaml.Node{}
		n.SetString(word)
		node.Content = append(node.Content, &n)
	}
	node.Content[1].Tag = "!!int"
	text, _ := yaml.Marshal(&node) // strings can always be written
	return text
}

// reads reports that the file says what was meant.
func (s settings) reads(root *yaml.Node) bool {
	p := settingsParser{seen: map[string]bool{}}
	if root != nil {
		p.read(root)
	}
	return p.said == s && p.faults.err() == nil
}
