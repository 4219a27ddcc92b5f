//go:build race

package main

// underRace is true where the race detector is on.
const underRace = true
