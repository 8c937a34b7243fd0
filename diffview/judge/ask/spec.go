package ask

import (
	"cmp"
	"errors"
	"fmt"
	"net"
	"net/url"
	"strings"
)

// The kinds of judges.
const (
	serverKind  = "openai"
	programKind = "command"
	fileKind    = "file"
)

// A Spec names a judge. It holds no key.
type Spec struct {
	kind    string
	url     *url.URL // of a server
	model   string
	command []string // of a program
	path    string   // of a file
}

// SpecHelp says in one line how a judge is named.
const SpecHelp = "openai:URL#MODEL, command: PROGRAM ARGS, file:ANSWERS.jsonl, or none"

// ParseSpec reads the name of a judge.
func ParseSpec(s string) (Spec, error) {
	kind, rest, ok := strings.Cut(s, ":")
	rest = strings.TrimSpace(rest)
	switch {
	case !ok || rest == "":
	case kind == serverKind:
		return serverSpec(rest)
	case kind == programKind:
		words, err := fields(rest)
		return Spec{kind: kind, command: words}, err
	case kind == fileKind:
		return Spec{kind: kind, path: rest}, nil
	}
	return Spec{}, fmt.Errorf("unknown judge %q; want %s", s, SpecHelp)
}

func serverSpec(s string) (Spec, error) {
	u, err := url.Parse(s)
	if err != nil {
		return Spec{}, errors.New("the judge’s URL cannot be read; want openai:URL#MODEL") // the error would repeat what may be a key
	}
	spec := Spec{kind: serverKind, url: u, model: u.Fragment}
	switch {
	case u.User != nil:
		return Spec{}, fmt.Errorf("the judge’s URL has a name or a key before its host; put the key into an environment variable (%s)", DefaultKey)
	case u.Scheme != "http" && u.Scheme != "https" || u.Host == "":
		return Spec{}, errors.New("the judge’s URL must begin with http:// or https:// and name a host")
	case u.RawQuery != "":
		return Spec{}, errors.New("the judge’s URL must have no query; keys belong into an environment variable")
	case spec.model == "":
		return Spec{}, errors.New("no model named; want openai:URL#MODEL")
	}
	u.Fragment, u.RawFragment = "", ""
	return spec, nil
}

// Name returns what the judge is called in exports: without the place of a server.
func (s Spec) Name() string {
	switch s.kind {
	case serverKind:
		return label(s.model)
	case programKind:
		return label(s.command[0][strings.LastIndexByte(s.command[0], '/')+1:])
	}
	return label(s.path[strings.LastIndexByte(s.path, '/')+1:])
}

// id returns what tells answers of this judge from those of another.
func (s Spec) id() string {
	switch s.kind {
	case serverKind:
		return serverKind + ":" + s.url.String() + "#" + s.model
	case programKind:
		return programKind + ":" + fmt.Sprintf("%q", s.command)
	}
	return fileKind + ":" + s.path
}

// Notice says where the articles' text is sent, "" when it stays on this machine,
// as far as Parallax knows.
func (s Spec) Notice() string {
	if s.kind != serverKind || s.local() {
		return ""
	}
	said := "the articles’ text is sent to " + s.url.Host + " (judge " + s.Name() + ")"
	if s.url.Scheme == "http" {
		said += ", unencrypted and so without a key"
	}
	return said
}

// local reports whether a server is on this machine.
func (s Spec) local() bool {
	host := s.url.Hostname()
	ip := net.ParseIP(host)
	return host == "localhost" || strings.HasSuffix(host, ".localhost") || ip != nil && ip.IsLoopback()
}

// Open returns a judge. Nothing is started or connected to before its first
// question; a file of answers is read at once.
func (s Spec) Open(o Options) (*Judge, error) {
	if o.Getenv == nil {
		o.Getenv = func(string) string { return "" }
	}
	if o.clock == nil {
		o.clock = systemClock{}
	}
	j := &Judge{spec: s, options: o, room: make(chan struct{}, cmp.Or(o.AtOnce, DefaultAtOnce))}
	switch s.kind {
	case serverKind:
		j.who = newServer(s, o)
		j.cache = newCache(o.Cache, s.id())
	case programKind:
		j.who = &program{command: s.command, clock: o.clock}
		j.cache = newCache(o.Cache, s.id())
	case fileKind:
		f, err := readFile(s.path)
		if err != nil {
			return nil, err
		}
		j.who = f
	default:
		return nil, errors.New("no judge named")
	}
	return j, nil
}

// fields divides a command line at white space, but not inside quotation marks.
func fields(s string) (words []string, err error) {
	var word strings.Builder
	quote, begun := rune(0), false
	for _, r := range s {
		switch {
		case quote != 0 && r == quote:
			quote = 0
		case quote != 0:
			word.WriteRune(r)
		case r == '"' || r == '\'':
			quote, begun = r, true
		case r == ' ' || r == '\t':
			if begun {
				words = append(words, word.String())
			}
			word.Reset()
			begun = false
		default:
			word.WriteRune(r)
			begun = true
		}
	}
	if quote != 0 {
		return nil, fmt.Errorf("the judge’s command has an opening %c without a closing one", quote)
	}
	if begun {
		words = append(words, word.String())
	}
	if len(words) == 0 || words[0] == "" {
		return nil, errors.New("the judge’s command names no program")
	}
	return words, nil
}
