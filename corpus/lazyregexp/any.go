package lazyregexp

import (
	"regexp"
	"strings"
	"sync"
)

// An Any matches the texts that one of its expressions matches. As a single
// expression they would take milliseconds to compile; so only those are compiled
// whose cues a text has, which is few or none of them.
type Any struct {
	Before, After string // what is put before and after each expression
	Of            []Cued
}

// A Cued is an expression with its cues: every text that it matches has one of
// them in it.
type Cued struct {
	Cues string // in lower case, with ' for ’; commas between
	Expr string
	once sync.Once
	re   *regexp.Regexp
}

// MatchString reports whether one of the expressions matches a text.
func (a *Any) MatchString(s string) bool {
	low := strings.ToLower(strings.ReplaceAll(s, "’", "'"))
	for k := range a.Of {
		if c := &a.Of[k]; c.Cued(low) && a.compiled(c).MatchString(s) {
			return true
		}
	}
	return false
}

func (a *Any) compiled(c *Cued) *regexp.Regexp {
	c.once.Do(func() { c.re = regexp.MustCompile(a.Before + "(?:" + c.Expr + ")" + a.After) })
	return c.re
}

// Cued reports whether a text in lower case has one of the cues.
func (c *Cued) Cued(low string) bool {
	for cue := range strings.SplitSeq(c.Cues, ",") {
		if strings.Contains(low, cue) {
			return true
		}
	}
	return false
}
