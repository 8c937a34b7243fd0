package pack_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"parallax/corpus/format/raw"
	"parallax/corpus/format/rawtest"
	"parallax/corpus/processor"
)

// record returns a WARC record of one type.
func record(kind, address, mediaType, block string) string {
	return fmt.Sprintf("WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: <%s>\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n",
		kind, address, mediaType, len(block), block)
}

// answer returns a record of what a server answered.
func answer(address, head, body string) string {
	return record("response", address, "application/http; msgtype=response", "HTTP/1.1 "+strings.ReplaceAll(head, "\n", "\r\n")+"\r\n\r\n"+body)
}

var (
	ferryStory = "The harbour ferry was halted on Monday after a crack was found in its hull, and it will not sail again before Friday, the owner said in a statement."
	storyPage  = "<html><head><title>Ferry</title></head><body><article><p>" + ferryStory + "</p></article></body></html>"
)

const herald = "https://lorneherald.example/ferry"

func TestWARC(t *testing.T) {
	html := "200 OK\nContent-Type: text/html; charset=utf-8"
	chunked := fmt.Sprintf("%x\r\n%s\r\n%x;x=y\r\n%s\r\n0\r\n\r\n", 20, storyPage[:20], len(storyPage)-20, storyPage[20:])
	zipped := string(gzipped([]byte(storyPage)))
	none := "error: no article in the 1 records of this WARC file\n"
	for _, c := range []struct{ what, data, want string }{
		{"a page", answer(herald, html, storyPage), ferryStory},
		{"packed by the server", answer(herald, html+"\nContent-Encoding: gzip", zipped), ferryStory},
		{"in chunks", answer(herald, html+"\nTransfer-Encoding: chunked", chunked), ferryStory},
		{"said to be packed, in chunks, and kept as it is", answer(herald, html+"\nContent-Encoding: gzip\nTransfer-Encoding: chunked", storyPage), ferryStory},
		{"in windows-1252, as the server says", answer(herald, "200 OK\nContent-Type: text/html; charset=windows-1252", strings.ReplaceAll(storyPage, "ferry", "\x93ferry\x94")), "“ferry”"},
		{"a header line that is none", answer(herald, html+"\nhello", storyPage), ferryStory},
		{"a page that a crawler made", record("resource", herald, "text/html", storyPage), ferryStory},
		{"text made of a page", record("conversion", herald, "text/plain", ferryStory), ferryStory + "|url = " + herald + " (WARC-Target-URI)"},
		{"a page that is gone", answer(herald, "404 Not Found\nContent-Type: text/html", storyPage), none},
		{"a page that has moved", answer(herald, "301 Moved\nContent-Type: text/html\nLocation: /x", storyPage), none},
		{"robots.txt", answer(herald, "200 OK\nContent-Type: text/plain", ferryStory), none},
		{"a style sheet", answer(herald, "200 OK\nContent-Type: text/css", ferryStory), none},
		{"a page that sends on", answer(herald, html, "<p>Click here to go on.</p>"), none},
		{"a request", record("request", herald, "application/http; msgtype=request", "GET / HTTP/1.1\r\n\r\n"), none},
		{"what wget notes", record("resource", "metadata://gnu.org/wget.log", "text/plain", ferryStory), none},
		{"no answer", record("response", herald, "application/http", ""), none},
		{"packed with brotli", answer(herald, html+"\nContent-Encoding: br", "?"), "error: " + herald + ": compressed with br, which is not supported"},
		{"not HTTP", record("response", herald, "application/http", "220 FTP\r\n"), "error: " + herald + ": not an HTTP response"},
		{"cut off", answer(herald, html, storyPage)[:300], "error: record 1: the file ends in the middle of it; get the whole file again\n"},
		{"not WARC", "The ferry was halted.\n", "error: record 1: not a WARC record; the rest of the file was skipped\n"},
	} {
		got := describe("a.warc", []byte(c.data))
		for want := range strings.SplitSeq(c.want, "|") {
			if !strings.Contains(got, want) {
				t.Errorf("%s: got %q, want %q in it", c.what, got, want)
			}
		}
	}
}

// TestBrokenRecordCostsItself: what follows a page that cannot be read is read.
func TestBrokenRecordCostsItself(t *testing.T) {
	html := "200 OK\nContent-Type: text/html; charset=utf-8"
	data := answer(herald, html+"\nContent-Encoding: br", "?") + answer(herald, html, strings.Repeat(" ", 3000)+storyPage) + answer(herald, html, storyPage)
	src, articles, errs := raw.Source{Name: "a.warc", Limit: 2000}, 0, ""
	raws := read(src, strings.NewReader(data))
	for _, err := range raws {
		if err != nil {
			errs += err.Error() + "\n"
		} else {
			articles++
		}
	}
	want := herald + ": compressed with br, which is not supported\n" + herald + ": larger than 2000 bytes, the limit for one file; split it\n"
	if articles != 1 || errs != want {
		t.Errorf("%d articles, errors:\n%s", articles, errs)
	}
}

// TestWARCIsSafe: headers without end and lengths that lie.
func TestWARCIsSafe(t *testing.T) {
	for what, data := range map[string]string{
		"a header without end":       "WARC/1.0\r\n" + strings.Repeat("X: y\r\n", 400_000),
		"a line without end":         "WARC/1.0\r\nX: " + strings.Repeat("y", 2<<20),
		"an answer without an end":   record("response", herald, "application/http", "HTTP/1.1 200 OK\r\n"+strings.Repeat("X: y\r\n", 100_000)),
		"no length":                  "WARC/1.0\r\nWARC-Type: response\r\n\r\n",
		"a length below zero":        "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: -5\r\n\r\n",
		"more than there is":         "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 9223372036854775807\r\n\r\nHTTP/1.1 200 OK",
		"only blank lines":           strings.Repeat("\r\n", 400_000),
		"a chunk larger than a file": answer(herald, "200 OK\nContent-Type: text/html\nTransfer-Encoding: chunked", "ffffffff\r\nx"),
	} {
		start := processor.Time()
		got := describe("a.warc", []byte(data))
		if !strings.HasPrefix(got, "error: ") || processor.Time()-start > rawtest.Slow {
			t.Errorf("%s: %.200q after %v", what, got, processor.Time()-start)
		}
	}
}

func FuzzWARC(f *testing.F) {
	f.Add([]byte(answer(herald, "200 OK\nContent-Type: text/html\nTransfer-Encoding: chunked", "5\r\n<p>Th\r\n0\r\n")))
	f.Add([]byte(answer(herald, "200 OK\nContent-Type: text/html\nContent-Encoding: deflate", "x\x9c") + record("conversion", herald, "text/plain", ferryStory)))
	f.Fuzz(func(t *testing.T, data []byte) {
		raws := read(raw.Source{Name: "a.warc", Limit: 1 << 20}, bytes.NewReader(data))
		n := 0
		for range raws {
			n++
		}
		if n == 0 {
			t.Error("neither article nor error")
		}
	})
}
