package web

import (
	"slices"
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

// classWords returns the words of an element's class and id, in lower case:
// what is between signs, and between a small letter and a large one.
func classWords(n *html.Node) []string {
	var out []string
	eachClassWord(n, func(word []byte) bool {
		out = append(out, string(word))
		return true
	})
	return out
}

// hasClassWord reports whether one of them is in a set.
func hasClassWord(n *html.Node, set *wordset.Set) (has bool) {
	eachClassWord(n, func(word []byte) bool {
		has = set.Has(string(word))
		return !has
	})
	return has
}

// eachClassWord gives the words of an element's class and id, in lower case,
// those of at most 32 bytes.
func eachClassWord(n *html.Node, yield func([]byte) bool) {
	var word [32]byte
	for _, a := range n.Attr {
		if a.Key != "class" && a.Key != "id" {
			continue
		}
		size, small := 0, false
		for i := 0; i <= len(a.Val); i++ {
			c := byte(' ')
			if i < len(a.Val) {
				c = a.Val[i]
			}
			large := 'A' <= c && c <= 'Z'
			letter := large || 'a' <= c && c <= 'z' || c >= utf8.RuneSelf
			if size > 0 && (!letter || large && small) {
				if size <= len(word) && !yield(word[:size]) {
					return
				}
				size = 0
			}
			if letter {
				if size < len(word) {
					word[size] = c
					if large {
						word[size] += 'a' - 'A'
					}
				}
				size++
			}
			small = letter && !large
		}
	}
}

func hasAnyOf(list []string, set *wordset.Set) bool {
	return slices.ContainsFunc(list, set.Has)
}

func wordSet(list string) *wordset.Set { return wordset.Words(list) }
