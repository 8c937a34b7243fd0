package xml

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"
)

// xmlWords returns the text of a document, and the error that ended it.
func xmlWords(data string) (string, error) {
	var b strings.Builder
	d := NewDecoder([]byte(data))
	for {
		t, err := d.Token()
		if err == io.EOF {
			return b.String(), nil
		}
		if err != nil {
			return b.String(), err
		}
		if c, ok := t.(xml.CharData); ok {
			b.Write(c)
		}
	}
}

func TestXML(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"UTF-8", `<p>Café</p>`, "Café"},
		{"declared", "<?xml version='1.0' encoding='iso-8859-1'?><p>Caf\xe9</p>", "Café"},
		{"wrongly declared", "<?xml version=\"1.0\" encoding=\"iso-8859-1\"?><p>Café</p>", "Café"},
		{"declared as UTF-8 and is not", "<?xml version=\"1.0\" encoding=\"UTF-8\"?><p>Le caf\xe9 du port a ferm\xe9 apr\xe8s la temp\xeate, a dit le maire.</p>", "Le café du port a fermé après la tempête, a dit le maire."},
		{"unknown encoding", "<?xml version=\"1.0\" encoding=\"x-none\"?><p>Café</p>", "Café"},
		{"UTF-16", "\xff\xfe<\x00p\x00>\x00\xe9\x00<\x00/\x00p\x00>\x00", "é"},
		{"entities of HTML", `<p>A&nbsp;B &eacute; &#8212; &amp; AT&T</p>`, "A\u00a0B é — & AT&T"},
		{"forbidden character", "<p>A\x0bB</p>", "A B"},
		{"own entity stays as it is", `<!DOCTYPE a [<!ENTITY x "yyyy">]><a>&x;</a>`, "&x;"},
	} {
		got, err := xmlWords(c.in)
		if err != nil || strings.TrimSpace(got) != c.want {
			t.Errorf("%s: got %q, %v, want %q", c.name, got, err, c.want)
		}
	}
}

func TestXMLIsBounded(t *testing.T) {
	if got, err := xmlWords("<a><p>A</p><p>B"); err == nil || got != "AB" {
		t.Errorf("cut off: %q, %v", got, err)
	}
	if _, err := xmlWords(strings.Repeat("<a>", 100_000)); !errors.Is(err, ErrDepth) {
		t.Errorf("deep nesting: %v", err)
	}
	if _, err := xmlWords("<a " + strings.Repeat(`b="c" `, 1<<18) + ">"); !errors.Is(err, errTag) {
		t.Errorf("a long tag: %v", err)
	}
}
