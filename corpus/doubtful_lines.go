package corpus

import (
	"strings"

	"parallax/corpus/lazyregexp"
)

// Parts of the patterns below. Each pattern is for a whole line that is a
// paragraph by itself.
const (
	aName    = `(?-i:\p{Lu}[\pL.’'-]*(?: \p{Lu}[\pL.’'-]*){0,4})`
	platform = `(?:facebook|twitter|instagram|x|threads|linkedin|youtube|tiktok|telegram|whatsapp|bluesky|mastodon|google news|apple news)`
	agency   = `(?-i:AP|AFP|Reuters|REUTERS|EPA|EPA-EFE|PA|UPI|Getty(?: Images)?|GETTY IMAGES|Shutterstock|Alamy|Redux|Xinhua|TASS|Bloomberg|iStock|Handout|HANDOUT|Pool)`
	medium   = `(?:file )?(?:photo|photograph|picture|pic|image|illustration|graphic|cartoon|screenshot|screengrab)s?`
	job      = `(?:reporter|correspondent|editor|writer|columnist|journalist|contributor|producer|blogger|intern)`
	noStop   = `[^.!?…'"’”»)\]]` // ends a credit after a caption: with a full stop, it is prose
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
		Expr: `.*[.)”"’] ?(?:credit|photograph|photo|image)s?(?:…|\.\.\.|:| by) ?(?-i:\p{Lu})[^!?]{1,79}` + noStop},
	{Cues: "credit",
		Expr: `.*[.)”"’](?-i:Credit\p{Lu})[^!?]{1,79}` + noStop},
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
cartoons
screenshot
screenshots
screengrab
screengrabs
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
like
find
join
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
var creditParts = []string{"photo", "image", "picture", "credit", "courtesy", " via", "illustration", "graphic", "cartoon", "screen", "pic", " file", " archive", "/"}

// feedEnds are words of the line that programs put below an item of a feed.
const feedEnds = "appeared first on,first appeared on,erschien zuerst,apparu en premier,publicó primero,aparece primero,apareceu primeiro,proviene da,verscheen eerst,dök först upp,dukket først opp,pochodzi z serwisu,появились сначала"

// anywhere are cues that may stand in the midst of a line.
var anywhere = append(strings.Split(feedEnds, ","), "click here", "tap here", "contributed ", "unsubscribe", "your preferences", "in your browser", "in browser", "@")

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
