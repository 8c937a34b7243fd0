package main

// none marks an absent form, in 3 bytes.
const none = 1<<24 - 1

func append24(b []byte, n int) []byte { return append(b, byte(n), byte(n>>8), byte(n>>16)) }

// rowBytes lays out the rows. Each ends with where its pairs begin; the row
// after the last form says where the last form's end.
//
//	0  place in text (3), length (1)     8  lemmas (3 × 3)
//	4  stem's place (3), length (1)     17  rank (3), function word (1)
//	                                    21  first pair (3)
func (v *vocabulary) rowBytes(pairs []pair) []byte {
	var out []byte
	p := 0
	for id, f := range v.forms {
		out = append(append24(out, v.place[f.word]), byte(len(f.word)))
		out = append(append24(out, v.place[f.stem]), byte(len(f.stem)))
		for i := range maxLemmas {
			if i < len(f.lemmas) {
				out = append24(out, f.lemmas[i])
			} else {
				out = append24(out, none)
			}
		}
		out = append24(out, f.rank)
		if f.function {
			out = append(out, 1)
		} else {
			out = append(out, 0)
		}
		out = append24(out, p)
		for p < len(pairs) && pairs[p].low == id {
			p++
		}
	}
	end := make([]byte, 21)
	return append(out, append24(end, len(pairs))...)
}

// pairBytes lays out pairs: 21 bits the higher form, 3 the relation.
func pairBytes(pairs []pair) []byte {
	var out []byte
	for _, p := range pairs {
		out = append24(out, p.high<<3|int(p.relation))
	}
	return out
}

// hashBytes lays out a hash table with linear probing, at most six tenths
// full.
func (v *vocabulary) hashBytes() []byte {
	slots := 1
	for slots*6/10 < len(v.forms) {
		slots *= 2
	}
	table := make([]int, slots)
	for i := range table {
		table[i] = none
	}
	for id, f := range v.forms {
		at := int(fnv1a(f.word)) & (slots - 1)
		for table[at] != none {
			at = (at + 1) & (slots - 1)
		}
		table[at] = id
	}
	var out []byte
	for _, id := range table {
		out = append24(out, id)
	}
	return out
}

// fnv1a is the 32-bit Fowler-Noll-Vo hash.
func fnv1a(s string) uint32 {
	h := uint32(2166136261)
	for i := range len(s) {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h
}
