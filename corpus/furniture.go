package corpus

import (
	"strings"
	"time"
	"unicode/utf8"

	"parallax/corpus/boilerplate"
	"parallax/corpus/byline"
	"parallax/corpus/dates"
	"parallax/corpus/lazyregexp"
	"parallax/corpus/prose"
)

// maxFurniture is the longest line, in characters, that a pattern may take
// for furniture. The longest seen in saved pages, notes of copyright, are
// some 160.
const maxFurniture = 200

// furniturePatterns are for lines that name something: an account, a year, another
// article. Each needs more than a beginning that prose could have, too.
var furniturePatterns = lazyregexp.Any{Before: `(?i)^`, After: `$`, Of: []lazyregexp.Cued{
	{Cues: "follow ",
		Expr: `follow (?:us|@\w+|our [\pL ]{2,30}|(?-i:\p{Lu}[\pL.]*(?: \p{Lu}[\pL.]*){0,4})) on (?:twitter|facebook|instagram|x|threads|linkedin|youtube|tiktok|telegram|whatsapp|bluesky|google news)(?:[ ,]+(?:and|at|for|to|or|@).{0,50}|:.{0,40})?[.!]?`},
	{Cues: "©,(c)",
		Expr: `(?:©|\(c\)) ?(?:copyright )?(?:\d{4}\b.*|[\pL][^.]{1,60} \d{4}\b.*)`},
	{Cues: "copyright",
		Expr: `copyright (?:(?:©|\(c\)) ?)?(?:\d{4}\b.*|[^.]{1,60},? \d{4}\b.*)`},
	{Cues: "rights reserved",
		Expr: `.{0,60}\ball rights reserved\.?`},
	{Cues: "sign up ",
		Expr: `sign up (?:for|to) (?:our|the|[\pL ']{2,30}) (?:\w+ ){0,3}(?:newsletters?|briefings?|e-?mails?)\b[^.]{0,60}\.?`},
	{Cues: "subscribe to ",
		Expr: `subscribe to (?:our|the) (?:\w+ ){0,3}(?:newsletters?|podcast|channel)\b[^.]{0,60}\.?`},
	{Cues: ":,»,>,|",
		Expr: `(?:read more|read also|also read|related|see also|related story|related articles?|more on this) ?[:»>|].+`},
	{Cues: "click here",
		Expr: `click here (?:to|for) .+`},
	{Cues: "get the ",
		Expr: `get the .{2,60} (?:newsletter|app)\b.{0,60}`},
	{Cues: "download the ",
		Expr: `download the .{2,40} app\b.{0,60}`},
	{Cues: "updated,modified,published",
		Expr: `(?:this|the) (?:article|story|page) (?:was )?(?:last )?(?:updated|modified|published) (?:on|at) .{4,60}`},
	{Cues: "min",
		Expr: `(?:min(?:ute)?s? read|\d{1,2}[ -]min(?:ute)?s?(?: read)?)`},
	{Cues: "comments,shares",
		Expr: `\d+ (?:comments|shares)`},
	{Cues: "comment",
		Expr: `view (?:all )?\d+ comments?`},
	{Cues: "advertisement",
		Expr: `advertisement[ .:-].{0,40}`},
}}

var patternStarts = lineSet(`
follow
©
(c)
copyright
sign
subscribe
read
also
related
see
more
click
get
this
the
download
min
mins
minute
minutes
view
advertisement
`)

// matchesPattern reports whether furniturePatterns match a line. The first
// word decides for most lines, ten times faster than the patterns.
func matchesPattern(l string) bool {
	first, _, _ := strings.Cut(l, " ")
	first = strings.ToLower(strings.TrimRight(first, ".:»>-"))
	return (patternStarts.Has(first) || strings.HasPrefix(first, "©") || hasDigit(first) ||
		strings.Contains(strings.ToLower(l), "rights reserved")) && furniturePatterns.MatchString(l)
}

// bareWords returns a line as the tables of furniture have it: in lower case, one
// space between words, without the bullets and arrows around it.
func bareWords(s string) string {
	s = strings.ToLower(strings.Join(strings.Fields(s), " "))
	return strings.Trim(strings.ReplaceAll(s, "’", "'"), " .:…»›>→▶►▼▾•·|*-–—_=+#[](){}<«‹!")
}

// A page is the lines of a text with what is known of them.
type page struct {
	lines     []line
	furniture []bool // by line
	doubtful  []bool // by line; never one of furniture
	head      int    // how many lines come before the first that is surely prose

	authors, outlets []string // as the file has them, to know a life of an author
}

// findFurniture says which lines of a text are the page's and not the
// article's. When that would be all of them, none is.
func findFurniture(text string, paragraphs []prose.Span) page {
	p := page{lines: linesOf(text)}
	p.furniture, p.doubtful = make([]bool, len(p.lines)), make([]bool, len(p.lines))
	for p.head < len(p.lines) && !isProse(p.lines[p.head].text) {
		p.head++
	}
	for i, l := range p.lines {
		n := utf8.RuneCountInString(l.text)
		p.furniture[i] = n <= maxFurniture && (strong.Has(bareWords(l.text)) || isRow(l.text) || isFurniture(l.text) || matchesPattern(l.text) && isParagraph(l.Span, paragraphs)) ||
			i < p.head && p.isAbout(i)
	}
	if len(p.lines) > 2 && p.head < len(p.lines) && sections.Has(bareWords(p.lines[0].text)) {
		p.furniture[0] = true
	}
	p.spread()
	for _, f := range p.furniture {
		if !f {
			return p
		}
	}
	clear(p.furniture)
	return p
}

