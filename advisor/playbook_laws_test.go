package advisor

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"remit/model"
)

// A playbook without a fault does what it promises, whoever asks.
func TestPlaybookKeepsItsPromises(t *testing.T) {
	for name, f := range map[string]*model.Framework{"minimal": LoadText(t, minimalBooked()), "built-in": loadedEngine(t).f} {
		t.Run(name, func(t *testing.T) { promises(t, f) })
	}
}

// promises holds a playbook to what its checks promise, by asking it as if for advice:
// in every situation that the tables can give, with no answers and with some.
func promises(t *testing.T, f *model.Framework) {
	t.Helper()
	if len(f.Playbook.Roles) == 0 {
		return
	}
	for _, fr := range newFrames(f).all {
		for turn := range 12 {
			as := model.Answers{}
			for i, q := range f.Questions {
				if k := turn * (i + 2); k%5 > 0 {
					as[q.ID] = someAnswer(q, k)
				}
			}
			s := model.Situation{Structure: fr.structure, Engagement: fr.engagement, Reporting: fr.reporting, Answers: as}
			there := whoIsThere(&f.Playbook, s)
			oneTree(t, &f.Playbook, s, there)
			everyRow(t, &f.Playbook, s, there)
		}
	}
}

func someAnswer(q model.Question, k int) model.Answer {
	if q.Kind == model.NumberQuestion {
		return model.Count(q.Min + k*k*k%(q.Max-q.Min+1))
	}
	return model.Choose(q.Options[k%len(q.Options)].ID)
}

func whoIsThere(p *model.Playbook, s model.Situation) map[string]bool {
	there := map[string]bool{}
	for _, r := range p.Roles {
		there[r.ID] = slices.ContainsFunc(r.Present, func(x model.Presence) bool {
			settled := func(id string) bool {
				return slices.ContainsFunc(p.Role(id).Present, func(x model.Presence) bool { return len(x.Without) == 0 && x.Holds(s) })
			}
			return x.Holds(s) && !slices.ContainsFunc(x.Without, settled)
		})
	}
	return there
}

// oneTree wants everybody to stand below the same top.
func oneTree(t *testing.T, p *model.Playbook, s model.Situation, there map[string]bool) {
	t.Helper()
	tops := map[string]bool{}
	for _, r := range p.Roles {
		at, steps := r.ID, 0
		for there[r.ID] {
			under := p.Role(at).Under
			i := slices.IndexFunc(under, func(l model.Line) bool { return there[l.Role] && l.Holds(s) })
			if steps++; i < 0 || steps > len(p.Roles) {
				tops[at] = true
				break
			}
			at = under[i].Role
		}
	}
	if charts := slices.ContainsFunc(p.Roles, charted); charts && len(tops) != 1 {
		t.Errorf("%+v: the tops are %v", s, tops)
	}
}

// everyRow wants somebody inside to answer and somebody to work wherever it is needed.
func everyRow(t *testing.T, p *model.Playbook, s model.Situation, there map[string]bool) {
	t.Helper()
	filled := func(role string) string {
		all := append([]string{role}, p.Role(role).StandIns...)
		if i := slices.IndexFunc(all, func(id string) bool { return there[id] }); i >= 0 {
			return all[i]
		}
		return ""
	}
	for _, a := range p.Activities {
		if len(a.Needed) > 0 && !slices.ContainsFunc(a.Needed, func(f model.Fit) bool { return f.Holds(s) }) {
			continue
		}
		who := ""
		if i := slices.IndexFunc(a.Accountable, func(l model.Assignment) bool { return l.Holds(s) }); i >= 0 {
			who = filled(a.Accountable[i].Role)
		}
		if who == "" || p.Role(who).Level == model.Outside {
			t.Errorf("%+v: %q answers for %s", s, who, a.ID)
		}
		if !slices.ContainsFunc(a.Responsible, func(p model.Part) bool { return p.Holds(s) && filled(p.Role) != "" }) {
			t.Errorf("%+v: nobody does %s", s, a.ID)
		}
	}
}

