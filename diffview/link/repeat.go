package link

import (
	"slices"

	"parallax/diffview/arena"
	"parallax/diffview/doc"
	"parallax/diffview/sides"
)

// Sentences that the other article has word for word, though not as the only such
// pair: a sentence repeated, one inside quotation marks there, or as part of a longer
// one. The model weighs words and places, and may miss what a reader sees at a glance.

const (
	wholeWords   = 6   // the shortest sentence, in words, that cannot be the same by chance
	wholeContent = 2   // and how many of its words must carry meaning
	wholeScore   = .95 // of a link to a sentence that has all the words in a row, and others
	wholeTries   = 16  // how many places with the same beginning are compared
)

// A place is where a word of an article stands.
type place struct{ sentence, word int }

// whole links each sentence with the first sentence of the other article that has all
// its words in a row. Sentences that have twins already are not linked with one another.
func (m *linker) whole(links []Link, twin [2][]bool) []Link {
	at := make(map[[2]int]int, len(links))
	for n, l := range links {
		at[[2]int{l.Left, l.Right}] = n
	}
	words := [2][][]string{m.sentenceWords(m.Docs[sides.Left]), m.sentenceWords(m.Docs[sides.Right])}
	for side, p := range m.Docs {
		there := words[1-side]
		places := beginnings(there, words[side])
		for k, s := range p.Sentences {
			if s.Content < wholeContent || len(words[side][k]) < wholeWords {
				continue
			}
			j := holder(words[side][k], there, places)
			if j < 0 || twin[side][k] && twin[1-side][j] {
				continue
			}
			score := wholeScore
			if len(there[j]) == len(words[side][k]) {
				score = 1
			}
			var key [2]int
			key[side], key[1-side] = k, j
			n, ok := at[key]
			if !ok {
				n, at[key] = len(links), len(links)
				links = append(links, Link{Left: key[0], Right: key[1]})
			}
			links[n].Score = max(links[n].Score, score)
		}
	}
	return links
}

// sentenceWords returns the words of each sentence, punctuation left out.
func (m *linker) sentenceWords(p *doc.Doc) [][]string {
	all := arena.Empty[string](m.Arena, len(p.Tokens))
	out := arena.Make[[]string](m.Arena, len(p.Sentences))
	for n, s := range p.Sentences {
		from := len(all)
		for k := s.First; k < s.Last; k++ {
			if p.Tokens[k].Class != doc.Punctuation {
				all = append(all, p.Tokens[k].Text)
			}
		}
		out[n] = all[from:len(all):len(all)]
	}
	return out
}

// beginnings lists the places in sentences where the first words of some other
// sentence stand, by their hash.
func beginnings(sentences, others [][]string) map[uint64][]place {
	out := map[uint64][]place{}
	for _, words := range others {
		if len(words) >= wholeWords {
			out[firstHash(words)] = nil
		}
	}
	for n, words := range sentences {
		for k := 0; k+wholeWords <= len(words); k++ {
			key := firstHash(words[k:])
			if at, asked := out[key]; asked && len(at) < wholeTries {
				out[key] = append(at, place{n, k})
			}
		}
	}
	return out
}

// firstHash is the FNV-1a hash of the first wholeWords words.
func firstHash(words []string) uint64 {
	h := uint64(14695981039346656037)
	for _, w := range words[:wholeWords] {
		for k := range len(w) {
			h = (h ^ uint64(w[k])) * 1099511628211
		}
		h = (h ^ ' ') * 1099511628211
	}
	return h
}

// holder returns the sentence that has all of some words in a row: one that has no
// others before one that has, else the first; or -1.
func holder(words []string, sentences [][]string, places map[uint64][]place) int {
	best := -1
	for _, p := range places[firstHash(words)] {
		there := sentences[p.sentence]
		if rest := there[p.word:]; len(rest) < len(words) || !slices.Equal(rest[:len(words)], words) {
			continue
		}
		if len(there) == len(words) {
			return p.sentence
		}
		if best < 0 {
			best = p.sentence
		}
	}
	return best
}
