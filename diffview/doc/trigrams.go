package doc

import "slices"

// The letter trigrams of an article, numbered in their order.

// A gramCount is how often a sentence has a trigram.
type gramCount struct {
	Gram  int32 // an index into the article's grams
	Count int32
}

// numberGrams gives each trigram of the article its number and counts those of
// each sentence. No list but that of the different trigrams is sorted: the places
// of each trigram are put together, and given to their sentences in the order of
// the trigrams.
func (p *Doc) numberGrams() {
	bytes := 0
	for k := range p.Sentences {
		bytes += len(p.Sentences[k].Text) + 1
	}
	t := newGramTable(bytes)
	all := make([]int32, 0, bytes) // by place: the trigram, as t numbers it
	ends := make([]int32, len(p.Sentences))
	sizes, different := make([]int32, len(p.Sentences)), int32(0) // by sentence: its different trigrams; of all together
	for k := range p.Sentences {
		sizes[k] = t.addSentence(int32(k), p.Sentences[k].Text, &all)
		ends[k] = int32(len(all))
		different += sizes[k]
	}
	rank := t.rank()
	p.vocabulary.Grams = t.grams

	starts := make([]int32, len(t.grams)+1) // by number: where its places begin
	for _, g := range all {
		starts[rank[g]+1]++
	}
	for n := range t.grams {
		starts[n+1] += starts[n]
	}
	sentences := make([]int32, len(all)) // the sentences of the places, by number
	next := slices.Clone(starts)
	from := int32(0)
	for k, end := range ends {
		for _, g := range all[from:end] {
			sentences[next[rank[g]]] = int32(k)
			next[rank[g]]++
		}
		from = end
	}
	room := make([]gramCount, different)
	p.SentenceGrams = make([][]gramCount, len(p.Sentences))
	for k, n := range sizes {
		p.SentenceGrams[k], room = room[:0:n], room[n:]
	}
	for n := range t.grams {
		for _, k := range sentences[starts[n]:starts[n+1]] {
			counts := p.SentenceGrams[k]
			if last := len(counts) - 1; last >= 0 && counts[last].Gram == int32(n) {
				counts[last].Count++
			} else {
				p.SentenceGrams[k] = append(counts, gramCount{int32(n), 1})
			}
		}
	}
}

// A gramTable numbers trigrams as they come.
type gramTable struct {
	slots []int32  // by hash: the number of a trigram, and one; 0 where free
	grams []uint32 // by number
	last  []int32  // by number: the sentence that has it last, and one
}

func newGramTable(bytes int) *gramTable {
	size := 1 << 10
	for size < bytes && size < 1<<16 {
		size *= 2
	}
	return &gramTable{slots: make([]int32, size), grams: make([]uint32, 0, size/4), last: make([]int32, 0, size/4)}
}

// number returns the number of a trigram.
func (t *gramTable) number(gram uint32) int32 {
	mask := uint32(len(t.slots) - 1)
	at := gram * 0x9e3779b1 >> 12 & mask
	for ; t.slots[at] != 0; at = (at + 1) & mask {
		if n := t.slots[at] - 1; t.grams[n] == gram {
			return n
		}
	}
	if 2*len(t.grams) >= len(t.slots) {
		t.grow()
		return t.number(gram)
	}
	t.grams, t.last = append(t.grams, gram), append(t.last, 0)
	t.slots[at] = int32(len(t.grams))
	return int32(len(t.grams) - 1)
}

// grow makes the table four times as large.
func (t *gramTable) grow() {
	t.slots = make([]int32, 4*len(t.slots))
	mask := uint32(len(t.slots) - 1)
	for n, gram := range t.grams {
		at := gram * 0x9e3779b1 >> 12 & mask
		for t.slots[at] != 0 {
			at = (at + 1) & mask
		}
		t.slots[at] = int32(n + 1)
	}
}

// addSentence appends the numbers of the trigrams of a sentence's folded words,
// with a space at both ends, and returns how many different ones there are.
func (t *gramTable) addSentence(sentence int32, text string, all *[]int32) (different int32) {
	a, b := byte(' '), byte(0)
	for k := 0; k <= len(text); k++ {
		c := byte(' ')
		if k < len(text) {
			c = text[k]
		}
		if b != 0 {
			n := t.number(uint32(a)<<16 | uint32(b)<<8 | uint32(c))
			if t.last[n] != sentence+1 {
				t.last[n] = sentence + 1
				different++
			}
			*all = append(*all, n)
			a = b
		}
		b = c
	}
	return different
}

// rank sorts the trigrams and returns, by the number that each had, that which it
// has now. Of the table nothing else is good after.
func (t *gramTable) rank() []int32 {
	order := make([]uint64, len(t.grams))
	for n, gram := range t.grams {
		order[n] = uint64(gram)<<32 | uint64(n)
	}
	slices.Sort(order)
	rank := make([]int32, len(t.grams))
	for n, o := range order {
		rank[uint32(o)] = int32(n)
		t.grams[n] = uint32(o >> 32)
	}
	return rank
}
