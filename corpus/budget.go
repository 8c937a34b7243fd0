package corpus

import "fmt"

// A corpus may take so much memory, whatever it is packed in: a ZIP archive of
// 4 MB can hold 200 texts of a million sentences each. It is counted in what
// costs memory, so that the same files always give the same articles. Some
// 200,000 articles of 600 words fill it; with what grouping needs they take
// 3 GB.
const (
	maxWeight = 2 << 30

	articleWeight  = 4 << 10 // what is known of an article, and what it is grouped by
	sentenceWeight = 64      // its place in the text, and what it is compared by
	problemWeight  = 256

	// aheadPart is the part of it that may be read before what comes before
	// it in the corpus.
	aheadPart = 1.0 / 8
)

func (o Options) mostWeight() int64 {
	if o.maxWeight > 0 {
		return o.maxWeight
	}
	return maxWeight
}

// weight returns about how many bytes of memory the article takes.
func (a *Article) weight() int64 {
	w := articleWeight + len(a.Text) + sentenceWeight*len(a.Sentences) + len(a.Path)
	m := a.Meta
	for _, s := range append(m.Authors.Value, m.Title.Value, m.Outlet.Value, m.URL.Value, m.Language.Value) {
		w += len(s)
	}
	return int64(w)
}

func (p Problem) weight() int64 { return problemWeight + int64(len(p.Path)+len(p.Reason)) }

// weigh returns about how many bytes of memory a part takes.
func (p *part) weigh() (sum int64) {
	for _, a := range p.articles {
		sum += a.weight()
	}
	for _, problem := range p.problems {
		sum += problem.weight()
	}
	return sum
}

// hand adds a part of a file to the corpus, and reports whether there is room
// for all of it.
func (l *Loading) hand(p *part) bool {
	l.ahead -= p.weight
	most := l.options.mostWeight()
	fits := func(path string, weight int64) bool {
		if l.weight += weight; l.weight <= most {
			return true
		}
		reason := fmt.Sprintf("reading stopped here: the articles before it fill the %s a corpus may take; open fewer articles", size(most))
		l.corpus.Problems = append(l.corpus.Problems, Problem{path, reason})
		return false
	}
	for _, a := range p.articles {
		if !fits(a.Path, a.weight()) {
			return false
		}
		l.corpus.Articles = append(l.corpus.Articles, a)
	}
	for _, problem := range p.problems {
		if !fits(problem.Path, problem.weight()) {
			return false
		}
		l.corpus.Problems = append(l.corpus.Problems, problem)
	}
	return true
}

// size writes a number of bytes in the largest unit that it is a whole number of.
func size(bytes int64) string {
	for _, unit := range []struct {
		bytes int64
		name  string
	}{{1 << 30, "GB"}, {1 << 20, "MB"}} {
		if bytes >= unit.bytes {
			return fmt.Sprintf("%d %s", bytes/unit.bytes, unit.name)
		}
	}
	return fmt.Sprintf("%d bytes", bytes)
}

// fill ends the loading with what was handed out. A reader may still be in a
// file, and end it. The lock is held.
func (l *Loading) fill() {
	l.full, l.filled = true, true
	for _, f := range l.files[l.at:] {
		f.parts, f.cut = f.parts[:f.handed], true
	}
}

// await lets the reader of a file wait while much has been read that comes
// after what is not read yet. The lock is held.
func (l *Loading) await(f *reading) {
	most := int64(aheadPart * float64(l.options.mostWeight()))
	for l.ahead > most && !f.finished && !l.over && !l.full && l.files[l.at] != f {
		l.changed.Wait()
	}
}
