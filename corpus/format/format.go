// Package format is the table of formats: a file goes in, and its articles come
// out as the file has them, read by the package for its kind.
//
// A format turns bytes into articles. It does not clean, guess or split
// sentences: that is the job of package corpus, which calls Read and treats all
// formats alike. To add a format, write its file in the package for its kind
// and add a line to the table below.
//
//	raw       an article as a file has it, and what all readers share
//	web       pages, and pieces of HTML in other files
//	pdf       PDF
//	record    JSON and tables, and the keys under which tools keep things
//	text      plain text, Markdown and their front matter
//	xml       feeds, NewsML, NITF, and XML in other files
//	office    Word, OpenDocument, EPUB, Rich Text
//	database  exports of LexisNexis, Factiva, Europresse, ProQuest and others, agencies' text
//	mail      mail, mailboxes, MHTML
//	pack      gzip, bzip2, ZIP archives, WARC: any format may be inside
//
// A package imports only those listed above it.
package format

import (
	"slices"

	"parallax/corpus/format/database"
	"parallax/corpus/format/mail"
	"parallax/corpus/format/office"
	"parallax/corpus/format/pack"
	"parallax/corpus/format/pdf"
	"parallax/corpus/format/raw"
	"parallax/corpus/format/record"
	"parallax/corpus/format/text"
	"parallax/corpus/format/web"
	"parallax/corpus/format/xml"
)

// A Format is a way articles are kept in files.
type Format struct {
	Name       string
	Extensions []string // lower case, with the point
	Streams    bool     // read piece by piece: such a file may be of any size
	Slow       bool     // worth keeping what was read for the next time

	// looks reports whether a file that begins with head, up to raw.HeadBytes of
	// it, is of this format. Nil: the extension is enough.
	looks func(head []byte) bool

	// rest: it also takes what has its extension and looks like none of the
	// formats that share it.
	rest bool

	// read reads the articles of a file.
	read raw.ReadFunc
}

