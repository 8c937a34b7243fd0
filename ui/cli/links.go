package cli

import (
	"cmp"
	"io"
	"os"

	"parallax/corpus"
	"parallax/ui/hyperlink"
)

// linked has text written with its addresses and the paths of articles as links,
// where it goes to a terminal that has them. In pipes and files it stays as it is.
func linked(w io.Writer, format string, articles []*corpus.Article, content func(io.Writer) error) error {
	if format != "text" || !isTerminal(w) || !hyperlink.Supported(os.Getenv("TERM")) {
		return content(w)
	}
	files := make(map[string]string, len(articles))
	for _, a := range articles {
		files[corpus.Printable(a.Path)] = a.File
	}
	links := hyperlink.NewWriter(w, func(path string) string { return hyperlink.File(files[path]) })
	err := content(links)
	return cmp.Or(links.Flush(), err)
}
