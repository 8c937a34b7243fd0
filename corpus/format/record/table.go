package record

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"
	"unicode/utf8"

	"parallax/corpus/format/raw"
)

// maxRow is the longest row of a table, in bytes: that of an article has some
// thousands, and each of its bytes may be a column.
const maxRow = 4 << 20

// ReadTable reads a table with one article per row and a first row that names
// the columns, as spellings and bodySpellings have them: CSV with commas,
// semicolons or bars, or columns divided by tabs. Articles come row by row; one
// broken row does not affect the others.
func ReadTable(src raw.Source) iter.Seq2[raw.Article, error] {
	return func(yield func(raw.Article, error) bool) {
		r, err := src.Decoded()
		if err != nil {
			yield(raw.Article{}, err)
			return
		}
		rows := newRows(r, min(src.MaxBytes(), maxRow))
		header, err := rows.next()
		if err != nil {
			yield(raw.Article{}, rows.explain(err, 1))
			return
		}
		columns := NewColumns(header)
		if !columns.hasBody() {
			yield(raw.Article{}, fmt.Errorf("no text column (looked for %s); its columns are %s", bodyKeys, inWords(header)))
			return
		}
		rows.articles(columns, yield)
	}
}

// articles hands on the articles in the rows below the first.
func (r *rows) articles(c columns, yield func(raw.Article, error) bool) {
	var bad raw.Complaints
	found := 0
	for n := 2; !r.ended; n++ {
		cells, err := r.next()
		if errors.Is(err, io.EOF) {
			if n == 2 {
				yield(raw.Article{}, errors.New("no rows below the column names"))
			}
			break
		}
		article, err := c.article(cells, err)
		switch {
		case err == nil:
			found++
		case found == 0 && n-2 == patience:
			yield(raw.Article{}, fmt.Errorf("none of its first %d rows is an article; the rest were skipped", patience))
			return
		default:
			if err = r.explain(err, n); !bad.Tell() {
				continue
			}
		}
		if !yield(article, err) {
			return
		}
	}
	if err := bad.Rest(); err != nil {
		yield(raw.Article{}, err)
	}
}

// columns is a row as a datum: its cells by the names of their columns.
type columns struct {
	place map[string]int // by normal key
	names []string
	Cells []string
}

// NewColumns returns the columns of a table, given its first row.
func NewColumns(header []string) columns {
	c := columns{make(map[string]int), header, header}
	for i, name := range header {
		if key := NormalKey(name); key != "" {
			if _, twice := c.place[key]; !twice {
				c.place[key] = i
			}
		}
	}
	return c
}

// article returns the article in a row.
func (c columns) article(cells []string, err error) (raw.Article, error) {
	if err != nil {
		return raw.Article{}, err
	}
	for len(cells) > len(c.names) && cells[len(cells)-1] == "" {
		cells = cells[:len(cells)-1]
	}
	if len(cells) != len(c.names) {
		return raw.Article{}, errColumns{len(cells), len(c.names)}
	}
	c.Cells = cells
	article, ok := articleOf(c, "column")
	if !ok {
		return raw.Article{}, errNoBody
	}
	return article, nil
}

// errColumns is the error of a row that is longer or shorter than the first.
type errColumns struct{ are, want int }

func (e errColumns) Error() string {
	return fmt.Sprintf("%d columns instead of %d; perhaps a missing or extra quotation mark", e.are, e.want)
}

// hasBody reports whether there is a column for the articles' text.
func (c columns) hasBody() bool {
	for _, k := range bodySpelledKeys() {
		if _, ok := c.place[k.whole]; ok {
			return true
		}
	}
	return false
}

// known returns how many columns have a name that means something here.
func (c columns) known() int {
	fields := make(map[string]bool)
	for _, k := range spelledKeys() {
		if _, ok := c.place[k.whole]; ok {
			fields[k.field] = true
		}
	}
	if c.hasBody() {
		fields["text"] = true
	}
	return len(fields)
}

func (c columns) Text() string  { return "" }
func (c columns) List() []Datum { return nil }
func (c columns) In(key string) (Datum, string) {
	i, ok := c.place[key]
	if !ok || c.Cells[i] == "" {
		return nil, ""
	}
	return cell(c.Cells[i]), strings.TrimSpace(c.names[i])
}

// A cell is a datum of a table: a text.
type cell string

func (c cell) Text() string {
	if !utf8.ValidString(string(c)) {
		c = cell(raw.AsUTF8([]byte(c)))
	}
	return strings.TrimSpace(string(c))
}

func (c cell) List() []Datum             { return nil }
func (c cell) In(string) (Datum, string) { return nil, "" }

// rows are the rows of a table.
type rows struct {
	read  func() ([]string, error)
	in    *allowance
	ended bool // by an error after which there is nothing to be read
}

