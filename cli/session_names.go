package cli

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/spf13/cobra"

	"remit/model"
)

// about is what a new session is told about itself.
type about struct{ name, client, asked string }

// given reports whether anything was said.
func (b about) given() bool { return b != about{} }

func (b *about) flags(cmd *cobra.Command) {
	cmd.Flags().StringVar(&b.name, "name", "", "name of the new session; without one it is named by the date")
	cmd.Flags().StringVar(&b.client, "client", "", "for whom it is")
	cmd.Flags().StringVar(&b.asked, "asked", "", "who is asked")
}

// checked gives it as it will be kept. A name that was given must show.
func (b about) checked() (about, error) {
	named := b.name != ""
	for _, t := range []struct {
		what string
		text *string
	}{{"the name", &b.name}, {"the client", &b.client}, {"who is asked", &b.asked}} {
		kept, err := entry(t.what, *t.text)
		if err != nil {
			return b, err
		}
		*t.text = kept
	}
	if named && blank(b.name) {
		return b, errBlankName()
	}
	return b, nil
}

// entry makes one line from outside fit to be kept. Nothing is cut: what is too
// long is refused.
func entry(what, text string) (string, error) {
	kept := strings.TrimSpace(model.Clean(text))
	if len(kept) > model.MaxName {
		return "", &model.Error{Kind: model.KindUsage,
			What: fmt.Sprintf("%s has %d bytes; the most is %d", what, len(kept), model.MaxName),
			Lost: "Nothing was saved.", Cure: "Say it shorter: a plain letter is one byte, others are up to four."}
	}
	return kept, nil
}

func errBlankName() error {
	return &model.Error{Kind: model.KindUsage, What: "a name cannot be empty", Lost: "Nothing was saved.",
		Cure: "Give it at least one character that shows."}
}

// blank reports a text in which nothing shows.
func blank(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool {
		switch r {
		case 0x115F, 0x1160, 0x2800, 0x3164, 0xFFA0: // fillers: letters and signs without ink
			return false
		}
		return unicode.IsGraphic(r) && !unicode.IsSpace(r) && !unicode.In(r, unicode.Zs, unicode.Mn, unicode.Me, unicode.Cf)
	})
}
