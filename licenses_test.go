package main

import (
	"runtime/debug"
	"strings"
	"testing"

	"parallax/ui/licenses"
)

// TestLicences looks for the licence of each module that the program is linked
// with. A test program records those of the program it tests, without what only
// its tests import, so that no other needs to be built.
func TestLicences(t *testing.T) {
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Path != "parallax" || len(info.Deps) < 20 {
		t.Fatalf("no record of the modules of the program: %v, %+v", ok, info)
	}
	for _, m := range info.Deps {
		if !strings.Contains("\n"+licenses.All, "\n== "+m.Path+" "+m.Version+"\n") {
			t.Errorf("no licence of %s %s: run go generate ./ui/licenses", m.Path, m.Version)
		}
	}
}
