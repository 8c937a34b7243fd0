package ask

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"parallax/corpus"
	"parallax/corpus/entries"
	"parallax/diffview"
)

const (
	herald = "Ferry halted after blaze\n\nThe night ferry to Lorne was halted on Tuesday when a blaze broke out below deck. Six passengers were hurt, the harbour office said. The line has sailed since 1931."
	post   = "Fire stops Lorne boat\n\nA fire in the engine room stopped the boat to Lorne. Eight people needed treatment, according to a doctor at the harbour. Nobody could say what had started it."

	good = `{"links":[{"left":3,"right":3,"grade":"core","relation":"differ"}],"conflicts":[{"left":3,"right":3,"left_words":"Six","right_words":"Eight","kind":"number","grade":"core","reason":"both count the injured"}],"only":[],"refuse":[]}`

	secret = "sk-very-secret-key-0123456789"
)

func comparison(t testing.TB, left, right string) *diffview.Comparison {
	t.Helper()
	c, err := diffview.Compare(context.Background(), diffview.Prepare(corpus.FromText("herald.txt", left)), diffview.Prepare(corpus.FromText("post.txt", right)))
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// A fakeClock passes at once whatever is waited for, and notes it.
type fakeClock struct {
	mu    sync.Mutex
	now   time.Time
	slept []time.Duration
}

func (c *fakeClock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now
}

func (c *fakeClock) Sleep(ctx context.Context, d time.Duration) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = c.now.Add(d)
	c.slept = append(c.slept, d)
	return ctx.Err()
}

// chat is an answer in the chat-completions form.
func chat(content string) string {
	text, _ := json.Marshal(content)
	return `{"model":"ada-2","choices":[{"message":{"role":"assistant","content":` + string(text) + `}}],"usage":{"total_tokens":1234}}`
}

// serve starts a server and returns a judge that asks it, with a key.
func serve(t *testing.T, handler http.HandlerFunc, o Options) (*Judge, *fakeClock) {
	t.Helper()
	s := httptest.NewServer(handler)
	t.Cleanup(s.Close)
	return open(t, "openai:"+s.URL+"/v1#ada", o)
}

func open(t *testing.T, name string, o Options) (*Judge, *fakeClock) {
	t.Helper()
	clock := &fakeClock{now: time.Date(2031, 4, 25, 12, 0, 0, 0, time.UTC)}
	o.clock = clock
	o.Getenv = func(string) string { return secret }
	spec, err := ParseSpec(name)
	if err != nil {
		t.Fatal(err)
	}
	j, err := spec.Open(o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { j.Close() })
	return j, clock
}

func TestServer(t *testing.T) {
	var asked atomic.Int32
	j, _ := serve(t, func(w http.ResponseWriter, r *http.Request) {
		asked.Add(1)
		body, _ := io.ReadAll(r.Body)
		if r.URL.Path != "/v1/chat/completions" || r.Header.Get("Authorization") != "Bearer "+secret || !strings.Contains(string(body), "json_schema") || !strings.Contains(string(body), "Six passengers") {
			t.Errorf("asked %s with %s", r.URL, body)
		}
		fmt.Fprint(w, chat(good))
	}, Options{})
	if asked.Load() != 0 {
		t.Fatal("a connection was opened before the first question")
	}
	c := comparison(t, herald, post)
	got := j.Compare(context.Background(), c)
	if got.Judged == nil || got.Judged.Failed != "" || got.Judged.Conflicts != 1 || got.Judged.Version != "ada-2" || got.Judged.Date != "2031-04-25" || got.Judged.Name != "ada" {
		t.Errorf("%+v", got.Judged)
	}
	back := j.Compare(context.Background(), comparison(t, post, herald)) // from the cache, mirrored
	if s := j.Spent(); asked.Load() != 1 || s.Asked != 1 || s.Cached != 1 || s.Tokens != 1234 {
		t.Errorf("asked %d times, spent %+v", asked.Load(), s)
	}
	if len(back.Conflicts) != len(got.Conflicts) || back.Conflicts[0].Spans[0] != got.Conflicts[0].Spans[1] {
		t.Errorf("the mirror has %+v", back.Conflicts)
	}
	if v := comparison(t, herald, herald+" It sails again."); j.Compare(context.Background(), v) != v || asked.Load() != 1 {
		t.Error("versions of one text were asked about")
	}
}

