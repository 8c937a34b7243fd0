package pdf

import (
	"bytes"
	"errors"
	"io"
	"math"
	"strings"

	"github.com/ledongthuc/pdf"
)

// Limits of a page of a PDF. A page of text is drawn by some 20 KB.
const (
	maxDrawing   = 8 << 20 // bytes that draw one page, unpacked
	maxFormDepth = 4       // drawings inside of drawings
	maxPieces    = 1 << 18 // pieces of text on one page
)

// A piece is text that was drawn at once. Lengths are in points; Y
// grows upwards.
type piece struct {
	x, y, end float64 // where its baseline begins, and where on x it ends
	size      float64 // of its font
	text      string
}

// A matrix maps (x, y) to (ax+cy+e, bx+dy+f).
type matrix struct{ a, b, c, d, e, f float64 }

var identity = matrix{a: 1, d: 1}

// then returns the matrix that maps by m and then by n.
func (m matrix) then(n matrix) matrix {
	return matrix{
		m.a*n.a + m.b*n.c, m.a*n.b + m.b*n.d,
		m.c*n.a + m.d*n.c, m.c*n.b + m.d*n.d,
		m.e*n.a + m.f*n.c + n.e, m.e*n.b + m.f*n.d + n.f,
	}
}

func matrixOf(args []operand) (matrix, bool) {
	if len(args) != 6 {
		return identity, false
	}
	var v [6]float64
	for i, a := range args {
		v[i] = a.number
	}
	return matrix{v[0], v[1], v[2], v[3], v[4], v[5]}, true
}

// A pen is the state in which text is drawn.
type pen struct {
	page                matrix // from the drawing to the page
	font                *pageFont
	size, rise, leading float64
	char, word          float64 // space added after each character, each blank
	scale               float64 // across
}

// A drawing reads the text of a page, by following what draws it.
type drawing struct {
	pen
	saved      []pen
	line, text matrix // where the line, and the next character, begins
	resources  []pdf.Value
	fonts      map[string]*pageFont // by depth and name
	pieces     []piece
	work       *budget
}

var errDrawing = errors.New("a page has more than 8 MB of drawing instructions")

// piecesOf returns the text of a page in the order in which it is drawn.
func piecesOf(contents, resources pdf.Value, work *budget) []piece {
	d := drawing{pen: pen{page: identity, scale: 1}, fonts: make(map[string]*pageFont), work: work}
	d.draw(contents, resources)
	return d.pieces
}

// draw follows the operators of a content stream. Like the library below it,
// it panics on what it cannot read.
func (d *drawing) draw(content, resources pdf.Value) {
	if content.IsNull() || len(d.resources) > maxFormDepth {
		return
	}
	data := unpacked(content, d.work)
	d.resources = append(d.resources, resources)
	outer, fonts := d.saved, d.fonts
	d.saved, d.fonts = nil, make(map[string]*pageFont)
	operators(data, d.operator)
	d.saved, d.fonts = outer, fonts
	d.resources = d.resources[:len(d.resources)-1]
}

// unpacked returns what is in a stream, or in several that are one. It panics
// when that is more than maxDrawing.
func unpacked(stream pdf.Value, work *budget) []byte {
	parts := []pdf.Value{stream}
	if stream.Kind() == pdf.Array {
		parts = parts[:0]
		for i := range min(stream.Len(), maxPieces) {
			parts = append(parts, stream.Index(i))
		}
	}
	var b bytes.Buffer
	for _, p := range parts {
		checkFilters(p.Key("Filter"), p.Key("DecodeParms"))
		_, _ = io.Copy(&b, io.LimitReader(p.Reader(), int64(maxDrawing+1-b.Len()))) // what is damaged further on is lost
		if b.Len() > maxDrawing {
			panic(errDrawing)
		}
		b.WriteByte('\n')
	}
	work.do(b.Len())
	return b.Bytes()
}

// checkFilters panics when a stream would not be unpacked within what is read
// of it: the library makes room for the columns it speaks of, and something
// packed twice can be without end in between.
func checkFilters(filter, param pdf.Value) {
	flates := 0
	for i := range max(filter.Len(), 1) {
		name, p := filter, param
		if filter.Kind() == pdf.Array {
			name, p = filter.Index(i), param.Index(i)
		}
		if name.Name() == "FlateDecode" {
			flates++
		}
		if flates > 1 || p.Key("Columns").Int64() > maxDrawing {
			panic(errDrawing)
		}
	}
}

