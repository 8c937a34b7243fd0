//go:build unix

package corpus

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"compress/gzip"
	"encoding/binary"
	"flag"
	"hash/crc32"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"runtime/metrics"
	"strings"
	"sync"
	"testing"
	"time"

	"parallax/corpus/clean"
	"parallax/corpus/corpustest"
	"parallax/corpus/format"
	"parallax/corpus/processor"
)

const (
	hostileTime   = 2 * time.Second // of processors, so that a busy machine changes nothing
	hostileMemory = 300 << 20       // bytes
)

var whole = flag.Bool("hostile", false, "make hostile files as large as they may be, not an eighth of it")

// many returns a text of about n bytes made of one part again and again, or an
// eighth of it.
func many(part string, n int) string {
	if !*whole {
		n /= 8
	}
	return strings.Repeat(part, n/len(part))
}

// A nothing gives zeros without end.
type nothing struct{}

func (nothing) Read(p []byte) (int, error) { clear(p); return len(p), nil }

// zeros is how much a bomb unpacks to: more than any limit.
const zeros = 256 << 20

// bomb is so many zeros, deflated, and their checksum.
var bomb = sync.OnceValues(func() ([]byte, uint32) {
	var b bytes.Buffer
	sum := crc32.NewIEEE()
	w, _ := flate.NewWriter(&b, flate.BestSpeed)
	io.CopyN(io.MultiWriter(w, sum), nothing{}, zeros)
	w.Close()
	return b.Bytes(), sum.Sum32()
})

// zipped returns an archive whose one member is a bomb.
func zipped(member string) string {
	data, sum := bomb()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, _ := z.CreateRaw(&zip.FileHeader{Name: member, Method: zip.Deflate, CRC32: sum,
		CompressedSize64: uint64(len(data)), UncompressedSize64: zeros})
	w.Write(data)
	z.Close()
	return b.String()
}

// gzipped returns text and then a bomb, packed.
func gzipped(text string) string {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	io.WriteString(z, text)
	z.Close()
	data, sum := bomb()
	b.WriteString("\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff")
	b.Write(data)
	b.Write(binary.LittleEndian.AppendUint32(binary.LittleEndian.AppendUint32(nil, sum), zeros))
	return b.String()
}

// crowded returns an archive of n empty members.
func crowded(n int) string {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := range n {
		z.Create(string(binary.BigEndian.AppendUint32([]byte("m"), uint32(i))))
	}
	z.Close()
	return b.String()
}

const (
	laughs = `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY a "&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;">` +
		`<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;">]>`
	yamlBomb = "---\na: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\n" +
		"d: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]\ne: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d]\nf: &f [*e,*e,*e,*e,*e,*e,*e,*e,*e]\n" +
		"g: &g [*f,*f,*f,*f,*f,*f,*f,*f,*f]\nh: &h [*g,*g,*g,*g,*g,*g,*g,*g,*g]\ntitle: *h\n---\nText.\n"
)

