package format

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
)

// Limits of a zipped document. Those of word processors have some 30 members
// and unpack to less than fifty times their size.
const (
	maxMembers = 4096
	maxMember  = 64 << 20 // bytes of one member, unpacked
)

// A zipped is a document that is a ZIP archive: DOCX, ODT, EPUB.
type zipped struct{ members map[string]*zip.File }

// unzip opens a ZIP archive without unpacking anything.
func unzip(data []byte) (zipped, error) {
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return zipped{}, errors.New("not a whole document of its kind (it is no ZIP archive, or was cut off)")
	}
	if len(r.File) > maxMembers {
		return zipped{}, fmt.Errorf("an archive of %d members; the limit is %d", len(r.File), maxMembers)
	}
	z := zipped{make(map[string]*zip.File, len(r.File))}
	for _, f := range r.File {
		if _, twice := z.members[f.Name]; !twice {
			z.members[f.Name] = f
		}
	}
	return z, nil
}

// member returns what a member holds, nil when there is none of that name.
// What unpacks to more than maxMember is an error, whatever its header says.
func (z zipped) member(name string) ([]byte, error) {
	f := z.members[name]
	if f == nil {
		return nil, nil
	}
	r, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("%s in it cannot be unpacked: %v", name, err)
	}
	defer r.Close()
	data, err := io.ReadAll(io.LimitReader(r, maxMember+1))
	switch {
	case err != nil:
		return nil, fmt.Errorf("%s in it cannot be unpacked: %v", name, err)
	case len(data) > maxMember:
		return nil, fmt.Errorf("%s in it unpacks to more than %d MB", name, maxMember>>20)
	}
	return data, nil
}
