package record

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/maruel/natural"

	"parallax/corpus/format/raw"
)

// wrappers are the keys of objects that are an article within a record: the
// hits of search servers, the answers of services about one article.
var wrappers = strings.Fields("source doc document article content story item post data value attributes result response node")

var errNoBody = errors.New("no text in it")

// record hands on the article in a record, or the articles.
func (j *jsonReader) record(o jsonObject, where string) {
	if article, ok := articleOf(o, "JSON"); ok {
		j.article(article)
		return
	}
	if j.within(o, 0) {
		return
	}
	if j.seen == nil {
		for _, as := range o.spelled {
			j.seen = append(j.seen, as)
		}
		slices.Sort(j.seen)
	}
	j.hold(fmt.Errorf("%s: %w", where, errNoBody))
}

// within hands on the articles that stand deeper in a record which has no text
// itself, and reports whether there are any.
func (j *jsonReader) within(o jsonObject, depth int) bool {
	if depth == MaxNesting {
		return false
	}
	for _, key := range slices.Concat(wrappers, holders) {
		inner, err := parseObject(o.members[key])
		if err != nil {
			continue
		}
		if article, ok := articleOf(inner, "JSON"); ok {
			delete(o.members, key) // here "source" is not the outlet
			article.Fields = oneOfEach(append(article.Fields, FieldsOf(o, "JSON")...))
			j.article(article)
			return true
		}
		if j.within(inner, depth+1) {
			return true
		}
	}
	any := false
	for _, key := range lists {
		for _, m := range jsonValue(o.members[key]).List() {
			inner, _ := parseObject(m.(jsonValue))
			if article, ok := articleOf(inner, "JSON"); ok {
				any = true
				j.article(article)
			}
		}
	}
	return any || j.dictionary(o) || j.unknownList(o) || j.unknownHolder(o, depth)
}

// unknownHolder hands on the articles of the lists in the one object of a record
// that has any, under whichever key.
func (j *jsonReader) unknownHolder(o jsonObject, depth int) bool {
	if hasTitle(o) || depth+1 >= MaxNesting {
		return false
	}
	keys := slices.Sorted(maps.Keys(o.members))
	for _, key := range keys {
		if inner, err := parseObject(o.members[key]); err == nil && !hasTitle(inner) && j.unknownList(inner) {
			return true
		}
	}
	for _, key := range keys {
		if inner, err := parseObject(o.members[key]); err == nil && j.unknownHolder(inner, depth+1) {
			return true
		}
	}
	return false
}

// unknownList hands on the articles of the one list in a record that has articles
// and nothing else, under whichever key. Each has a title: an article without
// a text can have a list of comments.
func (j *jsonReader) unknownList(o jsonObject) bool {
	if hasTitle(o) {
		return false
	}
	var found []raw.Article
	for _, v := range o.members {
		if len(v) == 0 || v[0] != '[' {
			continue
		}
		articles := titledArticles(jsonValue(v).List())
		if len(articles) > 0 && len(found) > 0 {
			return false
		}
		found = append(found, articles...)
	}
	for _, article := range found {
		j.article(article)
	}
	return len(found) > 0
}

// titledArticles returns the articles of a list whose members all have a title,
// and all but some a text; or nil.
func titledArticles(members []Datum) []raw.Article {
	var out []raw.Article
	for _, m := range members {
		inner, err := parseObject(m.(jsonValue))
		if err != nil || !hasTitle(inner) {
			return nil
		}
		if article, ok := articleOf(inner, "JSON"); ok {
			out = append(out, article)
		}
	}
	if 2*len(out) < len(members) {
		return nil
	}
	return out
}

// dictionary hands on the articles of an object that has nothing but articles,
// each under its number, name or address.
func (j *jsonReader) dictionary(o jsonObject) bool {
	var keys []string
	for key, v := range o.members {
		if len(v) == 0 || v[0] != '{' {
			return false
		}
		keys = append(keys, key)
	}
	slices.SortFunc(keys, natural.Compare)
	raws := make([]raw.Article, 0, len(keys))
	for _, key := range keys {
		inner, _ := parseObject(o.members[key])
		article, ok := articleOf(inner, "JSON")
		if !ok {
			return false
		}
		if as := o.spelled[key]; raw.IsURL(as) {
			article.Fields = append(article.Fields, raw.Field{Name: raw.URL, Value: as, From: "JSON: key"})
		}
		raws = append(raws, article)
	}
	for _, article := range raws {
		j.article(article)
	}
	return len(raws) > 0
}

// feedFields returns what a JSON Feed says of all its articles, as far as it
// comes before them.
func feedFields(o jsonObject) []raw.Field {
	version, _ := o.In("version")
	title, as := o.In("title")
	if version == nil || title == nil || !strings.Contains(version.Text(), "jsonfeed.org/") || title.Text() == "" {
		return nil
	}
	fields := []raw.Field{{Name: raw.Outlet, Value: plainValue(title.Text()), From: "JSON Feed: " + as}}
	if language, as := o.In("language"); language != nil && language.Text() != "" {
		fields = append(fields, raw.Field{Name: raw.Language, Value: language.Text(), From: "JSON Feed: " + as})
	}
	return fields
}

// article hands on an article, after the errors of the records before it.
func (j *jsonReader) article(article raw.Article) {
	held := j.held
	j.held = nil
	for _, err := range held {
		j.give(raw.Article{}, err)
	}
	j.found++
	article.Fields = append(article.Fields, j.feed...)
	j.give(article, nil)
}

func (j *jsonReader) give(article raw.Article, err error) {
	if !j.left && !j.yield(article, err) {
		j.left, j.done = true, true
	}
}

// hold keeps an error until it is known that the file has articles at all.
func (j *jsonReader) hold(err error) {
	if j.found > 0 {
		if j.bad.Tell() {
			j.give(raw.Article{}, err)
		}
		return
	}
	if j.held = append(j.held, err); len(j.held) == patience {
		j.done = true
	}
}

// fail ends the reading of a file.
func (j *jsonReader) fail(err error) {
	if errors.Is(err, errUnended) || errors.Is(err, errUnordered) {
		err = fmt.Errorf("line %d: %w", j.scan.lines+1, err)
	}
	j.hold(err)
	j.done = true
}

// end says of a file without articles what is wrong with it: what is broken,
// or else that no record has a text.
func (j *jsonReader) end() {
	const enough = 10
	broken := slices.DeleteFunc(j.held, func(err error) bool { return errors.Is(err, errNoBody) })
	for _, err := range broken[:min(len(broken), enough)] {
		j.give(raw.Article{}, err)
	}
	if err := j.bad.Rest(); err != nil {
		j.give(raw.Article{}, err)
	}
	if j.found > 0 || len(broken) > 0 {
		return
	}
	what := "none of its records has any text"
	switch {
	case j.passed == 1:
		what = "its only record has no text"
	case j.done:
		what = fmt.Sprintf("none of its first %d records has any text", patience)
	case j.passed == 0:
		what = "it has no records"
	}
	keys := ""
	if len(j.seen) > 0 {
		keys = "; its keys are " + inWords(j.seen)
	}
	j.give(raw.Article{}, fmt.Errorf("no article in it: %s (looked for %s%s)", what, bodyKeys, keys))
}

// inWords lists names, the first ten of them.
func inWords(names []string) string {
	const most = 10
	if len(names) > most {
		return strings.Join(names[:most], ", ") + " …"
	}
	return strings.Join(names, ", ")
}
