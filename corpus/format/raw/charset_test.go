package raw

import (
	"bytes"
	"errors"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
)

const (
	english   = "“The bridge is closed,” said the harbour’s chief inspector, André Müller. It will cost £3 million — or more — to repair it, and nobody has said who will pay for it."
	french    = "Le pont a été fermé lundi après la découverte de rouille par un inspecteur, a déclaré à la presse le chef du port. Les réparations coûteront très cher à la région."
	polish    = "Strażacy ewakuowali pasażerów kolejki linowej, która stanęła nad doliną. Sześć osób zostało rannych, a pociągi kursują z opóźnieniem."
	czech     = "Hasiči zachránili cestující z lanovky, která se zastavila nad údolím. Šest lidí bylo zraněno a provoz zůstane přerušen až do příštího týdne."
	hungarian = "A tűzoltók kimentették az utasokat a völgy felett megállt felvonóból. Hat ember megsérült, és a forgalom a jövő hétig szünetel."
	russian   = "Мост был закрыт в понедельник после того, как инспектор обнаружил ржавчину. Ремонт обойдётся городу очень дорого, сообщил начальник порта журналистам."
	japan     = "検査官が錆を発見したため、月曜日に橋は閉鎖された。修理には多額の費用がかかると港の責任者は記者団に語った。"
	chinese   = "检查员发现铁锈后，这座桥于星期一关闭。港口负责人对记者说，修理费用将非常高，目前还没有人说明由谁来支付这笔费用。"
	mixed     = "The Café Müller was closed on Monday, said its owner, Zoë Ångström."
	truncate  = "The Café Müller was closed on Monday, said its owner, Zoë Ångström, who had it painted in the spring and owes the bank 300 €"
)

func TestDecode(t *testing.T) {
	utf16 := func(e unicode.Endianness, bom unicode.BOMPolicy) encoding.Encoding { return unicode.UTF16(e, bom) }
	for _, c := range []struct {
		name string
		enc  encoding.Encoding
		text string
	}{
		{"UTF-16 little, mark", utf16(unicode.LittleEndian, unicode.UseBOM), english},
		{"UTF-16 big, mark", utf16(unicode.BigEndian, unicode.UseBOM), english},
		{"UTF-16 little", utf16(unicode.LittleEndian, unicode.IgnoreBOM), english},
		{"UTF-16 big", utf16(unicode.BigEndian, unicode.IgnoreBOM), english},
		{"UTF-16 little, Russian", utf16(unicode.LittleEndian, unicode.IgnoreBOM), russian},
		{"UTF-16 big, Russian", utf16(unicode.BigEndian, unicode.IgnoreBOM), russian},
		{"UTF-16 little, a letter whose number ends in zero", utf16(unicode.LittleEndian, unicode.IgnoreBOM), "Āda Bērziņa said that the bridge was closed."},
		{"windows-1252, English", charmap.Windows1252, english},
		{"windows-1252, short", charmap.Windows1252, mixed},
		{"ISO-8859-1, French", charmap.ISO8859_1, french},
		{"ISO-8859-1, one French headline", charmap.ISO8859_1, "Six blessés après une chute près du pont"},
		{"ISO-8859-1, one German headline", charmap.ISO8859_1, "Der Bürgermeister schloss die Brücke."},
		{"ISO-8859-2, Polish", charmap.ISO8859_2, polish},
		{"windows-1250, Polish", charmap.Windows1250, polish},
		{"ISO-8859-2, Czech", charmap.ISO8859_2, czech},
		{"windows-1250, Czech", charmap.Windows1250, czech},
		{"ISO-8859-2, Hungarian", charmap.ISO8859_2, hungarian},
		{"windows-1251", charmap.Windows1251, russian},
		{"KOI8-R", charmap.KOI8R, russian},
		{"Shift JIS", japanese.ShiftJIS, japan},
		{"EUC-JP", japanese.EUCJP, japan},
		{"GB18030", simplifiedchinese.GB18030, chinese},
	} {
		data, err := c.enc.NewEncoder().Bytes([]byte(c.text))
		if err != nil {
			t.Fatal(c.name, err)
		}
		if got, err := Decode(data, ""); err != nil || got != c.text {
			t.Errorf("%s: got %q, %v", c.name, got, err)
		}
	}
	for _, c := range []struct{ name, in, want string }{
		{"UTF-8", english, english},
		{"UTF-8, mark", "\xef\xbb\xbf" + english, english},
		{"UTF-8 cut in a character", truncate[:len(truncate)-1], truncate[:len(truncate)-3] + "\uFFFD\uFFFD"},
		{"UTF-8 with one bad byte", mixed + "\x9b", mixed + "\uFFFD"},
		{"one bad byte beside quotation marks", "“The bridge,” he said, \x9bis closed.", "“The bridge,” he said, \uFFFDis closed."},
		{"one bad byte behind a mark", "\xef\xbb\xbfThe bridge \xe2was closed.", "The bridge \uFFFDwas closed."},
		{"a NUL", "The bridge was closed.\x00The bridge was open.", "The bridge was closed.\uFFFDThe bridge was open."},
		{"a NUL in a word", mixed + "\nThe br\x00dge was closed.", mixed + "\nThe br\uFFFDdge was closed."},
		{"a NUL beside a bad byte", mixed + "\x00\x9b", mixed + "\uFFFD\uFFFD"},
		{"some NULs in a row", strings.Repeat(english, 10) + "\x00\x00\x00\x00" + english, strings.Repeat(english, 10) + "\uFFFD" + english},
		{"a NUL in windows-1252", strings.Repeat("The Caf\xe9 M\xfcller was \x93closed\x94 on Monday. ", 3) + "Zo\xeb\x00", strings.Repeat("The Café Müller was “closed” on Monday. ", 3) + "Zoë"},
		{"filled up with NULs", mixed + strings.Repeat("\x00", 4096), mixed},
		{"the end of a DOS file", mixed + "\r\n\x1a", mixed + "\r\n"},
		{"Ctrl-Z in the text", "Press \x1a to stop the program.", "Press \x1a to stop the program."},
		{"UTF-16 cut in a character", "T\x00h\x00e\x00 \x00b\x00r\x00i\x00d\x00g\x00e\x00.\x00\n", "The bridge.\uFFFD"},
		{"empty", "", ""},
	} {
		if got, err := Decode([]byte(c.in), ""); err != nil || got != c.want {
			t.Errorf("%s: got %q, %v", c.name, got, err)
		}
	}
}

