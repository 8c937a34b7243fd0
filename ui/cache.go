package ui

import (
	"iter"
	"slices"
)

// A cache keeps the values used last, at most size of them. The model owns
// its caches and touches them in Update only, so they need no lock.
type cache[K comparable, V any] struct {
	size   int
	values map[K]V
	order  []K // least recently used first
}

// newCache returns an empty cache for at most size values.
func newCache[K comparable, V any](size int) *cache[K, V] {
	return &cache[K, V]{size: size, values: make(map[K]V, size)}
}

// get returns the value of k and marks it as used.
func (c *cache[K, V]) get(k K) (V, bool) {
	v, ok := c.values[k]
	if ok {
		c.touch(k)
	}
	return v, ok
}

// put keeps v and forgets what was used longest ago when there are too many.
func (c *cache[K, V]) put(k K, v V) {
	c.touch(k)
	c.values[k] = v
	if len(c.order) > c.size {
		delete(c.values, c.order[0])
		c.order = slices.Delete(c.order, 0, 1)
	}
}

// all goes through what is kept, the least recently used first.
func (c *cache[K, V]) all() iter.Seq2[K, V] {
	return func(yield func(K, V) bool) {
		for _, k := range c.order {
			if !yield(k, c.values[k]) {
				return
			}
		}
	}
}

// touch makes k the last used. Caches are small: a walk is cheaper than a list.
func (c *cache[K, V]) touch(k K) {
	if i := slices.Index(c.order, k); i >= 0 {
		c.order = slices.Delete(c.order, i, i+1)
	}
	c.order = append(c.order, k)
}
