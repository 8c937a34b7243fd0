package pair

// A similarityTable remembers the similarities of pairs of terms. It is a hash
// table of its own because the similarities of two articles' words are asked
// for some hundred thousand times, and Go's map took two thirds of a
// comparison's time.
type similarityTable struct {
	keys   []uint64 // 0 where free
	values []float32
	filled int
}

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

func (t *similarityTable) get(x, y int) (float32, bool) {
	if len(t.keys) == 0 {
		return 0, false
	}
	key := similarityKey(x, y)
	at := t.slot(key)
	return t.values[at], t.keys[at] == key
}

func (t *similarityTable) put(x, y int, s float32) {
	if 3*t.filled >= 2*len(t.keys) {
		old := *t
		size := max(1<<10, 4*len(old.keys))
		*t = similarityTable{keys: make([]uint64, size), values: make([]float32, size), filled: old.filled}
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
