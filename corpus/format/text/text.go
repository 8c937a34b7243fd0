// Package text reads plain text and Markdown: a text goes in; an article without
// signs of markup comes out, with what its front matter, or the lines of a
// clipping tool, say of it.
package text

import (
	"strings"

	"parallax/corpus/format/raw"
)

// ReadPlain reads a plain text file: one article. Front matter is read when
// there is some; a text that only looks as if it had any stays whole.
func ReadPlain(data []byte, src raw.Source) ([]raw.Article, error) {
	text, err := raw.Decode(data, src.Charset)
	if err != nil {
		return nil, err
	}
	block, body, err := splitFrontMatter(text)
	if err != nil || block.yaml == "" {
		return []raw.Article{{Text: text}}, nil
	}
	fields, err := block.fields()
	if err != nil || len(fields) == 0 {
		return []raw.Article{{Text: text}}, nil
	}
	return []raw.Article{{Text: strings.TrimLeft(body, "\r\n"), Fields: fields}}, nil
}
