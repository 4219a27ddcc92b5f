package store_test

import (
	"strings"
	"sync"
	"testing"

	"remit/model"
	"remit/store"
	"remit/store/storetest"
)

// Branches that many keep at the same moment each get a name of their own, and each is
// there with all that it says.
func TestBranchesSideBySideHaveNamesOfTheirOwn(t *testing.T) {
	for kind, s := range map[string]model.Sessions{"memory": store.NewMemory(nil), "bolt": open(t, fresh(t))} {
		t.Run(kind, func(t *testing.T) {
			parent, err := s.Create(t.Context(), storetest.Created("Acme"), storetest.Answered("headcount", model.Count(40)))
			if err != nil {
				t.Fatal(err)
			}
			const most = 12
			var kept [most]model.Session
			var all sync.WaitGroup
			for i := range kept {
				all.Go(func() {
					b, err := model.KeepBranch(t.Context(), s, parent, "", "Ada", parent.Answers, model.Ref{})
					if err != nil {
						t.Error(err)
					}
					kept[i] = b
				})
			}
			all.Wait()
			names := map[string]bool{}
			for _, b := range kept {
				now, err := s.Get(t.Context(), b.ID)
				if err != nil || now.Name != b.Name || now.Answers["headcount"] != model.Count(40) {
					t.Errorf("%+v, %v", now, err)
				}
				names[strings.ToLower(now.Name)] = true
			}
			if len(names) != most {
				t.Errorf("%d branches have %d names", most, len(names))
			}
		})
	}
}

// A name that somebody chooses is theirs, taken or not.
func TestAChosenNameOfABranchStays(t *testing.T) {
	s := store.NewMemory(nil)
	parent, err := s.Create(t.Context(), storetest.Created("Acme"))
	if err != nil {
		t.Fatal(err)
	}
	for range 2 {
		b, err := model.KeepBranch(t.Context(), s, parent, "Acme", "", nil, model.Ref{})
		if err != nil || b.Name != "Acme" || b.Parent != parent.ID {
			t.Errorf("%+v, %v", b, err)
		}
	}
}
