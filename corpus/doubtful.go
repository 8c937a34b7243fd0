package corpus

import (
	"sort"
	"strings"
	"unicode/utf8"

	"parallax/corpus/boilerplate"
	"parallax/corpus/clean"
	"parallax/corpus/dates"
	"parallax/corpus/lazyregexp"
	"parallax/corpus/prose"
)

// Doubtful lines are lines among an article's own that report
// nothing: captions' credits, invitations to sign up, pointers to other
// articles, who else contributed. A rule can be wrong about one, so they stay
// in their place, dimmed; they are not compared.
//
// The rules were tried on 1,300 articles (shared/corpora: events, wire,
// spectrum, drone-strikes) and every line they took was read.

// maxDoubtful is the longest line, in characters, that a pattern may take. The
// longest seen are a caption with its credit and a reporter's life.
const maxDoubtful = 400

// How many lines from the top and from the end of a page a line can stand that
// says when the article was published.
const (
	nearTop = 8
	nearEnd = 4
)

// Parts of the patterns below. Each pattern is for a whole line that is a
// paragraph by itself.
const (
	aName    = `(?-i:\p{Lu}[\pL.’'-]*(?: \p{Lu}[\pL.’'-]*){0,4})`
	platform = `(?:facebook|twitter|instagram|x|threads|linkedin|youtube|tiktok|telegram|whatsapp|bluesky|mastodon|google news|apple news)`
	agency   = `(?-i:AP|AFP|Reuters|REUTERS|EPA|EPA-EFE|PA|UPI|Getty(?: Images)?|GETTY IMAGES|Shutterstock|Alamy|Redux|Xinhua|TASS|Bloomberg|iStock|Handout|HANDOUT|Pool)`
	medium   = `(?:file )?(?:photo|photograph|picture|pic|image|illustration|graphic|cartoon|screenshot|screengrab)s?`
	job      = `(?:reporter|correspondent|editor|writer|columnist|journalist|contributor|producer|blogger|intern)`
)

// What may stand around a line that a pattern takes.
const (
	lineBefore = `(?i)^[\[(•▶►→» ]*`
	lineAfter  = `[\])]*$`
)

