package corpus

import (
	"slices"
	"strings"
	"testing"

	"parallax/corpus/format/raw"
	"parallax/corpus/outlets"
	"parallax/corpus/prose"
)

// TestLives: the last line of an article by Jana Holt in the Lorne Herald.
func TestLives(t *testing.T) {
	fields := raw.AddField(raw.AddField(nil, raw.Author, "Jana Holt", "meta author"), raw.Outlet, "The Lorne Herald", "meta og:site_name")
	for last, want := range map[string]bool{
		"Jana Holt joined the Herald in 2017. She has been reporting on ports since 2009.": true,
		"Jana Holt ist Redakteurin in Lorne.":                                              true,
		"Jana Holt est journaliste et vit à Aldby.":                                        true,
		"Jana Holt es periodista y vive en Aldby.":                                         true,
		"Jana Holt pisze o portach.":                                                       true,
		"Ivo Brandt covers ports for The Lorne Herald.":                                    true,
		"Ivo Brandt ist Redakteur des Lorne Herald.":                                       true,
		"Ivo Brandt joined the office in 2017. The Lorne Herald asked him twice.":          false,
		"Ivo Brandt is the mayor of Aldby.":                                                false,
		"Jana Holt’s house was washed away.":                                               false,
		"The Lorne Herald is sold on the quay.":                                            false,
		"The mole is to be mended by June.":                                                false,
	} {
		text := "The harbour office closed the eastern mole on Monday after divers had found holes in it.\n\nBoats must land their fish in Aldby until the spring, the office said.\n\n" + last
		a := newArticle("a.html", raw.Article{Text: text, Fields: fields}, outlets.Shipped(), strings.Clone)
		s := a.Sentences[len(a.Sentences)-1]
		if got := s.Kind == prose.Doubtful; got != want {
			t.Errorf("%q is doubtful: %t, want %t", last, got, want)
		}
	}
}

// TestBylineOf: lines above an article that name its authors.
func TestBylineOf(t *testing.T) {
	for line, want := range map[string][]string{
		"By Ann Lee and Bo Cho":              {"Ann Lee", "Bo Cho"},
		"By Ann Lee – 11/18/19 11:04 PM EST": {"Ann Lee"},
		"Von Ann Lee, 3. März 2026":          {"Ann Lee"},
		"Par Ann Lee et Bo Cho":              {"Ann Lee", "Bo Cho"},
		"Автор: Анна Ли":                     {"Анна Ли"},
		"Von Lorne nach Skara":               nil,
		"By Monday the ferry was back":       nil,
		"By Christmas":                       nil,
		"Por Ana Lima dijo que no.":          nil,
	} {
		if got := bylineOf(line); !slices.Equal(got, want) {
			t.Errorf("%q names %q, want %q", line, got, want)
		}
	}
}
