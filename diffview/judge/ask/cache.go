package ask

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"path/filepath"
	"slices"
	"sync"
	"time"

	"parallax/corpus/entries"
	"parallax/diffview"
	"parallax/diffview/judge"
)

const (
	maxCache  = 64 << 20 // bytes on the disk; of more, the oldest answers are removed
	maxMemory = 512      // answers in memory
	maxAge    = 180 * 24 * time.Hour
)

// A cache keeps answers by the texts, the question and the judge. An entry has the
// answer, checked anew each time it is read, and never a key.
//
// A nil cache keeps nothing.
type cache struct {
	dir string // "" is memory only
	id  string

	mu     sync.Mutex
	memory map[string]Reply
	order  []string
	swept  bool
}

func newCache(dir, id string) *cache {
	return &cache{dir: dir, id: id, memory: make(map[string]Reply)}
}

// name names the entry of a question whose articles are in this order.
func (c *cache) name(q judge.Question, left, right diffview.Side) string {
	h := sha256.New()
	fmt.Fprintf(h, "%s %q %s %s", judge.Version, c.id, judge.Hash(q.Comparison.Articles[left]), judge.Hash(q.Comparison.Articles[right]))
	fmt.Fprint(h, q.Parts[left], q.Parts[right])
	return hex.EncodeToString(h.Sum(nil)[:20])
}

// get returns the answer to a question, in whichever order its articles were asked
// about.
func (c *cache) get(q judge.Question) (Reply, bool) {
	if c == nil {
		return Reply{}, false
	}
	if r, ok := c.read(c.name(q, diffview.Left, diffview.Right)); ok {
		return r, true
	}
	r, ok := c.read(c.name(q, diffview.Right, diffview.Left))
	r.mirror = true
	return r, ok
}

func (c *cache) read(name string) (r Reply, ok bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if r, ok = c.memory[name]; ok || c.dir == "" {
		return r, ok
	}
	body, err := entries.Read(c.path(name))
	if err != nil || json.Unmarshal(body, &r) != nil {
		return Reply{}, false
	}
	c.remember(name, r)
	return r, true
}

// put keeps an answer. What goes wrong on the disk costs time only.
func (c *cache) put(q judge.Question, r Reply) {
	if c == nil {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	name := c.name(q, diffview.Left, diffview.Right)
	c.remember(name, r)
	if c.dir == "" {
		return
	}
	body, err := json.Marshal(r)
	if err != nil {
		return
	}
	if !c.swept {
		c.swept = true
		entries.Prune([]string{c.dir}, maxCache, time.Now().Add(-maxAge))
	}
	_ = entries.Write(c.path(name), body)
}

// remember keeps an answer in memory, and forgets the oldest of too many.
func (c *cache) remember(name string, r Reply) {
	if _, ok := c.memory[name]; !ok {
		c.order = append(c.order, name)
	}
	c.memory[name] = r
	if len(c.order) > maxMemory {
		delete(c.memory, c.order[0])
		c.order = slices.Delete(c.order, 0, 1)
	}
}

func (c *cache) path(name string) string { return filepath.Join(c.dir, name+".json") }
