// Package wordset has sets of words and lines that are read on first use. The
// program has some two hundred of them; made before main they cost every start
// milliseconds, also one that only prints the version.
package wordset

import (
	"iter"
	"maps"
	"strings"
	"sync"
)

// A Set is a set of words or of lines, made once, when it is first asked. It is
// safe for use by several goroutines.
type Set struct {
	list  string
	lines bool // one entry a line, instead of one a word
	once  sync.Once
	has   map[string]struct{}
}

// Words returns the set of the words of a list, which white space separates.
func Words(list string) *Set { return &Set{list: list} }

// Lines returns the set of the lines of a list that are not blank, without the
// white space around them.
func Lines(list string) *Set { return &Set{list: list, lines: true} }

// Has reports whether a word, or a line, is in the set.
func (s *Set) Has(entry string) bool {
	s.once.Do(s.read)
	_, ok := s.has[entry]
	return ok
}

// All returns the entries of the set, in no order.
func (s *Set) All() iter.Seq[string] {
	s.once.Do(s.read)
	return maps.Keys(s.has)
}

// read makes room for all entries at once: a map that grows is copied again and
// again.
func (s *Set) read() {
	entries, between := strings.FieldsSeq(s.list), " "
	if s.lines {
		entries, between = strings.Lines(s.list), "\n"
	}
	s.has = make(map[string]struct{}, strings.Count(s.list, between)+1)
	for e := range entries {
		if e = strings.TrimSpace(e); e != "" {
			s.has[e] = struct{}{}
		}
	}
}
