package raw

import (
	"path"
	"slices"
	"strings"
	"sync"
)

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

// besides are the extensions of files that come with articles in folders
// and hold none: the pictures and styles of saved pages, and the like.
var besides = sync.OnceValue(func() map[string]bool {
	m := make(map[string]bool)
	for _, e := range strings.Fields(`
		png jpg jpeg gif svg webp avif ico bmp tif tiff heic
		css js mjs ts map wasm woff woff2 ttf otf eot
		mp3 mp4 m4a m4v ogg wav webm mov avi mkv
		bak tmp swp lock log part crdownload
		py sh go c h rb r ipynb bat ps1
		cdx cdxj
		gitignore ds_store ini cfg toml
	`) {
		m["."+e] = true
	}
	return m
})

// Beside reports whether a file of this name is one that comes with articles
// and holds none, so that it need not be reported.
func Beside(name string) bool { return besides()[Extension(name)] }

// SavedPages are the web pages among some files, by their names without extension.
type SavedPages map[string]bool

// SavedPagesOf returns the web pages among files of these names or paths.
func SavedPagesOf(names []string) SavedPages {
	pages := make(SavedPages)
	for _, n := range names {
		switch ext := Extension(n); ext {
		case ".html", ".htm", ".xhtml", ".shtml":
			pages[n[:len(n)-len(ext)]] = true
		}
	}
	return pages
}

// attachments are what browsers add to the name of a saved page to name
// the folder of its pictures, scripts and frames, which hold no article.
var attachments = []string{"_files", ".files", "-files", "_data", "-Dateien", "_fichiers", "_archivos", "_file", "_bestanden", "_filer"}

// Attached reports whether a folder, named as the pages are, belongs to one of
// them, or to a note as Evernote exports it.
func (p SavedPages) Attached(folder string) bool {
	return strings.HasSuffix(folder, ".resources") || slices.ContainsFunc(attachments, func(a string) bool {
		page, ok := strings.CutSuffix(folder, a)
		return ok && p[page]
	})
}
