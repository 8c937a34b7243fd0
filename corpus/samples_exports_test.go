package corpus

const lorem = "Lorem ipsum dolor sit amet"

// exportSamples are exports of every database that is read.
var exportSamples = map[string][]sample{
	"lexisnexis/sample.DOCX": {
		{lorem, "The Guardian (London)", "2019-07-01", "Mattha Busby|Andrew Sparrow", lorem, "neque, ut varius."},
		{lorem, "The Guardian (London)", "2019-07-02", "Andrew Sparrow", lorem, "luctus aliquam nisi."},
		{lorem, "The Guardian (London)", "2019-07-04", "Daniel Boffey", lorem, "consequat, vehicula urna primis."},
		{lorem + ", consectetur adipiscing elit", "The Guardian (London)", "2019-07-03", "Heather Stewart", lorem, "Auctor augue cubilia."},
		{lorem + ", consectetur adipiscing elit.", "The Guardian (London)", "2019-07-04", "Andrew Sparrow|Kevin Rawlinson", lorem, "vel mi, lectus ut."},
		{lorem + ", consectetur adipiscing elit. Etiam lacinia elementum sapien, eget aliquet", "The Guardian (London)", "2019-07-02", "Lisa O'Carroll Sample File", lorem, "Volutpat amet lorem risus."},
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
	"lexisnexis/lexisnexis_test_copyright_error.html": {
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
}

// unshown is how many articles of an export say that they cannot be shown.
var unshown = map[string]int{"lexisnexis/lexisnexis_test_copyright_error.html": 1}
