// Package format reads files into raw articles, one Go file a format.
//
// A format turns bytes into articles as the file has them: no cleaning, no
// guessing, no sentence is cut here. That is the business of package corpus,
// which calls Read and treats all formats alike. To add a format, write its
// file and add a line to the table below.
//
// What formats share:
//
//	source.go      a file to be read, and how much of it; stream.go, piece by piece
//	charset.go     bytes → UTF-8
//	fields.go      how a title, an author, an address is noted
//	spellings.go   the keys under which tools keep them, and in body.go the text:
//	               of front matter, JSON and tables
//	html.go        HTML → the article in it: page.go and page_*.go find it and
//	               what the page says of it, jsonld.go and jsonmend.go in its JSON-LD,
//	               htmltext.go makes its elements paragraphs
//	xml.go         XML as people have it, in tokens; xmltree.go, as a tree
//	zip.go         documents that are ZIP archives
//	mime.go        messages and their parts
//	pack.go        files packed by gzip or bzip2, or in an archive.go
//	export.go      exports of research databases, many articles a file
//	unreadable.go  what is not read, and what to do with it; beside.go, what
//	               stands beside articles and is passed over
//
// Formats of several files: text.go and markdown.go with frontmatter.go,
// emphasis.go, clipping.go; docx.go with word.go and, for exports, nexis.go;
// rtf.go with rtftext.go; pdf.go with pdf*.go; json.go with json*.go; mail.go
// with mbox.go and mhtml.go; warc.go with fetched.go. Those of one file are
// called as their format is.
package format

import (
	"slices"
)

// A Format is a way articles are kept in files.
type Format struct {
	Name       string
	Extensions []string // lower case, with the point
	Streams    bool     // read piece by piece: such a file may be of any size
	Slow       bool     // worth keeping what was read for the next time

	// looks reports whether a file that begins with head, up to headBytes of
	// it, is of this format. Nil: the extension is enough.
	looks func(head []byte) bool

	// rest: it also takes what has its extension and looks like none of the
	// formats that share it.
	rest bool

	// read reads the articles of a file.
	read readFunc
}

// formats is every format. Where several have one extension, and for files
// without any, the first whose content looks right is taken: what is told from
// others by more stands first, and the last takes any text.
var formats = []*Format{
	{Name: "PDF", Extensions: []string{".pdf"}, Slow: true, looks: looksPDF, read: whole(readPDF)},
	{Name: "OpenDocument", Extensions: []string{".odt", ".ott"}, looks: looksODT, read: whole(readODT)},
	{Name: "EPUB", Extensions: []string{".epub"}, looks: looksEPUB, read: whole(readEPUB)},
	{Name: "Rich Text", Extensions: []string{".rtf"}, looks: looksRTF, read: whole(readRTF)},
	{Name: "gzip", Extensions: []string{".gz"}, Streams: true, Slow: true, looks: looksGzip, read: readGzip},
	{Name: "bzip2", Extensions: []string{".bz2"}, Streams: true, Slow: true, looks: looksBzip2, read: readBzip2},
	{Name: "Word document", Extensions: []string{".docx"}, Slow: true, looks: looksWord, read: export(readWord(readNexis))},
	{Name: "ZIP archive", Extensions: []string{".zip"}, Slow: true, looks: looksArchive, read: readArchive},
	{Name: "WARC", Extensions: []string{".warc", ".wet"}, Streams: true, Slow: true, looks: looksWARC, read: readWARC},
	{Name: "MHTML", Extensions: []string{".mht", ".mhtml"}, Slow: true, looks: looksMHTML, read: whole(readMHTML)},
	{Name: "mailbox", Extensions: []string{".mbox"}, Streams: true, looks: looksMbox, read: readMbox},
	{Name: "mail", Extensions: []string{".eml"}, looks: looksMail, read: whole(readMail)},
	{Name: "feed", Extensions: []string{".xml", ".rss", ".atom", ".rdf"}, looks: looksFeed, read: export(asTree("a feed", readFeed))},
	{Name: "NewsML", Extensions: []string{".xml", ".newsml", ".nitf"}, looks: looksNewsML, read: export(asTree("a NewsML or NITF file", readNewsML))},
	{Name: "LexisNexis export", Extensions: []string{".html", ".htm"}, Slow: true, looks: looksLexisPage, read: exportOfText(readLexisPage)},
	{Name: "Factiva export", Extensions: []string{".html", ".htm"}, Slow: true, looks: looksFactivaPage, read: exportOfText(readFactivaPage)},
	{Name: "Factiva export", Extensions: []string{".xml"}, looks: looksFactivaXML, read: export(asTree("a Factiva export", readFactivaXML))},
	{Name: "Europresse export", Extensions: []string{".html", ".htm"}, Slow: true, looks: looksEuropresse, read: exportOfText(readEuropresse)},
	{Name: "web page", Extensions: []string{".html", ".htm", ".xhtml"}, Slow: true, looks: looksHTML, rest: true, read: whole(readHTML)},
	{Name: "JSON", Extensions: []string{".json", ".jsonl", ".ndjson"}, Streams: true, looks: looksJSON, read: readJSON},
	{Name: "table", Extensions: []string{".csv", ".tsv"}, Streams: true, looks: looksTable, read: readTable},
	{Name: "Markdown", Extensions: []string{".md", ".markdown"}, looks: looksMarkdown, read: whole(readMarkdown)},
	{Name: "LexisNexis export", Extensions: []string{".txt", ".text"}, looks: looksLexisText, read: exportOfText(readLexisText)},
	{Name: "ProQuest export", Extensions: []string{".txt", ".text"}, looks: looksProquest, read: exportOfText(readProquest)},
	{Name: "plain text", Extensions: []string{".txt", ".text"}, read: whole(readText)},
}

// of returns the format of a file by its extension and how it begins. Where an
// extension belongs to one format only, it decides alone; a name without one
// is decided by content. It is nil when nothing fits.
func of(name string, head []byte) *Format {
	ext := Extension(name)
	var fits []*Format
	for _, f := range formats {
		if ext == "" || slices.Contains(f.Extensions, ext) {
			fits = append(fits, f)
		}
	}
	for _, f := range fits {
		if len(fits) == 1 || f.looks == nil || f.looks(head) {
			return f
		}
	}
	for _, f := range fits {
		if f.rest && ext != "" {
			return f
		}
	}
	return nil
}

// told reports whether a file's name alone tells its format.
func told(name string) bool {
	ext, fits := Extension(name), 0
	for _, f := range formats {
		if slices.Contains(f.Extensions, ext) {
			fits++
		}
	}
	return fits == 1
}

// Known reports whether a file of this name has a reader, as far as its name
// tells.
func Known(name string) bool { return Extension(name) == "" || named(name) != nil }

// Streams reports whether a file of this name is read piece by piece, so that
// it may be of any size.
func Streams(name string) bool {
	f := named(name)
	return f != nil && f.Streams
}

// named returns the first format that has the extension of a name, or nil.
func named(name string) *Format {
	ext := Extension(name)
	for _, f := range formats {
		if ext != "" && slices.Contains(f.Extensions, ext) {
			return f
		}
	}
	return nil
}
