package link

import (
	"slices"
	"testing"
)

// TestModelFits holds that the embedded model was fitted on the features there
// are, in their order.
func TestModelFits(t *testing.T) {
	j := linkModel()
	for file, names := range map[string][2][]string{
		lineFile:   {j.line.Features, featureNames[:]},
		forestFile: {j.forest.Features, allNames},
	} {
		if !slices.Equal(names[0], names[1]) {
			t.Errorf("%s has the features %v, the code %v: fit it anew with go test ./diffview/link -run TestFit -fit", file, names[0], names[1])
		}
	}
	if len(j.forest.Trees) != forestOptions.Trees {
		t.Errorf("%s has %d trees, want %d", forestFile, len(j.forest.Trees), forestOptions.Trees)
	}
}
