package model

// Voice is who takes a position, as far as the source tells.
type Voice struct {
	Source   string // its id, one of the position's
	Role     string // what the person is: "CTO"
	Industry string `json:",omitempty"`
	Size     string `json:",omitempty"` // of the company, with its unit: "51 to 200 people"
}

// String puts the voice into words: "CTO, software, 51 to 200 people".
func (v Voice) String() string {
	text := v.Role
	for _, more := range []string{v.Industry, v.Size} {
		if more != "" {
			text += ", " + more
		}
	}
	return text
}
