package format

import "strings"

// readText reads a plain text file: one article. Front matter is read when
// there is some; a text that only looks as if it had any stays whole.
func readText(data []byte, src Source) ([]Raw, error) {
	text, err := decode(data, src.Charset)
	if err != nil {
		return nil, err
	}
	block, body, err := splitFrontMatter(text)
	if err != nil || block.yaml == "" {
		return []Raw{{Text: text}}, nil
	}
	fields, err := block.fields()
	if err != nil || len(fields) == 0 {
		return []Raw{{Text: text}}, nil
	}
	return []Raw{{Text: strings.TrimLeft(body, "\r\n"), Fields: fields}}, nil
}
