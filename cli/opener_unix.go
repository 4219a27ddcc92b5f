//go:build unix

package cli

import "syscall"

// ofItsOwn keeps the signals of the terminal away from a program that is started.
func ofItsOwn() *syscall.SysProcAttr { return &syscall.SysProcAttr{Setsid: true} }
