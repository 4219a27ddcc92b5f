package advisor

import (
	"io/fs"
	"strconv"

	"go.yaml.in/yaml/v3"

	"remit/model"
)

// formatVersion is the version of the file format that this remit reads.
const formatVersion = 1

// headFile is the one file in which a framework says what it is.
const headFile = "framework.yaml"

// Load reads the framework that the *.yaml files in the root of fsys make up and
// checks it whole. It gives either a framework in which every reference resolves
// and every check holds, or an error:
//
//   - model.Faults, of kind KindInvalid, with every fault in the order of the
//     files, each with "file:line:column", the thing it is about and the cure;
//     after 200 faults the last one only counts the rest
//   - a *model.Error of kind KindNewer if the format is newer than this remit
//   - a *model.Error of kind KindNotFound, KindPermission or KindIO if there is
//     nothing to read or reading fails
//
// Whatever the files hold, Load ends soon and keeps within some tens of MB.
func Load(fsys fs.FS) (*model.Framework, error) {
	in := newLoading()
	files, err := in.readFolder(fsys)
	if err != nil {
		return nil, err
	}
	in.parse(files)
	if err := in.newer(); err != nil {
		return nil, err
	}
	in.f.Hash = hashOf(files)
	in.readHead()
	in.readWords()
	in.readQuestions()
	in.readStructures()
	in.readRules()
	in.readTables()
	in.readLaws()
	in.readAgreement()
	in.readCases()
	in.readPlaybook()
	in.readTransitions() // after the practices that its steps name
	in.finish()
	if in.whole {
		in.check()
	}
	if faults := in.said.faults(); len(faults) > 0 {
		return nil, faults
	}
	return in.f, nil
}

// loading is one call of Load: what has been read so far and what was wrong.
type loading struct {
	f     *model.Framework
	said  complaints
	roots []*form // one for each file, in the order of the files
	head  *form   // the root of headFile; nil if there is none
	whole bool    // every file could be read; if not, what seems to be missing may stand there

	places    map[string]map[string]place // where an id was declared, by noun
	questions map[string]*model.Question
	doubtful  map[string]bool    // questions with faults of their own: what is asked of them is not judged
	bands     map[string][]place // where the bands of a question stand
	cuts      []cut
	used      map[string]bool // sources that something names
	unless    []unlessAt      // of questions, to be read when all are known

	unresolved map[string]bool // nouns of which an unknown one was named: what seems unused may be meant
}

func newLoading() *loading {
	return &loading{
		f:         &model.Framework{},
		whole:     true,
		places:    map[string]map[string]place{},
		questions: map[string]*model.Question{},
		doubtful:  map[string]bool{},
		bands:     map[string][]place{},
		used:      map[string]bool{},

		unresolved: map[string]bool{},
	}
}

// parse turns the files into forms, one a file.
func (in *loading) parse(files []textFile) {
	for _, file := range files {
		root := in.parseFile(file)
		if root == nil {
			in.whole = false
			continue
		}
		s := spot{in: in, file: file.index, node: root}
		if root.Kind != yaml.MappingNode {
			s.fault("the file is "+describe(root)+", not a mapping", "A file begins with a key such as rules: in the first column.")
			in.whole = false
			continue
		}
		f := s.form("")
		in.roots = append(in.roots, f)
		if file.name == headFile {
			in.head = f
		}
	}
}

// newer refuses a framework of a later format before anything in it is judged by
// the rules of this one.
func (in *loading) newer() error {
	if in.head == nil {
		return nil
	}
	s, ok := in.head.get("format")
	if !ok {
		return nil
	}
	format, err := strconv.Atoi(s.node.Value)
	if err != nil || format <= formatVersion {
		return nil
	}
	return &model.Error{
		Kind:  model.KindNewer,
		Where: in.said.where(s.place()),
		What:  "the framework has format " + strconv.Itoa(format) + ", and this remit reads up to format " + strconv.Itoa(formatVersion),
		Cure:  "Use a newer remit, or the framework as it was written for this one.",
	}
}

// readHead reads what the framework is called; it stands in headFile alone.
func (in *loading) readHead() {
	keys := []string{"format", "id", "version", "title", "summary"}
	for _, root := range in.roots {
		if root == in.head {
			continue
		}
		for _, key := range keys {
			if s, ok := root.get(key); ok {
				s.fault(key+" belongs in "+headFile, "Move it there, or take it out.")
			}
		}
	}
	if in.head == nil {
		if in.whole {
			in.said.add(place{file: noFile}, "the framework has no "+headFile,
				"Add the file with format, id, version, title and summary.")
		}
		return
	}
	in.f.Format = required(in.head, "format", spot.format)
	in.f.ID = required(in.head, "id", spot.id)
	in.f.Version = required(in.head, "version", spot.version)
	in.f.Title = required(in.head, "title", spot.line)
	in.f.Summary = required(in.head, "summary", spot.text)
}

func (s spot) format() int { return s.integer(1, formatVersion) }

// joined reads the items of a top-level list from all files. Beyond most items
// none is read: a list that long is not the work of a person.
func joined[T any](in *loading, key string, most int, read func(spot) T) []T {
	var spots []spot
	for _, root := range in.roots {
		list, ok := root.get(key)
		if !ok {
			continue
		}
		spots = append(spots, list.list()...)
		if len(spots) > most {
			list.fault(key+" has more than "+strconv.Itoa(most)+" items", "Split the framework, or leave some out.")
			in.whole = false
			return nil
		}
	}
	if len(spots) == 0 {
		return nil
	}
	items := make([]T, len(spots))
	for i, s := range spots {
		items[i] = read(s)
	}
	return items
}

// finish reports the keys that nobody asked for, once everybody has asked.
func (in *loading) finish() {
	for _, root := range in.roots {
		root.done()
	}
}
