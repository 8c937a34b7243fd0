package corpus

import (
	"regexp"
	"strings"
	"time"
	"unicode/utf8"

	"parallax/corpus/format"
)

// strong are lines that no article has in its prose, as bareWords gives them.
var strong = set(`
advertisement
advertisement - scroll to continue
advertisement - story continues below
ad
also read
all rights reserved
article continues below
article continues below advertisement
click here to subscribe
click to copy
comments are closed
connect with us
continue reading
continue reading below
continue reading the main story
continue with facebook
continue with google
copy link
copy link to clipboard
create a free account
don't miss
download our app
editors' picks
email this article
enable javascript
follow us
get our newsletter
get the latest news
get the newsletter
getty images
if you enjoyed this article
join the conversation
jump to comments
keep reading
latest headlines
latest news
latest stories
leave a comment
leave a reply
like us on facebook
load more
load more comments
loading
log in to comment
more from this author
more from this section
more on this story
more on this topic
more stories
more top stories
most commented
most popular
most read
most shared
most viewed
newsletter sign up
newsletter signup
open in app
paid content
paid post
popular now
post a comment
print this article
promoted content
published on
read more
read more news
read more stories
read next
read the full story
read the full article
recommended
recommended for you
recommended stories
related
related articles
related content
related coverage
related links
related news
related stories
related story
related topics
report this ad
scroll down to continue
scroll to continue
see all comments
see more
share on facebook
share on linkedin
share on reddit
share on twitter
share on whatsapp
share on x
share this
share this article
share this post
share this story
share via email
show comments
show more
sign in
sign up
sign up for our newsletter
sign up for our newsletters
skip advertisement
skip to content
skip to main content
skip to navigation
sponsored
sponsored content
sponsored links
story continues below
story continues below ad
story continues below advertisement
story highlights
subscribe
subscribe now
subscribe to our newsletter
subscribe to our newsletters
supported by
thank you for reading
thanks for reading
this article is for subscribers only
top stories
trending
trending now
trending stories
view all comments
view comments
what to read next
you may also like
you may like
you might also like
you might like
your email address will not be published
`)

// weak are lines that pages have in their furniture but that a subheading of
// an article could be as well: they count only beside furniture.
var weak = set(`
about us
account
audio
bookmark
by
close
comment
comments
contact us
copy
email
e-mail
facebook
flipboard
gift
gift article
home
instagram
latest
like
linkedin
listen
live
log in
login
menu
messenger
more
newsletter
newsletters
next
next article
photos
pinterest
play
posted in
posted on
previous
previous article
print
print article
published
published by
reddit
register
reply
save
search
send
share
share article
source
tags
telegram
text size
threads
topics
tumblr
tweet
twitter
updated
video
videos
watch
whatsapp
written by
x
`)

// sections are labels of the parts of a newspaper. They count beside
// furniture, and where an article begins with one alone on its line.
var sections = set(`
africa
americas
analysis
arts
asia
australia
books
breaking news
business
canada
climate
crime
culture
economy
education
elections
entertainment
environment
europe
exclusive
finance
food
health
immigration
law
lifestyle
local
local news
markets
media
mexico
middle east
money
national
national security
news
opinion
politics
regional
science
sport
sports
style
tech
technology
top news
travel
u.s
u.s. news
u.s. politics
uk
uk news
us
us news
us politics
weather
world
world news
`)

func set(list string) map[string]bool {
	m := make(map[string]bool)
	for l := range strings.Lines(list) {
		if l = strings.TrimSpace(l); l != "" {
			m[l] = true
		}
	}
	return m
}

// maxFurniture is the longest line, in characters, that a pattern may take
// for furniture. The longest seen in saved pages, notes of copyright, are
// some 160.
const maxFurniture = 200

// furniturePatterns are for lines that name something: an account, a year, another
// article. Each needs more than a beginning that prose could have, too.
var furniturePatterns = regexp.MustCompile(`(?i)^(?:` + strings.Join([]string{
	`follow (?:us|@\w+|our [\pL ]{2,30}|(?-i:\p{Lu}[\pL.]*(?: \p{Lu}[\pL.]*){0,4})) on (?:twitter|facebook|instagram|x|threads|linkedin|youtube|tiktok|telegram|whatsapp|bluesky|google news)(?:[ ,]+(?:and|at|for|to|or|@).{0,50}|:.{0,40})?[.!]?`,
	`(?:©|\(c\)) ?(?:copyright )?(?:\d{4}\b.*|[\pL][^.]{1,60} \d{4}\b.*)`,
	`copyright (?:(?:©|\(c\)) ?)?(?:\d{4}\b.*|[^.]{1,60},? \d{4}\b.*)`,
	`.{0,60}\ball rights reserved\.?`,
	`sign up (?:for|to) (?:our|the|[\pL ']{2,30}) (?:\w+ ){0,3}(?:newsletters?|briefings?|e-?mails?)\b[^.]{0,60}\.?`,
	`subscribe to (?:our|the) (?:\w+ ){0,3}(?:newsletters?|podcast|channel)\b[^.]{0,60}\.?`,
	`(?:read more|read also|also read|related|see also|related story|related articles?|more on this) ?[:»>|].+`,
	`click here (?:to|for) .+`,
	`get the .{2,60} (?:newsletter|app)\b.{0,60}`,
	`download the .{2,40} app\b.{0,60}`,
	`(?:this|the) (?:article|story|page) (?:was )?(?:last )?(?:updated|modified|published) (?:on|at) .{4,60}`,
	`(?:min(?:ute)?s? read|\d{1,2}[ -]min(?:ute)?s?(?: read)?)`,
	`\d+ (?:comments|shares)`,
	`view (?:all )?\d+ comments?`,
	`advertisement[ .:-].{0,40}`,
}, `|`) + `)$`)

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
	head      int    // how many lines stand before the first that is surely prose
}

