// Package report puts advice on paper: as plain text for a terminal, as Markdown, HTML
// and PDF for people to read, as a workbook, CSV and charts to work on, and as JSON for a
// program.
//
// A Report is put together once and every writer shows the same facts in the same
// order; Text, Markdown, HTML and PDF even share one document, so none can say what
// another leaves out. A Cut says how much of it is told, and to whom. The full one is a
// main part of at most about ten pages with annexes that prove it; the one for a board is
// what fits one page, without points and sources. Nothing here judges: whatever is
// written was said by the engine or by the framework. What nobody can imagine, such as a
// bakery of a thousand people, is left to JSON; see WithinReach.
//
// The JSON forms are a contract with other programs. Their schemas are in the folder
// schema and are given by Schema; fields are only ever added, and a change that breaks
// a reader gets a new schema. The same bytes come out for the same advice, always in
// the same order.
//
// A Catalogue is for what can be looked up without any answers: roles, and topics
// that can be explained. It finds them by name or by the words of a question, and
// composes a Page, which is a document like the others.
//
// # How one could hurt oneself
//
// Encoder keeps the constant parts of a framework's reasons as finished bytes.
// It may be used by many goroutines, but an Encoder belongs to one framework:
// advice given under another one is still written rightly, only slowly. Make one
// per framework and keep it.
//
// Text, Markdown, HTML and PDF clean every string once more before they write it, so
// that a framework or a session that came in through a side door cannot speak to the
// terminal. JSON does not clean, it escapes: what a program reads back is exactly
// what was there.
//
// PDF brings fonts of its own, which have Latin, Greek and Cyrillic letters and no
// others. A name in another script becomes boxes: show people the warnings, or give
// them the HTML form.
package report
