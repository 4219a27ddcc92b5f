package report_test

import (
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"

	"remit/advisor"
	"remit/model"
	"remit/report"
)

// randomly answers most questions, most of them really.
func randomly(f *model.Framework, r *rand.Rand) model.Answers {
	as := model.Answers{}
	for _, q := range f.Questions {
		switch n := r.IntN(10); {
		case n == 0:
			as[q.ID] = model.Answer{Kind: model.Unsure}
		case n == 1:
		case q.Kind == model.ChoiceQuestion:
			as[q.ID] = model.Choose(q.Options[r.IntN(len(q.Options))].ID)
		default:
			as[q.ID] = model.Count(q.Bands[r.IntN(len(q.Bands))].Value)
		}
	}
	return as
}

// How a change comes about is told for the direction that it has: fewer builders are not
// hired, and a seat that goes is not funded.
func TestTheWordsOfAChangeFollowItsDirection(t *testing.T) {
	f := advisor.Builtin().Framework()
	r := rand.New(rand.NewPCG(12, 1))
	told := 0
	for range 12 {
		company := whole(t, randomly(f, r))
		for _, turn := range company.Turns {
			if len(turn.Changes) != 1 || !turn.Changes[0].From.Real() || len(turn.Changes[0].Or) > 0 {
				continue
			}
			c := turn.Changes[0]
			moves := f.Question(c.Question).Moves
			right, wrong := moves.How, moves.Down
			if f.Question(c.Question).Falls(c.From, c.To) && wrong != "" {
				right, wrong = wrong, right
			}
			alone := *company.WhatIf
			alone.Turns = []model.Turn{turn}
			_, got, _ := strings.Cut(whatIfText(t, alone, report.TextOptions{Width: 400}), "What would change it")
			got, _, _ = strings.Cut(got, "The map")
			if !strings.Contains(got, "farther off") && (!strings.Contains(got, right) || wrong != "" && strings.Contains(got, wrong)) {
				t.Errorf("%s from %v to %v is told as\n%s", c.Question, c.From, c.To, got)
			}
			told++
		}
	}
	if told == 0 {
		t.Error("no single answer ever turned an advice")
	}
}

// doubled is what texts look like that were put together carelessly: an end in the middle
// of a line, or two colons for one thing.
var doubled = regexp.MustCompile(`\.;|\.:|;;|\.\.(?:\s|$)|: (?:recommended|ruled out|not yet):`)

// Sentences that are put together read as if somebody had written them.
func TestNoSentenceIsPutTogetherCarelessly(t *testing.T) {
	f := advisor.Builtin().Framework()
	r := rand.New(rand.NewPCG(25, 1))
	for range 12 {
		company := whole(t, randomly(f, r))
		for _, cut := range report.Cuts() {
			text := strings.Join(strings.Fields(cutText(t, company, cut)), " ")
			if at := doubled.FindStringIndex(text); at != nil {
				t.Errorf("%s: …%s…", cut, text[max(0, at[0]-60):min(len(text), at[1]+60)])
			}
		}
	}
}

// Who can pay no full-time executive is not sent to ask for the price of one.
func TestNobodyAsksForAFullTimeQuoteWithoutASeat(t *testing.T) {
	f := advisor.Builtin().Framework()
	r := rand.New(rand.NewPCG(17, 1))
	for range 12 {
		as := randomly(f, r)
		as["seats"] = model.Count(0)
		company := whole(t, as)
		company.Own = []model.Cost{ownCost("vcio", "USD", 9000, 15000, model.Month), ownCost("cto", "USD", 9000, 15000, model.Month)}
		for _, said := range report.Compared(company) {
			if strings.Contains(said, "Get a quote") {
				t.Errorf("%v: %s", as, said)
			}
		}
	}
}

// On the agenda the budget for the seat comes before what decides nothing, where the
// structure is sure and only the form of the post is open.
func TestTheOpenBudgetComesFirst(t *testing.T) {
	as := sheetOf(map[string]string{"technology": "product", "custom_software": "heavy", "estate": "simple", "regulation": "unsure",
		"strategy": "differentiation", "priority": "revenue", "audience": "unsure", "change": "steady", "seats": "unsure", "incumbent": "founder"},
		map[string]int{"headcount": 35, "engineers": 18})
	company := whole(t, as)
	ask := company.Framework.Question("seats").Ask
	_, list, ok := strings.Cut(cutText(t, company, report.Agenda), "What nobody knows yet")
	if !ok || strings.Index(strings.Join(strings.Fields(list), " "), ask) > 100 {
		t.Errorf("%q does not come first:\n%s", ask, list[:min(len(list), 400)])
	}
	for _, cut := range []report.Cut{report.Board, report.Agenda, report.Full} {
		if !strings.Contains(strings.Join(strings.Fields(cutText(t, company, cut)), " "), "Settle before the vote: “Seats you can fund”") {
			t.Errorf("%s: whether the seat can be paid is not asked before the vote", cut)
		}
	}
}
