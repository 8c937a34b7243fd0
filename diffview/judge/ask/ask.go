// Package ask is who answers the questions of package judge: a server, a program or
// a file of answers. A comparison goes in, and out comes the same with what the
// judge added, or with a sentence that says why it added nothing.
//
//	spec.go     a judge as a reader names it: openai:URL#MODEL, command: PROGRAM ARGS, file:ANSWERS.jsonl
//	ask.go      a comparison judged: its questions, the cache, what was used
//	retry.go    when to ask again, and when not
//	server.go   the usual chat-completions form of language-model servers
//	program.go  a program that answers JSON Lines
//	file.go     answers collected earlier
//	cache.go    answers kept for the next time, bounded
//
// It is the only room of the program that opens a connection, and only a judge of
// the kind openai does, when its first question is asked.
package ask

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"time"

	"parallax/corpus"
	"parallax/corpus/prose"
	"parallax/diffview"
	"parallax/diffview/judge"
)

// A Reply is an answer as it came.
type Reply struct {
	Text    string `json:"text"`
	Judge   string `json:"judge,omitempty"`   // what answered calls itself
	Version string `json:"version,omitempty"` // and its version
	Date    string `json:"date,omitempty"`    // the day of the answer, "2031-04-25"
	Tokens  int    `json:"tokens,omitempty"`  // of question and answer
	mirror  bool   // it was given for the pair with its sides exchanged
}

// An answerer answers one question. It may be called by several goroutines.
type answerer interface {
	answer(ctx context.Context, q judge.Question) (Reply, error)
	close() error
}

// Options say how a judge is asked. The zero value asks without a cache.
type Options struct {
	Cache    string              // the folder for answers; "" keeps them in memory
	KeyName  string              // the environment variable with the server's key; "" is DefaultKey
	Getenv   func(string) string // nil: no variable is set
	Deadline time.Duration       // for one question with all its repetitions; 0 is three minutes
	AtOnce   int                 // how many questions are asked at a time; 0 is DefaultAtOnce

	clock clock // nil is the system's
}

const (
	// DefaultKey is the environment variable that has the key of a server.
	DefaultKey = "OPENAI_API_KEY"

	// DefaultAtOnce is how many questions are asked at a time: a model on one's own
	// machine works on few, and a hosted one limits how many.
	DefaultAtOnce = 2

	defaultDeadline = 3 * time.Minute
)

// A Judge asks one judge about comparisons.
type Judge struct {
	spec    Spec
	options Options
	who     answerer
	cache   *cache
	room    chan struct{} // has as many places as questions are asked at a time

	mu    sync.Mutex
	spent Spent
}

// Spent is what was asked and used so far.
type Spent struct {
	Asked, Cached, Failed int // questions
	Tokens                int // of questions that were asked
}

// Compare asks about a comparison and returns it with what was found. It never
// fails: what goes wrong is said in the comparison's Judged. Versions of one text
// are returned as they are, and a nil Judge adds nothing.
func (j *Judge) Compare(ctx context.Context, c *diffview.Comparison) *diffview.Comparison {
	if j == nil {
		return c
	}
	questions, unasked := judge.Questions(c)
	if len(questions) == 0 {
		return c
	}
	if j.spec.kind == fileKind {
		questions, unasked = questions[:1], 0 // an answer of the file is about the whole pair
	}
	who := diffview.Judgement{Name: j.spec.Name()}
	var all []judge.Findings
	var failed error
	for _, q := range questions {
		found, reply, err := j.ask(ctx, q)
		if err != nil {
			failed = cmp.Or(failed, err)
			continue
		}
		all = append(all, found)
		who.Version = cmp.Or(who.Version, label(reply.Judge+" "+reply.Version))
		who.Date = cmp.Or(who.Date, label(reply.Date))
	}
	if len(all) == 0 {
		return judge.Fail(c, who, sentence(failed))
	}
	who.Partly = partly(len(questions), len(questions)-len(all), unasked, failed)
	return judge.Merge(c, judge.Join(all...), who)
}

// partly says what of two long articles was not judged, "" when all was.
func partly(asked, unanswered, unasked int, failed error) string {
	var said []string
	if unasked > 0 {
		said = append(said, judge.Unasked(asked, unasked))
	}
	if unanswered > 0 {
		said = append(said, fmt.Sprintf("%d of %d questions about these long articles were not answered: %s", unanswered, asked, sentence(failed)))
	}
	return strings.Join(said, "; ")
}

// ask asks one question, or takes its answer from the cache.
func (j *Judge) ask(ctx context.Context, q judge.Question) (judge.Findings, Reply, error) {
	reply, cached := j.cache.get(q)
	if cached {
		if found, err := check(q, reply); err == nil {
			j.note(func(s *Spent) { s.Cached++ })
			return found, reply, nil
		}
	}
	ctx, cancel := context.WithTimeout(ctx, cmp.Or(j.options.Deadline, defaultDeadline))
	defer cancel()
	select {
	case j.room <- struct{}{}:
		defer func() { <-j.room }()
	case <-ctx.Done():
		return judge.Findings{}, Reply{}, ctx.Err()
	}
	reply, err := j.who.answer(ctx, q)
	j.note(func(s *Spent) { s.Asked++; s.Tokens += reply.Tokens })
	var found judge.Findings
	if err == nil {
		found, err = check(q, reply)
	}
	if err != nil {
		j.note(func(s *Spent) { s.Failed++ })
		return found, reply, err
	}
	j.cache.put(q, reply)
	return found, reply, nil
}

// check reads a reply for the side that it was given for.
func check(q judge.Question, r Reply) (judge.Findings, error) {
	if !r.mirror {
		return judge.Check(q.Comparison, r.Text)
	}
	c := *q.Comparison
	c.Articles[0], c.Articles[1] = c.Articles[1], c.Articles[0]
	f, err := judge.Check(&c, r.Text)
	return f.Mirror(), err
}

func (j *Judge) note(what func(*Spent)) {
	j.mu.Lock()
	defer j.mu.Unlock()
	what(&j.spent)
}

// Spent returns what was asked and used so far.
func (j *Judge) Spent() Spent {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.spent
}

// Notice says where the articles' text is sent: see Spec.Notice.
func (j *Judge) Notice() string { return j.spec.Notice() }

// AtOnce returns how many questions are asked at a time.
func (j *Judge) AtOnce() int { return cap(j.room) }

// Close ends what answers.
func (j *Judge) Close() error {
	if j == nil {
		return nil
	}
	return j.who.close()
}

// label returns a name that came with an answer as one short line.
func label(s string) string {
	const most = 80
	s = corpus.Printable(prose.Fold(strings.ToValidUTF8(s, "�")))
	return strings.ToValidUTF8(s[:min(len(s), most)], "")
}

// sentence says in one line what went wrong.
func sentence(err error) string {
	switch {
	case err == nil:
		return ""
	case errors.Is(err, context.DeadlineExceeded):
		return "it took too long"
	case errors.Is(err, context.Canceled):
		return "it was given up"
	}
	return corpus.Printable(prose.Fold(strings.ToValidUTF8(err.Error(), "�")))
}
