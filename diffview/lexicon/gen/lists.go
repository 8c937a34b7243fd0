package main

import (
	"fmt"
	"path/filepath"
	"strconv"
	"strings"
)

// An extraForm is a line of forms.txt.
type extraForm struct {
	form string
	rank int
	like []string // its vector is the mean of these words'
}

// wordLists are the lists written by hand.
type wordLists struct {
	function  map[string]string // function word → its lemma
	extra     []extraForm
	groups    [][]string
	contrasts [][]string
}

func readLists(dir string) (*wordLists, error) {
	l := &wordLists{function: map[string]string{}}
	for _, list := range []struct {
		name string
		line func(fields []string) error
	}{
		{"function.txt", l.functionLine},
		{"forms.txt", l.formLine},
		{"groups.txt", func(f []string) error { l.groups = append(l.groups, f); return nil }},
		{"contrasts.txt", func(f []string) error { l.contrasts = append(l.contrasts, f); return nil }},
	} {
		if err := eachLine(filepath.Join(dir, list.name), func(line string) error {
			f := strings.Fields(line)
			if len(f) == 0 || strings.HasPrefix(line, "#") {
				return nil
			}
			if len(f) < 2 {
				return fmt.Errorf("%q has no partner", line)
			}
			return list.line(f)
		}); err != nil {
			return nil, err
		}
	}
	return l, nil
}

// functionLine reads "kind: word word=lemma…". The first kind that names a
// word gives its lemma.
func (l *wordLists) functionLine(f []string) error {
	if !strings.HasSuffix(f[0], ":") {
		return fmt.Errorf("%q should be a kind and a colon", f[0])
	}
	for _, w := range f[1:] {
		form, lemma, ok := strings.Cut(w, "=")
		if !ok {
			lemma = form
		}
		if _, ok := l.function[form]; !ok {
			l.function[form] = lemma
		}
	}
	return nil
}

// formLine reads "form rank word…".
func (l *wordLists) formLine(f []string) error {
	rank, err := strconv.Atoi(f[1])
	if err != nil {
		return fmt.Errorf("%q should be a rank", f[1])
	}
	l.extra = append(l.extra, extraForm{f[0], rank, f[2:]})
	return nil
}
