package corpus

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"parallax/corpus/prose"
)

// A sampleArticle is what an article of a sample must be read as. Of what is
// empty nothing is said by the file.
type sampleArticle struct {
	title, outlet, date, authors string
	first, last                  string // the words its body begins and ends with
}

// TestExportSamples opens an export of every database that is read.
func TestExportSamples(t *testing.T) {
	const lorem = "Lorem ipsum dolor sit amet"
	for name, want := range map[string][]sampleArticle{
		"docx/herald.docx": {
			{"Ferry halted after cracks found in hull", "", "2026-03-10", "Mara Quill", "Ferry services across", "three sister ships."},
		},
		"lexisnexis/sample.DOCX": {
			{lorem, "The Guardian (London)", "2019-07-01", "Mattha Busby (now)|Andrew Sparrow (earlier)", lorem, "neque, ut varius."},
			{lorem, "The Guardian (London)", "2019-07-02", "Andrew Sparrow", lorem, "luctus aliquam nisi."},
			{lorem, "The Guardian (London)", "2019-07-04", "Daniel Boffey", lorem, "consequat, vehicula urna primis."},
			{lorem + ", consectetur adipiscing elit", "The Guardian (London)", "2019-07-03", "Heather Stewart", lorem, "Auctor augue cubilia."},
			{lorem + ", consectetur adipiscing elit.", "The Guardian (London)", "2019-07-04", "Andrew Sparrow|Kevin Rawlinson", lorem, "vel mi, lectus ut."},
			{lorem + ", consectetur adipiscing elit. Etiam lacinia elementum sapien, eget aliquet", "The Guardian (London)", "2019-07-02", "Lisa O'Carroll Sample File correspondent", lorem, "Volutpat amet lorem risus."},
			{"Sample Headline", "The Guardian (London)", "2019-07-03", "Letters", lorem, "phasellus eu, et justo."},
			{lorem + ", nec egestas blandit", "The Guardian (London)", "2019-07-03", "Greg Wood", lorem, "nam urna, ac sed."},
			{"R (programming language) on Wikipedia", "The Guardian (London)", "2019-07-03", "Ross Ihaka|Robert Gentleman", "R is a programming language", "and in hard copy."},
			{"What is Wikipedia", "The Guardian (London)", "2019-07-02", "Tom Kibasi", "Wikipedia is a multilingual", "similar plan in 2018."},
		},
		"lexisnexis/sample.TXT": {
			{lorem, "guardian.com", "2010-01-11", "Andrew Sparrow", lorem, "neque, ut varius."},
			{lorem, "Guardian", "2010-01-11", "Simon Tisdall", lorem, "egestas, rhoncus tortor"},
			{lorem, "The Sun (England)", "2010-01-11", "TREVOR Kavanagh", lorem, "est vehicula sodales."},
			{lorem + ", consectetur adipiscing elit", "The Times (London)", "2010-01-11", "Tom Coghlan", lorem, "quis purus sed urna lacinia."},
			{lorem + ", consectetur adipiscing elit. Etiam lacinia elementum sapien?; eget aliquet ex finibus ut.", "The Times (London)", "2010-01-11", "William Rees-Mogg", lorem, "Duis eleifend ipsum vehicula."},
			{lorem + ", consectetur adipiscing elit. Etiam lacinia elementum sapien, eget aliquet", "The Times (London)", "2010-01-11", "Tom Coghlan", lorem, "photographer Philip Coburn"},
			{"ranch noble ash voice declaration", "Guardian", "2010-01-08", "Allegra Stratton", "Afford ranch noble", "commerce material refrigerator."},
			{"PRISONER OF HIS OWN CABINET", "MAIL ON SUNDAY (London)", "2010-01-10", "STEPHEN POLLARD", "In publishing and graphic design", "pains to avoid worse."},
			{"R (programming language) on Wikipedia", "Sunday Mirror", "2010-01-10", "Ross Ihaka|Robert Gentleman", "R is a programming language", "and in hard copy."},
			{"Wikipedia", "DAILY MAIL (London)", "2010-01-09", "", "Wikipedia is a multilingual", "all languages across Turkey."},
		},
		"lexisnexis/lexisnexis_test_en.html": {
			{"Heading One", "Some Newspaper", "1991-12-19", "PAPER AUTHOR", "Some text.", "end of paper."},
			{"First part; Second part", "Some Newspaper", "1993-01-28", "", "A list:", "Blah blah."},
		},
		"lexisnexis/lexisnexis_test_fr.html": {
			{"Title of first article", "My newpaper", "2013-04-12", "", "First paragraph.", "line breaks to remove."},
			{"Another title, with accents: éà", "My newpaper", "2013-10-14", "Author 2", "Introduction to article", "And even more."},
			{`" A quoted title "`, "My newpaper", "2013-03-10", "", "Last article.", "Last article."},
		},
		"lexisnexis/lexisnexis_test_copyright_error.html": { // its second article says that it cannot be shown
			{"", "The Daily Planet", "2018-12-31", "", "", "1,111"},
		},
		"factiva/factiva_test.html": {
			{"Test 1", "Test newspaper", "2011-12-29", "", "First head paragraph", "Fourth and last paragraph."},
			{"Test 2", "Ouest France", "2011-12-29", "", "First head paragraph", "Second head paragraph."},
		},
		"factiva/factiva_test.xml": {
			{"TEST - first test article", "My Newspaper", "2012-01-09", "", "This is the lead", "first test article."},
			{"TEST - second article de test", "My Newspaper", "2012-01-06", "", "Voici le chapeau", "un mot accentué."},
			{"TEST - third test article", "My Newspaper", "2012-05-06", "", "This is the lead", "third test article."},
		},
		"europresse/europresse_test1.html": {
			{"A heading: some text", "l'Humanité", "2013-10-05", "", "Some text, and a few accentuated characters: éèêù.", "Test."},
			{"Another heading with colored text inside", "Mag", "2012-10-03", "Second Author", "Contents of the article.", "(1) A note."},
			{"Heading", "Magazine 1", "2012-10-04", "Author Name", "This is a test", "a test"},
		},
		"europresse/europresse_test2.html": {
			{"Title", "Newspaper", "2006-03-14", "Author", "Some text: a mark.", "a mark."},
			{"Title", "Newspaper", "2006-03-14", "Ariane Chemin", "Some text.", "Some text."},
			{"A heading", "Newspaper", "2006-03-13", "", "A paragraph.", "A paragraph."},
			{"Title", "Newspaper", "2006-03-13", "Author", "Text.", "Text."},
		},
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join("../../shared/samples", name)
			if _, err := os.Stat(path); err != nil {
				t.Skip("the shared samples are not here")
			}
			c, err := Open([]string{path}, Options{})
			if err != nil {
				t.Fatal(err)
			}
			if len(c.Articles) != len(want) {
				t.Fatalf("%d articles, want %d; problems: %v", len(c.Articles), len(want), c.Problems)
			}
			for i, w := range want {
				checkSample(t, c.Articles[i], w)
			}
		})
	}
}

func checkSample(t *testing.T, a *Article, want sampleArticle) {
	t.Helper()
	equal := func(what, got, want string) {
		if got != want {
			t.Errorf("%s: %s is %q, want %q", a.Path, what, got, want)
		}
	}
	if want.title != "" || !a.Meta.Title.Guess {
		equal("title", a.Meta.Title.Value, want.title)
	}
	if want.outlet != "" || !a.Meta.Outlet.Guess {
		equal("outlet", a.Meta.Outlet.Value, want.outlet)
	}
	equal("date", a.Meta.Published.Value.Format("2006-01-02"), want.date)
	equal("authors", strings.Join(a.Meta.Authors.Value, "|"), want.authors)
	var body []string
	for _, s := range a.Sentences {
		if s.Kind == prose.Body {
			body = append(body, s.Of(a.Text))
		}
	}
	text := strings.Join(body, " ")
	if !strings.HasPrefix(text, want.first) || !strings.HasSuffix(text, want.last) {
		t.Errorf("%s: the text is %.60q … %q, want %q … %q", a.Path, text, text[max(0, len(text)-60):], want.first, want.last)
	}
}
