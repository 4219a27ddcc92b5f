package model

import "fmt"

// Structure is a way to lead technology. The five are a closed set: screens give
// each a letter and a colour, and the engine keeps points in arrays of five.
type Structure uint8

// The five structures.
const (
	CTO    Structure = iota // a Chief Technology Officer only
	CIO                     // a Chief Information Officer only
	Both                    // a CTO and a CIO
	Hybrid                  // one person who holds both jobs
	VCIO                    // a virtual CIO from outside; no executive of one's own yet

	NumStructures = 5
)

var structureIDs = [NumStructures]string{"cto", "cio", "both", "hybrid", "vcio"}

// Structures lists all five in the order of their declaration.
func Structures() []Structure { return []Structure{CTO, CIO, Both, Hybrid, VCIO} }

// String gives the id used in files and on the command line, "cto" to "vcio".
func (s Structure) String() string {
	if int(s) < len(structureIDs) {
		return structureIDs[s]
	}
	return fmt.Sprintf("structure(%d)", uint8(s))
}

// ParseStructure is the inverse of String; ok is false for any other text.
func ParseStructure(id string) (s Structure, ok bool) {
	for i, known := range structureIDs {
		if id == known {
			return Structure(i), true
		}
	}
	return 0, false
}

// MarshalText writes the id.
func (s Structure) MarshalText() ([]byte, error) {
	if int(s) >= len(structureIDs) {
		return nil, fmt.Errorf("no structure has the number %d", uint8(s))
	}
	return []byte(structureIDs[s]), nil
}

// UnmarshalText reads an id and refuses any other text.
func (s *Structure) UnmarshalText(b []byte) error {
	v, ok := ParseStructure(string(b))
	if !ok {
		return fmt.Errorf("unknown structure %q; it is one of cto, cio, both, hybrid, vcio", b)
	}
	*s = v
	return nil
}

// Engagement says how the leader is bound to the company. The ids and their
// texts are data of the framework; these are the ones that the built-in one uses.
type Engagement string

// The engagements of the built-in framework.
const (
	FullTime   Engagement = "full-time"
	Fractional Engagement = "fractional"
	Interim    Engagement = "interim"
	Founder    Engagement = "founder"  // the founder keeps it for now
	Provider   Engagement = "provider" // no executive yet: a provider or an IT manager runs it
)

// Reporting says who reports to whom. Like Engagement its ids are data.
type Reporting string

// The reporting lines of the built-in framework.
const (
	Peers    Reporting = "peers"      // two leaders side by side under the CEO
	CTOToCIO Reporting = "cto_to_cio" // the CTO works under the CIO
	CIOToCTO Reporting = "cio_to_cto" // the CIO, or head of IT, works under the CTO
	ToCEO    Reporting = "to_ceo"
	ToCFO    Reporting = "to_cfo"
	ToCOO    Reporting = "to_coo"
	ToOwner  Reporting = "to_owner" // to the named person inside who answers for a virtual CIO
)

// Standing says how firm a recommendation is. It is a word and never a
// probability; package advisor defines it in one place.
type Standing string

// The standings, firmest first.
const (
	Clear   Standing = "clear"   // well ahead, also if every rule weighed a quarter more or less, and no single further answer can turn it
	Leaning Standing = "leaning" // ahead, but an answer that is missing could still turn it
	Open    Standing = "open"    // too close or too little known to call
)
