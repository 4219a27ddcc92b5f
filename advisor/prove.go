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
	Situation model.Situation // a whole answer sheet, and what it is advised
}

// VerifyPlaybook proves that in every situation the chart is one tree, somebody inside
// answers for every row of the matrix, duties that must be apart are apart, every seat
// that should have one has a charter, no charter names a post that is not there, everybody
// drawn below the executives has work, no leader does the work of every day in person, and
// no step of the plan is due from somebody who is still to come. It ends early with ctx's error; progress, if not nil, is told the share
// that is done.
func (e *Engine) VerifyPlaybook(ctx context.Context, progress func(done float64)) (PlaybookProof, error) {
	p := e.newProver(ctx)
	rows, apart, charters, names, work, daily, steps := p.rows(), p.separations(), p.charters(), p.names(), p.work(), p.daily(), p.steps()
	p.proof.About = model.Claims{Rows: len(rows), Separations: len(apart), Charters: len(charters), Names: len(names), Posts: len(work), Daily: len(daily), Steps: len(steps)}
	claims := slices.Concat(p.chart(), rows, apart, charters, names, work, daily, steps)
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
type promise struct {
	name  string
	wrong []func(*crew) string
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
		for p.inquiry.begin(); ; {
			if p.ctx.Err() != nil {
				p.err = context.Cause(p.ctx)
				return
			}
			p.proof.Situations++
			text := wrong(p.inquiry.crew())
			if text != "" && p.shown(c.name, text, search) {
				return
			}
			if !p.inquiry.next() {
				break
			}
			if p.inquiry.spent > p.most {
				p.proof.Unproven = append(p.proof.Unproven, c.name)
				return
			}
		}
	}
}

// shown settles a claim that is wrong in the situations at hand, if one of them occurs.
func (p *prover) shown(name, text string, search *verifying) (settled bool) {
	s, found := p.inquiry.witness(search)
	switch {
	case found:
		p.proof.Broken = append(p.proof.Broken, Broken{name, text, s})
	case p.ctx.Err() != nil:
		p.err = context.Cause(p.ctx)
	case search.err != nil:
		p.proof.Unproven = append(p.proof.Unproven, name)
	default:
		return false
	}
	return true
}
