package dates

import (
	"strings"
	"testing"
	"time"
)

// TestLanguages: one day as each language writes it, and what it is called.
func TestLanguages(t *testing.T) {
	for _, c := range []struct {
		in    string
		label Label
	}{
		{"Published: Sunday, May 25, 2031, 2:30 p.m. UTC", Published},
		{"Posted on 25th May 2031 | 14:30", Published},
		{"Last updated: 25 May '31 at 14.30", Updated},
		{"Veröffentlicht am Sonntag, 25. Mai 2031, 14:30 Uhr", Published},
		{"Stand: 25.05.2031 14:30 Uhr", Updated},
		{"Sonntag, 25. Mai 2031 um 14.30 Uhr", NoLabel},
		{"Publié le dimanche 25 mai 2031 à 14h30", Published},
		{"Mis à jour le 25/05/2031 à 14:30", Updated},
		{"Publicado el 25 de mayo de 2031 a las 14:30 h", Published},
		{"Última actualización: 25 may 2031 - 14:30", Updated},
		{"Pubblicato il 25 maggio 2031 alle ore 14:30", Published},
		{"Ultimo aggiornamento 25 mag 2031 14:30", Updated},
		{"Publicado em 25 de maio de 2031 às 14h30", Published},
		{"Atualizada em 25/05/2031 14h30", Updated},
		{"Gepubliceerd op zondag 25 mei 2031 om 14:30", Published},
		{"Laatst bijgewerkt: 25-05-2031 14:30", Updated},
		{"Publicerad: söndag 25 maj 2031 kl. 14.30", Published},
		{"Senast uppdaterad 25 maj 2031 kl 14:30", Updated},
		{"Publisert 25. mai 2031 kl. 14:30", Published},
		{"Sist oppdatert: 25.05.2031 kl. 14.30", Updated},
		{"Offentliggjort d. 25. maj 2031 kl. 14.30", Published},
		{"Julkaistu 25.5.2031 klo 14.30", Published},
		{"Päivitetty sunnuntai 25. toukokuuta 2031 klo 14:30", Updated},
		{"Opublikowano: 25 maja 2031, godz. 14:30", Published},
		{"Aktualizacja: 25.05.2031 14:30", Updated},
		{"Publikováno 25. května 2031 v 14:30", Published},
		{"Aktualizováno 25. 5. 2031 14:30", Updated},
		{"Опубликовано 25 мая 2031 г., 14:30", Published},
		{"Обновлено: 25.05.2031 в 14:30", Updated},
		{"Yayınlanma: 25 Mayıs 2031 Pazar, 14:30", Published},
		{"Son güncelleme: 25.05.2031 14:30", Updated},
		{"Megjelent: 2031. május 25. 14:30", Published},
		{"Frissítve: 2031.05.25. 14:30", Updated},
		{"Publicat pe 25 mai 2031, ora 14:30", Published},
		{"Actualizat duminică, 25 mai 2031, 14:30", Updated},
		{"Δημοσίευση: Κυριακή, 25 Μαΐου 2031, 14:30", Published},
		{"Ενημερώθηκε 25/5/2031 2:30 μ.μ.", Updated},
		{"2031年5月25日(日) 14時30分", NoLabel},
		{"最終更新日:2031年5月25日 14:30", Updated},
		{"发布时间：2031年05月25日 14:30", Published},
		{"2031年5月25日 下午2:30", NoLabel},
		{"입력 2031.05.25. 오후 2:30", Published},
		{"수정 2031년 5월 25일 14시 30분", Updated},
		{"Diterbitkan Minggu, 25 Mei 2031 pukul 14.30", Published},
		{"نشر في ٢٥ مايو ٢٠٣١ 14:30", Published},
		{"آخر تحديث: 25 أيار 2031 02:30 م", Updated},
	} {
		want := time.Date(2031, 5, 25, 14, 30, 0, 0, time.UTC)
		d, ok := Whole(c.in, AnyOrder)
		if !ok || !d.Time.Equal(want) || d.Label != c.label {
			t.Errorf("%q is %v (%v), called %d; want 25 May 2031 14:30, called %d", c.in, d.Time, ok, d.Label, c.label)
		}
		if rest, found := Cut("Ann Lee · "+c.in, AnyOrder); rest != "Ann Lee" || len(found) != 1 {
			t.Errorf("%q without its date is %q", "Ann Lee · "+c.in, rest)
		}
	}
}

