//go:build !unix

package cli

import "syscall"

// ofItsOwn keeps the signals of the terminal away from a program that is started: here
// none reach a program with a window.
func ofItsOwn() *syscall.SysProcAttr { return &syscall.SysProcAttr{} }
