package report

import "strings"

// Ask looks for what somebody means. Whoever asks more than once takes a Finder; what is
// asked for by name needs none.
func (c Catalogue) Ask(asked string) Found {
	if named := c.Named(asked); len(named) > 0 && !isQuestion(asked, named[0]) {
		return called(named)
	}
	return c.Finder().Ask(asked)
}

func called(named []Topic) Found { return Found{Best: &named[0], Namesakes: named[1:]} }

// Ask looks for what somebody means who may give a name or ask a question: by name first,
// then by words. A question is a question before it is a name: "both?" asks more than
// what that structure is.
func (f *Finder) Ask(asked string) Found {
	found := f.Find(asked)
	named := topicsNamed(f.topics, asked)
	if len(named) > 0 && (found.Best == nil || !isQuestion(asked, named[0])) {
		matches := found.Matches
		found = called(named)
		found.Matches = matches
	}
	return found
}

// isQuestion reports whether what names a topic is rather a question in somebody's own
// words: one that ends as questions do, or that happens to be the id of a part of the
// machine, which people write with hyphens.
func isQuestion(asked string, named Topic) bool {
	if named.Kind == AboutExplanation {
		return false
	}
	return strings.HasSuffix(asked, "?") || named.Kind == AboutDissent && strings.Contains(asked, " ") && !strings.HasPrefix(asked, string(named.Kind))
}