// TestMonths: every month of the tables, beside a day.
func TestMonths(t *testing.T) {
	for _, c := range []struct{ month, names string }{
		{"2031-01-09", "9 января 2031|9 stycznia 2031|9. ledna 2031|9 Ocak 2031|2031. január 9.|9 ianuarie 2031|9 Ιανουαρίου 2031|9 Januari 2031|9. tammikuuta 2031|9 يناير 2031|9 كانون الثاني 2031"},
		{"2031-03-09", "9 марта 2031|9 marca 2031|9. března 2031|9 Mart 2031|2031. március 9.|9 martie 2031|9 Μαρτίου 2031|9 Maret 2031|9. marts 2031|9. März 2031"},
		{"2031-08-09", "9 августа 2031|9 sierpnia 2031|9. srpna 2031|9 Ağustos 2031|2031. augusztus 9.|9 Αυγούστου 2031|9 Agustus 2031|9 août 2031|9 آب 2031"},
		{"2031-10-09", "9 октября 2031|9 października 2031|9. října 2031|9 EKİM 2031|9 octombrie 2031|9 Οκτωβρίου 2031|9. lokakuuta 2031|9 تشرين الأول 2031"},
		{"2031-12-09", "9 декабря 2031|9 grudnia 2031|9. prosince 2031|9 Aralık 2031|9 decembrie 2031|9 Δεκεμβρίου 2031|9 Desember 2031|9. desember 2031|9 ديسمبر 2031"},
	} {
		for _, s := range strings.Split(c.names, "|") {
			if got, ok := Parse(s); !ok || got.Format(time.DateOnly) != c.month {
				t.Errorf("%q is %v, %v", s, got, ok)
			}
		}
	}
}

// TestZones: half past ten in zones as feeds and pages write them. What is not
// known leaves the day.
func TestZones(t *testing.T) {
	for zone, want := range map[string]string{
		"": "10:30Z", "Z": "10:30Z", "UT": "10:30Z", "GMT": "10:30Z", "(UTC)": "10:30Z",
		"PST": "18:30Z", "PDT": "17:30Z", "AEST": "00:30Z", "AKST": "19:30Z", "PKT": "05:30Z", "HST": "20:30Z", "NST": "14:00Z",
		"IST": "05:00Z", "MESZ": "08:30Z", "WIB": "03:30Z", "ET": "14:30Z", "PT": "17:30Z", "PT time": "17:30Z", "(ET)": "14:30Z",
		"GMT+7": "03:30Z", "UTC+05:30": "05:00Z", "GMT-0300": "13:30Z", "UTC−3": "13:30Z", "(GMT+8)": "02:30Z",
		"+05": "05:30Z", "+0530": "05:00Z", "-03:00": "13:30Z", "America/Los_Angeles": "17:30Z", "(Europe/Berlin)": "08:30Z",
		"asia/ho_chi_minh": "03:30Z", "GMT+0200 (Central European Summer Time)": "08:30Z", "+02:00[Europe/Berlin]": "08:30Z",
		"Uhr": "10:30Z", "Uhr MESZ": "08:30Z", "XYZT": "day", "Europe/Nowhere": "day", "(QQQ)": "day", "UPDATED": "10:30Z",
	} {
		for _, s := range []string{"Sun, 04 May 2031 10:30:00 ", "2031-05-04 10:30 ", "May 4, 2031 10:30 AM "} {
			got, ok := Parse(s + zone)
			text := got.UTC().Format("15:04Z")
			if got.Format("15:04 MST") == "00:00 UTC" {
				text = "day"
			}
			if !ok || text != want {
				t.Errorf("%q is %v, want %s", s+zone, got, want)
			}
		}
	}
	if winter, _ := Parse("January 4, 2031 10:30 AM ET"); winter.UTC().Hour() != 15 {
		t.Errorf("Eastern time in winter: %v", winter)
	}
}

