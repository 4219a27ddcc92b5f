package tui

import "remit/report"

// ExportRequest is the wish for a report as a file.
type ExportRequest struct {
	Session   string // the id of the session that it is about
	Format    string // one of those that remit report or remit chart know: "pdf"
	Cut       report.Cut
	Anonymous bool   // leave out who is asked and for whom
	Path      string // where it goes, seen from the working directory; never empty
}

// ExportResult says what became of a request.
type ExportResult struct {
	Path     string   // the whole path of the file
	Size     int64    // in bytes
	Command  string   // the command that does the same, ready for a shell
	Warnings []string // what is less well than it could be, such as signs that no font has; not cleaned
}
