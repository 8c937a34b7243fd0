package office

import (
	"bytes"
	"errors"
	"strconv"
	"strings"
	"sync"

	"parallax/corpus/format/raw"
	"parallax/corpus/format/web"
	"parallax/corpus/lazyregexp"
)

// LooksRTF reports whether a file begins as Rich Text does.
func LooksRTF(head []byte) bool { return bytes.HasPrefix(head, []byte(`{\rtf`)) }

// ReadRTF returns a reader of Rich Text documents: one article each, unless
// export recognises an export of several articles and yields them.
func ReadRTF(export func([]Paragraph, raw.Give) bool) func([]byte, raw.Source, raw.Give) error {
	return func(data []byte, src raw.Source, next raw.Give) error {
		data = bytes.TrimLeft(data, "\ufeff \t\r\n")
		if !LooksRTF(data) {
			return errors.New(`not a Rich Text document: it does not begin with {\rtf`)
		}
		r := rtf{data: data, page: "windows-1252", fonts: make(map[int]string), texts: make(map[string]*strings.Builder)}
		if src.Charset != "" {
			r.page, r.named = src.Charset, true
		}
		r.now.skip = 1 // characters that stand for one of Unicode, until the file says otherwise
		r.read()
		if len(r.body.Done) > raw.MaxArticleLines {
			return raw.ErrTooLong
		}
		if !export(r.paragraphs(), next) {
			next(r.article(), nil)
		}
		return nil
	}
}

// paragraphs returns the paragraphs of the body.
func (r *rtf) paragraphs() []Paragraph {
	out := make([]Paragraph, len(r.body.Done))
	for i, text := range r.body.Done {
		out[i] = Paragraph{Text: text, Bold: r.bold[i]}
	}
	return out
}

// article returns the document as one article.
func (r *rtf) article() raw.Article {
	var fields []raw.Field
	for _, f := range []struct{ word, name string }{{"title", raw.Title}, {"author", raw.Author}} {
		if b := r.texts[f.word]; b != nil {
			if v := raw.OneLine(b.String()); v != "" {
				fields = append(fields, raw.Field{Name: f.name, Value: v, From: "document properties"})
			}
		}
	}
	fields = raw.FirstAuthors(append(fields, centredFields(r.centred)...))
	all := onceAtTop(r.body.Done)
	return raw.Article{Text: strings.Join(all, "\n\n"), Fields: fields, Doubtful: saidInFields(all, fields)}
}

var personName = lazyregexp.New(`^(?:\p{Lu}[\pL.’'-]*)(?: (?:(?:de|la|van|von|der|den|al|bin|el) )*\p{Lu}[\pL.’'-]*){1,3}$`)

// centredFields returns what the centred lines above the text say: the title,
// and below it a name.
func centredFields(lines []string) []raw.Field {
	if len(lines) == 0 {
		return nil
	}
	out := []raw.Field{{Name: raw.Title, Value: lines[0], From: "centred line above the text"}}
	for _, l := range lines[1:min(len(lines), 4)] {
		if personName.MatchString(l) {
			return append(out, raw.Field{Name: raw.Author, Value: l, From: "centred line below the title"})
		}
	}
	return out
}

// maxRTFDepth is how deep groups may nest; what is deeper is passed over.
const maxRTFDepth = 1000

// An rtf is a document as far as it has been read. Its grammar: a backslash
// begins a control word, braces a group, and the rest is text; a group inherits
// the state around it, and may be a destination whose text is something else.
type rtf struct {
	data  []byte
	at    int
	page  string         // the code page of its bytes
	named bool           // by the reader, so that the file has no say
	fonts map[int]string // code pages of fonts, where they differ

	now   rtfState
	outer []rtfState
	deep  int // groups that are open beyond maxRTFDepth

	bytes []byte   // text that waits to be decoded
	units []uint16 // text that came as Unicode and waits for its second half
	drop  int      // characters to be left out: they stand for one of Unicode

	body    web.Paragraphs
	bold    []bool                      // of each paragraph of the body, whether its first words are bold
	starts  bool                        // those of the paragraph that is open are
	centred []string                    // paragraphs above the first that is not centred
	begun   bool                        // that one was read
	texts   map[string]*strings.Builder // of the destinations that are read besides
}

// An rtfState is what a group inherits.
type rtfState struct {
	dest    string // "" is the body; else a destination's control word
	skip    int    // characters after one of Unicode that stand for it
	charset string // code page of the font; "" for the document's
	font    int    // in the font table, the font that is described
	hidden  bool
	bold    bool
	centred bool
}

// read goes through the document. Whatever is malformed is passed over.
func (r *rtf) read() {
	for r.at < len(r.data) && len(r.body.Done) <= raw.MaxArticleLines {
		c := r.data[r.at]
		r.at++
		switch c {
		case '{':
			r.flush()
			r.drop = 0
			if len(r.outer) >= maxRTFDepth {
				r.deep++
				continue
			}
			r.outer = append(r.outer, r.now)
		case '}':
			r.flush()
			r.drop = 0
			switch {
			case r.deep > 0:
				r.deep--
			case len(r.outer) > 0:
				r.now, r.outer = r.outer[len(r.outer)-1], r.outer[:len(r.outer)-1]
			}
		case '\\':
			r.control()
		case '\r', '\n', 0: // these stand for nothing
		default:
			r.char(c)
		}
	}
	r.flush()
	r.now.dest = ""
	r.paragraph()
}

