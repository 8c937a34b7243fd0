package diffview

import "strings"

// What a count counts: a noun ("three aftershocks"), and what befell those
// counted ("killing 50", "80 people were hurt", "the death toll rose to 12").
// Casualties are told with or without a noun, so two counts of people are of
// the same thing when the same befell them.

// A fate is what befell the people or things counted.
type fate uint8

const (
	noFate fate = iota
	killed
	hurt
	arrested
	missing
	rescued
	stranded
	homeless
	destroyed
	infected
)

// fateNames are the words a reason names a fate by.
var fateNames = [...]string{"", "the dead", "the injured", "those arrested", "the missing", "the rescued", "those trapped", "those made homeless", "what was destroyed", "the infected"}

// String returns how a reason names those who had this fate.
func (f fate) String() string { return fateNames[f] }

// fates maps the words that tell a fate.
var fates = fateWords(map[fate]string{
	killed:    "killed kills kill killing dead died dies dying deaths fatalities slain perished",
	hurt:      "injured injures injure injuring injuries hurt hurting wounded wounds wounding",
	arrested:  "arrested arrests arrest arresting detained detains detaining",
	missing:   "missing unaccounted",
	rescued:   "rescued rescues rescuing saved freed",
	stranded:  "stranded stranding trapped trapping stuck",
	homeless:  "homeless displaced displacing evacuated evacuating",
	destroyed: "destroyed destroying destroys damaged damaging damages razed razing flattened",
	infected:  "infected infecting infections sickened",
})

func fateWords(of map[fate]string) map[string]fate {
	out := map[string]fate{}
	for f, words := range of {
		for _, w := range strings.Fields(words) {
			out[w] = f
		}
	}
	return out
}

// How far from a count what befell the counted is looked for.
const (
	fateAhead    = 9 // words after it: "six people on board were hurt"
	fatePlain    = 2 // of them words of meaning besides the noun
	fateBehind   = 4 // words before it: "killing more than 50"
	tollBehind   = 7 // "the toll, which had risen to 12"
	partDistance = 5 // from the N of "N of the M" to its M
)

// findCounted fills in what the counts of the sentence made of tokens
// [first, last) count.
func (p *Prepared) findCounted(qs []quantity, first, last int) {
	for n := range qs {
		q := &qs[n]
		if q.kind != count {
			continue
		}
		next := q.last
		for next < last && p.tokens[next].text == "-" {
			next++
		}
		if q.noun = p.countedNoun(next, last); q.noun >= 0 && next > q.last {
			q.noun = next // "a 38-word oath": words
		}
		if q.noun >= 0 && fates[p.tokens[q.noun].text] != noFate && !isPlural(p.tokens[q.noun].text) {
			q.noun = -1 // "six injured": people, though it does not say so
		}
		if q.fate = p.fateOf(q, first, last); n > 0 && q.fate == noFate && qs[n-1].last == q.first-1 && p.tokens[q.first-1].text == "to" {
			q.fate = qs[n-1].fate // "the toll rose from 10 to 12"
		}
		if n > 0 && p.partOf(&qs[n-1], q) {
			q.whole = true
			qs[n-1].noun = q.noun
		}
	}
}

// partOf reports whether q is the M of "N of M".
func (p *Prepared) partOf(part, q *quantity) bool {
	if part.kind != count || q.first <= part.last || q.first-part.last > partDistance {
		return false
	}
	of := part.last
	if p.tokens[of].text == "out" {
		of++
	}
	if p.tokens[of].text != "of" {
		return false
	}
	for k := of + 1; k < q.first; k++ {
		if t := &p.tokens[k]; t.class == punct {
			return false
		}
	}
	return true
}

