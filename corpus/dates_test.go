package corpus

import (
	"testing"
	"time"
)

// dates are spellings of dates, and how RFC 3339 has them; "" is refused.
var dates = []struct{ in, want string }{
	{"2025-04-09", "2025-04-09T00:00:00Z"},
	{"2025/4/9", "2025-04-09T00:00:00Z"},
	{"20250409", "2025-04-09T00:00:00Z"},
	{"2025-04-09T10:30:00Z", "2025-04-09T10:30:00Z"},
	{"2025-04-09T10:30:00.123+02:00", "2025-04-09T10:30:00+02:00"},
	{"2025-04-09 10:30:00 -0500", "2025-04-09T10:30:00-05:00"},
	{"2025-04-09 10:30", "2025-04-09T10:30:00Z"},
	{"20250409T103000Z", "2025-04-09T10:30:00Z"},
	{"20250409T103000-0500", "2025-04-09T10:30:00-05:00"}, // NITF
	{"20250409T1030Z", "2025-04-09T10:30:00Z"},
	{"April 9, 2025", "2025-04-09T00:00:00Z"},
	{"Apr 9, 2025", "2025-04-09T00:00:00Z"},
	{"Sept. 9, 2025", "2025-09-09T00:00:00Z"},
	{"Wednesday, April 9th, 2025 at 3:05 p.m. ET", "2025-04-09T15:05:00-05:00"},
	{"April 9, 2025 19:04 IST", "2025-04-09T19:04:00+05:30"},
	{"9 April 2025", "2025-04-09T00:00:00Z"},
	{"9-Apr-2025", "2025-04-09T00:00:00Z"},
	{"Wed, 09 Apr 2025 10:30:00 GMT", "2025-04-09T10:30:00Z"},
	{"Wed, 09 Apr 2025 10:30:00 +0200", "2025-04-09T10:30:00+02:00"},
	{"Wed Apr  9 10:30:00 UTC 2025", "2025-04-09T00:00:00Z"},
	{"April 9, 2025 12:05 AM EDT", "2025-04-09T00:05:00-04:00"},
	{"23/04/2025", "2025-04-23T00:00:00Z"},
	{"04/23/2025", "2025-04-23T00:00:00Z"},
	{"05/05/2025", "2025-05-05T00:00:00Z"},
	{"1744194600", "2025-04-09T10:30:00Z"},
	{"1744194600000", "2025-04-09T10:30:00Z"},
	{"March 10, 2026 Tuesday", "2026-03-10T00:00:00Z"},
	{"January 11, 2010 Monday 9:20 AM GMT", "2010-01-11T09:20:00Z"},
	{"December 19, 1991, Sunday", "1991-12-19T00:00:00Z"},
	{"12 April 2013 Tuesday", "2013-04-12T00:00:00Z"},
	{"Friday, 5. July 2019 09:31:00 CEST", "2019-07-05T09:31:00+02:00"},
	{"10 mars 2026", "2026-03-10T00:00:00Z"},
	{"mardi 10 mars 2026", "2026-03-10T00:00:00Z"},
	{"1er août 2025", "2025-08-01T00:00:00Z"},
	{"29 décembre 2011 15:32", "2011-12-29T15:32:00Z"},
	{"Dienstag, 10. März 2026", "2026-03-10T00:00:00Z"},
	{"10 de marzo de 2026", "2026-03-10T00:00:00Z"},
	{"10 maart 2026 dinsdag", "2026-03-10T00:00:00Z"},
	{"31 juin 2025", ""},
	{"10 mars 2026 à Paris", ""},
	{"10 plaisirs 2026", ""},
	{"1999-02-29", ""},
	{"2000-02-29", "2000-02-29T00:00:00Z"},
	{"2025-13-01", ""},
	{"2025-00-10", ""},
	{"1604-12-31", ""},
	{"1605-07-01", "1605-07-01T00:00:00Z"},
	{"2101-01-01", ""},
	{"9999-12-31T23:59:59Z", ""},
	{"0001-01-01T00:00:00Z", ""},
	{"0000-00-00 00:00:00", ""},
	{"1601-01-01T00:00:00Z", ""},
	{"1970-01-01T00:00:00Z", ""}, // what stands for no date
	{"1970-01-01", ""},
	{"Thu, 01 Jan 1970 00:00:00 GMT", ""},
	{"1970-01-01T01:00:00+01:00", ""},
	{"0000000000", ""},
	{"9999999999999", ""},
	{"1970-01-02", "1970-01-02T00:00:00Z"},
	{"2025-02-30", ""},
	{"February 30, 2025", ""},
	{"31 June 2025", ""},
	{"2025-04-09T25:00:00Z", ""},
	{"03/04/2025", ""}, // March or April
	{"yesterday", ""},
	{"", ""},
	{"2025", ""},
}

func TestParseDate(t *testing.T) {
	for _, c := range dates {
		got := ""
		if when, ok := parseDate(c.in); ok {
			got = when.Format(time.RFC3339)
		}
		if got != c.want {
			t.Errorf("parseDate(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}

func TestDateOfURL(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"/politics/2010/02/20/speech.html", "2010-02-20"},
		{"/2005/nov/28/world/quake", "2005-11-28"},
		{"/news/2009/Feb/04/arrest", "2009-02-04"},
		{"/2010-12-08/news/25293566", "2010-12-08"},
		{"/2010/13/20/speech.html", ""},
		{"/article/0,8599,1996250,00.html", ""},
		{"/1234/56/78/", ""},
		{"/news/world-23141479", ""},
	} {
		got := ""
		if when, ok := dateOfURL(c.in); ok {
			got = when.Format(time.DateOnly)
		}
		if got != c.want {
			t.Errorf("dateOfURL(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}

func TestDateLine(t *testing.T) {
	for _, c := range []struct{ in, want, kind string }{
		{"July 13,2009", "2009-07-13 00:00", "date"},
		{"Thursday, March 14, 2013", "2013-03-14 00:00", "date"},
		{"Published: November 28, 2005", "2005-11-28 00:00", "published"},
		{"Last updated on: November 11, 2011 19:04 IST", "2011-11-11 19:04", "updated"},
		{"23 July 2013 Last updated at 13:42 GMT", "2013-07-23 13:42", "updated"},
		{"10:24 AM, MON 22 JUL 2013", "2013-07-22 10:24", "date"},
		{"February 29,2012,7: 32 p. m. ET", "2012-02-29 19:32", "date"},
		{"POSTED: December 08, 2010", "2010-12-08 00:00", "date"},
		{"Posted at 3:21 PM ET, 01/25/2011", "2011-01-25 15:21", "date"},
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
