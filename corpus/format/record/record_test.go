package record

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"
	"time"
	"unicode/utf8"

	"parallax/corpus/corpustest"
	"parallax/corpus/format/raw"
	"parallax/corpus/processor"
)

// TestJSONLinesStream: an article that came through a pipe is read before the
// next one is written.
func TestJSONLinesStream(t *testing.T) {
	r, w := io.Pipe()
	go fmt.Fprintln(w, `{"title": "Ferry", "text": "The ferry was halted."}`)
	first := make(chan string)
	go func() {
		raws := read(raw.Source{Name: "-.jsonl"}, r)
		for article, err := range raws {
			first <- fmt.Sprint(article.Text, err)
			break
		}
		close(first)
	}()
	select {
	case got := <-first:
		if got != "The ferry was halted.<nil>" {
			t.Error("got", got)
		}
	case <-time.After(time.Minute): // it would be never, and the machine may be busy
		t.Error("the first article is not read while the pipe is open")
	}
	w.Close()
}

// TestRecordTooLarge: of lines, and of the members of a list, one that is too
// large costs itself only.
func TestRecordTooLarge(t *testing.T) {
	const small, text = `{"title": "Ferry", "text": "The ferry was halted."}`, "The ferry was halted."
	large := `{"text": "` + strings.Repeat("halted ", 1<<12) + `"}`
	for name, file := range map[string]string{
		"a.jsonl": small + "\n" + large + "\n" + small + "\n",
		"a.json":  "[" + small + "," + large + "," + small + "]",
	} {
		var got []string
		raws := read(raw.Source{Name: name, Limit: 1 << 10}, strings.NewReader(file))
		for article, err := range raws {
			if err != nil {
				article.Text = err.Error()
			}
			got = append(got, article.Text)
		}
		if len(got) != 3 || got[0] != text || !strings.HasSuffix(got[1], ": larger than 1 KB, the limit for one file; split it") || got[2] != text {
			t.Errorf("%s: %q", name, got)
		}
	}
}

// TestJSONThatIsNot: whatever else comes under these names ends soon, with one
// error that says why.
// TestJSONWordTooLarge: a word, which no quotation mark ends, that is larger than
// may be held and ends with the file.
func TestJSONWordTooLarge(t *testing.T) {
	for _, file := range []string{`{"a":1,` + strings.Repeat("x", 100), `{` + strings.Repeat("x", 100), "[" + strings.Repeat("1", 100)} {
		raws := read(raw.Source{Name: "a.json", Limit: 50}, strings.NewReader(file))
		failed := false
		for _, err := range raws {
			failed = failed || err != nil
		}
		if !failed {
			t.Errorf("%.20s: no error", file)
		}
	}
}

func TestJSONThatIsNot(t *testing.T) {
	many := func(s string) string { return strings.Repeat(s, 200_000) }
	for name, c := range map[string]struct{ file, want string }{
		"text":       {"The ferry was halted.\n", "error: not JSON: it does not begin with { or [\n"},
		"nothing":    {"{}", "error: no article in it: its only record has no text (looked for text, body, content, article, maintext …)\n"},
		"no record":  {"[]", "error: no article in it: it has no records (looked for text, body, content, article, maintext …)\n"},
		"events":     {"[" + many(`{"id": 7},`) + "{}]", "error: no article in it: none of its first 1000 records has any text (looked for text, body, content, article, maintext …; its keys are id)\n"},
		"words":      {`["halt", 7, null]`, "error: no article in it: none of its records has any text (looked for text, body, content, article, maintext …)\n"},
		"brackets":   {many("["), "error: line 1: ends in the middle of a value; the file may have been cut off\n"},
		"braces":     {many(`{"data":`), "error: line 1: data: ends in the middle of a value; the file may have been cut off\n"},
		"open":       {`{"text": "` + many("halted "), "error: line 1: text: ends in the middle of a value; the file may have been cut off\n"},
		"wrong":      {`{"title": "Ferry"} }`, "error: line 1: misplaced brackets or commas\n"},
		"no colon":   {`{"title" "Ferry"}`, "error: line 1: misplaced brackets or commas\n"},
		"binary":     {"{\x00\x01\x02\x03", "error: not a text file (binary data, or text in an unknown encoding); save it as UTF-8 text\n"},
		"deep value": {`{"text": ` + many("[") + many("]") + "}", "error: no article in it: its only record has no text (looked for text, body, content, article, maintext …; its keys are text)\n"},
	} {
		took := processor.Work(func() {
			if got := describe("a.json", []byte(c.file)); got != c.want {
				t.Errorf("%s: got %.300s", name, got)
			}
		})
		if took > 2*time.Second {
			t.Errorf("%s took %v", name, took)
		}
	}
}

