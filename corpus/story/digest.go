package story

import (
	"encoding/binary"
	"fmt"
	"iter"
	"runtime"
	"sync"
	"sync/atomic"
	"unicode"
	"unicode/utf8"

	"parallax/corpus"
	"parallax/corpus/fold"
	"parallax/corpus/prose"
)

// A digest is the words of some articles, numbered among themselves in the
// order they come in.
type digest struct {
	forms []form
	stems []string         // of the forms; "" of those that the vocabulary had before
	at    map[string]int32 // by word as written, its place in forms
	found [][]occurrence   // by article
	ids   []int32          // of the forms in the whole corpus
	worth []int32          // by form; all 0 but while an article is counted
	room  packed           // to pack an article in
}

// A form is a word as written.
type form struct {
	written string
	letter  int   // small or capital
	inside  int32 // how often it is inside a sentence, where a capital is not the sentence's own
}

// An occurrence is a form in an article.
type occurrence struct {
	form  int32
	worth uint8
	body  bool // not of a title
}

// newDigest cuts articles into words.
func newDigest(articles []*corpus.Article) *digest {
	d := &digest{at: make(map[string]int32), found: make([][]occurrence, len(articles))}
	for i, a := range articles {
		d.found[i] = d.read(a)
	}
	d.worth = make([]int32, len(d.forms))
	return d
}

// read returns the words of an article.
func (d *digest) read(a *corpus.Article) []occurrence {
	found := make([]occurrence, 0, len(a.Text)/5)
	titled := false
	body := 0
	for _, s := range a.Sentences {
		worth := uint8(1)
		switch {
		case !s.Kind.Compared():
			continue
		case s.Kind == prose.Title:
			worth, titled = titleWorth, true
		case body < leadSentences:
			worth = leadWorth
			body++
		}
		found = d.sentence(a.Text, s, worth, found)
	}
	if title := a.Meta.Title; title.Known() && !title.Guess && !titled {
		s := prose.Sentence{Span: prose.Span{End: len(title.Value)}, Kind: prose.Title}
		found = d.sentence(title.Value, s, titleWorth, found)
	}
	return found
}

// sentence appends the words of one sentence to found.
func (d *digest) sentence(in string, s prose.Sentence, worth uint8, found []occurrence) []occurrence {
	inside, body := false, s.Kind == prose.Body
	for _, w := range prose.Words(in, s.Span) {
		if w.Punct {
			continue
		}
		f := d.form(fold.Letters(w.Of(in)))
		if inside && body {
			d.forms[f].inside++
		}
		inside = true
		found = append(found, occurrence{f, worth, body})
	}
	return found
}

// form returns the place of a word as written.
func (d *digest) form(written string) int32 {
	if f, ok := d.at[written]; ok {
		return f
	}
	f := int32(len(d.forms))
	letter := small
	if first, _ := utf8.DecodeRuneInString(written); unicode.IsUpper(first) {
		letter = capital
	}
	d.forms = append(d.forms, form{written: written, letter: letter})
	d.at[written] = f
	return f
}

// stem finds the stems of the words that are not known yet.
func (d *digest) stem(known map[string]int32) {
	d.stems = make([]string, len(d.forms))
	for i, f := range d.forms {
		if _, ok := known[f.written]; !ok {
			d.stems[i] = stemOf(f.written)
		}
	}
}

// packed is small numbers, not negative, in as few bytes as each needs: a
// third of what they would take as they are.
type packed []byte

func (p packed) add(n int32) packed { return binary.AppendUvarint(p, uint64(n)) }

// all returns the numbers.
func (p packed) all() iter.Seq[int32] {
	return func(yield func(int32) bool) {
		for len(p) > 0 {
			n, size := binary.Uvarint(p)
			p = p[size:]
			if !yield(int32(n)) {
				return
			}
		}
	}
}

// pairs returns the numbers two by two; of the first the sum so far.
func (p packed) pairs() iter.Seq2[int32, int32] {
	return func(yield func(int32, int32) bool) {
		sum := int32(0)
		for len(p) > 0 {
			a, m := binary.Uvarint(p)
			b, n := binary.Uvarint(p[m:])
			p = p[m+n:]
			sum += int32(a)
			if !yield(sum, int32(b)) {
				return
			}
		}
	}
}

// each calls do with 0 to n-1, several at a time.
func each(n int, do func(i int)) {
	share(n, func(take func() (int, bool)) {
		for i, ok := take(); ok; i, ok = take() {
			do(i)
		}
	})
}

// share calls work once a processor, at the same time. Each takes numbers, which
// go from 0 to n-1, until there are no more. It panics if one of them does.
func share(n int, work func(take func() (int, bool))) {
	var next atomic.Int64
	take := func() (int, bool) {
		i := int(next.Add(1)) - 1
		return i, i < n
	}
	var workers sync.WaitGroup
	var fault atomic.Value
	for range min(runtime.GOMAXPROCS(0), n) {
		workers.Go(func() {
			defer func() {
				if p := recover(); p != nil {
					fault.Store(fmt.Sprint(p))
				}
			}()
			work(take)
		})
	}
	workers.Wait()
	if p := fault.Load(); p != nil {
		panic(p)
	}
}
