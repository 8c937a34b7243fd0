package cell

import (
	"strings"
	"unicode/utf8"
)

// A term is one of the words that narrow a list, with what fzf has people write
// around it:
//
//	word        the row has it, or else its letters in their order
//	'word       the row has it as it is written
//	^word       a field of the row begins with it
//	word$       a field ends with it
//	!word       the row does not have it; also !^word, !word$
//	date:word   the field has it as it is written; also !date:word, date:^word
//
// A backslash before a space makes it part of the word.
type term struct {
	word         string
	not, exact   bool
	begins, ends bool
	limited      bool
	fields       []bool // if limited: by field, whether it counts
}

// leastName is the fewest letters that a field's name can be shortened to.
const leastName = 2

// terms reads a query. Terms that nothing is typed for yet are left out. A field
// is called by a word of its head, or by the beginning of one.
func terms(query string, heads []string) (all []term) {
	query, _ = Loose.Of(query, false)
	for _, typed := range words(query) {
		var t term
		typed, t.not = strings.CutPrefix(typed, "!")
		if name, rest, ok := strings.Cut(typed, ":"); ok {
			if t.fields = named(name, heads); t.fields != nil {
				typed, t.limited, t.exact = rest, true, true
				if rest, also := strings.CutPrefix(typed, "!"); also {
					typed, t.not = rest, true
				}
			}
		}
		if rest, ok := strings.CutPrefix(typed, "'"); ok {
			typed, t.exact = rest, true
		}
		if rest, ok := strings.CutPrefix(typed, "^"); ok {
			typed, t.begins, t.exact = rest, true, true
		}
		if rest, ok := strings.CutSuffix(typed, "$"); ok {
			typed, t.ends, t.exact = rest, true, true
		}
		if t.word = typed; t.word != "" {
			all = append(all, t)
		}
	}
	return all
}

// words parts a query at its spaces, except for those after a backslash.
func words(query string) (all []string) {
	const kept = "\x00"
	for _, w := range strings.Fields(strings.ReplaceAll(query, `\ `, kept)) {
		all = append(all, strings.ReplaceAll(w, kept, " "))
	}
	return all
}

// named returns which fields have a name, nil for none.
func named(name string, heads []string) (fields []bool) {
	if len(name) < leastName {
		return nil
	}
	for i, head := range heads {
		for _, word := range strings.Fields(head) {
			if strings.HasPrefix(strings.ToLower(word), name) {
				if fields == nil {
					fields = make([]bool, len(heads))
				}
				fields[i] = true
			}
		}
	}
	return fields
}

// score returns how well a text has a term whole, at the best of its places, 0
// when it has not.
func (t term) score(text string) (best int) {
	t.each(text, func(start, end int) bool {
		best = max(best, t.rank(text, start, end))
		return best < isWord
	})
	return best
}

// place returns the first place where a text has a term whole, -1 for none.
func (t term) place(text string) int {
	at := -1
	t.each(text, func(start, _ int) bool {
		at = start
		return false
	})
	return at
}

// rank returns what a place of a term is worth.
func (t term) rank(text string, start, end int) int {
	switch {
	case start > 0 && inside(text[start-1]):
		return inWord
	case end < len(text) && inside(text[end]):
		return beginsWord
	}
	return isWord
}

// each calls do for the places of a term in a text until that returns false.
func (t term) each(text string, do func(start, end int) bool) {
	for from := 0; ; {
		i := strings.Index(text[from:], t.word)
		if i < 0 {
			return
		}
		start, end := from+i, from+i+len(t.word)
		if t.at(text, start, end) && !do(start, end) {
			return
		}
		from = end
		if t.begins || t.ends { // of “aaa” another place may count than the first
			_, size := utf8.DecodeRuneInString(text[start:])
			from = start + size
		}
	}
}

// at reports whether a place is where a term asks for it.
func (t term) at(text string, start, end int) bool {
	switch {
	case t.begins && start > 0 && text[start-1] != FieldEnd[0]:
		return false
	case t.ends && end < len(text) && text[end] != FieldEnd[0]:
		return false
	case !t.limited:
		return true
	}
	field := strings.Count(text[:start], FieldEnd)
	return field < len(t.fields) && t.fields[field]
}
