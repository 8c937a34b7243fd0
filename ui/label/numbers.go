package label

import (
	"fmt"
	"strconv"
	"strings"
)

// Conflicts says how many conflicts are reported: none is only none noticed.
func Conflicts(n int) string {
	if n == 0 {
		return "no conflict noticed"
	}
	return Count(n, "conflict")
}

// Count returns a number with its noun: "no conflict", "1 conflict", "2 conflicts".
func Count(n int, noun string) string {
	switch n {
	case 0:
		return "no " + noun
	case 1:
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// List lists things as one says them: "a, b and c".
func List(list []string) string {
	last := len(list) - 1
	if last < 1 {
		return strings.Join(list, "")
	}
	return strings.Join(list[:last], ", ") + " and " + list[last]
}

// Ordinal returns a number as it is read: "1st", "12th".
func Ordinal(n int) string {
	end := "th"
	if n/10%10 != 1 {
		switch n % 10 {
		case 1:
			end = "st"
		case 2:
			end = "nd"
		case 3:
			end = "rd"
		}
	}
	return strconv.Itoa(n) + end
}

// Size writes a number of bytes as people do.
func Size(bytes int64) string {
	switch {
	case bytes < 1000:
		return Count(int(bytes), "byte")
	case bytes < 1000_000:
		return fmt.Sprintf("%.1f kB", float64(bytes)/1e3)
	}
	return fmt.Sprintf("%.1f MB", float64(bytes)/1e6)
}

// Thousands writes a number with commas.
func Thousands(n int) string {
	if n < 1000 {
		return fmt.Sprint(n)
	}
	return fmt.Sprintf("%s,%03d", Thousands(n/1000), n%1000)
}