// hostile are files made to keep a reader busy or to fill its memory. Those of
// a format that is not read are passed over.
var hostile = []struct {
	name string
	data func() string
}{
	{"paragraphs.html", func() string { return "<!DOCTYPE html><body>" + many("<p>", 7<<20) }},
	{"paragraphs-with-text.html", func() string { return "<!DOCTYPE html><body>" + many("<p>a ferry.", 7<<20) }},
	{"deep.html", func() string { return "<!DOCTYPE html><body>" + many("<div>", 7<<20) + "text" }},
	{"deep-inline.html", func() string { return "<!DOCTYPE html><body>" + many("<b><i>", 2<<20) + "text" }},
	{"tables.html", func() string { return "<!DOCTYPE html><body>" + many("<table><tr><td>", 2<<20) + "text" }},
	{"attributes.html", func() string { return "<!DOCTYPE html><body><p " + many("a=b ", 7<<20) + ">text</p>" }},
	{"entities.html", func() string { return "<!DOCTYPE html><body><p>" + many("&#27;[31m&#x202e;", 4<<20) }},
	{"comment.html", func() string { return "<!DOCTYPE html><body>" + many("<!-- ", 7<<20) }},
	{"script.html", func() string {
		return `<!DOCTYPE html><script type="application/ld+json">` + many("[", 7<<20) + "</script><body><p>text"
	}},
	{"bomb.md", func() string { return yamlBomb }},
	{"deep.md", func() string { return "---\ntitle: " + many("[", 1<<20) + "\n---\nText.\n" }},
	{"keys.md", func() string { return "---\n" + many("? a\n", 1<<20) + "---\nText.\n" }},
	{"marks.md", func() string { return many("*_", 4<<20) }},
	{"openings.md", func() string { return many("*a ", 4<<20) }},
	{"brackets.md", func() string { return many("[", 4<<20) }},
	{"links.md", func() string { return many("[a](", 4<<20) }},
	{"lines.md", func() string { return many("- a\n", 16<<20) }},
	{"paragraphs.rtf", func() string { return `{\rtf1 ` + many(`\par a `, 16<<20) + "}" }},
	{"quotes.md", func() string { return many("> ", 4<<20) + "text" }},
	{"points.txt", func() string { return many(".", 8<<20) }},
	{"quotations.txt", func() string { return many(`"a." `, 8<<20) }},
	{"one-word.txt", func() string { return many("a", 8<<20) }},
	{"one-line.txt", func() string { return many("the ferry ", 8<<20) }},
	{"capitals.txt", func() string { return many("U.S. ", 8<<20) }},
	{"lines.txt", func() string { return many("a\n", 8<<20) }},
	{"breaks.txt", func() string { return many("\n", 8<<20) + "text" }},
	{"escapes.txt", func() string { return many("\x1b[31m\u202e", 8<<20) }},
	{"accents.txt", func() string { return "a" + many("\u0301", 8<<20) }},
	{"deep.json", func() string { return many("[", 8<<20) }},
	{"deep-object.json", func() string { return many(`{"a":`, 8<<20) }},
	{"string.json", func() string { return `{"title":"t","text":"` + many(`\u001b`, 8<<20) + `"}` }},
	{"page-in.json", func() string { return `{"title":"t","text":"` + many("<p>a ferry.", 12<<20) + `"}` }},
	{"page-in.csv", func() string { return "title,text\nt,\"" + many("<p>a", 4<<20) + "\"" }},
	{"numbers.json", func() string { return "[" + many("1,", 8<<20) + "1]" }},
	{"one-line.jsonl", func() string { return `{"text":"` + many("a ferry ", 33<<20) }},
	{"lines.jsonl", func() string { return many("{}\n", 4<<20) }},
	{"bad.jsonl", func() string { return many("{\n", 1<<20) }},
	{"quote.csv", func() string { return "title,text\na,\"" + many("a\n", 8<<20) }},
	{"columns.csv", func() string { return many(",", 8<<20) + "\n" + many(",", 8<<20) }},
	{"rows.csv", func() string { return "title,text\n" + many(",\n", 2<<20) }},
	{"laughs.xml", func() string {
		return laughs + "<rss><channel><item><description>&d;</description></item></channel></rss>"
	}},
	{"deep.xml", func() string { return "<rss><channel><item>" + many("<a>", 8<<20) }},
	{"factiva.xml", func() string { return "<PPSResponse>" + many("<article><leadParagraph/></article>", 31<<20) }},
	{"items.xml", func() string { return "<rss version='2.0'><channel>" + many("<item></item>", 4<<20) }},
	{"deep.eml", func() string {
		return many("Content-Type: multipart/mixed; boundary=a\r\n\r\n--a\r\n", 4<<20) + "\r\ntext"
	}},
	{"header.eml", func() string { return "Subject: " + many("=?utf-8?q?a?= ", 4<<20) + "\r\n\r\ntext" }},
	{"deep.mhtml", func() string {
		return "MIME-Version: 1.0\r\n" + many("Content-Type: multipart/related; boundary=a\r\n\r\n--a\r\n", 4<<20)
	}},
	{"deep.rtf", func() string { return `{\rtf1 ` + many("{", 8<<20) + "text" }},
	{"numbers.rtf", func() string { return `{\rtf1 ` + many(`\u99999999999999999`, 4<<20) }},
	{"objects.pdf", func() string {
		return "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 1 0 R/Kids[1 0 R]/Parent 1 0 R>>endobj\n" +
			"trailer<</Root 1 0 R/Prev 9>>\nstartxref\n9\n%%EOF"
	}},
	{"noise.pdf", func() string { return "%PDF-1.4\n" + many("1 0 obj<<", 8<<20) }},
	{"bomb.docx", func() string { return zipped("word/document.xml") }},
	{"bomb.odt", func() string { return zipped("content.xml") }},
	{"bomb.epub", func() string { return zipped("META-INF/container.xml") }},
	{"crowd.docx", func() string { return crowded(20_000) }},
	{"crowd.epub", func() string { return crowded(20_000) }},
	{"bomb.txt.gz", func() string { return gzipped("A ferry.") }},
	{"bomb.html.gz", func() string { return gzipped("<!DOCTYPE html><body><p>") }},
	{"bomb.jsonl.gz", func() string { return gzipped(`{"text":"`) }},
	{"bomb.warc.gz", func() string { return gzipped("WARC/1.0\r\nContent-Length: 99999999999\r\n\r\n") }},
	{"length.warc", func() string {
		return "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 9223372036854775807\r\n\r\nHTTP/1.1 200 OK\r\n\r\n"
	}},
	{"lengths.warc", func() string { return many("WARC/1.0\r\nWARC-Type: response\r\nContent-Length: -1\r\n\r\n", 4<<20) }},
	{"headers.warc", func() string { return "WARC/1.0\r\n" + many("A: b\r\n", 33<<20) }},
}

