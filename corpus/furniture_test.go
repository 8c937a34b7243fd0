package corpus

import "testing"

func TestDateLine(t *testing.T) {
	for _, c := range []struct{ in, want, kind string }{
		{"July 13,2009", "2009-07-13 00:00", "date"},
		{"Thursday, March 14, 2013", "2013-03-14 00:00", "date"},
		{"Published: November 28, 2005", "2005-11-28 00:00", "published"},
		{"Last updated on: November 11, 2011 19:04 IST", "2011-11-11 19:04", "updated"},
		{"23 July 2013 Last updated at 13:42 GMT", "2013-07-23 13:42", "updated"},
		{"10:24 AM, MON 22 JUL 2013", "2013-07-22 10:24", "date"},
		{"February 29,2012,7: 32 p. m. ET", "2012-02-29 19:32", "date"},
		{"POSTED: December 08, 2010", "2010-12-08 00:00", "published"},
		{"Posted at 3:21 PM ET, 01/25/2011", "2011-01-25 15:21", "published"},
		{"Stand: 03.02.2026, 15:34 Uhr", "2026-02-03 15:34", "updated"},
		{"Publicado el 3 de marzo de 2026 a las 10:20", "2026-03-03 10:20", "published"},
		{"Опубликовано 3 марта 2026", "2026-03-03 00:00", "published"},
		{"3 марта 2026 года паром остановили", "", ""},
		{"Am 3. März 2026 um 10:20 Uhr legte die Fähre ab", "", ""},
		{"27/09/2013-Kalmar to hold its first election", "", ""},
		{"On July 13, 2009, the council met", "", ""},
		{"July 13, 2009 was a Monday like any other", "", ""},
		{"Published on", "", ""},
		{"Twelve held after march", "", ""},
	} {
		when, kind := dateLine(c.in)
		got := ""
		if kind != "" {
			got = when.Format("2006-01-02 15:04")
		}
		if got != c.want || kind != c.kind {
			t.Errorf("dateLine(%q) = %q, %q, want %q, %q", c.in, got, kind, c.want, c.kind)
		}
	}
}
