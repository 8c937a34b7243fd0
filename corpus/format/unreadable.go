package format

import (
	"strings"
	"sync"
)

// unreadable says of formats that people have and that are not read here what
// they are and what to do, by extension.
var unreadable = sync.OnceValue(func() map[string]string {
	m := make(map[string]string)
	for _, u := range []struct{ extensions, why string }{
		{"doc dot", "the old Word format is not supported; save the document as .docx"},
		{"pages", "Pages documents are not supported; export the document as .docx or .pdf"},
		{"wps wpd wri", "Works, WordPerfect and Write documents are not supported; save the document as .docx or .odt"},
		{"ppt pptx odp key", "slides are not supported; export them as .pdf"},
		{"xls xlsx xlsm ods numbers", "spreadsheets are not supported; save the sheet as .csv"},
		{"webarchive", "Safari web archives are not supported; save the page as .html"},
		{"maff", "Mozilla web archives are not supported; save the page as .html"},
		{"url webloc desktop lnk", "it holds only the address of a page; save the page itself as .html"},
		{"gdoc", "it holds only the address of a Google document; download that as .docx"},
		{"db db3 sqlite sqlite3", "SQLite databases (from DiffEngine, NewsDiffs, Zotero …) are not supported; export the table of articles as .csv: sqlite3 -header -csv FILE 'select * from TABLE' > articles.csv"},
		{"mdb accdb", "Access databases are not supported; export the table of articles as .csv"},
		{"parquet feather arrow pkl pickle h5 hdf5 rds rdata dta sav", "this data format is not supported; export it as .csv or .jsonl"},
		{"ris bib nbib enl", "it holds references, not articles; export the articles with their full text"},
		{"enex one", "Evernote and OneNote notebooks are not supported; export the notes as .html"},
		{"msg pst ost", "Outlook messages are not supported; save them as .eml"},
		{"mbx", "Eudora and Outlook Express mailboxes are not supported; save the messages as .eml"},
		{"mobi azw azw3 kfx prc lit fb2 chm djvu xps oxps ps", "this format for books and printed pages is not supported; convert it to .epub or .pdf"},
		{"7z rar tar tgz xz zst cab", "this kind of archive is not supported; unpack it and open the folder, or repack it as .zip"},
	} {
		for e := range strings.FieldsSeq(u.extensions) {
			m["."+e] = u.why
		}
	}
	return m
})
