package office

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"

	"parallax/corpus/format/raw"
)

// Limits of a zipped document. Those of word processors have some 30 members
// and unpack to less than fifty times their size.
const (
	maxMembers  = 4096
	maxMember   = 64 << 20  // bytes of one member, unpacked
	maxUnpacked = 128 << 20 // bytes of all members that are read
)

// A zipped is a document that is a ZIP archive: DOCX, ODT, EPUB.
type zipped struct {
	members map[string]*zip.File
	left    *int // bytes that may yet be unpacked
}

// unzip opens a ZIP archive without unpacking anything.
func unzip(data []byte) (zipped, error) {
	if n := raw.ZIPMembers(data); n > maxMembers {
		return zipped{}, fmt.Errorf("an archive of %d members; the limit is %d", n, maxMembers)
	}
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return zipped{}, errors.New("not a complete document of its kind (not a ZIP archive, or cut off); get the file again")
	}
	left := maxUnpacked
	z := zipped{make(map[string]*zip.File, len(r.File)), &left}
	for _, f := range r.File {
		if _, twice := z.members[f.Name]; !twice {
			z.members[f.Name] = f
		}
	}
	return z, nil
}

// member returns what a member holds, nil when there is none of that name.
// What unpacks to more than maxMember, or to more than maxUnpacked with those
// read before, is an error, whatever its header says.
func (z zipped) member(name string) ([]byte, error) {
	f := z.members[name]
	if f == nil {
		return nil, nil
	}
	name = raw.OneLine(name) // for the errors
	r, err := f.Open()
	switch {
	case errors.Is(err, zip.ErrAlgorithm):
		return nil, fmt.Errorf("%s in it is compressed in an unsupported way; save the document again", name)
	case err != nil:
		return nil, fmt.Errorf("%s in it is damaged; get the file again", name)
	}
	defer r.Close()
	limit := min(maxMember, *z.left)
	data, err := io.ReadAll(io.LimitReader(r, int64(limit)+1))
	*z.left -= min(len(data), limit)
	switch {
	case err != nil:
		return nil, fmt.Errorf("%s in it is damaged; get the file again", name)
	case len(data) > limit:
		return nil, fmt.Errorf("%s in it unpacks to more than %d MB", name, limit>>20)
	}
	return data, nil
}
