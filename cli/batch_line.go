package cli

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/go-json-experiment/json/jsontext"

	"remit/model"
	"remit/report"
)

// lineParser reads lines of a batch, {"id": …, "answers": {…}}, one after the
// other. What it gives belongs to it and holds until the next line. The grammar is
// JSON taken strictly: a name that comes twice, invalid UTF-8 and anything behind
// the object are errors.
type lineParser struct {
	f         *model.Framework
	questions map[string]*wording
	dec       *jsontext.Decoder
	src       bytes.Reader
	text      []byte // scratch for strings with escapes
	room      []byte // scratch for the id

	line    []byte
	at      int    // where in the line the name or value stands that was read last
	id      []byte // as JSON; nil if there is none
	answers model.Answers
	faults  []string
	more    int  // faults that are only counted
	listed  bool // the questions have been listed
}

// wording is a question with the words that it takes, so that the usual answer
// costs one look-up.
type wording struct {
	q     *model.Question
	words map[string]model.Answer
}

func newLineParser(f *model.Framework) *lineParser {
	p := &lineParser{f: f, questions: make(map[string]*wording, len(f.Questions)), answers: model.Answers{}}
	for i := range f.Questions {
		q := &f.Questions[i]
		w := &wording{q, map[string]model.Answer{}}
		for _, word := range []string{model.WordUnsure, model.WordNotApplicable, model.WordLater} {
			w.words[word] = model.Say(word)
		}
		for _, o := range q.Options {
			w.words[o.ID] = model.Choose(o.ID)
		}
		p.questions[q.ID] = w
	}
	p.dec = jsontext.NewDecoder(&p.src)
	return p
}

// parse reads one line into p.answers and p.id. It gives what is wrong with the
// line, all of it, or "".
func (p *lineParser) parse(line []byte) string {
	p.line, p.at, p.id, p.faults = line, 0, nil, p.faults[:0]
	p.listed, p.more = false, 0
	clear(p.answers)
	p.src.Reset(line)
	p.dec.Reset(&p.src)
	if err := p.object(); err != nil {
		p.faults = append(p.faults, p.syntax(err))
	}
	if p.more > 0 {
		p.faults = append(p.faults, "and "+counted(p.more, "more fault"))
	}
	return strings.Join(p.faults, "; ")
}

// object reads the outer object. Its error is one that makes the rest unreadable.
func (p *lineParser) object() error {
	if kind := p.dec.PeekKind(); kind != '{' && kind != 0 {
		p.fault(`a line is an object such as {"id": 1, "answers": {"headcount": 40}}`)
		return p.dec.SkipValue()
	}
	if _, err := p.dec.ReadToken(); err != nil {
		return err
	}
	asked := false
	for p.dec.PeekKind() == '"' {
		name, err := p.string()
		if err != nil {
			return err
		}
		switch string(name) {
		case "id":
			err = p.readID()
		case "answers":
			asked = true
			err = p.readAnswers()
		default:
			p.fault(fmt.Sprintf(`unknown field %s; a line has "id" and "answers"`, model.Quote(string(name))))
			err = p.dec.SkipValue()
		}
		if err != nil {
			return err
		}
	}
	if _, err := p.dec.ReadToken(); err != nil {
		return err
	}
	if !asked {
		p.fault(`"answers" is missing`)
	}
	if _, err := p.dec.ReadToken(); !errors.Is(err, io.EOF) {
		p.at = int(p.dec.InputOffset())
		p.fault("there is something behind the object; a line holds one")
	}
	return nil
}

func (p *lineParser) readID() error {
	const longest = 1 << 10
	kind := p.dec.PeekKind()
	v, err := p.value()
	switch {
	case err != nil:
		return err
	case kind == 'n':
	case len(v) > longest:
		p.fault(fmt.Sprintf("the id is longer than %d bytes", longest))
	case kind == '0':
		p.room = append(p.room[:0], v...)
		p.id = p.room
	case kind == '"':
		if p.text, err = jsontext.AppendUnquote(p.text[:0], v); err != nil {
			return err
		}
		p.room = report.AppendText(p.room[:0], string(p.text))
		p.id = p.room
	default:
		p.fault("an id is a string or a number")
	}
	return nil
}

