package pack

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"compress/zlib"
	"errors"
	"io"
	"iter"
	"net/textproto"
	"strconv"
	"strings"

	"parallax/corpus/format/mail"
	"parallax/corpus/format/raw"
	"parallax/corpus/format/web"
)

// A fetched is a page, or another file, as a crawler got it.
type fetched struct {
	address  string
	language string    // that the crawler found
	kind     string    // the media type; "" for what is not an article
	charset  string    // that the server names
	coded    []string  // what was done to the body to send it: "gzip", "chunked"
	in       io.Reader // the body, until it was read
	body     []byte
}

// fetchedIn returns what is in a WARC record. For what cannot be an article
// kind is "".
func fetchedIn(header textproto.MIMEHeader, block io.Reader) (fetched, error) {
	p := fetched{address: raw.WebAddress(header.Get("WARC-Target-URI")), in: block}
	kind, params := mail.MediaType(header.Get("Content-Type"))
	switch header.Get("WARC-Type") {
	case "response":
		if kind == "application/http" {
			return p, p.readAnswer()
		}
	case "resource", "conversion":
		if p.address != "" { // others are what the crawler noted for itself
			p.kind, p.charset, p.language = kind, params["charset"], header.Get("WARC-Identified-Content-Language")
		}
	}
	return p, nil
}

// readAnswer reads the header of an HTTP answer. One that is not a page, because
// it was not there or has moved, stays without a kind.
func (p *fetched) readAnswer() error {
	in := bufio.NewReader(p.in)
	status, err := firstLine(in)
	if err != nil {
		return nil // an empty answer
	}
	words := strings.Fields(status)
	if !strings.HasPrefix(status, "HTTP/") || len(words) < 2 {
		return errors.New("not an HTTP response")
	}
	if words[1] != "200" {
		return nil
	}
	header, err := readHeader(in)
	if err != nil {
		return errors.New("unreadable HTTP header")
	}
	kind, params := mail.MediaType(header.Get("Content-Type"))
	if kind != "text/plain" { // robots.txt and the like
		p.kind, p.charset = kind, params["charset"]
	}
	p.coded = strings.FieldsFunc(strings.ToLower(header.Get("Content-Encoding")+","+header.Get("Transfer-Encoding")), func(r rune) bool { return r == ',' || r == ' ' })
	p.in = in
	return nil
}

// readable reports whether an article can be in a page of its kind.
func (p *fetched) readable() bool {
	switch p.kind {
	case "text/html", "application/xhtml+xml", "text/plain", "application/pdf":
		return true
	}
	return false
}

// readBody reads the body and undoes how it was sent; limit is in bytes.
func (p *fetched) readBody(limit int64) error {
	data, err := raw.ReadUpTo(p.in, limit)
	for i := len(p.coded) - 1; i >= 0 && err == nil; i-- {
		data, err = undo(p.coded[i], data, limit)
	}
	p.body = data
	return err
}

// undo undoes one coding of HTTP. Many archives keep the header but have the
// body decoded already: what is not coded stays as it is.
func undo(coding string, data []byte, limit int64) ([]byte, error) {
	var r io.Reader
	var err error
	switch coding {
	case "chunked":
		return unchunk(data), nil
	case "gzip", "x-gzip":
		if !LooksGzip(data) {
			return data, nil
		}
		r, err = gzip.NewReader(bytes.NewReader(data))
	case "deflate":
		if r, err = zlib.NewReader(bytes.NewReader(data)); err != nil {
			return data, nil
		}
	case "br", "zstd":
		return nil, errors.New("compressed with " + coding + ", which is not supported")
	default:
		return data, nil
	}
	if err != nil {
		return nil, errDamaged
	}
	t := &tally{in: int64(len(data))}
	return raw.ReadUpTo(t.unpacked(r), limit)
}

// unchunk joins the chunks of a body, or returns it as it is when it is not in
// chunks. Of a body that is cut off it returns the chunks there are.
func unchunk(data []byte) []byte {
	out := make([]byte, 0, len(data))
	for rest := data; ; {
		line, after, ok := bytes.Cut(rest, []byte("\n"))
		digits, _, _ := strings.Cut(strings.TrimSpace(string(line[:min(len(line), 100)])), ";")
		size, err := strconv.ParseUint(digits, 16, 32)
		switch {
		case !ok && len(out) > 0, err == nil && size == 0:
			return out
		case err != nil || !ok:
			return data
		}
		n := min(int(size), len(after))
		out = append(out, after[:n]...)
		rest = bytes.TrimPrefix(bytes.TrimPrefix(after[n:], []byte("\r")), []byte("\n"))
	}
}

// articles returns the article of a page. Files that are not pages are read by
// their own formats.
func (p *fetched) articles(src raw.Source) iter.Seq2[raw.Article, error] {
	charset := src.Charset
	if charset == "" && p.charset != "" && raw.CheckCharset(p.charset) == nil {
		charset = p.charset
	}
	switch p.kind {
	case "text/html", "application/xhtml+xml":
		page, err := web.DecodePage(p.body, charset)
		if err != nil {
			return raw.Only(raw.Article{}, err)
		}
		article, err := web.ArticleOfPage(page, p.address)
		if errors.Is(err, web.ErrNoArticle) {
			break // as have many of a crawl's pages
		}
		return raw.Only(article, err)
	case "text/plain":
		text, err := raw.Decode(p.body, charset)
		return raw.Only(raw.Article{Text: text, Fields: p.fields()}, err)
	case "application/pdf":
		return p.file(src, "page.pdf")
	}
	return func(func(raw.Article, error) bool) {}
}

// file reads the body as a file of this name, if there is a reader for it.
func (p *fetched) file(src raw.Source, name string) iter.Seq2[raw.Article, error] {
	return func(yield func(raw.Article, error) bool) {
		raws, known := src.Open(raw.Source{Name: name, Charset: src.Charset, Limit: src.Limit, Packs: maxPacks}, bytes.NewReader(p.body))
		if !known {
			return
		}
		for r, err := range raws {
			r.Fields = append(r.Fields, p.fields()...)
			if !yield(r, err) {
				return
			}
		}
	}
}

// fields returns what the archive itself says of a page.
func (p *fetched) fields() []raw.Field {
	var out []raw.Field
	if p.address != "" {
		out = append(out, raw.Field{Name: raw.URL, Value: p.address, From: "WARC-Target-URI"})
	}
	if language, _, _ := strings.Cut(p.language, ","); language != "" {
		out = append(out, raw.Field{Name: raw.Language, Value: language, From: "WARC language"})
	}
	return out
}
