// Package tui is the terminal app: the screens a person moves through.
//
// The root (app) holds a stack of screens, the size, the theme, one overlay and
// one toast, and knows no screen by its type. It draws the frame around the top
// screen: where you are above, what the keys do below. A screen draws its body
// only, in the size it was last given.
//
// What people say is kept the moment they say it: an Update that takes an answer
// calls model.Sessions directly and waits for it, because a command that still
// runs when the program ends is dropped. What the store refuses stays on the screen
// (see holder) until it is saved, given up, or named by Run. Everything else that
// touches the store runs in a command and comes back as a message.
//
// # How one could hurt oneself
//
// A command runs beside Update. Let it close over copied values only, never over
// the screen, and let its reply carry an era (see env.era), because the screen
// may have moved on or left before it arrives.
//
// Colours change when the terminal reports its background. Read env.theme when
// you draw; do not keep a style.
//
// The width of a text is not its length. Measure, cut and wrap with the helpers
// of layout.go; a wide character cut in half breaks the whole line.
//
// Text from people and files is cleaned where it enters the program (the root
// cleans keys and pastes). Text read from a store is cleaned again by the screen
// that shows it, because the file may come from elsewhere.
package tui