// What people could write in a playbook is limited by count, each limit named.
func TestPlaybookLimits(t *testing.T) {
	for key, most := range map[string]int{
		"roles": maxRoles, "activities": maxActivities, "separations": maxSeparations, "charters": maxCharters,
		"practices": maxPractices, "symptoms": maxSymptoms, "triggers": maxTriggers, "legal_points": maxLegalPoints,
		"costs": maxCosts, "alternatives": maxAlternatives, "explanations": maxExplanations,
	} {
		_, err := Load(oneFile(key + ":\n" + strings.Repeat("  - {}\n", most+1)))
		if want := fmt.Sprintf("%s has more than %d items", key, most); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("want %q, got %.300v", want, err)
		}
	}
	_, err := Load(oneFile("roles:\n  - focus: [" + strings.Repeat("x, ", maxInside+1) + "]\n"))
	if want := "focus has more than 50 items"; err == nil || !strings.Contains(err.Error(), want) {
		t.Errorf("want %q, got %.300v", want, err)
	}
}

// The largest playbook over the largest tables is judged in a moment, even if all of
// its roles stand below each other.
func TestLargestPlaybook(t *testing.T) {
	if testing.Short() {
		t.Skip("large")
	}
	var words, rows, roles strings.Builder
	var activities [2]strings.Builder
	for i := range maxTerms - 2 {
		fmt.Fprintf(&words, "  - {id: t%d, title: t, means: m}\n", i)
		fmt.Fprintf(&rows, "  - {id: e%d, when: {headcount: {at_least: 100}, technology: product}, then: t%d, because: b, sources: [book]}\n", i, i)
	}
	const role = "  - {id: r%d, title: t, short: r%d, level: executive, purpose: p, key: k, focus: [f], faces: [f], measures: [m], reports: r, works: [{role: r0, on: o}], appears: a, strength: weak, sources: [book], present: [{because: b, sources: [book]}], under: ["
	fmt.Fprint(&roles, strings.TrimSuffix(fmt.Sprintf(role, 0, 0), ", under: ["), "}\n")
	for i := 1; i < maxRoles; i++ {
		fmt.Fprintf(&roles, role, i, i)
		for k := range maxInside - 1 {
			fmt.Fprintf(&roles, "{when: {technology: product}, role: r%d}, ", 1+(i+k)%(maxRoles-1))
		}
		fmt.Fprint(&roles, "{role: r0}]}\n")
	}
	for i := range maxActivities {
		to := &activities[i%len(activities)]
		fmt.Fprintf(to, "  - {id: a%d, title: t, group: g, what: w, strength: weak, sources: [book], responsible: [r0], accountable: [", i)
		for k := range maxInside - 1 {
			fmt.Fprintf(to, "{engaged: [t%d], role: r%d, because: b}, ", k, k%maxRoles)
		}
		fmt.Fprint(to, "{role: r0, because: b}]}\n")
	}
	files := fstest.MapFS{
		"framework.yaml": {Data: []byte(strings.NewReplacer(
			"\nengagement:\n", "\nengagement:\n"+rows.String(),
			"\nreporting:\n", "\nreporting:\n"+strings.ReplaceAll(rows.String(), "id: e", "id: r"),
			"\nreportings:\n", "\nreportings:\n"+words.String(),
			"\nengagements:\n", "\nengagements:\n"+words.String()).Replace(MinimalFramework))},
		"roles.yaml": {Data: []byte("roles:\n" + roles.String())},
		"rows1.yaml": {Data: []byte("activities:\n" + activities[0].String())},
		"rows2.yaml": {Data: []byte("activities:\n" + activities[1].String())},
	}
	took, used, err := costs(files)
	t.Logf("%v, %d MB", took.Round(time.Millisecond), used>>20)
	if took > 4*soon {
		t.Errorf("it took %v", took)
	}
	if err == nil || !strings.Contains(err.Error(), "the role stands below itself") {
		t.Errorf("got %.500v", err)
	}
}