// TestOrder: which number is the day.
func TestOrder(t *testing.T) {
	for _, c := range []struct {
		in    string
		order Order
		want  string
	}{
		{"05.11.2025", AnyOrder, "2025-11-05"},
		{"05.11.2025", MonthFirst, ""},
		{"05/11/2025", AnyOrder, ""},
		{"05/11/2025", DayFirst, "2025-11-05"},
		{"05/11/2025", MonthFirst, "2025-05-11"},
		{"25/11/2025", MonthFirst, "2025-11-25"},
		{"11/18/19 11:04 PM EST", AnyOrder, "2019-11-18"},
		{"28.01.26", AnyOrder, "2026-01-28"},
		{"5-11-25", DayFirst, "2025-11-05"},
		{"25/05/31", AnyOrder, ""},
		{"25/05/31", YearFirst, "2025-05-31"},
		{"25/05/31", DayFirst, "2031-05-25"},
		{"Sun, 04 May 31 10:00:00 +0000", AnyOrder, "2031-05-04"},
		{"04-May-98", AnyOrder, "1998-05-04"},
		{"dom, 04 mag 2031 10:00:00 GMT", AnyOrder, "2031-05-04"},
		{"mar, 04 mar 2031", AnyOrder, "2031-03-04"},
		{"Sat, Oct 28 2031 08:28:28 PM", AnyOrder, "2031-10-28"},
		{"1.2.3", AnyOrder, ""},
		{"10.2.26.4", AnyOrder, ""},
		{"2026-03-10 to 2026-03-12", AnyOrder, ""},
	} {
		got := ""
		if when, ok := ParseAs(c.in, c.order); ok {
			got = when.Format(time.DateOnly)
		}
		if got != c.want {
			t.Errorf("%q in order %d is %q, want %q", c.in, c.order, got, c.want)
		}
	}
	for lang, want := range map[string]Order{
		"de": DayFirst, "en": AnyOrder, "en-US": MonthFirst, "en_GB": DayFirst, "en-CA": AnyOrder, "fr-CA": DayFirst, "ja": YearFirst,
		"zh-Hant-TW": YearFirst, "": AnyOrder, "english": AnyOrder,
	} {
		if got := OrderOf(lang); got != want {
			t.Errorf("the order of %q is %d, want %d", lang, got, want)
		}
	}
	if got := OrderIn([]string{"25/04/2031", "03/05/2031", "no date"}); got != DayFirst {
		t.Errorf("a column with 25/04/2031 has the order %d", got)
	}
	if got := OrderIn([]string{"25/04/2031", "04/28/2031"}); got != AnyOrder {
		t.Errorf("a column of both has the order %d", got)
	}
}

// TestClocks: 25 May 2031, as far as the time of day can be read.
func TestClocks(t *testing.T) {
	for in, want := range map[string]string{
		"May 25 2031 7pm": "19:00", "May 25, 2031, 7 p.m.": "19:00", "May 25, 2031 12 a.m.": "00:00", "7:05 PM May 25, 2031": "19:05",
		"25 May 2031 1530 GMT": "15:30", "25 May 2031 15h": "15:00", "25 mai 2031 15 Uhr": "15:00", "14:05 | 25.05.2031": "14:05",
		"25 mai 2031, 9 h 05 min": "09:05", "25 de mayo de 2031, 7:05 p. m.": "19:05", "2031-05-25T24:00:00Z": "23:59",
		"2031-05-25T10:30:00.1234567Z": "10:30", "25 May 2031, 5 min": "", "2031-05-25 25:00": "",
	} {
		got := ""
		if d, ok := Whole(in, AnyOrder); ok && d.Time.Format(time.DateOnly) == "2031-05-25" {
			got = d.Time.Format("15:04")
		}
		if got != want {
			t.Errorf("%q is %q, want %q", in, got, want)
		}
	}
}

