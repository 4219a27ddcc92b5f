package advisor

import "remit/model"

// Changes that can happen. Who has no answer yet may find out any of them. An answer
// that is there changes as the framework says: what nobody moves stays; a number that
// moves by growth rises, and falls only where no line is drawn above it any more;
// everything else may become anything.

// turned gives the class to which an answer of class from can change so that it
// scores like the wanted class: the nearest for numbers, the first for choices. ok is
// false where it scores like that already or cannot change so.
func (d *domain) turned(wanted, from uint16) (class uint16, ok bool) {
	like := d.same[wanted]
	switch {
	case like == d.same[from]:
		return 0, false
	case from == silent:
		return wanted, true
	case d.moves.By == model.ByNobody:
		return 0, false
	case !d.number:
		return wanted, true
	}
	last := uint16(d.classes() - 1)
	falls := d.moves.By != model.ByGrowth || from == last
	for step := uint16(1); from+step <= last || falls && step < from; step++ {
		if up := from + step; up <= last && d.same[up] == like {
			return up, true
		}
		if falls && step < from && d.same[from-step] == like {
			return from - step, true
		}
	}
	return 0, false
}

// towards gives the answer of a class that is nearest to class from: for numbers the
// first one on the way.
func (d *domain) towards(class, from uint16) model.Answer {
	if d.number && class < from {
		return model.Count(d.answer[class].Number - 1)
	}
	return d.answer[class-1]
}
