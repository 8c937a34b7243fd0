package corpus

import (
	"path"
	"strings"
	"time"

	"parallax/corpus/clean"
	"parallax/corpus/dates"
	"parallax/corpus/format/raw"
	"parallax/corpus/lazyregexp"
	"parallax/corpus/outlets"
)

// metaOf finds what is known about an article: each field from the first of
// its sources that has it. The title comes later.
func metaOf(filePath string, found raw.Article, p page, text string, known *outlets.Table) Meta {
	m := metaOfFields(found, known)
	p.addTo(&m)
	if g := strayDate.FindStringSubmatch(text); g != nil && !m.Published.Known() {
		if t, ok := dates.Parse(g[1]); ok {
			m.Published = Field[time.Time]{Value: t, From: "first line of the text"}
		}
	}
	if u, ok := outlets.ParseURL(m.URL.Value); ok {
		if !m.Outlet.Known() || known.Knows(u) && (m.Outlet.Guess || found.Page && known.Known(m.Outlet.Value) == "") {
			m.Outlet = Field[string]{Value: clean.Line(known.OfURL(u)), From: "URL", Guess: m.URL.Guess}
		}
		if t, ok := dates.OfURL(u.Path); ok && (!m.Published.Known() || m.Published.Guess) {
			m.Published = Field[time.Time]{Value: t, From: "URL"}
		}
	}
	if !m.Outlet.Known() {
		if name, from := known.OfPath(filePath); name != "" {
			m.Outlet = Field[string]{Value: name, From: from, Guess: true}
		}
	}
	if !m.Published.Known() {
		if t, ok := dates.OfName(path.Base(strings.ReplaceAll(filePath, "\\", "/"))); ok {
			m.Published = Field[time.Time]{Value: t, From: "file name", Guess: true}
		}
	}
	if !m.Outlet.Known() {
		m.Outlet = outletOfText(known, text, p)
	}
	m.orderDates()
	return m
}

// orderDates mends an update before the publication. Of the two the date that
// is a guess is wrong; of two found alike the update is, as templates and tools
// fill that in.
func (m *Meta) orderDates() {
	if !m.Published.Known() || !m.Updated.Known() || !m.Updated.Value.Before(m.Published.Value) {
		return
	}
	if m.Published.Guess && !m.Updated.Guess {
		m.Published = m.Updated
	}
	m.Updated = Field[time.Time]{}
}

// orderOf returns which number of an article's dates is the day: as the rest of
// its file says, or else its language.
func orderOf(found raw.Article) dates.Order {
	if found.DateOrder != dates.AnyOrder {
		return found.DateOrder
	}
	for _, f := range found.Fields {
		if f.Name == raw.Language {
			if order := dates.OrderOf(f.Value); order != dates.AnyOrder {
				return order
			}
		}
	}
	return dates.AnyOrder
}

// valueOf returns what a field says as it is shown, with no entities left in it:
// what escapes a text twice does so to its headline and its authors, too.
func valueOf(f raw.Field) string { return clean.Line(clean.Entities(f.Value)) }

// metaOfFields takes over what the file says, cleaned. Of two fields with one
// name the first that can be understood counts.
func metaOfFields(found raw.Article, known *outlets.Table) Meta {
	order := orderOf(found)
	var m Meta
	str := func(to *Field[string], v, from string) {
		if v != "" && !to.Known() {
			*to = Field[string]{Value: v, From: from}
		}
	}
	date := func(to *Field[time.Time], v, from string, guess bool) {
		if t, ok := dates.ParseAs(v, order); ok && !to.Known() {
			*to = Field[time.Time]{Value: t, From: from, Guess: guess}
		}
	}
	for _, f := range found.Fields {
		v, from := valueOf(f), clean.Line(f.From)
		switch f.Name {
		case raw.Title:
			str(&m.Title, v, from)
		case raw.Outlet:
			if outlets.IsDomain(v) {
				v = known.OfHost(v)
			} else if name := known.Known(v); found.Page && name != "" {
				v = name // one outlet, one name
			}
			if str(&m.Outlet, v, from); m.Outlet.Value == v && m.Outlet.From == from {
				m.Outlet.Guess = f.Guess
			}
		case raw.Author:
			if v != "" {
				m.Authors.Value, m.Authors.From = append(m.Authors.Value, v), from
			}
		case raw.Published:
			date(&m.Published, v, from, f.Guess)
		case raw.Updated:
			date(&m.Updated, v, from, f.Guess)
		case raw.URL:
			if _, ok := outlets.ParseURL(v); ok {
				str(&m.URL, v, from)
			}
		case raw.Language:
			str(&m.Language, v, from)
		}
	}
	return m
}

