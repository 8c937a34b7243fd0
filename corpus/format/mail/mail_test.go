package mail

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"parallax/corpus/corpustest"
	"parallax/corpus/format/raw"
	"parallax/corpus/format/rawtest"
	"parallax/corpus/format/web"
	"parallax/corpus/processor"
)

// TestMHTML: the page that a browser saved is read as that page, with the
// address it was saved from.
func TestMHTML(t *testing.T) {
	const file = `From: <Saved by Blink>
Snapshot-Content-Location: https://lorneherald.example/ferry
Subject: =?utf-8?Q?Ferry?=
Date: Sat, 21 Nov 2026 02:10:56 GMT
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="--b"

----b
Content-Type: text/html
Content-ID: <frame-1@mhtml.blink>
Content-Transfer-Encoding: quoted-printable
Content-Location: https://lorneherald.example/ferry

<html><body><article><p>The harbour ferry was halted on Monday=2C =E2=80=9C=
for good=E2=80=9D=2C the owner said.</p></article></body></html>
----b
Content-Type: text/html
Content-Location: https://ads.example/frame

<p>Buy a boat.</p>
----b
Content-Type: image/png
Content-Transfer-Encoding: base64
Content-Location: https://lorneherald.example/a.png

aGVsbG8=
----b--
`
	const herald = "https://lorneherald.example/ferry"
	page := "<html><body><article><p>The harbour ferry was halted on Monday, “for good”, the owner said.</p></article></body></html>"
	want, err := web.ArticleOfPage(page, herald)
	if err != nil {
		t.Fatal(err)
	}
	for _, data := range []string{file, strings.ReplaceAll(file, "\n", "\r\n"), "\r\n" + file} {
		for _, name := range []string{"a.mhtml", "a.MHT", "a"} {
			raws := read(raw.Source{Name: name}, strings.NewReader(data))
			for got, err := range raws {
				if err != nil || fmt.Sprintf("%#v", got) != fmt.Sprintf("%#v", want) {
					t.Errorf("%s: got %+v, %v; want %+v", name, got, err, want)
				}
			}
		}
	}
	for in, want := range map[string]string{
		"From: a\nContent-Type: image/png\n\nx": "error: not an MHTML page: it contains no HTML\n",
		"The ferry was halted.\n":               "error: not an MHTML page: it does not begin with a message header (From:, Subject:, …)\n",
	} {
		if got := describe("a.mht", []byte(in)); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

func TestSender(t *testing.T) {
	for in, want := range map[string]string{
		"The Lorne Herald <news@lorneherald.example>":      "outlet=The Lorne Herald",
		"Ann Lee from The Herald <a@herald.example>":       "outlet=The Herald author=Ann Lee",
		"Ann Lee at the Herald <a@herald.example>":         "outlet=the Herald author=Ann Lee",
		"University of Lorne <a@lorne.example>":            "outlet=University of Lorne",
		"Ann Lee <ann@gmail.com>":                          "author=Ann Lee",
		"ann@gmail.com":                                    "",
		"news@lorneherald.example":                         "outlet=lorneherald.example",
		`"Lee, Ann" <ann@outlook.co.uk>`:                   "author=Lee, Ann",
		"=?utf-8?Q?L=C3=A9a?= Marsh <lea@courier.example>": "outlet=Léa Marsh",
		"nobody": "",
		"":       "",
		"=?nonsense?Q?x?= The Herald <news@herald.example.x>": "",
	} {
		var got []string
		for _, f := range senderFields(map[string][]string{"From": {in}}) {
			got = append(got, f.Name+"="+f.Value)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

// TestMailIsSafe: messages in messages, and parts without end.
func TestMailIsSafe(t *testing.T) {
	corpustest.Measures(t)
	deep := "Subject: x\n"
	for i := range 2000 {
		deep += fmt.Sprintf("Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n", i, i)
	}
	nested := strings.Repeat("Subject: x\nContent-Type: message/rfc822\n\n", 20_000)
	many := "Subject: x\nContent-Type: multipart/mixed; boundary=b\n\n" + strings.Repeat("--b\nContent-Type: text/plain\n\nx\n", 50_000)
	for what, data := range map[string]string{
		"deep": deep, "nested": nested, "many": many, "header": "Subject: x\n" + strings.Repeat("X: y\n", 1_000_000),
	} {
		start := processor.Time()
		for _, name := range []string{"a.eml", "a.mht"} {
			describe(name, []byte(data))
		}
		if took := processor.Time() - start; took > rawtest.Slow {
			t.Errorf("%s took %v", what, took)
		}
	}
}

// TestLargeMailCostsItself: a mail over the limit is told of, the next is read.
func TestLargeMailCostsItself(t *testing.T) {
	const from = "From a Tue Mar 10 09:15:00 2026\n"
	data := from + "Subject: a\n\n" + strings.Repeat("The ferry.\n", 1000) + "\n" + from + "Subject: b\n\nThe bus.\n"
	raws := read(raw.Source{Name: "a.mbox", Limit: 1000}, strings.NewReader(data))
	var got []string
	for r, err := range raws {
		got = append(got, fmt.Sprint(strings.TrimSpace(r.Text), err))
	}
	if want := "[larger than 1000 bytes, the limit for one file; split it The bus.<nil>]"; fmt.Sprint(got) != want {
		t.Errorf("got %v", got)
	}
}

func FuzzMail(f *testing.F) {
	f.Add([]byte("From: The Herald <a@b.example>\nSubject: =?utf-8?q?Ferry?=\nContent-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/html\nContent-Transfer-Encoding: base64\n\nPHA+\n--b--\n"))
	f.Add([]byte("Subject: x\nContent-Type: text/plain; format=flowed; delsp=yes; charset=utf-16\n\nThe \nferry\n-- \nAnn\n"))
	f.Add([]byte("From - Tue Mar 10 09:15:00 2026\nSubject: x\n\nThe ferry.\n\nFrom - Tue Mar 10 09:15:00 2026\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, name := range []string{"a.eml", "a.mht", "a.mbox", "a"} {
			raws := read(raw.Source{Name: name}, bytes.NewReader(data))
			n := 0
			for r, err := range raws {
				n++
				for _, l := range r.Doubtful {
					if name == "a.eml" && err == nil && !strings.Contains(r.Text, l) {
						t.Errorf("a doubtful line that is not in the text: %q", l)
					}
				}
			}
			if n == 0 {
				t.Errorf("%s: neither article nor error", name)
			}
		}
	})
}