var doubtfulPatterns = lazyregexp.Any{Before: lineBefore, After: lineAfter, Of: []lazyregexp.Cued{
	// Credits of pictures, with or without what they show.
	{Cues: "photo,pic,image,illustration,graphic,cartoon,screenshot,screengrab",
		Expr: medium + `(?: credits?)?(?: ?[:/|] ?| by (?-i:\p{Lu})| courtesy(?: of)? )[^.!?]{2,100}\.?`},
	{Cues: "credit",
		Expr: `credits?: ?[^.!?]{2,80}\.?`},
	{Cues: "photo,pic,image,illustration,graphic,cartoon,screenshot,screengrab,courtesy,/, via, file, archive",
		Expr: `.*\((?:` + medium + ` (?:by|courtesy|via)|` + medium + `: |` + agency + ` (?:photo|file|archive|via)|` + agency + `/|[^()]{1,50}/` + agency + `\b|[^()]{1,50} via ` + agency + `|courtesy (?:of )?)[^()]{0,80}\)\.?`},
	{Cues: "/",
		Expr: `.*\([^()]{0,40}\b(?-i:Photo|Pictures|Images) ?/ ?[^()]{2,60}\)\.?`},
	{Cues: "/",
		Expr: `.*[^.!?]/ ?` + agency},
	{Cues: "credit,photo,image",
		Expr: `.*[.)”"’] ?(?:credit|photograph|photo|image)s?(?:…|\.\.\.|:| by) ?(?-i:\p{Lu})[^!?]{2,80}`},
	{Cues: "credit",
		Expr: `.*[.)”"’](?-i:Credit\p{Lu})[^!?]{2,80}`},
	// Invitations.
	{Cues: "sign up,subscribe,register",
		Expr: `(?:sign up|subscribe|register) (?:to|for|now|here|today)\b.{0,160}\b(?:newsletters?|inbox|podcasts?|briefings?|alerts|e-?mails?|subscri\w+|for free)\b.{0,100}`},
	{Cues: "newsletter,news alert,inbox,your email,your e-mail,on your phone",
		Expr: `(?:get|want|receive) (?:the|our|more|all|breaking|daily|e-?mail|news|this)\b.{0,160}\b(?:newsletters?|news alerts|in(?:to)? your (?:inbox|e-?mail)|on your phone)(?: every .{2,40}| by .{2,40}| here| now| today| for free)*[.!]?`},
	{Cues: "download ",
		Expr: `download (?:the|our) .{2,60}\bapp\b.{0,100}`},
	{Cues: "listen ",
		Expr: `listen (?:to|and subscribe to) .{0,100}\b(?:podcasts?|episode)\b.{0,100}`},
	{Cues: "facebook,twitter,instagram,threads,linkedin,youtube,tiktok,telegram,whatsapp,bluesky,mastodon,google news,apple news,on x,at x,@",
		Expr: `(?:follow|like|find|join) (?:us|me|him|her|them|@\w+|the (?:author|writer|reporter)|` + aName + `) (?:on|at) (?:` + platform + `\b|@).{0,100}`},
	{Cues: " tip",
		Expr: `(?:do you )?(?:have|got) a (?:news |story )?tip\b.{0,160}`},
	{Cues: "@",
		Expr: `(?:you can |to )?(?:reach|contact|e-?mail|write to) (?:the (?:reporter|author|writer|columnist|newsroom)|him|her|them|me|us|` + aName + `)\b.{0,60}[\w.+-]+@\w.{0,80}`},
	{Cues: "@",
		Expr: `(?:e-?mail|contact|twitter)?:? ?\(?[\w.+-]+@[\w-]+(?:\.[\w-]+)+\)?`},
	{Cues: "@",
		Expr: `(?:twitter:? ?)?@\w{2,30}`},
	{Cues: "#",
		Expr: `(?:#\w+[ ,]*)+`},
	{Cues: "filed under,tags,topics,keywords,categories,posted in,more in",
		Expr: `(?:filed under|tags|topics|keywords|categories|posted in|more in) ?: ?[^.!?]{2,160}`},
	// Who else worked on it, and what becomes of it.
	{Cues: "contributed ",
		Expr: `[^.!?]{2,40}(?:[^!?]{0,160})\bcontributed (?:to|for) (?:this|the) (?:report|story|article|piece|reporting)\.?`},
	{Cues: "contributed reporting",
		Expr: `[^!?]{2,160}\bcontributed reporting(?:,? (?:from|to) [^!?]{2,80})?\.?`},
	{Cues: "reporting,writing,editing,research,translation",
		Expr: `\(?(?:additional |further )?(?:reporting|writing|editing|research|translation)(?: and (?:writing|editing))? by ` + aName + `.{0,200}`},
	{Cues: "edited by,compiled by,translated by",
		Expr: `\(?(?:edited|compiled|translated) by ` + aName + `[^!?]{0,100}`},
	{Cues: "with files,with reporting,with additional,with inputs,with agency",
		Expr: `\(?with (?:files|reporting|additional reporting|inputs|agency inputs) (?:from|by) [^!?]{2,120}`},
	{Cues: "this is a ",
		Expr: `this is a (?:breaking|developing) (?:news )?story\b.{0,160}`},
	{Cues: "check back,stay tuned,come back,refresh this page",
		Expr: `(?:please )?(?:check back|stay tuned|come back|refresh this page) .{0,40}\b(?:updates?|details|more)\b.{0,60}`},
	{Cues: "published,appeared,posted",
		Expr: `this (?:article|story|post|report|piece) (?:was |is )?(?:originally|first) (?:published|appeared|posted)\b.{0,120}`},
	// What feeds and newsletters end with.
	{Cues: feedEnds,
		Expr: `(?:the post|the article|der beitrag|l['’]article|la entrada|el artículo|o post|l['’]articolo|het bericht|inlägget|innlegget|indlægget|artykuł|сообщение) .{2,300} (?:appeared first on|first appeared on|erschien zuerst (?:auf|bei)|est apparu en premier sur|se publicó primero en|aparece primero en|apareceu primeiro em|proviene da|verscheen eerst op|dök först upp på|dukket først opp på|pochodzi z serwisu|появились сначала на) (?:(?-i:\p{Lu}).{1,100}|\S{1,60}\.\pL{2,6}\.?)`},
	{Cues: "unsubscribe,preferences,view ",
		Expr: `(?:(?:to |click here to )?unsubscribe|(?:manage|update) your preferences|view (?:this e-?mail )?(?:in (?:your )?browser|online))(?:[ :.].{0,160})?`},
	{Cues: "expressed",
		Expr: `(?:the )?(?:views|opinions) expressed (?:in this|here|by|are)\b.{0,160}`},
}}

