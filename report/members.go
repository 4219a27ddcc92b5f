package report

import "remit/model"

// The members of an advice, each as one JSON object.

func appendRef(dst []byte, ref model.Ref) []byte {
	dst = append(dst, `{"id":`...)
	dst = appendString(dst, ref.ID)
	dst = append(dst, `,"version":`...)
	dst = appendString(dst, ref.Version)
	dst = append(dst, `,"hash":`...)
	dst = appendString(dst, ref.Hash)
	return append(dst, '}')
}

func appendRank(dst []byte, r model.Rank) []byte {
	dst = append(dst, `{"structure":`...)
	dst = appendStructure(dst, r.Structure)
	dst = append(dst, `,"points":`...)
	dst = appendInt(dst, r.Points)
	dst = append(dst, `,"excluded":`...)
	dst = appendBool(dst, r.Excluded)
	return append(dst, '}')
}

func appendReason(dst []byte, r *model.Reason) []byte {
	dst = append(dst, `{"rule":`...)
	dst = appendString(dst, r.Rule)
	dst = append(dst, `,"structure":`...)
	dst = appendStructure(dst, r.Structure)
	dst = append(dst, `,"points":`...)
	dst = appendInt(dst, r.Points)
	dst = append(dst, `,"because":`...)
	dst = appendString(dst, r.Because)
	dst = append(dst, `,"questions":`...)
	dst = appendStrings(dst, r.Questions)
	dst = append(dst, `,"sources":`...)
	dst = appendStrings(dst, r.Sources)
	return append(dst, '}')
}

func appendFinding(dst []byte, f *model.Finding) []byte {
	dst = append(dst, `{"rule":`...)
	dst = appendString(dst, f.Rule)
	dst = append(dst, `,"title":`...)
	dst = appendString(dst, f.Title)
	dst = append(dst, `,"because":`...)
	dst = appendString(dst, f.Because)
	dst = append(dst, `,"do":`...)
	dst = appendString(dst, f.Do)
	dst = append(dst, `,"questions":`...)
	dst = appendStrings(dst, f.Questions)
	dst = append(dst, `,"sources":`...)
	dst = appendStrings(dst, f.Sources)
	return append(dst, '}')
}

func appendFlip(dst []byte, f model.Flip) []byte {
	dst = append(dst, `{"to":`...)
	dst = appendStructure(dst, f.To)
	dst = append(dst, `,"changes":`...)
	dst = appendList(dst, f.Changes, appendChange)
	return append(dst, '}')
}

func appendChange(dst []byte, c model.Change) []byte {
	dst = append(dst, `{"question":`...)
	dst = appendString(dst, c.Question)
	dst = append(dst, `,"from":`...)
	dst = appendAnswer(dst, c.From)
	dst = append(dst, `,"to":`...)
	dst = appendAnswer(dst, c.To)
	return append(dst, '}')
}

func appendUnknown(dst []byte, u model.Unknown) []byte {
	dst = append(dst, `{"question":`...)
	dst = appendString(dst, u.Question)
	dst = append(dst, `,"said":`...)
	dst = appendOrNull(dst, model.Answer{Kind: u.Said}.String())
	dst = append(dst, `,"could":`...)
	dst = appendStructures(dst, u.Could)
	dst = append(dst, `,"matters":`...)
	dst = appendBool(dst, u.Matters)
	return append(dst, '}')
}

func appendDissent(dst []byte, d model.Dissent) []byte {
	dst = append(dst, `{"id":`...)
	dst = appendString(dst, d.ID)
	dst = append(dst, `,"question":`...)
	dst = appendString(dst, d.Question)
	return append(dst, '}')
}
