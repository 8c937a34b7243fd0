package text

import (
	"html"
	"strings"

	"parallax/corpus/format/raw"
	"parallax/corpus/format/record"
	"parallax/corpus/lazyregexp"
)

// ReadMarkdown reads a Markdown file: one article, with its markup removed
// where it is certainly markup. A character that could be the author's own is
// kept: better a stray asterisk than a lost word. What is known of the article
// is in front matter, or in lines below the headline.
func ReadMarkdown(data []byte, src raw.Source) ([]raw.Article, error) {
	text, err := raw.Decode(data, src.Charset)
	if err != nil {
		return nil, err
	}
	if strings.Count(text, "\n") > raw.MaxArticleLines {
		return nil, raw.ErrTooLong
	}
	block, body, err := splitFrontMatter(text)
	if err != nil {
		return nil, err
	}
	var fields []raw.Field
	var lost error
	if block.yaml != "" {
		fields, lost = block.fields()
	}
	lines, body := splitKeyLines(body)
	fields = append(fields, lines...)
	plain, heading := plainMarkdown(body)
	if heading != "" {
		fields = append(fields, raw.Field{Name: raw.Title, Value: heading, From: "heading"})
	}
	return []raw.Article{{Text: plain, Fields: fields, Lost: lost}}, nil
}

var markdownTop = lazyregexp.New(`^\s*# \S`)

// LooksMarkdown reports whether data opens as Markdown articles do.
func LooksMarkdown(data []byte) bool { return markdownTop.Match(data) }

var (
	mdFence    = lazyregexp.New("^ {0,3}(```+|~~~+)")
	mdHeading  = lazyregexp.New(`^ {0,3}(#{1,6})\s+(.*?)(?:\s+#+)?(?:\s*\{#[\w-]+\})?\s*$`)
	mdRule     = lazyregexp.New(`^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$`)
	mdUnder    = lazyregexp.New(`^ {0,3}(?:=+|-+)\s*$`)
	mdTableRow = lazyregexp.New(`^\s*\|?\s*:?-{3,}:?\s*(?:\|\s*:?-{3,}:?\s*)+\|?\s*$`)
	mdQuote    = lazyregexp.New(`^ {0,3}(?:>[ \t]?)+`)
	mdBullet   = lazyregexp.New(`^(\s*)[*+-]\s+(\S)`)
	mdDef      = lazyregexp.New(`^ {0,3}\[[^\]^]+\]:\s*\S+(?:\s+["'(].*["')])?\s*$`)
)

// isMarked reports whether a line begins with a sign of Markdown, or of a note. Lines of
// prose do not, and are spared ten patterns.
func isMarked(line string) bool {
	line = strings.TrimLeft(line, " \t\r\n\f")
	return line != "" && strings.IndexByte("`~>[#*-_=|:+", line[0]) >= 0
}

// plainMarkdown returns the prose of a Markdown text, line for line, and its
// first top heading when the article begins with it.
func plainMarkdown(text string) (plain, heading string) {
	var b strings.Builder
	fence, last := "", "" // the open code fence; the last line written
	begun := false        // some line of prose stands above
	aside := false        // inside a comment over several lines
	put := func(line string) {
		b.WriteString(line)
		b.WriteByte('\n')
		last = strings.TrimSpace(line)
		begun = begun || last != ""
	}
	for rest := text; rest != ""; {
		var line string
		line, rest = raw.CutLine(rest)
		marked := isMarked(line)
		if marked {
			if f := mdFence.FindStringSubmatch(line); f != nil && (fence == "" || strings.HasPrefix(f[1], fence)) {
				if fence == "" {
					fence = f[1]
				} else {
					fence = ""
				}
				continue
			}
		}
		if fence != "" {
			put(line)
			continue
		}
		if strings.TrimSpace(line) == "%%" && (aside || strings.Contains(rest, "%%")) {
			aside = !aside
			continue
		}
		if aside {
			continue
		}
		if !marked {
			put(plainInline(withoutName(line)))
			continue
		}
		line = withoutName(callout.ReplaceAllString(mdQuote.ReplaceAllString(line, ""), ""))
		switch h := mdHeading.FindStringSubmatch(line); {
		case h != nil:
			words := plainInline(h[2])
			if len(h[1]) == 1 && !begun {
				heading = words
			}
			put("\n" + words + "\n")
		case mdUnder.MatchString(line) && last != "", mdRule.MatchString(line):
			put("")
		case mdTableRow.MatchString(line), tagLine.MatchString(line), mdDef.MatchString(line):
		default:
			put(plainInline(mdBullet.ReplaceAllString(line, "$1• $2")))
		}
	}
	return strings.Trim(b.String(), "\n"), strings.TrimSpace(heading)
}

var (
	mdImage   = lazyregexp.New(`!\[([^\]]*)\](?:\([^()\s]*(?:\([^()]*\)[^()\s]*)*(?:\s+"[^"]*")?\)|\[[^\]]*\])`)
	mdLink    = lazyregexp.New(`\[([^\[\]]*)\]\(\s*<?[^()\s]*(?:\([^()]*\)[^()\s]*)*>?(?:\s+(?:"[^"]*"|'[^']*'))?\s*\)`)
	mdRefLink = lazyregexp.New(`\[([^\[\]]+)\]\[[^\[\]]*\]`)
	mdAuto    = lazyregexp.New(`<(https?://[^\s<>]+)>`)
	mdBreak   = lazyregexp.New(`(?i)<br\s*/?>`)
	mdTag     = lazyregexp.New(`(?i)</?(?:a|abbr|aside|b|blockquote|cite|code|details|div|em|figcaption|figure|h[1-6]|hr|i|img|li|mark|ol|p|q|s|section|small|span|strong|sub|summary|sup|table|tbody|td|th|thead|tr|u|ul)(?:\s[^<>]*)?/?>`)
	mdEntity  = lazyregexp.New(`&(?:#\d+|#[xX][0-9a-fA-F]+|\w+);`)
	mdComment = lazyregexp.New(`<!--.*?-->`)
)

// plainInline takes the signs of markup out of one line. Escaped signs are
// held back while it works, as characters that no text has.
func plainInline(line string) string {
	if !strings.ContainsAny(line, "[*_<`&\\~=%") {
		return line
	}
	line = hideEscapes(line)
	line = mdComment.ReplaceAllString(line, "")
	line = withoutEmbeds(line)
	line = mdImage.ReplaceAllStringFunc(line, func(m string) string {
		alt := mdImage.FindStringSubmatch(m)[1]
		if strings.TrimSpace(alt) == "" {
			return ""
		}
		return "\n" + alt + "\n" // a line of its own: a caption is not part of a sentence
	})
	for range 2 { // a link's text can hold one more, around a picture
		line = mdLink.ReplaceAllString(line, "$1")
		line = mdRefLink.ReplaceAllString(line, "$1")
	}
	line = record.Unlink(line)
	line = mdAuto.ReplaceAllString(line, "$1")
	line = mdBreak.ReplaceAllString(line, "\n")
	line = mdTag.ReplaceAllString(line, "")
	line = dropEmphasis(line)
	return showEscapes(mdEntity.ReplaceAllStringFunc(line, html.UnescapeString))
}
