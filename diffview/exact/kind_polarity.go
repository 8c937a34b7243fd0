package exact

import (
	"strings"
	"sync"
)

var negators = set(`not never no none nobody nothing neither nor nowhere without cannot hardly barely scarcely fail fails failed refuse refuses refused denies denied deny
	nicht kein keine keinen keiner nie niemand nichts ohne ne pas jamais rien aucun aucune sans ni nunca nadie nada sin non mai nessuno niente senza`)

// opposites are words of which each turns what the other says.
var opposites = sync.OnceValue(func() map[string]bool {
	return pairs(`for/against with/without up/down all/none before/after both/neither more/less more/fewer always/never yes/no won/lost win/lose wins/loses
	rose/fell rise/fall rises/falls gained/lost increase/decrease increased/decreased higher/lower above/below over/under support/oppose supports/opposes supported/opposed
	accept/reject accepts/rejects accepted/rejected approve/reject approved/rejected confirmed/denied confirm/deny pro/anti true/false right/wrong best/worst better/worse
	good/bad guilty/innocent alive/dead survived/died open/closed opened/closed legal/illegal safe/unsafe likely/unlikely able/unable first/last most/least most/few
	every/no any/no some/no everyone/nobody everybody/nobody anything/nothing something/nothing earlier/later north/south east/west northern/southern eastern/western
	inside/outside in/out arrived/left began/ended started/stopped allowed/banned passed/failed strong/weak left/right male/female men/women man/woman`)
})

// polarity reports whether one side says no and the other does not, or one has
// a word for the opposite of the other's.
func (p *phrases) polarity() bool {
	if len(p.words[0]) > mostPhrase || len(p.words[1]) > mostPhrase {
		return false
	}
	if l, r := p.negations(0), p.negations(1); l != r {
		if p.short() {
			return len(p.words[0]) <= 4 && len(p.words[1]) <= 4
		}
		// Only on one side: little else may be there.
		_, left := p.only(0, negators)
		_, right := p.only(1, negators)
		return left && right
	}
	return opposite(p.words[0], p.words[1])
}

// negations counts the words of a side that say no. The "No." before a number
// does not.
func (p *phrases) negations(side int) (n int) {
	for k := range p.tokens[side] {
		w := lower(p.tokens[side][k].text)
		if (negators.Has(w) || strings.HasSuffix(w, "n't")) && !p.abbreviated(side, k) {
			n++
		}
	}
	return n
}

// abbreviated reports whether token k of a side is "No." before a number.
func (p *phrases) abbreviated(side, k int) bool {
	tokens, at := p.c.texts[side].tokens, p.of[side][0]+k
	if x := tokens[at].text; x != "No" && x != "no" && x != "No." || at+1 >= len(tokens) {
		return false
	}
	next := tokens[at+1]
	if next.text == "." && at+2 < len(tokens) {
		next = tokens[at+2]
	}
	return next.class == number
}

// opposite reports whether two phrases differ in a word that each turns what
// the other says.
func opposite(left, right []string) bool {
	if len(left) != len(right) {
		return false
	}
	found := false
	for k := range left {
		if left[k] != right[k] && !opposites()[left[k]+"/"+right[k]] {
			return false
		}
		found = found || left[k] != right[k]
	}
	return found
}

// pairs makes a table of pairs of words, in either order.
func pairs(words string) map[string]bool {
	m := make(map[string]bool)
	for _, p := range strings.Fields(words) {
		a, b, _ := strings.Cut(p, "/")
		m[p], m[b+"/"+a] = true, true
	}
	return m
}
