package export

import (
	"cmp"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"parallax/diffview"
)

// FileName returns a file name for the comparison, made from both outlets:
// "lorne-herald-vs-coast-courier.txt". It is lower-case ASCII without spaces,
// and fits every file system. Ext is with or without its dot.
func FileName(c *diffview.Comparison, ext string) string {
	var parts [2]string
	for side, a := range c.Articles {
		parts[side] = cmp.Or(slug(a.Name()), slug(a.Meta.Title.Value), [2]string{"article-a", "article-b"}[side])
	}
	return parts[0] + "-vs-" + parts[1] + "." + strings.TrimPrefix(ext, ".")
}

// maxSlug is the most bytes of a file name that one article gets: two of them
// stay far below the 255 bytes of common file systems, and can be read in a list.
const maxSlug = 60

// unaccented writes letters that have no accent to lose in ASCII.
var unaccented = strings.NewReplacer("ß", "ss", "æ", "ae", "ø", "o", "œ", "oe", "đ", "d", "ð", "d", "ł", "l", "þ", "th", "ı", "i",
	"’", "", "'", "", "&", " and ")

// slug returns a name as lower-case ASCII words joined by hyphens; "" when it
// has no letter or digit of ASCII.
func slug(name string) string {
	var b strings.Builder
	gap := false
	for _, r := range norm.NFKD.String(unaccented.Replace(strings.ToLower(name))) {
		switch {
		case r < unicode.MaxASCII && (unicode.IsLetter(r) || unicode.IsDigit(r)):
			if gap && b.Len() > 0 {
				b.WriteByte('-')
			}
			gap = false
			b.WriteRune(r)
		case !unicode.IsMark(r):
			gap = true
		}
		if b.Len() >= maxSlug {
			break
		}
	}
	return b.String()
}
