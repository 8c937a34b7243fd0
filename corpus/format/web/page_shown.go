package web

import (
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"

	"parallax/corpus/byline"
	"parallax/corpus/dates"
	"parallax/corpus/format/raw"
	"parallax/corpus/outlets"
)

// One rule of trust: what a page shows its readers beside the headline checks
// what its tags say. Templates and plug-ins fill in tags, and nobody sees what is
// wrong with them.
//
//	the title   a heading that is the page's title without the site is it
//	the date    of the tags' dates the one of the day that is shown comes
//	            first; where none is, an earlier day that is shown does: the
//	            tags then say when the page was changed or saved
//	the authors the outlet's own name, or that of a user of its system, gives way
//	            to a byline; so does a part of those named there

// sameDay is how far apart two dates of one publication can be: a tag's in
// Greenwich, a reader's on the other side of the world.
const sameDay = 36 * time.Hour

// shownFirst puts what the page shows before what its tags say where the rule
// has it so.
func (p *page) shownFirst(fields []raw.Field, m marks) []raw.Field {
	fields = p.shownTitle(fields, m.heading)
	return shownDate(fields, m)
}

// shownTitle puts the heading first if the page's title is that and the name of
// the site, and takes what else is in the title as a guess at the outlet's name.
func (p *page) shownTitle(fields []raw.Field, heading string) []raw.Field {
	site, ok := besideHeading(p.title, heading)
	if !ok || len(site) > len(heading) { // else the heading is the site's name
		return fields
	}
	first := slices.IndexFunc(fields, func(f raw.Field) bool { return f.Name == raw.Title })
	if first < 0 || siteKey(fields[first].Value) != siteKey(heading) {
		fields = slices.DeleteFunc(fields, func(f raw.Field) bool { return f.Name == raw.Title && f.Value == heading })
		fields = slices.Insert(fields, max(0, min(first, len(fields))), raw.Field{Name: raw.Title, Value: heading, From: "heading"})
	}
	const longest = 5 // words of a site's name
	known := slices.ContainsFunc(fields, func(f raw.Field) bool { return f.Name == raw.Outlet })
	if n := len(strings.Fields(site)); !known && n > 0 && n <= longest {
		fields = append(fields, raw.Field{Name: raw.Outlet, Value: site, From: "page title", Guess: true})
	}
	return fields
}

// besideHeading returns what a page's title has besides its heading, and
// whether it begins or ends with that.
func besideHeading(title, heading string) (site string, ok bool) {
	const shortest = 8 // characters of a heading that can be more than a section's
	if utf8.RuneCountInString(heading) < shortest {
		return "", false
	}
	if title == heading {
		return "", true
	}
	if rest, found := strings.CutPrefix(title, heading); found {
		bare := strings.TrimLeftFunc(rest, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsPunct(r) || unicode.IsSymbol(r) })
		if sign := strings.TrimSpace(rest[:len(rest)-len(bare)]); sign == "" || strings.ContainsAny(sign[:1], ",.?!'\"") {
			return "", false
		}
		for _, s := range append(siteSigns, "_") { // "Ferry halted | News | The Herald"
			if i := strings.LastIndex(bare, s); i >= 0 {
				bare = bare[i+len(s):]
			}
		}
		return strings.TrimRight(bare, ")]} "), true
	}
	if rest, found := strings.CutSuffix(title, heading); found {
		for _, s := range siteSigns {
			if name, cut := strings.CutSuffix(rest, s); cut {
				return name, true
			}
		}
	}
	return "", false
}

// shownDate puts the date of publication first that the page shows.
func shownDate(fields []raw.Field, m marks) []raw.Field {
	var shown *markedDate
	for i, d := range m.dates {
		if d.near && d.sure && d.label != dates.Updated {
			shown = &m.dates[i]
			break
		}
	}
	if shown == nil {
		return fields
	}
	day := shown.when.Time
	first, same := -1, -1
	for i, f := range fields {
		if f.Name != raw.Published {
			continue
		}
		when, ok := dates.ParseAs(f.Value, m.order)
		if !ok {
			continue
		}
		if first < 0 {
			first = i
		}
		if same < 0 && when.Sub(day).Abs() < sameDay {
			same = i
		}
		if first == i && when.Before(day.Add(-sameDay)) {
			return fields // what is shown is later: an update, or an event
		}
	}
	if first < 0 || same < 0 || first == same {
		return fields
	}
	f := fields[same]
	return slices.Insert(slices.Delete(fields, same, same+1), first, f)
}

