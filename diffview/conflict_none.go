package diffview

import "fmt"

// None against some: nobody was hurt, six were hurt. Of people, and of what may
// befall them (counted.go), because there "nobody" leaves no room.

// noneConfidence is a guess: the labelled pairs have no such clash.
const noneConfidence = .7

// noneReach is how far behind "nobody" it stands what did not befall anybody,
// in words.
const noneReach = 4

var (
	// nobodies are the people of "no people".
	nobodies = set("one people person passengers passenger residents students children civilians officers crew bystanders")
	// exceptions leave room for some.
	exceptions = set("else other others more further serious seriously badly critically major immediate immediately yet but except reports report reported confirmed")
)

// noneClashes finds a fate that the one says befell nobody and the other some.
func noneClashes(f finding) []clash {
	for s := range f.match.sides {
		side := Side(s)
		i, j := [2]int{f.link.i, f.link.j}[side], [2]int{f.link.i, f.link.j}[side.Other()]
		p, q := f.match.sides[side], f.match.sides[side.Other()]
		at, befell := p.none(i)
		if befell == noFate || p.counts(befell, i) || p.doubted(i, -1) || q.doubted(j, -1) {
			continue
		}
		if _, too := q.none(j); too == befell {
			continue
		}
		for _, n := range q.quantitiesOf(j) {
			if n.kind != count || n.fate != befell || n.value < 1 || !n.anyone(q) && !nobodies[q.tokens[n.noun].text] {
				continue
			}
			zero := n
			zero.value, zero.high = 0, 0
			update := f.risen(zero, n)
			if side == Right {
				update = f.risen(n, zero)
			}
			c := clash{kind: PolarityConflict, confidence: noneConfidence, update: update}
			c.tokens[side], c.tokens[side.Other()] = at, [2]int{n.hedged, q.fateEnd(n, j)}
			c.reason = func(left, right string) string {
				return fmt.Sprintf("‘%s’ against ‘%s’, counting %s", left, right, befell)
			}
			return []clash{c}
		}
	}
	return nil
}

// fateEnd returns where a count ends with the words close behind it that tell
// what befell those counted: "six people were hurt".
func (p *Prepared) fateEnd(q quantity, sentence int) int {
	end := max(q.last, q.noun+1)
	for k := end; k < min(end+noneReach, p.sentences[sentence].last) && p.tokens[k].class != punct; k++ {
		if fates[p.tokens[k].text] == q.fate {
			return k + 1
		}
	}
	return end
}

// none returns where a sentence says that something befell nobody, and what;
// noFate when it does not, or leaves room.
func (p *Prepared) none(sentence int) (at [2]int, befell fate) {
	s := p.sentences[sentence]
	for k := s.first; k < s.last; k++ {
		n := k + 1
		switch t := p.tokens[k].text; {
		case t == "nobody":
		case t == "no" && n < s.last && nobodies[p.tokens[n].text]:
			n++
		case t == "no" && n < s.last && fates[p.tokens[n].text] != noFate && p.tokens[n].text != "missing":
		default:
			continue
		}
		for ; n < s.last && n <= k+noneReach && p.tokens[n].class != punct; n++ {
			if exceptions[p.tokens[n].text] {
				break
			}
			if fates[p.tokens[n].text] == noFate {
				continue
			}
			if n+1 < s.last && exceptions[p.tokens[n+1].text] {
				break
			}
			return [2]int{k, n + 1}, fates[p.tokens[n].text]
		}
	}
	return at, noFate
}

// counts reports whether an article tells of some whom the fate befell, in a
// sentence or close to it.
func (p *Prepared) counts(befell fate, sentence int) bool {
	for k := max(0, sentence-nearSentences); k <= min(len(p.sentences)-1, sentence+nearSentences); k++ {
		for _, q := range p.quantitiesOf(k) {
			if q.fate == befell && q.value >= 1 {
				return true
			}
		}
	}
	return false
}
