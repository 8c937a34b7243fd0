package stance

import (
	"strings"
	"testing"

	"parallax/corpus"
	"parallax/diffview/doc"
	"parallax/diffview/ledger"
)

// TestFind holds what sentences present as less than certain: "class: cue | scope |
// main word", "" where nothing.
func TestFind(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		// denied
		{"The mayor denied that he had ordered the closure.", "denied: denied | he had ordered the closure. | ordered"},
		{"The mayor denied ordering the closure.", "denied: denied | ordering the closure. | ordering"},
		{"The report that the dam leaked is false.", "denied: is false | the dam leaked | leaked"},
		{"There is no evidence that the dam leaked.", "denied: is no evidence | the dam leaked. | leaked"},
		{"The mayor did not deny that he had ordered the closure.", ""},
		{"She was denied a permit for the march.", ""},
		{"He gave false evidence to the court.", ""},
		// unconfirmed
		{"Police have not confirmed that the driver fled.", "unconfirmed: have not confirmed | the driver fled. | fled"},
		{"It was unclear whether the driver fled.", "unconfirmed: was unclear | the driver fled. | fled"},
		{"Police could not immediately say whether the driver fled.", "unconfirmed: could not immediately say | the driver fled. | fled"},
		{"The death of the singer has not been confirmed.", "unconfirmed: has not been confirmed | The death of the singer | singer"},
		{"Police confirmed that the driver fled.", ""},
		// left open
		{"The company did not say where the plant would be built.", "unanswered: did not say | the plant would be built. | built"},
		// alleged
		{"The clerk allegedly forged the letters.", "alleged: allegedly | forged the letters. | forged"},
		{"The clerk is believed to have forged the letters.", "alleged: is believed | have forged the letters. | forged"},
		{"Police held an alleged ring leader on Friday.", "alleged: alleged | ring leader on Friday | leader"},
		{"The neighbour claims he saw the clerk.", "alleged: claims | he saw the clerk. | saw"},
		{"Reportedly the bridge collapsed on Friday.", "alleged: Reportedly | the bridge collapsed on Friday. | collapsed"},
		{"The claims are large.", ""},
		{"He said to applause that the bridge would be built.", ""},
		{"A man suspected of arson was held.", "accused: suspected | arson was held. | held"},
		// supposed
		{"Police believe that the fire was set.", "supposed: believe | the fire was set. | set"},
		{"The fire may have damaged the roof.", "supposed: may | damaged the roof. | damaged"},
		{"The rules could have an effect on rents.", "hypothetical: could | have an effect on rents. | effect"},
		{"Police counted 23 suspects who tried to flee.", ""},
		// that somebody said it is no stance
		{"Police said that the driver fled.", ""},
		{"The driver fled, according to police.", ""},
	} {
		l := ledger.New(doc.Prepare(corpus.FromText("a.txt", c.text)))
		var got []string
		for _, s := range Find(l) {
			words := s.Class.String() + ": " + l.Words(s.Cue) + " | " + l.Words(s.Scope) + " | " + l.Tokens[s.Head].Text
			got = append(got, words)
		}
		if s := strings.Join(got, "; "); s != c.want {
			t.Errorf("%s\ngot  %s\nwant %s", c.text, s, c.want)
		}
	}
}

// FuzzFind holds that any text can be read, and that what is found lies in its sentence.
func FuzzFind(f *testing.F) {
	for _, text := range []string{
		"Police have not confirmed that the driver fled. The mayor denied", "Allegedly, he", "An alleged", "-for-34 shots may have",
		"is false. There is no evidence that there were", "The report, said Quist, that dams (allegedly) leaked is untrue",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		l := ledger.New(doc.Prepare(corpus.FromText("a.txt", text)))
		for _, s := range Find(l) {
			in := l.Sentences[s.Sentence]
			for _, at := range []doc.Stretch{s.Cue, s.Scope} {
				if at.First < in.First || at.Last > in.Last || at.First >= at.Last {
					t.Errorf("%v: %v is not in its sentence %v", s.Class, at, in)
				}
			}
			if !s.Scope.Has(s.Head) {
				t.Errorf("%v: the main word %d is not in %v", s.Class, s.Head, s.Scope)
			}
		}
	})
}
