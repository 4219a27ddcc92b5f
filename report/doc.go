// Package report puts advice on paper: as plain text for a terminal, as Markdown
// for a page and as JSON for a program.
//
// A Report is put together once and every writer shows the same facts in the same
// order; Text and Markdown even share one document, so neither can say what the
// other leaves out. Nothing here judges: whatever is written was said by the
// engine or by the framework. The brief forms tell less of the same: what fits one
// page, without points and sources.
//
// The JSON form is a contract with other programs. Its schema is in the folder
// schema and is given by AdviceSchema; fields are only ever added, and a change
// that breaks a reader gets a new schema. The same bytes come out for the same
// advice, always in the same order.
//
// # How one could hurt oneself
//
// Encoder keeps the constant parts of a framework's reasons as finished bytes.
// It may be used by many goroutines, but an Encoder belongs to one framework:
// advice given under another one is still written rightly, only slowly. Make one
// per framework and keep it.
//
// Text and Markdown clean every string once more before they write it, so that a
// framework or a session that came in through a side door cannot speak to the
// terminal. JSON does not clean, it escapes: what a program reads back is exactly
// what was there.
package report