// TestHostile opens each of these beside a good file. They must cost no more
// than themselves: little time, little memory, and the good file opens. With
// -hostile they are as large as files may be.
func TestHostile(t *testing.T) {
	corpustest.Measures(t)
	for _, h := range hostile {
		if !format.Known(h.name) {
			continue
		}
		t.Run(h.name, func(t *testing.T) {
			dir := t.TempDir()
			write(t, filepath.Join(dir, h.name), h.data())
			write(t, filepath.Join(dir, "zz.txt"), prosePlain)
			time, memory, c := cost(t, dir)
			if len(c.Articles) == 0 || filepath.Base(c.Articles[len(c.Articles)-1].Path) != "zz.txt" {
				t.Error("the good file was not read")
			}
			for _, p := range c.Problems {
				if len(p.Error()) > 1000 || strings.ContainsAny(p.Error(), "\n\x1b") {
					t.Errorf("a report of %d bytes: %.200q", len(p.Error()), p.Error())
				}
			}
			if time > hostileTime || memory > hostileMemory {
				t.Errorf("took %v and %d MB, want less than %v and %d MB", time, memory>>20, hostileTime, hostileMemory>>20)
			}
			t.Logf("%v, %d MB, %d articles, %d problems %.200v", time, memory>>20, len(c.Articles), len(c.Problems), c.Problems)
		})
	}
}

// TestHostileSamples opens those that were collected elsewhere.
func TestHostileSamples(t *testing.T) {
	corpustest.Measures(t)
	const samples = "../../shared/samples/hostile"
	if _, err := os.Stat(samples); err != nil {
		t.Skip("no samples here:", samples)
	}
	time, memory, c := cost(t, samples)
	if time > hostileTime || memory > hostileMemory {
		t.Errorf("took %v and %d MB", time, memory>>20)
	}
	for _, a := range c.Articles {
		if a.Text != clean.Text(a.Text) {
			t.Errorf("%s is not clean", a.Path)
		}
	}
}

// cost opens a folder and returns the processor time that took, and by how
// much the heap grew at most, in bytes.
func cost(t *testing.T, dir string) (time.Duration, uint64, *Corpus) {
	t.Helper()
	return costWith(t, dir, Options{})
}

func costWith(t *testing.T, dir string, o Options) (time.Duration, uint64, *Corpus) {
	t.Helper()
	runtime.GC()
	base, began := heap(), processor.Time()
	stop, most := make(chan bool), make(chan uint64)
	go func() {
		tick := time.NewTicker(5 * time.Millisecond)
		defer tick.Stop()
		for top := base; ; {
			select {
			case <-tick.C:
				top = max(top, heap())
			case <-stop:
				most <- max(top, heap())
				return
			}
		}
	}()
	c, err := Open([]string{dir}, o)
	took := processor.Time() - began
	close(stop)
	if err != nil {
		t.Fatal(err)
	}
	return took, <-most - base, c
}

// heap returns the bytes of all objects, dead ones not yet swept included.
func heap() uint64 {
	s := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
	metrics.Read(s)
	return s[0].Value.Uint64()
}
