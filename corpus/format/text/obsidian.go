package text

import (
	"strings"

	"parallax/corpus/lazyregexp"
)

// Notes of Obsidian, and of programs like it, are Markdown with signs of their
// own: callouts, embedded files and notes, comments, tags, and names of blocks.

var (
	callout = lazyregexp.New(`^ {0,3}\[![\pL\pN_-]{1,40}(?:\|[^\]]{0,40})?\][+-]?[ \t]*`)
	embed   = lazyregexp.New(`!\[\[([^\]|]{0,400})((?:\|[^\]|]{0,400})*)\]\]`)
	size    = lazyregexp.New(`^\d+(?:x\d+)?$|^(?:left|right|center|inline)$`)
	comment = lazyregexp.New(`%%.*?%%`)
	block   = lazyregexp.New(`[ \t]\^[A-Za-z0-9-]{1,40}[ \t]*$`)
	tagLine = lazyregexp.New(`^[ \t]*(?:#\pL[\pL\pN_/-]*[ \t]*)+$`)
	part    = lazyregexp.New(`\[\[([^\]|#^]{0,200})[#^][^\]|]{0,200}\]\]`)
)

// withoutName returns a line without the name of its block.
func withoutName(line string) string {
	if !strings.Contains(line, "^") {
		return line
	}
	return block.ReplaceAllString(line, "")
}

// withoutEmbeds returns a line without comments and what is embedded in it: a
// picture, of which the caption stays on a line of its own, or another note. A
// link to a part of a note is the note's name.
func withoutEmbeds(line string) string {
	if strings.Contains(line, "%%") {
		line = comment.ReplaceAllString(line, "")
	}
	if !strings.Contains(line, "[[") {
		return line
	}
	line = embed.ReplaceAllStringFunc(line, func(m string) string {
		for caption := range strings.SplitSeq(strings.Trim(embed.FindStringSubmatch(m)[2], "|"), "|") {
			if caption = strings.TrimSpace(caption); caption != "" && !size.MatchString(caption) {
				return "\n" + caption + "\n"
			}
		}
		return ""
	})
	return part.ReplaceAllStringFunc(line, func(m string) string {
		if name := part.FindStringSubmatch(m)[1]; name != "" {
			return name
		}
		return strings.TrimLeft(strings.Trim(m, "[]"), "#^ ")
	})
}
