// Package record reads records with named fields: JSON or a table goes in, and
// one article per record comes out.
//
//	spellings.go  the keys under which tools keep a title, a date and the like, for
//	              front matter, too; body.go, those of the text
//	json.go       JSON of any shape, with json_*.go
//	table.go      CSV, and columns divided by tabs
package record

import (
	"html"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"parallax/corpus/byline"
	"parallax/corpus/format/raw"
	"parallax/corpus/format/web"
	"parallax/corpus/lazyregexp"
)

// Spellings are the keys under which tools keep each field, the one to trust
// most first: a clipping tool's "created" is the day of the clipping when
// there is a "published" too. Case, spaces, dashes and underscores do not
// count ("Publish-Date" is publishdate); a point leads into an object:
// fields.headline is the headline within the fields.
//
// Front matter, JSON and the columns of tables share them.
var Spellings = []struct {
	Name string
	Keys string
}{
	{raw.Title, `title headline og:title fields.headline webtitle fulltitle headlines headline.main title.rendered articletitle
		titel titre titolo titulo título rubrik overskrift kop überschrift schlagzeile titular заголовок название tytuł thread.title name`},
	{raw.Outlet, `outlet sitename og:sitename publication publisher newspaper sourcename source.name source source.title
		namesource sourcehostname metasitename site website media medianame publicationtitle containertitle
		publicationname journal zeitung medium quelle média médias fuente fonte periódico periodico diario medio veículo veiculo testata giornale krant bron
		tidning källa avis kilde источник издание źródło gazeta fields.publication provider infosources
		copyrightholder hostname domain sourcedomain cleanurl domainurl thread.site`},
	{raw.Author, `author author.name authors byline.original byline by bylines creator creators dc:creator writer writers
		article:author metaauthor fields.byline auteur auteurs autor autore autores autori autoren verfasser författare forfatter автор авторы autorzy`},
	{raw.Published, `published datepublished publishedat publishedon publishdate publisheddate publishedtime publicationdate
		publicationdatetime datepublish datetimepub article:publishedtime webpublicationdate pubdate pubtime
		datepublication publishtime dategmt datetime date issued firstcreated created createdat timestamp versioncreated
		datum fecha data dato дата datedepublication datedeparution fechadepublicación fechadepublicacion fechapublicacion datadepublicação datadepublicacao
		datapublicacao datadipubblicazione datapubblicazione veröffentlichungsdatum erscheinungsdatum veröffentlichtam publicatiedatum publiceringsdatum
		datapublikacji датапубликации seendate`},
	{raw.Updated, `updated modified datemodified updatedat dateupdated lastupdated updateddate modifiedtime article:modifiedtime
		modifiedgmt lastmod lastmodified datemodify fields.lastmodified versioncreated`},
	{raw.URL, `url link permalink canonical canonicalurl canonicallink sourceurl original originalurl og:url source weburl
		articleurl pageurl links.permalink mainentityofpage externalurl id`},
	{raw.Language, `language lang inlanguage metalang languagecode og:locale locale langue sprache idioma lingua taal språk язык fields.lang`},
}

// A Datum is what is under a key: a text, a list or a mapping.
type Datum interface {
	Text() string                       // of a text or number, without white space around it; "" of all else
	List() []Datum                      // of a list, its members; nil of all else
	In(key string) (v Datum, as string) // of a mapping, what is under a normal key, and how that is spelled; nil, "" of all else
}

// Limits of what is read of a value.
const (
	MaxNesting = 3       // how deep it may hide in lists and mappings, as in authors: [{name: …}]
	maxListed  = 100     // members of a list of authors and the like
	maxValue   = 8 << 10 // bytes: a longer value is not a title or byline
)

