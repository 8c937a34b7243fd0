// Package ui is the terminal reader.
package ui
