package diffview

import (
	"fmt"
	"strings"

	"parallax/diffview/lexicon"
)

// Opposites: the one says that she was convicted, the other that she was
// acquitted. As with denials (conflict_polarity.go) it must be said of the same
// subject and object; words that are opposites and are not were in no case of
// the labelled pairs a conflict.

// oppositeConfidence is a guess below that of denials: the labelled pairs have
// no such clash, and 300 pairs of articles about one event gave no false one.
const oppositeConfidence = .65

// opposites are verbs, and words after "be", of which one rules out the other
// of the same subject and object.
var opposites = func() map[string]map[string]bool {
	out := map[string]map[string]bool{}
	for _, line := range strings.Split(`acquit:convict acquit:condemn convict:clear approve:reject accept:reject accept:refuse accept:decline
		accept:decline adopt:reject allow:ban allow:bar permit:ban permit:forbid allow:forbid allow:block admit:deny confess:deny
		confirm:deny confirm:refute pass:defeat back:oppose support:oppose favor:oppose endorse:oppose uphold:overturn uphold:reverse
		uphold:strike affirm:reverse survive:die live:die survive:perish win:lose arrest:release free:detain release:detain
		open:close reopen:close start:stop begin:end arrive:leave guilty:innocent alive:dead legal:illegal
		lawful:unlawful true:false safe:unsafe increase:decrease raise:lower raise:cut increase:reduce increase:cut expand:shrink
		rise:fall gain:lose hire:fire appoint:dismiss remain:leave stay:leave enter:leave join:quit agree:refuse`, "\n") {
		for _, f := range strings.Fields(line) {
			a, b, _ := strings.Cut(f, ":")
			a, b = lexicon.Stem(a), lexicon.Stem(b)
			for _, p := range [2][2]string{{a, b}, {b, a}} {
				if out[p[0]] == nil {
					out[p[0]] = map[string]bool{}
				}
				out[p[0]][p[1]] = true
			}
		}
	}
	return out
}()

// oppositeClashes finds two words that rule each other out, of the same
// subject and with the same object.
func oppositeClashes(f finding) []clash {
	l, r := f.match.sides[Left], f.match.sides[Right]
	s, o := l.sentences[f.link.i], r.sentences[f.link.j]
	for x := s.first; x < s.last; x++ {
		against := opposites[l.tokens[x].root()]
		if against == nil || l.tokens[x].capital {
			continue
		}
		for y := o.first; y < o.last; y++ {
			if !against[r.tokens[y].root()] || r.tokens[y].capital || l.doubted(f.link.i, x) || r.doubted(f.link.j, y) {
				continue
			}
			a, b := l.statement(x, f.link.i), r.statement(y, f.link.j)
			if a.ruled || b.ruled || a.negated || b.negated || a.mood != b.mood || !f.sameSubject(a, b) || !f.sameThingActedOn(a, b) ||
				l.usesNearby(r.tokens[y].root(), f.link.i) || r.usesNearby(l.tokens[x].root(), f.link.j) {
				continue
			}
			return []clash{{
				kind:       PolarityConflict,
				tokens:     [2][2]int{{a.first, a.last()}, {b.first, b.last()}},
				confidence: oppositeConfidence,
				reason: func(left, right string) string {
					return fmt.Sprintf("‘%s’ against ‘%s’, the one rules out the other", left, right)
				},
			}}
		}
	}
	return nil
}

// usesNearby reports whether an article has a word in a sentence or beside it.
func (p *Prepared) usesNearby(root string, sentence int) bool {
	lo, hi := max(0, sentence-1), min(len(p.sentences)-1, sentence+1)
	for k := p.sentences[lo].first; k < p.sentences[hi].last; k++ {
		if p.tokens[k].root() == root {
			return true
		}
	}
	return false
}

// root returns the stem of a word, of an irregular verb's form that of the verb:
// "fall" for "fell". Stemming the lexicon's lemma says the same of more words,
// but costs 1 µs a word.
func (t *token) root() string {
	if r, ok := irregular[t.text]; ok {
		return r
	}
	return t.stem()
}

// irregular are forms that have not the stem of their verb.
var irregular = map[string]string{"struck": "strike", "fell": "fall", "fallen": "fall", "rose": "rise", "risen": "rise", "won": "win",
	"lost": "lose", "left": "leav", "froze": "freez", "frozen": "freez", "began": "begin", "begun": "begin", "slain": "slay",
	"sold": "sell", "bought": "buy", "dead": "dead", "overthrew": "overthrow", "shrank": "shrink", "shrunk": "shrink", "upheld": "uphold"}

// stemSet makes a set of the stems of the words of a text.
func stemSet(words string) map[string]bool {
	out := map[string]bool{}
	for w := range set(words) {
		out[lexicon.Stem(w)] = true
	}
	return out
}
