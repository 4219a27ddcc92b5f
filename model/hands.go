package model

// Hands is how many people were counted who do the work of a role: 0 where nobody was, and
// of roles that lead others, since those who were counted need not have a head.
func (r *Role) Hands(as Answers) int {
	if n := as[r.Counted]; r.Level == Specialist && n.Kind == Number {
		return n.Number
	}
	return 0
}