// shownDates returns the dates of a kind that the page shows: those beside the
// headline first, and of these the ones that an element, a class or a label
// calls a date.
func (m marks) shownDates(label dates.Label) (values []string, from string) {
	for _, want := range []struct{ near, sure bool }{{true, true}, {true, false}, {false, true}} {
		for _, d := range m.dates {
			fits := d.label == label || label == dates.Published && d.label == dates.NoLabel
			if fits && d.near == want.near && d.sure == want.sure {
				return []string{d.text}, d.from
			}
		}
	}
	return nil, ""
}

// lines returns the first line that names authors, beside the headline or
// anywhere, with those of the same list.
func (m marks) lines(near bool) []string {
	var out []string
	var in *html.Node
	for _, l := range m.bylines {
		if near && !l.near || in != nil && l.in != in {
			continue
		}
		if names, _ := byline.Names(l.text, dates.AnyOrder); len(names) == 0 {
			continue
		}
		in = l.in
		out = append(out, l.text)
	}
	return out
}

// order returns which number of a date is the day, as the page's language has
// it, or the country that its address is in.
func (p *page) order() dates.Order {
	for _, lang := range slices.Concat([]string{p.lang}, p.ld["inLanguage"], p.metas["og:locale"], p.metas["content-language"], p.metas["language"]) {
		if order := dates.OrderOf(lang); order != dates.AnyOrder {
			return order
		}
	}
	for _, address := range slices.Concat([]string{p.links["canonical"]}, p.metas["og:url"], []string{p.address}) {
		if u, ok := outlets.ParseURL(address); ok {
			return dates.OrderOfHost(u.Hostname())
		}
	}
	return dates.AnyOrder
}

// authors returns the authors of the first place that names persons. The
// outlet itself is none; an agency is one where nobody else is named.
func (p *page) authors(m marks) []raw.Field {
	site := p.siteNames()
	var found, agencies []raw.Field
	for place := range strings.FieldsSeq(placesOf(raw.Author)) {
		if len(found) > 0 && place != "byline-near" {
			continue
		}
		values, from := p.at(place, m)
		names := namesIn(values, site, m.order)
		switch {
		case len(names) == 0:
		case isAgency(names) && len(agencies) == 0:
			agencies = authorFields(names, from)
		case !isAgency(names) && len(found) == 0:
			found = authorFields(names, from)
		case place == "byline-near" && bylineKnowsMore(found, names, byline.Labelled(values[0])):
			return authorFields(names, from)
		}
	}
	if len(found) == 0 {
		return agencies
	}
	return found
}

// bylineKnowsMore reports whether a byline with its label names all that a tag
// does and others, or any byline a person where the tag has the name of a user.
func bylineKnowsMore(tagged []raw.Field, names []string, labelled bool) bool {
	whole := func(n string) bool { return strings.Contains(n, " ") }
	all := labelled && !slices.ContainsFunc(names, func(n string) bool { return !whole(n) })
	for _, f := range tagged {
		all = all && slices.ContainsFunc(names, func(n string) bool { return strings.EqualFold(n, f.Value) })
	}
	user := len(tagged) == 1 && !whole(tagged[0].Value) && isLatin(tagged[0].Value[0])
	return all && len(names) > len(tagged) || user && len(names) == 1 && whole(names[0])
}

func authorFields(names []string, from string) []raw.Field {
	var out []raw.Field
	for _, n := range names {
		out = append(out, raw.Field{Name: raw.Author, Value: n, From: from})
	}
	return out
}

// namesIn returns the persons and agencies in values of one place. The site's
// own name and addresses are left out.
func namesIn(values []string, site map[string]bool, order dates.Order) []string {
	var out []string
	for _, v := range values {
		v = raw.OneLine(html.UnescapeString(v))
		if v == "" || utf8.RuneCountInString(v) > 3*maxName || raw.IsURL(v) || strings.HasPrefix(v, "@") || site[siteKey(v)] {
			continue
		}
		names, _ := byline.Names(v, order)
		if agencies.Has(siteKey(v)) {
			names = []string{v} // "dpa" has no capital
		}
		for _, n := range names {
			if !site[siteKey(n)] && !slices.Contains(out, n) {
				out = append(out, n)
			}
		}
	}
	return out
}

// agencies are the agencies whose names stand where an author's does.
var agencies = wordSet(`ap afp dpa reuters upi ansa efe ntb tt apa pa pap čtk stt anp belga lusa sda xinhua tass associatedpress agencefrancepresse pressassociation bloomberg afpdpa dpaafp`)

func isAgency(names []string) bool {
	return !slices.ContainsFunc(names, func(n string) bool { return !agencies.Has(siteKey(n)) })
}

// placesOf returns where a field is looked for.
func placesOf(name string) string {
	for _, f := range places {
		if f.name == name {
			return f.at
		}
	}
	return ""
}
