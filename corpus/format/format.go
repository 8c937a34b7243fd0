// Package format reads files into raw articles, one Go file a format.
//
// A format turns bytes into articles as the file has them: no cleaning, no
// guessing, no sentence is cut here. That is the business of package corpus,
// which calls Read and treats all formats alike. To add a format, write its
// file and add a line to the table below.
package format

import (
	"path"
	"strings"
)

// A Raw is one article as a file gave it, before cleaning.
type Raw struct {
	Text   string  // the article, paragraphs divided by line breaks
	Fields []Field // what the file says about it; of two with one name the first is the one to trust
}

// A Field is one thing a file says about an article, for example
// {"title", "Drones considered", "front matter: headline"}.
type Field struct {
	Name  string // one of the names below
	Value string // as the file has it
	From  string // where in the file it stood, in a reader's words
}

// The names of fields. A format maps its own spellings to these.
const (
	Title     = "title"
	Outlet    = "outlet"
	Author    = "author" // one field an author
	Published = "published"
	Updated   = "updated"
	URL       = "url"
	Language  = "language"
)

// A Format is a way articles are kept in files.
type Format struct {
	Name       string
	Extensions []string // lower case, with the point

	// Read returns the articles of a file that holds data. Its error says
	// what is wrong in words that can follow "path: ".
	Read func(data []byte) ([]Raw, error)

	// looks reports whether a file without an extension is of this format.
	looks func(data []byte) bool
}

// formats is in the order in which content is tried; the last takes any text.
var formats = []*Format{
	{Name: "Markdown", Extensions: []string{".md", ".markdown"}, Read: readMarkdown, looks: looksMarkdown},
	{Name: "plain text", Extensions: []string{".txt", ".text"}, Read: readText, looks: func([]byte) bool { return true }},
}

// For returns the format of a file by its name's extension, or by its content
// when the name has none. It is nil when there is no reader for the extension.
func For(name string, data []byte) *Format {
	ext := Extension(name)
	for _, f := range formats {
		for _, e := range f.Extensions {
			if e == ext {
				return f
			}
		}
		if ext == "" && f.looks(data) {
			return f
		}
	}
	return nil
}

// Known reports whether a file of this name has a reader, as far as its name
// tells.
func Known(name string) bool {
	ext := Extension(name)
	if ext == "" {
		return true
	}
	for _, f := range formats {
		for _, e := range f.Extensions {
			if e == ext {
				return true
			}
		}
	}
	return false
}

// Extension returns the lower-case extension of a file name with its point,
// or "". What cannot be one, as in "Talks with Mr. Smith" or "2025.04", is
// part of the name.
func Extension(name string) string {
	ext := strings.ToLower(path.Ext(name))
	if len(ext) < 2 || len(ext) > 11 {
		return ""
	}
	letters := false
	for _, c := range []byte(ext[1:]) {
		switch {
		case 'a' <= c && c <= 'z':
			letters = true
		case '0' <= c && c <= '9':
		default:
			return ""
		}
	}
	if !letters {
		return ""
	}
	return ext
}

// besides are the extensions of files that stand beside articles in folders
// and hold none: the pictures and styles of saved pages, and the like.
var besides = func() map[string]bool {
	m := make(map[string]bool)
	for _, e := range strings.Fields(`
		png jpg jpeg gif svg webp avif ico bmp tif tiff heic
		css js mjs ts map wasm woff woff2 ttf otf eot
		mp3 mp4 m4a m4v ogg wav webm mov avi mkv
		bak tmp swp lock log part crdownload
		py sh go c h rb r ipynb bat ps1
		gitignore ds_store ini cfg toml
	`) {
		m["."+e] = true
	}
	return m
}()

// Beside reports whether a file of this name is one that stands beside
// articles and holds none, so that there is nothing to say about it.
func Beside(name string) bool { return besides[Extension(name)] }
