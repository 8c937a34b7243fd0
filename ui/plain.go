package ui

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"parallax/corpus"
	"parallax/corpus/story"
	"parallax/diffview"
	"parallax/diffview/coverage"
	"parallax/diffview/export"
	"parallax/diffview/layout"
	"parallax/ui/explain"
	"parallax/ui/exporter"
	"parallax/ui/keep"
	"parallax/ui/keys"
	"parallax/ui/label"
	"parallax/ui/session"
)

// plainWidth is the width of lines without a screen, in cells.
const plainWidth = 80

// plainHelp names the commands of the reader without a screen.
const plainHelp = `n  next pair
p  previous pair
5  the fifth pair of the story, or another by its number
N  next story
P  previous story
s  swap the sides
a  what all articles of the story report, fact by fact
!  the conflicts of the story
r  read the pair again
e  write the pair to a text file
h  this help
q  quit
`

// A plainReader is the reader without a screen.
type plainReader struct {
	*model
	out *bufio.Writer
}

// Plain reads without a screen: it prints a pair as lines of text, one column,
// and takes a command a line, until q or the end of in. Nothing it prints moves
// the cursor or has a colour, so that screen readers, braille lines and pipes
// get the text as it is. An error is ErrNoPair or one of in and out.
func Plain(in io.Reader, out io.Writer, c *corpus.Corpus, stories []story.Story, o Options) error {
	d, err := session.New(c.Articles, stories)
	if err != nil {
		return err
	}
	p := &plainReader{newModel(d, o), bufio.NewWriter(out)}
	if said := unread(c.Problems); said != "" {
		p.say(said)
	}
	if paths, lasting := p.options.corpusPaths(); lasting && !o.Fresh {
		p.comeBack(keep.ReadPlaces(o.Folders.Places()).Of(paths))
		p.repeat()
	}
	p.show()
	lines := bufio.NewScanner(in)
	for p.ask() == nil && lines.Scan() {
		if command := strings.TrimSpace(lines.Text()); command == "q" {
			return p.out.Flush()
		} else if command != "" {
			p.do(command)
		}
	}
	if errors.Is(lines.Err(), bufio.ErrTooLong) {
		return errors.New("line too long: a command is one letter or a number")
	}
	p.say("")
	return errors.Join(lines.Err(), p.out.Flush())
}

// ask says what can be done and writes out all that was said.
func (p *plainReader) ask() error {
	p.out.WriteString("n next, p previous, s swap, e export, q quit, h help: ")
	return p.out.Flush()
}

// say says a line.
func (p *plainReader) say(line string) { p.out.WriteString(line + "\n") }

// repeat says what the model has to say.
func (p *plainReader) repeat() {
	if p.message != "" {
		p.say(p.message)
	}
	p.message = ""
}

// do carries out a command.
func (p *plainReader) do(command string) {
	steps := map[string]keys.Action{"n": keys.NextPair, "p": keys.PrevPair, "N": keys.NextStory, "P": keys.PrevStory, "s": keys.SwapSides}
	number, err := strconv.Atoi(command)
	switch do := steps[command]; {
	case do != "":
		before := p.deck.Wanted()
		p.perform(do)
		p.repeat()
		if p.deck.Wanted() != before {
			p.show()
		}
	case command == "r":
		p.show()
	case command == "e":
		if r := p.compare(); r != nil {
			p.say(p.save(r.Comparison).Said())
		}
	case command == "a":
		export.Stories(p.out, p.table(), export.StoryFormats()[0]) // out keeps its error
	case command == "!":
		export.Conflicts(p.out, p.table(), export.ConflictFormats()[0])
	case command == "h":
		p.out.WriteString(plainHelp)
	case err == nil && number >= 1 && number <= p.deck.Count():
		p.deck.Open(p.deck.Story().Pair(number - 1))
		p.show()
	case err == nil:
		p.say(fmt.Sprintf("no pair %d; this story has %s", number, label.Count(p.deck.Count(), "pair")))
	default:
		p.say(fmt.Sprintf("unknown command %q; press h for help", corpus.Printable(command)))
	}
}

// compare returns the comparison of the pair that is read; nil when there is
// none, which it says.
func (p *plainReader) compare() *session.Reading {
	d := p.deck
	for {
		if _, ok := d.Reading(d.Wanted()); ok {
			d.AskNow(d.Wanted())
			r, _ := d.Reading(d.Wanted())
			return r
		}
		if why := d.Failure(d.Wanted()); why != "" {
			p.say(why)
			return nil
		}
		d.Take(d.Work(d.Wanted())().(session.ComparedMsg))
	}
}

// table returns the table of the story that is read, with all its pairs compared;
// those that cannot be are left out of it.
func (p *plainReader) table() []*coverage.Table {
	d := p.deck
	articles := d.Story().Articles
	for _, pair := range session.TablePairs(articles) {
		if !d.Settled(pair) {
			d.Take(d.Work(pair)().(session.ComparedMsg))
		}
	}
	return []*coverage.Table{d.Table(articles)}
}

// show prints the pair that is read, and keeps the place: without a screen one
// leaves in many ways.
func (p *plainReader) show() {
	r := p.compare()
	if r == nil {
		return
	}
	p.say("")
	words := explain.Position(p.deck.Position(), ", ")
	p.say(words + ": " + r.Articles[0].Name() + " and " + r.Articles[1].Name() + ", " + label.Conflicts(r.CountConflicts()))
	p.say("")
	export.Text(p.out, r.Comparison, export.Options{View: layout.Unified, Width: plainWidth}) // out keeps its error
	p.say("")
	if _, lasting := p.options.corpusPaths(); lasting {
		_ = p.place().Keep(p.options.Folders.Places()) // only comfort is lost
	}
}

// save writes a comparison to a file.
func (p *plainReader) save(c *diffview.Comparison) exporter.Written {
	return exporter.Save(p.options.Dir, export.FileName(c, "txt"), func(w io.Writer) error {
		return export.Text(w, c, export.Options{View: layout.Unified})
	})
}