// TestCharsetsOfStreams: a file that is read piece by piece has its charset
// found, too, even if it shows late.
func TestCharsetsOfStreams(t *testing.T) {
	late := strings.Repeat(`{"text": "The ferry was halted on Tuesday."}`+"\n", 4000)
	for name, c := range map[string]struct{ ext, file, charset string }{
		"UTF-8 mark": {"jsonl", "\xef\xbb\xbf{\"text\": \"La caf\xc3\xa9 ferm\xc3\xa9\"}", ""},
		"UTF-16":     {"json", string(utf16le("\ufeff{\"text\": \"La café fermé\"}")), ""},
		"no mark":    {"csv", string(utf16le("title,text\nx,La café fermé\n")), ""},
		"named":      {"csv", "title,text\nx,La caf\x8e ferm\x8e\n", "macintosh"},
		"late line":  {"jsonl", late + "{\"text\": \"La caf\xe9 ferm\xe9 est un lieu tr\xe8s c\xe9l\xe8bre \xe0 Paris, d'apr\xe8s la mairie\"}\n", ""},
		"late row":   {"csv", "title,text\n" + strings.Repeat("x,The ferry was halted on Tuesday.\n", 4000) + "x,\"La caf\xe9 ferm\xe9 est un lieu tr\xe8s c\xe9l\xe8bre \xe0 Paris, d'apr\xe8s la mairie\"\n", ""},
	} {
		raws := read(raw.Source{Name: "a." + c.ext, Charset: c.charset}, strings.NewReader(c.file))
		last := ""
		for article, err := range raws {
			last = fmt.Sprint(article.Text, err)
		}
		if !strings.HasPrefix(last, "La café fermé") || !strings.HasSuffix(last, "<nil>") {
			t.Errorf("%s: %q", name, last)
		}
	}
}

// TestHostileRecords: what would take long or much room ends soon.
func TestHostileRecords(t *testing.T) {
	corpustest.Measures(t)
	fill := func(before, s, after string) string { return before + strings.Repeat(s, (1<<20)/len(s)) + after }
	keys := new(strings.Builder)
	for i := range 100_000 {
		fmt.Fprintf(keys, `"%d":1,`, i)
	}
	for name, c := range map[string]struct{ ext, file string }{
		"keys":       {"json", "{" + keys.String() + `"text": "The ferry was halted."}`},
		"inner keys": {"json", `{"title": {` + keys.String() + `"x": 1}, "text": "The ferry was halted."}`},
		"authors":    {"json", fill(`{"text": "a b", "author": "`, "A B and ", `"}`)},
		"list":       {"json", fill(`{"text": "a b", "author": [`, `"A",`, `"B"]}`)},
		"lists":      {"json", fill(`{"text": "a b", "author": `, "[", `"}`)},
		"paragraphs": {"json", fill(`{"text": [`, `"a b",`, `"B"]}`)},
		"bold":       {"json", fill(`{"text": "<p>`, "<b>a ", `"}`)},
		"tables":     {"json", fill(`{"text": "<p>`, "<table>", `a b"}`)},
		"wrappers":   {"jsonl", fill("", `{"data":{"doc":`, "")},
		"lines":      {"jsonl", fill("", "{}\n", "")},
		"commas":     {"csv", fill("text,title\n", ",", "")},
		"columns":    {"csv", fill("text,title", ",a", "\n")},
		"mark":       {"csv", fill("text,title\na,\"", "b c\n", "")},
		"tabs":       {"tsv", fill("text\ttitle\n", "\t", "\n")},
		"rows":       {"csv", fill("text,title\n", "a\n", "")},
	} {
		n := 0
		took := processor.Work(func() {
			raws := read(raw.Source{Name: "a." + c.ext}, strings.NewReader(c.file))
			for range raws {
				n++
			}
		})
		if n == 0 || n > 1001 || took > 5*time.Second {
			t.Errorf("%s: %d articles and errors, in %v", name, n, took)
		}
	}
}

