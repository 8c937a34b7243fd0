package corpus

import "parallax/corpus/wordset"

// strong are lines that no article has in its prose, as bareWords gives them.
var strong = lineSet(`
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
var weak = lineSet(`
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
var sections = lineSet(`
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

// lineSet returns the lines of a list that are not blank.
func lineSet(list string) *wordset.Set { return wordset.Lines(list) }

// wordSet returns the words of a list.
func wordSet(list string) *wordset.Set { return wordset.Words(list) }
