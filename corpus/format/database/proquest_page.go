package database

import (
	"bytes"
	"strings"

	"parallax/corpus/format/raw"
	"parallax/corpus/format/web"
	"parallax/corpus/lazyregexp"
)

var (
	proquestID     = lazyregexp.New(`(?i)ProQuest[ -]document[ -]id|ProQuest-Dokument-ID|ID du document ProQuest|ID del documento de ProQuest`)
	proquestTitle  = lazyregexp.New(`(?i)<title>\s*ProQuest ?Documents`)
	horizontalRule = lazyregexp.New(`(?i)<hr\b[^<>]{0,200}>`)
	labelElement   = lazyregexp.New(`(?i)<(?:strong|b)\b[^<>]{0,200}>\s*(\pL[\pL /-]{1,40})\s*:`)
)

// LooksProquestPage reports whether a web page is an export of ProQuest: pages of
// one article, saved by a browser from its site, are not.
func LooksProquestPage(head []byte) bool {
	return bytes.Contains(head, []byte("ProQuest")) && web.LooksHTML(head) &&
		(proquestTitle.Match(head) || proquestID.Match(head) && labelElement.Match(head))
}

// ReadProquestPage yields the articles of an export as a web page: the lines of
// one as text, with rules between the articles.
func ReadProquestPage(page string, next raw.Give) error {
	page = horizontalRule.ReplaceAllString(page, "<p>"+strings.Repeat("_", 60)+"</p>")
	page = labelElement.ReplaceAllString(page, "<br>$0") // several in one paragraph
	text, err := web.TextOfHTML(page)
	if err != nil {
		return err
	}
	return ReadProquest(text, next)
}
