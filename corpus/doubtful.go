package corpus

import (
	"sort"
	"strings"
	"unicode/utf8"

	"parallax/corpus/boilerplate"
	"parallax/corpus/clean"
	"parallax/corpus/dates"
	"parallax/corpus/prose"
)

// Doubtful lines are lines among an article's own that report
// nothing: captions' credits, invitations to sign up, pointers to other
// articles, who else contributed. A rule can be wrong about one, so they stay
// in their place, dimmed; they are not compared.
//
// The rules were tried on 1,300 articles (shared/corpora: events, wire,
// spectrum, drone-strikes) and every line they took was read.

// maxDoubtful is the longest line, in characters, that a pattern may take. The
// longest seen are a caption with its credit and a reporter's life.
const maxDoubtful = 400

// How many lines from the top and from the end of a page a line can stand that
// says when the article was published.
const (
	nearTop = 8
	nearEnd = 4
)

// doubt finds the doubtful lines of a page: those that the file sets apart, as
// it has them, and those that a rule knows. Some line always remains.
func (p page) doubt(paragraphs []prose.Span, apart []string) {
	said := make(map[string]bool)
	for _, a := range apart {
		for l := range strings.Lines(clean.Text(clean.Entities(a))) {
			said[prose.Fold(l)] = true
		}
	}
	first := true
	for i, l := range p.lines {
		if !p.furniture[i] {
			p.doubtful[i] = len(said) > 0 && said[prose.Fold(l.text)] || p.isDoubtful(i, first) && isParagraph(l.Span, paragraphs)
			first = false
		}
	}
	p.doubtMoments()
	p.doubtEnd(paragraphs)
	for i := range p.lines {
		if !p.furniture[i] && !p.doubtful[i] {
			return
		}
	}
	clear(p.doubtful)
}

// isDoubtful reports whether a rule takes a line, if that is a paragraph. first
// says that nothing of the article comes before it.
func (p page) isDoubtful(i int, first bool) bool {
	l := p.lines[i].text
	if utf8.RuneCountInString(l) > maxDoubtful {
		return false
	}
	switch kind := boilerplate.Of(l); {
	case kind == boilerplate.Pointer && !first, kind == boilerplate.Credit && !first, kind == boilerplate.Invitation:
		return true
	}
	return hasCue(l) && (doubtfulPatterns.MatchString(l) || !first && pointerPatterns.MatchString(l))
}

// doubtMoments takes the lines near the top or the end that say when the
// article was published. Where there are others in the midst of it, they are
// the headings of a chronology.
func (p page) doubtMoments() {
	var found []int
	for i, l := range p.lines {
		if p.furniture[i] || !isMoment(l.text) {
			continue
		}
		if i >= nearTop && i < len(p.lines)-nearEnd {
			return
		}
		found = append(found, i)
	}
	for _, i := range found {
		p.doubtful[i] = true
	}
}

// doubtEnd goes up the last lines: who wrote the article, and, below a line
// of the page, what is not a sentence and so another article's headline.
func (p page) doubtEnd(paragraphs []prose.Span) {
	last := len(p.lines) - 1
	for ; last >= 0; last-- {
		l := p.lines[last]
		if bylineOf(l.text) != nil && len(dates.In(l.text, dates.AnyOrder)) > 0 {
			p.doubtful[last] = !p.furniture[last]
			continue
		}
		if p.furniture[last] || p.doubtful[last] || !endsSentence(l.text) {
			continue
		}
		if utf8.RuneCountInString(l.text) > maxDoubtful || !endPatterns.MatchString(l.text) && !p.isLife(l.text) || !isParagraph(l.Span, paragraphs) {
			break
		}
		p.doubtful[last] = true
	}
	for ; last >= 0 && !isProse(p.lines[last].text); last-- {
	}
	if last < 0 {
		return
	}
	below := false // a line that is not the article's
	for i := last + 1; i < len(p.lines); i++ {
		l := p.lines[i]
		switch {
		case p.furniture[i] || p.doubtful[i]:
			below = true
		case below && !endsSentence(l.text) && isParagraph(l.Span, paragraphs):
			p.doubtful[i] = true
		default:
			below = false
		}
	}
}

// isParagraph reports whether a line is a paragraph by itself.
func isParagraph(l prose.Span, paragraphs []prose.Span) bool {
	k := sort.Search(len(paragraphs), func(k int) bool { return paragraphs[k].End > l.Start })
	return k < len(paragraphs) && paragraphs[k].Start >= l.Start && paragraphs[k].End <= l.End
}
