package doc

import (
	"strings"
	"sync"

	"parallax/diffview/lexicon"
)

// What a count counts: a noun ("three aftershocks"), and what befell those
// counted ("killing 50", "80 people were hurt", "the death toll rose to 12").
// Casualties are told with or without a noun, so two counts of people are of
// the same thing when the same befell them.

// A fate is what befell the people or things counted.
type fate uint8

const (
	NoFate fate = iota
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

// String returns the name of those who had this fate, as used in reasons.
func (f fate) String() string { return fateNames[f] }

// fates maps the words that tell a fate.
var fates = sync.OnceValue(func() map[string]fate {
	return fateWords(map[fate]string{
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
func (p *Doc) findCounted(qs []Quantity, first, last int) {
	for n := range qs {
		q := &qs[n]
		if q.Kind != Count {
			continue
		}
		from := q.Last
		if p.TextAt(from, last) == "+" {
			from++
		}
		next := from
		for next < last && p.Tokens[next].Text == "-" {
			next++
		}
		if q.Noun = p.countedNoun(next, last); q.Noun >= 0 && next > from {
			q.Noun = next // "a 38-word oath": words
		}
		if q.Noun >= 0 && fates()[p.Tokens[q.Noun].Text] != NoFate && !IsPlural(p.Tokens[q.Noun].Text) {
			q.Noun = -1 // "six injured": people, though it does not say so
		}
		if q.Fate = p.fateOf(q, first, last); n > 0 && q.Fate == NoFate && qs[n-1].Last == q.First-1 && p.Tokens[q.First-1].Text == "to" {
			q.Fate = qs[n-1].Fate // "the toll rose from 10 to 12"
		}
		if n > 0 && p.partOf(&qs[n-1], q) {
			q.Whole = true
			qs[n-1].Noun = q.Noun
		}
	}
}

// partOf reports whether q is the M of "N of M".
func (p *Doc) partOf(part, q *Quantity) bool {
	if part.Kind != Count || q.First <= part.Last || q.First-part.Last > partDistance {
		return false
	}
	of := part.Last
	if p.Tokens[of].Text == "out" {
		of++
	}
	if p.Tokens[of].Text != "of" {
		return false
	}
	for k := of + 1; k < q.First; k++ {
		if t := &p.Tokens[k]; t.Class == Punctuation {
			return false
		}
	}
	return true
}

// fateOf finds what befell those counted: "80 people were hurt", "80 hurt"
// after the number, "injuring 80", "a death toll of 80" before it.
func (p *Doc) fateOf(q *Quantity, first, last int) fate {
	t := p.Tokens
	plain := 0
	ahead := fateAhead
	if k := q.Hedged - 1; k >= first && whereabouts.Has(t[k].Text) {
		ahead = 0 // "the buildings in seven villages were destroyed"
	}
	for k := q.Last; k < min(last, q.Last+ahead); k++ {
		if t[k].Class == Punctuation && t[k].Text != "-" || t[k].Quantity >= 0 || ClauseEnds()[t[k].Text] {
			break
		}
		if f := fates()[t[k].Text]; f != NoFate && (k <= q.Noun || q.Noun < 0 || plain <= fatePlain) {
			if f == hurt && k+1 < last && t[k+1].Text == "in" && plain > 0 || t[k-1].Text == "the" && k > q.Noun && !IsPlural(t[k].Text) {
				continue // "two helicopters took the injured"
			}
			return f
		}
		if t[k].Class == Content && k > q.Noun {
			if plain++; plain > fatePlain {
				break
			}
		}
	}
	for k := q.Hedged - 1; k >= max(first, q.Hedged-tollBehind); k-- {
		w := t[k].Text
		if t[k].Class == Punctuation && !(w == ",") || t[k].Quantity >= 0 && w != "first" {
			return NoFate
		}
		if w == "toll" || w == "fatalities" || w == "deaths" {
			return killed
		}
		if f := fates()[w]; f != NoFate && k >= q.Hedged-fateBehind && !p.passive(k, first) && !p.apart(k+1, q.Hedged) {
			return f
		}
	}
	return NoFate
}

// whereabouts are the words before a number of places, where something befell others.
var whereabouts = lexicon.WordSet("in at from near across")

// ClauseEnds are the words after which a clause speaks of something else.
var ClauseEnds = sync.OnceValue(func() map[string]bool {
	return map[string]bool{"and": true, "or": true, "but": true, "while": true, "after": true, "when": true, "because": true, "if": true, "before": true, "said": true, "says": true, "that": true, "which": true}
})

// passive reports whether the fate at token k befell what comes before it:
// "was killed", "those killed", "dead".
func (p *Doc) passive(k, first int) bool {
	if k == first {
		return false
	}
	switch p.Tokens[k-1].Text {
	case "was", "were", "been", "being", "is", "are", "be", "those", "the", "of":
		return true
	}
	return p.Tokens[k].Text == "dead"
}

// apart reports whether a word in [i, end) parts what befell someone from the
// number after it: "stuck in 16 cabins".
func (p *Doc) apart(i, end int) bool {
	for ; i < end; i++ {
		t := &p.Tokens[i]
		if t.Class == Content || t.Class == Punctuation {
			return true
		}
		switch t.Text {
		case "in", "on", "at", "by", "from", "for", "with", "near", "to", "within", "after":
			return true
		}
	}
	return false
}

// countedNoun returns the token that names what is counted: the last of the
// content words that follow the number without a break, at most four words on,
// preferring the first plural.
func (p *Doc) countedNoun(i, last int) int {
	noun := -1
	for k := i; k < last && k < i+5; k++ {
		t := &p.Tokens[k]
		if t.Class == Function && noun < 0 {
			switch t.Text {
			case "of", "other", "more":
				continue
			case "the", "its", "their", "his", "her", "such", "these", "those":
				if k > i && p.Tokens[k-1].Text == "of" {
					continue // "two of the men"
				}
			}
		}
		if t.Class == Punctuation && t.Text == "-" && noun >= 0 {
			continue // "four hardest-hit villages"
		}
		if t.Class != Content {
			break
		}
		if ClauseEnds()[t.Text] || noun >= 0 && strings.HasSuffix(t.Text, "ed") {
			break // "35 words written by"
		}
		noun = k
		if IsPlural(t.Text) {
			break
		}
	}
	return noun
}

// irregular plurals that a count is often followed by.
var irregularPlurals = map[string]bool{"people": true, "men": true, "women": true, "children": true, "police": true}

// IsPlural reports whether a word looks like a plural.
func IsPlural(s string) bool {
	return irregularPlurals[s] || len(s) > 3 && s[len(s)-1] == 's' && s[len(s)-2] != 's' && s[len(s)-2] != 'u'
}

// everyone are the nouns that say no more than that those counted are people.
var everyone = sync.OnceValue(func() map[string]bool {
	return map[string]bool{"people": true, "persons": true, "person": true, "victims": true, "others": true, "lives": true, "individuals": true, "casualties": true}
})

// Anyone reports whether the count says nothing about those counted except that
// they are people.
func (q Quantity) Anyone(p *Doc) bool {
	return q.Noun < 0 || everyone()[p.Tokens[q.Noun].Text] || fates()[p.Tokens[q.Noun].Text] == q.Fate
}
