// Package storetest is the contract of model.Sessions as tests. Every keeper of
// sessions passes it; a new one calls Run from a test of its own.
//
// Each test works on a store of its own and ends with the same question: do the
// sessions equal the replay of their events? A store that can check itself (a
// method Check) is asked to do that as well.
//
// # How one could hurt oneself
//
// open must give a new, empty store on every call. One store for all tests makes
// the listings of one the surprise of the next.
package storetest
