// Package advisor is the judgement of remit: pure functions of a framework and of
// what one company answered. The same answers give the same advice, for ever: there
// is no clock here, no randomness, no file system and no network, and all sums are
// integers.
//
// # The method
//
// A rule is a conjunction of conditions over questions, and an effect. A rule that
// scores adds small signed points to some of the five structures; a rule that
// excludes says which structures may not be recommended; misfits and safeguards
// only speak. A rule fires when every one of its conditions holds. A question
// without a real answer (nothing said, unsure, later, does not apply) satisfies no
// condition, so it fires nothing: unknown is never read as "no".
//
// The fit of a structure is the sum of the points of the rules that fired. The
// greatest fit that is not excluded is recommended; equal fits fall to the order in
// which the framework lists the structures. The reasons shown are these very
// points, so they add up to the fit shown: there is no second routine that explains.
//
// # Classes
//
// Rules cannot tell 40 people from 60 if none of them mentions a number in between.
// The numbers that conditions mention cut every numeric question into finitely many
// classes (class.go); class 0 is always silence. An answer sheet is one class for
// each question, and everything the engine computes is a function of the sheet.
// "Every company" therefore means every sheet, and can be checked.
//
// # What partial answers still allow
//
// A completion gives every open question any class, silence included; a question
// that does not apply stays silent. Which structures some completion recommends is
// found by a search (possible.go): a greedy climb looks for a witness first; if it
// finds none, the questions that many rules combine are fixed, the rest is split into
// groups that no rule joins, of each group only the best trade-offs between the leader
// and its four rivals are kept, and the groups are added up. A branch ends as soon as
// even the most favourable rest could not put the leader ahead. The range of each fit
// is found exactly by taking the questions out one after the other (unravel.go).
// How many completions lead to each structure is counted exactly (shares.go,
// sweep.go). That is a share of the ways to answer, never a probability.
//
// # What bounds the work
//
// Whatever stands in a framework, advice comes while a person waits. That is a
// property of the framework, not of the machine: nothing here looks at a clock.
// tangle.go computes, before the first answer, how closely rules over several
// questions tie these together, and New and Load refuse a framework that ties too many
// of them, with their names. Within that limit ranges are exact always. Whether a
// structure is possible is a harder question, even where no rule joins anything; its
// search has an allowance of work. A structure for which that runs out counts as
// possible: so what is called decided is decided, and what is called impossible never
// comes. The built-in framework, and frameworks several times its size, never come
// near the allowance. Sets of three changed answers are tried only where they are few
// enough (MostFlips). Verification may take its time; it stops when its context ends,
// and says what it could not settle.
//
// A framework cannot send anybody in a circle. Conditions ask for answers, and
// answers come from people: no rule, row or question depends on another one.
//
// # Standing
//
// See standing.go: clear, leaning and open are words about margin and about what is
// still unanswered. They are not probabilities and must never be shown as such.
//
// # Changes that can happen
//
// A flip is a smallest set of changed answers that turns the recommendation. The
// framework says of each question what can change its true answer (moves.go): nobody
// is told to have another business or another past, and companies grow rather than
// shrink. What nobody has answered yet may turn out to be anything. Every flip shown
// flips, and no smaller set of changes that can happen does.
//
// # What lies beside the judgement
//
// The annex (annex.go) holds published cases and the transitions from today's leader
// to each structure. It moves no advice, so the built-in one is decoded only when it
// is asked for. Which cases resemble a company is told by nearest.go. The playbook
// (load_playbook.go) says what follows from an advice; it is decoded as late, and the
// numbers that it asks for make no classes.
//
// # How one could hurt oneself
//
// The points are a judgement about published evidence, held to published cases by a
// test (cases_test.go) that names every case it misses. Change points for the
// reason that a rule gives, never for a case: other companies will come.
//
// An Engine keeps a pointer to its framework and assumes that nobody changes it.
package advisor