// Whatever a server does costs its pair one sentence: the comparison is that of
// the words, and nothing that is said holds the key.
func TestServerFaults(t *testing.T) {
	c := comparison(t, herald, post)
	for name, tt := range map[string]struct {
		handler http.HandlerFunc
		want    string
		asked   int32
	}{
		"rate limits that do not end": {func(w http.ResponseWriter, _ *http.Request) {
			http.Error(w, "slow down "+secret, http.StatusTooManyRequests)
		}, "limits how often", tries},
		"out of order":  {func(w http.ResponseWriter, _ *http.Request) { http.Error(w, secret, http.StatusServiceUnavailable) }, "out of order (status 503)", tries},
		"a wrong key":   {func(w http.ResponseWriter, _ *http.Request) { http.Error(w, "no key "+secret, http.StatusUnauthorized) }, "refuses the key in OPENAI_API_KEY", 1},
		"no such model": {func(w http.ResponseWriter, _ *http.Request) { http.Error(w, "no", http.StatusNotFound) }, "does not know model ada", 1},
		"elsewhere": {func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, "http://example.org/", http.StatusTemporaryRedirect)
		}, "another place", 1},
		"a bad request":   {func(w http.ResponseWriter, _ *http.Request) { http.Error(w, secret, http.StatusBadRequest) }, "does not accept", 2},
		"a web page":      {func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, "<html>hello "+secret) }, "chat-completions form", 1},
		"no choices":      {func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, `{"choices":[]}`) }, "chat-completions form", 1},
		"half a response": {func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, chat(good)[:80]) }, "chat-completions form", 1},
		"wrong schema":    {func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, chat(`{"verdict":"fine"}`)) }, "not JSON in the form", 1},
		"talk":            {func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, chat("I will not.")) }, "not JSON in the form", 1},
		"UTF-16": {func(w http.ResponseWriter, _ *http.Request) {
			var b []byte
			for _, r := range chat(good) {
				b = append(b, byte(r), 0)
			}
			w.Write(append([]byte{0xff, 0xfe}, b...))
		}, "chat-completions form", 1},
		"10 MB": {func(w http.ResponseWriter, _ *http.Request) {
			for range 10 << 4 {
				if _, err := w.Write(make([]byte, 64<<10)); err != nil {
					return
				}
			}
		}, "more than 4 MB", 1},
		"a socket that dies": {func(w http.ResponseWriter, _ *http.Request) {
			conn, _, _ := w.(http.Hijacker).Hijack()
			conn.Close()
		}, "cannot be reached", tries},
	} {
		t.Run(name, func(t *testing.T) {
			var asked atomic.Int32
			cache := t.TempDir()
			j, clock := serve(t, func(w http.ResponseWriter, r *http.Request) { asked.Add(1); tt.handler(w, r) }, Options{Cache: cache})
			got := j.Compare(context.Background(), c)
			if got.Judged == nil || !strings.Contains(got.Judged.Failed, tt.want) || asked.Load() != tt.asked {
				t.Fatalf("asked %d times, want %d: %+v", asked.Load(), tt.asked, got.Judged)
			}
			if strings.Contains(fmt.Sprint(got.Judged, got.Remarks()), secret) {
				t.Error("the key is in what is said")
			}
			if fmt.Sprint(got.Links, got.Conflicts, got.Spans) != fmt.Sprint(c.Links, c.Conflicts, c.Spans) {
				t.Error("the comparison is not that of the words")
			}
			if tt.asked == tries && fmt.Sprint(clock.slept) != "[1s 2s 4s]" {
				t.Errorf("waited %v", clock.slept)
			}
			if files, _ := filepath.Glob(cache + "/*"); len(files) > 0 {
				t.Errorf("a failure was cached: %v", files)
			}
		})
	}
}

