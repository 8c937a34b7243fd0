package format

import (
	"bytes"
	"regexp"
)

// readHTML reads a saved web page: one article.
func readHTML(data []byte, src Source) ([]Raw, error) {
	page, err := Decode(data, src.Charset)
	if err != nil {
		return nil, err
	}
	raw, err := articleOfPage(page, "")
	if err != nil {
		return nil, err
	}
	return []Raw{raw}, nil
}

// articleOfPage returns the article of a web page, with what the page says of
// it. address is where the page was found, if that is known from elsewhere.
func articleOfPage(page, address string) (Raw, error) {
	text, err := textOfHTML(page)
	return Raw{Text: text}, err
}

var htmlTop = regexp.MustCompile(`(?i)<(?:!doctype html|html|head|body|article)[\s>]`)

// looksHTML reports whether a file begins as web pages do.
func looksHTML(head []byte) bool {
	return bytes.HasPrefix(bytes.TrimLeft(head, "\ufeff \t\r\n"), []byte("<")) && htmlTop.Match(head)
}
