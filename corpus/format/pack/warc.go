package pack

import (
	"bufio"
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"iter"
	"net/textproto"
	"strconv"
	"strings"

	"parallax/corpus/format/raw"
)

// LooksWARC reports whether a file begins as web archives do.
func LooksWARC(head []byte) bool { return bytes.HasPrefix(head, []byte("WARC/")) }

// ReadWARC reads a web archive (ISO 28500): each page that was fetched, and
// each text extracted from one (WET), is an article. Requests, pictures,
// robots.txt, missing pages and pages without an article are skipped. Its dates
// are days of fetching and say nothing about the articles.
func ReadWARC(src raw.Source) iter.Seq2[raw.Article, error] {
	return func(yield func(raw.Article, error) bool) {
		records, found := 0, 0
		count := func(r raw.Article, err error) bool {
			found++
			return yield(r, err)
		}
		for {
			header, size, err := nextRecord(src.Reader)
			if err == io.EOF {
				break
			}
			if err != nil {
				yield(raw.Article{}, fmt.Errorf("record %d: %w", records+1, err))
				return
			}
			records++
			block := &io.LimitedReader{R: src.Reader, N: size}
			if !guarded(recordOf(src, header, block), count) {
				return
			}
			if _, err := io.Copy(io.Discard, block); err != nil || block.N > 0 {
				yield(raw.Article{}, cmp.Or(err, fmt.Errorf("record %d: the file ends in the middle of it; get the whole file again", records)))
				return
			}
		}
		if found == 0 {
			yield(raw.Article{}, fmt.Errorf("no article in the %d records of this WARC file", records))
		}
	}
}

// maxRecordHeader is the most bytes that the header of a WARC record or of an
// HTTP answer may have. Real ones have up to 8 KB.
const maxRecordHeader = 256 << 10

// nextRecord returns the header of the next record and the size of its block
// in bytes. The error is io.EOF when there is none.
func nextRecord(r *bufio.Reader) (textproto.MIMEHeader, int64, error) {
	version, err := firstLine(r)
	if err != nil {
		return nil, 0, err
	}
	if !strings.HasPrefix(version, "WARC/") {
		return nil, 0, errors.New("not a WARC record; the rest of the file was skipped")
	}
	header, err := readHeader(r)
	if err != nil {
		return nil, 0, errors.New("unreadable WARC header; the rest of the file was skipped")
	}
	size, err := strconv.ParseInt(header.Get("Content-Length"), 10, 64)
	if err != nil || size < 0 {
		return nil, 0, errors.New("a WARC record without a length; the rest of the file was skipped")
	}
	return header, size, nil
}

// firstLine returns the next line that is not empty.
func firstLine(r *bufio.Reader) (string, error) {
	for {
		line, err := r.ReadSlice('\n')
		if text := strings.TrimSpace(string(line)); text != "" {
			return text, nil
		}
		if err != nil && err != bufio.ErrBufferFull {
			return "", err
		}
	}
}

// readHeader reads the lines of a header up to the blank one. Lines without a
// colon, which some servers send, are passed over.
func readHeader(r *bufio.Reader) (textproto.MIMEHeader, error) {
	header, left := make(textproto.MIMEHeader), maxRecordHeader
	for {
		line, err := r.ReadSlice('\n')
		left -= len(line)
		if text := strings.TrimSpace(string(line)); text == "" && err == nil {
			return header, nil
		} else if name, value, ok := strings.Cut(text, ":"); ok {
			header.Add(strings.TrimSpace(name), strings.TrimSpace(value))
		}
		if err != nil {
			return header, err
		}
		if left < 0 {
			return header, errors.New("a header without an end")
		}
	}
}

// record returns the article of one record, if there is one in it.
func recordOf(s raw.Source, header textproto.MIMEHeader, block io.Reader) iter.Seq2[raw.Article, error] {
	return func(yield func(raw.Article, error) bool) {
		p, err := fetchedIn(header, block)
		if err == nil && p.readable() {
			err = p.readBody(s.MaxBytes())
		}
		if err != nil {
			yield(raw.Article{}, fmt.Errorf("%s: %w", cmp.Or(p.address, "a page without an address"), err))
			return
		}
		for article, err := range p.articles(s) {
			if err != nil {
				err = fmt.Errorf("%s: %w", p.address, err)
			} else if !isArticle(article.Text) {
				continue
			}
			if !yield(article, err) {
				return
			}
		}
	}
}

// minArticle is how many words the shortest page has that is taken for an
// article. A page that only sends its reader on has ten.
const minArticle = 25

func isArticle(text string) bool { return len(strings.Fields(text)) >= minArticle }
