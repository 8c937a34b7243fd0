package corpus

import (
	"strings"
	"sync"
)

const (
	// textsBytes is how much memory is taken for texts at a time.
	textsBytes = 128 << 10

	// ownText is how long a text is that has memory of its own: the rounding of
	// sizes costs it little.
	ownText = 16 << 10
)

// texts keeps the texts of a corpus side by side. Each by itself would take a
// tenth more memory, for the sizes that Go allocates. It is safe for use by
// several goroutines.
type texts struct {
	mu   sync.Mutex
	room strings.Builder
}

// keep returns a copy of a text.
func (t *texts) keep(text string) string {
	if len(text) >= ownText {
		return strings.Clone(text)
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.room.Cap()-t.room.Len() < len(text) {
		t.room = strings.Builder{}
		t.room.Grow(textsBytes)
	}
	at := t.room.Len()
	t.room.WriteString(text)
	return t.room.String()[at:]
}
