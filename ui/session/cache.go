package session

import (
	"iter"
	"slices"
)

// A Cache keeps the values used last, at most size of them. The model owns
// its caches and touches them in Update only, so they need no lock.
type Cache[K comparable, V any] struct {
	size   int
	values map[K]V
	order  []K // least recently used first
}

// NewCache returns an empty cache for at most size values.
func NewCache[K comparable, V any](size int) *Cache[K, V] {
	return &Cache[K, V]{size: size, values: make(map[K]V, size)}
}

// Get returns the value of k and marks it as used.
func (c *Cache[K, V]) Get(k K) (V, bool) {
	v, ok := c.values[k]
	if ok {
		c.touch(k)
	}
	return v, ok
}

// Put keeps v and forgets what was used longest ago when there are too many.
func (c *Cache[K, V]) Put(k K, v V) {
	c.touch(k)
	c.values[k] = v
	if len(c.order) > c.size {
		delete(c.values, c.order[0])
		c.order = slices.Delete(c.order, 0, 1)
	}
}

// All goes through what is kept, the least recently used first.
func (c *Cache[K, V]) All() iter.Seq2[K, V] {
	return func(yield func(K, V) bool) {
		for _, k := range c.order {
			if !yield(k, c.values[k]) {
				return
			}
		}
	}
}

// touch makes k the last used. Caches are small: a walk is cheaper than a list.
func (c *Cache[K, V]) touch(k K) {
	if i := slices.Index(c.order, k); i >= 0 {
		c.order = slices.Delete(c.order, i, i+1)
	}
	c.order = append(c.order, k)
}
