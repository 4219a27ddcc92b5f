package cli

import (
	"regexp"
	"strconv"
	"strings"
	"testing"

	"remit/advisor"
	"remit/model"
)

// What the founding documents claim is carried by the product: docs/founding-claims.md
// lists every claim, and every place that it names is there.
func TestEveryFoundingClaimIsCarried(t *testing.T) {
	claims := map[string]int{"stakeholder-roles": 16, "peer-forum": 17, "whos-in-charge": 19, "three-titles": 12, "sparring-partners": 10}
	exists := knownPlaces(t)
	text := readText(t, "../docs/founding-claims.md")
	sections := strings.Split(text, "\n## ")[1:]
	if len(sections) != len(claims) {
		t.Errorf("%d founding documents, want %d", len(sections), len(claims))
	}
	row := regexp.MustCompile(`(?m)^\| (\d+) \| (.+) \| (.+) \|$`)
	for _, section := range sections {
		source, body, _ := strings.Cut(section, "\n")
		if !exists["source:"+source] {
			t.Errorf("%s is no source of the framework", source)
		}
		rows := row.FindAllStringSubmatch(body, -1)
		if len(rows) != claims[source] {
			t.Errorf("%s: %d claims, want %d", source, len(rows), claims[source])
		}
		for i, r := range rows {
			if r[1] != strconv.Itoa(i+1) {
				t.Errorf("%s: claim %s stands in place %d", source, r[1], i+1)
			}
			carried, reason, _ := strings.Cut(r[3], "; not: ")
			if carried == "" && reason == "" {
				t.Errorf("%s, claim %s is carried nowhere, without a reason", source, r[1])
			}
			for place := range strings.SplitSeq(carried, ", ") {
				if !exists[place] {
					t.Errorf("%s, claim %s: there is no %s", source, r[1], place)
				}
			}
		}
	}
}

// knownPlaces are all parts of the built-in framework and all commands, as kind:id.
func knownPlaces(t *testing.T) map[string]bool {
	t.Helper()
	all := map[string]bool{}
	c := contentsOf(advisor.Builtin())
	kinds := map[string]string{"engagement row": "row", "reporting row": "row", "legal point": "legal-point"}
	for _, list := range comparedLists() {
		kind := list.noun
		if short, ok := kinds[kind]; ok {
			kind = short
		}
		for _, x := range list.things(c) {
			all[kind+":"+x.id] = true
		}
	}
	for _, r := range c.Rules {
		if r.Effect != model.Scores {
			all[string(r.Effect)+":"+r.ID] = true
		}
	}
	env, _, _ := world(t, "")
	for _, cmd := range newRoot(&app{env: env}).Commands() {
		all["command:"+cmd.Name()] = true
	}
	return all
}
