package model

import (
	"strings"
	"testing"
)

func TestBrokenFilesSayWhere(t *testing.T) {
	head := forestHeader + "\nfeatures x\nbias 0\n"
	for file, want := range map[string]string{
		"":                                      "line 1",
		head + "0 leaf 1\n":                     "line 4",
		head + "tree\n0 y < 1 ? 1 : 2\n":        `line 5: unknown feature "y"`,
		head + "tree\n0 x < 1 ? 0 : 0\n":        "does not lead on",
		head + "tree\n":                         "has no nodes",
		head + "tree\n0 x < one ? 1 : 2\n":      "line 5",
		head + "tree\nsomething else written\n": "line 5",
	} {
		if _, err := ParseForest(file); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: error %v, want one with %q", file, err, want)
		}
	}
	for file, want := range map[string]string{
		"":                                "line 1",
		logisticHeader + "\nx 1 mean 0\n": "line 2",
		logisticHeader + "\nx 1 mean 0 spread 0\n":   "not above 0",
		logisticHeader + "\nx one mean 0 spread 1\n": "line 2",
	} {
		if _, err := ParseLogistic(file); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: error %v, want one with %q", file, err, want)
		}
	}
}
