package ask

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"strconv"
	"strings"
	"sync"
	"time"

	"parallax/diffview"
	"parallax/diffview/judge"
)

// askSchema names the form of a question on a line.
const askSchema = "parallax.ask/1"

// An askLine is a question as a program gets it, on one line.
type askLine struct {
	Schema string          `json:"schema"`
	ID     string          `json:"id"`     // to be given back with the answer
	Prompt string          `json:"prompt"` // the version of rules and form
	Left   string          `json:"left"`   // the texts' hashes
	Right  string          `json:"right"`
	Rules  string          `json:"rules"`  // the same for every pair: a model's system prompt
	Data   string          `json:"data"`   // the articles and the candidates
	Form   json.RawMessage `json:"answer"` // the JSON schema of the answer
}

// A program answers questions on its standard output, one a line, in any order. It
// is started at the first question, once.
type program struct {
	command []string
	clock   clock

	mu      sync.Mutex
	begun   bool
	in      io.WriteCloser
	cmd     *exec.Cmd
	asked   int
	waiting map[string]chan answerLine
	ended   chan struct{} // closed when it answers no more
	why     error         // then: why
	tail    tail          // what it said last on its standard error
}

// start starts the program, if that was not done.
func (p *program) start() error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.begun {
		return nil
	}
	p.begun = true
	p.waiting, p.ended = make(map[string]chan answerLine), make(chan struct{})
	p.cmd = exec.Command(p.command[0], p.command[1:]...)
	p.cmd.Stderr = &p.tail
	p.cmd.WaitDelay = time.Second
	in, err := p.cmd.StdinPipe()
	if err == nil {
		var out io.ReadCloser
		if out, err = p.cmd.StdoutPipe(); err == nil {
			if err = p.cmd.Start(); err == nil {
				p.in = in
				go p.listen(bufio.NewReader(out))
				return nil
			}
		}
	}
	var e *exec.Error
	if errors.As(err, &e) {
		err = e.Err
	}
	p.why = fmt.Errorf("%s cannot be started: %w", p.command[0], err)
	close(p.ended)
	return p.why
}

// listen hands out answers until there are no more. A line that is no answer, or
// one to a question that nobody waits for any more, is passed over.
func (p *program) listen(out *bufio.Reader) {
	var err error
	for {
		var line []byte
		if line, err = readLine(out); err != nil {
			break
		}
		var a answerLine
		if json.Unmarshal(line, &a) != nil || a.Schema != answerSchema {
			continue
		}
		p.mu.Lock()
		if to, ok := p.waiting[a.ID]; ok {
			delete(p.waiting, a.ID)
			to <- a // has room for it
		}
		p.mu.Unlock()
	}
	if errors.Is(err, errLongLine) {
		_ = p.cmd.Process.Kill()
		err = fmt.Errorf("it wrote a line of more than %d MB", mostLine>>20)
	} else {
		err = errors.New("it has ended")
	}
	_ = p.cmd.Wait() // what it said last is then complete
	p.mu.Lock()
	defer p.mu.Unlock()
	p.why = fmt.Errorf("%s answers no more: %w", p.command[0], err)
	if said := p.tail.last(); said != "" {
		p.why = fmt.Errorf("%w; it said: %s", p.why, said)
	}
	close(p.ended)
}

func (p *program) answer(ctx context.Context, q judge.Question) (Reply, error) {
	if err := p.start(); err != nil {
		return Reply{}, err
	}
	id, to, err := p.send(q)
	if err != nil {
		return Reply{}, err
	}
	select {
	case a := <-to:
		if a.Error != "" {
			return Reply{}, fmt.Errorf("%s: %s", p.command[0], label(a.Error))
		}
		r := a.reply()
		if r.Date == "" {
			r.Date = p.clock.Now().UTC().Format(time.DateOnly)
		}
		return r, nil
	case <-p.ended:
		return Reply{}, p.why
	case <-ctx.Done():
		p.mu.Lock()
		delete(p.waiting, id)
		p.mu.Unlock()
		return Reply{}, ctx.Err()
	}
}

// send writes a question.
func (p *program) send(q judge.Question) (id string, to chan answerLine, err error) {
	articles := q.Comparison.Articles
	p.mu.Lock()
	p.asked++
	id, to = strconv.Itoa(p.asked), make(chan answerLine, 1)
	p.waiting[id] = to
	p.mu.Unlock()
	line, err := json.Marshal(askLine{
		Schema: askSchema, ID: id, Prompt: judge.Version, Left: judge.Hash(articles[diffview.Left]), Right: judge.Hash(articles[diffview.Right]),
		Rules: judge.Rules, Data: q.Data(), Form: json.RawMessage(judge.Schema),
	})
	if err != nil {
		return id, nil, err
	}
	// A program that reads nothing would hold the question for ever: the pipe is
	// written to beside, and closing it ends that.
	go func() {
		p.mu.Lock()
		in := p.in
		p.mu.Unlock()
		if in != nil {
			_, _ = in.Write(append(line, '\n')) // that it has ended is said by its output
		}
	}()
	return id, to, nil
}

// close ends the program: its input first, and itself when it does not end.
func (p *program) close() error {
	p.mu.Lock()
	running := p.in != nil
	if running {
		_ = p.in.Close()
	}
	p.mu.Unlock()
	if !running {
		return nil
	}
	select {
	case <-p.ended:
	case <-time.After(500 * time.Millisecond):
		_ = p.cmd.Process.Kill()
	}
	return nil
}

// A tail keeps the end of what is written to it.
type tail struct {
	mu  sync.Mutex
	end []byte
}

func (t *tail) Write(b []byte) (int, error) {
	const most = 4 << 10
	t.mu.Lock()
	defer t.mu.Unlock()
	t.end = append(t.end, b...)
	t.end = t.end[max(0, len(t.end)-most):]
	return len(b), nil
}

// last returns the last line that is not empty.
func (t *tail) last() string {
	t.mu.Lock()
	defer t.mu.Unlock()
	lines := strings.Split(strings.TrimSpace(string(t.end)), "\n")
	return label(lines[len(lines)-1])
}