// newRows finds out what divides the columns: what gives the first row most
// names that mean something, then most names. Excel may say it in a row of its
// own before it: "sep=;".
func newRows(r *bufio.Reader, limit int64) *rows {
	head, _ := r.Peek(raw.HeadBytes)
	first, _, _ := bytes.Cut(head, []byte("\n"))
	first = bytes.TrimRight(first, "\r")
	rows := &rows{in: &allowance{r: r, limit: limit}}
	if d, ok := bytes.CutPrefix(bytes.Trim(first, `"`), []byte("sep=")); ok && len(d) == 1 {
		r.ReadSlice('\n')
		rows.read = rows.quoted(rune(d[0]))
		return rows
	}
	divider, _ := dividerOf(head)
	rows.read = rows.quoted(divider)
	if divider == '\t' && plainTabs(head) {
		rows.read = rows.tabbed(r)
	}
	return rows
}

// dividerOf returns what divides the columns of a table that begins with head,
// and how many of them have a name that means something.
func dividerOf(head []byte) (divider rune, known int) {
	best := 0
	divider = ','
	for _, d := range ",;\t|" {
		one := csv.NewReader(bytes.NewReader(head))
		one.Comma, one.LazyQuotes = d, true
		names, err := one.Read()
		if err != nil {
			continue
		}
		c := NewColumns(names)
		if n := c.known()*1000 + len(names); n > best && len(names) > 1 {
			divider, best, known = d, n, c.known()
		}
	}
	return divider, known
}

// LooksTable reports whether a file without an extension begins as a table of
// articles: three columns at least have names that mean something.
func LooksTable(head []byte) bool {
	_, known := dividerOf(head)
	return known > 2
}

// plainTabs reports whether quotation marks mean nothing in a table with tabs:
// all lines have the same number of columns, so that none goes on in the next.
func plainTabs(head []byte) bool {
	tabs := -1
	for line := range bytes.Lines(head) {
		n := bytes.Count(line, []byte("\t"))
		if !bytes.HasSuffix(line, []byte("\n")) {
			break
		}
		if tabs >= 0 && n != tabs {
			return false
		}
		tabs = n
	}
	return true
}

// quoted reads rows whose cells may be in quotation marks, with line breaks.
func (r *rows) quoted(divider rune) func() ([]string, error) {
	c := csv.NewReader(r.in)
	c.Comma, c.LazyQuotes, c.FieldsPerRecord = divider, true, -1
	return c.Read
}

// tabbed reads rows that are lines. Marks around a cell are Excel's when those
// in it are doubled.
func (r *rows) tabbed(in *bufio.Reader) func() ([]string, error) {
	scan := jsonScanner{r: in, limit: r.in.limit}
	return func() ([]string, error) {
		line, err := scan.line()
		if err != nil {
			return nil, err
		}
		cells := strings.Split(string(line), "\t")
		for i, c := range cells {
			if len(c) < 2 || c[0] != '"' || c[len(c)-1] != '"' {
				continue
			}
			if c = c[1 : len(c)-1]; strings.Count(c, `"`) == 2*strings.Count(c, `""`) {
				cells[i] = strings.ReplaceAll(c, `""`, `"`)
			}
		}
		return cells, nil
	}
}

// next returns the cells of the next row.
func (r *rows) next() ([]string, error) {
	r.in.used = 0
	return r.read()
}

// explain says which row could not be read and why, and notes when no other
// can be.
func (r *rows) explain(err error, row int) error {
	tooLarge, large := errors.AsType[raw.ErrTooLarge](err)
	fault, _ := errors.AsType[*csv.ParseError](err)
	short, _ := errors.AsType[errColumns](err)
	switch {
	case errors.Is(err, io.EOF):
		return errors.New("no row in it")
	case large:
		r.ended = r.in.used > r.in.limit
		return fmt.Errorf("row %d: larger than %s; perhaps an unclosed quotation mark", row, raw.BytesInWords(int64(tooLarge)))
	case fault != nil:
		return fmt.Errorf("row %d: not valid CSV (line %d: %w)", row, fault.Line, fault.Err)
	case short.want > 0, errors.Is(err, errNoBody):
		return fmt.Errorf("row %d: %w", row, err)
	}
	r.ended = true
	return err
}

// An allowance is a reader that gives no more than the limit until used is set
// to 0 again: the bytes of one row.
type allowance struct {
	r           io.Reader
	used, limit int64
}

func (a *allowance) Read(p []byte) (int, error) {
	if a.used > a.limit {
		return 0, raw.ErrTooLarge(a.limit)
	}
	n, err := a.r.Read(p)
	a.used += int64(n)
	return n, err
}
