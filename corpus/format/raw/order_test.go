package raw

import (
	"fmt"
	"iter"
	"strings"
	"testing"

	"parallax/corpus/dates"
)

// TestOneOrder: dates that can be two are read as the others of their column, and
// articles keep their order.
func TestOneOrder(t *testing.T) {
	for in, want := range map[string]string{
		"03/05/2031 04/05/2031 25/05/2031": "2031-05-03 2031-05-04 2031-05-25",
		"25/05/2031 03/05/2031":            "2031-05-25 2031-05-03",
		"03/05/2031 05/25/2031 04/05/2031": "2031-03-05 2031-05-25 2031-04-05",
		"03/05/2031 04/05/2031":            "? ?",
		"03/05/2031 broken 25/05/2031":     "2031-05-03 error 2031-05-25",
		"25/05/2031 05/25/2031 03/05/2031": "2031-05-25 2031-05-25 ?",
		"2031-05-03 03/05/2031":            "2031-05-03 ?",
	} {
		source := func(Source) iter.Seq2[Article, error] {
			return func(yield func(Article, error) bool) {
				for d := range strings.FieldsSeq(in) {
					var err error
					a := Article{Fields: AddField(nil, Published, d, "column: Date")}
					if d == "broken" {
						a, err = Article{}, fmt.Errorf("broken row")
					}
					if !yield(a, err) {
						return
					}
				}
			}
		}
		var got []string
		for a, err := range InOneOrder(source)(Source{}) {
			if err != nil {
				got = append(got, "error")
			} else if when, ok := dates.ParseAs(a.Fields[0].Value, a.DateOrder); ok {
				got = append(got, when.Format("2006-01-02"))
			} else {
				got = append(got, "?")
			}
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%s: got %s, want %s", in, s, want)
		}
	}
}

// TestOneOrderEnds: a stream in which no date shows the order is handed on, and
// nobody who has had enough is given more.
func TestOneOrderEnds(t *testing.T) {
	endless := func(Source) iter.Seq2[Article, error] {
		return func(yield func(Article, error) bool) {
			for yield(Article{Fields: AddField(nil, Published, "03/05/2031", "column: Date")}, nil) {
			}
		}
	}
	n := 0
	for range InOneOrder(endless)(Source{}) {
		if n++; n == 3*maxHeld/2 {
			break
		}
	}
	if n != 3*maxHeld/2 {
		t.Errorf("%d articles", n)
	}
}
