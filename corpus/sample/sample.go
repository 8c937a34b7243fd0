// Package sample is a small corpus written for this project, with hand labels.
package sample
