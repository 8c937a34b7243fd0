package ask

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"sync/atomic"
	"time"

	"parallax/diffview/judge"
)

// mostBody is how many bytes of a server's answer are read.
const mostBody = 4 << 20

// A server answers in the chat-completions form, which Ollama, llama.cpp, LM Studio,
// vLLM and hosted services speak.
type server struct {
	endpoint string
	host     string
	model    string
	key      string // sent to this host only, encrypted or within this machine; in no error and no cache
	keyName  string
	client   *http.Client
	retrier  retrier
	clock    clock
	loose    atomic.Bool // it does not take a schema
}

func newServer(s Spec, o Options) *server {
	name := cmp.Or(o.KeyName, DefaultKey)
	out := &server{
		endpoint: strings.TrimSuffix(s.url.String(), "/"), host: s.url.Host, model: s.model,
		keyName: name, retrier: retrier{clock: o.clock}, clock: o.clock,
	}
	if !strings.HasSuffix(out.endpoint, "/chat/completions") {
		out.endpoint += "/chat/completions"
	}
	if s.url.Scheme == "https" || s.local() {
		out.key = strings.TrimSpace(o.Getenv(name))
	}
	transport := http.DefaultTransport.(*http.Transport).Clone()
	if s.url.Scheme == "http" {
		transport.Proxy = nil // a proxy would read the text: it was not named
	}
	out.client = &http.Client{Transport: transport, CheckRedirect: func(*http.Request, []*http.Request) error {
		return http.ErrUseLastResponse // another place was not named
	}}
	return out
}

func (s *server) close() error {
	s.client.CloseIdleConnections()
	return nil
}

type (
	chatMessage struct {
		Role    string `json:"role"`
		Content string `json:"content"`
	}
	chatRequest struct {
		Model       string          `json:"model"`
		Messages    []chatMessage   `json:"messages"`
		Temperature float64         `json:"temperature"`
		Format      json.RawMessage `json:"response_format,omitempty"`
	}
	chatResponse struct {
		Model   string `json:"model"`
		Choices []struct {
			Message chatMessage `json:"message"`
		} `json:"choices"`
		Usage struct {
			Total int `json:"total_tokens"`
		} `json:"usage"`
	}
)

func (s *server) answer(ctx context.Context, q judge.Question) (Reply, error) {
	return s.retrier.do(ctx, func() (Reply, error) {
		reply, err := s.post(ctx, q, !s.loose.Load())
		if errors.Is(err, errRequest) && !s.loose.Load() {
			// Many servers do not take a schema, and say only that the request is bad.
			if reply, err = s.post(ctx, q, false); err == nil {
				s.loose.Store(true)
			}
		}
		return reply, err
	})
}

var errRequest = errors.New("the server does not accept the request")

// post asks once. Its errors are in the program's own words: a server may repeat
// the key, or the article, in its own.
func (s *server) post(ctx context.Context, q judge.Question, schema bool) (Reply, error) {
	body, err := s.request(q, schema)
	if err != nil {
		return Reply{}, err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, s.endpoint, bytes.NewReader(body))
	if err != nil {
		return Reply{}, errors.New("the judge’s URL cannot be used")
	}
	req.Header.Set("Content-Type", "application/json")
	req.Header.Set("Accept", "application/json")
	if s.key != "" {
		req.Header.Set("Authorization", "Bearer "+s.key)
	}
	res, err := s.client.Do(req)
	if err != nil {
		return Reply{}, s.unreachable(ctx, err)
	}
	defer res.Body.Close()
	if err := s.refused(res); err != nil {
		return Reply{}, err
	}
	text, err := io.ReadAll(io.LimitReader(res.Body, mostBody+1))
	switch {
	case err != nil:
		return Reply{}, s.unreachable(ctx, err)
	case len(text) > mostBody:
		return Reply{}, fmt.Errorf("%s answered with more than %d MB", s.host, mostBody>>20)
	}
	return s.reply(text)
}

func (s *server) request(q judge.Question, schema bool) ([]byte, error) {
	out := chatRequest{Model: s.model, Messages: []chatMessage{
		{"system", judge.Rules + "\n\nThe schema of the answer:\n" + judge.Schema}, {"user", q.Data()},
	}}
	if schema {
		out.Format = json.RawMessage(`{"type":"json_schema","json_schema":{"name":"comparison","strict":true,"schema":` + judge.Schema + `}}`)
	}
	return json.Marshal(out)
}

// reply reads what a server answered.
func (s *server) reply(text []byte) (Reply, error) {
	var said chatResponse
	if json.Unmarshal(text, &said) != nil || len(said.Choices) == 0 {
		return Reply{}, fmt.Errorf("%s did not answer in the chat-completions form; is the URL that of its API, often ending in /v1?", s.host)
	}
	return Reply{
		Text: said.Choices[0].Message.Content, Judge: said.Model, Tokens: max(0, said.Usage.Total),
		Date: s.clock.Now().UTC().Format(time.DateOnly),
	}, nil
}

// refused says why a server gave no answer, nil if it gave one.
func (s *server) refused(res *http.Response) error {
	status := res.StatusCode
	switch {
	case status == http.StatusOK:
		return nil
	case status == http.StatusUnauthorized || status == http.StatusForbidden:
		if s.key == "" {
			return fmt.Errorf("%s wants a key, and the environment variable %s has none that may be sent there (status %d)", s.host, s.keyName, status)
		}
		return fmt.Errorf("%s refuses the key in %s (status %d)", s.host, s.keyName, status)
	case status == http.StatusTooManyRequests:
		return passing{fmt.Errorf("%s limits how often it is asked, or the account has no credit (status 429)", s.host), s.retryAfter(res)}
	case status == http.StatusRequestTimeout || status >= 500:
		return passing{fmt.Errorf("%s is out of order (status %d)", s.host, status), s.retryAfter(res)}
	case status == http.StatusNotFound:
		return fmt.Errorf("%s does not know model %s, or the URL is not that of its API (status 404)", s.host, label(s.model))
	case status >= 300 && status < 400:
		return fmt.Errorf("%s sends questions on to another place, which was not named (status %d)", s.host, status)
	case status == http.StatusBadRequest || status == http.StatusUnprocessableEntity:
		return fmt.Errorf("%w: %s (status %d)", errRequest, s.host, status)
	}
	return fmt.Errorf("%s gave no answer (status %d)", s.host, status)
}

// retryAfter returns how long a server asks to wait, 0 when it does not say.
func (s *server) retryAfter(res *http.Response) time.Duration {
	said := res.Header.Get("Retry-After")
	if n, err := strconv.ParseFloat(said, 64); err == nil && n > 0 && n < 1e6 {
		return time.Duration(n * float64(time.Second))
	}
	if at, err := http.ParseTime(said); err == nil {
		return max(0, at.Sub(s.clock.Now()))
	}
	return 0
}

// unreachable says that a connection failed, and lets it pass.
func (s *server) unreachable(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	var u *url.Error
	if errors.As(err, &u) {
		err = u.Err // the address is said already
	}
	said := err.Error()
	if s.key != "" {
		said = strings.ReplaceAll(said, s.key, "…")
	}
	return passing{fmt.Errorf("%s cannot be reached: %s", s.host, said), 0}
}
