// Package mail reads messages: a mail, a mailbox or a page saved as MHTML goes in,
// and the article in each message comes out.
package mail

import (
	"bytes"
	"errors"
	"fmt"
	"net/mail"
	"net/textproto"
	"strings"

	"parallax/corpus/format/raw"
	"parallax/corpus/format/web"
	"parallax/corpus/lazyregexp"
)

var mailTop = lazyregexp.New(`^(?:\xef\xbb\xbf)?[\r\n]*(?:From [^\n]*\n)?(?:[A-Za-z][A-Za-z0-9-]*:[^\n]*\n(?:[ \t][^\n]*\n)*){2}`)

var mailHeaders = lazyregexp.New(`(?mi)^(?:received|message-id|mime-version|return-path|delivered-to|content-type):`)

// LooksMail reports whether a file begins with a mail header.
func LooksMail(head []byte) bool {
	top, _, _ := bytes.Cut(bytes.ReplaceAll(head, []byte("\r\n"), []byte("\n")), []byte("\n\n"))
	return mailTop.Match(head) && mailHeaders.Match(top) && mailFrom.Match(top)
}

// ReadMail reads a mail, such as a newsletter: one article, or those of the
// export of a database that was sent by mail.
func ReadMail(data []byte, src raw.Source, next raw.Give) error {
	data = bytes.TrimLeft(bytes.TrimPrefix(data, []byte("\xef\xbb\xbf")), "\r\n")
	if bytes.HasPrefix(data, []byte("From ")) { // cut from a mailbox
		_, data, _ = bytes.Cut(data, []byte("\n"))
	}
	articlesOfMail(data, src, next)
	return nil
}

// articlesOfMail yields the articles in a mail, and reports whether more are
// wanted.
func articlesOfMail(data []byte, src raw.Source, next raw.Give) bool {
	message, err := readMessage(data)
	if err != nil {
		return next(raw.Article{}, fmt.Errorf("not a mail: %w", err))
	}
	if found, more := exported(&message, src, next); found {
		return more
	}
	return next(articleOfMail(&message, src))
}

func articleOfMail(message *mimePart, src raw.Source) (raw.Article, error) {
	article := raw.Article{Fields: mailFields(message.header)}
	m := mailText{charset: src.Charset}
	article.Text = m.of(message)
	article.Doubtful = m.signatures
	if strings.TrimSpace(article.Text) == "" {
		if m.err != nil {
			return raw.Article{}, m.err
		}
		return raw.Article{}, errors.New("a mail without text")
	}
	return article, nil
}

// A mailText finds the text of a mail.
type mailText struct {
	charset    string
	signatures []string // the lines below "-- ", which are not what the mail says
	err        error    // why a part has no text
}

// of returns the text of a part: of alternatives the one that says it best, of
// others all, one after another, without attached files.
func (m *mailText) of(p *mimePart) string {
	switch {
	case p.attached() && p.kind != "message/rfc822":
		return ""
	case p.kind == "multipart/alternative":
		return m.best(p.parts)
	case len(p.parts) > 0:
		var texts []string
		for i := range p.parts {
			if t := m.of(&p.parts[i]); t != "" {
				texts = append(texts, t)
				if p.kind == "multipart/related" {
					break // what follows are pictures and frames of the first
				}
			}
		}
		return strings.Join(texts, "\n\n")
	case p.kind != "text/plain" && p.kind != "text/html" && p.kind != "application/xhtml+xml":
		return ""
	}
	text, err := p.text(m.charset)
	if err == nil && p.kind != "text/plain" {
		text, err = web.TextOfHTML(text)
	}
	if err != nil {
		m.err = err
		return ""
	}
	if p.kind == "text/plain" {
		return m.plain(text, p.params)
	}
	return text
}

// best returns the text of the last alternative, which the sender prefers,
// unless another is twice as long: that is where the article is.
func (m *mailText) best(parts []mimePart) string {
	chosen, signatures := "", m.signatures
	for i := len(parts) - 1; i >= 0; i-- {
		sub := mailText{charset: m.charset}
		if t := sub.of(&parts[i]); len(t) > 2*len(chosen) {
			chosen, m.signatures = t, append(signatures[:len(signatures):len(signatures)], sub.signatures...)
		}
		if sub.err != nil {
			m.err = sub.err
		}
	}
	return chosen
}

