//go:build race

package ui

const raced = true // whether the race detector watches
