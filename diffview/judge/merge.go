package judge

import (
	"maps"
	"slices"

	"parallax/corpus/prose"
	"parallax/diffview"
	"parallax/diffview/conflict"
)

// The scores of a judge's links. They are ranks and no probabilities: a link that
// a judge calls core is sure; one that it calls loose is shown as unsure.
const (
	coreScore  = .9
	looseScore = .4
)

// Merge returns a comparison with what a judge found added to it. The comparison
// itself stays as it is. Who says who answered; its counts are filled in.
func Merge(c *diffview.Comparison, f Findings, who diffview.Judgement) *diffview.Comparison {
	m := newMerger(c, f, who)
	m.refuse()
	for _, l := range f.links {
		m.link(l)
	}
	p := newPainter(m.c)
	p.sentences(f.only, m.differing())
	for _, x := range f.conflicts {
		m.conflict(p, x)
	}
	m.c.Spans = p.spans
	m.c.Sort()
	m.c.Judged = &m.who
	return m.c
}

// Fail returns a comparison that says why no judge added to it.
func Fail(c *diffview.Comparison, who diffview.Judgement, why string) *diffview.Comparison {
	out := *c
	who.Failed = why
	out.Judged = &who
	return &out
}

// A merger adds findings to a copy of a comparison.
type merger struct {
	c    *diffview.Comparison
	said Findings
	who  diffview.Judgement
	at   map[[2]int]int // by sentences: the link that joins them
}

func newMerger(c *diffview.Comparison, f Findings, who diffview.Judgement) *merger {
	out := *c
	out.Links = slices.Clone(c.Links)
	out.Conflicts = slices.Clone(c.Conflicts)
	who.Dropped = len(f.Dropped)
	m := &merger{c: &out, said: f, who: who, at: make(map[[2]int]int)}
	m.index()
	return m
}

// index notes where each link is.
func (m *merger) index() {
	clear(m.at)
	for n, l := range m.c.Links {
		m.at[l.Sentences] = n
	}
}

// refuse takes away the unsure links that the judge refuses, but for those that it
// also gives and those in which a conflict was found.
func (m *merger) refuse() {
	refused := make(map[[2]int]bool)
	for _, s := range m.said.refused {
		refused[s] = true
	}
	for _, l := range m.said.links {
		delete(refused, l.sentences)
	}
	for _, x := range m.c.Conflicts {
		delete(refused, m.c.Links[x.Link].Sentences)
	}
	var kept []diffview.Link
	place := make([]int, len(m.c.Links))
	for n, l := range m.c.Links {
		place[n] = len(kept)
		if refused[l.Sentences] && !l.Sure {
			m.who.Refused++
			continue
		}
		kept = append(kept, l)
	}
	m.c.Links = kept
	for n := range m.c.Conflicts {
		m.c.Conflicts[n].Link = place[m.c.Conflicts[n].Link]
	}
	m.index()
}

// link adds a link, or confirms one that the words left unsure.
func (m *merger) link(l foundLink) {
	n, ok := m.at[l.sentences]
	switch {
	case !ok:
		m.add(l.sentences, l.core)
	case l.core && !m.c.Links[n].Sure:
		m.c.Links[n].Sure, m.c.Links[n].By = true, m.who.Name
		m.who.Confirmed++
	}
}

// add adds a link and returns where it is.
func (m *merger) add(sentences [2]int, core bool) int {
	link := diffview.Link{Sentences: sentences, Score: looseScore, Sure: core, By: m.who.Name}
	if core {
		link.Score = coreScore
	}
	m.at[sentences] = len(m.c.Links)
	m.c.Links = append(m.c.Links, link)
	m.who.Links++
	return len(m.c.Links) - 1
}

// conflict adds a conflict, with the link it stands in where there is none, unless
// the words found one at this place. One that they took for minor gives way to one
// that counts.
func (m *merger) conflict(p *painter, x foundConflict) {
	for n, was := range m.c.Conflicts {
		if !was.Spans[0].Overlaps(x.spans[0]) || !was.Spans[1].Overlaps(x.spans[1]) {
			continue
		}
		if was.Grade != diffview.Minor || !x.core {
			return
		}
		m.c.Conflicts = slices.Delete(m.c.Conflicts, n, n+1)
		break
	}
	var words [2]string
	for side, s := range x.spans {
		words[side] = s.Of(m.c.Articles[side].Text)
	}
	k := conflict.Judged(x.kind, x.spans, words, x.reason, m.who.Name)
	if !x.core {
		k.Grade = diffview.Minor
	}
	n, ok := m.at[x.sentences]
	if !ok {
		n = m.add(x.sentences, true)
	}
	k.Link = n
	m.c.Conflicts = append(m.c.Conflicts, k)
	m.who.Conflicts++
	p.conflict(x)
}

// differing returns, by side, the sentences of links in which the articles do not
// say the same: their wording is not made agreement.
func (m *merger) differing() (differ [2]map[int]bool) {
	differ = [2]map[int]bool{{}, {}}
	note := func(sentences [2]int) {
		for side, s := range sentences {
			differ[side][s] = true
		}
	}
	for _, l := range m.said.links {
		if l.differ {
			note(l.sentences)
		}
	}
	for _, x := range m.said.conflicts {
		note(x.sentences)
	}
	return differ
}

// linked returns, by side, the sentences that a sure link joins.
func linked(c *diffview.Comparison) (has [2]map[int]bool) {
	has = [2]map[int]bool{{}, {}}
	for _, l := range c.Links {
		for side, s := range l.Sentences {
			has[side][s] = has[side][s] || l.Sure
		}
	}
	return has
}

// partners returns the sentences of the other side that a sentence is linked to.
func partners(c *diffview.Comparison, side diffview.Side, sentence int) []int {
	all := make(map[int]bool)
	for _, l := range c.Links {
		if l.Sentences[side] == sentence {
			all[l.Sentences[side.Other()]] = true
		}
	}
	return slices.Sorted(maps.Keys(all))
}

// overlaps reports whether a span shares a byte with one of others.
func overlaps(s prose.Span, others []prose.Span) bool {
	return slices.ContainsFunc(others, s.Overlaps)
}
