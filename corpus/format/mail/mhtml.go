package mail

import (
	"bytes"
	"errors"
	"fmt"
	"strings"

	"parallax/corpus/format/raw"
	"parallax/corpus/format/web"
)

// LooksMHTML reports whether a file is a page saved as MHTML by a browser.
func LooksMHTML(head []byte) bool {
	top, _, _ := bytes.Cut(bytes.ReplaceAll(head, []byte("\r\n"), []byte("\n")), []byte("\n\n"))
	low := bytes.ToLower(top)
	return mailTop.Match(head) && (bytes.Contains(low, []byte("\nsnapshot-content-location:")) || bytes.Contains(low, []byte("saved by ")))
}

// ReadMHTML reads a web page that a browser saved with its pictures in one
// file: one article. The date in its header is the day of saving and says
// nothing about the article.
func ReadMHTML(data []byte, src raw.Source) ([]raw.Article, error) {
	message, err := readMessage(bytes.TrimLeft(data, "\r\n"))
	if err != nil {
		return nil, fmt.Errorf("not an MHTML page: %w", err)
	}
	main := message.mainPage()
	if main == nil {
		return nil, errors.New("not an MHTML page: it contains no HTML")
	}
	page, err := main.text(src.Charset)
	if err != nil {
		return nil, err
	}
	article, err := web.ArticleOfPage(page, raw.WebAddress(message.header.Get("Snapshot-Content-Location"), main.header.Get("Content-Location")))
	if err != nil {
		return nil, err
	}
	return []raw.Article{article}, nil
}

// mainPage returns the page that a message is of: the one its start parameter
// names, or the first. Further ones are its frames.
func (p *mimePart) mainPage() *mimePart {
	if start := p.params["start"]; start != "" {
		for i := range p.parts {
			if id := p.parts[i].header.Get("Content-ID"); strings.Trim(id, "<>") == strings.Trim(start, "<>") && p.parts[i].mainPage() != nil {
				return p.parts[i].mainPage()
			}
		}
	}
	if p.kind == "text/html" || p.kind == "application/xhtml+xml" {
		return p
	}
	for i := range p.parts {
		if page := p.parts[i].mainPage(); page != nil {
			return page
		}
	}
	return nil
}
