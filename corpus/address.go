package corpus

import (
	"net/url"
	"strings"
)

// WebAddress returns an address as a link can have it and a browser can be given
// it, or "" for anything but a web address: only http and https are linked or
// opened, so that no article makes a program run or a file be read.
func WebAddress(s string) string {
	u, err := url.Parse(strings.TrimSpace(s))
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || u.User != nil {
		return ""
	}
	return strings.NewReplacer("<", "%3C", ">", "%3E", `\`, "%5C", " ", "%20", "`", "%60", `"`, "%22").Replace(u.String())
}
