package slot

import (
	_ "embed"
	"sync"

	"parallax/diffview/model"
)

// judgeFile is the model's file, written by TestFit.
const judgeFile = "slot.forest"

//go:embed slot.forest
var judgeText string

// judge reads the embedded model at its first use. That it fits the features is
// held by a test.
var judge = sync.OnceValue(func() *model.Forest {
	f, err := model.ParseForest(judgeText)
	if err != nil {
		panic("slot: " + judgeFile + ": " + err.Error())
	}
	return f
})
