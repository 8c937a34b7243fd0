package format

import "strings"

// unreadable says of formats that people have and that are not read here what
// they are and what to do, by extension.
var unreadable = func() map[string]string {
	m := make(map[string]string)
	for _, u := range []struct{ extensions, why string }{
		{"doc dot", "the old Word format is not read; save it as .docx"},
		{"pages", "Pages documents are not read; export it as .docx or .pdf"},
		{"wps wpd wri", "documents of Works, WordPerfect and Write are not read; save it as .docx or .odt"},
		{"ppt pptx odp key", "slides are not read; export them as .pdf"},
		{"xls xlsx xlsm ods numbers", "spreadsheets are not read; save the sheet as .csv"},
		{"webarchive", "Safari web archives are not read; save the page as .html"},
		{"maff", "Mozilla web archives are not read; save the page as .html"},
		{"url webloc desktop lnk", "it holds only the address of a page; save the page itself as .html"},
		{"gdoc", "it holds only the address of a Google document; download that as .docx"},
		{"db db3 sqlite sqlite3", "SQLite databases (of DiffEngine, NewsDiffs, Zotero …) are not read; write the table of articles as .csv: sqlite3 -header -csv FILE 'select * from TABLE' > articles.csv"},
		{"mdb accdb", "Access databases are not read; export the table of articles as .csv"},
		{"parquet feather arrow pkl pickle h5 hdf5 rds rdata dta sav", "this format for data sets is not read; write it as .csv or .jsonl"},
		{"ris bib nbib enl", "it holds references, not articles; export the full text"},
		{"enex one", "notebooks of Evernote and OneNote are not read; export the notes as .html"},
		{"msg pst ost", "Outlook messages are not read; save them as .eml"},
		{"mbx", "mailboxes of Eudora and Outlook Express are not read; save the messages as .eml"},
		{"mobi azw azw3 kfx prc lit fb2 chm djvu xps oxps ps", "this format for books and printed pages is not read; convert it to .epub or .pdf"},
		{"7z rar tar tgz xz zst cab", "archives of this kind are not opened; unpack it and open the folder, or pack it as .zip"},
	} {
		for e := range strings.FieldsSeq(u.extensions) {
			m["."+e] = u.why
		}
	}
	return m
}()