// addTo takes over what the lines of furniture say, where m knows nothing yet.
// Of doubtful lines only a date counts, as a guess: they are among the text.
func (p page) addTo(m *Meta) {
	for i, l := range p.lines {
		if !p.furniture[i] && !p.doubtful[i] {
			continue
		}
		from := "a line beside the text"
		if i == 0 {
			from = "first line of the text"
		}
		if when, kind := dateLine(l.text); kind == "updated" && !m.Updated.Known() {
			m.Updated = Field[time.Time]{Value: when, From: from, Guess: p.doubtful[i]}
		} else if kind != "" && kind != "updated" && !m.Published.Known() {
			m.Published = Field[time.Time]{Value: when, From: from, Guess: p.doubtful[i]}
		}
		if p.doubtful[i] {
			continue
		}
		if u := addressLine(l.text); u != "" && !m.URL.Known() {
			m.URL = Field[string]{Value: u, From: from, Guess: u != l.text}
		}
		if names := bylineOf(l.text); names != nil && !m.Authors.Known() {
			m.Authors = Field[[]string]{Value: names, From: from, Guess: true}
			if d := dates.In(l.text, dates.AnyOrder); len(d) > 0 && !m.Published.Known() && d[0].Label != dates.Updated {
				m.Published = Field[time.Time]{Value: d[0].Time, From: from, Guess: true}
			}
		}
	}
}

const (
	properName = `((?:The |the )?[\p{Lu}][\pL&’'-]*(?: (?:of |and )?[\p{Lu}][\pL&’'-]*){0,4})`
	cueWindow  = 300 // bytes of the text in which its dateline stands
)

var (
	dateline   = lazyregexp.New(`(?m)^(?:[^\n]{0,120}?)\((AP|AFP|Reuters|REUTERS|UPI|dpa|DPA|Xinhua|TASS|Bloomberg|CNN)\) ?(?:[-–—]|--)`)
	copyrights = lazyregexp.New(`(?i)^(?:copyright |©|\(c\)|&copy;| )+\d{4}(?:[-–]\d{2,4})? (?:by )?(?-i:` + properName + `)`)
	askedFor   = lazyregexp.New(properName + ` (?:has|have) (?:also )?(?:asked|approached|contacted|reached out to|emailed|requested) [^.?!\n]{3,120}?\b(?:for|to) (?:a |an |further |additional )?(?:comment|statement|response)`)
)

// outletOfText guesses an article's outlet from what only the outlet itself
// would write: its name in a dateline or beside ©, or that it asked somebody
// for comment. That somebody "told NBC News" says nothing: others quote that.
func outletOfText(known *outlets.Table, text string, p page) Field[string] {
	head := text[:min(len(text), cueWindow)]
	if g := dateline.FindStringSubmatch(head); g != nil {
		return Field[string]{Value: known.Named(g[1]), From: "dateline", Guess: true}
	}
	for i := len(p.lines) - 1; i >= 0; i-- {
		if g := copyrights.FindStringSubmatch(p.lines[i].text); g != nil && p.furniture[i] {
			if name := known.OfName(g[1], true); name != "" {
				return Field[string]{Value: name, From: "copyright line", Guess: true}
			}
		}
	}
	for _, l := range p.lines {
		if !strings.Contains(l.text, " has ") && !strings.Contains(l.text, " have ") {
			continue // spares most lines the slow pattern
		}
		for _, g := range askedFor.FindAllStringSubmatch(l.text, -1) {
			if name := known.OfName(g[1], false); name != "" {
				return Field[string]{Value: name, From: "a sentence that says who asked for comment", Guess: true}
			}
		}
	}
	return Field[string]{}
}