// What is wrong with a part of an answer costs that part.
func TestServerPartly(t *testing.T) {
	c := comparison(t, herald, post)
	for name, content := range map[string]string{
		"half an answer":               good[:strings.Index(good, `,"only"`)-20],
		"words that stand nowhere":     strings.Replace(good, `"conflicts":[`, `"conflicts":[{"left":3,"right":3,"left_words":"sixty","right_words":"Eight","kind":"number","grade":"core","reason":""},`, 1),
		"another encoding":             strings.Replace(good, `"links":[`, "\"links\":[{\"left\":2,\"right\":2,\"grade\":\"caf\xe9\",\"relation\":\"agree\"},", 1),
		"a sentence that is not there": strings.Replace(good, `"links":[`, `"links":[{"left":77,"right":2,"grade":"core","relation":"agree"},`, 1),
	} {
		j, _ := serve(t, func(w http.ResponseWriter, _ *http.Request) { io.WriteString(w, chat(content)) }, Options{})
		got := j.Compare(context.Background(), c)
		linked := false
		for _, l := range got.Links {
			linked = linked || l.Sentences == [2]int{2, 2} && l.Sure
		}
		if !linked || got.Judged.Dropped != 1 {
			t.Errorf("%s: %+v, %+v", name, got.Judged, got.Links)
		}
	}
}

// A server that limits how often it is asked is waited for as long as it asks.
func TestRetryAfter(t *testing.T) {
	var asked atomic.Int32
	j, clock := serve(t, func(w http.ResponseWriter, _ *http.Request) {
		if n := asked.Add(1); n < 3 {
			w.Header().Set("Retry-After", []string{"7", "3600"}[n-1])
			http.Error(w, "", http.StatusTooManyRequests)
			return
		}
		fmt.Fprint(w, chat(good))
	}, Options{})
	if got := j.Compare(context.Background(), comparison(t, herald, post)); got.Judged.Failed != "" || fmt.Sprint(clock.slept) != "[7s 1m0s]" {
		t.Errorf("waited %v: %+v", clock.slept, got.Judged)
	}
}

// A server without hope is asked once a pair, and again as before when it answers.
func TestHopeless(t *testing.T) {
	var asked atomic.Int32
	var well atomic.Bool
	j, _ := serve(t, func(w http.ResponseWriter, _ *http.Request) {
		if asked.Add(1); !well.Load() {
			http.Error(w, "", 500)
			return
		}
		fmt.Fprint(w, chat(good))
	}, Options{})
	c := comparison(t, herald, post)
	for range hopeless {
		j.Compare(context.Background(), c)
	}
	before := asked.Load()
	j.Compare(context.Background(), c)
	if asked.Load() != before+1 {
		t.Errorf("asked %d times more", asked.Load()-before)
	}
	well.Store(true)
	if got := j.Compare(context.Background(), c); got.Judged.Failed != "" {
		t.Errorf("%+v", got.Judged)
	}
}

// A server that takes no schema is asked without one.
func TestWithoutSchema(t *testing.T) {
	var asked atomic.Int32
	j, _ := serve(t, func(w http.ResponseWriter, r *http.Request) {
		asked.Add(1)
		if body, _ := io.ReadAll(r.Body); strings.Contains(string(body), "response_format") {
			http.Error(w, "unknown field", 400)
			return
		}
		fmt.Fprint(w, chat(good))
	}, Options{})
	j.Compare(context.Background(), comparison(t, herald, post))
	if got := j.Compare(context.Background(), comparison(t, herald, post+" More follows.")); got.Judged.Failed != "" || asked.Load() != 3 {
		t.Errorf("asked %d times: %+v", asked.Load(), got.Judged)
	}
}

