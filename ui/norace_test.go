//go:build !race

package ui

const raced = false // whether the race detector watches
