package advisor

import (
	"testing"
	"testing/fstest"

	"remit/model"
)

// MinimalFramework is about the smallest framework without a fault that uses
// every part of the format once.
const MinimalFramework = `format: 1
id: minimal
version: 1.0.0
title: A minimal framework
summary: Two questions and five structures.

structures:
  - {id: cio, title: CIO only, letter: I, verdict: Have a CIO., means: One CIO., first: Begin.}
  - {id: cto, title: CTO only, letter: T, verdict: Have a CTO., means: One CTO., first: Begin.}
  - {id: vcio, title: Virtual CIO, letter: V, verdict: Have a vCIO., means: One from outside., first: Begin.}
  - {id: hybrid, title: One for both, letter: H, verdict: Have one for both., means: Two jobs., first: Begin.}
  - id: both
    title: CTO and CIO
    letter: B
    verdict: Have both.
    means: Two people.
    first: Begin.

topics:
  - id: company
    title: The company
    intro: What it is.

questions:
  - id: technology
    topic: company
    kind: choice
    ask: What is technology to you?
    short: Technology
    why: It decides most.
    help: Think of what you sell.
    moves: {by: nobody}
    examples:
      - A software house sells it.
    options:
      - id: product
        label: We sell it
        help: It is the product.
      - id: part
        label: It is a part
        help: It is in the product.
      - id: support
        label: It helps us
        help: It keeps us running.
  - id: headcount
    topic: company
    kind: number
    ask: How many people work for you?
    short: Head count
    why: Size matters.
    help: Count everybody.
    moves: {by: growth, effort: 2}
    moves_how: hire
    examples: [Ten people are 10.]
    unit: people
    min: 0
    max: 1000
    bands:
      - {label: under 25, from: 0, to: 24, value: 12}
      - {label: 25 to 99, from: 25, to: 99, value: 60, help: A middling company.}
      - {label: 100 and more, from: 100, to: 1000, value: 300}

rules:
  - id: product-needs-cto
    title: The product is technology
    when:
      technology: product
    points: {cto: 3, cio: -2}
    because: Whoever sells technology must build it.
    strength: strong
    sources: [study]
  - id: big-needs-cio
    title: Many people
    when:
      headcount: {at_least: 100, at_most: 1000}
      technology: [part, support]
    points: {cio: 2}
    because: Many people need many systems.
    strength: medium
    sources: [study, book]
  - id: too-small-for-two
    title: Too small for two
    when:
      headcount: {at_most: 24}
    exclude: [both]
    because: Two leaders cost too much.
    strength: weak
    sources: [book]
  - id: engineers-alone
    title: Nobody runs the systems
    when: {technology: product}
    for: [cto]
    misfit: Name somebody.
    because: A CTO builds.
    strength: weak
    sources: [book]
  - id: write-it-down
    title: Write it down
    when: {headcount: {at_least: 25, at_most: 99}}
    safeguard: Write down who decides.
    because: Memories differ.
    strength: weak
    sources: [book]

engagements:
  - {id: full-time, title: full-time, means: Every day.}
  - {id: part-time, title: part-time, means: Some days.}

reportings:
  - id: to_ceo
    title: under the CEO
    means: To the CEO.

engagement:
  - id: small-is-part-time
    for: [cto, vcio]
    when:
      headcount: {at_most: 24}
    then: part-time
    because: There is not enough to do.
    sources: [book]
  - id: otherwise-full-time
    then: full-time
    because: It is a job.
    sources: [book]

reporting:
  - id: nobody-to-report-to
    for: [vcio]
    when: {technology: support}
    then: ""
    because: Nobody is there.
    sources: [book]
  - id: otherwise-ceo
    then: to_ceo
    because: It is usual.
    sources: [book]

dissents:
  - id: one-or-two
    question: One leader or two?
    for: [both]
    when:
      headcount: {at_least: 100}
    positions:
      - {says: One., sources: [study]}
      - {says: Two., sources: [book]}
    handling: We count the people.

sources:
  - {id: study, title: A study, publisher: A school, year: 2023, url: "https://example.org/study", note: Old data.}
  - id: book
    title: A book
    publisher: A press
    year: n.d.
`

// LoadText loads a framework that is one text.
func LoadText(t testing.TB, text string) *model.Framework {
	t.Helper()
	f, err := Load(oneFile(text))
	if err != nil {
		t.Fatalf("the framework has faults:\n%v", err)
	}
	return f
}

func oneFile(text string) fstest.MapFS {
	return fstest.MapFS{"framework.yaml": {Data: []byte(text)}}
}