// plain returns a plain text with flowed lines joined (RFC 3676), and notes its
// signature.
func (m *mailText) plain(text string, params map[string]string) string {
	text = strings.ReplaceAll(text, "\r\n", "\n")
	if strings.EqualFold(params["format"], "flowed") {
		text = unflow(text, strings.EqualFold(params["delsp"], "yes"))
	}
	text = strings.Trim(text, "\n")
	if i := strings.LastIndex(text, "\n-- \n"); i >= 0 {
		for line := range strings.SplitSeq(text[i+1:], "\n") {
			if strings.TrimSpace(line) != "" {
				m.signatures = append(m.signatures, line)
			}
		}
	}
	return text
}

// unflow joins the lines that a mailer broke, which end with a space; with
// delsp the space is only the sign of that.
func unflow(text string, delsp bool) string {
	var b strings.Builder
	for line := range strings.Lines(text) {
		line = strings.TrimPrefix(strings.TrimSuffix(line, "\n"), " ") // stuffed
		flowed := strings.HasSuffix(line, " ") && line != "-- "
		if flowed && delsp {
			line = line[:len(line)-1]
		}
		b.WriteString(line)
		if !flowed {
			b.WriteByte('\n')
		}
	}
	return b.String()
}

var (
	passedOn  = lazyregexp.New(`(?i)^(?:(?:re|fwd?|aw|wg|tr)\s*:\s*)+`)
	senderAt  = lazyregexp.New(`^(.+?),? (?:(?:from|via) (\p{Lu}.+|the \p{Lu}.+)|at ([Tt]he \p{Lu}.+))$`)
	mailFrom  = lazyregexp.New(`(?mi)^from:`)
	mailboxes = lazyregexp.New(`(?i)@(?:[a-z0-9-]+\.)*(?:gmail|googlemail|outlook|hotmail|live|yahoo|icloud|me|aol|gmx|web|protonmail|proton|fastmail|t-online)\.[a-z.]+$`)
)

// mailFields returns what a mail's header says.
func mailFields(h textproto.MIMEHeader) []raw.Field {
	var out []raw.Field
	add := func(name, value, from string) {
		if value = strings.TrimSpace(value); value != "" {
			out = append(out, raw.Field{Name: name, Value: value, From: from})
		}
	}
	add(raw.Title, passedOn.ReplaceAllString(headerText(h, "Subject"), ""), "mail Subject")
	out = append(out, senderFields(h)...)
	add(raw.Published, h.Get("Date"), "mail Date")
	add(raw.URL, raw.WebAddress(h.Get("Archived-At"), h.Get("Content-Location")), "mail Archived-At")
	add(raw.Language, h.Get("Content-Language"), "mail Content-Language")
	return out
}

// senderFields says who sent a mail: an outlet; with "Ann Lee from The Herald"
// a person, too; from a mailbox such as people have, only that.
func senderFields(h textproto.MIMEHeader) []raw.Field {
	const from = "mail From"
	parser := mail.AddressParser{WordDecoder: &headerWords}
	list, err := parser.ParseList(h.Get("From"))
	if err != nil || len(list) == 0 {
		return nil
	}
	name, address := strings.TrimSpace(list[0].Name), list[0].Address
	switch g := senderAt.FindStringSubmatch(name); {
	case name != "" && mailboxes.MatchString(address):
		return []raw.Field{{Name: raw.Author, Value: name, From: from}}
	case g != nil:
		return []raw.Field{{Name: raw.Outlet, Value: g[2] + g[3], From: from}, {Name: raw.Author, Value: g[1], From: from}}
	case name != "":
		return []raw.Field{{Name: raw.Outlet, Value: name, From: from}}
	}
	if _, domain, ok := strings.Cut(address, "@"); ok && domain != "" && !mailboxes.MatchString(address) {
		return []raw.Field{{Name: raw.Outlet, Value: domain, From: from}}
	}
	return nil
}
