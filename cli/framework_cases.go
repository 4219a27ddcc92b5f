package cli

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"remit/advisor"
	"remit/model"
)

// caseLine is one line of a file of cases: as for advise --batch, with the
// structures that are right for it, if they are known.
type caseLine struct {
	ID      json.RawMessage   `json:"id"`
	Answers model.Answers     `json:"answers"`
	Expect  []model.Structure `json:"expect"`
}

// maxCase is the longest line of a file of cases.
const maxCase = 1 << 20

// onFile weighs the cases in a file, one JSON object a line. Answers that neither
// framework accepts are faults: they would say nothing about either.
func (ef *effect) onFile(file string, from, to *advisor.Engine) error {
	f, err := os.Open(file)
	if err != nil {
		return unreadable(file, err)
	}
	defer f.Close()
	var faults faultList
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, maxCase)
	n := 0
	for lines.Scan() {
		n++
		if len(bytes.TrimSpace(lines.Bytes())) == 0 {
			continue
		}
		where := fmt.Sprintf("%s:%d", file, n)
		c, err := readCase(lines.Bytes())
		if err == nil {
			err = fitsSome(from.Framework(), to.Framework(), c.Answers)
		}
		if err != nil {
			faults.add(&model.Error{Kind: model.KindInvalid, Where: where, What: err.Error(),
				Cure: `A line is {"id": …, "answers": {"headcount": 40}}.`})
			continue
		}
		ef.weighCase(from, to, strings.Trim(string(c.ID), `"`), c.Answers, c.Expect)
	}
	if err := lines.Err(); errors.Is(err, bufio.ErrTooLong) {
		faults.add(&model.Error{Kind: model.KindInvalid, Where: fmt.Sprintf("%s:%d", file, n+1), What: "the line is longer than 1 MiB"})
	} else if err != nil {
		return unreadable(file, err)
	}
	if n == 0 {
		return &model.Error{Kind: model.KindInvalid, Where: file, What: "there are no cases in it"}
	}
	return faults.err()
}

// readCase reads one line.
func readCase(line []byte) (caseLine, error) {
	var c caseLine
	d := json.NewDecoder(bytes.NewReader(line))
	if err := d.Decode(&c); err != nil {
		return c, errors.New("this is not a case: " + err.Error())
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return c, errors.New("there is something behind the object; a line holds one")
	}
	if c.Answers == nil {
		return c, errors.New(`"answers" is missing`)
	}
	return c, nil
}

// fitsSome reports the first answer that neither framework accepts.
func fitsSome(from, to *model.Framework, as model.Answers) error {
	one := as.Clone()
	for id := range to.Usable(as) {
		delete(one, id)
	}
	return from.Check(one)
}