// pointerPatterns are for lines that name another article. A headline can begin
// like one ("Watch: the bridge opens"), so they leave an article's first line.
var pointerPatterns = lazyregexp.Any{Before: lineBefore, After: lineAfter, Of: []lazyregexp.Cued{
	{Cues: ":,»,|,>",
		Expr: `(?:read|see|watch|listen|view)(?: more| also| next| this| now)? ?[:»|>] ?\S.*`},
	{Cues: ":,»,|,>",
		Expr: `(?:also(?: read)?|more|more (?:coverage|news|stories)|related(?: \w+)?|don['’]t miss|in (?:photos|pictures)|recommended|must[- ](?:read|see|watch)|video|photos|gallery) ?[:»|>] ?\S.*`},
	{Cues: "more from",
		Expr: `more from (?:the )?` + aName + `(?: ?[:»|>] ?.*)?`},
	{Cues: "read more,see more",
		Expr: `(?:read|see) more (?:about|on|from|at) [^.!?]{2,60}`},
	{Cues: "view more,view all",
		Expr: `view (?:more|all) related .{2,60}`},
	{Cues: "read more,also read,read also,read next,see also,watch,related,don't miss",
		Expr: `(?-i:READ MORE|READ ALSO|ALSO READ|READ NEXT|SEE ALSO|WATCH|RELATED|DON['’]T MISS) [^.!?]{6,140}`},
	{Cues: "click here,tap here",
		Expr: `.{0,80}\b(?:click|tap) here(?: to .{2,60}| for .{2,60})?[.!]?`},
}}

// endPatterns are for the last lines of an article only: in the midst of one
// they can be what it reports.
var endPatterns = lazyregexp.Any{Before: lineBefore, After: lineAfter, Of: []lazyregexp.Cued{
	{Cues: "reporter,correspondent,editor,writer,columnist,journalist,contributor,producer,blogger,intern",
		Expr: `(?:about the author:? )?` + aName + ` (?:is|covers|writes|reports) (?:an? |the )?(?:[\pL’'.&-]+ ){0,6}` + job + `s? (?:for|at|with|of|in|on|based|covering|who)\b.*`},
	{Cues: "reporter,correspondent,editor,writer,columnist,journalist,contributor,producer,blogger,intern",
		Expr: `(?:about the author:? )?` + aName + ` is (?:an? |the )?(?:[\pL’'.&-]+ ){0,4}` + job + `\.`},
	{Cues: "covers,writes about,reports on",
		Expr: `(?:about the author:? )?` + aName + ` (?:covers|writes about|reports on) [^!?]{4,160} for ` + aName + `\b.*`},
}}

// doubt finds the doubtful lines of a page: those that the file sets apart, as
// it has them, and those that a rule knows. Some line always remains.
func (p page) doubt(paragraphs []prose.Span, apart []string) {
	said := make(map[string]bool)
	for _, a := range apart {
		for l := range strings.Lines(clean.Text(clean.Entities(a))) {
			said[prose.Fold(l)] = true
		}
	}
	first := true
	for i, l := range p.lines {
		if !p.furniture[i] {
			p.doubtful[i] = len(said) > 0 && said[prose.Fold(l.text)] || p.isDoubtful(i, first) && isParagraph(l.Span, paragraphs)
			first = false
		}
	}
	p.doubtMoments()
	p.doubtEnd(paragraphs)
	for i := range p.lines {
		if !p.furniture[i] && !p.doubtful[i] {
			return
		}
	}
	clear(p.doubtful)
}

