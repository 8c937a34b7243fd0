package raw

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/gogs/chardet"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode"

	"parallax/corpus/lazyregexp"
)

// errBinary says that a file holds no text in any encoding known here.
var errBinary = errors.New("not a text file (binary data, or text in an unknown encoding); save it as UTF-8 text")

// minConfidence is how sure, of 100, the detector must be of a charset.
// Measured: on 17 texts of 8 to 170 characters in nine charsets the right
// guess scored 50 and more; on 200 random blocks of 50 to 2,050 bytes no guess
// that can be decoded scored 20.
const minConfidence = 20

// Decode returns data as valid UTF-8 without NULs. It tries, in this order: a
// byte order mark; UTF-16 without a mark; UTF-8, in which a few bytes may be
// invalid and become U+FFFD; other charsets, by their statistics. Text that
// fits none returns errBinary. A charset that is named, as the web names it
// ("windows-1252"), overrules them all.
func Decode(data []byte, charset string) (string, error) {
	switch {
	case charset != "":
		return DecodeAs(data, charset)
	case bytes.HasPrefix(data, []byte("\xef\xbb\xbf")):
		return asText(string(data[3:]))
	case bytes.HasPrefix(data, []byte("\xff\xfe")), bytes.HasPrefix(data, []byte("\xfe\xff")):
		return decodeUTF16(data, unicode.BigEndian)
	}
	if order, ok := LooksUTF16(data); ok {
		return decodeUTF16(data, order)
	}
	if utf8.Valid(data) || mostlyUTF8(data) {
		return asText(string(data))
	}
	return decodeDetected(data)
}

// CheckCharset returns an error, to be shown to the user, if no charset has
// this name.
func CheckCharset(name string) error {
	if _, err := htmlindex.Get(name); err != nil {
		return fmt.Errorf("unknown charset %q; try windows-1252, iso-8859-2, shift_jis, gb18030, utf-16le", name)
	}
	return nil
}

// DecodeAs decodes data in a charset that was named.
func DecodeAs(data []byte, charset string) (string, error) {
	enc, err := htmlindex.Get(charset)
	if err != nil {
		return "", CheckCharset(charset)
	}
	out, err := enc.NewDecoder().Bytes(data)
	if err != nil {
		return "", errBinary
	}
	return asText(strings.TrimPrefix(string(out), "\ufeff"))
}

// asText refuses what is text by its bytes only: one character in ten or more
// is a control character, or NULs are in it as in no text. (Escape sequences
// are text: a terminal's record.) A few NULs that a tool or a disk left in a text
// become U+FFFD, as in CommonMark and HTML, and so do bytes that are not UTF-8.
// Those at the end, where files are filled up with them, are dropped, as is the
// Ctrl-Z that ends files of DOS.
func asText(s string) (string, error) {
	text := strings.TrimRight(s, "\x00\x1a")
	if text == "" && strings.IndexByte(s, 0) >= 0 {
		return "", errBinary
	}
	controls := 0
	for k := range len(text) {
		if c := text[k]; c < ' ' && (c < '\t' || c > '\r' && c != 0x1b) { // no white space
			controls++
		}
	}
	if controls*10 > utf8.RuneCountInString(text) || !FewNULs(text) {
		return "", errBinary
	}
	if strings.IndexByte(text, 0) >= 0 {
		text = nuls.ReplaceAllString(text, "\uFFFD")
	}
	if !utf8.ValidString(text) {
		text = string([]rune(text)) // each byte one U+FFFD
	}
	return text, nil
}

var nuls = lazyregexp.New(`\x00+`)

// maxNULs is how many NULs in a row a text may have in it. What is divided into
// fields of one size, as archives are, has more.
const maxNULs = 16

// FewNULs reports whether a text has no more NULs than one in a hundred
// characters, or one, and no long row of them.
func FewNULs(s string) bool {
	n := strings.Count(s, "\x00")
	return n == 0 || n <= 1+len(s)/100 && !strings.Contains(s, strings.Repeat("\x00", maxNULs+1))
}