// fateOf finds what befell those counted: "80 people were hurt", "80 hurt"
// after the number, "injuring 80", "a death toll of 80" before it.
func (p *Prepared) fateOf(q *quantity, first, last int) fate {
	t := p.tokens
	plain := 0
	for k := q.last; k < min(last, q.last+fateAhead); k++ {
		if t[k].class == punct && t[k].text != "-" || t[k].quantity >= 0 || clauseEnds[t[k].text] {
			break
		}
		if f := fates[t[k].text]; f != noFate && (k <= q.noun || q.noun < 0 || plain <= fatePlain) {
			if f == hurt && k+1 < last && t[k+1].text == "in" && plain > 0 {
				continue
			}
			return f
		}
		if t[k].class == content && k > q.noun {
			if plain++; plain > fatePlain {
				break
			}
		}
	}
	for k := q.hedged - 1; k >= max(first, q.hedged-tollBehind); k-- {
		w := t[k].text
		if t[k].class == punct && !(w == ",") || t[k].quantity >= 0 && w != "first" {
			return noFate
		}
		if w == "toll" || w == "fatalities" || w == "deaths" {
			return killed
		}
		if f := fates[w]; f != noFate && k >= q.hedged-fateBehind && !p.passive(k, first) && !p.apart(k+1, q.hedged) {
			return f
		}
	}
	return noFate
}

// clauseEnds are the words behind which something else is told.
var clauseEnds = map[string]bool{"and": true, "or": true, "but": true, "while": true, "after": true, "when": true, "because": true, "if": true, "before": true, "said": true, "says": true, "that": true, "which": true}

// passive reports whether the fate at token k befell what stands before it:
// "was killed", "those killed", "dead".
func (p *Prepared) passive(k, first int) bool {
	if k == first {
		return false
	}
	switch p.tokens[k-1].text {
	case "was", "were", "been", "being", "is", "are", "be", "those", "the", "of":
		return true
	}
	return p.tokens[k].text == "dead"
}

// apart reports whether a word in [i, end) parts what befell someone from the
// number after it: "stuck in 16 cabins".
func (p *Prepared) apart(i, end int) bool {
	for ; i < end; i++ {
		t := &p.tokens[i]
		if t.class == content || t.class == punct {
			return true
		}
		switch t.text {
		case "in", "on", "at", "by", "from", "for", "with", "near", "to", "within", "after":
			return true
		}
	}
	return false
}

// countedNoun returns the token that names what is counted: the last of the
// content words that follow the number without a break, at most four words on,
// preferring the first plural.
func (p *Prepared) countedNoun(i, last int) int {
	noun := -1
	for k := i; k < last && k < i+5; k++ {
		t := &p.tokens[k]
		if t.class == function && noun < 0 {
			switch t.text {
			case "of", "other", "more":
				continue
			case "the", "its", "their", "his", "her", "such", "these", "those":
				if k > i && p.tokens[k-1].text == "of" {
					continue // "two of the men"
				}
			}
		}
		if t.class == punct && t.text == "-" && noun >= 0 {
			continue // "four hardest-hit villages"
		}
		if t.class != content {
			break
		}
		if clauseEnds[t.text] || noun >= 0 && strings.HasSuffix(t.text, "ed") {
			break // "35 words written by"
		}
		noun = k
		if isPlural(t.text) {
			break
		}
	}
	return noun
}

// irregular plurals that a count is often followed by.
var irregularPlurals = map[string]bool{"people": true, "men": true, "women": true, "children": true, "police": true}

func isPlural(s string) bool {
	return irregularPlurals[s] || len(s) > 3 && s[len(s)-1] == 's' && s[len(s)-2] != 's' && s[len(s)-2] != 'u'
}

// everyone are the nouns that say no more than that those counted are people.
var everyone = map[string]bool{"people": true, "persons": true, "person": true, "victims": true, "others": true, "lives": true, "individuals": true, "casualties": true}

// anyone reports whether the count says no more of those counted than that
// they are people.
func (q quantity) anyone(p *Prepared) bool {
	return q.noun < 0 || everyone[p.tokens[q.noun].text] || fates[p.tokens[q.noun].text] == q.fate
}
