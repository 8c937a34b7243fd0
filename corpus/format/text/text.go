// Package text reads plain text and Markdown: a text goes in; an article
// without markup comes out, with the metadata from its front matter or from a
// clipping tool.
package text

import (
	"strings"

	"parallax/corpus/format/raw"
)

// ReadPlain reads a plain text file: one article. Front matter, or lines of keys
// and values above the text, are read if present; a text that only seems to have
// some is left as it is.
func ReadPlain(data []byte, src raw.Source) ([]raw.Article, error) {
	text, err := raw.Decode(data, src.Charset)
	if err != nil {
		return nil, err
	}
	block, body, err := splitFrontMatter(text)
	if err != nil || block.yaml == "" {
		fields, rest := splitKeyLines(text)
		return []raw.Article{{Text: rest, Fields: fields}}, nil
	}
	fields, lost := block.fields()
	if len(fields) == 0 {
		return []raw.Article{{Text: text}}, nil
	}
	return []raw.Article{{Text: strings.TrimLeft(body, "\r\n"), Fields: fields, Lost: lost}}, nil
}
