package pack

import (
	"fmt"
	"testing"

	"parallax/corpus/format/raw"
)

// TestFaultCostsOneMember: a reader that panics costs the file it read, not
// those beside it; a panic of who reads the articles is none of a file's.
func TestFaultCostsOneMember(t *testing.T) {
	faulty := func(yield func(raw.Article, error) bool) {
		yield(raw.Article{Text: "one"}, nil)
		panic("index out of range")
	}
	var got []string
	more := guarded(faulty, func(r raw.Article, err error) bool {
		got = append(got, fmt.Sprint(r.Text, err))
		return true
	})
	want := "[one<nil> could not be read because of a bug in parallax, not in the file: index out of range]"
	if fmt.Sprint(got) != want || !more {
		t.Errorf("got %v, more %v", got, more)
	}
	defer func() {
		if recover() == nil {
			t.Error("the panic of who reads was kept")
		}
	}()
	guarded(raw.Only(raw.Article{}, nil), func(raw.Article, error) bool { panic("mine") })
}
