// Package cli holds the commands and the wiring: it is the only package that
// imports all others, and the only one that knows about arguments, environment
// variables, exit codes and the places where files live.
//
// Main runs one command line from start to end and gives its exit code. It
// touches nothing but what its Env holds, so that a test is a call.
//
// # The parts
//
// cli.go has Env, Main and the tree of commands; wire.go opens the store and
// makes the engine when a command first asks for them; exit.go is the one place
// that turns errors into exit codes and words; plain.go is the interview line by
// line, for screen readers, pipes and dumb terminals; pool.go spreads long work over
// all cores and keeps its order, for batches and for many reports; output.go writes
// files that are there whole or not at all. Each command has a file with an options
// struct, a constructor and a run method.
//
// # How one could hurt oneself
//
// Read from app.in and write to app.out, never to the streams of the Env: there
// is one buffered reader for the whole run, because a second one would lose what
// the first has read ahead, and one writer that remembers its first error.
//
// Answers are saved one at a time, before the next question is asked. Do not
// collect them.
//
// Text of people, files and the environment passes model.Clean before it is
// printed; complain does it for errors.
package cli