// One that is slow or silent is given up at the deadline, or when the reader leaves;
// an answer after that changes nothing.
func TestSlow(t *testing.T) {
	release := make(chan bool)
	j, _ := serve(t, func(w http.ResponseWriter, r *http.Request) {
		select {
		case <-release:
		case <-r.Context().Done():
		}
		fmt.Fprint(w, chat(good))
	}, Options{Deadline: 50 * time.Millisecond})
	defer close(release)
	c := comparison(t, herald, post)
	if got := j.Compare(context.Background(), c); got.Judged.Failed != "it took too long" {
		t.Errorf("%+v", got.Judged)
	}
	ctx, leave := context.WithCancel(context.Background())
	leave()
	if got := j.Compare(ctx, c); got.Judged.Failed != "it was given up" || len(got.Conflicts) != len(c.Conflicts) {
		t.Errorf("%+v", got.Judged)
	}
}

// A port on which nobody listens.
func TestDeadSocket(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	address := l.Addr().String()
	l.Close()
	j, _ := open(t, "openai:http://"+address+"/v1#ada", Options{})
	if got := j.Compare(context.Background(), comparison(t, herald, post)); !strings.Contains(got.Judged.Failed, address+" cannot be reached: ") || strings.Contains(got.Judged.Failed, "\n") {
		t.Errorf("%+v", got.Judged)
	}
}

// The cache serves another run, holds no key, survives damage and is swept.
func TestCache(t *testing.T) {
	dir := t.TempDir()
	var asked atomic.Int32
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { asked.Add(1); fmt.Fprint(w, chat(good)) }))
	defer s.Close()
	name, c := "openai:"+s.URL+"/v1#ada", comparison(t, herald, post)
	run := func() *diffview.Comparison {
		j, _ := open(t, name, Options{Cache: dir})
		return j.Compare(context.Background(), c)
	}
	first, second := run(), run()
	files, _ := filepath.Glob(dir + "/*")
	if asked.Load() != 1 || len(files) != 1 || *first.Judged != *second.Judged {
		t.Fatalf("asked %d times, cached %v", asked.Load(), files)
	}
	text, _ := os.ReadFile(files[0])
	if info, _ := os.Stat(files[0]); strings.Contains(string(text), secret) || info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v: %s", info.Mode(), text)
	}
	os.WriteFile(files[0], []byte(strings.Replace(string(text), "Six", "six", 1)), 0o600)
	if run(); asked.Load() != 2 {
		t.Error("a damaged answer was believed")
	}
	name = "openai:" + s.URL + "/v1#bob"
	if run(); asked.Load() != 3 {
		t.Error("another model was given this one’s answer")
	}
	now := time.Now()
	os.Chtimes(files[0], now, now.Add(-maxAge-time.Hour))
	os.WriteFile(filepath.Join(dir, "big.json"), make([]byte, 4000), 0o600)
	os.Chtimes(filepath.Join(dir, "big.json"), now, now.Add(-time.Hour))
	entries.Prune([]string{dir}, 3000, now.Add(-maxAge))
	if left, _ := filepath.Glob(dir + "/*"); len(left) != 1 || strings.Contains(left[0], "big") {
		t.Errorf("left are %v", left)
	}
}

// A key goes only to the host named, encrypted or within this machine, and no name
// of a judge holds one.
func TestSpec(t *testing.T) {
	for _, bad := range []string{"", "openai", "openai:", "openai:http://x/v1", "openai:ftp://x#m", "openai:https://" + secret + "@x/v1#m", "openai:https://x/v1?key=" + secret + "#m",
		"openai:https://x\x7f" + secret + "#m", "command:", "command: \"x", "file:", "oracle:delphi"} {
		if _, err := ParseSpec(bad); err == nil || strings.Contains(err.Error(), secret) {
			t.Errorf("%q: %v", bad, err)
		}
	}
	for name, want := range map[string]string{
		"openai:http://localhost:11434/v1#m":    "",
		"openai:http://127.0.0.1/v1#m":          "",
		"openai:http://[::1]:8080/v1#m":         "",
		"openai:https://api.example.org/v1#m":   "the articles’ text is sent to api.example.org (judge m)",
		"openai:http://localhost.evil.org/#m":   "the articles’ text is sent to localhost.evil.org (judge m), unencrypted and so without a key",
		"command: /bin/echo 'a b' c":            "",
		"file:answers.jsonl":                    "",
		"openai:http://127.0.0.1.evil.org/#m":   "the articles’ text is sent to 127.0.0.1.evil.org (judge m), unencrypted and so without a key",
		"openai:https://api.example.org:8443#m": "the articles’ text is sent to api.example.org:8443 (judge m)",
	} {
		s, err := ParseSpec(name)
		if err != nil || s.Notice() != want {
			t.Errorf("%q: %q, %v", name, s.Notice(), err)
		}
	}
	s, _ := ParseSpec("openai:http://far.example.org/v1#m")
	if newServer(s, Options{Getenv: func(string) string { return secret }}).key != "" {
		t.Error("the key would go over a connection that is not encrypted")
	}
}

func TestFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "answers.jsonl")
	c := comparison(t, herald, post)
	line, err := Line(c, good, "by hand", "2031-04-25")
	if err != nil {
		t.Fatal(err)
	}
	os.WriteFile(path, []byte("no JSON\n{\"schema\":\"other\"}\n"+strings.Repeat("x", mostLine+9)+"\n"+string(line)), 0o600)
	j, _ := open(t, "file:"+path, Options{})
	for _, pair := range [][2]string{{herald, post}, {post, herald}} {
		if got := j.Compare(context.Background(), comparison(t, pair[0], pair[1])); got.Judged.Failed != "" || got.Judged.Version != "by hand" || got.Judged.Date != "2031-04-25" || len(got.Conflicts) == 0 {
			t.Errorf("%+v", got.Judged)
		}
	}
	if got := j.Compare(context.Background(), comparison(t, herald, post+" More follows.")); !strings.Contains(got.Judged.Failed, "no answer for these two texts") {
		t.Errorf("%+v", got.Judged)
	}
	os.WriteFile(path, []byte("nothing"), 0o600)
	for name, want := range map[string]string{path: "no line of it is an answer", filepath.Dir(path): "cannot be read: is a directory"} {
		spec, _ := ParseSpec("file:" + name)
		if _, err := spec.Open(Options{}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v, want %q", err, want)
		}
	}
}

// A file of answers as editors on Windows write it is read, blank lines are
// nothing, and a pair without an answer is told how many lines are damaged.
func TestFileAsEdited(t *testing.T) {
	path := filepath.Join(t.TempDir(), "answers.jsonl")
	c := comparison(t, herald, post)
	line, err := Line(c, good, "by hand", "")
	if err != nil {
		t.Fatal(err)
	}
	for text, failed := range map[string]string{
		"\ufeff" + string(line):                        "",
		"\r\n" + string(line) + "\r\n\r\n":             "",
		string(line[:99]) + "\n" + string(line) + "\n": " (lines of it that are no answers: 1)",
	} {
		os.WriteFile(path, []byte(text), 0o600)
		j, _ := open(t, "file:"+path, Options{})
		if got := j.Compare(context.Background(), c); got.Judged.Failed != "" {
			t.Errorf("%.20q: %+v", text, got.Judged)
		}
		if got := j.Compare(context.Background(), comparison(t, herald, post+" More follows.")); got.Judged.Failed != "the file has no answer for these two texts"+failed {
			t.Errorf("%.20q: %+v", text, got.Judged)
		}
	}
}

// What is left out of articles that are too long is said.
func TestTooLong(t *testing.T) {
	var long, other strings.Builder
	for n := range 200 { // few sentences, but long ones: what is compared grows with their number
		fmt.Fprintf(&long, "Pier %d of the harbour at Lorne was shut by the storm that came on day %d%s.\n\n", n, n*7, strings.Repeat(", and the ferry waited for the tide", 12))
		fmt.Fprintf(&other, "In market hall %d they sold %d boxes of apples and pears to the visitors%s.\n\n", n, n*3, strings.Repeat(", then swept the stalls and the yard", 12))
	}
	j, _ := serve(t, func(w http.ResponseWriter, _ *http.Request) { io.WriteString(w, chat(good)) }, Options{})
	got := j.Compare(context.Background(), comparison(t, long.String(), other.String()))
	if !strings.Contains(strings.Join(got.Remarks(), "\n"), "too long to ask about whole: only 16 of ") {
		t.Errorf("%q", got.Remarks())
	}
}
