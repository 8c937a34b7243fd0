package ask

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"
)

// TestMain lets the test itself be the program that answers.
func TestMain(m *testing.M) {
	if how := os.Getenv("PARALLAX_TEST_PROGRAM"); how != "" {
		answerAs(how)
		return
	}
	os.Exit(m.Run())
}

// answerAs answers questions on standard output, well or badly.
func answerAs(how string) {
	in := bufio.NewScanner(os.Stdin)
	in.Buffer(nil, 1<<20)
	say := func(id string, rest string) {
		fmt.Printf(`{"schema":"parallax.answer/1","id":%q,"judge":"ada","version":"2",%s}`+"\n", id, rest)
	}
	var held []string
	for in.Scan() {
		var q askLine
		if json.Unmarshal(in.Bytes(), &q) != nil || q.Schema != askSchema || !json.Valid(q.Form) || q.Left == "" || q.Data == "" || q.Rules == "" {
			fmt.Fprintln(os.Stderr, "the question is not in its form")
			os.Exit(1)
		}
		switch how {
		case "well":
			fmt.Println("starting up")
			fmt.Println(`{"schema":"parallax.answer/1","id":"999","answer":{}}`)
			say(q.ID, `"tokens":7,"answer":`+good)
		case "backwards":
			if held = append(held, q.ID); len(held) == 2 {
				say(held[1], `"answer":`+good)
				say(held[0], `"text":"no JSON"`)
			}
		case "error":
			say(q.ID, `"error":"the model\nis asleep"`)
		case "ends":
			fmt.Fprintln(os.Stderr, "Traceback\nMemoryError")
			os.Exit(3)
		case "long":
			fmt.Println(strings.Repeat("x", mostLine+9))
		case "silent":
		case "late":
			time.Sleep(200 * time.Millisecond)
			say(q.ID, `"answer":`+good)
		}
	}
}

func askProgram(t *testing.T, how string, o Options) *Judge {
	t.Helper()
	t.Setenv("PARALLAX_TEST_PROGRAM", how)
	j, _ := open(t, "command: "+os.Args[0], o)
	return j
}

func TestProgram(t *testing.T) {
	j := askProgram(t, "well", Options{})
	if j.who.(*program).begun {
		t.Error("it is started before the first question")
	}
	got := j.Compare(context.Background(), comparison(t, herald, post))
	if got.Judged.Failed != "" || got.Judged.Conflicts != 1 || got.Judged.Version != "ada 2" || j.Spent().Tokens != 7 {
		t.Errorf("%+v", got.Judged)
	}
}

func TestProgramFaults(t *testing.T) {
	c := comparison(t, herald, post)
	for how, want := range map[string]string{
		"error": "the model is asleep", "ends": "it has ended; it said: MemoryError", "long": "a line of more than 4 MB", "silent": "it took too long", "late": "it took too long",
	} {
		j := askProgram(t, how, Options{Deadline: 100 * time.Millisecond})
		if how == "ends" || how == "long" || how == "error" {
			j.options.Deadline = 10 * time.Second
		}
		got := j.Compare(context.Background(), c)
		if !strings.Contains(got.Judged.Failed, want) || len(got.Links) != len(c.Links) {
			t.Errorf("%s: %+v", how, got.Judged)
		}
		if how == "late" { // the answer to the first question is not taken for the second's
			j.options.Deadline = 10 * time.Second
			if got := j.Compare(context.Background(), c); got.Judged.Failed != "" {
				t.Errorf("%s: %+v", how, got.Judged)
			}
		}
		if err := j.Close(); err != nil {
			t.Error(err)
		}
	}
	j, _ := open(t, "command: /nowhere/no-such-program", Options{})
	for range 2 {
		if got := j.Compare(context.Background(), c); !strings.Contains(got.Judged.Failed, "cannot be started") {
			t.Errorf("%+v", got.Judged)
		}
	}
}

// Answers may come in any order.
func TestProgramOrder(t *testing.T) {
	j := askProgram(t, "backwards", Options{})
	failed := make(chan bool, 2)
	for _, more := range []string{"", " More follows."} {
		c := comparison(t, herald, post+more)
		go func() { failed <- j.Compare(context.Background(), c).Judged.Failed != "" }()
	}
	if one, two := <-failed, <-failed; one == two {
		t.Errorf("failed: %v and %v; want one", one, two)
	}
}
