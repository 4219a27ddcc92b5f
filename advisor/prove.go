package advisor

import (
	"context"
	"slices"

	"remit/model"
)

// Whether what follows from an advice is sound is proven for every situation, not
// tried on some: see inquiry.go for how a claim is put to all of them at once. A
// claim is broken only if a real answer sheet breaks it, and that sheet is given: a
// situation that no company can be in breaks nothing.

// PlaybookProof says what was proven about the playbook.
type PlaybookProof struct {
	Claims     int // claims that were put
	About      model.Claims
	Situations int      // situations that had to be told apart for that, over all claims
	Broken     []Broken // claims that do not hold, each with one sheet that breaks it
	Unproven   []string // claims that took too much work to settle; no sheet is known to break them
}

// Holds reports whether every claim is proven.
func (p *PlaybookProof) Holds() bool { return len(p.Broken)+len(p.Unproven) == 0 }

// Broken is a claim about the playbook that does not hold.
type Broken struct {
	Claim     string
	Text      string          // what is wrong
	Situation model.Situation // a whole answer sheet, and what it is advised; without answers where no sheet could show it
}

// VerifyPlaybook proves that in every situation the chart is one tree, somebody inside
// answers for every row of the matrix, duties that must be apart are apart, every seat
// that should have one has a charter, no charter names a post that is not there or is without
// something that it must say, each of its lines is read by somebody, everybody drawn below the executives has work, no leader does the work of every day in person, and
// no step of the plan is due from somebody who is still to come. It ends early with ctx's
// error; progress, if not nil, is told the share that is done.
func (e *Engine) VerifyPlaybook(ctx context.Context, progress func(done float64)) (PlaybookProof, error) {
	p := e.newProver(ctx)
	rows, apart, charters, names, lists, lines := p.rows(), p.separations(), p.charters(), p.names(), p.lists(), p.lines()
	work, reasons, daily, steps := p.work(), p.reasons(), p.daily(), p.steps()
	p.proof.About = model.Claims{Rows: len(rows), Separations: len(apart), Charters: len(charters), Names: len(names), Lists: len(lists), Lines: len(lines),
		Posts: len(work), Reasons: len(reasons), Daily: len(daily), Steps: len(steps)}
	claims := slices.Concat(p.chart(), rows, apart, charters, names, lists, lines, work, reasons, daily, steps)
	for i, c := range claims {
		if p.prove(c); p.err != nil {
			return PlaybookProof{}, p.err
		}
		if progress != nil {
			progress(float64(i+1) / float64(len(claims)))
		}
	}
	return p.proof, nil
}

// promise is a claim: something that must be so in every situation. Each of wrong looks
// for one way in which it could fail, and says what is wrong, "" if nothing is. They
// are gone through one after the other, for fewer situations need to be told apart.
//
// Each of some must be so for some company at least.
type promise struct {
	name  string
	wrong []func(*crew) string
	some  []instance
}

// instance is something that is so for some company.
type instance struct {
	holds     func(*crew) string // "" where it is not so
	otherwise string             // what is wrong if it is so nowhere
}

// prover gives up on a claim that takes too much work, counted as for all else that is
// verified: most for telling situations apart, and as much for the search of sheets.
type prover struct {
	e       *Engine
	book    *model.Playbook
	ctx     context.Context
	inquiry *inquiry
	most    int
	proof   PlaybookProof
	err     error
}

func (e *Engine) newProver(ctx context.Context) *prover {
	return &prover{e: e, book: e.Playbook(), ctx: ctx, inquiry: e.newInquiry(), most: claimWork}
}

// prove settles a claim.
func (p *prover) prove(c promise) {
	p.proof.Claims++
	p.inquiry.spent = 0
	search := &verifying{Engine: p.e, ctx: p.ctx, left: p.most}
	for _, wrong := range c.wrong {
		text, s, how := p.find(wrong, search)
		if how == occurs {
			p.proof.Broken = append(p.proof.Broken, Broken{c.name, text, s})
			return
		}
		if p.gaveUp(c, how) {
			return
		}
	}
	for _, x := range c.some {
		_, _, how := p.find(x.holds, search)
		if how == nowhere {
			p.proof.Broken = append(p.proof.Broken, Broken{Claim: c.name, Text: x.otherwise})
			return
		}
		if p.gaveUp(c, how) {
			return
		}
	}
}

// gaveUp notes a claim that took too much work.
func (p *prover) gaveUp(c promise, how finding) bool {
	if how == unsettled && p.err == nil {
		p.proof.Unproven = append(p.proof.Unproven, c.name)
	}
	return how == unsettled
}

// finding is what came of a search.
type finding uint8

const (
	nowhere   finding = iota // no company is in such a situation
	occurs                   // one is
	unsettled                // it took too much work, or was told to end
)

// find goes through all situations for one in which there is something to say and that
// occurs.
func (p *prover) find(say func(*crew) string, search *verifying) (text string, s model.Situation, how finding) {
	for p.inquiry.begin(); ; {
		if p.ctx.Err() != nil {
			p.err = context.Cause(p.ctx)
			return "", s, unsettled
		}
		p.proof.Situations++
		if text = say(p.inquiry.crew()); text != "" {
			s, found := p.inquiry.witness(search)
			switch {
			case found:
				return text, s, occurs
			case p.ctx.Err() != nil:
				p.err = context.Cause(p.ctx)
				return "", s, unsettled
			case search.err != nil:
				return "", s, unsettled
			}
		}
		if !p.inquiry.next() {
			return "", s, nowhere
		}
		if p.inquiry.spent > p.most {
			return "", s, unsettled
		}
	}
}
