package story

import (
	"slices"
	"strings"
	"sync"
)

// Texts of one form are not one event: the market reports of two days, two
// earthquakes, two obituaries share most of their words. What tells them apart is
// particular to each: whom and what they name, their figures, the days they
// speak of. Where these contradict each other two texts are neither one story nor
// versions of one text, however alike the rest is.

const (
	// principals is how many of a text's names, the weightiest, must be missing
	// from another for the two to be about others.
	principals = 3

	// formRuns is the part of the shorter text's runs that the longer holds too,
	// from which on both are in one form.
	formRuns = 0.15

	// nameKey is how many letters two names have in common that may be one:
	// "Iran" and "Iranian", "Ordeland" and "Ordelander".
	nameKey = 5

	// seriesDays is how many days apart reports are that may be of a series, if
	// they have no figure in common.
	seriesDays = 4.0

	// otherDay is how many days apart two editions of a series are published, at
	// least: on one day two headlines with other days contradict each other.
	otherDay = 0.5
)

// Particulars are what tells an event from others of its form. Those of a group
// are those of its texts together.
type particulars struct {
	days    uint8    // the days of the week that are named, a bit each
	figures []uint64 // numbers of two digits and more, or with a point, but no years; sorted
	names   []uint64 // all names, by their first letters; sorted
	first   []uint64 // of the weightiest names; sorted
	series  []edition
}

// weekdays are the names of the days, in lower case, as bits.
var weekdays = sync.OnceValue(func() map[string]uint8 {
	m := make(map[string]uint8)
	for day, names := range [...]string{
		"monday montag lundi lunes lunedì maandag måndag mandag",
		"tuesday dienstag mardi martes martedì dinsdag tisdag tirsdag",
		"wednesday mittwoch mercredi miércoles mercoledì woensdag onsdag",
		"thursday donnerstag jeudi jueves giovedì donderdag torsdag",
		"friday freitag vendredi viernes venerdì vrijdag fredag",
		"saturday samstag sonnabend samedi sábado sabato zaterdag lördag lørdag",
		"sunday sonntag dimanche domingo domenica zondag söndag søndag",
	} {
		for n := range strings.FieldsSeq(names) {
			m[n] = 1 << day
		}
	}
	return m
})

// A trait says what a word contributes to the particulars of a text.
type trait struct {
	day    uint8
	figure bool
	name   bool
	key    uint64
}

// traits returns what each word of the vocabulary is.
func (v *vocabulary) traits() []trait {
	common := commonParts()
	all := make([]trait, len(v.entries))
	for id := range v.entries {
		e := &v.entries[id]
		t := &all[id]
		t.day = weekdays()[strings.ToLower(e.shown)]
		_, known := common[e.stem]
		switch {
		case t.day != 0:
		case isFigure(e.stem):
			t.figure, t.key = true, keyOf(e.stem, len(e.stem))
		case !known && e.isName():
			t.name, t.key = true, keyOf(e.stem, nameKey)
		}
	}
	return all
}

// isFigure reports whether a word is a number that two reports of one event would
// both have: with two digits at least, and no year.
func isFigure(stem string) bool {
	digits := 0
	for _, c := range stem {
		switch {
		case '0' <= c && c <= '9':
			digits++
		case c != '.' && c != ',':
			return false
		}
	}
	year := len(stem) == 4 && digits == 4 && (stem[:2] == "19" || stem[:2] == "20")
	return digits > 1 && !year
}

// keyOf returns a hash of the first letters of a word.
func keyOf(word string, letters int) uint64 {
	h := uint64(14695981039346656037)
	for _, r := range word {
		if letters--; letters < 0 {
			break
		}
		h = (h ^ uint64(r)) * 1099511628211
	}
	return h
}

// particularsOf returns those of a text.
func particularsOf(t text, traits []trait) particulars {
	var p particulars
	for id := range t.words.all() {
		w := traits[id]
		p.days |= w.day
		if w.figure {
			p.figures = append(p.figures, w.key)
		}
	}
	weighty := slices.Clone(t.terms)
	slices.SortStableFunc(weighty, func(a, b term) int {
		switch {
		case a.weight > b.weight:
			return -1
		case a.weight < b.weight:
			return 1
		}
		return 0
	})
	for _, w := range weighty {
		if traits[w.id].name {
			p.names = append(p.names, traits[w.id].key)
			if len(p.first) < principals {
				p.first = append(p.first, traits[w.id].key)
			}
		}
	}
	if t.article != nil {
		p.figures = append(p.figures, scoresOf(t.article)...)
		if e, ok := editionOf(t.article); ok {
			p.series = append(p.series, e)
		}
	}
	p.figures, p.names, p.first = set(p.figures), set(p.names), set(p.first)
	return p
}

// contradict reports whether two texts, or groups, are about different events by
// what is particular to them; days is how far apart they were published, less than
// 0 when that is not known. A story that goes on for days has other figures each
// day: only of texts in one form do they tell two apart. shared says which part of
// their runs of words two texts have in common.
func contradict(p, q *particulars, days float64, shared func() float64) bool {
	otherDays := p.days != 0 && q.days != 0 && p.days&q.days == 0
	otherFigures := len(p.figures) > 0 && len(q.figures) > 0 && !overlap(p.figures, q.figures)
	otherNames := len(p.first) > 0 && len(q.first) > 0 && !overlap(p.first, q.names) && !overlap(q.first, p.names)
	switch {
	case (days < 0 || days >= otherDay) && otherEditions(p.series, q.series):
		return true
	case otherNames:
		return otherFigures || otherDays || len(p.first) > 1 && len(q.first) > 1
	case otherFigures && otherDays:
		return shared() >= formRuns
	case otherFigures && days >= seriesDays:
		part := shared()
		return part >= formRuns && (part < sameRuns || len(p.figures) > 1 && len(q.figures) > 1)
	}
	return false
}

// sharedRuns returns which part of the runs of words of the shorter text the longer
// has, too: of two texts written after one model a good part.
func sharedRuns(a, b *text) float64 {
	p, q := textRuns(a.words), textRuns(b.words)
	fewest := min(len(p), len(q))
	if fewest == 0 {
		return 0
	}
	shared := 0
	for len(p) > 0 && len(q) > 0 {
		switch {
		case p[0] < q[0]:
			p = p[1:]
		case p[0] > q[0]:
			q = q[1:]
		default:
			shared++
			p, q = p[1:], q[1:]
		}
	}
	return float64(shared) / float64(fewest)
}

// with returns the particulars of two groups together.
func (p particulars) with(q particulars) particulars {
	return particulars{
		days:    p.days | q.days,
		figures: set(slices.Concat(p.figures, q.figures)),
		names:   set(slices.Concat(p.names, q.names)),
		first:   set(slices.Concat(p.first, q.first)),
		series:  mostEditions(slices.Concat(p.series, q.series)),
	}
}

// set returns a list sorted, each member once.
func set(list []uint64) []uint64 {
	slices.Sort(list)
	return slices.Compact(list)
}

// overlap reports whether two sets have a member in common.
func overlap(a, b []uint64) bool {
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0] < b[0]:
			a = a[1:]
		case a[0] > b[0]:
			b = b[1:]
		default:
			return true
		}
	}
	return false
}