func decodeUTF16(data []byte, order unicode.Endianness) (string, error) {
	out, err := unicode.UTF16(order, unicode.UseBOM).NewDecoder().Bytes(data)
	if err != nil {
		return "", errBinary
	}
	return asText(string(out))
}

// LooksUTF16 reports whether data is UTF-16 without a byte order mark. One side
// of the pairs of bytes says which script a character is of: it is zero for Latin
// letters, blanks and points, and for the letters of others mostly one number. On
// the other side zeros are rare. (Chinese and Japanese cannot be told so.)
func LooksUTF16(data []byte) (unicode.Endianness, bool) {
	head := data[:min(len(data), 4096)&^1]
	var count [2][256]int
	for i, b := range head {
		count[i%2][b]++
	}
	half := len(head) / 2
	for side, order := range []unicode.Endianness{unicode.BigEndian, unicode.LittleEndian} {
		scripts, letters := count[side], count[1-side]
		zeros, most := scripts[0], slices.Max(scripts[1:0x20])
		oneScript := zeros*10 > half*7 || half > 8 && zeros*20 > half && (zeros+most)*10 > half*9
		if half > 1 && oneScript && letters[0]*20 < half {
			return order, true
		}
	}
	return unicode.LittleEndian, false
}

// mostlyUTF8 reports whether data is UTF-8 but for a few bytes, as when a file
// was cut in the middle of a character: of the characters outside ASCII three
// in four are whole. In text of other charsets, where bytes form characters of
// UTF-8 by chance only, it is one in four at most. Those of three bytes and more,
// such as curly quotation marks, count for three: hardly any form by chance.
func mostlyUTF8(data []byte) bool {
	whole, broken := 0, 0
	for i := 0; i < len(data); {
		r, n := utf8.DecodeRune(data[i:])
		switch {
		case r == utf8.RuneError && n == 1:
			if len(data)-i < utf8.UTFMax && !utf8.FullRune(data[i:]) && i > 100 {
				return broken == 0 || whole >= 3*broken
			}
			broken++
		case n == 2:
			whole++
		case n > 2:
			whole += 3
		}
		i += n
	}
	return whole > 0 && whole >= 3*broken
}

// decodeDetected decodes data in the charset its statistics speak for most.
func decodeDetected(data []byte) (string, error) {
	if bytes.IndexByte(data, 0) >= 0 && !printable(data) {
		return "", errBinary
	}
	_, out, err := detected(data)
	if err != nil {
		return "", err
	}
	return asText(string(out))
}

// printable reports whether fewer than one byte in a hundred is a control
// character, the usual ones of texts aside: in packed data it is one in ten.
func printable(data []byte) bool {
	controls := 0
	for _, b := range data {
		if b < ' ' && strings.IndexByte("\t\n\v\f\r\x1b", b) < 0 {
			controls++
		}
	}
	return controls <= 1+len(data)/100
}

// detected returns the charset that the statistics of data speak for most, and
// data in UTF-8.
// Of two that are equally likely the first by name is taken: the detector
// asks its models at the same time and returns them in no fixed order. For the
// same reason the language it names is of no use: of two it keeps either.
func detected(data []byte) (encoding.Encoding, []byte, error) {
	head := bytes.ReplaceAll(data[:min(len(data), 1<<16)], []byte{0}, nil)
	all, err := chardet.NewTextDetector().DetectAll(head)
	if err != nil {
		return nil, nil, errBinary
	}
	slices.SortFunc(all, func(a, b chardet.Result) int {
		return cmp.Or(b.Confidence-a.Confidence, strings.Compare(a.Charset, b.Charset))
	})
	for _, guess := range all {
		if guess.Confidence < max(minConfidence, all[0].Confidence) {
			break
		}
		enc, err := htmlindex.Get(guess.Charset)
		if err != nil {
			continue
		}
		out, err := enc.NewDecoder().Bytes(data)
		if err != nil || bytes.Count(out, []byte("\uFFFD"))*100 > len(out) {
			continue
		}
		return enc, out, nil
	}
	return nil, nil, errBinary
}
