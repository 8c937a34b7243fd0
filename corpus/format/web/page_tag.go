package web

import "bytes"

// isKept reports whether an attribute is one that is asked for when a page is
// read. A tag of a page has three times as many, and each would be stored,
// copied and passed by every search for one of these.
func isKept(key []byte) bool {
	switch string(key) {
	case "class", "id", "role", "href", "rel", "itemprop", "itemscope", "content", "datetime", "style", "hidden", "aria-hidden", "aria-modal",
		"src", "summary", "datatable", "rowspan", "colspan", "lang", "xml:lang", "dir",
		"data-timestamp", "data-datetime", "data-date", "data-time", "data-published", "data-utc":
		return true
	}
	return false
}

// isDated reports whether the title of an element can be its date for programs.
func isDated(name []byte) bool { return string(name) == "abbr" || string(name) == "time" }

// writeTag writes the tag that is read, without the attributes that nothing asks
// for.
func (c *cutter) writeTag() {
	tag := c.tag
	i := 1
	for i < len(tag) && !ends(tag[i], " \t\r\n\f/>") {
		i++
	}
	dated := isDated(tag[1:i])
	c.out.Write(tag[:i])
	for i < len(tag) {
		if ends(tag[i], " \t\r\n\f/") {
			i++
			continue
		}
		if tag[i] == '>' {
			break
		}
		start := i
		for i++; i < len(tag) && !ends(tag[i], " \t\r\n\f/=>"); i++ {
		}
		key := tag[start:i]
		i = endOfValue(tag, i)
		if isKept(key) || dated && string(key) == "title" || hasLarge(key) && isKept(bytes.ToLower(key)) {
			c.out.WriteByte(' ')
			c.out.Write(tag[start:i])
		}
	}
	c.out.WriteByte('>')
}

// maxSpans is how deep emphasis nests that is looked at.
const maxSpans = 64

// emphasize writes an element of emphasis that has a class, as in <i class="date">,
// as a <span>, which a parser does not open anew in each paragraph.
func (c *cutter) emphasize() {
	if len(c.spans) == maxSpans {
		return
	}
	named := bytes.Contains(c.tag, []byte("class")) || bytes.Contains(c.tag, []byte("itemprop"))
	c.spans = append(c.spans, named)
	if !named {
		return
	}
	rest := bytes.IndexAny(c.tag, " \t\r\n\f")
	if rest < 0 {
		c.spans[len(c.spans)-1] = false
		return
	}
	c.tag = append([]byte("<span"), c.tag[rest:]...)
	c.tags++
	c.writeTag()
}

// endOfValue returns where an attribute ends whose name ends at i.
func endOfValue(tag []byte, i int) int {
	value := i
	for value < len(tag) && ends(tag[value], " \t\r\n\f") {
		value++
	}
	if value >= len(tag) || tag[value] != '=' {
		return i
	}
	for value++; value < len(tag) && ends(tag[value], " \t\r\n\f"); value++ {
	}
	if value >= len(tag) {
		return len(tag)
	}
	if q := tag[value]; q == '"' || q == '\'' {
		if end := bytes.IndexByte(tag[value+1:], q); end >= 0 {
			return value + end + 2
		}
		return len(tag)
	}
	for value < len(tag) && !ends(tag[value], " \t\r\n\f>") {
		value++
	}
	return value
}

func ends(c byte, set string) bool {
	for i := 0; i < len(set); i++ {
		if set[i] == c {
			return true
		}
	}
	return false
}

func hasLarge(key []byte) bool {
	for _, c := range key {
		if isLarge(c) {
			return true
		}
	}
	return false
}
