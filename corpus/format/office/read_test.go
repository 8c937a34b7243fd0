package office

import (
	"bytes"
	"io"
	"iter"
	"testing"

	"parallax/corpus/format/raw"
	"parallax/corpus/format/rawtest"
)

// TestFiles reads the files of testdata.
func TestFiles(t *testing.T) { rawtest.Files(t, "testdata/*.txtar", describe) }

// read reads a file as its name says, or what it looks like.
func read(src raw.Source, r io.Reader) iter.Seq2[raw.Article, error] {
	data, err := io.ReadAll(r)
	if err != nil {
		return raw.Only(raw.Article{}, err)
	}
	noExport := func([]Paragraph, raw.Give) bool { return false }
	reader := raw.Export(ReadWord(noExport))
	switch ext := raw.Extension(src.Name); {
	case ext == ".odt", ext == "" && LooksODT(data):
		reader = raw.Whole(ReadODT)
	case ext == ".epub", ext == "" && LooksEPUB(data):
		reader = raw.Whole(ReadEPUB)
	case ext == ".rtf":
		reader = raw.Export(ReadRTF(noExport))
	}
	return rawtest.Read(reader, src, bytes.NewReader(data))
}

func describe(name string, data []byte) string {
	return rawtest.Describe(read(raw.Source{Name: name}, bytes.NewReader(data)))
}
