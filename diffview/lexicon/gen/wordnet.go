package main

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// The parts of speech, as WordNet names its files. Adjective satellites ("s")
// are adjectives.
var posNames = [...]string{"noun", "verb", "adj", "adv"}

func posOf(letter string) int { return strings.Index("nvars", letter) % 4 }

// A lemma of one part of speech.
type lemma struct {
	word string
	pos  int
}

// A synsetID is a part of speech and a byte offset into its data file.
type synsetID struct{ pos, offset int }

// A synset is a set of words that can stand for one another in one sense.
type synset struct {
	words    []string // lower case; those of several words hold underscores
	pointers []pointer
}

// A pointer joins two synsets, or a word of one with a word of the other.
type pointer struct {
	symbol   string
	to       synsetID
	from, at int // words, from 1; 0 for the whole synset
}

// A wordNet is what the generator needs of WordNet.
type wordNet struct {
	senses     map[lemma][]synsetID // the most frequent sense first
	synsets    map[synsetID]*synset
	order      []synsetID         // of synsets: by part of speech and offset
	exceptions map[lemma][]string // irregular form → lemmas
}

func readWordNet(dir string) (*wordNet, error) {
	wn := &wordNet{senses: map[lemma][]synsetID{}, synsets: map[synsetID]*synset{}, exceptions: map[lemma][]string{}}
	for pos, name := range posNames {
		for _, file := range []struct {
			name string
			line func(pos int, fields []string) error
		}{
			{"index." + name, wn.indexLine},
			{"data." + name, wn.dataLine},
			{name + ".exc", wn.exceptionLine},
		} {
			if err := eachLine(filepath.Join(dir, file.name), func(line string) error {
				if strings.HasPrefix(line, " ") { // the licence
					return nil
				}
				return file.line(pos, strings.Fields(line))
			}); err != nil {
				return nil, err
			}
		}
	}
	return wn, nil
}

// eachLine calls f with the lines of a file; its error gets the line's place.
func eachLine(file string, f func(line string) error) error {
	r, err := os.Open(file)
	if err != nil {
		return err
	}
	defer r.Close()
	s := bufio.NewScanner(r)
	s.Buffer(nil, 1<<20)
	for n := 1; s.Scan(); n++ {
		if err := f(s.Text()); err != nil {
			return fmt.Errorf("%s:%d: %w", file, n, err)
		}
	}
	return s.Err()
}

// indexLine reads "lemma pos synset_cnt p_cnt [ptr_symbol…] sense_cnt
// tagsense_cnt offset…".
func (wn *wordNet) indexLine(pos int, f []string) error {
	n, err := strconv.Atoi(f[2])
	if err != nil || n > len(f) {
		return fmt.Errorf("bad synset count %q", f[2])
	}
	for _, s := range f[len(f)-n:] {
		offset, err := strconv.Atoi(s)
		if err != nil {
			return err
		}
		k := lemma{f[0], pos}
		wn.senses[k] = append(wn.senses[k], synsetID{pos, offset})
	}
	return nil
}

// dataLine reads "offset file type w_cnt word lex_id… p_cnt [symbol offset pos
// source/target]… | gloss"; w_cnt, lex_id and source/target in hexadecimal.
func (wn *wordNet) dataLine(pos int, f []string) error {
	offset, err1 := strconv.Atoi(f[0])
	words, err2 := strconv.ParseInt(f[3], 16, 32)
	if err1 != nil || err2 != nil {
		return fmt.Errorf("bad synset %q", f[0])
	}
	s := &synset{}
	f = f[4:]
	for ; words > 0; words-- {
		w, _, _ := strings.Cut(f[0], "(") // "alive(p)": only in the predicate
		s.words = append(s.words, strings.ToLower(w))
		f = f[2:]
	}
	pointers, err := strconv.Atoi(f[0])
	if err != nil {
		return err
	}
	for f = f[1:]; pointers > 0; pointers-- {
		to, err1 := strconv.Atoi(f[1])
		place, err2 := strconv.ParseInt(f[3], 16, 32)
		if err1 != nil || err2 != nil {
			return fmt.Errorf("bad pointer in synset %d", offset)
		}
		s.pointers = append(s.pointers, pointer{f[0], synsetID{posOf(f[2]), to}, int(place >> 8), int(place & 255)})
		f = f[4:]
	}
	id := synsetID{pos, offset}
	wn.synsets[id] = s
	wn.order = append(wn.order, id)
	return nil
}

func (wn *wordNet) exceptionLine(pos int, f []string) error {
	for _, w := range f[1:] {
		if k := (lemma{f[0], pos}); w != f[0] {
			wn.exceptions[k] = append(wn.exceptions[k], w)
		}
	}
	return nil
}

// has reports whether a word is a lemma of any part of speech.
func (wn *wordNet) has(word string) bool {
	for pos := range posNames {
		if len(wn.senses[lemma{word, pos}]) > 0 {
			return true
		}
	}
	return false
}

// sense returns the place of a synset among the senses of a word, from 1, or 0.
func (wn *wordNet) sense(word string, id synsetID) int {
	for i, s := range wn.senses[lemma{word, id.pos}] {
		if s == id {
			return i + 1
		}
	}
	return 0
}

// endings are WordNet's rules of detachment (morphy(7WN)), by part of speech.
var endings = [...][][2]string{
	{{"s", ""}, {"ses", "s"}, {"xes", "x"}, {"zes", "z"}, {"ches", "ch"}, {"shes", "sh"}, {"men", "man"}, {"ies", "y"}},
	{{"s", ""}, {"ies", "y"}, {"es", "e"}, {"es", ""}, {"ed", "e"}, {"ed", ""}, {"ing", "e"}, {"ing", ""}},
	{{"er", ""}, {"est", ""}, {"er", "e"}, {"est", "e"}},
	{},
}

// lemmas returns the lemmas a form can be of, the likeliest first: irregular
// ones, the form itself, then those a rule gives. Where a form is a lemma
// itself, a rule's is believed only if it has the same stem, so that "arms"
// is of "arm" but "gas" not of "ga".
func (wn *wordNet) lemmas(form string) []string {
	var found []string
	add := func(w string) {
		for _, f := range found {
			if f == w {
				return
			}
		}
		found = append(found, w)
	}
	for pos := range posNames {
		for _, w := range wn.exceptions[lemma{form, pos}] {
			if len(wn.senses[lemma{w, pos}]) > 0 {
				add(w)
			}
		}
	}
	if wn.has(form) {
		add(form)
	}
	for pos, rules := range endings {
		for _, r := range rules {
			base, ok := strings.CutSuffix(form, r[0])
			base += r[1]
			if !ok || len(base) < 2 || len(wn.senses[lemma{base, pos}]) == 0 {
				continue
			}
			if len(wn.senses[lemma{form, pos}]) == 0 || stem(base) == stem(form) {
				add(base)
			}
		}
	}
	return found
}
