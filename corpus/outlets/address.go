package outlets

import (
	"net/url"
	"strings"

	"parallax/corpus/lazyregexp"
)

var (
	archived = lazyregexp.New(`^https?://(?:web\.archive\.org/web/[0-9a-z_*]+|(?:www\.)?google\.[a-z.]+/amp(?:/s)?)/`)
	ampCache = lazyregexp.New(`^([a-z0-9-]+)\.(?:cdn\.ampproject\.org|translate\.goog)$`)
)

// ParseURL returns an address as one that has a host, or false. An address in
// the Web Archive, in a cache of AMP pages or of a translation is that of the
// page kept there.
func ParseURL(s string) (*url.URL, bool) {
	s = strings.TrimSpace(s)
	if m := archived.FindString(s); m != "" {
		s = s[len(m):]
	}
	if !strings.Contains(s, "://") {
		s = "https://" + s
	}
	u, err := url.Parse(s)
	if err != nil || !strings.Contains(u.Hostname(), ".") {
		return nil, false
	}
	if g := ampCache.FindStringSubmatch(strings.ToLower(u.Hostname())); g != nil {
		// There a point is written "-" and a hyphen "--".
		const hyphen = "\x00"
		host := strings.ReplaceAll(strings.ReplaceAll(g[1], "--", hyphen), "-", ".")
		u.Host = strings.ReplaceAll(host, hyphen, "-")
	}
	return u, true
}

// sharedHosts are the hosts that many authors publish on, each as an outlet of
// its own under a name before the domain or first in the path.
var sharedHosts = []struct {
	host *lazyregexp.Regexp
	name string
}{
	{lazyregexp.New(`^(?:([a-z0-9-]+)\.)?substack\.com$`), "Substack"},
	{lazyregexp.New(`^(?:([a-z0-9-]+)\.)?medium\.com$`), "Medium"},
	{lazyregexp.New(`^(?:([a-z0-9-]+)\.)?wordpress\.com$`), "WordPress"},
	{lazyregexp.New(`^(?:([a-z0-9-]+)\.)?blogspot(?:\.[a-z]{2,3}){1,2}$`), "Blogger"},
	{lazyregexp.New(`^(?:([a-z0-9-]+)\.)?tumblr\.com$`), "Tumblr"},
	{lazyregexp.New(`^(?:([a-z0-9-]+)\.)?ghost\.io$`), "Ghost"},
	{lazyregexp.New(`^(?:([a-z0-9-]+)\.)?livejournal\.com$`), "LiveJournal"},
	{lazyregexp.New(`^(?:([a-z0-9-]+)\.)?github\.io$`), "GitHub"},
	{lazyregexp.New(`^()(?:x|twitter)\.com$`), "X"},
	{lazyregexp.New(`^()facebook\.com$`), "Facebook"},
	{lazyregexp.New(`^()youtube\.com$`), "YouTube"},
	{lazyregexp.New(`^()t\.me$`), "Telegram"},
	{lazyregexp.New(`^()instagram\.com$`), "Instagram"},
}

// OfURL returns the name of the outlet at an address. On a host that many
// share it is the author's, with the host's in brackets.
func (t *Table) OfURL(u *url.URL) string {
	host := strings.ToLower(u.Hostname())
	name := t.OfHost(host)
	bare := hostLead.ReplaceAllString(host, "")
	if name != bare {
		return name // the table knows it, and whose it is
	}
	for _, s := range sharedHosts {
		g := s.host.FindStringSubmatch(bare)
		if g == nil {
			continue
		}
		who := g[1]
		if first, _, _ := strings.Cut(strings.TrimPrefix(u.Path, "/"), "/"); who == "" && ownPart(first, s.name) {
			who = strings.TrimPrefix(first, "@")
		}
		if who == "" {
			return s.name
		}
		return who + " (" + s.name + ")"
	}
	return name
}

// ownPart reports whether the first part of a path on a shared host is the
// name of an author: on those that have pages of other kinds, only if it begins
// with "@".
func ownPart(part, host string) bool {
	switch host {
	case "X", "Telegram":
		return part != "" && part != "i" && part != "s"
	default:
		return len(part) > 1 && part[0] == '@'
	}
}
