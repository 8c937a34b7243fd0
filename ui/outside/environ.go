package outside

import (
	"strings"
)

// Getenv returns the last value of a name in an environment, "" when unset.
func Getenv(env []string, name string) (value string) {
	for _, e := range env {
		if v, ok := strings.CutPrefix(e, name+"="); ok {
			value = v
		}
	}
	return value
}