// TestCut: dates among other words.
func TestCut(t *testing.T) {
	for _, c := range []struct{ in, rest, dates string }{
		{"By Jana Holt December 28, 2025", "By Jana Holt", "2025-12-28 "},
		{"Von Jana Holt am 21. April 2026", "Von Jana Holt", "2026-04-21 "},
		{"Jana Holt, 01.12.2025", "Jana Holt", "2025-12-01 "},
		{"By Jana Holt – 11/18/19 11:04 PM EST", "By Jana Holt", "2019-11-18 "},
		{"Published 3 Mar 2026 10:00 GMT | Updated 4 Mar 2026 11:00 GMT", "", "2026-03-03 2026-03-04 "},
		{"Anna Le 3 March 2026", "Anna Le", "2026-03-03 "},
		{"The ferry of 3 May 26 passengers", "The ferry of 3 May 26 passengers", ""},
		{"Version 10.2.26 is out", "Version 10.2.26 is out", ""},
		{"no digits here", "no digits here", ""},
	} {
		rest, found := Cut(c.in, AnyOrder)
		got := ""
		for _, d := range found {
			got += d.Time.Format(time.DateOnly) + " "
		}
		if rest != c.rest || got != c.dates {
			t.Errorf("%q is %q with %q, want %q with %q", c.in, rest, got, c.rest, c.dates)
		}
	}
}

// FuzzDates: no text of any kind stops the reader, and what it cuts is there.
func FuzzDates(f *testing.F) {
	for _, c := range dates {
		f.Add(c.in)
	}
	f.Add("入 2031年5月 오후 ٢٥ مايو GMT+")
	f.Fuzz(func(t *testing.T, s string) {
		Parse(s)
		at := 0
		for _, d := range In(s, AnyOrder) {
			if d.Start < at || d.End <= d.Start || d.End > len(s) {
				t.Fatalf("%q: a date at %d to %d", s, d.Start, d.End)
			}
			at = d.End
		}
		Cut(s, DayFirst)
	})
}

func BenchmarkParse(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		Parse("2025-04-09T10:30:00+02:00")
		Parse("Mittwoch, 9. April 2025, 10:30 Uhr")
	}
}

// Dates of languages that have no label of their own: the months where they are
// called otherwise, other digits and other years.
func TestOtherCalendars(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"25. svibnja 2031.", "2031-05-25"}, {"15. listopada 2031.", "2031-10-15"}, {"15 listopada 2031", "2031-11-15"},
		{"25. maja 2031", "2031-05-25"}, {"25. avgust 2031.", "2031-08-25"}, {"25. júla 2031", "2031-07-25"}, {"25 октомври 2031 г.", "2031-10-25"},
		{"2031 m. gegužės 25 d.", "2031-05-25"}, {"25. oktoober 2031", "2031-10-25"}, {"25 de març de 2031", "2031-03-25"},
		{"25 tháng 5, 2031", "2031-05-25"}, {"Chủ nhật, 25/5/2031, 10:20 (GMT+7)", "2031-05-25"}, {"25 במאי 2031", "2031-05-25"},
		{"25 मई 2031", "2031-05-25"}, {"२५ जनवरी २०३१", "2031-01-25"}, {"25 พฤษภาคม 2574", "2031-05-25"}, {"๒๕ มกราคม ๒๕๗๔", "2031-01-25"},
		{"令和13年5月25日", "2031-05-25"}, {"民國120年5月25日", "2031-05-25"}, {"25 tháng 13, 2031", ""}, {"25 พฤษภาคม 2774", ""}, {"13年5月25日", ""},
	} {
		got := ""
		if d, ok := Parse(c.in); ok {
			got = d.Format(time.DateOnly)
		}
		if got != c.want {
			t.Errorf("%q is %q, want %q", c.in, got, c.want)
		}
	}
}

// TestOrderByWeekday: a day of the week beside two numbers tells which is the day.
func TestOrderByWeekday(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"Monday, 09/03/2026", "2026-03-09"}, {"Thu, 09/03/2026", "2026-09-03"}, {"lunes 09/03/2026", "2026-03-09"}, {"Thứ hai, 9/3/2026, 16:21 (GMT+7)", "2026-03-09"},
		{"Segunda-feira, 09/03/2026", "2026-03-09"}, {"понедельник, 09/03/2026", "2026-03-09"},
		{"Friday, 09/03/2026", ""},  // neither
		{"Tuesday, 03/06/2026", ""}, // neither, too
		{"09/03/2026", ""},
	} {
		got := ""
		if d, ok := Parse(c.in); ok {
			got = d.Format(time.DateOnly)
		}
		if got != c.want {
			t.Errorf("%q is %q, want %q", c.in, got, c.want)
		}
	}
}