func (p *lineParser) readAnswers() error {
	if kind := p.dec.PeekKind(); kind != '{' && kind != 0 {
		p.fault(`"answers" is an object such as {"headcount": 40}`)
		return p.dec.SkipValue()
	}
	if _, err := p.dec.ReadToken(); err != nil {
		return err
	}
	for p.dec.PeekKind() == '"' {
		name, err := p.string()
		if err != nil {
			return err
		}
		w := p.questions[string(name)]
		if w == nil {
			p.unknown(string(name))
			err = p.dec.SkipValue()
		} else {
			err = p.readAnswer(w)
		}
		if err != nil {
			return err
		}
	}
	_, err := p.dec.ReadToken()
	return err
}

// unknown lists the questions there are once a line, however many are unknown.
func (p *lineParser) unknown(name string) {
	if len(p.faults) == toldFaults {
		p.more++
		return
	}
	e := unknownQuestion(p.f, name, p.listed)
	p.listed = true
	p.fault(strings.TrimSpace(e.What + " " + parenthesis(e.Cure)))
}

func (p *lineParser) readAnswer(w *wording) error {
	kind := p.dec.PeekKind()
	var said scalar
	switch kind {
	case '"':
		word, err := p.string()
		if err != nil {
			return err
		}
		if a, ok := w.words[string(word)]; ok {
			p.answers[w.q.ID] = a
			return nil
		}
		said = scalar{wordScalar, string(word)}
	case '{', '[':
		if err := p.dec.SkipValue(); err != nil {
			return err
		}
		said = scalar{nestedScalar, "a list or an object"}
	default:
		v, err := p.value()
		if err != nil {
			return err
		}
		said = scalar{scalarKindOf(kind), string(v)}
	}
	a, err := answerTo(w.q, said)
	if err != nil {
		e, _ := errors.AsType[*model.Error](err)
		p.fault(strings.TrimSpace(e.What + " " + parenthesis(e.Cure)))
		return nil
	}
	p.answers[w.q.ID] = a
	return nil
}

func scalarKindOf(kind jsontext.Kind) scalarKind {
	switch kind {
	case 'n':
		return nullScalar
	case 't', 'f':
		return boolScalar
	}
	return numberScalar
}

func parenthesis(s string) string {
	if s == "" {
		return ""
	}
	return "(" + s + ")"
}

// string reads a string or a name.
func (p *lineParser) string() ([]byte, error) {
	v, err := p.value()
	if err != nil {
		return nil, err
	}
	if inner := v[1 : len(v)-1]; bytes.IndexByte(inner, '\\') < 0 {
		return inner, nil
	}
	p.text, err = jsontext.AppendUnquote(p.text[:0], v)
	return p.text, err
}

// value reads one value as it is written, and notes where it stands.
func (p *lineParser) value() (jsontext.Value, error) {
	v, err := p.dec.ReadValue()
	p.at = int(p.dec.InputOffset()) - len(v)
	return v, err
}

// fault notes what is wrong with the name or value that was read last.
func (p *lineParser) fault(what string) {
	if len(p.faults) == toldFaults {
		p.more++
		return
	}
	p.faults = append(p.faults, fmt.Sprintf("column %d: %s", p.column(p.at), what))
}

// column counts characters from 1, as editors do.
func (p *lineParser) column(offset int) int {
	return 1 + utf8.RuneCount(p.line[:min(offset, len(p.line))])
}

// syntax words an error of the decoder.
func (p *lineParser) syntax(err error) string {
	e, ok := errors.AsType[*jsontext.SyntacticError](err)
	switch {
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		return fmt.Sprintf("column %d: the line ends in the middle", p.column(len(p.line)))
	case !ok:
		return "not JSON: " + model.Clean(err.Error())
	case errors.Is(e.Err, jsontext.ErrDuplicateName):
		return fmt.Sprintf("column %d: %s comes twice", p.column(int(e.ByteOffset)), model.Quote(e.JSONPointer.LastToken()))
	}
	return fmt.Sprintf("column %d: not JSON: %s", p.column(int(e.ByteOffset)), model.Clean(e.Err.Error()))
}
