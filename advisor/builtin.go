package advisor

import (
	"embed"
	"encoding/json"
	"io/fs"
	"sync"

	"remit/model"
)

// files is the built-in framework as people read and copy it, with the
// description of its format.
//
//go:embed framework
var files embed.FS

// snapshot is the built-in framework as Load gives it. Reading and checking the
// files takes longer than everything else that remit does before its first
// screen, and their outcome never changes.
//
//go:generate go test -run TestSnapshot -snapshot .
//go:generate go test ../cli -run HospitalFollows -update
//go:embed builtin.json
var snapshot string

// snapshotAnnex and snapshotPlaybook are the rest of it, which many runs never look at.
var (
	//go:embed builtin-annex.json
	snapshotAnnex string
	//go:embed builtin-playbook.json
	snapshotPlaybook string
)

// BuiltinFS holds the files of the framework that remit carries; Load reads them.
func BuiltinFS() fs.FS {
	folder, err := fs.Sub(files, "framework")
	if err != nil {
		panic("advisor: " + err.Error()) // the name above is no legal path
	}
	return folder
}

// builtinFramework is what Load gives for BuiltinFS, many times faster. All
// callers share it; nobody changes it. It panics only if the snapshot is damaged,
// which a test rules out.
var builtinFramework = sync.OnceValue(func() *model.Framework {
	var f model.Framework
	if err := json.Unmarshal([]byte(snapshot), &f); err != nil {
		panic("advisor: the built-in framework: " + err.Error())
	}
	return &f
})

// builtinAnnex is the annex that Load gives for BuiltinFS.
var builtinAnnex = sync.OnceValue(func() *model.Annex {
	var a model.Annex
	if err := json.Unmarshal([]byte(snapshotAnnex), &a); err != nil {
		panic("advisor: the annex of the built-in framework: " + err.Error())
	}
	return &a
})

// builtinPlaybook is the playbook that Load gives for BuiltinFS.
var builtinPlaybook = sync.OnceValue(func() *model.Playbook {
	var p model.Playbook
	if err := json.Unmarshal([]byte(snapshotPlaybook), &p); err != nil {
		panic("advisor: the playbook of the built-in framework: " + err.Error())
	}
	return &p
})
