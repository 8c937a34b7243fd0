// Package story finds which articles are about one event.
package story