// findFurniture says which lines of a text are the page's and not the
// article's. When that would be all of them, none is.
func findFurniture(text string) page {
	p := page{lines: linesOf(text)}
	p.furniture = make([]bool, len(p.lines))
	for p.head < len(p.lines) && !isProse(p.lines[p.head].text) {
		p.head++
	}
	for i, l := range p.lines {
		n := utf8.RuneCountInString(l.text)
		p.furniture[i] = n <= maxFurniture && (strong[bareWords(l.text)] || furniturePatterns.MatchString(l.text)) ||
			i < p.head && p.isAbout(i)
	}
	if len(p.lines) > 2 && p.head < len(p.lines) && sections[bareWords(p.lines[0].text)] {
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

// spread takes in the weak lines beside furniture, and those beside them.
func (p page) spread() {
	beside := func(i int) bool { return i >= 0 && i < len(p.lines) && p.furniture[i] }
	take := func(i int) {
		w := bareWords(p.lines[i].text)
		if (weak[w] || sections[w]) && (beside(i-1) || beside(i+1)) {
			p.furniture[i] = true
		}
	}
	for i := range p.lines {
		take(i)
	}
	for i := len(p.lines) - 1; i >= 0; i-- {
		take(i)
	}
}

var (
	dateLabel  = regexp.MustCompile(`(?i)\b(?:(?:first|last|originally) )?(?:published|updated|posted|date)\b(?: (?:on|at)\b)?:?`)
	colonGap   = regexp.MustCompile(`: +(\d)`) // tokenised corpora have "February 29,2012,7: 32"
	commaGap   = regexp.MustCompile(`,(\d)`)
	clockFirst = regexp.MustCompile(`(?i)^(\d{1,2}:\d{2}(?: ?[ap]\.? ?m\.?)?(?: [a-z]{2,4})?)[, ]+(.*\d{4})$`)
	whenRest   = regexp.MustCompile(`(?i)\d{4}.*[a-z]{5}`) // words behind the date
	aboutBy    = regexp.MustCompile(`^(?:By|BY|by):? ((?:[\p{Lu}][\pL.’'-]* ?|and |& |, |de |van |von |der |la |al-)+)(?:[,|] ?[\pL. ]{2,40})?$`)
	spacedURL  = regexp.MustCompile(`^https?://.{4,500}$`)
	strayDate  = regexp.MustCompile(`^\s*(?:(?i:date|published|updated|posted))(?: on)?:? +(\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?Z?)?)[ \t]+\S`)
	brokenWord = regexp.MustCompile(`[\pL\pN] +[\pL\pN]`)
	looksAsURL = regexp.MustCompile(`^https?://[\w-]+(?:\.[\w-]+)+(?:/\S*)?$`)
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
	if len(l) > 90 || !hasDigit.MatchString(l) {
		return when, ""
	}
	kind = "date"
	rest := dateLabel.ReplaceAllStringFunc(l, func(label string) string {
		label = strings.ToLower(label)
		if strings.Contains(label, "updated") {
			kind = "updated"
		} else if strings.Contains(label, "published") {
			kind = "published"
		}
		return " "
	})
	rest = commaGap.ReplaceAllString(colonGap.ReplaceAllString(rest, ":$1"), ", $1")
	rest = strings.Trim(rest, " .:,|-–—•·")
	if g := clockFirst.FindStringSubmatch(rest); g != nil {
		rest = g[2] + " " + g[1]
	}
	when, ok := parseDate(rest)
	if !ok || whenRest.MatchString(rest) {
		return when, ""
	}
	return when, kind
}

// addressLine returns the address that is all a line holds, or "". Tokenised
// corpora have spaces in it.
func addressLine(l string) string {
	if !spacedURL.MatchString(l) || brokenWord.MatchString(l) {
		return ""
	}
	if u := strings.ReplaceAll(l, " ", ""); looksAsURL.MatchString(u) {
		return u
	}
	return ""
}

// bylineOf returns the names on a line such as "By Ann Lee and Bo Cho".
func bylineOf(l string) []string {
	g := aboutBy.FindStringSubmatch(l)
	if g == nil || endsSentence(l) || len(strings.Fields(g[1])) < 2 || len(l) > 90 {
		return nil
	}
	return format.Authors(g[1])
}
