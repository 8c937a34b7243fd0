package pair

// A similarityTable remembers the similarities of pairs of terms, the lesser
// first. They are asked for some hundred thousand times in a comparison; Go's
// map took two thirds of its time. Of articles of few terms a square holds what
// is known of each two; of longer ones a hash table holds those above 0.
type similarityTable struct {
	cells  []uint16  // by cellOf two terms: where in near; 0 when they were not looked at
	near   []float64 // the first two are 0: not looked at, and not alike
	keys   []uint64  // 0 where free
	values []float64
	filled int
}

// mostSquare is how many terms two articles have together, at most, for the
// square: 2 MB. Two articles of 1,000 words have some 600.
const mostSquare = 1_500

func newSimilarityTable(terms int) similarityTable {
	if terms > mostSquare {
		return similarityTable{}
	}
	return similarityTable{cells: make([]uint16, cellOf(0, terms)), near: make([]float64, 2, 1<<10)}
}

// cellOf returns the place of two terms in the square.
func cellOf(x, y int) int { return y*(y+1)/2 + x }

// square reports whether there is one: then it pays to remember also that two
// terms are not alike.
func (t *similarityTable) square() bool { return t.cells != nil }

// slot returns where a key is, or would be.
func (t *similarityTable) slot(key uint64) int {
	mask := uint64(len(t.keys) - 1)
	at := (key * 0x9e3779b97f4a7c15) >> 20 & mask
	for t.keys[at] != 0 && t.keys[at] != key {
		at = (at + 1) & mask
	}
	return int(at)
}

func similarityKey(x, y int) uint64 { return uint64(x+1)<<32 | uint64(y+1) }

func (t *similarityTable) get(x, y int) (float64, bool) {
	if t.square() {
		c := t.cells[cellOf(x, y)]
		return t.near[c], c != 0
	}
	if len(t.keys) == 0 {
		return 0, false
	}
	key := similarityKey(x, y)
	at := t.slot(key)
	return t.values[at], t.keys[at] == key
}

func (t *similarityTable) put(x, y int, s float64) {
	if t.square() {
		t.putSquare(x, y, s)
		return
	}
	if 3*t.filled >= 2*len(t.keys) {
		old := *t
		size := max(1<<14, 4*len(old.keys))
		*t = similarityTable{keys: make([]uint64, size), values: make([]float64, size), filled: old.filled}
		for k, key := range old.keys {
			if key != 0 {
				at := t.slot(key)
				t.keys[at], t.values[at] = key, old.values[k]
			}
		}
	}
	at := t.slot(similarityKey(x, y))
	t.keys[at], t.values[at] = similarityKey(x, y), s
	t.filled++
}

func (t *similarityTable) putSquare(x, y int, s float64) {
	switch {
	case s == 0:
		t.cells[cellOf(x, y)] = 1
	case len(t.near) < 1<<16:
		t.cells[cellOf(x, y)] = uint16(len(t.near))
		t.near = append(t.near, s)
	}
}