func TestDecodeRefusesBinary(t *testing.T) {
	random := make([]byte, 4000)
	r := rand.New(rand.NewPCG(1, 2))
	for i := range random {
		random[i] = byte(r.IntN(256))
	}
	for name, data := range map[string][]byte{
		"zip":                []byte("PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00!\x00"),
		"random":             random,
		"random, no zero":    bytes.ReplaceAll(random, []byte{0}, []byte{0x90}),
		"zeros":              make([]byte, 100),
		"controls":           bytes.Repeat([]byte{1, 2, 3, 'a'}, 50),
		"fields of one size": []byte("bridge.txt" + strings.Repeat("\x00", 90) + "0000644" + strings.Repeat(english, 20)),
		"records":            []byte(strings.Repeat("The bridge was closed.\x00", 50)),
		"packed, short":      random[:300],
	} {
		if got, err := Decode(data, ""); !errors.Is(err, errBinary) {
			t.Errorf("%s: got %.60q, %v", name, got, err)
		}
	}
}

func FuzzDecode(f *testing.F) {
	f.Add([]byte(english))
	f.Add([]byte("caf\xe9"))
	f.Add([]byte("\xff\xfea\x00"))
	f.Add([]byte("\x1b$B\x80\x81\xfe\xff"))
	f.Fuzz(func(t *testing.T, data []byte) {
		got, err := Decode(data, "")
		again, err2 := Decode(data, "")
		if got != again || (err == nil) != (err2 == nil) {
			t.Errorf("%q decodes differently each time: %q, %q", data, got, again)
		}
		if err == nil && (!utf8.ValidString(got) || strings.ContainsRune(got, 0)) {
			t.Errorf("%q gives %q", data, got)
		}
		if err == nil && utf8.Valid(data) && !bytes.HasSuffix(data, []byte("\x1a")) && bytes.IndexByte(data, 0) < 0 && !bytes.HasPrefix(data, []byte("\xef\xbb\xbf")) && got != string(data) {
			t.Errorf("%q is UTF-8 and became %q", data, got)
		}
	})
}
