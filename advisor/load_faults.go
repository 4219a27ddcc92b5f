package advisor

import (
	"cmp"
	"fmt"
	"slices"

	"remit/model"
)

const (
	maxFaults = 200    // faults that are told
	maxKept   = 10_000 // faults that are kept to find the first ones among
)

// noFile is the file of a fault that belongs to the framework as a whole.
const noFile = -1

// place is where something stands. Line and column count from 1; 0 means the
// whole file.
type place struct{ file, line, column int }

// complaint is a fault whose cure is worked out only if it is told: finding the
// nearest of thousands of words takes time.
type complaint struct {
	at   place
	what string
	cure func() string
}

// complaints collects what is wrong with a framework.
type complaints struct {
	files []string // names, by index
	list  []complaint
	more  int // faults beyond those kept
}

func (c *complaints) add(at place, what, cure string) {
	c.addLazily(at, what, func() string { return cure })
}

func (c *complaints) addLazily(at place, what string, cure func() string) {
	if len(c.list) >= maxKept {
		c.more++
		return
	}
	c.list = append(c.list, complaint{at, what, cure})
}

// count tells how many faults were found so far.
func (c *complaints) count() int { return len(c.list) + c.more }

// faults gives the first faults in the order of the files.
func (c *complaints) faults() model.Faults {
	slices.SortStableFunc(c.list, func(a, b complaint) int {
		return cmp.Or(cmp.Compare(a.at.file, b.at.file), cmp.Compare(a.at.line, b.at.line), cmp.Compare(a.at.column, b.at.column))
	})
	var faults model.Faults
	for _, told := range c.list[:min(len(c.list), maxFaults)] {
		faults = append(faults, &model.Error{
			Kind:  model.KindInvalid,
			What:  told.what,
			Where: c.where(told.at),
			Cure:  told.cure(),
		})
	}
	if rest := c.count() - len(faults); rest > 0 {
		faults = append(faults, &model.Error{
			Kind: model.KindInvalid,
			What: fmt.Sprintf("%d more faults are not listed", rest),
			Cure: "Mend those above and check again.",
		})
	}
	return faults
}

// where writes a place as file:line:column, as far as it is known.
func (c *complaints) where(at place) string {
	if at.file == noFile {
		return ""
	}
	name := model.Clean(model.Cut(c.files[at.file], 200))
	if at.line == 0 {
		return name
	}
	return fmt.Sprintf("%s:%d:%d", name, at.line, at.column)
}