// isDoubtful reports whether a rule takes a line, if that is a paragraph. first
// says that nothing of the article comes before it.
func (p page) isDoubtful(i int, first bool) bool {
	l := p.lines[i].text
	if utf8.RuneCountInString(l) > maxDoubtful {
		return false
	}
	switch kind := boilerplate.Of(l); {
	case kind == boilerplate.Pointer && !first, kind == boilerplate.Credit && !first, kind == boilerplate.Invitation:
		return true
	}
	return hasCue(l) && (doubtfulPatterns.MatchString(l) || !first && pointerPatterns.MatchString(l))
}

// doubtMoments takes the lines near the top or the end that say when the
// article was published. Where there are others in the midst of it, they are
// the headings of a chronology.
func (p page) doubtMoments() {
	var found []int
	for i, l := range p.lines {
		if p.furniture[i] || !isMoment(l.text) {
			continue
		}
		if i >= nearTop && i < len(p.lines)-nearEnd {
			return
		}
		found = append(found, i)
	}
	for _, i := range found {
		p.doubtful[i] = true
	}
}

// doubtEnd goes up the last lines: who wrote the article, and, below a line
// of the page, what is not a sentence and so another article's headline.
func (p page) doubtEnd(paragraphs []prose.Span) {
	last := len(p.lines) - 1
	for ; last >= 0; last-- {
		l := p.lines[last]
		if bylineOf(l.text) != nil && len(dates.In(l.text, dates.AnyOrder)) > 0 {
			p.doubtful[last] = !p.furniture[last]
			continue
		}
		if p.furniture[last] || p.doubtful[last] || !endsSentence(l.text) {
			continue
		}
		if utf8.RuneCountInString(l.text) > maxDoubtful || !endPatterns.MatchString(l.text) && !p.isLife(l.text) || !isParagraph(l.Span, paragraphs) {
			break
		}
		p.doubtful[last] = true
	}
	for ; last >= 0 && !isProse(p.lines[last].text); last-- {
	}
	if last < 0 {
		return
	}
	below := false // a line that is not the article's
	for i := last + 1; i < len(p.lines); i++ {
		l := p.lines[i]
		switch {
		case p.furniture[i] || p.doubtful[i]:
			below = true
		case below && !endsSentence(l.text) && isParagraph(l.Span, paragraphs):
			p.doubtful[i] = true
		default:
			below = false
		}
	}
}

// isParagraph reports whether a line is a paragraph by itself.
func isParagraph(l prose.Span, paragraphs []prose.Span) bool {
	k := sort.Search(len(paragraphs), func(k int) bool { return paragraphs[k].End > l.Start })
	return k < len(paragraphs) && paragraphs[k].Start >= l.Start && paragraphs[k].End <= l.End
}

// doubtfulStarts are the first words of the patterns that begin with a word;
// where that is a common one, the first two.
var doubtfulStarts = lineSet(`
file
photo
photos
photograph
photographs
picture
pictures
pic
pics
image
images
illustration
illustrations
graphic
graphics
cartoon
screenshot
screengrab
credit
credits
read
see
watch
listen
view
also
more
related
don't
in photos
in pictures
recommended
must
must-read
must-see
must-watch
video
gallery
sign
subscribe
register
get
want
receive
download
follow
like us
find us
join us
find me
find him
find her
have a
do you
got a
you can
to reach
to contact
to email
to e-mail
to write
reach
contact
e-mail
email
twitter
filed
tags
topics
keywords
categories
posted in
additional
further
reporting
writing
editing
research
translation
edited
compiled
translated
with files
with reporting
with additional
with inputs
with agency
this is
this article
this story
this post
this report
this piece
please
check
stay
come
refresh
the views
the opinions
views
opinions
`)

