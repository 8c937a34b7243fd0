package mail

import (
	"bufio"
	"bytes"
	"encoding/base64"
	"errors"
	"io"
	"math"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/textproto"
	"strings"

	"golang.org/x/text/encoding/htmlindex"

	"parallax/corpus/format/raw"
	"parallax/corpus/format/web"
)

// Limits of a message: mails nest three deep, saved pages have some hundred
// pictures.
const (
	maxMIMEDepth  = 10
	maxMIMEParts  = 5000
	maxMIMEHeader = 1 << 20 // bytes; mails that many servers handled have 20 KB
)

// A mimePart is a message, or a part of one, with its transfer encoding undone.
type mimePart struct {
	header textproto.MIMEHeader
	kind   string // the media type in lower case, such as "text/html"
	params map[string]string
	data   []byte     // of a text, as far as it could be read
	parts  []mimePart // of a multipart, or the one message that is attached
}

// readMessage reads a message with all its parts: RFC 5322, RFC 2045.
func readMessage(data []byte) (mimePart, error) {
	left := maxMIMEParts
	return parseMessage(bytes.NewReader(data), maxMIMEDepth, &left)
}

func parseMessage(r io.Reader, depth int, left *int) (mimePart, error) {
	limited := &io.LimitedReader{R: r, N: maxMIMEHeader}
	in := bufio.NewReader(limited)
	header, err := textproto.NewReader(in).ReadMIMEHeader()
	limited.N = math.MaxInt64
	if err != nil && (len(header) == 0 || !errors.Is(err, io.EOF)) {
		return mimePart{}, errors.New("it does not begin with a message header (From:, Subject:, …)")
	}
	return parsePart(header, in, depth, left), nil
}

// parsePart reads one part and those in it. What cannot be read is left out.
func parsePart(header textproto.MIMEHeader, body io.Reader, depth int, left *int) mimePart {
	p := mimePart{header: header}
	p.kind, p.params = MediaType(header.Get("Content-Type"))
	*left--
	if depth == 0 || *left < 0 {
		return p
	}
	body = transferDecoded(header.Get("Content-Transfer-Encoding"), body)
	switch {
	case strings.HasPrefix(p.kind, "multipart/"):
		p.readParts(body, depth, left)
	case p.kind == "message/rfc822":
		if m, err := parseMessage(body, depth-1, left); err == nil {
			p.parts = []mimePart{m}
		}
	case strings.HasPrefix(p.kind, "text/"), p.kind == "application/xhtml+xml", p.kind == "application/rtf":
		p.data, _ = io.ReadAll(body)
	}
	return p
}

func (p *mimePart) readParts(body io.Reader, depth int, left *int) {
	if p.params["boundary"] == "" {
		return
	}
	parts := multipart.NewReader(body, p.params["boundary"])
	for *left > 0 {
		sub, err := parts.NextRawPart()
		if err != nil {
			return
		}
		p.parts = append(p.parts, parsePart(sub.Header, sub, depth-1, left))
	}
}

// MediaType parses a Content-Type into the type in lower case and its
// parameters. A missing one means plain text, as in mail.
func MediaType(value string) (string, map[string]string) {
	if strings.TrimSpace(value) == "" {
		return "text/plain", nil
	}
	kind, params, err := mime.ParseMediaType(value)
	if err != nil { // parameters that are not well formed: the type counts
		kind, _, _ = strings.Cut(value, ";")
		kind = strings.ToLower(strings.TrimSpace(kind))
	}
	return kind, params
}

func transferDecoded(encoding string, r io.Reader) io.Reader {
	switch strings.ToLower(strings.TrimSpace(encoding)) {
	case "base64":
		return base64.NewDecoder(base64.StdEncoding, r)
	case "quoted-printable":
		return quotedprintable.NewReader(r)
	}
	return r
}

// text returns a part's data as UTF-8. A charset that the reader gave overrules
// the part's own; one that the part names and nobody knows is found out.
func (p *mimePart) text(charset string) (string, error) {
	if charset == "" && raw.CheckCharset(p.params["charset"]) == nil && p.params["charset"] != "" {
		charset = p.params["charset"]
	}
	if p.kind != "text/plain" {
		return web.DecodePage(p.data, charset)
	}
	return raw.Decode(p.data, charset)
}

// attached reports whether a part is a file that came with the message.
func (p *mimePart) attached() bool {
	disposition, _, _ := strings.Cut(p.header.Get("Content-Disposition"), ";")
	return strings.EqualFold(strings.TrimSpace(disposition), "attachment")
}

var headerWords = mime.WordDecoder{CharsetReader: func(charset string, r io.Reader) (io.Reader, error) {
	enc, err := htmlindex.Get(charset)
	if err != nil {
		return nil, err
	}
	return enc.NewDecoder().Reader(r), nil
}}

// headerText returns a header's value for reading: encoded words (RFC 2047)
// decoded, and bytes of other charsets, which some mailers write as they are.
func headerText(header textproto.MIMEHeader, name string) string {
	value := header.Get(name)
	if decoded, err := headerWords.DecodeHeader(value); err == nil {
		value = decoded
	}
	if text, err := raw.Decode([]byte(value), ""); err == nil {
		value = text
	}
	return strings.TrimSpace(value)
}
