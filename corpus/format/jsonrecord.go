package format

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/maruel/natural"
)

// wrappers are the keys of objects that are an article within a record: the
// hits of search servers, the answers of services about one article.
var wrappers = strings.Fields("source doc document article content story item post data value attributes result response")

var errNoBody = errors.New("no text in it")

// record hands on the article in a record, or the articles.
func (j *jsonReader) record(o jsonObject, where string) {
	if raw, ok := articleOf(o, "JSON"); ok {
		j.article(raw)
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
	if depth == maxNesting {
		return false
	}
	for _, key := range wrappers {
		inner, err := parseObject(o.members[key])
		if err != nil {
			continue
		}
		if raw, ok := articleOf(inner, "JSON"); ok {
			delete(o.members, key) // "source" is no outlet here
			raw.Fields = oneOfEach(append(raw.Fields, fieldsOf(o, "JSON")...))
			j.article(raw)
			return true
		}
		if j.within(inner, depth+1) {
			return true
		}
	}
	any := false
	for _, key := range lists {
		for _, m := range jsonValue(o.members[key]).list() {
			inner, _ := parseObject(m.(jsonValue))
			if raw, ok := articleOf(inner, "JSON"); ok {
				any = true
				j.article(raw)
			}
		}
	}
	return any || j.dictionary(o)
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
	raws := make([]Raw, 0, len(keys))
	for _, key := range keys {
		inner, _ := parseObject(o.members[key])
		raw, ok := articleOf(inner, "JSON")
		if !ok {
			return false
		}
		if as := o.spelled[key]; isURL(as) {
			raw.Fields = append(raw.Fields, Field{URL, as, "JSON: key"})
		}
		raws = append(raws, raw)
	}
	for _, raw := range raws {
		j.article(raw)
	}
	return len(raws) > 0
}

// feedFields returns what a JSON Feed says of all its articles, as far as it
// stands before them.
func feedFields(o jsonObject) []Field {
	version, _ := o.in("version")
	title, as := o.in("title")
	if version == nil || title == nil || !strings.Contains(version.text(), "jsonfeed.org/") || title.text() == "" {
		return nil
	}
	fields := []Field{{Outlet, plainValue(title.text()), "JSON Feed: " + as}}
	if language, as := o.in("language"); language != nil && language.text() != "" {
		fields = append(fields, Field{Language, language.text(), "JSON Feed: " + as})
	}
	return fields
}

// article hands on an article, after the errors of the records before it.
func (j *jsonReader) article(raw Raw) {
	held := j.held
	j.held = nil
	for _, err := range held {
		j.give(Raw{}, err)
	}
	j.found++
	raw.Fields = append(raw.Fields, j.feed...)
	j.give(raw, nil)
}

func (j *jsonReader) give(raw Raw, err error) {
	if !j.left && !j.yield(raw, err) {
		j.left, j.done = true, true
	}
}

// hold keeps an error until it is known that the file has articles at all.
func (j *jsonReader) hold(err error) {
	if j.found > 0 {
		if j.bad.tell() {
			j.give(Raw{}, err)
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
		j.give(Raw{}, err)
	}
	if err := j.bad.rest(); err != nil {
		j.give(Raw{}, err)
	}
	if j.found > 0 || len(broken) > 0 {
		return
	}
	what := "none of its records has a text"
	switch {
	case j.passed == 1:
		what = "its record has no text"
	case j.done:
		what = fmt.Sprintf("none of its first %d records has a text", patience)
	case j.passed == 0:
		what = "there is no record in it"
	}
	keys := ""
	if len(j.seen) > 0 {
		keys = "; there are " + inWords(j.seen)
	}
	j.give(Raw{}, fmt.Errorf("no article in it: %s (looked for %s%s)", what, bodyKeys, keys))
}

// inWords lists names, the first ten of them.
func inWords(names []string) string {
	const most = 10
	if len(names) > most {
		return strings.Join(names[:most], ", ") + " …"
	}
	return strings.Join(names, ", ")
}