// creditParts are what the pattern of a caption with its credit needs
// somewhere in the line, in lower case.
var creditParts = []string{"photo", "image", "picture", "credit", "courtesy", " via ", "illustration", "graphic", "/"}

// feedEnds are words of the line that programs put below an item of a feed.
const feedEnds = "appeared first on,first appeared on,erschien zuerst,apparu en premier,publicó primero,aparece primero,apareceu primeiro,proviene da,verscheen eerst,dök först upp,dukket først opp,pochodzi z serwisu,появились сначала"

// anywhere are cues that may stand in the midst of a line.
var anywhere = append(strings.Split(feedEnds, ","), "click here", "tap here", "contributed ", "unsubscribe", "your preferences", "in your browser", "in browser")

// hasCue reports whether one of the patterns can match a line. For most lines
// it says no, a hundred times faster than they do.
func hasCue(l string) bool {
	low := strings.ToLower(strings.ReplaceAll(l, "’", "'"))
	first := strings.TrimLeft(low, "[(•▶►→» ")
	if first == "" || first[0] == '#' || first[0] == '@' || !strings.Contains(first, " ") {
		return true
	}
	one, rest := cutWord(first)
	two, _ := cutWord(rest)
	if doubtfulStarts.Has(one) || doubtfulStarts.Has(one+" "+two) {
		return true
	}
	for _, part := range anywhere {
		if strings.Contains(low, part) {
			return true
		}
	}
	if endsSentence(l) && !strings.HasSuffix(strings.TrimRight(l, "."), ")") {
		return false // and so not a caption with a credit after it
	}
	for _, part := range creditParts {
		if strings.Contains(low, part) {
			return true
		}
	}
	return false
}

// cutWord divides a line after its first word.
func cutWord(l string) (word, rest string) {
	k := strings.IndexAny(l, " :/|»>")
	if k < 0 {
		return l, ""
	}
	return l[:k], strings.TrimLeft(l[k:], " :/|»>")
}

// momentWords are the words of a line that says when and nothing else.
var momentWords = wordSet(`
	on at posted updated published first last originally modified date created ago article story
	a p m am pm a.m p.m et est edt ct cst cdt mt mst mdt pt pst pdt gmt utc bst ist cet cest ist msk aest hkt sgt jst
	monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
	january february march april may june july august september october november december
	jan feb mar apr jun jul aug sep sept oct nov dec
	minute minutes hour hours day days week weeks month months year years min mins hr hrs st nd rd th
`)

var momentParts = lazyregexp.New(`\d+|[\pL.]+`)

// isMoment reports whether a line says when and nothing else, in whatever
// spelling: "on July 13, 2009 at 10:50 AM, updated July 29".
func isMoment(l string) bool { return isMomentBut(l, 0) || isDates(l) }

// isDates reports whether a line is nothing but dates in any language, with
// what they are called.
func isDates(l string) bool {
	const longest = 200 // bytes
	if len(l) > longest {
		return false
	}
	rest, found := dates.Cut(l, dates.AnyOrder)
	return rest == "" && len(found) > 0
}

// isMomentBut reports whether a line says when and, in at most so many words,
// something else: "LORNE, July 2, 2013". With those it needs a year.
func isMomentBut(l string, others int) bool {
	const longest = 120 // bytes
	if len(l) > longest || !hasDigit(l) {
		return false
	}
	numbers, words, year, allowed := 0, 0, false, others
	for _, w := range momentParts.FindAllString(strings.ToLower(l), -1) {
		w = strings.Trim(w, ".")
		switch {
		case w == "":
		case hasDigit(w):
			numbers++
			year = year || len(w) == 4 && (w[:2] == "19" || w[:2] == "20")
		case momentWords.Has(w):
			words++
		default:
			others--
		}
	}
	return (others == allowed || others >= 0 && year) && numbers >= 2 && (words > 0 || numbers >= 3)
}