// FieldsOf returns what a mapping says, in the order of Spellings. from says
// what it is, before a key: "front matter", "JSON", "column".
func FieldsOf(record Datum, from string) []raw.Field {
	var out []raw.Field
	for _, k := range spelledKeys() {
		if v, as := k.of(record); v != nil {
			for _, v := range fieldValues(k.field, k.whole, v) {
				out = append(out, raw.Field{Name: k.field, Value: v, From: from + ": " + as})
			}
		}
	}
	return oneOfEach(out)
}

// A spelledKey is one key of spellings.
type spelledKey struct {
	field               string
	whole, outer, inner string // outer and inner: around the point, if it has one
}

var spelledKeys = sync.OnceValue(func() (out []spelledKey) {
	for _, s := range Spellings {
		out = append(out, spelledAs(s.Name, s.Keys)...)
	}
	return out
})

func spelledAs(field, keys string) (out []spelledKey) {
	for key := range strings.FieldsSeq(keys) {
		k := spelledKey{field: field, whole: key}
		if outer, inner, nested := strings.Cut(key, "."); nested {
			k.outer, k.inner = outer, inner
		}
		out = append(out, k)
	}
	return out
}

// of returns what is under a key of a record and how that is spelled. A
// table made of nested objects has their keys in one: "fields.body".
func (k spelledKey) of(record Datum) (Datum, string) {
	if v, as := record.In(k.whole); v != nil {
		return v, as
	}
	if k.outer != "" {
		if v, as := record.In(k.outer); v != nil {
			v, within := v.In(k.inner)
			return v, as + "." + within
		}
	}
	return nil, ""
}

// NormalKey returns a key as Spellings has it: "Site-Name" is "sitename".
func NormalKey(k string) string {
	return keyFolder.Replace(strings.ToLower(strings.TrimSpace(k)))
}

// IsKey reports whether a key as written is a normal key. Most are told apart by
// their first letters, a hundred times for each record.
func IsKey(written, normal string) bool {
	if written == "" || normal == "" {
		return written == normal
	}
	if c := written[0] | 0x20; 'a' <= c && c <= 'z' && c != normal[0] {
		return false
	}
	return NormalKey(written) == normal
}

var keyFolder = strings.NewReplacer("-", "", "_", "", " ", "", "\ufeff", "")

// oneOfEach keeps the authors of one key only, one of two fields that say the
// same, and an update only if it is not the publication.
func oneOfEach(fields []raw.Field) []raw.Field {
	published, out := "", []raw.Field(nil)
	for _, f := range raw.FirstAuthors(fields) {
		if f.Name == raw.Published && published == "" {
			published = f.Value
		}
		same := func(o raw.Field) bool { return o.Name == f.Name && o.Value == f.Value }
		if !slices.ContainsFunc(out, same) && (f.Name != raw.Updated || f.Value != published) {
			out = append(out, f)
		}
	}
	return out
}

// fieldValues returns the values that what is under a key gives a field.
// A "source" is a URL in some tools' files and an outlet in others': what it
// looks like decides.
func fieldValues(name, key string, v Datum) []string {
	if v.Text() == "" && (name == raw.URL && key == "source" || name == raw.Outlet && key == "media") {
		return nil // the address of an outlet, not of the article; pictures
	}
	var out []string
	for _, v := range textsOf(v, name, 0) {
		switch name {
		case raw.Author:
			out = append(out, byline.Authors(v)...)
			continue
		case raw.Outlet:
			if v = strings.TrimPrefix(v, "www."); raw.IsURL(v) {
				continue
			}
		case raw.URL:
			if !raw.IsURL(v) {
				continue
			}
		case raw.Published, raw.Updated:
			v = moment(v)
		}
		out = append(out, v)
	}
	if name != raw.Author {
		return out[:min(len(out), 1)]
	}
	return out[:min(len(out), maxListed)]
}

// inside are the keys of a mapping that stand for all of it, by the field
// that is wanted: those of news services, of MongoDB's exports ("$date") and of
// what was XML ("#text").
var inside = map[string]string{
	raw.Title:     "main rendered value name title text original #text @value",
	raw.Outlet:    "name title value label domain id #text @value",
	raw.Author:    "name original fullname displayname value literal label title id #text @value",
	raw.Published: "date datetime value start rendered $date $numberlong #text @value",
	raw.Updated:   "date datetime value rendered $date $numberlong #text @value",
	raw.URL:       "url href link canonical permalink @id",
	raw.Language:  "code name id value",
}

