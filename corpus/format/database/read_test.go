package database

import (
	"bytes"
	"io"
	"iter"
	"testing"

	"parallax/corpus/format/office"
	"parallax/corpus/format/raw"
	"parallax/corpus/format/rawtest"
	"parallax/corpus/format/xml"
)

// TestFiles reads the files of testdata.
func TestFiles(t *testing.T) { rawtest.Files(t, "testdata/*.txtar", describe) }

// read reads a file as its name says, or what it looks like.
func read(src raw.Source, r io.Reader) iter.Seq2[raw.Article, error] {
	data, err := io.ReadAll(r)
	if err != nil {
		return raw.Only(raw.Article{}, err)
	}
	reader := raw.Export(xml.AsTree("a Factiva export", ReadFactivaXML))
	switch raw.Extension(src.Name) {
	case ".rtf":
		reader = raw.Export(office.ReadRTF(ReadDocument))
	case ".docx":
		reader = raw.Export(office.ReadWord(ReadDocument))
	case ".xml":
	default:
		for _, f := range []struct {
			looks func([]byte) bool
			read  func(string, raw.Give) error
		}{{LooksLexisPage, ReadLexisPage}, {LooksFactivaPage, ReadFactivaPage}, {LooksEuropresse, ReadEuropresse}, {LooksProquestPage, ReadProquestPage}, {LooksLexisText, ReadLexisText}, {LooksProquest, ReadProquest}, {LooksFactivaText, ReadFactivaText}, {LooksAgency, ReadAgency}, {LooksPress, ReadPress}} {
			if f.looks(data) {
				reader = raw.ExportOfText(f.read)
				break
			}
		}
	}
	return rawtest.Read(reader, src, bytes.NewReader(data))
}

func describe(name string, data []byte) string {
	return rawtest.Describe(read(raw.Source{Name: name}, bytes.NewReader(data)))
}