func utf16le(s string) []byte {
	var b bytes.Buffer
	for _, r := range s {
		b.Write([]byte{byte(r), byte(r >> 8)})
	}
	return b.Bytes()
}

// TestUnquote: escapes as JSON has them, and what is none as it stands.
func TestUnquote(t *testing.T) {
	for in, want := range map[string]string{
		`"The \"ferry\"\n\tat \/pier\\"`: "The \"ferry\"\n\tat /pier\\", `"caf\u00e9 \ud83d\ude00"`: "café 😀", `"\ud83d x \udE00\ud83d\u0041"`: "\uFFFD x \uFFFD\uFFFDA",
		`"\x \u12"`: `\x \u12`, `""`: "", `"`: "", `"a\"`: `a\`,
	} {
		if got := unquote(jsonValue(in)); got != want {
			t.Errorf("%s is %q, want %q", in, got, want)
		}
	}
}

func FuzzJSON(f *testing.F) {
	for _, s := range []string{
		`{"title": "Ferry", "text": "The ferry was halted.", "authors": [{"name": "Mara"}]}`, `[{"text": "a b"}, 7, null, {"text": NaN}]`,
		`{"response": {"docs": [{"body": "<p>a b</p>"}]}}`, "{\"text\": \"a b\"}\n{\"text\"\n{\"text\": \"c d\"}\n", `{"1": {"text": "a b"}}`,
		`{"hits": {"hits": [{"_source": {"text": ["a", {"text": "b"}]}}]}}`, `{"version": "jsonfeed.org/1", "items": [{"content_html": "a b"}]}`,
		"\ufeff{}", "{\"text\": \"\\ud800 \x00 \xff\"}", `"`, `{"`, `{"a":`, `[[[{"text": "a b"}]]]`, `{"bodies": [{"contentType": "x", "value": "a b"}]}`,
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var want string
		if v, rest, ok := cutValue(data); ok && len(rest) == 0 && json.Unmarshal(v, &want) == nil && utf8.Valid(data) {
			if got := unquote(v); got != want {
				t.Errorf("%s is %q, want %q", v, got, want)
			}
		}
		var object map[string]json.RawMessage
		if json.Unmarshal(data, &object) == nil && object != nil {
			if o, err := parseObject(bytes.TrimLeft(data, " \t\r\n")); err != nil || len(o.members) > len(object) {
				t.Errorf("%s: valid JSON of %d members gave %d, %v", data, len(object), len(o.members), err)
			}
		}
		for _, name := range []string{"a.json", "a.jsonl"} {
			soundRead(t, raw.Source{Name: name, Limit: 1 << 10}, data)
		}
	})
}

func FuzzTable(f *testing.F) {
	for _, s := range []string{
		"title,text\nFerry,The ferry was halted.\n", "sep=;\ntitle;text\na;\"b\n c\"\n", "title\ttext\na\t\"b\" c\n", "text\n\"a b", "a|text\n1|b \"c\"\n2\n",
		"\ufefftext,author\na b,\"['x', 'y']\"\n", "text,date\n\"a\"\"b c\",1773134100\n", "\n\n,,\n", "\"",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, name := range []string{"a.csv", "a.tsv"} {
			soundRead(t, raw.Source{Name: name, Limit: 1 << 10}, data)
		}
	})
}

// soundRead reads data and checks what holds of everything that is read: there
// is an article or an error, articles have text, fields are whole, and the
// same is read when the bytes come one by one.
func soundRead(t *testing.T, src raw.Source, data []byte) {
	list := func(r io.Reader) (out []string) {
		raws := read(src, r)
		for article, err := range raws {
			if err == nil && strings.TrimSpace(article.Text) == "" {
				t.Errorf("%s: an article without text: %+v", src.Name, article)
			}
			for _, f := range article.Fields {
				if f.Name == "" || f.From == "" || f.Value == "" {
					t.Errorf("%s: incomplete field %+v", src.Name, f)
				}
			}
			out = append(out, fmt.Sprintf("%+v %v", article, err))
		}
		return out
	}
	whole := list(bytes.NewReader(data))
	if len(whole) == 0 && strings.HasPrefix(src.Name, "a.json") {
		t.Errorf("%s: neither an article nor an error", src.Name)
	}
	if !utf8.Valid(data) || bytes.IndexByte(data, 0) >= 0 {
		return // the charset is told by what is there at first
	}
	if again := list(iotest.OneByteReader(bytes.NewReader(data))); fmt.Sprint(again) != fmt.Sprint(whole) {
		t.Errorf("%s: read byte by byte:\n%q\nat once:\n%q", src.Name, again, whole)
	}
}

// The benchmarks read articles of 600 words with the fields of CC-News.
func BenchmarkReadJSONL(b *testing.B) {
	benchmarkRead(b, "a.jsonl", "", `{"title": "Ferry halted after cracks found", "text": "`+strings.Repeat(`The “ferry” was halted on \"Tuesday\".\n`, 100)+
		`", "domain": "lorneherald.example", "date": "2026-03-10 09:15:00", "description": "", "url": "https://lorneherald.example/ferry", "image_url": null}`+"\n")
}

func BenchmarkReadCSV(b *testing.B) {
	benchmarkRead(b, "a.csv", "title,text,domain,date,url\n", `Ferry halted after cracks found,"`+strings.Repeat(`The “ferry” was halted on ""Tuesday"".`+"\n", 100)+
		`",lorneherald.example,2026-03-10 09:15:00,https://lorneherald.example/ferry`+"\n")
}

func benchmarkRead(b *testing.B, name, head, record string) {
	const records = 1000
	file := []byte(head + strings.Repeat(record, records))
	b.SetBytes(int64(len(file)))
	b.ReportAllocs()
	for b.Loop() {
		n := 0
		raws := read(raw.Source{Name: name}, bytes.NewReader(file))
		for _, err := range raws {
			if err != nil {
				b.Fatal(err)
			}
			n++
		}
		if n != records {
			b.Fatalf("read %d articles of %d", n, records)
		}
	}
	b.ReportMetric(float64(records)*float64(b.N)/b.Elapsed().Seconds(), "articles/s")
}

// A key is told apart by its first letter only where folding leaves that as it is.
func TestIsKey(t *testing.T) {
	for _, written := range []string{"title", "Title", " Title ", "_title", "\ufeffTitle", "-ti-tle", "Site-Name", "İd", "ſite name", "", "@id", "byline"} {
		for _, normal := range []string{"title", "sitename", "id", "i̇d", "byline", "@id", "s", ""} {
			if got, want := IsKey(written, normal), NormalKey(written) == normal; got != want {
				t.Errorf("%q is the key %q: %t, want %t", written, normal, got, want)
			}
		}
	}
}
