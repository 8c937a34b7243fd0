package web

import (
	"iter"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// elements gives the elements of a tree, outer ones first.
func elements(root *html.Node) iter.Seq[*html.Node] {
	return func(yield func(*html.Node) bool) {
		if root.Type == html.ElementNode && !yield(root) {
			return
		}
		for n := range root.Descendants() {
			if n.Type == html.ElementNode && !yield(n) {
				return
			}
		}
	}
}

// cloned returns a copy of a tree. Its nodes and attributes are in two slices:
// allocating them one by one takes the fifteenth part of all that reading a page
// takes.
func cloned(root *html.Node) *html.Node {
	nodes, attributes := 1, len(root.Attr)
	for n := range root.Descendants() {
		nodes++
		attributes += len(n.Attr)
	}
	c := cloner{make([]html.Node, nodes), make([]html.Attribute, 0, attributes)}
	top := c.copy(root)
	at := top
	for n := root; ; {
		if n.FirstChild != nil {
			n = n.FirstChild
			child := c.copy(n)
			at.AppendChild(child)
			at = child
			continue
		}
		for n != root && n.NextSibling == nil {
			n, at = n.Parent, at.Parent
		}
		if n == root {
			return top
		}
		n = n.NextSibling
		next := c.copy(n)
		at.Parent.AppendChild(next)
		at = next
	}
}

// A cloner hands out the nodes and attributes of a copy.
type cloner struct {
	nodes      []html.Node
	attributes []html.Attribute
}

// copy returns a node alike, alone. Its attributes have no room to grow: what is
// added to them does not overwrite the next node's.
func (c *cloner) copy(n *html.Node) *html.Node {
	to := &c.nodes[0]
	c.nodes = c.nodes[1:]
	from := len(c.attributes)
	c.attributes = append(c.attributes, n.Attr...)
	*to = html.Node{Type: n.Type, DataAtom: n.DataAtom, Data: n.Data, Namespace: n.Namespace, Attr: c.attributes[from:len(c.attributes):len(c.attributes)]}
	return to
}

// attribute returns an attribute of an element, or "".
func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// words returns the names in a list such as an element's class, in lower case.
func words(list string) []string { return strings.Fields(strings.ToLower(list)) }

func hasAny(list []string, names ...string) bool {
	return slices.ContainsFunc(list, func(s string) bool { return slices.Contains(names, s) })
}

// within reports whether an element is, or is in, one of these.
func within(n *html.Node, tags ...atom.Atom) bool {
	for ; n != nil; n = n.Parent {
		if n.Type == html.ElementNode && slices.Contains(tags, n.DataAtom) {
			return true
		}
	}
	return false
}

// beside reports whether an element is next to the article: in the page's
// navigation, its foot or a column of its own.
func beside(n *html.Node) bool { return within(n, atom.Nav, atom.Footer, atom.Aside) }

// isHidden reports whether an element says that it is not shown.
func isHidden(n *html.Node) bool {
	for _, a := range n.Attr {
		switch a.Key {
		case "hidden":
			return true
		case "aria-hidden":
			if a.Val == "true" {
				return true
			}
		case "style":
			style := strings.ReplaceAll(strings.ToLower(a.Val), " ", "")
			if strings.Contains(style, "display:none") || strings.Contains(style, "visibility:hidden") {
				return true
			}
		}
	}
	return false
}

// hidden reports whether a node, or what it is in, is not shown.
func hidden(n *html.Node) bool {
	for ; n != nil; n = n.Parent {
		if isHidden(n) {
			return true
		}
	}
	return false
}
