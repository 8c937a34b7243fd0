package corpus

import (
	"fmt"
	"os"
	"strings"

	"parallax/corpus/lazyregexp"
)

// numbered is how the path of an article of a file with many ends.
var numbered = lazyregexp.New(`#[0-9]+$`)

// OpenPair reads two articles to compare. Each path is a file or folder of one
// article, "-" for one on standard input, or an article of many as its Path has
// it: "export.docx#3", "pages.zip/front.html". Names may be given as they are
// shown. The paths may be the same.
//
// An error is one sentence that says what, where and what to do.
func OpenPair(left, right string, o Options) (pair [2]*Article, err error) {
	both, err := OpenEach([]string{left, right}, o)
	if err != nil {
		return pair, err
	}
	if left == right {
		both[1] = both[0]
	}
	return [2]*Article(both), nil
}

// OpenEach reads articles, one a path, in the order of the paths. Paths, names
// and errors are those of OpenPair.
func OpenEach(paths []string, o Options) (articles []*Article, err error) {
	opened := make(map[string]*Corpus) // standard input can be read but once
	for _, path := range paths {
		file := fileOf(path)
		if opened[file] == nil {
			if opened[file], err = Open([]string{file}, o); err != nil {
				return nil, err
			}
		}
		a, err := opened[file].one(path, file)
		if err != nil {
			return nil, err
		}
		articles = append(articles, a)
	}
	return articles, nil
}

// fileOf returns the file that an article of many is in, as the system knows
// it, or else the path.
func fileOf(path string) string {
	for file := path; file != ""; {
		real := OnDisk(file)
		if info, err := os.Stat(real); file == stdin || err == nil && (file == path || info.Mode().IsRegular()) {
			return real
		}
		if cut := numbered.ReplaceAllString(file, ""); cut != file {
			file = cut
		} else {
			file = file[:max(0, strings.LastIndexByte(file, '/'))]
		}
	}
	return path
}

// one returns the article of that path in the corpus of a file.
func (c *Corpus) one(path, file string) (*Article, error) {
	path, file = Printable(path), Printable(file)
	for _, a := range c.Articles {
		if a.Path == path {
			return a, nil
		}
	}
	for _, p := range c.Problems {
		if p.Path == path || path == file {
			return nil, p
		}
	}
	switch {
	case path != file:
		return nil, fmt.Errorf("%s: no such article in %s; “parallax list” shows their names", path, file)
	case len(c.Articles) > 1:
		return nil, fmt.Errorf("%s: holds %d articles; name one as “parallax list” shows it: %s", path, len(c.Articles), c.Articles[0].Path)
	}
	return c.Articles[0], nil
}
