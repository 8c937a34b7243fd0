package pdf

import (
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/ledongthuc/pdf"
	"golang.org/x/text/encoding/charmap"
)

// maxCodes is how many codes of a font are looked at: those of most fonts have
// one byte, of others two; each may be listed more than once.
const maxCodes = 1 << 18

// maxDifferences is how long a list of the letters of a font may be: a number
// and a name for each of 256 at most. The library goes through it for each.
const maxDifferences = 512

// A pageFont says what the codes of a string are and how wide.
type pageFont struct {
	font    pdf.Font
	bytes   int               // of a code
	letters map[string]string // what codes stand for, as the font itself says, and those met before
	widths  map[int]float64   // in parts of the font's size
	usual   float64           // the width of codes that are not in widths
	encoder pdf.TextEncoding  // for codes that are not in letters
	left    int               // codes that may yet be looked at
}

// newFont reads a font. Of a composite font, whose codes are numbers of
// glyphs, only a table in the file can say what they stand for; without one
// each is U+FFFD.
func newFont(font pdf.Font, work *budget) *pageFont {
	f := &pageFont{font: font, bytes: 1, usual: 0.5, left: maxCodes, letters: make(map[string]string), widths: make(map[int]float64)}
	if to := font.V.Key("ToUnicode"); to.Kind() == pdf.Stream {
		f.readToUnicode(unpacked(to, work))
	}
	if font.V.Key("Subtype").Name() != "Type0" {
		f.encoder = f.simpleEncoder()
		f.readWidths()
		return f
	}
	f.bytes, f.usual = 2, 1
	if e := font.V.Key("Encoding").Name(); strings.Contains(e, "UCS2") || strings.Contains(e, "UTF16") {
		f.encoder = utf16Codes{}
	}
	descendant := font.V.Key("DescendantFonts").Index(0)
	if w := descendant.Key("DW"); !w.IsNull() {
		f.usual = w.Float64() / 1000
	}
	f.readWidthLists(descendant.Key("W"))
	return f
}

// simpleEncoder returns the encoding of a font of one byte a character.
func (f *pageFont) simpleEncoder() pdf.TextEncoding {
	e := f.font.V.Key("Encoding")
	if e.Kind() == pdf.Dict && e.Key("Differences").Len() <= maxDifferences || e.Name() == "MacRomanEncoding" {
		return f.font.Encoder()
	}
	return windows1252{} // the letters of the standard encoding are at the same places
}

// char returns what a code stands for and how wide that is, in parts of the
// font's size.
func (f *pageFont) char(code string) (string, float64) {
	width, ok := f.widths[number(code)]
	if !ok {
		width = f.usual
	}
	text, ok := f.letters[code]
	if !ok {
		text = "\uFFFD"
		if f.encoder != nil {
			text = printed(f.encoder.Decode(code))
		}
		f.letters[code] = text
	}
	return text, width
}

// printed mends what encoders leave: bytes that are not letters in theirs are
// those of Windows.
func printed(s string) string {
	if !utf8.ValidString(s) {
		return windows1252{}.Decode(s)
	}
	return strings.Map(func(r rune) rune {
		if 0x80 <= r && r < 0xA0 {
			return charmap.Windows1252.DecodeByte(byte(r))
		}
		return r
	}, s)
}

type windows1252 struct{}

func (windows1252) Decode(article string) string {
	out, _ := charmap.Windows1252.NewDecoder().String(article)
	return out
}

type utf16Codes struct{}

func (utf16Codes) Decode(article string) string { return bigEndian(article) }

// bigEndian decodes UTF-16.
func bigEndian(s string) string {
	units := make([]uint16, 0, len(s)/2)
	for i := 0; i+1 < len(s); i += 2 {
		units = append(units, uint16(s[i])<<8|uint16(s[i+1]))
	}
	return string(utf16.Decode(units))
}

// readWidths reads the widths of a font of one byte a character.
func (f *pageFont) readWidths() {
	first, widths := int(f.font.V.Key("FirstChar").Int64()), f.font.V.Key("Widths")
	unit := 1000.0
	if f.font.V.Key("Subtype").Name() == "Type3" {
		if a := f.font.V.Key("FontMatrix").Index(0).Float64(); a != 0 {
			unit = 1 / a
		}
	}
	for i := range min(widths.Len(), 256) {
		if w := widths.Index(i).Float64(); w != 0 {
			f.widths[first+i] = w / unit
		}
	}
}

// readWidthLists reads the widths of a composite font: a code and a list of
// widths from there on, or two codes and the width of all between.
func (f *pageFont) readWidthLists(w pdf.Value) {
	for i := 0; i+1 < w.Len() && f.left > 0; {
		f.left--
		first, next := int(w.Index(i).Int64()), w.Index(i+1)
		if next.Kind() == pdf.Array {
			for j := 0; j < next.Len() && f.left > 0; j++ {
				f.left--
				f.widths[first+j] = next.Index(j).Float64() / 1000
			}
			i += 2
			continue
		}
		width := w.Index(i+2).Float64() / 1000
		for code := first; code <= int(next.Int64()) && f.left > 0; code++ {
			f.left--
			f.widths[code] = width
		}
		i += 3
	}
}

// readToUnicode reads the table that says what codes stand for.
func (f *pageFont) readToUnicode(table []byte) {
	operators(table, func(op string, args []operand) {
		switch op {
		case "endbfchar":
			for ; len(args) >= 2 && f.left > 0; args = args[2:] {
				f.addLetters(args[0].text, bigEndian(args[1].text))
			}
		case "endbfrange":
			for ; len(args) >= 3 && f.left > 0; args = args[3:] {
				f.addRange(args[0].text, args[1].text, args[2])
			}
		}
	})
}

// addLetters adds what one code stands for. Zeros stand for nothing.
func (f *pageFont) addLetters(code, text string) {
	f.left--
	if strings.Trim(text, "\x00") != "" {
		f.letters[code] = text
	}
}

// addRange adds codes that follow each other.
func (f *pageFont) addRange(first, last string, to operand) {
	if len(first) != len(last) {
		return
	}
	start := number(first)
	letters := []rune(bigEndian(to.text))
	for n := 0; n <= number(last)-start && f.left > 0; n++ {
		code := make([]byte, len(first))
		for i, v := len(code)-1, start+n; i >= 0; i, v = i-1, v>>8 {
			code[i] = byte(v)
		}
		if n < len(to.list) {
			f.addLetters(string(code), bigEndian(to.list[n].text))
			continue
		}
		if len(letters) == 0 {
			return
		}
		end := len(letters) - 1
		f.addLetters(string(code), string(letters[:end])+string(letters[end]+rune(n)))
	}
}

// number returns the number that a code is.
func number(code string) int {
	n := 0
	for _, b := range []byte(code[:min(len(code), 4)]) {
		n = n<<8 | int(b)
	}
	return n
}
