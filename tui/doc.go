// Package tui is the terminal app: the screens a person moves through.
//
// The root (app) holds a stack of screens, the size, the theme, one overlay and
// one toast, and knows no screen by its type. It draws the frame around the top
// screen: where you are above, what the keys do below. A screen draws its body
// only, in the size it was last given.
//
// The result is one screen with ten pages. Those that are texts are written by the
// screen itself; the chart, the matrix and the roles have a cursor and keys of their own
// and are parts (see part): the screen gives them its input first and shares with them
// what follows from the advice, which is worked out when somebody first looks (see
// following). From the result one goes on to What if, to the export, and to the
// catalogue of roles, which also the home screen opens, as it does the questions that
// people ask. What is written to a file is made elsewhere: Deps brings the functions.
//
// A toast belongs to the page that it was said on and goes with it. A screen that shows
// several pages under one title says which is open (see pager); a last word of a screen
// that is left goes by env.parting, because the commands of a batch have no order.
//
// Structures are compared under their titles, but what is advised may go by other words
// (see form.go). The rules that judge have a page of their own, with their sources; where
// others were wished for and cannot be used, that is said at the start and there (see
// instead.go).
//
// What people say is kept the moment they say it: an Update that takes an answer
// calls model.Sessions directly and waits for it, because a command that still
// runs when the program ends is dropped. What the store refuses stays on the screen
// (see holder) until it is saved, given up, or named by Run. Everything else that
// touches the store runs in a command and comes back as a message.
//
// What is saved because of what the screen shows, such as a letter of the matrix that
// keeps its laws, is saved with AppendAt: others may have changed the session since (see
// insist).
//
// On a question every digit answers. So a session in which everything was asked opens at
// its result, and an answer is named where it leads, with the key that takes it back (see
// slip).
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