// textsOf returns the texts in a value. Of a mapping it is that under the first
// key of inside that has any.
func textsOf(v Datum, name string, depth int) []string {
	if t := v.Text(); t != "" {
		if len(t) > maxValue {
			return nil
		}
		if t = plainValue(t); t != "" {
			return []string{t}
		}
		return nil
	}
	if depth == MaxNesting {
		return nil
	}
	var out []string
	members := v.List()
	for _, m := range members[:min(len(members), maxListed)] {
		if out = append(out, textsOf(m, name, depth+1)...); len(out) >= maxListed {
			break
		}
	}
	if len(out) > 0 {
		return out
	}
	if full := fullName(v); name == raw.Author && full != "" {
		return []string{full}
	}
	for key := range strings.FieldsSeq(inside[name]) {
		if m, _ := v.In(key); m != nil {
			if out := textsOf(m, name, depth+1); len(out) > 0 {
				return out
			}
		}
	}
	return nil
}

// fullName returns the name of a person that is kept in two parts.
func fullName(v Datum) string {
	for _, keys := range [][2]string{{"firstname", "lastname"}, {"given", "family"}} {
		last, _ := v.In(keys[1])
		if last == nil {
			continue
		}
		if first, _ := v.In(keys[0]); first != nil {
			return strings.TrimSpace(plainValue(first.Text()) + " " + plainValue(last.Text()))
		}
		return plainValue(last.Text())
	}
	return ""
}

// nothing are the words by which programs write that there is no value.
var nothing = []string{"null", "none", "nan", "nat", "n/a", "undefined", "unknown", "[]", "{}", "-"}

// pythonList is a list of texts as Python writes it into a table's cell.
var pythonList = lazyregexp.New(`^\[\s*'.*'\s*\]$|^\[\s*".*"\s*\]$`)

// plainValue returns a text without entities and the brackets of a link, or ""
// when it says that there is nothing.
func plainValue(s string) string {
	if slices.Contains(nothing, strings.ToLower(s)) {
		return ""
	}
	if strings.HasPrefix(s, "[") && pythonList.MatchString(s) {
		s = strings.Trim(s, "[] \t")
		s = strings.Trim(strings.NewReplacer(`', '`, "; ", `", "`, "; ", `', "`, "; ", `", '`, "; ").Replace(s), `'"`)
	}
	if strings.Contains(s, "&") {
		s = html.UnescapeString(s)
	}
	if strings.Contains(s, "</") {
		if t, err := web.TextOfHTML(s); err == nil {
			s = t
		}
	}
	if strings.Contains(s, "[[") {
		s = Unlink(s)
	}
	return strings.TrimSpace(s)
}

// moment returns a date as it stands, but a count of seconds or milliseconds
// since 1970 as RFC 3339 has it, in UTC.
func moment(v string) string {
	whole, _, _ := strings.Cut(v, ".")
	if len(whole) < 9 || len(whole) > 14 {
		return v
	}
	n, err := strconv.ParseInt(whole, 10, 64)
	if err != nil || strings.Count(v, ".") > 1 {
		return v
	}
	switch len(strings.TrimPrefix(whole, "-")) {
	case 9, 10:
		return time.Unix(n, 0).UTC().Format(time.RFC3339)
	case 12, 13:
		return time.UnixMilli(n).UTC().Format(time.RFC3339)
	}
	return v
}

var wikiLink = lazyregexp.New(`\[\[(?:[^\]|]*\|)?([^\]|]+)\]\]`)

// Unlink returns the words of a value that a note-taking tool wrote as a link.
func Unlink(v string) string { return wikiLink.ReplaceAllString(v, "$1") }