// operator follows one operator. Those that draw no text are passed over.
func (d *drawing) operator(op string, args []operand) {
	d.work.do(workOfOperator)
	number := func(i int) float64 {
		if i < len(args) {
			return args[i].number
		}
		return 0
	}
	switch op {
	case "q":
		if len(d.saved) < maxPieces {
			d.saved = append(d.saved, d.pen)
		}
	case "Q":
		if n := len(d.saved); n > 0 {
			d.pen, d.saved = d.saved[n-1], d.saved[:n-1]
		}
	case "cm":
		if m, ok := matrixOf(args); ok {
			d.page = m.then(d.page)
		}
	case "Do":
		if len(args) == 1 {
			d.form(d.resource("XObject", args[0].text))
		}
	case "BT":
		d.line, d.text = identity, identity
	case "Tm":
		if m, ok := matrixOf(args); ok {
			d.line, d.text = m, m
		}
	case "Td":
		d.move(number(0), number(1))
	case "TD":
		d.leading = -number(1)
		d.move(number(0), number(1))
	case "T*":
		d.move(0, -d.leading)
	case "Tf":
		if len(args) == 2 {
			d.font, d.size = d.fontNamed(args[0].text), number(1)
		}
	case "Tc":
		d.char = number(0)
	case "Tw":
		d.word = number(0)
	case "Tz":
		d.scale = number(0) / 100
	case "TL":
		d.leading = number(0)
	case "Ts":
		d.rise = number(0)
	case "Tj", "'", `"`, "TJ":
		d.showAll(op, args)
	}
}

// showAll follows the operators that draw text.
func (d *drawing) showAll(op string, args []operand) {
	if len(args) == 0 {
		return
	}
	last := args[len(args)-1]
	switch op {
	case `"`:
		if len(args) == 3 {
			d.word, d.char = args[0].number, args[1].number
		}
		fallthrough
	case "'":
		d.move(0, -d.leading)
	case "TJ":
		for _, o := range last.list {
			if o.isText {
				d.show(o.text)
			} else {
				d.advance(-o.number / 1000 * d.size * d.scale)
			}
		}
		return
	}
	d.show(last.text)
}

// move begins a new line, so far from where the last one began.
func (d *drawing) move(x, y float64) {
	d.line = matrix{1, 0, 0, 1, x, y}.then(d.line)
	d.text = d.line
}

// advance moves to the right.
func (d *drawing) advance(x float64) { d.text = matrix{1, 0, 0, 1, x, 0}.then(d.text) }

// show draws a string.
func (d *drawing) show(codes string) {
	if d.font == nil || codes == "" {
		return
	}
	d.work.do(workOfCode * len(codes))
	at := matrix{a: d.size * d.scale, d: d.size, f: d.rise}.then(d.text).then(d.page)
	r := piece{x: at.e, y: at.f, size: math.Hypot(at.c, at.d)}
	var b strings.Builder
	for codes != "" {
		n := min(d.font.bytes, len(codes))
		text, width := d.font.char(codes[:n])
		codes = codes[n:]
		b.WriteString(text)
		x := width*d.size + d.char
		if text == " " {
			x += d.word
		}
		d.advance(x * d.scale)
	}
	r.text, r.end = b.String(), d.text.then(d.page).e
	if d.pieces = append(d.pieces, r); len(d.pieces) > maxPieces {
		panic(errDrawing)
	}
}

// form draws a drawing that has a name, as some programs put all of a page.
func (d *drawing) form(v pdf.Value) {
	if v.Kind() != pdf.Stream || v.Key("Subtype").Name() != "Form" {
		return
	}
	resources := v.Key("Resources")
	if resources.IsNull() {
		resources = d.resources[len(d.resources)-1]
	}
	was := *d
	var args []operand
	for i := range min(v.Key("Matrix").Len(), 6) {
		args = append(args, operand{number: v.Key("Matrix").Index(i).Float64()})
	}
	if m, ok := matrixOf(args); ok {
		d.page = m.then(d.page)
	}
	d.draw(v, resources)
	d.pen, d.line, d.text = was.pen, was.line, was.text
}

func (d *drawing) resource(kind, name string) pdf.Value {
	return d.resources[len(d.resources)-1].Key(kind).Key(name)
}

func (d *drawing) fontNamed(name string) *pageFont {
	f := d.fonts[name]
	if f == nil {
		f = newFont(pdf.Font{V: d.resource("Font", name)}, d.work)
		d.work.do(workOfWidth * (maxCodes - f.left))
		d.fonts[name] = f
	}
	return f
}