// formats is every format. Where several have one extension, and for files
// without any, the first whose content looks right is taken: what is told from
// others by more stands first, and the last takes any text.
var formats = []*Format{
	{Name: "PDF", Extensions: []string{".pdf"}, Slow: true, looks: pdf.Looks, read: raw.Whole(pdf.Read)},
	{Name: "OpenDocument", Extensions: []string{".odt", ".ott"}, looks: office.LooksODT, read: raw.Whole(office.ReadODT)},
	{Name: "EPUB", Extensions: []string{".epub"}, looks: office.LooksEPUB, read: raw.Whole(office.ReadEPUB)},
	{Name: "Rich Text", Extensions: []string{".rtf"}, looks: office.LooksRTF, read: raw.InOneOrder(raw.Export(office.ReadRTF(database.ReadDocument)))},
	{Name: "gzip", Extensions: []string{".gz"}, Streams: true, Slow: true, looks: pack.LooksGzip, read: pack.ReadGzip},
	{Name: "bzip2", Extensions: []string{".bz2"}, Streams: true, Slow: true, looks: pack.LooksBzip2, read: pack.ReadBzip2},
	{Name: "Word document", Extensions: []string{".docx"}, Slow: true, looks: office.LooksWord, read: raw.InOneOrder(raw.Export(office.ReadWord(database.ReadDocument)))},
	{Name: "ZIP archive", Extensions: []string{".zip"}, Slow: true, looks: pack.LooksArchive, read: pack.ReadArchive},
	{Name: "WARC", Extensions: []string{".warc", ".wet"}, Streams: true, Slow: true, looks: pack.LooksWARC, read: pack.ReadWARC},
	{Name: "MHTML", Extensions: []string{".mht", ".mhtml"}, Slow: true, looks: mail.LooksMHTML, read: raw.Whole(mail.ReadMHTML)},
	{Name: "mailbox", Extensions: []string{".mbox"}, Streams: true, looks: mail.LooksMbox, read: mail.ReadMbox},
	{Name: "mail", Extensions: []string{".eml"}, looks: mail.LooksMail, read: raw.Export(mail.ReadMail)},
	{Name: "feed", Extensions: []string{".xml", ".rss", ".atom", ".rdf"}, looks: xml.LooksFeed, read: raw.InOneOrder(raw.Export(xml.AsTree("a feed", xml.ReadFeed)))},
	{Name: "NewsML", Extensions: []string{".xml", ".newsml", ".nitf"}, looks: xml.LooksNewsML, read: raw.Export(xml.AsTree("a NewsML or NITF file", xml.ReadNewsML))},
	{Name: "LexisNexis export", Extensions: []string{".html", ".htm"}, Slow: true, looks: database.LooksLexisPage, read: raw.InOneOrder(raw.ExportOfText(database.ReadLexisPage))},
	{Name: "Factiva export", Extensions: []string{".html", ".htm"}, Slow: true, looks: database.LooksFactivaPage, read: raw.InOneOrder(raw.ExportOfText(database.ReadFactivaPage))},
	{Name: "Factiva export", Extensions: []string{".xml"}, looks: database.LooksFactivaXML, read: raw.InOneOrder(raw.Export(xml.AsTree("a Factiva export", database.ReadFactivaXML)))},
	{Name: "Europresse export", Extensions: []string{".html", ".htm"}, Slow: true, looks: database.LooksEuropresse, read: raw.InOneOrder(raw.ExportOfText(database.ReadEuropresse))},
	{Name: "ProQuest export", Extensions: []string{".html", ".htm"}, Slow: true, looks: database.LooksProquestPage, read: raw.InOneOrder(raw.ExportOfText(database.ReadProquestPage))},
	{Name: "web page", Extensions: []string{".html", ".htm", ".xhtml"}, Slow: true, looks: web.LooksHTML, rest: true, read: raw.Whole(web.ReadHTML)},
	{Name: "JSON", Extensions: []string{".json", ".jsonl", ".ndjson"}, Streams: true, looks: record.LooksJSON, read: raw.InOneOrder(record.ReadJSON)},
	{Name: "table", Extensions: []string{".csv", ".tsv"}, Streams: true, looks: record.LooksTable, read: raw.InOneOrder(record.ReadTable)},
	{Name: "Markdown", Extensions: []string{".md", ".markdown"}, looks: text.LooksMarkdown, read: raw.Whole(text.ReadMarkdown)},
	{Name: "LexisNexis export", Extensions: []string{".txt", ".text"}, looks: database.LooksLexisText, read: raw.InOneOrder(raw.ExportOfText(database.ReadLexisText))},
	{Name: "ProQuest export", Extensions: []string{".txt", ".text"}, looks: database.LooksProquest, read: raw.InOneOrder(raw.ExportOfText(database.ReadProquest))},
	{Name: "Factiva export", Extensions: []string{".txt", ".text"}, looks: database.LooksFactivaText, read: raw.InOneOrder(raw.ExportOfText(database.ReadFactivaText))},
	{Name: "agency text", Extensions: []string{".txt", ".text"}, looks: database.LooksAgency, read: raw.ExportOfText(database.ReadAgency)},
	{Name: "press archive export", Extensions: []string{".txt", ".text"}, looks: database.LooksPress, read: raw.InOneOrder(raw.ExportOfText(database.ReadPress))},
	{Name: "plain text", Extensions: []string{".txt", ".text"}, read: raw.Whole(text.ReadPlain)},
}

// detect returns the format of a file by its extension and how it begins. Where an
// extension belongs to one format only, it decides alone; a name without one
// is decided by content. It is nil when nothing fits.
func detect(name string, head []byte) *Format {
	ext := raw.Extension(name)
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

// decidedByName reports whether a file's name alone tells its format.
func decidedByName(name string) bool {
	ext, fits := raw.Extension(name), 0
	for _, f := range formats {
		if slices.Contains(f.Extensions, ext) {
			fits++
		}
	}
	return fits == 1
}

// Known reports whether a file of this name can be read, judging by the name
// alone.
func Known(name string) bool { return raw.Extension(name) == "" || named(name) != nil }

// Streams reports whether a file of this name is read as a stream, so that it
// may be of any size.
func Streams(name string) bool {
	f := named(name)
	return f != nil && f.Streams
}

// named returns the first format that has the extension of a name, or nil.
func named(name string) *Format {
	ext := raw.Extension(name)
	for _, f := range formats {
		if ext != "" && slices.Contains(f.Extensions, ext) {
			return f
		}
	}
	return nil
}
