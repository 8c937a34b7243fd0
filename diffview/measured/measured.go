// Package measured says how much of what there is the comparison notices: what
// was measured on articles labelled by hand goes out in words for the help, the
// exports, the reader and the README, all from one file, figures.txt.
package measured

import (
	"cmp"
	_ "embed"
	"fmt"
	"math"
	"slices"
	"strings"
	"sync"

	"github.com/charmbracelet/x/ansi"

	"parallax/diffview/sides"
)

//go:embed figures.txt
var figuresText string

// A Kind is how many conflicts of one kind are noticed, and how many of those that are
// reported are right.
type Kind struct {
	Kind  sides.ConflictKind
	Found int // of those that readers marked
	Of    int // that readers marked

	Right, Reported int // of those that are reported, how many readers marked
}

// Figures are what was measured last.
type Figures struct {
	Pairs        int     // of articles, labelled by hand
	Kinds        []Kind  // those best noticed first
	Right, False int     // conflicts reported
	Sure, Unsure float64 // of the links shown as sure and as unsure, the share that is right
}

// Last returns the figures.
var Last = sync.OnceValue(func() Figures {
	f, err := parse(figuresText)
	if err != nil {
		panic("diffview/measured/figures.txt: " + err.Error()) // a test reads it
	}
	return f
})

// kindNames are what conflicts of a kind are about, to a reader.
var kindNames = [...]string{
	sides.NumberConflict: "numbers", sides.DateConflict: "dates and times", sides.NameConflict: "names and job titles",
	sides.QuoteConflict: "quotations", sides.AttributionConflict: "who said or did it",
	sides.PolarityConflict: "yes against no", sides.CertaintyConflict: "how sure it is", sides.OtherConflict: "other contradictions",
}

// Name says what conflicts of the kind are about: "dates and times".
func (k Kind) Name() string { return kindNames[k.Kind] }

// Count says how many are noticed: "10 of 53".
func (k Kind) Count() string { return fmt.Sprintf("%d of %d", k.Found, k.Of) }

// Worth says how many of those that are reported are right: "24 of 26"; "–" where none
// is reported.
func (k Kind) Worth() string {
	if k.Reported == 0 {
		return "–"
	}
	return fmt.Sprintf("%d of %d", k.Right, k.Reported)
}

// parse reads the figures.
func parse(text string) (Figures, error) {
	var f Figures
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		var name string
		var k Kind
		var err error
		switch word, _, _ := strings.Cut(line, " "); word {
		case "", "#":
		case "pairs":
			_, err = fmt.Sscanf(line, "pairs %d", &f.Pairs)
		case "conflicts":
			_, err = fmt.Sscanf(line, "conflicts %d right %d false", &f.Right, &f.False)
		case "links":
			_, err = fmt.Sscanf(line, "links sure %g unsure %g", &f.Sure, &f.Unsure)
		case "kind":
			if _, err = fmt.Sscanf(line, "kind %s %d of %d, right %d of %d", &name, &k.Found, &k.Of, &k.Right, &k.Reported); err == nil {
				k.Kind, err = kindOf(name)
				f.Kinds = append(f.Kinds, k)
			}
		default:
			err = fmt.Errorf("unknown name %q", word)
		}
		if err != nil {
			return f, fmt.Errorf("%q: %w", line, err)
		}
	}
	slices.SortStableFunc(f.Kinds, func(a, b Kind) int {
		return cmp.Or(cmp.Compare(b.Found*a.Of, a.Found*b.Of), cmp.Compare(a.Kind, b.Kind))
	})
	return f, nil
}

// kindOf returns the kind with a name as String writes it.
func kindOf(name string) (sides.ConflictKind, error) {
	for k := range kindNames {
		if kind := sides.ConflictKind(k); kind.String() == name {
			return kind, nil
		}
	}
	return 0, fmt.Errorf("unknown kind %q", name)
}

// found returns how many conflicts of all kinds are noticed, of how many.
func (f Figures) found() (found, of int) {
	for _, k := range f.Kinds {
		found, of = found+k.Found, of+k.Of
	}
	return found, of
}

// Unnoticed says how much of each kind is noticed.
func Unnoticed() string { return "Most conflicts go unnoticed. " + Last().noticed() }

// Help is the same for a command's help, wrapped to 80 columns.
func Help() string { return ansi.Wordwrap(Unnoticed(), 80, "") }

// NoneNoticed is what is said where no conflict is reported: what is looked
// for, and how much of it is noticed.
func NoneNoticed() string {
	return "No conflicts noticed, which does not mean that there are none. " + Last().noticed()
}

// noticed says how many conflicts of each kind are noticed.
func (f Figures) noticed() string {
	kinds := make([]string, len(f.Kinds))
	for i, k := range f.Kinds {
		kinds[i] = k.Name() + " " + k.Count()
	}
	return fmt.Sprintf("Of those that readers marked in %d pairs of articles, these are noticed: %s.",
		f.Pairs, strings.Join(kinds, ", "))
}

// reported says what conflicts that are reported are worth.
func (f Figures) reported() string {
	found, of := f.found()
	return fmt.Sprintf("On labelled pairs of articles %d %% of the conflicts reported are right, on other text fewer; of those that readers marked, %d of %d are noticed.",
		percent(float64(f.Right)/float64(max(1, f.Right+f.False))), found, of)
}

// Unsure says, roughly, how often matches that are shown as unsure are right.
func Unsure() string {
	switch tenths := int(math.Round(10 * Last().Unsure)); tenths {
	case 5:
		return "right half the time"
	default:
		return fmt.Sprintf("right %d times in 10", tenths)
	}
}

func percent(share float64) int { return int(math.Round(100 * share)) }

// Table returns the figures as a Markdown table, for the README.
func (f Figures) Table() string {
	var b strings.Builder
	b.WriteString("| conflicts in | noticed, of those that readers marked | right, of those reported |\n| --- | --- | --- |\n")
	for _, k := range f.Kinds {
		fmt.Fprintf(&b, "| %s | %s | %s |\n", k.Name(), k.Count(), k.Worth())
	}
	fmt.Fprintf(&b, "\n%s Of the matches shown as unsure (`?`) %d %% are right, of the others %d %%.\n", f.reported(), percent(f.Unsure), percent(f.Sure))
	return b.String()
}