// control reads what follows a backslash: a word of letters with a
// number and one space, or one sign.
func (r *rtf) control() {
	start := r.at
	for r.at < len(r.data) && isASCIILetter(r.data[r.at]) {
		r.at++
	}
	if r.at == start {
		r.sign()
		return
	}
	word := string(r.data[start:r.at])
	start = r.at
	if r.at < len(r.data) && r.data[r.at] == '-' {
		r.at++
	}
	for r.at < len(r.data) && '0' <= r.data[r.at] && r.data[r.at] <= '9' {
		r.at++
	}
	n, err := strconv.Atoi(string(r.data[start:r.at]))
	if r.at < len(r.data) && r.data[r.at] == ' ' {
		r.at++
	}
	if word == "bin" { // so many bytes of a picture
		r.at += min(max(n, 0), len(r.data)-r.at)
		return
	}
	r.word(word, n, err == nil)
}

// sign reads a control of one sign.
func (r *rtf) sign() {
	if r.at >= len(r.data) {
		return
	}
	c := r.data[r.at]
	r.at++
	switch c {
	case '\'':
		if r.at+2 > len(r.data) {
			return
		}
		if b, err := strconv.ParseUint(string(r.data[r.at:r.at+2]), 16, 8); err == nil {
			r.at += 2
			r.char(byte(b))
		}
	case '*': // a destination that whoever does not know it leaves out
		r.now.dest = "*"
	case '~':
		r.text("\u00a0")
	case '_':
		r.text("\u2011")
	case '\n', '\r':
		r.paragraph()
	case '\\', '{', '}':
		r.char(c)
	}
}

// rtfText are the control words that are text.
var rtfText = sync.OnceValue(func() map[string]string {
	return map[string]string{
		"tab": " ", "line": "\x00", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•",
		"endash": "–", "emdash": "—", "enspace": "\u2002", "emspace": "\u2003", "qmspace": "\u2005", "zwj": "\u200d", "zwnj": "\u200c",
	}
})

// rtfSilent are the destinations whose text is not part of the article.
var rtfSilent = sync.OnceValue(func() map[string]bool {
	return map[string]bool{
		"fonttbl": true, "colortbl": true, "stylesheet": true, "info": true, "pict": true, "object": true, "fldinst": true,
		"header": true, "headerl": true, "headerr": true, "headerf": true, "footer": true, "footerl": true, "footerr": true, "footerf": true,
		"footnote": true, "annotation": true, "atnid": true, "atnauthor": true, "listtable": true, "listoverridetable": true,
		"rsidtbl": true, "generator": true, "xmlnstbl": true, "themedata": true, "colorschememapping": true, "latentstyles": true,
		"datastore": true, "bkmkstart": true, "bkmkend": true, "nonshppict": true, "shprslt": true, "xe": true, "tc": true, "pntext": true, "listtext": true,
		"title": true, "author": true, "subject": true, "operator": true, "company": true, "keywords": true, "doccomm": true, "creatim": true,
		"revtim": true, "printim": true, "category": true, "manager": true, "comment": true,
	}
})

// word follows a control word.
func (r *rtf) word(word string, n int, has bool) {
	if t, ok := rtfText()[word]; ok {
		r.text(t)
		return
	}
	if rtfSilent()[word] {
		r.flush()
		r.now.dest = word
		return
	}
	switch word {
	case "par", "sect", "page", "cell", "nestcell", "row", "nestrow", "column":
		r.paragraph()
	case "u":
		if has {
			r.unicode(n)
		}
	case "qc":
		r.now.centred = true
	case "pard", "ql", "qr", "qj":
		r.now.centred = false
	case "uc":
		r.now.skip = max(0, min(n, 16))
	case "plain":
		r.flush()
		r.now.hidden, r.now.bold, r.now.charset = false, false, ""
	case "b":
		r.flush()
		r.now.bold = !has || n != 0
	case "v":
		r.flush()
		r.now.hidden = !has || n != 0
	case "ansicpg":
		if name, ok := codePages()[n]; ok && !r.named {
			r.page = name
		}
	case "mac":
		if !r.named {
			r.page = "macintosh"
		}
	case "f":
		r.flush()
		if r.now.dest == "fonttbl" {
			r.now.font = n
		} else {
			r.now.charset = r.fonts[n]
		}
	case "fcharset":
		if name, ok := fontCharsets()[n]; ok && r.now.dest == "fonttbl" {
			r.fonts[r.now.font] = name
		}
	case "deleted":
		r.flush()
		r.now.hidden = true
	case "shptxt":
		if r.now.dest == "*" {
			r.now.dest = "" // text of a box, which the mark before it would have us leave out
		}
	}
}

// codePages are the names of code pages that the web knows, by number.
var codePages = sync.OnceValue(func() map[int]string {
	return map[int]string{
		866: "ibm866", 874: "windows-874", 932: "shift_jis", 936: "gb18030", 949: "euc-kr", 950: "big5",
		1250: "windows-1250", 1251: "windows-1251", 1252: "windows-1252", 1253: "windows-1253", 1254: "windows-1254",
		1255: "windows-1255", 1256: "windows-1256", 1257: "windows-1257", 1258: "windows-1258", 10000: "macintosh", 65001: "utf-8",
	}
})

// fontCharsets are the code pages of fonts whose charset is not the document's.
var fontCharsets = sync.OnceValue(func() map[int]string {
	return map[int]string{
		77: "macintosh", 128: "shift_jis", 129: "euc-kr", 134: "gb18030", 136: "big5", 161: "windows-1253", 162: "windows-1254",
		163: "windows-1258", 177: "windows-1255", 178: "windows-1256", 186: "windows-1257", 204: "windows-1251", 222: "windows-874", 238: "windows-1250",
	}
})

func isASCIILetter(c byte) bool { return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' }
