// Package model holds the words of remit: what a framework, an answer, a piece
// of advice and a session are, and what a keeper of sessions promises.
//
// It answers no question itself. The judgement is in package advisor, files are
// the business of package store, and screens, commands and reports only show
// what these types carry. Everybody imports model; model imports the standard
// library alone and does no I/O: no clock, no randomness, no files.
//
// # Glossary
//
// A Framework is the domain as data: topics, questions, structures, rules,
// decision tables, dissents and sources. A Question is what is asked, an Answer
// what was said. Three answers say that there is no answer, and they are never
// mixed and never read as "no": Unsure (nobody knows), NotApplicable (the
// question has no meaning here) and Later (to be found out). A Structure is one
// of five ways to lead technology. A Rule turns answers into points, with its
// reason and its sources. Advice is all that follows from one set of answers.
// A Session is one saved interview.
//
// # How one could hurt oneself
//
// Advice is a value computed from answers; do not store it. What people said and
// decided is stored, the advice is computed anew, so that it can never disagree
// with the answers beside it.
//
// Text that comes from a person or a file goes through Clean once, where it
// enters. Everything behind that door may print it.
//
// Answers is a map: Clone it before you change one that somebody else holds.
package model
