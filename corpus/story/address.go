package story

import (
	"net/url"
	"slices"
	"strings"
)

// trackers are the query parameters that say where a reader came from, not
// what the page is.
var trackers = []string{
	"action", "amp", "clickSource", "cmp", "cmpid", "contentCollection", "contentPlacement", "fbclid", "gclid", "gwh",
	"gwt", "mc_cid", "mc_eid", "module", "mtrref", "ns_campaign", "ns_mchannel", "outputType", "partner", "pgtype",
	"ref", "region", "rref", "smid", "smtyp", "src", "taid", "version", "yptr",
}

// address returns the canonical form of an article's URL: host and path without
// "www.", trackers, fragment and the marks of mobile and AMP pages. It is "" for
// what is not the URL of an article, such as an outlet's home page.
func address(s string) string {
	u, err := url.Parse(strings.TrimSpace(s))
	if err != nil || u.Host == "" {
		return ""
	}
	host := strings.ToLower(u.Hostname())
	for _, p := range []string{"www.", "m.", "mobile.", "amp."} {
		host = strings.TrimPrefix(host, p)
	}
	path := strings.Trim(u.EscapedPath(), "/")
	path = strings.TrimSuffix(strings.TrimPrefix(path, "amp/"), "/amp")
	query := u.Query()
	for key := range query {
		if strings.HasPrefix(key, "utm_") || slices.Contains(trackers, key) {
			query.Del(key)
		}
	}
	if path == "" && len(query) == 0 {
		return ""
	}
	return host + "/" + path + "?" + query.Encode()
}
