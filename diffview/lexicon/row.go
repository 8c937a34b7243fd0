package lexicon

// A row is a form's place in the table of forms.
type row int32

// rowSize is the bytes of a row:
//
//	0  place in text (3), length (1)     8  lemmas (3 × 3)
//	4  stem's place (3), length (1)     17  rank (3), function word (1)
//	                                    21  first pair (3)
const rowSize = 24

// noRow marks an absent form in the tables.
const noRow = 1<<24 - 1

// at24 reads three bytes of a table, little-endian.
func at24(table string, at int) int {
	t := table[at : at+3]
	return int(t[0]) | int(t[1])<<8 | int(t[2])<<16
}

// form returns the row's word.
func (r row) form() string { return r.word(0) }

// word returns the letters whose place is at a byte of the row.
func (r row) word(at int) string {
	at += int(r) * rowSize
	place := at24(rows, at)
	return text[place : place+int(rows[at+3])]
}

// entry reads the row.
func (r row) entry() Entry {
	at := int(r) * rowSize
	e := Entry{ID: int32(r), Rank: int32(at24(rows, at+17)), Stem: r.word(4), function: rows[at+20] == 1}
	for i := range e.lemmas {
		e.lemmas[i] = -1
		if l := at24(rows, at+8+3*i); l != noRow {
			e.lemmas[i] = int32(l)
		}
	}
	return e
}

// pairs returns the bounds of the row's pairs in the table of pairs.
func (r row) pairs() (from, to int) {
	at := int(r)*rowSize + 21
	return at24(rows, at), at24(rows, at+rowSize)
}

// find returns the row of a folded form.
func find(form []byte) (row, bool) {
	h := uint32(2166136261) // FNV-1a, as gen lays the table out
	for _, c := range form {
		h = (h ^ uint32(c)) * 16777619
	}
	mask := len(slots)/3 - 1
	for at := int(h) & mask; ; at = (at + 1) & mask {
		id := at24(slots, 3*at)
		if id == noRow {
			return 0, false
		}
		if r := row(id); r.form() == string(form) {
			return r, true
		}
	}
}
