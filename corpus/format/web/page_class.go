package web

import (
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"

	"parallax/corpus/wordset"
)

// Words in the classes and ids of elements: "entry-date", "pubDate", "meta_info".
var (
	dateClasses = wordSet(`date dates dateline datetime datum fecha pubdate pub published publish publication publishdate publisheddate posted timestamp timestamps time
		created updated modified lastmodified zeit datering dato data veroeffentlicht erscheinungsdatum parution publie publicado pubblicato jour meta metadata postmeta postmetadata info infos`)
	publishedClasses = wordSet(`published publish pubdate pub publication publishdate publisheddate posted entry created publicado pubblicato veroeffentlicht`)
	updatedClasses   = wordSet(`updated update modified lastmodified aktualisiert maj actualizado aggiornato`)
	authorClasses    = wordSet(`byline bylines author authors autor autoren autores autore autori auteur auteurs verfasser writer redakteur autorka skribent kirjoittaja forfatter`)
	notAuthorClasses = wordSet(`bio about avatar image img photo picture description follow social related comment comments title role job email twitter link-list`)
	othersClasses    = wordSet(`related recommended recommendations recirc recirculation teaser teasers sidebar card cards popular trending latest promo comment comments commentlist commentaires kommentare kommentarer comentarios commenti reacties disqus newsletter widget
		readmore carousel slider rail morestories mostread onward crosslinks`)
)

// longestClassWord is how many bytes of a class are read as one word; what is
// longer was made by a program.
const longestClassWord = 32

// classWords returns the words of an element's class and id, in lower case:
// what is between signs, and between a small letter and a large one.
func classWords(n *html.Node) []string {
	var out []string
	for _, a := range n.Attr {
		if a.Key == "class" || a.Key == "id" {
			for word, rest := nextClassWord(a.Val); word != ""; word, rest = nextClassWord(rest) {
				if len(word) <= longestClassWord {
					out = append(out, strings.ToLower(word))
				}
			}
		}
	}
	return out
}

// hasClassWord reports whether one of them is in a set. It is asked of each
// element of a page several times, and allocates nothing.
func hasClassWord(n *html.Node, set *wordset.Set) bool {
	for _, a := range n.Attr {
		if a.Key == "class" || a.Key == "id" {
			for word, rest := nextClassWord(a.Val); word != ""; word, rest = nextClassWord(rest) {
				if len(word) <= longestClassWord && set.Has(strings.ToLower(word)) {
					return true
				}
			}
		}
	}
	return false
}

// nextClassWord returns the first word of a class and what follows it.
func nextClassWord(class string) (word, rest string) {
	start := 0
	for start < len(class) && !isClassLetter(class[start]) {
		start++
	}
	end := start
	for end < len(class) && isClassLetter(class[end]) && !(end > start && isLarge(class[end]) && !isLarge(class[end-1])) {
		end++
	}
	return class[start:end], class[end:]
}

func isClassLetter(c byte) bool { return isLatin(c) || c >= utf8.RuneSelf }

func isLarge(c byte) bool { return 'A' <= c && c <= 'Z' }

func hasAnyOf(list []string, set *wordset.Set) bool {
	return slices.ContainsFunc(list, set.Has)
}

func wordSet(list string) *wordset.Set { return wordset.Words(list) }