// isFurniture reports whether a line in another language than English is one that
// no article has in its prose.
func isFurniture(l string) bool {
	kind := boilerplate.Of(l)
	return kind == boilerplate.Label || kind == boilerplate.Rights
}

// isRow reports whether a line is several labels side by side, one of them
// strong and of two words at least: "Share this article Tweet Email".
func isRow(l string) bool {
	const longest = 6 // words of a label
	words := strings.Fields(bareWords(l))
	labels, sure := 0, false
next:
	for len(words) > 0 {
		for n := min(longest, len(words)); n > 0; n-- {
			label := strings.Join(words[:n], " ")
			if strong.Has(label) || weak.Has(label) || sections.Has(label) {
				labels, sure = labels+1, sure || n > 1 && strong.Has(label)
				words = words[n:]
				continue next
			}
		}
		return false
	}
	return sure && labels > 1
}

// spread takes in the weak lines beside furniture, and those beside them.
func (p page) spread() {
	beside := func(i int) bool { return i >= 0 && i < len(p.lines) && p.furniture[i] }
	take := func(i int) {
		if p.furniture[i] || !beside(i-1) && !beside(i+1) {
			return
		}
		w := bareWords(p.lines[i].text)
		p.furniture[i] = weak.Has(w) || sections.Has(w)
	}
	for i := range p.lines {
		take(i)
	}
	for i := len(p.lines) - 1; i >= 0; i-- {
		take(i)
	}
}

var (
	whenRest   = lazyregexp.New(`\pL{5}`) // words after the date
	aboutBy    = lazyregexp.New(`^(?:By|BY|by):? ((?:[\p{Lu}][\pL.’'-]* ?|and |& |, |de |van |von |der |la |al-)+)(?:[,|] ?[\pL. ]{2,40})?$`)
	spacedURL  = lazyregexp.New(`^https?://.{4,500}$`)
	strayDate  = lazyregexp.New(`^\s*(?:(?i:date|published|updated|posted))(?: on)?:? +(\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?Z?)?)[ \t]+\S`)
	brokenWord = lazyregexp.New(`[\pL\pN] +[\pL\pN]`)
	looksAsURL = lazyregexp.New(`^https?://[\w-]+(?:\.[\w-]+)+(?:/\S*)?$`)
)

// isAbout reports whether a line above the prose is one about the article: its
// date, its author or its address.
func (p page) isAbout(i int) bool {
	l := p.lines[i].text
	_, kind := dateLine(l)
	return kind != "" || addressLine(l) != "" || bylineOf(l) != nil
}

// dateLine reads a line that is a date and nothing else, and says what the
// line calls it: "published", "updated", or "date" when it does not say.
func dateLine(l string) (when time.Time, kind string) {
	const longest = 150 // bytes
	if len(l) > longest {
		return when, ""
	}
	d, ok := dates.Whole(l, dates.AnyOrder)
	if !ok || whenRest.MatchString(l[d.End:]) {
		return when, ""
	}
	switch d.Label {
	case dates.Updated:
		kind = "updated"
	case dates.Published:
		kind = "published"
	default:
		kind = "date"
	}
	return d.Time, kind
}

// addressLine returns the address that is all a line holds, or "". Tokenised
// corpora have spaces in it.
func addressLine(l string) string {
	if !strings.HasPrefix(l, "http") || !spacedURL.MatchString(l) || brokenWord.MatchString(l) {
		return ""
	}
	if u := strings.ReplaceAll(l, " ", ""); looksAsURL.MatchString(u) {
		return u
	}
	return ""
}

// bylineOf returns the names on a line such as "By Ann Lee and Bo Cho", also
// with a date or with a label of another language.
func bylineOf(l string) []string {
	const longest = 120 // bytes
	if len(l) > 2 && len(l) <= 90 && strings.EqualFold(l[:2], "by") && !endsSentence(l) {
		if g := aboutBy.FindStringSubmatch(l); g != nil && len(strings.Fields(g[1])) >= 2 {
			return byline.Authors(g[1])
		}
	}
	if len(l) > longest || endsSentence(l) || !byline.Labelled(l) {
		return nil
	}
	names, _ := byline.Names(l, dates.AnyOrder)
	for _, n := range names {
		if !fullName.MatchString(n) {
			return nil
		}
	}
	return names
}

// fullName is a name of two words at least, each with a capital but those that
// noble names have between.
var fullName = lazyregexp.New(`^\p{Lu}[\p{L}.'’-]*(?: (?:(?:von|van|de|der|den|del|della|di|da|dos|du|la|le|al|bin|el|y|zu) )*\p{Lu}[\p{L}.'’-]*){1,4}$`)
