package mail

import (
	"bytes"
	"io"
	"iter"
	"strings"
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
	reader := raw.Export(ReadMail)
	switch ext := strings.ToLower(raw.Extension(src.Name)); {
	case ext == ".mbox", ext == "" && LooksMbox(data):
		reader = ReadMbox
	case ext == ".mhtml", ext == ".mht", ext == "" && LooksMHTML(data):
		reader = raw.Whole(ReadMHTML)
	}
	return rawtest.Read(reader, src, bytes.NewReader(data))
}

func describe(name string, data []byte) string {
	return rawtest.Describe(read(raw.Source{Name: name}, bytes.NewReader(data)))
}
