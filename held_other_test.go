//go:build !unix

package main

import "github.com/rogpeppe/go-internal/testscript"

// held is not known where locks are of another kind; the stories that need it are
// for unix.
func held(ts *testscript.TestScript, _ bool, _ []string) { ts.Fatalf("held is for unix") }
